"""Units of work: a function that gets a transaction, and whose changes are kept whole or not at all.

On SQLite one thread does all writing. What arrives while it is busy is done together: each
unit in a savepoint of its own, one commit for all, and nobody is told before that commit.
On PostgreSQL a few threads work side by side, one transaction a unit.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine

from storage.engine import POSTGRES_THREADS, open_engine, troubles_told
from storage.prepared import NOTHING, Answer, Prepared, Values
from storage.vault import Vault
from storage.writing import GroupWriter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tx:
    """One transaction, and the vault that seals what goes into it."""

    connection: Connection
    vault: Vault
    driver: sqlite3.Connection | None = None  # of the connection that writes to SQLite
    last: "dict[Callable[[Tx, list[Any]], None], list[Any]]" = field(default_factory=dict, compare=False)
    """What is written when the work is done, by the function that writes it.

    What every unit of work writes to in one place is held as shortly as can be, and after all else:
    so none waits for another in a circle.
    """

    @property
    def sqlite(self) -> bool:
        """Whether this is SQLite, where one writer at a time makes row locks needless."""
        return self.connection.dialect.name == "sqlite"

    def execute(self, statement: Any, values: Values | Sequence[Values] = NOTHING) -> Answer:
        """Execute a statement that was built when its module was loaded, as all that are often executed.

        Args:
            values: By name; several at once to execute it for each of them.
        """
        if self.driver is None:
            return cast(Answer, self.connection.execute(statement, values))
        prepared = _prepared.get(statement)
        if prepared is None:
            names = values if isinstance(values, Mapping) else values[0]
            prepared = _prepared[statement] = Prepared(statement, names, self.connection.dialect)
        return prepared.execute(self.driver, values)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is done in here is taken back alone when it fails."""
        before = {write: len(given) for write, given in self.last.items()}
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            for write, given in self.last.items():
                del given[before.get(write, 0) :]
            raise


Work = Callable[[Tx], T]
_prepared: dict[Any, Prepared] = {}  # by statement


def _whole(work: Work[T], tx: Tx) -> T:
    """Do *work*, and then what it left to the end."""
    try:
        done = work(tx)
        for write, given in tx.last.items():
            if given:
                write(tx, given)
        return done
    finally:
        tx.last.clear()  # on SQLite the next unit of the same commit gets the same transaction


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
            self._writer: GroupWriter[Tx] | None = GroupWriter(self.engine, self._tx, vault.keep_new)
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
        loop = asyncio.get_running_loop()
        if self._writer is None:
            return await loop.run_in_executor(self._threads, self._alone, self.engine, work)
        future: asyncio.Future[T] = loop.create_future()
        self._writer.put(partial(_whole, work), future, loop)
        return await future

    async def read(self, work: Work[T]) -> T:
        """As `write`, for work that only reads; on SQLite beside the writer, and writing is refused."""
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, self._alone, self._readers, work
        )

    def write_now(self, work: Work[T]) -> T:
        """As `write`, for commands that have no event loop. Not from inside a unit of work."""
        if self._writer is None:
            return self._alone(self.engine, work)
        future: Future[T] = Future()
        self._writer.put(partial(_whole, work), future, None)
        return future.result()

    def _tx(self, connection: Connection) -> Tx:
        self.vault.look()
        return Tx(connection, self.vault, cast(sqlite3.Connection, connection.connection.driver_connection))

    def _alone(self, engine: Engine, work: Work[T]) -> T:
        with troubles_told(), engine.begin() as connection:
            self.vault.look()
            result = _whole(work, Tx(connection, self.vault))
            # What it sealed must not be there before its key is.
            self.vault.keep_new()
            return result

    def close(self) -> None:
        """Finish what was given and let the database go."""
        if self._writer is not None:
            self._writer.stop()
        self._threads.shutdown(wait=True)
        self._readers.dispose()
        self.engine.dispose()
