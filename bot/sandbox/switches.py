"""Switches that break the line, for as long as somebody wants to see what the bot makes of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal, get_args

from bot.clock import Clock

Mode = Literal[
    "ok",
    "outage",
    "slow",
    "too_many",
    "server_error",
    "timeout_after_accept",
    "revoked",
    "conflict",
    "garbage",
]
MODES: tuple[Mode, ...] = get_args(Mode)


class Switches:
    """What the line does.

    Args:
        clock: Of the world: a switch that was set for an hour goes back when the clock is moved by one.
        changed: Called after each turn.

    Attributes:
        delay: Seconds that every answer takes while the line is slow.
    """

    def __init__(self, clock: Clock, changed: Callable[[], None]) -> None:
        self._clock = clock
        self._changed = changed
        self._mode: Mode = "ok"
        self._until: datetime | None = None
        self.delay = 3.0

    def set(self, mode: Mode, seconds: float | None = None) -> None:
        """Turn to *mode*, for *seconds* or until the next turn.

        Raises:
            ValueError: There is no such mode.
        """
        if mode not in MODES:
            raise ValueError(f"no mode {mode!r}; there are {', '.join(MODES)}")
        self._mode = mode
        self._until = (
            None if seconds is None or mode == "ok" else self._clock.now() + timedelta(seconds=seconds)
        )
        self._changed()

    @property
    def mode(self) -> Mode:
        """What the line does now."""
        if self._until is not None and self._clock.now() >= self._until:
            self._mode, self._until = "ok", None
        return self._mode

    @property
    def until(self) -> datetime | None:
        """When the line goes back to normal by itself; None where it does not."""
        return self._until if self.mode != "ok" else None

    def seconds_left(self, otherwise: int) -> int:
        """Whole seconds until the line is normal again, *otherwise* where nobody knows."""
        until = self.until
        return otherwise if until is None else max(1, round((until - self._clock.now()).total_seconds()))
