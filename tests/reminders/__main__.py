"""Ten thousand reminders, by hand: python -m tests.reminders --count 10000 [--database URL]."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from storage import migrate
from storage.engine import sqlite_url
from storage.store import Store
from storage.vault import KEY_BYTES, Vault
from tests.reminders.run import BEGIN, SPRING, Weeks, wrong


def main() -> int:
    """Live the weeks and say what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.reminders", description=__doc__)
    parser.add_argument("--count", type=int, default=10_100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", help="an empty PostgreSQL database; without it SQLite is used")
    asked = parser.parse_args()
    failed = 0
    for name, begin in (("autumn", BEGIN), ("spring", SPRING)):
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="izdeu-reminders-") as folder:
            address = asked.database or sqlite_url(Path(folder) / "reminders.db")
            if asked.database:
                _empty(address)
            migrate.upgrade(address)
            vaults = [Vault(bytes(range(KEY_BYTES))) for _ in range(2 if asked.database else 1)]
            stores = [Store(address, one) for one in vaults]
            pool = ThreadPoolExecutor(2)

            def race(work: list[Callable[[], int]], pool: ThreadPoolExecutor = pool) -> list[int]:
                return [one.result() for one in [pool.submit(each) for each in work]]

            weeks = Weeks(
                stores,
                asked.count // 2,
                Random(asked.seed),
                begin=begin,
                race=race if asked.database else None,
            )
            told = weeks.live()
            for one in stores:
                one.close()
        found = wrong(told)
        failed += len(found)
        print(
            f"{name}: {len(told.owed):,} reminders owed, {len(told.heard):,} messages heard, "
            f"{told.killed} transactions killed, {told.dark:.0f} hours without power, {len(stores)} stores; "
            f"{time.monotonic() - begun:.0f} s"
        )
        kinds = Counter(one.partition(":")[0] for one in found)
        print(", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common()) or "nothing wrong")
        for one in found[:10]:
            print(one[:200])
    return 1 if failed else 0


def _empty(address: str) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


if __name__ == "__main__":
    sys.exit(main())
