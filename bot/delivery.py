"""What the hotline has to say goes out here: leased from the outbox, paced, sent, settled.

One process delivers at a time, because the limits of the line are one. Every turn is one
transaction: what was sent is settled, and the next messages are leased. A reply overtakes
everything else, because the lower lanes hold only a few leases at once.
"""

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.daytime import by_day
from bot.leading import Leadership
from bot.logs import Once
from bot.metrics import Metrics, age
from bot.outcomes import Broken, LineDown, Outcome, RetryAt, Sent, Unknown
from bot.pacing import Pacer, Turnstile
from bot.patience import Patience
from bot.sending import Sender
from bot.settling import settle
from bot.steps import step
from handlers.hotline import Hotline
from storage import broadcasts, outbox
from storage.errors import StoreTrouble
from storage.records import Claimed, Lane
from storage.store import Store, Tx

WINDOWS: Mapping[Lane, int] = {Lane.REPLY: 200, Lane.ALERT: 50, Lane.NOTICE: 50, Lane.BROADCAST: 100}
LEASE = timedelta(seconds=60)
_SENDING = 35.0  # seconds that one send may take, timeouts and all; a lease with less left is given back
_AT_ONCE = 64  # requests on the wire; measured: 60 fill a line of 1,000 a second with 50 ms to the server
_GRACE = 5.0  # seconds for what is on the wire when we stop
_LAST_TRIES = 5  # to note what was sent before we go; half a second apart when the database is busy
_LAPSE_LOOK = 30.0  # seconds

_log = structlog.get_logger(__name__)


class _Untried(Exception):
    """The message was not sent and nothing is known against it."""


@dataclass(frozen=True, slots=True)
class _Result:
    one: Claimed
    outcome: Outcome | None  # None: not tried


class Delivery:
    """Delivers while this process leads.

    Args:
        look_every: Seconds between looks for what other processes said; its own wakes it.
    """

    def __init__(
        self,
        store: Store,
        sender: Sender,
        hotline: Hotline,
        pacer: Pacer,
        turnstile: Turnstile,
        clock: Clock,
        metrics: Metrics,
        patience: Patience,
        leadership: Leadership,
        *,
        look_every: float,
    ) -> None:
        self._store = store
        self._sender = sender
        self._hotline = hotline
        self._pacer = pacer
        self._turnstile = turnstile
        self._clock = clock
        self._metrics = metrics
        self._line_patience = patience
        self._leadership = leadership
        self._look_every = look_every
        self._line = Once(_log, "delivery")
        self._disk = Once(_log, "outbox")
        self._wire = asyncio.Semaphore(_AT_ONCE)
        self._woken = asyncio.Event()
        self._stopping = False
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._results: list[_Result] = []
        self._open: dict[str, asyncio.Task[None]] = {}
        self._waiting: set[str] = set()  # of the open ones, those not yet on the wire
        self._room = dict(WINDOWS)
        self._held_until = 0.0
        self._down = False
        self._probe = ""  # while the line is down: the message that finds out
        self._lapses_looked = 0.0
        self._halted: frozenset[str] = frozenset()

    @property
    def down(self) -> bool:
        """Whether the line is known to be down."""
        return self._down

    @property
    def leads(self) -> bool:
        """Whether this process is the one that delivers."""
        return self._leadership.held

    def wake(self) -> None:
        """Something may have to be said."""
        self._woken.set()

    def stop(self) -> None:
        """Finish what is on the wire, give the rest back, and end `run`."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Deliver whenever this process leads, until stopped or cancelled."""
        await self._leadership.run(self._lead)

    async def _lead(self) -> None:
        self._begin_anew()
        try:
            await self._take_over()
            while not self._stopping:
                self._woken.clear()
                await self._rest(await self._turn())
            await self._finish()
        finally:
            for task in self._open.values():
                task.cancel()

    async def _take_over(self) -> None:
        patience = Patience(self._line_patience.random, longest=5.0)
        while True:
            try:
                again, doubtful = await self._store.write(lambda tx: outbox.take_over(tx, self._clock.now()))
            except StoreTrouble as error:
                self._disk.trouble(str(error))
                await asyncio.sleep(patience.after_failure())
            else:
                self._disk.over()
                if again or doubtful:
                    _log.info("took over", again=again, unknown=doubtful)
                return

    async def _turn(self) -> datetime | None:
        """Settle what has an outcome and lease what there is room for. Tells when the next is due."""
        results, self._results = self._results, []
        room = self._room_now()
        if not results and not room:
            return None
        began = asyncio.get_running_loop().time()
        try:
            claimed, due = await self._store.write(lambda tx: self._settle_and_claim(tx, results, room))
        except StoreTrouble as error:
            self._results = results + self._results
            self._disk.trouble(str(error))
            await asyncio.sleep(self._line_patience.first)
            self._woken.set()
            return None
        self._disk.over()
        now = asyncio.get_running_loop().time()
        self._metrics.store_seconds = now - began
        if results:
            step("settled")
        if claimed:
            step("claimed")
        for one in claimed:
            self._room[one.lane] -= 1
            self._waiting.add(one.id)
            self._open[one.id] = asyncio.create_task(
                self._deliver(one, now + LEASE.total_seconds() - _SENDING)
            )
            self._probe = one.id
        return due

    def _room_now(self) -> Mapping[Lane, int]:
        if self._stopping or asyncio.get_running_loop().time() < self._held_until:
            return {}
        if self._down:
            # One message finds out whether the line is back; the others stay where they are.
            return {} if self._open else dict.fromkeys(Lane, 1)
        return {lane: room for lane, room in self._room.items() if room > 0}

    def _settle_and_claim(
        self, tx: Tx, results: Iterable[_Result], room: Mapping[Lane, int]
    ) -> tuple[list[Claimed], datetime | None]:
        now = self._clock.now()
        for result in results:
            settle(tx, self._hotline, result.one, result.outcome, now)
        claimed: list[Claimed] = []
        self._halted = broadcasts.halted(tx)
        for lane, limit in room.items():
            if lane is Lane.BROADCAST and self._halted:
                continue
            if self._down and claimed:
                break
            claimed += by_day(tx, outbox.claim(tx, lane, limit, now + LEASE, now), now)
        # What is due already waits for room or for one of its chat, and those wake us.
        return claimed, outbox.next_try(tx, now)

    async def _deliver(self, one: Claimed, give_back_at: float) -> None:
        outcome: Outcome | None = None
        try:
            outcome = await self._send_in_turn(one, give_back_at)
        except _Untried:
            pass
        except asyncio.CancelledError:
            if one.id not in self._waiting:
                raise  # on the wire: whoever leads next decides, as after a crash
        finally:
            self._waiting.discard(one.id)
            self._open.pop(one.id, None)
            self._room[one.lane] += 1
        self._results.append(_Result(one, outcome))
        self._note(one, outcome)
        self._woken.set()

    async def _send_in_turn(self, one: Claimed, give_back_at: float) -> Outcome:
        try:
            async with asyncio.timeout_at(give_back_at):
                await self._turnstile.wait(one.chat_id, one.lane)
                await self._wire.acquire()
        except TimeoutError:
            raise _Untried from None
        try:
            halted = broadcasts.of_key(one.key) in self._halted  # paused or stopped since it was leased
            if halted or not self._leadership.held or (self._down and one.id != self._probe):
                raise _Untried
            self._waiting.discard(one.id)
            step("before-send")
            outcome = await self._sender.send(one)
            step("sent")
            return outcome
        finally:
            self._wire.release()

    def _note(self, one: Claimed, outcome: Outcome | None) -> None:
        """What an outcome says about the line, beyond its own message."""
        if outcome is None:
            return
        self._metrics.sent[one.lane.name.lower(), type(outcome).__name__.lower()] += 1
        loop = asyncio.get_running_loop()
        if isinstance(outcome, LineDown):
            self._line.trouble(outcome.reason)
            if not self._down or one.id == self._probe:
                self._down = True
                self._held_until = loop.time() + self._line_patience.after_failure()
            return
        if isinstance(outcome, RetryAt) and outcome.held:
            until = loop.time() + outcome.after.total_seconds()
            if outcome.scope == "all":
                self._pacer.hold(until)
                self._held_until = max(self._held_until, until)
            else:
                self._pacer.hold(until, one.chat_id)
        if isinstance(outcome, Sent):
            if one.lane is Lane.REPLY:
                self._metrics.reply_seconds += age(self._clock.now(), one.made_at)
        elif isinstance(outcome, Broken):
            _log.error("message broken", reason=outcome.reason, kind=one.kind, lane=one.lane.name)
        if self._down and not isinstance(outcome, Unknown):
            self._down = False
            self._line_patience.reset()
            self._line.over()

    async def _rest(self, due: datetime | None) -> None:
        """Until something is to be done: woken, a due time, the end of a hold."""
        if self._woken.is_set():
            return
        loop = asyncio.get_running_loop()
        pause = self._look_every
        if due is not None:
            pause = min(pause, max(0.0, (due - self._clock.now()).total_seconds()))
        if (held := self._held_until - loop.time()) > 0:
            pause = held
        elif not self._open and loop.time() - self._lapses_looked > _LAPSE_LOOK:
            self._lapses_looked = loop.time()
            await self._take_up_lapsed()
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await self._woken.wait()

    async def _take_up_lapsed(self) -> None:
        """Only with nothing open here, so that no lease of ours is among them even if the clock was moved."""
        try:
            await self._store.write(lambda tx: outbox.take_over(tx, self._clock.now(), lapsed_only=True))
        except StoreTrouble as error:
            self._disk.trouble(str(error))

    async def _finish(self) -> None:
        await asyncio.sleep(0)  # one cancelled before its first step would not even give its lease back
        for row_id in list(self._waiting):
            self._open[row_id].cancel()
        if self._open:
            await asyncio.wait(self._open.values(), timeout=_GRACE)
        for _ in range(_LAST_TRIES):
            await self._turn()
            if not self._results:
                return
