"""A whole year, by hand: python -m tests.year --cases 1000 --days 365."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from storage import migrate
from storage.engine import sqlite_url
from storage.store import Store
from storage.vault import KEY_BYTES, Vault
from tests.year.run import Year
from tests.year.told import wrong

_SHOWN, _WIDE = 20, 300  # lines, letters


def main() -> int:
    """Live the year and say what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="izdeu-year-") as folder:
        address = sqlite_url(Path(folder) / "year.db")
        migrate.upgrade(address)
        store = Store(address, Vault(bytes(range(KEY_BYTES))))
        year = Year(store, asked.cases, asked.days, Random(asked.seed))
        told = year.live()
        store.close()
    found = wrong(told)
    dark = sum((until - at).total_seconds() for at, until in year.dark) / 3600
    print(
        f"{asked.cases} cases, {asked.days} days, seed {asked.seed}: {len(told.promised):,} promises, "
        f"{len(told.owed):,} words owed, {year.letters:,} letters, {len(told.heard):,} messages heard, "
        f"{len(year.dark)} times without power, {dark:.0f} hours in all; {time.monotonic() - begun:.0f} s"
    )
    kinds = Counter(one.partition(":")[0] for one in found)
    if kinds:
        print(", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common()))
    for one in found[:_SHOWN]:
        print(one[:_WIDE])
    print(f"{len(found)} wrong" if found else "nothing wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
