"""Ten thousand reminders, by hand: python -m tests.reminders --count 10000 [--postgresql]."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random

from storage import migrate
from storage.engine import sqlite_url
from storage.store import Store
from tests.reminders.processes import processes, vault
from tests.reminders.run import BEGIN, SPRING, Weeks, wrong


def main() -> int:
    """Live the weeks and say what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.reminders", description=__doc__)
    parser.add_argument("--count", type=int, default=10_100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--postgresql", action="store_true", help="two processes tick, and are killed, on a server of its own"
    )
    asked = parser.parse_args()
    failed = 0
    for name, begin in (("autumn", BEGIN), ("spring", SPRING)):
        begun = time.monotonic()
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="izdeu-reminders-")))
            random = Random(asked.seed)
            if asked.postgresql:
                # Only whoever needs a server loads one.
                from tests.conftest import Postgres

                server = Postgres(folder / "server")
                stack.callback(server.close)
                address = server.fresh()
                ticking = stack.enter_context(processes(address, random))
            else:
                address, ticking = sqlite_url(folder / "reminders.db"), None
                migrate.upgrade(address)
            store = Store(address, vault())
            stack.callback(store.close)
            weeks = Weeks(
                [store], asked.count // 2, random, begin=begin, tick=ticking.tick if ticking else None
            )
            told = weeks.live()
        found = wrong(told)
        failed += len(found)
        killed = f"{ticking.killed} processes killed in a tick, " if ticking is not None else ""
        print(
            f"{name}: {len(told.owed):,} reminders owed, {len(told.heard):,} messages heard, {killed}"
            f"{told.killed} transactions undone, {told.dark:.0f} hours without power; "
            f"{time.monotonic() - begun:.0f} s"
        )
        kinds = Counter(one.partition(":")[0] for one in found)
        print(", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common()) or "nothing wrong")
        for one in found[:10]:
            print(one[:200])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
