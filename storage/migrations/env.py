"""What Alembic runs before the steps: it works on the connection that `storage.migrate` hands in."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage import columns, tables


def _plain_types(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    # A step names the database's own types; ours may change their rules without a step.
    if kind != "type":
        return False
    if isinstance(thing, columns.UtcTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(thing, sa.TypeDecorator):
        return f"sa.{thing.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    # SQLite can take back DDL, too, as long as nobody commits in between.
    transactional_ddl=True,
    compare_server_default=True,
    render_item=_plain_types,
)
with context.begin_transaction():
    context.run_migrations()
