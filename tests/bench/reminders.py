"""What a tick costs where 100,000 words wait and 100 are due: python -m tests.bench.reminders.

With 1,000 waiting and with 100,000, so that it shows whether what is not due costs anything.
"""

import argparse
import statistics
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from handlers import leaving, reminding
from handlers.rules.office import Office
from storage import migrate, people, reminders, tasks
from storage.engine import sqlite_url
from storage.records import Role
from storage.store import Store, Tx
from storage.vault import KEY_BYTES, Vault

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
BUDGET_MS = 20.0
_OFFICE = Office(ZoneInfo("Asia/Almaty"), (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
_TEAM, _DUE = 10, 100


class Back(Exception):
    """Takes a measured tick back, so that the next finds the same."""


def _seed(tx: Tx, waiting: int) -> None:
    team = []
    for number in range(_TEAM):
        one = people.welcome(tx, number + 1, number + 1, NOON)
        people.set_role(tx, one.id, Role.VOLUNTEER, NOON)
        team.append(one.id)
    body = {"text": "made up", "shown": "made up", "files": [], "checklist": [], "code": None}
    for number in range(waiting + _DUE):
        holder = team[number % _TEAM]
        at = NOON if number < _DUE else NOON + timedelta(days=30, seconds=number)
        task = tasks.add(tx, None, "call", body, NOON, author_id=holder, holder_id=holder, due_at=at)
        reminders.plan(tx, task, holder, {"due": at})


def measured(address: str, waiting: int, times: int) -> list[float]:
    """Milliseconds of each tick: all that is due is found, said, written and taken back."""
    migrate.upgrade(address)
    store = Store(address, Vault(bytes(range(KEY_BYTES))))
    store.write_now(lambda tx: _seed(tx, waiting))
    took = []

    def tick(tx: Tx) -> None:
        begun = perf_counter()
        said = reminding.tend(tx, _OFFICE, NOON, leaving.hand_everything_back)
        took.append((perf_counter() - begun) * 1000)
        assert said == _TEAM
        raise Back

    if not store.sqlite:
        store.write_now(lambda tx: tx.connection.exec_driver_sql("ANALYZE"))
    for _ in range(times):
        with suppress(Back):
            store.write_now(tick)
    store.close()
    return took


def main() -> int:
    """Measure, and fail where it takes too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reminders", description=__doc__)
    parser.add_argument("--database", help="an empty PostgreSQL database for each count: URL with {count}")
    parser.add_argument("--times", type=int, default=60)
    asked = parser.parse_args()
    medians = []
    for waiting in (1_000, 100_000):
        with tempfile.TemporaryDirectory(prefix="izdeu-bench-") as folder:
            address = sqlite_url(Path(folder) / "bench.db")
            if asked.database:
                address = asked.database.format(count=waiting)
            took = measured(address, waiting, asked.times)
        medians.append(statistics.median(took))
        print(f"{waiting:,} wait, {_DUE} are due: median {medians[-1]:.1f} ms, worst {max(took):.1f} ms")
    return 0 if medians[-1] < BUDGET_MS else 1


if __name__ == "__main__":
    sys.exit(main())
