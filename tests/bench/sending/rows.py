"""A thousand rows wait, then a hundred thousand, then a million: what does a claim cost, and what the bot?"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.bots import ROOT, Contestant, Databases
from tests.bench.sending.claiming import WINDOW
from tests.bench.sending.contestants import settings
from tests.bench.sending.plan import Outcome, Plan
from tests.bench.sending.run import broadcast, seeded
from tests.bench.sending.tables import broadcasts, table

_MOST_MEMORY = 200.0  # megabytes
_FLAT = 2.0  # times as long as with the fewest; a busy machine alone makes half as much again
_ROUNDS = 5
_NOISE = 2.0  # milliseconds that nobody would call growth
_COLUMNS = (
    "bot", "waiting", f"a claim of {WINDOW}: p50, ms", "p95", "memory, MB", "filled in, s", "load",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """What so many waiting rows cost.

    Attributes:
        times: Milliseconds a claim, sorted.
        memory: Megabytes (RSS) at most of the process that claimed.
        filling: Seconds that it took to let them wait.
    """

    waiting: int
    times: Sequence[float]
    memory: float
    filling: float
    load: float

    def time(self, share: float) -> float:
        """Milliseconds within which this share of the claims was done."""
        return self.times[min(len(self.times) - 1, int(share * len(self.times)))]


@dataclass(frozen=True, slots=True)
class Grown:
    """One kind of database.

    Attributes:
        plan: What the bot was then asked for, with all of them waiting.
    """

    sizes: Sequence[Size]
    plan: Plan
    seen: Outcome

    def broken(self) -> list[str]:
        """What was promised and not kept."""
        found = []
        first = self.sizes[0].time(0.5)
        for size in self.sizes:
            if size.time(0.5) > max(_FLAT * first, first + _NOISE):
                found.append(
                    f"a claim takes {size.time(0.5):.1f} ms with {size.waiting:,} waiting, "
                    f"{first:.1f} ms with {self.sizes[0].waiting:,}"
                )
            if size.memory > _MOST_MEMORY:
                found.append(f"{size.memory:.0f} MB to claim with {size.waiting:,} waiting")
        if self.seen.memory > _MOST_MEMORY:
            found.append(f"the bot takes {self.seen.memory:.0f} MB with {self.sizes[-1].waiting:,} waiting")
        return found


async def grown(one: Contestant, plan: Plan, claims: int, places: Databases, log: Path) -> Grown:
    """Fill an outbox of *one* for each size, up to what *plan* has; claim from each, send from the last.

    Args:
        claims: That are looked at, at each size; in rounds, so that a busy moment disturbs all sizes alike.
    """
    sizes = sorted({max(plan.messages // by, 10 * WINDOW) for by in (1_000, 10, 1)})
    environments = {waiting: places.fresh(one, "http://127.0.0.1:9") for waiting in sizes}
    filling = {
        waiting: await asyncio.to_thread(_filled, environment, waiting)
        for waiting, environment in environments.items()
    }
    times: dict[int, list[float]] = {waiting: [] for waiting in sizes}
    memory = dict.fromkeys(sizes, 0.0)
    for _ in range(_ROUNDS):
        for waiting, environment in environments.items():
            told = await _claims(environment, claims // _ROUNDS, log)
            times[waiting] += told["times"]
            memory[waiting] = max(memory[waiting], told["memory"])
    load = os.getloadavg()[0]
    found = [Size(each, sorted(times[each]), memory[each], filling[each], load) for each in sizes]
    last = {**environments[sizes[-1]], **settings(plan)}
    return Grown(found, plan, await broadcast(one, plan, last, log))


def _filled(environment: dict[str, str], waiting: int) -> float:
    """Let so many wait; returns the seconds that it took."""
    began = time.monotonic()
    seeded(environment, waiting)
    return time.monotonic() - began


async def _claims(environment: dict[str, str], claims: int, log: Path) -> dict[str, Any]:
    command = (sys.executable, "-m", "tests.bench.sending.claiming", str(claims))
    with log.open("ab") as written:
        process = await asyncio.create_subprocess_exec(
            *command, env=environment, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=written
        )
    out, _ = await process.communicate()
    return dict(json.loads(out))


def report(rows: Sequence[tuple[str, Grown]]) -> str:
    """Two tables: claims, and the bot with all of them waiting."""
    cells = [
        [
            name,
            f"{size.waiting:,}",
            f"{size.time(0.5):.1f}",
            f"{size.time(0.95):.1f}",
            f"{size.memory:.0f}",
            f"{size.filling:.0f}",
            f"{size.load:.1f}",
        ]
        for name, one in rows
        for size in one.sizes
    ]
    return table(_COLUMNS, cells) + "\n\n" + broadcasts([(name, one.plan, one.seen) for name, one in rows])
