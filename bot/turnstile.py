"""Lets messages onto the wire one by one, the most important first, without polling.

The rule: of those who could go, the lane that matters most goes first, and within a lane whoever came
first. A chat that must wait blocks no other. So that nothing starves at the bottom, a lane that was passed
over `PASSED_OVER` times in a row while somebody of it could have gone has the next turn; so each lane gets
one turn in 25 at the least, however many replies there are. What is paid for has a limit of its own and
passes beside all else.

A turn is taken only together with a place on the wire: where answers come slowly, turns are not used
up by messages that do not leave, and no burst follows when the wire is free again. Some places are
never given to the lower lanes, so that a reply finds one.
"""

import asyncio
import heapq
from collections.abc import Callable

from bot.pacing import Pacer, Passage
from storage.records import Lane

PASSED_OVER = 24
PLACES = 64
"""Messages on the wire at once, at the least."""

_LANES = tuple(Lane)
_KEPT_FREE = (0.0, 0.125, 0.125, 0.25)  # by lane: the share of the places that it never takes
_AWAY = 0.2  # seconds to the server and back at which the rate still is reached; to Telegram it is half of it
_MOST_PLACES = 256
_TICK = 1e-6  # seconds; a timer that rings a rounding error early must not ring again at the same time


def places_for(pacer: Pacer) -> int:
    """How many messages are on the wire at once so that all of the rate is used."""
    fastest = max(pacer.meter(paid).highest for paid in (False, True))
    return max(PLACES, min(_MOST_PLACES, int(fastest * _AWAY)))


class Turn:
    """One message that waits for its turn, or is on the wire.

    Attributes:
        passed: Whether it was let through.
        over: Whether it waits no more, for whatever reason.
    """

    __slots__ = ("away", "chat_id", "go", "lane", "number", "over", "paid", "passage", "passed")

    def __init__(
        self,
        chat_id: int,
        lane: Lane,
        paid: bool,
        number: int,
        go: Callable[[], bool],
        away: Callable[[float], None] | None,
    ) -> None:
        self.chat_id = chat_id
        self.lane = lane
        self.paid = paid
        self.number = number
        self.go = go
        self.away = away
        self.passage: Passage | None = None
        self.passed = False
        self.over = False

    def __lt__(self, other: "Turn") -> bool:
        return self.number < other.number


class _Queue:
    """Those who share one limit: by lane, and in each lane as they came."""

    def __init__(self, *, paid: bool) -> None:
        self.paid = paid
        self.since = 0.0  # when the first of those came who are ready now
        self.lanes: list[list[Turn]] = [[] for _ in _LANES]
        self._passed_over = [0 for _ in _LANES]

    def put(self, turn: Turn, came_at: float) -> None:
        if not any(self.lanes):
            self.since = came_at
        heapq.heappush(self.lanes[turn.lane], turn)

    def in_order(self) -> list[Lane]:
        """The lanes in which somebody waits: who was passed over for long, then by importance."""
        waiting = [lane for lane in _LANES if self.lanes[lane]]
        if len(waiting) > 1 and max(self._passed_over) >= PASSED_OVER:
            waiting.sort(key=lambda lane: (not self.overdue(lane), lane))
        return waiting

    def overdue(self, lane: Lane) -> bool:
        return self._passed_over[lane] >= PASSED_OVER

    def goes(self, turn: Turn) -> None:
        heapq.heappop(self.lanes[turn.lane])
        self._passed_over[turn.lane] = 0
        for lane in _LANES[turn.lane + 1 :]:
            if self.lanes[lane]:
                self._passed_over[lane] += 1

    def clear_of_leavers(self) -> None:
        for lane, turns in enumerate(self.lanes):
            self.lanes[lane] = [one for one in turns if not one.over]
            heapq.heapify(self.lanes[lane])


class Turnstile:
    """Lets through whoever may go.

    Args:
        places: Messages on the wire at once.
        time: Seconds; the event loop's where None.
    """

    def __init__(
        self, pacer: Pacer, *, places: int = PLACES, time: Callable[[], float] | None = None
    ) -> None:
        self._pacer = pacer
        self._time = time
        self._most = [places - int(places * share) for share in _KEPT_FREE]
        self._places = places
        self._on_wire = 0
        self._came = 0
        self._given_up = 0
        self._free, self._paid = _Queue(paid=False), _Queue(paid=True)
        self._resting: list[tuple[float, Turn]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0
        self._letting = False

    @property
    def waiting(self) -> int:
        """How many wait, those included who gave up and were not cleared away yet."""
        lanes = (*self._free.lanes, *self._paid.lanes)
        return sum(len(turns) for turns in lanes) + len(self._resting)

    def enter(
        self,
        chat_id: int,
        lane: Lane,
        go: Callable[[], bool],
        *,
        paid: bool = False,
        away: Callable[[float], None] | None = None,
    ) -> Turn:
        """Wait for a turn.

        Args:
            go: Called when it has come, perhaps at once. Tells whether the message leaves; then it
                counts, and `leave` must be called when its answer is there. Must not raise.
            paid: It counts among what is paid for.
            away: Called in place of a wait for the chat, with the seconds that this would take.
        """
        self._came += 1
        turn = Turn(chat_id, lane, paid and self._pacer.pays, self._came, go, away)
        self._queue(turn).put(turn, self._now())
        self._admit()
        return turn

    def give_up(self, turn: Turn) -> None:
        """It waits no more. Those who rest for hours must not leave their traces behind when they do."""
        if turn.over:
            return
        turn.over = True
        self._given_up += 1
        if self._given_up > 16 + self.waiting // 2:
            self._given_up = 0
            self._free.clear_of_leavers()
            self._paid.clear_of_leavers()
            self._resting = [one for one in self._resting if not one[1].over]
            heapq.heapify(self._resting)

    def leave(self, turn: Turn) -> None:
        """Its answer is there, or nobody waits for that any more: its place on the wire is free."""
        self._on_wire -= 1
        if turn.passage is not None:
            self._pacer.meter(turn.paid).answered(turn.passage, self._now())
        self._admit()

    def _now(self) -> float:
        return self._time() if self._time is not None else asyncio.get_running_loop().time()

    def _queue(self, turn: Turn) -> _Queue:
        return self._paid if turn.paid else self._free

    def _admit(self) -> None:
        if self._letting:  # whoever is let through may enter or leave; the round that runs sees to it
            return
        self._letting = True
        try:
            now = self._now()
            while self._resting and self._resting[0][0] <= now:
                rested, turn = heapq.heappop(self._resting)
                self._queue(turn).put(turn, rested)
            for queue in (self._free, self._paid):
                while self._let_one(queue, now):
                    pass
        finally:
            self._letting = False
        self._set_timer(now)

    def _let_one(self, queue: _Queue, now: float) -> bool:
        """Let the next one through. False where nobody can go now."""
        lanes = queue.in_order()
        if not lanes or self._pacer.overall(now, paid=queue.paid) > now:
            return False
        for lane in lanes:
            if not self._finds_place(queue, lane):
                continue
            turn = self._first(queue, lane, now)
            if turn is None:
                continue
            queue.goes(turn)
            turn.over = True
            if turn.go():
                turn.passed = True
                self._on_wire += 1
                turn.passage = self._pacer.took(turn.chat_id, now, waited_since=queue.since, paid=queue.paid)
            return True
        return False

    def _first(self, queue: _Queue, lane: Lane, now: float) -> Turn | None:
        """The first of this lane whose chat may get one now; whose chat must wait steps aside."""
        turns = queue.lanes[lane]
        while turns:
            turn = turns[0]
            if not turn.over:
                at = self._pacer.for_chat(turn.chat_id, now)
                if at <= now:
                    return turn
                if turn.away is None:
                    heapq.heappush(self._resting, (at, turn))
                else:
                    turn.over = True
                    turn.away(at - now)
            heapq.heappop(turns)
        return None

    def _set_timer(self, now: float) -> None:
        at = self._resting[0][0] if self._resting else float("inf")
        for queue in (self._free, self._paid):
            # Who waits for a place is let through when one is left, and needs no timer.
            if any(self._finds_place(queue, lane) for lane in queue.in_order()):
                at = min(at, self._pacer.overall(now, paid=queue.paid))
        if self._timer is not None:
            if self._timer_at == at:
                return
            self._timer.cancel()
            self._timer = None
        if at < float("inf"):
            self._timer_at = at
            self._timer = asyncio.get_running_loop().call_later(max(_TICK, at - now), self._rung)

    def _finds_place(self, queue: _Queue, lane: Lane) -> bool:
        """Whether the wire has a place for one of this lane."""
        return self._on_wire < (self._places if queue.overdue(lane) else self._most[lane])

    def _rung(self) -> None:
        self._timer = None
        self._admit()
