"""`python -m tests.bench`: run everything several times and print what came out, as Markdown."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.bots import OURS, PEERS, PEERS_PYTHON, REAL, SLOWER, Contestant, databases
from tests.bench.run import QUICK, Ended, Plan, Result, run
from tests.bench.tables import report


async def _all(chosen: list[Contestant], plan: Plan, rounds: int) -> dict[Contestant, list[Result]]:
    results: dict[Contestant, list[Result]] = {one: [] for one in chosen}
    with tempfile.TemporaryDirectory(prefix="izdeu-bench-") as folder, databases(Path(folder)) as places:
        log = Path(folder) / "log"
        for number in range(1, rounds + 1):
            # Turn about, so that a neighbour who is busy for a minute disturbs all alike.
            for one in chosen:
                print(f"round {number} of {rounds}: {one.name}", file=sys.stderr, flush=True)
                try:
                    results[one].append(await run(one, plan, places, log))
                except (TimeoutError, Ended):
                    print(log.read_text(encoding="utf-8", errors="replace")[-4000:], file=sys.stderr)
                    raise
    return results


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short run of each")
    parser.add_argument("--rounds", type=int, help="runs of each; five, or one with --quick")
    parser.add_argument("--only", default="", help="those whose name contains this")
    parser.add_argument("--slower", action="store_true", help="also each python-telegram-bot the other way")
    asked = parser.parse_args()
    everyone = (*REAL, *OURS, *PEERS, *(SLOWER if asked.slower else ()))
    chosen = [one for one in everyone if asked.only in one.name]
    if any(not one.ours for one in chosen) and not PEERS_PYTHON.exists():
        parser.error("the other bots have no environment yet; `make bench` makes it")
    began = time.monotonic()
    rounds = asked.rounds or (1 if asked.quick else 5)
    results = asyncio.run(_all(chosen, QUICK if asked.quick else Plan(), rounds))
    print(report(results, rounds, time.monotonic() - began))


if __name__ == "__main__":
    main()
