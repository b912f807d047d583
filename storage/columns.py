"""What our columns hold: times in UTC, words of ours, remarks for operators.

The same is refused and the same comes back, whichever database keeps it.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, String, TypeDecorator

_WITHOUT_ZONE = len("2026-11-24 07:00:00.000000")


class UtcTime(TypeDecorator[datetime]):
    """An aware datetime in UTC; a naive one is refused before it reaches the database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """Straight to the text that SQLAlchemy keeps in SQLite, which it would reach in four steps."""
        return _text_of if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        when: datetime = value
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a time without zone")
    return value.astimezone(UTC)


def _text_of(value: datetime | None) -> str | None:
    return None if value is None else _in_utc(value).isoformat(" ", "microseconds")[:_WITHOUT_ZONE]


class Word(TypeDecorator[str]):
    """A word of ours: printable ASCII, no longer than its column.

    SQLite would take any length, PostgreSQL would refuse NUL, both would choke on lone
    surrogates; here both refuse the same.
    """

    impl = String
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or (value.isascii() and value.isprintable() and len(value) <= self.length):
            return value
        raise ValueError("not a word of ours")


class Remark(TypeDecorator[str]):
    """A short remark for operators. It may come from a foreign error, so it is cut and cleaned."""

    impl = String
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return "".join(one if one.isascii() and one.isprintable() else "?" for one in value[: self.length])
