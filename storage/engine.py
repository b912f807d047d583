"""How the two databases are opened, and how a lost one is told from a wrong question.

SQLite keeps one writer; every connection gets the pragmas that make a commit survive a
power cut. PostgreSQL gets a small pool. Both engines are synchronous and are used from
worker threads: a unit of work is plain Python from its first line to its commit, which
measured two to three times faster than an awaited driver.
"""

import sqlite3
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.errors import StoreBusy, StoreFull, StoreTrouble

_BUSY_MS = 5_000
POSTGRES_THREADS = 6


def sqlite_url(path: Path) -> str:
    """The URL of an SQLite file."""
    return f"sqlite:///{path}"


def open_engine(url: str, *, writer: bool = True) -> Engine:
    """An engine for *url*.

    Args:
        url: `sqlite:///…` or `postgresql+psycopg://…`.
        writer: For SQLite: the one connection that writes; otherwise a few that only read.
    """
    if url.startswith("sqlite"):
        engine = create_engine(
            url,
            pool_size=1 if writer else 4,
            max_overflow=0,
            hide_parameters=True,
            connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000, "isolation_level": None},
        )
        event.listen(engine, "connect", _set_pragmas)
        # The driver's own transactions begin deferred and upgrade late, which is where lock errors come from.
        event.listen(engine, "begin", _begin_immediate if writer else _begin)
        return engine
    return create_engine(
        url,
        pool_size=POSTGRES_THREADS + 2,
        max_overflow=2,
        pool_pre_ping=True,
        pool_timeout=10,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "application_name": "izdeu", "options": "-c timezone=UTC"},
    )


def _set_pragmas(connection: DBAPIConnection, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        f"busy_timeout = {_BUSY_MS}",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


_FULL_STATES = {"53100"}  # disk_full
_AGAIN_STATES = {
    "40001",  # serialization_failure
    "40P01",  # deadlock_detected
    "53300",  # too_many_connections
    "55P03",  # lock_not_available
    "57P01",  # admin_shutdown
    "57P02",  # crash_shutdown
    "57P03",  # cannot_connect_now
    "25006",  # read_only_sql_transaction: a standby during a switch-over
}


def trouble_of(error: BaseException) -> StoreTrouble | None:
    """The trouble behind a driver's error; None when the question itself was wrong."""
    if isinstance(error, StoreTrouble):
        return error
    if isinstance(error, PoolTimeout):
        return StoreBusy()
    cause: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        # A unique constraint is an IntegrityError and not ours; these three are the file's own state.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return StoreFull()
        if code in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
            sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_PROTOCOL,
        ):
            return StoreBusy()
        return None
    if isinstance(cause, psycopg.Error):
        if cause.sqlstate in _FULL_STATES:
            return StoreFull()
        if cause.sqlstate in _AGAIN_STATES or (cause.sqlstate or "").startswith("08"):
            return StoreBusy()
        # Without a state the server never answered: the connection is gone.
        if cause.sqlstate is None and isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
            return StoreBusy()
        return None
    if isinstance(error, OperationalError | InterfaceError) and error.connection_invalidated:
        return StoreBusy()
    return None
