"""Statements as SQLite's own driver takes them, worked out once.

SQLAlchemy says each of our statements anew at every execution: 45 µs each, where SQLite itself
needs 6. What it says does not change; so it is asked once, and from then on the driver is. The
types of our columns are asked, too: what they refuse is refused here as there.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from sqlalchemy import BindParameter, Dialect
from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound, StatementError

Values = Mapping[str, Any]
NOTHING: Values = MappingProxyType({})
_HIDDEN: tuple[Values, ...] = ({},)  # stands for the values where an error would show them


class Answer(Protocol):
    """What a statement brought, as SQLAlchemy's own results give it."""

    @property
    def rowcount(self) -> int:
        """How many rows were written."""

    def first(self) -> Any:
        """The first row; None where there is none."""

    def one(self) -> Any:
        """The only row; another number of rows is an error."""

    def all(self) -> Sequence[Any]:
        """All rows; their columns by name or place."""

    def scalar(self) -> Any:
        """The first column of the first row; None where there is no row."""

    def scalar_one(self) -> Any:
        """The first column of the only row."""

    def scalars(self) -> Any:
        """The first column of each row."""

    def __iter__(self) -> Iterator[Any]:
        """Row by row."""


class _Rows:
    """An answer that is here already."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: Sequence[Any], rowcount: int) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def first(self) -> Any:
        return self._rows[0] if self._rows else None

    def one(self) -> Any:
        if not self._rows:
            raise NoResultFound("no row where one was expected")
        if len(self._rows) > 1:
            raise MultipleResultsFound("more rows than the one that was expected")
        return self._rows[0]

    def all(self) -> Sequence[Any]:
        return self._rows

    def scalar(self) -> Any:
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:
        return self.one()[0]

    def scalars(self) -> Any:
        return [row[0] for row in self._rows]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)


class Prepared:
    """One statement on SQLite.

    Args:
        statement: Built by SQLAlchemy; the same each time.
        names: Of the values that it gets; the same each time.
    """

    def __init__(self, statement: Any, names: Iterable[str], dialect: Dialect) -> None:
        self._names = frozenset(names)
        compiled = statement.compile(dialect=dialect, column_keys=sorted(self._names))
        if compiled.post_compile_params or compiled.literal_execute_params:
            raise TypeError("a statement whose words change with its values cannot be prepared")
        self._sql: str = compiled.string
        self._bound = [_bound(compiled.binds[name], name, dialect) for name in compiled.positiontup]
        taken = {name for name, _, _ in self._bound if name is not None}
        if taken != self._names:
            raise TypeError(f"the statement takes {sorted(taken)}, was given {sorted(self._names)}")
        columns = list(getattr(statement, "exported_columns", ()))
        row = namedtuple("row", [one.key or "_" for one in columns], rename=True)  # type: ignore[misc]  # its columns are known only here
        self._row: Callable[[Iterable[Any]], Any] = row._make
        self._reads = [one.type.dialect_impl(dialect).result_processor(dialect, None) for one in columns]

    def execute(self, driver: sqlite3.Connection, values: Values | Sequence[Values]) -> Answer:
        """Execute it, once for each of several *values*.

        Raises:
            sqlalchemy.exc.StatementError: As SQLAlchemy would, and without the values: they are for no log.
        """
        several = not isinstance(values, Mapping)
        try:
            given = [self._given(one) for one in (values if several else (values,))]
        except ValueError as error:
            raise StatementError(str(error), self._sql, _HIDDEN, error, hide_parameters=True) from None
        try:
            cursor = driver.executemany(self._sql, given) if several else driver.execute(self._sql, given[0])
            return _Rows(self._read(cursor.fetchall()) if self._reads else (), cursor.rowcount)
        except sqlite3.Error as error:
            raise DBAPIError.instance(
                self._sql, _HIDDEN, error, sqlite3.Error, hide_parameters=True
            ) from None

    def _given(self, values: Any) -> list[Any]:
        if len(values) != len(self._names):
            raise TypeError(f"the statement takes {sorted(self._names)}, was given {sorted(values)}")
        return [
            fixed if name is None else values[name] if write is None else write(values[name])
            for name, write, fixed in self._bound
        ]

    def _read(self, rows: Sequence[Sequence[Any]]) -> Sequence[Any]:
        return [
            self._row(
                value if read is None else read(value) for value, read in zip(row, self._reads, strict=True)
            )
            for row in rows
        ]


_Bound = tuple[str | None, Callable[[Any], Any] | None, Any]


def _bound(bind: BindParameter[Any], name: str, dialect: Dialect) -> _Bound:
    """Where one value comes from: by its name and how it is written, or fixed in the statement."""
    write = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if bind.required:
        return name, write, None
    return None, None, bind.value if write is None else write(bind.value)
