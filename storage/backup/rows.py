"""Rows as lines of JSON, out of either database and into either.

Sealed bodies stay sealed; what JSON has no word for stands under a letter of ours. Rows come in
the order of their keys, in parts of about a megabyte, so that no table has to fit into memory.
"""

import base64
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select

from storage.backup.troubles import BackupDamaged

_PART = 1024 * 1024  # bytes
_AT_ONCE = 200  # rows fetched together; a body may have 4 KiB and more


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case bytes() | memoryview():
            return {"b": base64.b64encode(value).decode("ascii")}
        case datetime():
            # What an SQLite column gives without a zone is UTC in every column of ours.
            aware = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
            return {"t": aware.astimezone(UTC).isoformat()}
        case date():
            return {"d": value.isoformat()}
    raise TypeError(f"no word for a {type(value).__name__}")


def _value(plain: Any) -> Any:
    match plain:
        case {"b": str(encoded)}:
            return base64.b64decode(encoded, validate=True)
        case {"t": str(when)}:
            return datetime.fromisoformat(when)
        case {"d": str(day)}:
            return date.fromisoformat(day)
    return plain


def parts(connection: Connection, table: Table) -> Iterator[tuple[bytes, int]]:
    """All rows of *table*, in parts; with each, how many rows it has."""
    lines: list[bytes] = []
    size = 0
    rows = connection.execute(
        select(table).order_by(*table.primary_key), execution_options={"yield_per": _AT_ONCE}
    )
    for row in rows:
        line = json.dumps([_plain(value) for value in row], separators=(",", ":")).encode("ascii") + b"\n"
        lines.append(line)
        size += len(line)
        if size >= _PART:
            yield b"".join(lines), len(lines)
            lines, size = [], 0
    if lines:
        yield b"".join(lines), len(lines)


def read_part(content: bytes, columns: int) -> list[list[Any]]:
    """The rows of a part.

    Raises:
        BackupDamaged: They are not rows of so many columns.
    """
    try:
        rows = [[_value(one) for one in json.loads(line)] for line in content.splitlines()]
    except (ValueError, TypeError):
        raise BackupDamaged from None
    if any(len(row) != columns for row in rows):
        raise BackupDamaged
    return rows


def count(connection: Connection, table: Table) -> int:
    """How many rows the table has."""
    found: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return found


def as_they_are(connection: Connection, names: Sequence[str]) -> dict[str, Table]:
    """Tables as this database has them, whatever step it stands at.

    Raises:
        BackupDamaged: One of them does not exist at that step.
    """
    from sqlalchemy.exc import InvalidRequestError

    found = MetaData()
    try:
        found.reflect(connection, only=list(names))
    except InvalidRequestError:
        raise BackupDamaged from None
    return dict(found.tables)


def put_in(connection: Connection, table: Table, columns: Sequence[str], rows: list[list[Any]]) -> None:
    """Insert rows into a table of `as_they_are`.

    Raises:
        BackupDamaged: The table has other columns.
    """
    if {*columns} != {column.name for column in table.columns}:
        raise BackupDamaged
    if connection.dialect.name == "sqlite":
        connection.execute(table.insert(), [dict(zip(columns, row, strict=True)) for row in rows])
        return
    from psycopg import sql  # not at the top: SQLite does without it

    copy = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(copy) as into:
        for row in rows:
            into.write_row(row)
