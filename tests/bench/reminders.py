"""What a tick costs where 100,000 words wait and 100 are due: python -m tests.bench.reminders.

On both databases, with 1,000 waiting and with 100,000, so that it shows whether what is not due
costs anything. The budget is that of a team of ten; a hundred people, each with one word, are shown beside.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from itertools import count
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
_DUE = 100
_TEAM, _CROWD = 10, 100  # people to whom what is due belongs: ten words each, or one


class Back(Exception):
    """Takes a measured tick back, so that the next finds the same."""


def _seed(tx: Tx, waiting: int, size: int) -> None:
    team = []
    for number in range(size):
        one = people.welcome(tx, number + 1, number + 1, NOON)
        people.set_role(tx, one.id, Role.VOLUNTEER, NOON)
        team.append(one.id)
    body = {"text": "made up", "shown": "made up", "files": [], "checklist": [], "code": None}
    for number in range(waiting + _DUE):
        holder = team[number % size]
        at = NOON if number < _DUE else NOON + timedelta(days=30, seconds=number)
        task = tasks.add(tx, None, "call", body, NOON, author_id=holder, holder_id=holder, due_at=at)
        reminders.plan(tx, [reminders.Planned(task, holder, "due", at)])


def measured(address: str, waiting: int, times: int, team: int) -> list[float]:
    """Milliseconds of each tick: all that is due is found, said, written and taken back."""
    migrate.upgrade(address)
    store = Store(address, Vault(bytes(range(KEY_BYTES))))
    store.write_now(lambda tx: _seed(tx, waiting, team))
    took = []

    def tick(tx: Tx) -> None:
        begun = perf_counter()
        said = reminding.tend(tx, _OFFICE, NOON, leaving.hand_everything_back)
        took.append((perf_counter() - begun) * 1000)
        assert said == team
        raise Back

    if not store.sqlite:
        store.write_now(lambda tx: tx.connection.exec_driver_sql("ANALYZE"))
    for _ in range(times):
        with suppress(Back):
            store.write_now(tick)
    store.close()
    return took


def _databases(folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each kind with something that gives the address of an empty one."""
    numbers = count(1)
    yield "SQLite", lambda: sqlite_url(folder / f"bench-{next(numbers)}.db")
    # Only whoever measures on it loads a server.
    from tests.conftest import Postgres

    server = Postgres(folder / "server")
    try:
        yield "PostgreSQL", server.empty
    finally:
        server.close()


def main() -> int:
    """Measure, and fail where it takes too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reminders", description=__doc__)
    parser.add_argument("--times", type=int, default=60)
    asked = parser.parse_args()
    slow = 0
    with tempfile.TemporaryDirectory(prefix="izdeu-bench-") as folder:
        for name, empty in _databases(Path(folder)):
            for team in (_TEAM, _CROWD):
                for waiting in (1_000, 100_000):
                    took = measured(empty(), waiting, asked.times, team)
                    median = statistics.median(took)
                    slow += team == _TEAM and median >= BUDGET_MS
                    print(
                        f"{name}: {waiting:,} wait, {_DUE} are due to {team}: "
                        f"median {median:.1f} ms, worst {max(took):.1f} ms",
                        flush=True,
                    )
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
