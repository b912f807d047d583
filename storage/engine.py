"""How the two databases are opened, and how a lost one is told from a wrong question.

SQLite keeps one writer; every connection gets the pragmas that make a commit survive a
power cut. PostgreSQL gets a small pool. Both engines are synchronous and are used from
worker threads: a unit of work is plain Python from its first line to its commit, which
measured two to three times faster than an awaited driver.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.errors import SchemaMismatch, StoreBusy, StoreFull, StoreTrouble

_BUSY_MS = 5_000
POSTGRES_THREADS = 6

# The first number of our advisory locks; "izde" read as a number, so that a neighbour's locks are not ours.
LOCK_CHATS = 0x697A6465
LOCK_ROLES = LOCK_CHATS + 1
LOCK_MIGRATION = LOCK_CHATS + 2

# Without these a thread waits a quarter of an hour for a server whose machine has died.
POSTGRES_LINE: dict[str, Any] = {
    "connect_timeout": 5,
    "application_name": "izdeu",
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


def sqlite_url(path: Path) -> str:
    """The URL of an SQLite file."""
    return f"sqlite:///{path}"


def sqlite_path(url: str) -> Path | None:
    """The file behind an SQLite URL; None for PostgreSQL."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    if not parsed.database or parsed.database == ":memory:":
        raise ValueError("an SQLite database without a file forgets everything")
    return Path(parsed.database)


def open_engine(url: str, *, writer: bool = True) -> Engine:
    """An engine for *url*; it connects when it is first used.

    Args:
        url: `sqlite:///…` or `postgresql+psycopg://…`.
        writer: For SQLite: the one connection that writes; otherwise a few that only read.
    """
    path = sqlite_path(url)
    if path is not None:
        engine = create_engine(
            url,
            pool_size=1 if writer else 4,
            max_overflow=0,
            hide_parameters=True,
            connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000, "isolation_level": None},
        )
        event.listen(engine, "do_connect", lambda *_: _make_private(path))
        event.listen(engine, "connect", _set_pragmas if writer else _set_reading_pragmas)
        # The driver's own transactions begin deferred and upgrade late, which is where lock errors come from.
        event.listen(engine, "begin", _begin_immediate if writer else _begin)
        if not writer:
            event.listen(engine, "handle_error", _told_to_read)
        return engine
    return create_engine(
        url,
        pool_size=POSTGRES_THREADS + 2,
        max_overflow=2,
        pool_pre_ping=True,
        pool_timeout=10,
        hide_parameters=True,
        # A process that was stopped in mid-unit gives up its locks, and nobody waits for ever for one.
        connect_args={
            **POSTGRES_LINE,
            "options": "-c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s",
        },
    )


def _make_private(path: Path) -> None:
    # The WAL and its index take the mode of the file they belong to. Only where there is none yet: to close
    # a file that is there would drop the locks by which SQLite holds it open (fcntl(2) drops all that the
    # process has), and the next process that comes and goes would take the WAL away, with what we write then.
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError:
        return  # it is there, or SQLite says the same in a moment, in words that `trouble_of` knows


def _set_pragmas(connection: DBAPIConnection, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _set_reading_pragmas(connection: DBAPIConnection, record: Any) -> None:
    _set_pragmas(connection, record)
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only = ON")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def _told_to_read(context: ExceptionContext) -> BaseException | None:
    # Otherwise it would pass for a disk that cannot be written to, and be tried again for ever.
    if getattr(context.original_exception, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY:
        return RuntimeError("what is given to read may not write")
    return None


_SQLITE_AGAIN = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_INTERRUPT,
}
_SQLITE_BAD = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM}
_POSTGRES_AGAIN = {
    "25006",  # read_only_sql_transaction: a standby during a switch-over
    "25P03",  # idle_in_transaction_session_timeout
    "40001",  # serialization_failure
    "40P01",  # deadlock_detected
    "53200",  # out_of_memory
    "53300",  # too_many_connections
    "55P03",  # lock_not_available
    "57014",  # query_canceled
    "57P01",  # admin_shutdown
    "57P02",  # crash_shutdown
    "57P03",  # cannot_connect_now
    "57P05",  # idle_session_timeout
}
_POSTGRES_OTHER_SHAPE = {"42P01", "42703"}  # undefined_table, undefined_column


def trouble_of(error: BaseException) -> StoreTrouble | None:
    """The trouble behind a driver's error; None when the question itself was wrong."""
    if isinstance(error, StoreTrouble):
        return error
    if isinstance(error, PoolTimeout):
        return StoreBusy()
    cause: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _sqlite_trouble(cause)
    # psycopg's own; asked by what it carries, so that SQLite does without loading it.
    state: str | None = getattr(cause, "sqlstate", None)
    if state is not None:
        return _postgres_trouble(state)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return StoreBusy()
    # Without a state the server never answered: the connection is gone.
    return StoreBusy() if isinstance(error, OperationalError | InterfaceError) else None


def _sqlite_trouble(error: sqlite3.Error) -> StoreTrouble | None:
    # A broken constraint is the question's own fault; these are the file's state.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StoreFull()
    if code in _SQLITE_AGAIN:
        return StoreBusy()
    if code in _SQLITE_BAD:
        return StoreTrouble()
    words = str(error)
    if code == sqlite3.SQLITE_ERROR and ("no such " in words or "has no column" in words):
        # A savepoint is missing when SQLite ended the transaction itself; a table, when a newer version came.
        return StoreBusy() if "savepoint" in words else SchemaMismatch()
    return None


def _postgres_trouble(state: str) -> StoreTrouble | None:
    if state == "53100":  # disk_full
        return StoreFull()
    if state in _POSTGRES_AGAIN or state.startswith("08"):  # connection_exception
        return StoreBusy()
    if state in _POSTGRES_OTHER_SHAPE:
        return SchemaMismatch()
    # system_error, config_file_error, internal_error (a damaged index or page)
    return StoreTrouble() if state.startswith(("58", "F0", "XX")) else None


@contextmanager
def troubles_told() -> Iterator[None]:
    """What the driver raises in here comes out as the trouble behind it."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from None
