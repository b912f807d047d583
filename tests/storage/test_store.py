"""Work is kept whole or not at all, and trouble with the database is told from a wrong question."""

import asyncio
import sqlite3
import subprocess
import sys
import threading

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from storage import engine as engines
from storage import house, inbox
from storage.engine import sqlite_path
from storage.errors import SchemaMismatch, StoreBusy, StoreFull, StoreTrouble
from storage.store import Store
from tests.storage.scenes import incoming, known, note

sqlite_only = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)

_FACTS = "SELECT name, value FROM house WHERE name IN ('before', 'after') ORDER BY name"


async def _in_another_process(program):
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, stdout=subprocess.PIPE)
    said, _ = await process.communicate()
    assert process.returncode == 0
    return said.decode().strip()


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

    assert known(store) == set()


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
        store, [note("a"), _note_and_fail("b"), note("c"), lambda tx: 1 / 0, note("d")]
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
    assert known(store) == {"a", "c", "d"}


@sqlite_only
async def test_a_wrong_statement_is_taken_back_alone(store):
    """An error of the database itself in the middle of a group: a row that is there already."""

    def twice(tx):
        tx.connection.exec_driver_sql("INSERT INTO house VALUES ('e', 'x')")
        tx.connection.exec_driver_sql("INSERT INTO house VALUES ('e', 'x')")

    busy = _Busy()
    first, waiting = await busy.gather(store, [note("a"), twice, note("b")])
    busy.let_go()
    ended = await asyncio.gather(first, *waiting, return_exceptions=True)

    assert [type(one) for one in ended] == [type(None), type(None), IntegrityError, type(None)]
    assert known(store) == {"a", "b"}


@sqlite_only
async def test_nobody_is_told_before_the_commit(store):
    seen = []
    event.listen(store.engine, "commit", lambda _: seen.append([one.done() for one in waiting]))
    busy = _Busy()
    first, waiting = await busy.gather(store, [note("a"), note("b")])
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
    first, waiting = await busy.gather(store, [note("a"), note("b")])
    event.listen(store.engine, "commit", refuse)
    busy.let_go()
    ended = await asyncio.gather(first, *waiting, return_exceptions=True)
    event.remove(store.engine, "commit", refuse)

    assert [type(one) for one in ended] == [StoreBusy, StoreBusy, StoreBusy]
    assert known(store) == set()


@sqlite_only
async def test_work_that_nobody_waits_for_any_more_is_not_begun(store):
    busy = _Busy()
    first, (given_up, wanted) = await busy.gather(store, [note("a"), note("b")])
    given_up.cancel()
    await asyncio.sleep(0)
    busy.let_go()
    await asyncio.gather(first, wanted)

    assert known(store) == {"b"}


@sqlite_only
async def test_a_full_disk_is_told_and_over_once_there_is_room(store):
    def pages(limit):
        return lambda tx: tx.connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}").scalar()

    def much(tx):
        inbox.keep(tx, [incoming(number, "c" * 32, b"x" * 4000) for number in range(100)])

    now_used = store.write_now(pages(1))
    busy = _Busy()
    first, waiting = await busy.gather(store, [note("small"), much])
    busy.let_go()
    small, big = await asyncio.gather(*waiting, return_exceptions=True)
    await first

    assert now_used > 10
    assert type(big) is StoreFull
    assert str(big) == "The disk is full; free some space and the hotline goes on by itself."
    # Whoever was told that it is kept finds it kept.
    assert known(store) == ({"small"} if small is None else set())
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
async def test_a_process_that_comes_and_goes_takes_nothing_away(store, database):
    """As `izdeu jobs` does beside the running hotline: it is not the last one, and must not think so."""
    await store.write(lambda tx: house.write(tx, "before", "kept"))
    all_there = threading.Barrier(3)
    # Several at once, so that connections are opened beside those that are there already.
    await asyncio.gather(*(store.read(lambda tx: all_there.wait(5)) for _ in range(3)))

    await _in_another_process(f"from storage import migrate; print(migrate.current({database!r}))")
    await store.write(lambda tx: house.write(tx, "after", "kept"))

    file = str(sqlite_path(database))
    asked = f"import sqlite3; print(sqlite3.connect({file!r}).execute({_FACTS!r}).fetchall())"
    assert await _in_another_process(asked) == "[('after', 'kept'), ('before', 'kept')]"


@sqlite_only
async def test_a_file_that_stays_locked_is_busy_and_then_free_again(database, vault, monkeypatch):
    monkeypatch.setattr(engines, "_BUSY_MS", 30)
    store = Store(database, vault)
    holder = sqlite3.connect(sqlite_path(database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreBusy):
        await store.write(note("a"))
    assert await store.read(lambda tx: house.read(tx, "a")) is None
    holder.execute("COMMIT")
    await store.write(note("a"))

    assert known(store) == {"a"}
    holder.close()
    store.close()


@sqlite_only
async def test_reading_does_not_wait_for_writing_and_cannot_write(store):
    await store.write(note("before"))
    busy = _Busy()
    first, _ = await busy.gather(store, [])

    assert await store.read(lambda tx: house.read(tx, "before")) == "x"
    busy.let_go()
    await first
    with pytest.raises(RuntimeError, match="may not write"):
        await store.read(note("after"))
    assert known(store) == {"before"}


@sqlite_only
async def test_every_connection_survives_a_power_cut(store):
    def pragmas(tx):
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
        return [tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await store.write(pragmas) == ["wal", 2, 1, 1, 2]
    assert await store.read(pragmas) == ["wal", 2, 1, 1, 2]


async def test_a_closed_store_takes_nothing_and_loses_nothing(database, vault):
    store = Store(database, vault)
    waiting = [asyncio.ensure_future(store.write(note(f"n{number}"))) for number in range(20)]
    await asyncio.sleep(0)
    await asyncio.to_thread(store.close)
    await asyncio.gather(*waiting)

    again = Store(database, vault)
    assert len(known(again)) == 20
    again.close()


@sqlite_only
async def test_a_closed_store_says_so(database, vault):
    store = Store(database, vault)
    store.close()
    store.close()

    with pytest.raises(StoreTrouble):
        await store.write(note("late"))


async def test_an_older_program_stops_instead_of_giving_up_updates(store):
    """A newer version has renamed a table under us: that is trouble with the store, not with the update."""
    for statement in ("SELECT * FROM renamed", "SELECT renamed FROM house"):
        with pytest.raises(SchemaMismatch):
            await store.write(lambda tx, one=statement: tx.connection.exec_driver_sql(one))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_forgets_is_refused(url, vault):
    with pytest.raises(ValueError, match="forgets"):
        Store(url, vault)
