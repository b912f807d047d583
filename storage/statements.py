"""Statements are built once: building one anew costs five times its execution.

The two databases say "unless it is there already" with the same words but through different
constructs of SQLAlchemy; here a module writes it once.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    String,
    Table,
    any_,
    bindparam,
    func,
    literal_column,
    select,
)

from storage.prepared import Answer
from storage.store import Tx


class Either:
    """One statement as each of the two databases takes it, built when it is first used there.

    Args:
        build: Makes the statement with the `insert` of the database's own dialect.
    """

    def __init__(self, build: Callable[[Callable[[Table], Any]], Any]) -> None:
        self._build = build
        self._on_sqlite: Any = None
        self._on_postgres: Any = None

    def __call__(self, tx: Tx) -> Any:
        """The one for this transaction."""
        # Whoever stays with one database does not load the other: 0.1 s of a start.
        if tx.sqlite:
            if self._on_sqlite is None:
                from sqlalchemy.dialects import sqlite

                self._on_sqlite = self._build(sqlite.insert)
            return self._on_sqlite
        if self._on_postgres is None:
            from sqlalchemy.dialects import postgresql

            # Without the option psycopg's count of many rows is lost on the way.
            self._on_postgres = self._build(postgresql.insert).execution_options(preserve_rowcount=True)
        return self._on_postgres


class OfThese:
    """A question about some rows, by ids of any number that go into it as one value.

    A value for each would make another statement for each number, which PostgreSQL's driver reads anew.

    Args:
        build: Makes the question; it gets what says of a column that it holds one of the ids.
    """

    def __init__(self, build: Callable[[Callable[[Any], ColumnElement[bool]]], Any]) -> None:
        self._build = build
        self._on_sqlite: Any = None
        self._on_postgres: Any = None

    def __call__(self, tx: Tx, ids: Sequence[str], **values: Any) -> Answer:
        """Ask it of *ids*; other values by name."""
        if tx.sqlite:
            if self._on_sqlite is None:
                these = func.json_each(bindparam("these", type_=String)).table_valued("value")
                self._on_sqlite = self._build(lambda column: column.in_(select(these.c.value)))
            return tx.execute(self._on_sqlite, {"these": json.dumps(list(ids)), **values})
        if self._on_postgres is None:
            these_ids: Any = bindparam("these", type_=ARRAY(String))
            self._on_postgres = self._build(lambda column: column == any_(these_ids))
        return tx.execute(self._on_postgres, {"these": list(ids), **values})


def _values(columns: Sequence[str]) -> dict[str, Any]:
    return {name: bindparam(name) for name in columns}


def insert_new(table: Table, columns: Sequence[str]) -> Either:
    """Insert these columns; a row that is there already stays as it is. `rowcount` says how many were new."""
    return Either(lambda insert: insert(table).values(_values(columns)).on_conflict_do_nothing())


def insert_or_replace(table: Table, key: str | tuple[str, ...], columns: Sequence[str]) -> Either:
    """Insert these columns, in place of the row with the same *key*."""
    keys = [key] if isinstance(key, str) else list(key)

    def build(insert: Callable[[Table], Any]) -> Any:
        new = insert(table).values(_values([*keys, *columns]))
        return new.on_conflict_do_update(
            index_elements=keys, set_={name: new.excluded[name] for name in columns}
        )

    return Either(build)


def word(value: str) -> ColumnElement[str]:
    """A word of ours written into the statement itself.

    An index over some rows only is used when its condition stands in the question; a bound
    value is not known yet when the database chooses its way.
    """
    if not value.replace("-", "").isalpha():
        raise ValueError("only words of ours stand in statements")
    return literal_column(f"'{value}'")
