"""The long run: as many hostile updates as one likes, in houses of their own, each with its honest people.

python -m tests.fuzz --updates 1000000 --seed 1
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from storage import migrate
from storage.engine import sqlite_url
from storage.store import Store
from storage.vault import KEY_BYTES, Vault
from tests.fuzz.outcome import Outcome
from tests.fuzz.run import run
from tests.fuzz.traces import in_files, in_text, overheard

_A_HOUSE = 20_000  # updates; more would only make the files large


def main() -> int:
    """Run, print what was found, and answer with the exit code."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--updates", type=int, default=1_000_000, help="how many in all")
    asked.add_argument("--seed", type=int, default=1, help="the first house's; the next one's is one more")
    chosen = asked.parse_args()
    began, done, seed, found = perf_counter(), 0, chosen.seed, Counter[str]()
    while done < chosen.updates:
        count = min(_A_HOUSE, chosen.updates - done)
        outcome, defects = _house(count, seed)
        done += count
        found.update(defects)
        rate = outcome.received / outcome.seconds
        print(
            f"{done:>9,} updates, seed {seed}: {rate:,.0f} a second, {outcome.said:,} answers, "
            f"{outcome.inbox.get('aside', 0):,} kept aside, {len(defects)} defects",
            flush=True,
        )
        for what in defects:
            print(f"          {what}", flush=True)
        seed += 1
    print(f"{done:,} updates in {perf_counter() - began:,.0f} s; {sum(found.values())} defects")
    return 1 if found else 0


def _house(updates: int, seed: int) -> tuple[Outcome, list[str]]:
    with tempfile.TemporaryDirectory(prefix="izdeu-fuzz-") as folder:
        with overheard() as log:
            attacked = _run(Path(folder) / "attacked.db", updates, seed, alone=False)
        alone = _run(Path(folder) / "alone.db", updates, seed, alone=True)
        left = in_files(Path(folder))
    defects = attacked.defects()
    defects += [
        f"{name} was told something else" for name in alone.told if attacked.told[name] != alone.told[name]
    ]
    defects += ["a case is kept otherwise"] if attacked.kept != alone.kept else []
    defects += [f"in the log: {word}" for word in in_text(log.getvalue())]
    defects += [f"in the files: {word}" for word in left]
    return attacked, defects


def _run(path: Path, updates: int, seed: int, *, alone: bool) -> Outcome:
    url = sqlite_url(path)
    migrate.upgrade(url)
    store = Store(url, Vault(bytes(range(KEY_BYTES))))
    try:
        return asyncio.run(run(store, updates=updates, seed=seed, alone=alone))
    finally:
        store.close()


if __name__ == "__main__":
    sys.exit(main())
