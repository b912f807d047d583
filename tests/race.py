"""Offers raced by five volunteers in two processes: exactly one has each.

    python -m tests.race [--offers 1000] [--postgresql]

Each volunteer presses "I take it" for every offer, in an order of her own, through the real storage
of her process. On PostgreSQL the processes meet in the database; SQLite takes one writer at a time.
"""

import argparse
import multiprocessing
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from sqlalchemy import func, select

from storage import assignments, cases, keys, migrate, people
from storage.assignments import Answer, Ping
from storage.records import Role
from storage.store import Store, Tx
from storage.tables import assignments as table
from tests.storage.scenes import NOW, a_case

VOLUNTEERS = 5
_SHARES = ((0, 1, 2), (3, 4))  # which of them press in which process
_PASSPHRASE = "made up"  # noqa: S105  # opens nothing


@dataclass(frozen=True)
class Result:
    """What came of it.

    Attributes:
        accepted: Offers that somebody has in the end.
        told: Presses that were answered with "it is yours".
        doubled: Offers of which two were told so.
    """

    offers: int
    accepted: int
    told: int
    doubled: int


def _fill(tx: Tx, offers: int) -> tuple[list[str], list[str]]:
    who = []
    for number in range(VOLUNTEERS):
        who.append(people.welcome(tx, 100 + number, 100 + number, NOW).id)
        people.set_role(tx, who[-1], Role.VOLUNTEER, NOW)
    case = a_case()
    tx.vault.begin(case.id)
    cases.add(tx, case)
    made = []
    for _ in range(offers):
        new = assignments.add(
            tx, case.id, "call", {"what": "made up"}, NOW, asked_by=who[0], due_on=None, urgent=False
        )
        assignments.keep(tx, [Ping(new, one, at, Answer.ASKED, 1, NOW) for at, one in enumerate(who)])
        made.append(new)
    return who, made


def _presses(store: Store, person_id: str, offers: list[str], seed: int) -> list[str]:
    """Which she was told are hers. All press in nearly one order, so that they meet."""
    random = Random(seed)
    order = list(offers)
    for at in range(0, len(order) - 1, 2):
        if random.random() < 0.5:
            order[at], order[at + 1] = order[at + 1], order[at]

    def take(tx: Tx, one: str) -> bool:
        return assignments.take(tx, one, person_id, NOW)

    return [one for one in order if store.write_now(lambda tx, one=one: take(tx, one))]


def _process(
    database: str, folder: str, start: Barrier, share: list[str], offers: list[str], seed: int, out: Any
) -> None:
    store = Store(database, keys.unlock(Path(folder), _PASSPHRASE))
    with ThreadPoolExecutor(len(share)) as pool:
        start.wait()
        each = [pool.submit(_presses, store, one, offers, seed + at) for at, one in enumerate(share)]
        out.put([one.result() for one in each])
    store.close()


def race(database: str, folder: Path, *, offers: int, seed: int) -> Result:
    """Let them race on a migrated, empty database; the keys lie in *folder*."""
    store = Store(database, keys.create(folder, _PASSPHRASE, cost=16))
    who, made = store.write_now(lambda tx: _fill(tx, offers))
    spawn = multiprocessing.get_context("spawn")
    start, out = spawn.Barrier(len(_SHARES)), spawn.Queue()
    running = [
        spawn.Process(
            target=_process,
            args=(database, str(folder), start, [who[one] for one in share], made, seed + 10 * at, out),
        )
        for at, share in enumerate(_SHARES)
    ]
    for one in running:
        one.start()
    told = Counter(offer for _ in running for hers in out.get(timeout=600) for offer in hers)
    for one in running:
        one.join()
    held = select(func.count()).select_from(table).where(table.c.state == "held")
    accepted = store.write_now(lambda tx: int(tx.connection.execute(held).scalar_one()))
    store.close()
    return Result(offers, accepted, told.total(), sum(times > 1 for times in told.values()))


def main() -> None:
    """Race, and say what came of it."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--offers", type=int, default=1_000)
    ask.add_argument("--postgresql", action="store_true", help="on a server of its own, instead of SQLite")
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database, server = f"sqlite:///{folder}/race.db", None
        if asked.postgresql:
            # Only whoever races on it loads a server.
            from tests.conftest import Postgres

            server = Postgres(Path(folder) / "server")
            database = server.fresh()
        else:
            migrate.upgrade(database)
        began = perf_counter()
        result = race(database, Path(folder), offers=asked.offers, seed=asked.seed)
        print(f"{result} in {perf_counter() - began:.1f} s")
        if server is not None:
            server.close()
        if (result.accepted, result.told, result.doubled) != (asked.offers, asked.offers, 0):
            raise SystemExit("not exactly one each")


if __name__ == "__main__":
    main()
