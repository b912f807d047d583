"""A broadcast over a bad line: whoever did not get it, or may not have got it, is named afterwards."""

import asyncio
import os
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.bench.bots import Contestant, Databases
from tests.bench.sending import proof
from tests.bench.sending.contestants import settings
from tests.bench.sending.faults import blocked
from tests.bench.sending.kills import until_over
from tests.bench.sending.plan import Outcome, Plan
from tests.bench.sending.run import seeded, serving, started
from tests.bench.sending.seeding import store_of
from tests.bench.sending.tables import table

_COLUMNS = (
    "bot", "messages", "429s", "other troubles", "arrived", "had blocked it", "blocked", "failed", "unknown",
    "of them had it", "named in the report", "lost", "twice", "left waiting", "seconds", "load",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Went:
    """What came of it.

    Attributes:
        over: Whether it came to its end.
    """

    plan: Plan
    over: bool
    told: proof.Told
    seen: Outcome
    seconds: float
    load: float

    def broken(self) -> list[str]:
        """What was promised and not kept."""
        found = [] if self.over else ["it did not come to its end"]
        if lost := proof.lost(self.told, self.seen):
            found.append(f"{len(lost)} lost")
        if twice := proof.doubled(self.seen, self.told.accounts("unknown")):
            found.append(f"{len(twice)} got it twice and are not in doubt")
        if wrongly := self.told.accounts("gone") ^ blocked(self.plan):
            # Who is in doubt may have blocked it, too.
            wrongly -= self.told.accounts("unknown")
            found += [f"{len(wrongly)} wrongly marked as blocked, or not marked"] if wrongly else []
        return found + self.told.missed()


async def sent(one: Contestant, plan: Plan, places: Databases, log: Path) -> Went:
    """Let *one* send the broadcast of *plan*."""
    began = time.monotonic()
    async with serving(plan, log) as server:
        environment = {**places.fresh(one, server.url), **settings(plan)}
        waiting = await asyncio.to_thread(seeded, environment, plan.messages)
        store = store_of(environment)
        try:
            async with started(one, environment, log):
                over = await until_over(store, waiting)
            told = await store.read(lambda tx: proof.told(tx, waiting))
            server.give_up()
            seen = await server.outcome()
        finally:
            store.close()
    return Went(plan, over, told, seen, time.monotonic() - began, os.getloadavg()[0])


def report(rows: list[tuple[str, Went]]) -> str:
    """A table."""
    cells = []
    for name, one in rows:
        states = Counter(one.told.state_of.values())
        unknown = one.told.accounts("unknown")
        figures = (
            one.plan.messages,
            one.seen.refused,
            sum(one.seen.troubles.values()),
            one.seen.arrived,
            len(blocked(one.plan)),
            states["gone"],
            states["broken"],
            len(unknown),
            len(unknown - frozenset(one.seen.missing)),
            sum(one.told.listed.get(state, 0) for state in proof.DOUBTFUL),
            len(proof.lost(one.told, one.seen)),
            one.seen.twice,
            states["waiting"] + states["claimed"],
            round(one.seconds),
        )
        cells.append([name, *(f"{figure:,}" for figure in figures), f"{one.load:.1f}"])
    met = [
        f"{name}: " + ", ".join(f"{kind} {many}" for kind, many in sorted(one.seen.troubles.items()))
        for name, one in rows
    ]
    return "\n\n".join((table(_COLUMNS, cells), "Troubles met. " + "; ".join(met) + "."))
