"""`python -m tests.bench.sending`: let bots send broadcasts, and print what a strict server saw of it."""

import argparse
import asyncio
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.bots import REAL, Contestant, databases
from tests.bench.sending import tables
from tests.bench.sending.plan import Plan
from tests.bench.sending.run import run

_BY_DATABASE = {"sqlite": REAL[:1], "postgresql": REAL[1:], "both": REAL}


async def _all(chosen: Sequence[Contestant], plans: Sequence[Plan]) -> list[tables.Row]:
    rows = []
    with tempfile.TemporaryDirectory(prefix="izdeu-bench-") as folder, databases(Path(folder)) as places:
        log = Path(folder) / "log"
        for plan in plans:
            for one in chosen:
                print(f"{one.name}: {tables.named(plan)}", file=sys.stderr, flush=True)
                try:
                    rows.append((one.name, plan, await run(one, plan, places, log)))
                finally:
                    print(log.read_text(encoding="utf-8", errors="replace")[-4000:], file=sys.stderr)
                    log.unlink(missing_ok=True)
    return rows


def main() -> int:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sending", description=__doc__)
    parser.add_argument("--rate", type=int, default=30, help="messages a second that the server allows")
    parser.add_argument("--messages", type=int, default=3_000)
    parser.add_argument("--paid", action="store_true", help="all but what is paid for has 30 a second only")
    parser.add_argument(
        "--asking", type=float, default=5.0, help="questions a second that people ask meanwhile"
    )
    parser.add_argument("--latency", type=float, default=0.0, help="milliseconds to the server and back")
    parser.add_argument("--database", choices=_BY_DATABASE, default="both")
    asked = parser.parse_args()
    plan = Plan(
        asked.rate, asked.messages, paid=asked.paid, asking=asked.asking, latency=asked.latency / 1000
    )
    rows = asyncio.run(_all(_BY_DATABASE[asked.database], [plan]))
    print(f"`python -m tests.bench.sending {shlex.join(sys.argv[1:])}`: {tables.named(plan)}\n")
    print(tables.broadcasts(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
