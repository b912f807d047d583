"""What this process has leased from the outbox: what waits for its turn, and what is on the wire.

Whatever is leased when the process is killed may have gone out, as far as another machine can know
afterwards (on this one `bot.journal` knows better). A reply or a notice is then said again; a broadcast's
message becomes unknown, and a person must look after it. So of broadcasts no more is leased ahead than
leaves until the next lease can be there: in the time that two turns take, as measured, and a little more.
At 30 a second that is two or three.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.turnstile import Turn
from storage.records import Claimed, Lane

WINDOWS: Mapping[Lane, int] = {Lane.REPLY: 200, Lane.ALERT: 50, Lane.NOTICE: 50}
"""How many of a lane are leased at once."""
GATHER = 0.02
"""Seconds in which outcomes of broadcasts are gathered for one transaction."""
MOST_AHEAD = 150  # messages of broadcasts that wait for their turns here, however slow the database is

_FEWEST_AHEAD = 2  # while one is on its way to the wire the next must be here
_SPARE = 0.005  # seconds
_SLOWEST_TURN = 0.25  # seconds; what takes longer is an exception, and no reason to lease more
_FADES = 0.9  # of how long turns took, each time that one is quicker


@dataclass(eq=False, slots=True)
class Lease:
    """One message that is ours for now.

    Attributes:
        give_back_at: When it must have left; seconds on the event loop's clock.
    """

    one: Claimed
    give_back_at: float
    turn: Turn | None = None
    task: asyncio.Task[None] | None = None


class Leases:
    """All of them.

    Args:
        rate: Messages of broadcasts a second.
    """

    def __init__(self, rate: Callable[[], float]) -> None:
        self._rate = rate
        self._turn_takes = 0.0
        self._waiting: dict[str, Lease] = {}
        self._going: dict[str, Lease] = {}
        self._held = dict.fromkeys(Lane, 0)
        self._ahead = 0

    def __len__(self) -> int:
        return len(self._waiting) + len(self._going)

    @property
    def waiting(self) -> tuple[Lease, ...]:
        """Those that have not left."""
        return tuple(self._waiting.values())

    @property
    def on_wire(self) -> tuple[Lease, ...]:
        """Those that have left and are not answered."""
        return tuple(self._going.values())

    def of_broadcasts(self) -> Iterator[Lease]:
        """Those of broadcasts that have not left."""
        return (one for one in self.waiting if one.one.lane is Lane.BROADCAST)

    def add(self, lease: Lease) -> None:
        """It was leased."""
        self._waiting[lease.one.id] = lease
        self._held[lease.one.lane] += 1
        self._ahead += lease.one.lane is Lane.BROADCAST

    def leaves(self, lease: Lease) -> None:
        """It goes onto the wire."""
        del self._waiting[lease.one.id]
        self._going[lease.one.id] = lease
        self._ahead -= lease.one.lane is Lane.BROADCAST

    def ends(self, lease: Lease) -> bool:
        """It was answered, or is given back. False where that was so already."""
        if self._waiting.pop(lease.one.id, None) is not None:
            self._ahead -= lease.one.lane is Lane.BROADCAST
        elif self._going.pop(lease.one.id, None) is None:
            return False
        self._held[lease.one.lane] -= 1
        return True

    def turn_took(self, seconds: float) -> None:
        """So long the last transaction took, from when it was given to when it was committed."""
        self._turn_takes = min(_SLOWEST_TURN, max(seconds, self._turn_takes * _FADES))

    @property
    def window(self) -> int:
        """How many of broadcasts are leased before they leave."""
        ahead = self._rate() * (GATHER + 2 * self._turn_takes + _SPARE)
        return max(_FEWEST_AHEAD, min(MOST_AHEAD, int(ahead) + 1))

    def room(self) -> dict[Lane, int]:
        """How many more of each lane may be leased."""
        room = {lane: window - self._held[lane] for lane, window in WINDOWS.items()}
        room[Lane.BROADCAST] = self.window - self._ahead
        return {lane: free for lane, free in room.items() if free > 0}
