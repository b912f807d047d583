"""A process that claims, as delivery does, and looks how long it takes and what it costs in memory.

`python -m tests.bench.sending.claiming CLAIMS` finds the database in its environment, and prints one JSON
object. What was claimed is put back between two claims, so that as many wait each time.
"""

import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta

import psutil  # type: ignore[import-untyped]  # its types are a package of their own, for one file

from storage import outbox
from storage.records import Claimed, Lane
from storage.store import Store, Tx
from tests.bench.sending.seeding import store_of

WINDOW = 100  # messages at once; what leaves in a tenth of a second at a thousand a second
_LEASE = timedelta(seconds=60)
_WARM = 5  # claims that are not looked at: connections are made, statements prepared


def _claim(tx: Tx) -> list[Claimed]:
    now = datetime.now(UTC)
    return outbox.claim(tx, Lane.BROADCAST, WINDOW, now + _LEASE, now)


def _memory() -> float:
    """Megabytes now; at its most it is what the passphrase takes at the start."""
    return float(psutil.Process().memory_info().rss) / (1 << 20)


def _once(store: Store) -> tuple[float, float]:
    """Milliseconds, with the transaction and its commit; and megabytes with all of it in hand."""
    began = time.perf_counter()
    claimed = store.write_now(_claim)
    spent = 1000 * (time.perf_counter() - began)
    assert len(claimed) == WINDOW, f"{len(claimed)} were there to be claimed"
    memory = _memory()
    now, ids = datetime.now(UTC), [one.id for one in claimed]
    store.write_now(lambda tx: outbox.put_back(tx, ids, now, tried=False))
    return spent, memory


def main() -> None:
    """Claim so often."""
    store = store_of(os.environ)
    try:
        found = [_once(store) for _ in range(_WARM + int(sys.argv[1]))][_WARM:]
    finally:
        store.close()
    times, memory = zip(*found, strict=True)
    print(json.dumps({"times": sorted(times), "memory": max(memory)}))


if __name__ == "__main__":
    main()
