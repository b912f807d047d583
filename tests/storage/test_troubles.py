"""A lost, killed or crowded database is told from a wrong question, and is over when it is over."""

import asyncio
import sqlite3
import threading

import psycopg
import pytest

from storage import house, people
from storage.engine import trouble_of
from storage.errors import SchemaMismatch, StoreBusy, StoreFull, StoreTrouble
from storage.store import Store
from tests.storage.scenes import NOW, known, note

postgres_only = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


@postgres_only
async def test_a_lost_connection_is_busy_and_the_next_try_works(store, postgres):
    async def cut(tx_began):
        await asyncio.to_thread(tx_began.wait, 5)
        postgres.admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'izdeu'"
        )

    began, cut_off = threading.Event(), threading.Event()

    def work(tx):
        house.write(tx, "a", "x")
        began.set()
        assert cut_off.wait(5)
        house.write(tx, "b", "x")

    doing = asyncio.ensure_future(store.write(work))
    await cut(began)
    cut_off.set()
    with pytest.raises(StoreBusy):
        await doing
    await store.write(note("c"))

    assert known(store) == {"c"}


@postgres_only
async def test_two_who_wait_for_each_other_are_told_apart(store):
    one = store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW))
    two = store.write_now(lambda tx: people.welcome(tx, 2, 2, NOW))
    both = threading.Barrier(2)

    def work(first, second):
        def cross(tx):
            people.set_language(tx, first.id, "kk")
            both.wait(5)
            people.set_language(tx, second.id, "kk")

        return cross

    ended = await asyncio.gather(
        store.write(work(one, two)), store.write(work(two, one)), return_exceptions=True
    )

    assert sorted(type(end).__name__ for end in ended) == ["NoneType", "StoreBusy"]


@postgres_only
async def test_nobody_waits_for_ever_for_a_lock(store):
    waits = await store.read(
        lambda tx: [
            tx.connection.exec_driver_sql(f"SHOW {name}").scalar()
            for name in ("lock_timeout", "idle_in_transaction_session_timeout", "TimeZone")
        ]
    )

    assert waits == ["10s", "30s", "UTC"]


async def test_a_server_that_is_killed_and_restarted(vault, lone_postgres):
    store = Store(lone_postgres.address, vault)
    await store.write(note("before"))

    lone_postgres.kill()
    for _ in range(3):
        with pytest.raises(StoreBusy):
            await store.write(note("meanwhile"))
    lone_postgres.start()
    await store.write(note("after"))

    assert known(store) == {"before", "after"}
    store.close()


POSTGRES_STATES = {
    "53100": StoreFull,
    "40001": StoreBusy,
    "40P01": StoreBusy,
    "53300": StoreBusy,
    "55P03": StoreBusy,
    "57014": StoreBusy,
    "57P01": StoreBusy,
    "57P02": StoreBusy,
    "57P03": StoreBusy,
    "25006": StoreBusy,
    "25P03": StoreBusy,
    "08006": StoreBusy,
    "42P01": SchemaMismatch,
    "58030": StoreTrouble,
    "XX001": StoreTrouble,
    "23505": type(None),
    "22021": type(None),
}


@pytest.mark.parametrize(("state", "trouble"), POSTGRES_STATES.items())
def test_what_postgresql_says_means(state, trouble):
    assert type(trouble_of(psycopg.errors.lookup(state)())) is trouble


SQLITE_CODES = {
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_BUSY_SNAPSHOT: StoreBusy,
    sqlite3.SQLITE_IOERR_WRITE: StoreBusy,
    sqlite3.SQLITE_CANTOPEN: StoreBusy,
    sqlite3.SQLITE_READONLY: StoreBusy,
    sqlite3.SQLITE_CORRUPT: StoreTrouble,
    sqlite3.SQLITE_NOTADB: StoreTrouble,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: type(None),
    sqlite3.SQLITE_MISMATCH: type(None),
}


@pytest.mark.parametrize(("code", "trouble"), SQLITE_CODES.items())
def test_what_sqlite_says_means(code, trouble):
    error = sqlite3.OperationalError("words that may change")
    error.sqlite_errorcode = code

    assert type(trouble_of(error)) is trouble


def test_a_file_that_is_no_database_is_told(tmp_path, vault):
    path = tmp_path / "izdeu.db"
    path.write_bytes(b"not a database at all" * 100)
    store = Store(f"sqlite:///{path}", vault)

    with pytest.raises(StoreTrouble):
        store.write_now(note("a"))
    store.close()
