"""`python -m tests.bench.sending`: let bots send broadcasts, and print what a strict server saw of it."""

import argparse
import asyncio
import os
import platform
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from tests.bench.bots import PEERS_PYTHON, Contestant, Databases, databases
from tests.bench.sending import bad_line, contestants, kills, rows, suites, tables
from tests.bench.sending.plan import FREE, Plan
from tests.bench.sending.run import run

Broken = list[str]
"""Promises that were not kept, in words."""


async def _broadcasts(
    plans: Sequence[Plan], chosen: Callable[[Plan], Sequence[Contestant]], places: Databases, folder: Path
) -> tuple[str, Broken]:
    found: list[tables.Row] = []
    broken: Broken = []
    for plan in plans:
        for one in chosen(plan):
            print(f"{one.name}: {tables.named(plan)}", file=sys.stderr, flush=True)
            seen = await run(one, plan, places, folder / "log")
            found.append((one.name, plan, seen))
            if one.ours:
                broken += [f"{one.name}, {tables.named(plan)}: {why}" for why in suites.broken(plan, seen)]
    return tables.broadcasts(found), broken


async def _measured(asked: argparse.Namespace, folder: Path, places: Databases) -> tuple[str, Broken]:
    ours = contestants.OURS[asked.database]
    if asked.mode == "one":
        return await _broadcasts([_plan_of(asked)], lambda _plan: ours, places, folder)
    if asked.mode == "rates":
        plans = suites.rates(paid=asked.paid, quick=asked.quick)
        return await _broadcasts(plans, lambda _plan: ours, places, folder)
    if asked.mode == "kill":
        return await _kills(asked, ours, places, folder)
    if asked.mode == "bad":
        return await _bad_line(asked, ours, places, folder)
    if asked.mode == "rows":
        return await _rows(asked, ours, places, folder)
    plans = suites.peers(paid=asked.paid, quick=asked.quick, grudge=asked.grudge)
    return await _broadcasts(plans, lambda plan: (*ours, *contestants.peers(plan)), places, folder)


async def _kills(
    asked: argparse.Namespace, ours: Sequence[Contestant], places: Databases, folder: Path
) -> tuple[str, Broken]:
    found: list[tuple[str, Plan, kills.Killed]] = []
    broken: Broken = []
    messages, many = (500, 3) if asked.quick else (5_000, 10)
    for one in ours:
        random = Random(asked.seed)
        rate = suites.FAST if asked.rate is None else asked.rate
        plan = kills.plan_of(messages, rate, many, paid=asked.paid, random=random)
        print(f"{one.name}: {tables.named(plan)}", file=sys.stderr, flush=True)
        seen = await kills.killed(one, plan, places, folder / "log", random)
        found.append((one.name, plan, seen))
        broken += [f"{one.name}: {why}" for why in seen.broken()]
    return kills.report(found), broken


async def _bad_line(
    asked: argparse.Namespace, ours: Sequence[Contestant], places: Databases, folder: Path
) -> tuple[str, Broken]:
    rate = suites.FAST if asked.rate is None else asked.rate
    plan = suites.bad_line(rate, paid=asked.paid, quick=asked.quick, seed=asked.seed)
    found: list[tuple[str, bad_line.Went]] = []
    for one in ours:
        print(f"{one.name}: {tables.named(plan)}, a bad line", file=sys.stderr, flush=True)
        found.append((one.name, await bad_line.sent(one, plan, places, folder / "log")))
    return bad_line.report(found), [f"{name}: {why}" for name, one in found for why in one.broken()]


async def _rows(
    asked: argparse.Namespace, ours: Sequence[Contestant], places: Databases, folder: Path
) -> tuple[str, Broken]:
    plan, claims = suites.rows(paid=asked.paid, quick=asked.quick)
    found: list[tuple[str, rows.Grown]] = []
    for one in ours:
        print(f"{one.name}: {plan.messages:,} rows", file=sys.stderr, flush=True)
        found.append((one.name, await rows.grown(one, plan, claims, places, folder / "log")))
    return rows.report(found), [f"{name}: {why}" for name, one in found for why in one.broken()]


def _plan_of(asked: argparse.Namespace) -> Plan:
    return Plan(
        FREE if asked.rate is None else asked.rate,
        asked.messages,
        paid=asked.paid,
        asking=asked.asking,
        latency=asked.latency / 1000,
        grudge=asked.grudge,
    )


async def _all(asked: argparse.Namespace) -> tuple[str, Broken]:
    with tempfile.TemporaryDirectory(prefix="izdeu-bench-") as folder, databases(Path(folder)) as places:
        try:
            return await _measured(asked, Path(folder), places)
        except BaseException:
            log = Path(folder) / "log"
            if log.exists():
                print(log.read_text(encoding="utf-8", errors="replace")[-4000:], file=sys.stderr)
            raise


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sending", description=__doc__)
    parser.add_argument(
        "mode",
        nargs="?",
        default="one",
        choices=("one", "rates", "peers", "kill", "bad", "rows"),
        help="one: a single broadcast as described by the arguments (the default); "
        "rates: ours at 30 and at 1,000 a second, in all ways; peers: ours beside others",
    )
    parser.add_argument("--database", choices=contestants.OURS, default="both")
    parser.add_argument("--check", action="store_true", help="end with 1 where a promise is not kept")
    parser.add_argument("--quick", action="store_true", help="a tenth of the messages")
    parser.add_argument("--paid", action="store_true", help="what is not paid for has 30 a second only")
    parser.add_argument("--grudge", action="store_true", help="messages sent during a hold make it longer")
    parser.add_argument("--rate", type=int, help="messages a second that are allowed")
    parser.add_argument("--messages", type=int, default=3_000, help="one: how many")
    parser.add_argument(
        "--asking", type=float, default=suites.ASKING, help="one: questions a second meanwhile"
    )
    parser.add_argument("--latency", type=float, default=0.0, help="one: milliseconds to the server and back")
    parser.add_argument("--seed", type=int, help="of everything that is left to chance")
    asked = parser.parse_args()
    if asked.mode == "peers" and not PEERS_PYTHON.exists():
        parser.error("the other bots have no environment yet; `make bench-sending` makes it")
    return asked


def main() -> int:
    """Read the arguments, measure, print."""
    asked = _arguments()
    if asked.seed is None:
        asked.seed = Random().randrange(1_000_000)
    began, load = time.monotonic(), os.getloadavg()[0]
    found, broken = asyncio.run(_all(asked))
    print(f"`python -m tests.bench.sending {shlex.join(sys.argv[1:])}`, seed {asked.seed}")
    print(
        f"Python {platform.python_version()}; {os.cpu_count()} cores for bot, database and server; "
        f"load average {load:.1f} before and {os.getloadavg()[0]:.1f} after "
        f"{(time.monotonic() - began) / 60:.0f} minutes.\n"
    )
    print(found)
    if broken:
        print("\nNot kept:\n")
        print("\n".join(f"- {one}" for one in broken))
    return 1 if broken and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
