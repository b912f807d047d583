"""The time, as something that can be handed in: rehearsals and tests move it, nobody sleeps for it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Now: aware, UTC."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Now: aware, UTC."""
        return datetime.now(UTC)


class MovableClock:
    """Time that goes on as usual and can be moved ahead.

    Args:
        start: What time it is at the beginning; aware. The machine's own where None.

    Raises:
        ValueError: *start* has no zone.
    """

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.utcoffset() is None:
            raise ValueError("the start of a clock must be aware")
        self._shift = timedelta(0) if start is None else start - datetime.now(UTC)
        self._hear: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Now: aware, UTC."""
        return datetime.now(UTC) + self._shift

    def move(self, by: timedelta) -> None:
        """Let *by* pass at once; whoever waits for a time is told."""
        self._shift += by
        for hear in self._hear:
            hear()

    def on_move(self, hear: Callable[[], None]) -> None:
        """Call *hear* after each move."""
        self._hear.append(hear)
