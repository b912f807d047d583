"""Processes that tick at the same moment, and are killed in the middle of it, without a word."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.connection import Connection
from random import Random
from typing import Any

from storage.store import Store
from storage.vault import KEY_BYTES, Vault
from tests.reminders.run import OFFICE, as_the_job_does

_KILLED = 0.04  # of all ticks
_LONGEST = 0.01  # seconds into a tick; most take less
_PATIENCE = 60.0


def vault() -> Vault:
    """The same keys in every process."""
    return Vault(bytes(range(KEY_BYTES)))


def _ticks(database: str, orders: Connection) -> None:
    store = Store(database, vault())
    while True:
        now: datetime | None = orders.recv()
        if now is None:
            break
        orders.send(store.write_now(lambda tx, at=now: as_the_job_does(tx, OFFICE, at)))
    store.close()


class Processes:
    """Some that tick on one database.

    Attributes:
        killed: How often one was killed while it ticked.
    """

    def __init__(self, database: str, random: Random, count: int = 2) -> None:
        # A clean process to fork from: what this one has open must not be theirs.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([__name__, "sqlalchemy.dialects.postgresql.psycopg"])
        self._database = database
        self._random = random
        self._running: list[tuple[Any, Connection]] = [self._started() for _ in range(count)]
        self.killed = 0

    def _started(self) -> tuple[Any, Connection]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_ticks, args=(self._database, theirs), daemon=True)
        process.start()
        theirs.close()
        return process, ours

    def tick(self, now: datetime) -> bool:
        """All at once, one of them perhaps killed; whether there may be more to do."""
        for _, orders in self._running:
            orders.send(now)
        if self._random.random() < _KILLED:
            victim = self._random.randrange(len(self._running))
            time.sleep(self._random.uniform(0, _LONGEST))
            process, orders = self._running[victim]
            process.kill()
            process.join()
            self.killed += not _has_answered(orders)
            orders.close()
            self._running[victim] = self._started()
            for number, (_, one) in enumerate(self._running):
                if number != victim:
                    self._answer(one)
            return True
        done = [self._answer(orders) for _, orders in self._running]
        return any(done)

    def _answer(self, orders: Connection) -> int:
        if not orders.poll(_PATIENCE):
            raise TimeoutError("a process that ticks gives no answer")
        return int(orders.recv())

    def close(self) -> None:
        """End them all."""
        for process, orders in self._running:
            orders.send(None)
            process.join()
            orders.close()


def _has_answered(orders: Connection) -> bool:
    """Whether it had ended its tick before it was killed."""
    try:
        orders.recv()
    except (EOFError, ConnectionResetError):
        return False
    return True


@contextmanager
def processes(database: str, random: Random) -> Iterator[Processes]:
    """Two of them, as long as they are needed."""
    opened = Processes(database, random)
    try:
        yield opened
    finally:
        opened.close()
