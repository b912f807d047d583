"""Brings a database to the shape that this version of the program expects, and back.

A walk is one transaction on both databases: it arrives or it never happened. Only one
process walks at a time; the others wait and find the work done. Alembic is imported when
somebody walks, for a normal start must not pay for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from storage.engine import LOCK_MIGRATION, open_engine, sqlite_path, troubles_told
from storage.errors import NoSuchStep, SchemaMismatch, SchemaMissing, SchemaTooNew
from storage.locks import waiting_for

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"  # the shape this version expects; a test compares it with the newest step
_PATIENCE = 60  # seconds another walk may take
_VERSION = text("SELECT version_num FROM alembic_version")


def head() -> str:
    """The newest step there is."""
    from alembic.script import ScriptDirectory

    newest = ScriptDirectory.from_config(_config(None)).get_current_head()
    assert newest is not None, "the steps are packaged with the program"
    return newest


def stored(connection: Connection) -> str | None:
    """The step that the database stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(_VERSION).scalar()
    return found


def current(url: str) -> str | None:
    """As `stored`, for a database that is not open yet; an SQLite file is not made by asking.

    Raises:
        StoreTrouble: It cannot be reached.
    """
    path = sqlite_path(url)
    if path is not None and not path.exists():
        return None
    with _connected(url) as connection:
        return stored(connection)


def check(url: str) -> None:
    """Refuse a database of another shape.

    Raises:
        SchemaMissing: Nobody has been here.
        SchemaTooNew: A newer version has been here.
        SchemaMismatch: It must be migrated first.
        StoreTrouble: It cannot be reached.
    """
    found = current(url)
    if found == HEAD:
        return
    if found is None:
        raise SchemaMissing
    raise SchemaMismatch if known(found) else SchemaTooNew


def upgrade(url: str, to: str = "head") -> None:
    """Walk forward to *to*.

    Raises:
        SchemaTooNew: A newer version has been here; nothing was touched.
        NoSuchStep: Nobody knows *to*; nothing was touched.
        StoreTrouble: It cannot be reached, or somebody else is walking for a minute.
    """
    _walk(url, to, forward=True)


def downgrade(url: str, to: str) -> None:
    """Walk back to *to* ("base" for an empty database). What later steps added is gone.

    Raises:
        As `upgrade`.
    """
    _walk(url, to, forward=False)


def _walk(url: str, to: str, *, forward: bool) -> None:
    with _alone(url) as connection:
        walk_on(connection, to, forward=forward)
        if connection.dialect.name == "sqlite":
            lost = connection.execute(text("PRAGMA foreign_key_check")).all()
            if lost:
                raise IntegrityError("foreign_key_check", None, ValueError(f"{len(lost)} rows point nowhere"))


def walk_on(connection: Connection, to: str = "head", *, forward: bool = True) -> None:
    """Walk in the transaction that is open, with nobody else there.

    Raises:
        As `upgrade`.
    """
    from alembic import command
    from alembic.util import CommandError

    if not known(stored(connection)):
        raise SchemaTooNew
    try:
        (command.upgrade if forward else command.downgrade)(_config(connection), to)
    except CommandError:
        raise NoSuchStep from None


def known(revision: str | None) -> bool:
    """Whether this version knows the step; an empty database's None is known."""
    if revision is None or revision == HEAD:
        return True
    from alembic.script import ScriptDirectory

    steps = ScriptDirectory.from_config(_config(None)).walk_revisions()
    return revision in {step.revision for step in steps}


def _config(connection: Connection | None) -> "Config":
    from alembic.config import Config

    config = Config()
    # The option is interpolated: a folder may have a percent sign in its name.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    try:
        with troubles_told(), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _alone(url: str) -> Iterator[Connection]:
    """One transaction, while no other process walks."""
    path = sqlite_path(url)
    if path is None:
        with _connected(url) as connection, connection.begin():
            connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK_MIGRATION}, 0)"))
            yield connection
        return
    with waiting_for(path.with_name(f"{path.name}.migrate.lock"), _PATIENCE), _connected(url) as connection:
        # A batch step replaces a table: with the check on, its neighbours' rows would go with it.
        # The pragma is deaf inside a transaction.
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            yield connection
