"""Statements are built once: building one anew costs five times its execution.

The two databases say "unless it is there already" with the same words but through different
constructs of SQLAlchemy; here a module writes it once.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    String,
    Table,
    bindparam,
    column,
    func,
    literal_column,
    select,
)
from sqlalchemy.types import TypeEngine

from storage.prepared import Values
from storage.store import Tx

Insert = Callable[[Table], Any]
Given = Mapping[str, ColumnElement[Any]]


class Either:
    """One statement as each of the two databases takes it, built when it is first used there.

    Args:
        build: Makes the statement with the `insert` of the database's own dialect.
    """

    def __init__(self, build: Callable[[Insert], Any]) -> None:
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


class ForEach:
    """One statement for many rows: SQLite's driver goes through them, PostgreSQL gets them as arrays.

    To say a statement anew for each of a hundred rows costs PostgreSQL more than to do what it says.

    Args:
        types: Of what is given for each row, by name.
        build: Makes the statement from the `insert` of the database's own dialect and what is given.
    """

    def __init__(self, types: Mapping[str, TypeEngine[Any]], build: Callable[[Insert, Given], Any]) -> None:
        self._types = types
        self._build = build
        self._on_sqlite: Any = None
        self._on_postgres: Any = None

    def __call__(self, tx: Tx, rows: Sequence[Values], **same: Any) -> None:
        """Execute it.

        Args:
            rows: Each with what `types` names.
            same: What the statement takes besides, the same for all.
        """
        if not rows:
            return
        if tx.sqlite:
            if self._on_sqlite is None:
                from sqlalchemy.dialects import sqlite

                given = {name: bindparam(name, type_=kind) for name, kind in self._types.items()}
                self._on_sqlite = self._build(sqlite.insert, given)
            tx.execute(self._on_sqlite, [{**row, **same} for row in rows])
            return
        if self._on_postgres is None:
            from sqlalchemy.dialects import postgresql

            arrays = [bindparam(name, type_=postgresql.ARRAY(kind)) for name, kind in self._types.items()]
            columns = [column(name, kind) for name, kind in self._types.items()]
            table = func.unnest(*arrays).table_valued(*columns, name="given").render_derived()
            self._on_postgres = self._build(postgresql.insert, dict(table.c))
        tx.execute(self._on_postgres, {**{name: [row[name] for row in rows] for name in self._types}, **same})


def filled(statement: Any, given: Given) -> Any:
    """An insert of what a `ForEach` is given, into the columns of the same names."""
    if all(isinstance(one, BindParameter) for one in given.values()):
        return statement.values(dict(given))
    return statement.from_select(list(given), select(*given.values()))


class Among:
    """A question about some rows, named by their ids: one statement, however many they are.

    Args:
        build: Makes it from what its rows' ids must be among.
    """

    def __init__(self, build: Callable[[Any], Any]) -> None:
        self._build = build
        self._on_sqlite: Any = None
        self._on_postgres: Any = None

    def __call__(self, tx: Tx, ids: Iterable[str], **values: Any) -> Any:
        """Ask it; answers as `Tx.execute`."""
        if tx.sqlite:
            if self._on_sqlite is None:
                listed = func.json_each(bindparam("ids")).table_valued("value")
                self._on_sqlite = self._build(select(listed.c.value))
            return tx.execute(self._on_sqlite, {"ids": json.dumps(list(ids)), **values})
        if self._on_postgres is None:
            from sqlalchemy.dialects import postgresql

            each = func.unnest(bindparam("ids", type_=postgresql.ARRAY(String))).column_valued("each")
            self._on_postgres = self._build(select(each))
        return tx.execute(self._on_postgres, {"ids": list(ids), **values})


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
