"""Statements are built once, when a module is loaded: building one anew costs five times its execution.

The two databases say "unless it is there already" with the same words but through different
constructs of SQLAlchemy; here a module writes it once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, literal_column
from sqlalchemy.dialects import postgresql, sqlite

from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Either:
    """One statement as each of the two databases takes it."""

    on_sqlite: Any
    on_postgres: Any

    def __call__(self, tx: Tx) -> Any:
        """The one for this transaction."""
        return self.on_sqlite if tx.sqlite else self.on_postgres


def insert_new(table: Table, columns: Iterable[str]) -> Either:
    """Insert these columns; a row that is there already stays as it is. `rowcount` says how many were new."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    in_sqlite = sqlite.insert(table).values(values).on_conflict_do_nothing()
    in_postgres = postgresql.insert(table).values(values).on_conflict_do_nothing()
    # Without this, psycopg's count of many rows is lost on the way.
    return Either(in_sqlite, in_postgres.execution_options(preserve_rowcount=True))


def insert_or_replace(table: Table, key: str, columns: Iterable[str]) -> Either:
    """Insert these columns, in place of the row with the same *key*."""
    values: dict[str, Any] = {name: bindparam(name) for name in (key, *columns)}
    in_sqlite, in_postgres = sqlite.insert(table).values(values), postgresql.insert(table).values(values)
    return Either(
        in_sqlite.on_conflict_do_update(
            index_elements=[key], set_={name: in_sqlite.excluded[name] for name in columns}
        ),
        in_postgres.on_conflict_do_update(
            index_elements=[key], set_={name: in_postgres.excluded[name] for name in columns}
        ),
    )


def word(value: str) -> ColumnElement[str]:
    """A word of ours written into the statement itself.

    An index over some rows only is used when its condition stands in the question; a bound
    value is not known yet when the database chooses its way.
    """
    if not value.replace("-", "").isalpha():
        raise ValueError("only words of ours stand in statements")
    return literal_column(f"'{value}'")
