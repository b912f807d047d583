"""Work is kept whole or not at all, and trouble with the database is told from a wrong question."""

import asyncio
import sqlite3
import threading

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from storage import engine as engines
from storage import house, inbox, people
from storage.engine import sqlite_path, trouble_of
from storage.errors import SchemaMismatch, StoreBusy, StoreFull, StoreTrouble
from storage.store import Store
from tests.storage.scenes import NOW, incoming

sqlite_only = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
postgres_only = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


def _known(store):
    return store.write_now(
        lambda tx: {name for (name,) in tx.connection.exec_driver_sql("SELECT name FROM house").all()}
    )


def _note(name):
    return lambda tx: house.write(tx, name, "x")


def _note_and_fail(name):
    def work(tx):
        house.write(tx, name, "x")
        raise LookupError(name)

    return work


async def test_what_was_written_is_read_back_and_the_result_returned(store):
    def work(tx):
        house.write(tx, "one", "first")
        return "done"

    assert await store.write(work) == "done"
    assert await store.read(lambda tx: house.read(tx, "one")) == "first"
    assert store.write_now(lambda tx: house.read(tx, "one")) == "first"


async def test_work_that_fails_leaves_nothing(store):
    with pytest.raises(LookupError, match="half"):
        await store.write(_note_and_fail("half"))

    assert _known(store) == set()


class _Busy:
    """Keeps the writer at work until told, so that what comes meanwhile gathers."""

    def __init__(self):
        self.began, self._go_on = threading.Event(), threading.Event()

    def __call__(self, _tx):
        self.began.set()
        assert self._go_on.wait(5)

    async def gather(self, store, works):
        first = asyncio.ensure_future(store.write(self))
        await asyncio.to_thread(self.began.wait, 5)
        waiting = [asyncio.ensure_future(store.write(work)) for work in works]
        await asyncio.sleep(0)
        return first, waiting

    def let_go(self):
        self._go_on.set()


@sqlite_only
async def test_units_that_gather_share_a_commit_and_fail_alone(store):
    commits = []
    event.listen(store.engine, "commit", lambda _: commits.append(1))
    busy = _Busy()
    first, waiting = await busy.gather(
        store, [_note("a"), _note_and_fail("b"), _note("c"), lambda tx: 1 / 0, _note("d")]
    )
    busy.let_go()
    ended = await asyncio.gather(first, *waiting, return_exceptions=True)

    assert [type(one) for one in ended] == [
        type(None),
        type(None),
        LookupError,
        type(None),
        ZeroDivisionError,
        type(None),
    ]
    assert len(commits) == 2
    assert _known(store) == {"a", "c", "d"}


@sqlite_only
async def test_a_wrong_statement_is_taken_back_alone(store):
    """An error of the database itself in the middle of a group: a row that is there already."""

    def twice(tx):
        tx.connection.exec_driver_sql("INSERT INTO house VALUES ('e', 'x')")
        tx.connection.exec_driver_sql("INSERT INTO house VALUES ('e', 'x')")

    busy = _Busy()
    first, waiting = await busy.gather(store, [_note("a"), twice, _note("b")])
    busy.let_go()
    ended = await asyncio.gather(first, *waiting, return_exceptions=True)

    assert [type(one) for one in ended] == [type(None), type(None), IntegrityError, type(None)]
    assert _known(store) == {"a", "b"}


@sqlite_only
async def test_nobody_is_told_before_the_commit(store):
    seen = []
    event.listen(store.engine, "commit", lambda _: seen.append([one.done() for one in waiting]))
    busy = _Busy()
    first, waiting = await busy.gather(store, [_note("a"), _note("b")])
    busy.let_go()
    await asyncio.gather(first, *waiting)

    assert seen == [[False, False], [False, False]]


@sqlite_only
async def test_a_commit_that_fails_keeps_nothing_of_the_group(store):
    def refuse(_):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    busy = _Busy()
    first, waiting = await busy.gather(store, [_note("a"), _note("b")])
    event.listen(store.engine, "commit", refuse)
    busy.let_go()
    ended = await asyncio.gather(first, *waiting, return_exceptions=True)
    event.remove(store.engine, "commit", refuse)

    assert [type(one) for one in ended] == [StoreBusy, StoreBusy, StoreBusy]
    assert _known(store) == set()


@sqlite_only
async def test_work_that_nobody_waits_for_any_more_is_not_begun(store):
    busy = _Busy()
    first, (given_up, wanted) = await busy.gather(store, [_note("a"), _note("b")])
    given_up.cancel()
    await asyncio.sleep(0)
    busy.let_go()
    await asyncio.gather(first, wanted)

    assert _known(store) == {"b"}


@sqlite_only
async def test_a_full_disk_is_told_and_over_once_there_is_room(store):
    def pages(limit):
        return lambda tx: tx.connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}").scalar()

    def much(tx):
        inbox.keep(tx, [incoming(number, "c" * 32, b"x" * 4000) for number in range(100)])

    now_used = store.write_now(pages(1))
    busy = _Busy()
    first, waiting = await busy.gather(store, [_note("small"), much])
    busy.let_go()
    small, big = await asyncio.gather(*waiting, return_exceptions=True)
    await first

    assert now_used > 10
    assert type(big) is StoreFull
    assert str(big) == "The disk is full; free some space and the hotline goes on by itself."
    # Whoever was told that it is kept finds it kept.
    assert _known(store) == ({"small"} if small is None else set())
    assert store.write_now(inbox.counts) == {}
    store.write_now(pages(1_000_000))
    await store.write(much)
    assert store.write_now(inbox.counts) == {"waiting": 100}


@sqlite_only
async def test_two_processes_on_one_file_take_turns(store, other_store):
    """Read, add one, write: 200 times from both sides, and nothing is overwritten."""

    def count(tx):
        house.write(tx, "count", str(int(house.read(tx, "count") or 0) + 1))

    await asyncio.gather(*(one.write(count) for _ in range(100) for one in (store, other_store)))

    assert store.write_now(lambda tx: house.read(tx, "count")) == "200"


@sqlite_only
async def test_a_file_that_stays_locked_is_busy_and_then_free_again(database, vault, monkeypatch):
    monkeypatch.setattr(engines, "_BUSY_MS", 30)
    store = Store(database, vault)
    holder = sqlite3.connect(sqlite_path(database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreBusy):
        await store.write(_note("a"))
    assert await store.read(lambda tx: house.read(tx, "a")) is None
    holder.execute("COMMIT")
    await store.write(_note("a"))

    assert _known(store) == {"a"}
    holder.close()
    store.close()


@sqlite_only
async def test_reading_does_not_wait_for_writing_and_cannot_write(store):
    await store.write(_note("before"))
    busy = _Busy()
    first, _ = await busy.gather(store, [])

    assert await store.read(lambda tx: house.read(tx, "before")) == "x"
    busy.let_go()
    await first
    with pytest.raises(RuntimeError, match="may not write"):
        await store.read(_note("after"))
    assert _known(store) == {"before"}


@sqlite_only
async def test_every_connection_survives_a_power_cut(store):
    def pragmas(tx):
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
        return [tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await store.write(pragmas) == ["wal", 2, 1, 1, 2]
    assert await store.read(pragmas) == ["wal", 2, 1, 1, 2]


async def test_a_closed_store_takes_nothing_and_loses_nothing(database, vault):
    store = Store(database, vault)
    waiting = [asyncio.ensure_future(store.write(_note(f"n{number}"))) for number in range(20)]
    await asyncio.sleep(0)
    await asyncio.to_thread(store.close)
    await asyncio.gather(*waiting)

    again = Store(database, vault)
    assert len(_known(again)) == 20
    again.close()


@sqlite_only
async def test_a_closed_store_says_so(database, vault):
    store = Store(database, vault)
    store.close()
    store.close()

    with pytest.raises(StoreTrouble):
        await store.write(_note("late"))


async def test_an_older_program_stops_instead_of_giving_up_updates(store):
    """A newer version has renamed a table under us: that is trouble with the store, not with the update."""
    for statement in ("SELECT * FROM renamed", "SELECT renamed FROM house"):
        with pytest.raises(SchemaMismatch):
            await store.write(lambda tx, one=statement: tx.connection.exec_driver_sql(one))


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
    await store.write(_note("c"))

    assert _known(store) == {"c"}


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
    await store.write(_note("before"))

    lone_postgres.kill()
    for _ in range(3):
        with pytest.raises(StoreBusy):
            await store.write(_note("meanwhile"))
    lone_postgres.start()
    await store.write(_note("after"))

    assert _known(store) == {"before", "after"}
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
        store.write_now(_note("a"))
    store.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_forgets_is_refused(url, vault):
    with pytest.raises(ValueError, match="forgets"):
        Store(url, vault)
