"""What the bot has not asked for yet: numbered, in order, kept for a day, given until it is confirmed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from random import Random
from typing import Any

from bot.clock import Clock
from bot.sandbox.refusals import Json, Refused

KEPT_FOR = timedelta(hours=24)  # core.telegram.org/bots/api#getting-updates
LONGEST_POLL = 50.0  # seconds
MOST_AT_ONCE = 100
# Given only to a bot that asks for them by name.
_ON_REQUEST = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
_REPEATED = 0.5  # seconds within which the same question gets one update
_DOUBLE = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True)
class Waiting:
    """One update on its way.

    Attributes:
        place: In the queue.
        number: What a poll's offset is compared with; None for what was injected without a usable one.
        key: Updates of one key reach a webhook one after another.
        given_to: The offset of the poll that it was given to.
    """

    raw: Any
    place: int
    number: int | None
    at: datetime
    key: tuple[str, int]
    given_to: int | None = None


class Updates:
    """The queue of one bot.

    Args:
        first: The number of the first update.
        pushed: Called with each new update, for the webhook.
        moved: Called when somebody begins to wait, and when something reached the bot.
        seconds: A clock that only goes forward.
    """

    def __init__(
        self,
        clock: Clock,
        first: int,
        pushed: Callable[[Waiting], None],
        moved: Callable[[], None],
        seconds: Callable[[], float],
    ) -> None:
        self._clock = clock
        self._pushed = pushed
        self._moved = moved
        self._seconds = seconds
        self._next = first
        self._queue: dict[int, Waiting] = {}
        self._place = 0
        self._shuffled = False
        self._given: list[Waiting] = []
        self._poll: asyncio.Future[None] | None = None
        self._last: tuple[int, float] | None = None
        self.allowed: frozenset[str] | None = None

    def add(self, kind: str, payload: Json, key: int) -> None:
        """Something happened that the bot may want to know.

        Args:
            kind: The field of the update.
            key: The chat, or for presses the person.
        """
        if (kind in _ON_REQUEST) if self.allowed is None else (kind not in self.allowed):
            return
        number = self._next
        self._next += 1
        self._keep({"update_id": number, kind: payload}, number, (kind, key))

    def inject(self, raw: Any) -> None:
        """Let the bot receive *raw*, whatever it is. An object without `update_id` is given the next one."""
        number = None
        if isinstance(raw, dict):
            raw = {"update_id": self._next, **raw}
            given = raw["update_id"]
            if isinstance(given, int) and not isinstance(given, bool) and given >= self._next:
                number = given
                self._next = given + 1
        self._keep(raw, number, ("injected", self._place))

    def replay(self, count: int) -> None:
        """Give the last *count* given updates again, under the same numbers."""
        for each in self._given[-count:]:
            self._keep(each.raw, None, each.key)

    def reorder(self, random: Random) -> None:
        """Shuffle what is waiting."""
        waiting = list(self._queue.items())
        random.shuffle(waiting)
        self._queue = dict(waiting)
        self._shuffled = True

    def _keep(self, raw: Any, number: int | None, key: tuple[str, int]) -> None:
        self._place += 1
        update = Waiting(raw, self._place, number, self._clock.now(), key)
        self._queue[self._place] = update
        self._pushed(update)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    @property
    def pending(self) -> list[Waiting]:
        """What waits, in the order in which it will be given."""
        self._forget_old()
        return list(self._queue.values())

    def __len__(self) -> int:
        return len(self._queue)

    @property
    def awaited(self) -> bool:
        """Whether somebody has asked and waits now."""
        return self._poll is not None

    def done(self, update: Waiting) -> None:
        """*update* reached the bot."""
        if self._queue.pop(update.place, None) is not None:
            self._remember([update])
            self._moved()

    def clear(self) -> None:
        """Forget all that waits."""
        self._queue.clear()

    def _forget_old(self) -> None:
        oldest = self._clock.now() - KEPT_FOR
        old = list(takewhile(lambda each: each.at < oldest, self._queue.values()))
        for each in old:
            del self._queue[each.place]

    def _remember(self, given: Sequence[Waiting]) -> None:
        self._given = [*self._given, *given][-1000:]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            confirmed = [each for each in self._queue.values() if each.number is not None][:offset]
        else:
            confirmed = []
            for each in self._queue.values():
                if each.number is not None and each.number < offset:
                    confirmed.append(each)
                elif each.number is None and each.given_to is not None and each.given_to != offset:
                    # It cannot be confirmed by its number: any other question confirms it.
                    confirmed.append(each)
                elif each.given_to is None and not self._shuffled:
                    break  # Nothing behind it was given yet.
        for each in confirmed:
            del self._queue[each.place]
        self._shuffled = self._shuffled and bool(self._queue)
        if confirmed:
            self._remember(confirmed)
            self._moved()

    def _take(self, limit: int, offset: int) -> list[Any]:
        taken: list[Any] = []
        for each in self._queue.values():
            if len(taken) == limit:
                break
            each.given_to = offset
            taken.append(each.raw)
        return taken

    async def poll(
        self, offset: int, limit: int, wait: float, gone: "asyncio.Future[Any]"
    ) -> list[Any] | None:
        """Answer one getUpdates; None where nobody waits for the answer any more.

        Args:
            wait: Seconds; at most `LONGEST_POLL`.
            gone: Done when the asker has hung up.

        Raises:
            Refused: 409, when another getUpdates comes meanwhile.
        """
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refused(409, _DOUBLE))
        self._forget_old()
        self._confirm(offset)
        now = self._seconds()
        if self._last is not None and self._last[0] == offset and now - self._last[1] < _REPEATED:
            limit = 1
        self._last = (offset, now)
        limit = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
        if not self._queue and wait > 0:
            mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._poll = mine
            self._moved()
            await asyncio.wait(
                (mine, gone), timeout=min(wait, LONGEST_POLL), return_when=asyncio.FIRST_COMPLETED
            )
            if self._poll is mine:
                self._poll = None
            if mine.done():
                mine.result()
            mine.cancel()
            if gone.done():
                return None
        return self._take(limit, offset)
