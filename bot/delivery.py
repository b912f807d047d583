"""What the hotline has to say goes out here: leased from the outbox, paced, sent, settled.

One process delivers at a time, because the limits of the line are one. Every turn is one
transaction: what was sent is settled, and the next messages are leased. What became of replies
is settled at once; of broadcasts, some hundredths of a second's worth together. A reply overtakes
everything else: the lower lanes hold only few leases, and it has the next turn on the line.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.casts import is_new
from bot.clock import Clock
from bot.daytime import by_day
from bot.leading import Leadership
from bot.leases import GATHER, Lease, Leases
from bot.line_state import LineState
from bot.logs import Once
from bot.metrics import Metrics
from bot.outcomes import Outcome
from bot.pacing import Pacer
from bot.patience import Patience
from bot.sending import Sender
from bot.settling import Result, settle
from bot.steps import step
from bot.succession import Succession
from bot.turnstile import Turnstile
from handlers.hotline import Hotline
from storage import broadcasts, outbox, takeover
from storage.errors import StoreTrouble
from storage.records import Claimed, Lane
from storage.store import Store, Tx

LEASE = timedelta(seconds=60)
_SENDING = 37.0  # seconds: 35 that one send may take, timeouts and all, and until somebody looks
_LOOK_AT_LEASES = 1.0  # seconds between looks for those that must be given back
_GRACE = 5.0  # seconds for what is on the wire when we stop
_LAST_TRIES = 5  # to note what was sent before we go; half a second apart when the database is busy
_LAPSE_LOOK = 30.0  # seconds

_log = structlog.get_logger(__name__)


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
        succession: Succession,
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
        self._patience = patience
        self._leadership = leadership
        self._succession = succession
        self._look_every = look_every
        self._disk = Once(_log, "outbox")
        self._line = LineState(pacer, clock, metrics, patience)
        self._woken = asyncio.Event()
        self._soon: asyncio.TimerHandle | None = None
        self._stopping = False
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._results: list[Result] = []
        self._leases = Leases(lambda: self._pacer.meter(paid=True).rate)
        self._line.begin_anew()
        self._lapses_looked = 0.0

    @property
    def down(self) -> bool:
        """Whether the line is known to be down."""
        return self._line.down

    @property
    def leads(self) -> bool:
        """Whether this process is the one that delivers."""
        return self._leadership.held

    @property
    def leases(self) -> Leases:
        """What it has leased."""
        return self._leases

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
            for lease in self._leases.waiting:
                self._give_back(lease)
            for lease in self._leases.on_wire:
                if lease.task is not None:
                    lease.task.cancel()  # whoever leads next decides, as after a crash
            self._succession.end()

    async def _take_over(self) -> None:
        left = await self._succession.take_over(Patience(self._patience.random, longest=5.0), self._disk)
        # Telegram counts what left a moment ago, whoever sent it; what was on the wire, too.
        self._pacer.assume(left.lately, asyncio.get_running_loop().time())
        if left.again or left.unknown:
            _log.info("took over", again=left.again, unknown=left.unknown)

    async def _turn(self) -> datetime | None:
        """Settle what has an outcome and lease what there is room for. Tells when the next is due."""
        loop = asyncio.get_running_loop()
        self._give_back_late(loop.time())
        results, self._results = self._results, []
        room = self._room_now()
        if not results and not room:
            return None
        began = loop.time()
        try:
            claimed, halted, due = await self._store.write(partial(self._settle_and_claim, results, room))
        except StoreTrouble as error:
            self._results = results + self._results
            self._disk.trouble(str(error))
            await asyncio.sleep(self._patience.first)
            self._woken.set()
            return None
        self._disk.over()
        self._succession.forget(result.one.id for result in results)
        now = loop.time()
        self._metrics.store_seconds = now - began
        self._leases.turn_took(now - began)
        if results:
            step("settled")
        if claimed:
            step("claimed")
        for one in claimed:
            self._enter(Lease(one, now + LEASE.total_seconds() - _SENDING))
        for lease in self._leases.of_broadcasts() if halted else ():
            if broadcasts.of_key(lease.one.key) in halted:  # paused or stopped since it was leased
                self._give_back(lease)
        return due

    def _room_now(self) -> Mapping[Lane, int]:
        if self._stopping or asyncio.get_running_loop().time() < self._line.held_until:
            return {}
        if self._line.down:
            # One message finds out whether the line is back; the others stay where they are.
            return {} if len(self._leases) else dict.fromkeys(Lane, 1)
        return self._leases.room()

    def _settle_and_claim(
        self, results: Sequence[Result], room: Mapping[Lane, int], tx: Tx
    ) -> tuple[list[Claimed], frozenset[str], datetime | None]:
        now = self._clock.now()
        settle(tx, self._hotline, results, now)
        halted = broadcasts.halted(tx)
        due, later = outbox.look(tx, now)
        claimed: list[Claimed] = []
        # Asked only where something is to be leased: it locks a row, and an idle house shall not write.
        if not due & room.keys() or not self._succession.holds(tx):
            return claimed, halted, later
        for lane, limit in sorted(room.items()):
            if lane not in due or (lane is Lane.BROADCAST and halted):
                continue
            if self._line.down and claimed:
                break
            claimed += by_day(tx, outbox.claim(tx, lane, limit, now + LEASE, now), now)
        return claimed, halted, later

    def _enter(self, lease: Lease) -> None:
        """Let it wait for its turn on the line."""
        one = lease.one
        self._line.probe = one.id
        self._leases.add(lease)
        away = None
        if one.lane is Lane.BROADCAST:
            # What must wait for its chat had better do so where it is in nobody's way, and in no doubt.
            away = partial(self._give_back, lease)
        lease.turn = self._turnstile.enter(
            one.chat_id, one.lane, partial(self._goes, lease), paid=is_new(one), away=away
        )

    def _goes(self, lease: Lease) -> bool:
        """Its turn has come; whether it leaves."""
        if not self._leadership.held or not self._line.may_go(lease.one):
            self._give_back(lease)
            return False
        self._leases.leaves(lease)
        lease.task = asyncio.create_task(self._send(lease))
        if lease.one.lane is Lane.BROADCAST:
            self._wake_soon()  # the next may be leased
        return True

    async def _send(self, lease: Lease) -> None:
        one = lease.one
        try:
            step("before-send")
            self._succession.leaves(one.id)
            outcome = await self._sender.send(one)
            step("sent")
            self._succession.note(one.id, outcome)
        finally:
            self._leases.ends(lease)
            assert lease.turn is not None, "it has had its turn"
            self._turnstile.leave(lease.turn)
        self._results.append(Result(one, outcome))
        self._heard(one, outcome)
        if one.lane is Lane.BROADCAST:
            self._wake_soon()
        else:
            self._woken.set()

    def _heard(self, one: Claimed, outcome: Outcome) -> None:
        if self._line.heard(one, outcome, paid=is_new(one)):
            # While all must wait, nothing of a broadcast is to be in doubt; without a line, nothing at all.
            for lease in self._leases.waiting if self._line.down else tuple(self._leases.of_broadcasts()):
                self._give_back(lease)

    def _give_back(self, lease: Lease, seconds: float = 0.0) -> None:
        """It was not tried, and had better wait in the outbox, *seconds* at least."""
        if not self._leases.ends(lease):
            return
        if lease.turn is not None:
            self._turnstile.give_up(lease.turn)
        self._results.append(Result(lease.one, None, timedelta(seconds=seconds)))
        self._woken.set()

    def _give_back_late(self, now: float) -> None:
        for lease in self._leases.waiting:
            if lease.give_back_at <= now:
                self._give_back(lease)

    def _wake_soon(self) -> None:
        """Wake when some have gathered."""
        if self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(GATHER, self._ring)

    def _ring(self) -> None:
        self._soon = None
        self._woken.set()

    async def _rest(self, due: datetime | None) -> None:
        """Until something is to be done: woken, a due time, the end of a hold."""
        if self._woken.is_set():
            return
        loop = asyncio.get_running_loop()
        pause = self._look_every
        if due is not None:
            pause = min(pause, max(0.0, (due - self._clock.now()).total_seconds()))
        if (held := self._line.held_until - loop.time()) > 0:
            pause = held
        elif not len(self._leases) and loop.time() - self._lapses_looked > _LAPSE_LOOK:
            self._lapses_looked = loop.time()
            await self._take_up_lapsed()
        if self._leases.waiting:
            pause = min(pause, _LOOK_AT_LEASES)
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await self._woken.wait()

    async def _take_up_lapsed(self) -> None:
        """Only with nothing leased here: no lease of ours is among them then, even if the clock was moved."""
        try:
            await self._store.write(lambda tx: takeover.take_over(tx, self._clock.now(), lapsed_only=True))
        except StoreTrouble as error:
            self._disk.trouble(str(error))

    async def _finish(self) -> None:
        for lease in self._leases.waiting:
            self._give_back(lease)
        if flying := [one.task for one in self._leases.on_wire if one.task is not None]:
            await asyncio.wait(flying, timeout=_GRACE)
        for _ in range(_LAST_TRIES):
            await self._turn()
            if not self._results:
                return
