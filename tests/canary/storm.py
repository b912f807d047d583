"""Everything that can fail fails, while people go on writing, sending and pressing as best they can.

Nobody waits for a certain answer here: a button that is not there is not pressed. What is asserted
afterwards is only where no canary stands.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from bot.evidence.scanning import Address
from storage.engine import sqlite_path
from storage.errors import StoreFull
from storage.prepared import Prepared
from storage.resealing import PLACES
from storage.store import Store, Tx
from tests.canary.acts import Cast
from tests.canary.line import TROUBLES
from tests.canary.seams import Seams
from tests.canary.telling import album, original, paper, photo, voice

_LONGEST = 0.15  # seconds for one act of a storm; then the next one begins
_SHIFTS = 3  # through the same acts, with other statements that fail


@dataclass
class Forced:
    """What was made to fail, in numbers."""

    answers: int = 0
    functions: int = 0
    statements: int = 0
    rows: int = 0
    others: int = 0

    @property
    def all(self) -> int:
        """Altogether."""
        return self.answers + self.functions + self.statements + self.rows + self.others


Act = Callable[[], Awaitable[Any]]


def _reports(cast: Cast) -> list[Act]:
    """Somebody tells of one person more, with a new mark each time."""
    mint, mother = cast.mint, cast["mother"]
    return [
        lambda: mother.says("/report"),
        lambda: mother.taps("button-new-report"),
        lambda: mother.taps("button-agree"),
        lambda: mother.taps("option-relation-child"),
        lambda: mother.says(mint.name("cyrillic").said),
        lambda: mother.taps("option-event-taken"),
        lambda: mother.says("14 July 2025"),
        lambda: mother.taps("button-yes"),
        lambda: mother.says("Khorgos"),
        lambda: mother.does(photo(mint)),
        lambda: mother.does(original(mint)),
        lambda: mother.does(voice(mint)),
        lambda: mother.does(album(mint, "latin", 2)),
        lambda: mother.taps("button-done"),
        lambda: mother.taps("button-parts"),
        lambda: mother.taps("button-send-report"),
        lambda: mother.taps("button-receipt"),
        lambda: mother.taps("button-receipt-yes"),
    ]


def _casework(cast: Cast) -> list[Act]:
    """Between them these use every method of Telegram that the hotline ever uses."""
    mint, mother, vera = cast.mint, cast["mother"], cast["Vera"]
    return [
        lambda: mother.does(photo(mint)),
        lambda: cast.house.passes(seconds=20),
        lambda: vera.taps("button-open-case"),
        lambda: vera.taps("button-files"),
        lambda: vera.taps("button-write-family"),
        lambda: vera.does(paper(mint)),
        lambda: vera.taps("button-send-letter"),
        lambda: cast.house.passes(seconds=20),
        lambda: mother.taps("button-read"),
        lambda: mother.says("/privacy"),
        lambda: mother.taps("button-copy"),
        lambda: mother.taps("button-copy-yes"),
        lambda: mother.says("/clear"),
    ]


def _all_else(cast: Cast) -> list[Act]:
    """Whatever else can be asked for."""
    mint, mother, vera, father = cast.mint, cast["mother"], cast["Vera"], cast["father"]
    return [
        lambda: cast.house.passes(seconds=20),
        lambda: cast.house.passes(seconds=20),
        lambda: vera.taps("button-open-case"),
        lambda: vera.taps("button-whole-report"),
        lambda: vera.taps("button-open-case"),
        lambda: vera.taps("button-write-family"),
        lambda: vera.says(mint.text().said),
        lambda: vera.taps("button-send-letter"),
        lambda: mother.says("/settings"),
        lambda: mother.says("/cases"),
        lambda: father.says(mint.text("arabic").said),
        lambda: father.taps("button-send-to-person"),
        lambda: vera.says("/queue"),
        lambda: vera.taps("button-read"),
        lambda: vera.says("/team"),
        lambda: vera.says("/load"),
        lambda: vera.taps("button-load-picture"),
        lambda: mother.taps_what_says("Erase:"),
        lambda: mother.taps("button-erase-yes"),
        lambda: mother.says("/cancel"),
        lambda: cast.house.passes(hours=25),
    ]


async def _tried(cast: Cast, act: Act) -> None:
    """Do it, if it can be done, and wait until what follows is over or comes to nothing."""
    with suppress(Exception):  # the storm meets the scene's own look at things, too
        try:
            async with asyncio.timeout(_LONGEST):
                await act()
        except TimeoutError:
            # Something is leased by who has died of his error: the lease lapses.
            cast.house.clock.move(timedelta(minutes=1))


async def the_line_fails(cast: Cast, _: Seams, forced: Forced, rounds: int) -> None:
    """Every trouble of the line, on every method that the hotline uses."""
    line = cast.house.line
    line.quote = lambda: " ".join(one.said for one in cast.mint.made[-12:]) + cast.house.token.said
    # Which database lies beneath is nothing to the line: where time matters, each takes half of its troubles.
    half = int(cast.house.house.store.sqlite)
    for kind in list(TROUBLES)[half::2] if rounds == 1 else TROUBLES:
        line.trouble = kind
        for act in _casework(cast):
            await _tried(cast, act)
    line.trouble = None
    forced.answers = len(line.forced)
    await _calm(cast)


async def functions_fail(cast: Cast, seams: Seams, forced: Forced, rounds: int) -> None:
    """Every function that is reached fails once; whatever follows is tried again and reaches the next one."""
    for _ in range(rounds):
        before = len(seams.failed)
        for act in (*_reports(cast), *_casework(cast), *_all_else(cast)):
            seams.storm = True
            await _tried(cast, act)
            seams.storm = False
        if len(seams.failed) == before:
            break
    forced.functions = len(seams.failed)
    await _calm(cast)


async def statements_fail(cast: Cast, _: Seams, forced: Forced, _rounds: int) -> None:
    """The database refuses statements, is full, is locked, and lets connections go."""
    acts = _reports(cast)[4:12]
    for wrong in range(_SHIFTS):
        with _refused_statements(cast, wrong * 2, forced):
            for act in acts:
                await _tried(cast, act)
    await (_sqlite_troubles if cast.house.house.store.sqlite else _postgres_troubles)(cast, acts, forced)
    await _calm(cast)


@contextmanager
def _refused_statements(cast: Cast, offset: int, forced: Forced) -> Iterator[None]:
    """Each seventh statement breaks a constraint: the driver's own error, in the midst of a unit of work.

    Nothing of the canaries is in that statement: the hotline's own never hold anything in clear either.
    """
    wrong = "INSERT INTO house (name, value) SELECT name, value FROM house"
    store, execute, count = cast.house.house.store, Prepared.execute, offset

    def due() -> bool:
        nonlocal count
        count += 1
        forced.statements += count % 7 == 0
        return count % 7 == 0

    def refuse(_connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")) and due():
            cursor.execute(wrong)

    def prepared(self: Prepared, driver: Any, values: Any) -> Any:
        if due():
            driver.execute(wrong)
        return execute(self, driver, values)

    event.listen(store.engine, "before_cursor_execute", refuse)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Prepared, "execute", prepared)
            yield
    finally:
        event.remove(store.engine, "before_cursor_execute", refuse)


async def _made_room(store: Store, roomy: Callable[[Tx], None]) -> None:
    """Give the disk its room back; a unit of the same commit may still find it full, and end both."""
    for _ in range(50):
        with suppress(StoreFull):
            await store.write(roomy)
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the disk stayed full")


async def _sqlite_troubles(cast: Cast, acts: list[Act], forced: Forced) -> None:
    store = cast.house.house.store

    def full(tx: Tx) -> None:
        assert tx.driver is not None
        pages = tx.driver.execute("PRAGMA page_count").fetchone()[0]
        tx.driver.execute(f"PRAGMA max_page_count = {pages}")

    def roomy(tx: Tx) -> None:
        assert tx.driver is not None
        tx.driver.execute("PRAGMA max_page_count = 1073741823")

    await store.write(full)
    for _ in range(2):
        for act in acts:
            cast["mother"].phone.say(cast.mint.text("chinese").said * 40)
            with suppress(Exception):
                async with asyncio.timeout(0.1):
                    await act()
            forced.others += 1
    await _made_room(store, roomy)
    path = sqlite_path(cast.house.settings.database_url)
    assert path is not None
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for act in acts[:4]:
        with suppress(Exception):
            async with asyncio.timeout(0.1):
                await act()
        forced.others += 1
    other.execute("ROLLBACK")
    other.close()


async def _postgres_troubles(cast: Cast, acts: list[Act], forced: Forced) -> None:
    url = cast.house.settings.database_url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(url, autocommit=True) as admin:
        for act in acts:
            doing = asyncio.create_task(_tried(cast, act))
            await asyncio.sleep(0.005)
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            await doing
            forced.others += 1
    # Either may be the one that gives way where both wait for the other.
    with suppress(psycopg.errors.DeadlockDetected), psycopg.connect(url) as locking:
        locking.execute("LOCK TABLE drafts, talks, inbox IN ACCESS EXCLUSIVE MODE")
        for act in acts[:4]:
            with suppress(Exception):
                async with asyncio.timeout(0.1):
                    await act()
            forced.others += 1
        locking.rollback()


async def rows_do_not_open(cast: Cast, _: Seams, forced: Forced, _rounds: int) -> None:
    """A bit of the newest row of each table, and of some files, is wrong while somebody reads them."""
    store = cast.house.house.store
    for place in PLACES:
        column, key = place.table.c.body, next(iter(place.table.primary_key))

        def damage(tx: Tx, place: Any = place, column: Any = column, key: Any = key) -> Any:
            found = tx.connection.execute(
                place.table.select().where(column.is_not(None)).order_by(key.desc()).limit(1)
            ).first()
            if found is None or not found.body:
                return None
            body = bytearray(found.body)
            body[len(body) // 2] ^= 4
            this = [one == getattr(found, one.name) for one in place.table.primary_key]
            tx.connection.execute(place.table.update().where(*this).values(body=bytes(body)))
            return this, bytes(found.body)

        damaged = await store.write(damage)
        if damaged is None:
            continue
        forced.rows += 1
        for act in (*_reports(cast)[4:6], *_casework(cast)[2:5], *_all_else(cast)[8:13]):
            await _tried(cast, act)

        def mend(tx: Tx, place: Any = place, damaged: Any = damaged) -> None:
            this, body = damaged
            tx.connection.execute(place.table.update().where(*this).values(body=body))

        await store.write(mend)


async def the_scanner_lies(cast: Cast, _: Seams, forced: Forced, _rounds: int) -> None:
    """A virus scanner that quotes what it was given, breaks off, or is not there."""
    house, mint = cast.house.house, cast.mint
    before = house.settings
    for answer in (b"stream: %s FOUND\0", b"%s", b"INSTREAM %s ERROR\0", b""):
        async with _lying_clamd(cast, answer) as address:
            house.settings = before.model_copy(update={"clamd": address})
            await _tried(cast, lambda: cast["mother"].does(paper(mint)))
            await _tried(cast, lambda: cast.house.passes(seconds=20))
            await _tried(cast, lambda: cast.house.passes(seconds=20))
            forced.others += 1
    house.settings = before.model_copy(update={"clamd": str(cast.house.root / "data" / "nobody.ctl")})
    await _tried(cast, lambda: cast.house.passes(minutes=11))
    forced.others += 1
    house.settings = before


@asynccontextmanager
async def _lying_clamd(cast: Cast, answer: bytes) -> AsyncIterator[Address]:
    words = cast.mint.made[-1].marks[0].encode()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1024)
        writer.write(answer.replace(b"%s", words))
        with suppress(OSError):
            await writer.drain()
        writer.close()

    path = cast.house.root / "data" / "clamd.ctl"
    server = await asyncio.start_unix_server(serve, path)
    try:
        yield str(path)
    finally:
        server.close()
        path.unlink(missing_ok=True)


async def _calm(cast: Cast) -> None:
    """The storm is over: what was put off is done, as far as it still can be."""
    for _ in range(4):
        await _tried(cast, lambda: cast.house.passes(minutes=30))


TROUBLES_OF_ALL_KINDS = (the_line_fails, functions_fail, statements_fail, rows_do_not_open, the_scanner_lies)
