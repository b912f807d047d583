"""`python -m tests.bench.sending`: let bots send broadcasts, and print what a strict server saw of it."""

import argparse
import asyncio
import os
import platform
import shlex
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bench.bots import PEERS_PYTHON, Contestant, Databases, databases
from tests.bench.sending import bad_line, contestants, kills, rows, suites, tables
from tests.bench.sending.plan import FREE, Plan
from tests.bench.sending.run import run

Broken = list[str]
"""Promises that were not kept, in words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where everything is measured.

    Attributes:
        ours: Our own bot, with each database that was asked for.
        log: Where bots and servers write what they have to say.
    """

    asked: argparse.Namespace
    ours: Sequence[Contestant]
    places: Databases
    log: Path

    @property
    def rate(self) -> int:
        """Messages a second, where nothing else was asked for."""
        return suites.FAST if self.asked.rate is None else int(self.asked.rate)

    def paid(self, rate: int) -> bool:
        """Whether only what is paid for has this rate, as Telegram has it."""
        return rate > FREE and not self.asked.unpaid

    def begins(self, one: Contestant, what: str) -> None:
        """Say what is being measured."""
        print(f"{one.name}: {what}", file=sys.stderr, flush=True)


async def _one(on: Ground) -> tuple[str, Broken]:
    asked = on.asked
    rate = FREE if asked.rate is None else asked.rate
    plan = Plan(
        rate,
        asked.messages,
        paid=on.paid(rate),
        asking=asked.asking,
        latency=asked.latency / 1000,
        grudge=asked.grudge,
    )
    return await _broadcasts(on, [plan], lambda _plan: on.ours)


async def _rates(on: Ground) -> tuple[str, Broken]:
    plans = suites.rates(paid=on.paid(suites.FAST), quick=on.asked.quick)
    return await _broadcasts(on, plans, lambda _plan: on.ours)


async def _peers(on: Ground) -> tuple[str, Broken]:
    plans = suites.peers(paid=on.paid(suites.FAST), quick=on.asked.quick, grudge=on.asked.grudge)
    return await _broadcasts(on, plans, lambda plan: (*on.ours, *contestants.peers(plan)))


async def _broadcasts(
    on: Ground, plans: Sequence[Plan], chosen: Callable[[Plan], Sequence[Contestant]]
) -> tuple[str, Broken]:
    found: list[tables.Row] = []
    broken: Broken = []
    for plan in plans:
        for one in chosen(plan):
            on.begins(one, tables.named(plan))
            seen = await run(one, plan, on.places, on.log)
            found.append((one.name, plan, seen))
            if one.ours:
                broken += [f"{one.name}, {tables.named(plan)}: {why}" for why in suites.broken(plan, seen)]
    return tables.broadcasts(found), broken


async def _kills(on: Ground) -> tuple[str, Broken]:
    found: list[tuple[str, Plan, kills.Killed]] = []
    messages, many = (500, 3) if on.asked.quick else (5_000, 10)
    for one in on.ours:
        random = Random(on.asked.seed)
        plan = kills.plan_of(messages, on.rate, many, paid=on.paid(on.rate), random=random)
        on.begins(one, f"{tables.named(plan)}, {many} kills")
        found.append((one.name, plan, await kills.killed(one, plan, on.places, on.log, random)))
    return kills.report(found), [f"{name}: {why}" for name, _, one in found for why in one.broken()]


async def _bad_line(on: Ground) -> tuple[str, Broken]:
    plan = suites.bad_line(on.rate, paid=on.paid(on.rate), quick=on.asked.quick, seed=on.asked.seed)
    found: list[tuple[str, bad_line.Went]] = []
    for one in on.ours:
        on.begins(one, f"{tables.named(plan)}, a bad line")
        found.append((one.name, await bad_line.sent(one, plan, on.places, on.log)))
    return bad_line.report(found), [f"{name}: {why}" for name, one in found for why in one.broken()]


async def _rows(on: Ground) -> tuple[str, Broken]:
    plan, claims = suites.rows(paid=on.paid(suites.FAST), quick=on.asked.quick)
    found: list[tuple[str, rows.Grown]] = []
    for one in on.ours:
        on.begins(one, f"{plan.messages:,} rows")
        found.append((one.name, await rows.grown(one, plan, claims, on.places, on.log)))
    return rows.report(found), [f"{name}: {why}" for name, one in found for why in one.broken()]


_MODES: Mapping[str, Callable[[Ground], Awaitable[tuple[str, Broken]]]] = {
    "one": _one,
    "rates": _rates,
    "peers": _peers,
    "kill": _kills,
    "bad": _bad_line,
    "rows": _rows,
}
_HELP = """\
one      a single broadcast, as --rate, --messages, --asking and --latency describe it (the default)
rates    ours at 30 and at 1,000 a second: left alone, while people ask, with a server that is some way off
peers    the same while people ask, beside other bots
kill     one broadcast, and the bot killed ten times before it ends
bad      one over a line on which everything goes wrong
rows     a million messages wait: what does a claim cost, and the bot that sends them
all      all but the first
"""


async def _measured(asked: argparse.Namespace) -> Broken:
    broken: Broken = []
    chosen = [mode for mode in _MODES if mode != "one"] if asked.mode == "all" else [asked.mode]
    with tempfile.TemporaryDirectory(prefix="izdeu-bench-") as folder, databases(Path(folder)) as places:
        on = Ground(asked, contestants.OURS[asked.database], places, Path(folder) / "log")
        for mode in chosen:
            began, load = time.monotonic(), os.getloadavg()[0]
            try:
                found, missed = await _MODES[mode](on)
            except BaseException:
                if on.log.exists():
                    print(on.log.read_text(encoding="utf-8", errors="replace")[-4000:], file=sys.stderr)
                raise
            spent, busy = (time.monotonic() - began) / 60, os.getloadavg()[0]
            print(f"# {mode}: {spent:.0f} minutes, load average {load:.1f} before, {busy:.1f} after")
            print(f"\n{found}\n")
            if missed:
                print("Not kept:\n\n" + "\n".join(f"- {one}" for one in missed) + "\n")
            sys.stdout.flush()
            broken += missed
    return broken


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.sending",
        description=__doc__,
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("mode", nargs="?", default="one", choices=(*_MODES, "all"), help="see below")
    parser.add_argument("--database", choices=contestants.OURS, default="both")
    parser.add_argument("--check", action="store_true", help="end with 1 where a promise is not kept")
    parser.add_argument("--quick", action="store_true", help="far fewer messages")
    parser.add_argument(
        "--unpaid",
        action="store_true",
        help="more than 30 a second is for all, not only for what is paid for",
    )
    parser.add_argument("--grudge", action="store_true", help="messages sent during a hold make it longer")
    parser.add_argument("--seed", type=int, help="of all that is left to chance")
    parser.add_argument(
        "--rate", type=int, help="messages a second that are allowed; one: 30; kill and bad: 1,000"
    )
    parser.add_argument("--messages", type=int, default=3_000, help="how many")
    parser.add_argument("--asking", type=float, default=suites.ASKING, help="questions a second meanwhile")
    parser.add_argument("--latency", type=float, default=0.0, help="milliseconds to the server and back")
    asked = parser.parse_args()
    if asked.mode in ("peers", "all") and not PEERS_PYTHON.exists():
        parser.error("the other bots have no environment yet; `make bench-sending` makes it")
    if asked.seed is None:
        asked.seed = Random().randrange(1_000_000)
    return asked


def main() -> int:
    """Read the arguments, measure, print."""
    asked = _arguments()
    print(f"`python -m tests.bench.sending {shlex.join(sys.argv[1:])}`, seed {asked.seed}")
    print(f"Python {platform.python_version()}; {os.cpu_count()} cores for bot, database and server.")
    print(f"{tables.LEGEND}\n", flush=True)
    return 1 if asyncio.run(_measured(asked)) and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
