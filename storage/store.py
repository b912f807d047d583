"""Units of work: a function that gets a transaction, and whose changes are kept whole or not at all.

On SQLite one thread does all writing. What arrives while it is busy is done together: each
unit in a savepoint of its own, one commit for all, and nobody is told before that commit.
On PostgreSQL a few threads work side by side, one transaction a unit.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from storage.engine import POSTGRES_THREADS, open_engine, trouble_of
from storage.errors import StoreTrouble
from storage.vault import Vault

T = TypeVar("T")

_GROUP = 32  # units a commit; more would make the first wait for the last


@dataclass(frozen=True, slots=True)
class Tx:
    """One transaction, and the vault that seals what goes into it."""

    connection: Connection
    vault: Vault

    @property
    def sqlite(self) -> bool:
        """Whether this is SQLite, where one writer at a time makes row locks needless."""
        return self.connection.dialect.name == "sqlite"


Work = Callable[[Tx], T]


class Store:
    """The database, as something that units of work can be given to.

    Args:
        url: As `storage.engine.open_engine`.
        vault: Opened with the passphrase.
    """

    def __init__(self, url: str, vault: Vault) -> None:
        self.vault = vault
        self.engine: Engine = open_engine(url)
        self.sqlite = self.engine.dialect.name == "sqlite"
        if self.sqlite:
            self._readers = open_engine(url, writer=False)
            self._writer: _GroupWriter | None = _GroupWriter(self.engine, vault)
            self._threads = ThreadPoolExecutor(4, "store-read")
        else:
            self._readers = self.engine
            self._writer = None
            self._threads = ThreadPoolExecutor(POSTGRES_THREADS, "store")

    async def write(self, work: Work[T]) -> T:
        """Do *work* in one transaction and return what it returned, after the commit.

        Raises:
            StoreTrouble: Nothing was kept; the same work can be given again.
            Exception: What *work* raised; nothing of it was kept.
        """
        if self._writer is not None:
            return await asyncio.wrap_future(self._writer.put(work))
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._alone, self.engine, work)

    async def read(self, work: Work[T]) -> T:
        """As `write`, for work that only reads; on SQLite beside the writer."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._alone, self._readers, work)

    def write_now(self, work: Work[T]) -> T:
        """As `write`, for commands that have no event loop."""
        return self._alone(self.engine, work)

    def _alone(self, engine: Engine, work: Work[T]) -> T:
        try:
            with engine.begin() as connection:
                return work(Tx(connection, self.vault))
        except Exception as error:
            trouble = trouble_of(error)
            if trouble is None or trouble is error:
                raise
            raise trouble from None

    def close(self) -> None:
        """Finish what was given and let the database go."""
        if self._writer is not None:
            self._writer.stop()
        self._threads.shutdown(wait=True)
        self._readers.dispose()
        self.engine.dispose()


class _GroupWriter:
    """The one thread that writes to SQLite, many units to a commit."""

    def __init__(self, engine: Engine, vault: Vault) -> None:
        self._engine = engine
        self._vault = vault
        self._given: queue.SimpleQueue[tuple[Work[Any], Future[Any]] | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store-write", daemon=True)
        self._thread.start()

    def put(self, work: Work[Any]) -> Future[Any]:
        if self._closed:
            raise StoreTrouble
        future: Future[Any] = Future()
        self._given.put((work, future))
        return future

    def stop(self) -> None:
        self._closed = True
        self._given.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._given.get()) is not None:
            group, last = [first], False
            while len(group) < _GROUP:
                try:
                    given = self._given.get_nowait()
                except queue.Empty:
                    break
                if given is None:
                    last = True
                    break
                group.append(given)
            self._commit_together([one for one in group if one[1].set_running_or_notify_cancel()])
            if last:
                return

    def _commit_together(self, group: list[tuple[Work[Any], Future[Any]]]) -> None:
        done: list[tuple[Future[Any], Any]] = []
        failed: list[tuple[Future[Any], BaseException]] = []
        try:
            with self._engine.begin() as connection:
                tx = Tx(connection, self._vault)
                for work, future in group:
                    try:
                        with connection.begin_nested():
                            done.append((future, work(tx)))
                    except Exception as error:
                        # A full or locked database may have ended the whole transaction: then nobody's work stands.
                        if trouble_of(error) is not None:
                            raise
                        failed.append((future, error))
        except Exception as error:
            trouble = trouble_of(error) or error
            for _, future in group:
                future.set_exception(trouble)
            return
        for future, error in failed:
            future.set_exception(error)
        for future, result in done:
            future.set_result(result)
