"""One broadcast, and its bot killed again and again at moments that nobody chose.

Afterwards the coordinator sends what is in doubt once more, with the button of her card: then
everybody must have it, and nobody twice but who had been in doubt.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from locales.catalog import Catalog
from storage.store import Store
from tests.bench.bots import Contestant, Databases
from tests.bench.sending import proof
from tests.bench.sending.contestants import settings
from tests.bench.sending.plan import Outcome, Plan
from tests.bench.sending.run import Server, seeded, serving, started
from tests.bench.sending.seeding import Seeded, store_of
from tests.bench.sending.tables import table

_LATEST_MARK = 0.9  # of the broadcast; who is in doubt arrives later or not at all
_SPREAD = 0.1  # seconds after a mark within which the kill comes
_PATIENCE = 120.0  # seconds without an end
_LOOK = 0.3  # seconds
_LABEL = "button-cast-again-unknown"
_COLUMNS = (
    "bot", "messages", "killed", "in doubt", "of them had it", "named in the report", "lost", "twice",
    "of these never in doubt", "left waiting", "seconds", "load",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of it.

    Attributes:
        wanted: Kills that were planned; the broadcast was over before the others.
        doubtful: Accounts that were marked unknown, before any was tried again.
        named: How many of these the coordinator's report names.
        over: Whether it came to its end.
        told: What stands in the outbox at the very end.
        seen: What the server saw.
    """

    kills: int
    wanted: int
    doubtful: frozenset[int]
    named: int
    over: bool
    told: proof.Told
    seen: Outcome
    seconds: float
    load: float

    def broken(self) -> list[str]:
        """What was promised and not kept."""
        found = [] if self.over else ["it did not come to its end"]
        if self.kills < self.wanted:
            found.append(f"killed {self.kills} times only, so many were in doubt before the next moment came")
        if lost := proof.lost(self.told, self.seen):
            found.append(f"{len(lost)} lost")
        if self.seen.missing and not lost:
            found.append(f"{len(self.seen.missing)} did not get it, though those in doubt were sent again")
        if twice := proof.doubled(self.seen, self.doubtful):
            found.append(f"{len(twice)} got it twice and were never in doubt")
        if self.named != len(self.doubtful):
            found.append(f"{len(self.doubtful)} in doubt, {self.named} of them in the report")
        return found


def plan_of(messages: int, rate: int, kills: int, *, paid: bool, random: Random) -> Plan:
    """A broadcast with so many moments."""
    marks = sorted(random.sample(range(1, int(_LATEST_MARK * messages)), kills))
    return Plan(rate, messages, paid=paid, still=None, marks=marks)


async def killed(one: Contestant, plan: Plan, places: Databases, log: Path, random: Random) -> Killed:
    """Let *one* send the broadcast of *plan* and kill it at each mark."""
    began = time.monotonic()
    async with serving(plan, log) as server:
        environment = {**places.fresh(one, server.url), **settings(plan)}
        waiting = await asyncio.to_thread(seeded, environment, plan.messages)
        store = store_of(environment)
        try:
            kills = 0
            for _ in plan.marks:
                kills += await _die_once(one, environment, server, store, waiting, log, random)
            async with started(one, environment, log):
                over = await until_over(store, waiting)
                before = await store.read(lambda tx: proof.told(tx, waiting))
                doubtful = before.accounts("unknown")
                if doubtful:
                    over = (
                        await _once_more(server, store, waiting) and await until_over(store, waiting) and over
                    )
            after = await store.read(lambda tx: proof.told(tx, waiting))
            server.give_up()
            seen = await server.outcome()
        finally:
            store.close()
    named = before.listed.get("unknown", 0)
    spent = time.monotonic() - began
    return Killed(kills, len(plan.marks), doubtful, named, over, after, seen, spent, os.getloadavg()[0])


async def _die_once(
    one: Contestant,
    environment: dict[str, str],
    server: Server,
    store: Store,
    waiting: Seeded,
    log: Path,
    random: Random,
) -> bool:
    """One life, until a moment after the next mark; False where the broadcast was over before."""
    async with started(one, environment, log) as process:
        mark = asyncio.create_task(server.next())
        over = asyncio.create_task(until_over(store, waiting))
        await asyncio.wait((mark, over), return_when=asyncio.FIRST_COMPLETED)
        came = mark.done()
        for task in (mark, over):
            task.cancel()
        if came:
            await asyncio.sleep(random.uniform(0.0, _SPREAD))
            process.kill()
            await process.wait()
        return came


async def until_over(store: Store, waiting: Seeded) -> bool:
    """Whether it came to its end in good time."""

    async def is_over() -> bool:
        return await store.read(lambda tx: proof.is_over(tx, waiting))

    return await _until(is_over)


async def _once_more(server: Server, store: Store, waiting: Seeded) -> bool:
    """The coordinator presses the button, as soon as her card has it; whether that did something."""
    label = Catalog.load().plain("en", _LABEL)

    async def worked_on() -> bool:
        return not await store.read(lambda tx: proof.told(tx, waiting).accounts("unknown"))

    return await _until(lambda: server.tap(label)) and await _until(worked_on)


async def _until(true: Callable[[], Awaitable[bool]]) -> bool:
    """Whether it came true in good time."""
    latest = time.monotonic() + _PATIENCE
    while not await true():
        if time.monotonic() > latest:
            return False
        await asyncio.sleep(_LOOK)
    return True


def report(rows: list[tuple[str, Plan, Killed]]) -> str:
    """A table."""
    cells = []
    for name, plan, one in rows:
        left = len(one.told.accounts("waiting")) + len(one.told.accounts("claimed"))
        figures = (
            plan.messages,
            one.kills,
            len(one.doubtful),
            len(one.doubtful & frozenset(one.seen.doubled)),  # who had it has it twice now
            one.named,
            len(proof.lost(one.told, one.seen)),
            len(one.seen.doubled),
            len(proof.doubled(one.seen, one.doubtful)),
            left,
            round(one.seconds),
        )
        cells.append([name, *(f"{figure:,}" for figure in figures), f"{one.load:.1f}"])
    return table(_COLUMNS, cells)
