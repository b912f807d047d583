"""The limits of the line: so many messages a second overall, so many to one chat.

`Pacer` is arithmetic over a clock that is handed in; `Turnstile` lets those who wait
through one by one, the most important lane first, without polling.

Evenly spaced slots a little under the limit pass more than bursts do: at "30 a second"
a bursting sender is stopped for seconds at a time, an even one never.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable

from storage.records import Lane

_UNDER_THE_LIMIT = 0.985  # of the rate; measured: no 429 in 3,000 messages at 30 a second
_SLOWER, _FASTER = 0.9, 1.01  # after a 429, and for each quiet stretch
_QUIET = 5.0  # seconds without a 429 until the rate grows again
_LOWEST = 1.0  # messages a second, however often Telegram complains
_CHAT_BURST = 3  # messages to one person that may follow each other at once; then one a second
CHAT_EVERY = 1.0  # seconds, core.telegram.org/bots/faq: "avoid sending more than one message per second"
_GROUP_LIMIT, _GROUP_WINDOW = 20, 60.0  # messages a minute to one group, ibidem
_FORGET_AFTER = 120.0  # seconds after which a chat's past says nothing any more
_WINDOW = 1.0  # seconds in which no more than the rate ever goes, however late timers ring
_LATENESS = 0.1  # seconds that are caught up; a busy machine wakes so late
_MOST_STEPS = 1000  # of recovery at once; more than lead from the lowest rate to the highest
_TICK = 1e-6  # seconds; a timer that rings a rounding error early must not ring again at the same time
_SAME_COMPLAINT = 0.5  # seconds; what was on the wire together is refused together, and counts once


class Pacer:
    """When a message may go.

    Args:
        rate: Messages a second that Telegram allows this bot; 30, or more where it is paid for.
        chat_every: Seconds between messages to one person, short bursts aside.
    """

    def __init__(self, rate: float, *, chat_every: float = CHAT_EVERY) -> None:
        self._chat_every = chat_every
        self._highest = rate * _UNDER_THE_LIMIT
        self.rate = self._highest
        self._next = 0.0
        # Below one a second the slots alone are the limit, and nothing is caught up.
        self._lately: deque[float] = deque(maxlen=int(rate * _WINDOW))
        self._lateness = _LATENESS if rate >= 1 else 0.0
        self._held_until = 0.0
        self._grew_at = 0.0
        self._chats: dict[int, deque[float]] = {}
        self._chat_holds: dict[int, float] = {}
        self._swept_at = 0.0

    def overall(self, now: float) -> float:
        """The earliest time at which any message may go; seconds on the clock of *now*."""
        free = max(now, self._next, self._held_until)
        if self._lately and len(self._lately) == self._lately.maxlen:
            return max(free, self._lately[0] + _WINDOW)
        return free

    def for_chat(self, chat_id: int, now: float) -> float:
        """The earliest time at which this chat may get one, the overall limit left aside."""
        free = max(now, self._chat_holds.get(chat_id, 0.0))
        past = self._chats.get(chat_id)
        if not past:
            return free
        if chat_id < 0:
            return max(free, past[0] + _GROUP_WINDOW) if len(past) >= _GROUP_LIMIT else free
        # A bucket of three that fills by one a second: past[0] is the third last.
        return max(free, past[0] + _CHAT_BURST * self._chat_every) if len(past) >= _CHAT_BURST else free

    def when(self, chat_id: int, now: float) -> float:
        """The earliest time at which a message to this chat may go."""
        return max(self.overall(now), self.for_chat(chat_id, now))

    def took(self, chat_id: int, now: float, *, waited_since: float | None = None) -> None:
        """A message goes to this chat now.

        Args:
            waited_since: Since when somebody has been waiting without a gap; None: nobody was.
        """
        self._recover(now)
        # From the slot, not from now: timers wake late, and lateness must not add up. But what
        # nobody waited for is not caught up: after a silence there would be a burst.
        slot = now if waited_since is None else max(now - self._lateness, min(waited_since, now))
        self._next = max(self._next, self._held_until, slot) + 1.0 / self.rate
        self._lately.append(now)
        past = self._chats.get(chat_id)
        if past is None:
            past = self._chats[chat_id] = deque(maxlen=_GROUP_LIMIT if chat_id < 0 else _CHAT_BURST)
        past.append(now)
        if now - self._swept_at > _FORGET_AFTER:
            self._sweep(now)

    def hold(self, until: float, chat_id: int | None = None) -> None:
        """Telegram said to wait: nothing goes before *until*, or nothing to this chat.

        Holding everybody also lowers the rate by a tenth.
        """
        if chat_id is not None:
            self._chat_holds[chat_id] = max(self._chat_holds.get(chat_id, 0.0), until)
            return
        if until > self._held_until:
            if until > self._held_until + _SAME_COMPLAINT:
                self.rate = max(min(_LOWEST, self._highest), self.rate * _SLOWER)
            self._held_until = until
        self._grew_at = max(self._grew_at, self._held_until)

    def _recover(self, now: float) -> None:
        steps = int((now - self._grew_at) / _QUIET)
        if self.rate < self._highest and steps > 0:
            # Silence counts as well: after a quiet hour nothing is left of the complaint.
            self.rate = min(self._highest, self.rate * _FASTER ** min(steps, _MOST_STEPS))
            self._grew_at += steps * _QUIET

    def _sweep(self, now: float) -> None:
        self._swept_at = now
        for chat_id in [one for one, past in self._chats.items() if now - past[-1] > _FORGET_AFTER]:
            del self._chats[chat_id]
        for chat_id in [one for one, until in self._chat_holds.items() if until < now]:
            del self._chat_holds[chat_id]


class Turnstile:
    """Lets senders through: by lane, then as they came; a chat that must wait blocks no other."""

    def __init__(self, pacer: Pacer, *, time: Callable[[], float] | None = None) -> None:
        self._pacer = pacer
        self._time = time
        self._turn = 0
        self._given_up = 0
        self._since = 0.0  # when the first of those came who are ready now
        self._ready: list[tuple[int, int, int, asyncio.Future[None]]] = []
        self._resting: list[tuple[float, int, int, int, asyncio.Future[None]]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0

    async def wait(self, chat_id: int, lane: Lane) -> None:
        """Return when a message to this chat may go; it counts as gone from then on."""
        passed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._turn += 1
        if not self._ready:
            self._since = self._now()
        heapq.heappush(self._ready, (int(lane), self._turn, chat_id, passed))
        self._admit()
        try:
            await passed
        except asyncio.CancelledError:
            self._forget()
            raise

    def _now(self) -> float:
        return self._time() if self._time is not None else asyncio.get_running_loop().time()

    def _forget(self) -> None:
        """Somebody gave up. Those who rest for hours must not leave their traces behind when they do."""
        self._given_up += 1
        if self._given_up > 16 + (len(self._ready) + len(self._resting)) // 2:
            self._given_up = 0
            self._ready = [one for one in self._ready if not one[-1].done()]
            self._resting = [one for one in self._resting if not one[-1].done()]
            heapq.heapify(self._ready)
            heapq.heapify(self._resting)

    def _admit(self) -> None:
        now = self._now()
        while self._resting and self._resting[0][0] <= now:
            rested, lane, turn, chat_id, passed = heapq.heappop(self._resting)
            if not self._ready:
                self._since = rested
            heapq.heappush(self._ready, (lane, turn, chat_id, passed))
        while self._ready:
            lane, turn, chat_id, passed = self._ready[0]
            if passed.done():  # whoever waited gave up
                heapq.heappop(self._ready)
                continue
            # The chat first: who must rest for it steps aside, and the next in line is looked at.
            chat_at = self._pacer.for_chat(chat_id, now)
            if chat_at > now:
                heapq.heappop(self._ready)
                heapq.heappush(self._resting, (chat_at, lane, turn, chat_id, passed))
                continue
            if self._pacer.overall(now) > now:
                break
            heapq.heappop(self._ready)
            self._pacer.took(chat_id, now, waited_since=self._since)
            passed.set_result(None)
        self._set_timer(now)

    def _set_timer(self, now: float) -> None:
        at = min(
            self._pacer.overall(now) if self._ready else float("inf"),
            self._resting[0][0] if self._resting else float("inf"),
        )
        if self._timer is not None:
            if self._timer_at == at:
                return
            self._timer.cancel()
            self._timer = None
        if at < float("inf"):
            self._timer_at = at
            self._timer = asyncio.get_running_loop().call_later(max(_TICK, at - now), self._rung)

    def _rung(self) -> None:
        self._timer = None
        self._admit()
