"""The line can be broken on purpose: what each switch does to a request stands in `server`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MODES = (
    "ok",
    "slow",
    "outage",
    "too_many",
    "server_error",
    "timeout_after_accept",
    "garbage",
    "conflict",
    "revoked",
)


@dataclass(slots=True)
class Switches:
    """Which trouble the line has now, and until when on the rehearsal's clock."""

    mode: str = "ok"
    until: datetime | None = None
    delay: float = 1.5  # seconds of the slow line

    def set(self, mode: str, now: datetime, seconds: float | None = None) -> None:
        """Break the line so, for *seconds* or until it is set again.

        Raises:
            ValueError: No such trouble.
        """
        if mode not in MODES:
            raise ValueError(f"no switch {mode}")
        self.mode = mode
        self.until = now + timedelta(seconds=seconds) if seconds is not None and mode != "ok" else None

    def now(self, at: datetime) -> str:
        """The trouble at this time."""
        if self.until is not None and at >= self.until:
            self.mode, self.until = "ok", None
        return self.mode
