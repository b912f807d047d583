"""Where the canaries go: the real hotline, with all that it writes in folders of their own.

The token, everybody's account and what Telegram tells of them are canaries, too. Each seal and each
sealed file is overheard before it is sealed, which proves that a value has arrived.
"""

import asyncio
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, and_, create_engine, func, or_, select

from bot.app import House, open_house
from bot.clock import MovableClock
from bot.logs import set_up
from bot.pacing import Pacer
from bot.patience import Patience
from bot.sandbox.chats import Chat
from bot.sandbox.people import Actor
from bot.sandbox.phones import Phone
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from bot.settings import Settings, load
from storage import keys
from storage.files import Files
from storage.keyring import KeyRing
from storage.tables import inbox, outbox
from storage.vault import Compartment
from tests.canary.line import TroubledLine
from tests.canary.mint import Canary, Mint
from tests.scenes.stage import NOON, Stage

_CHEAP = 16  # of scrypt: what a guess costs is no matter here
_LOOKOUT = "lookout"
_PATIENCE = 30.0  # seconds of real time


class MarkedWorld(World):
    """A world in which Telegram's own words about people are canaries."""

    marks: Mint

    def _give_phone(self, actor: Actor) -> Phone:
        account, first, last, username = (
            self.marks.account(),
            self.marks.profile("cyrillic"),
            self.marks.profile("arabic"),
            self.marks.profile(),
        )
        assert account.number is not None
        told = {
            "id": account.number,
            "first_name": first.said,
            "last_name": last.said,
            "username": username.said,
        }
        user = {**told, "is_bot": False, "language_code": actor.language_code}
        chat = Chat(account.number, {**told, "type": "private"}, owner=actor.id, user=user)
        self.chats[account.number] = chat
        phone = self._phones[actor.id] = Phone(self, actor, chat)
        return phone


@dataclass
class Arrivals:
    """Which canaries have been seen inside, right before they were sealed.

    Attributes:
        marks: By mark, the number of the canary.
    """

    seen: set[int] = field(default_factory=set)
    listen: Callable[[bytes], Iterable[int]] = lambda _plain: ()

    def note(self, plain: bytes) -> None:
        """Something is about to be sealed."""
        self.seen.update(self.listen(plain))


@dataclass
class CanaryHouse(Stage):
    """The hotline on a stage, with everything around it that writes to a disk.

    Attributes:
        root: Below it is all that the house writes to, but for a PostgreSQL server.
        line: What stands between the bot and Telegram.
        lookout: By which the scenes see whether all is quiet; it is no part of the house.
        passphrase: Of the keys.
    """

    root: Path = Path()
    line: TroubledLine = field(default=None)  # type: ignore[assignment]  # always given
    lookout: Engine = field(default=None)  # type: ignore[assignment]  # always given
    mint: Mint = field(default=None)  # type: ignore[assignment]  # always given
    token: Canary = field(default=None)  # type: ignore[assignment]  # always given
    passphrase: Canary = field(default=None)  # type: ignore[assignment]  # always given
    arrivals: Arrivals = field(default_factory=Arrivals)

    @property
    def settings(self) -> Settings:
        """Of the house."""
        return self.house.settings

    @property
    def ring(self) -> KeyRing:
        """Its keys."""
        ring = self.house.store.vault.keys
        assert isinstance(ring, KeyRing)
        return ring

    async def _quiet(self) -> bool:
        # In words of its own: while errors are forced, no function of the house can be asked.
        house = self.house
        if len(self.world.updates) or house.schedule.busy or house.sidelines.answering:
            return False
        # What becomes due while we look is due.
        soon = self.clock.now() + timedelta(milliseconds=200)
        return await asyncio.to_thread(_nothing_waits, self.lookout, soon)

    async def settled(self) -> None:
        """Until nothing waits anywhere."""
        async with asyncio.timeout(_PATIENCE):
            while not await self._quiet():  # noqa: ASYNC110 -- many places, none of which tells
                await asyncio.sleep(0.004)


def _nothing_waits(lookout: Engine, now: datetime) -> bool:
    count = select(func.count())
    due = and_(outbox.c.state == "waiting", outbox.c.due_at <= now, outbox.c.try_at <= now)
    # In this order, and each in one statement: what leaves the one place is in the next by then.
    asked = (
        count.select_from(inbox).where(inbox.c.state == "waiting"),
        count.select_from(outbox).where(or_(outbox.c.state == "claimed", due)),
    )
    with lookout.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        return not any(connection.execute(one).scalar_one() for one in asked)


@contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    """Whoever wants a temporary file in this process gets it there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(tempfile, "tempdir", None)
        yield


@contextmanager
def everything_logged() -> Iterator[None]:
    """Our logs at DEBUG, and those of all libraries, too.

    In service these say nothing below a warning; whoever turns them up must not find a family's words either.
    """
    root = logging.getLogger()
    names = ("", *root.manager.loggerDict)
    before = root.handlers[:], {name: logging.getLogger(name).level for name in names}
    hooks = sys.excepthook, warnings.showwarning
    set_up("DEBUG")
    for name in ("", *root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.DEBUG)
    # Four lines for each statement, that a connection was taken and given back; and what is not of the house.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.INFO)
    logging.getLogger(f"sqlalchemy.engine.Engine.{_LOOKOUT}").setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.handlers[:], levels = before
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
        sys.excepthook, warnings.showwarning = hooks


@contextmanager
def _overheard(arrivals: Arrivals) -> Iterator[None]:
    seal, write = Compartment.seal, Files.write

    def hear_seal(self: Compartment, plain: bytes, **place: str) -> bytes:
        arrivals.note(plain)
        return seal(self, plain, **place)

    def hear_write(self: Files, key: bytes, file_id: str, chunks: Iterable[bytes]) -> tuple[int, str]:
        pieces = list(chunks)
        arrivals.note(b"".join(pieces))
        return write(self, key, file_id, pieces)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compartment, "seal", hear_seal)
        patch.setattr(Files, "write", hear_write)
        # What is tried again is tried at once: nobody waits here for a server to recover.
        patch.setattr(Patience, "after_failure", lambda self, at_least=0.0: max(0.01, min(at_least, 0.05)))
        patch.setattr("bot.dispatch._BETWEEN_ATTEMPTS", 0.0)
        patch.setattr("bot.outcomes._FIRST_PAUSE", 0.01)
        patch.setattr("bot.outcomes._LONGEST_PAUSE", 0.02)
        yield


def folders(root: Path) -> tuple[Path, ...]:
    """All that the house writes to; the passphrase lies in a file outside, as it must."""
    made = tuple(root / name for name in ("data", "backups", "key-backups", "tmp", "logs"))
    for one in made:
        one.mkdir(mode=0o700, exist_ok=True)
    return made


@asynccontextmanager
async def canary_house(root: Path, database: str, mint: Mint) -> AsyncIterator[CanaryHouse]:
    """Open the house.

    Args:
        database: A migrated one.
    """
    clock = MovableClock(NOON)
    token, passphrase = mint.token(), mint.secret(" ".join(mint.word() for _ in range(3)))
    world = MarkedWorld(clock, token.said, cast=())
    world.marks = mint
    line = TroubledLine(app(world))
    secret_file = root / "passphrase"
    secret_file.write_text(passphrase.said)
    async with await serve(line) as served:
        settings = load(
            {
                "IZDEU_TOKEN": token.said,
                "IZDEU_API_URL": served.url,
                "IZDEU_DATA_DIR": str(root / "data"),
                "IZDEU_DATABASE_URL": database,
                "IZDEU_MESSAGES_PER_SECOND": "1000",
                "IZDEU_PASSPHRASE_FILE": str(secret_file),
                "IZDEU_BACKUP_DIR": str(root / "backups"),
                "IZDEU_KEYS_BACKUP_DIR": str(root / "key-backups"),
                "IZDEU_KEEP_CLOSED_DAYS": "30",
            },
            base=root,
        )
        vault = keys.create(settings.data_dir, passphrase.said, cost=_CHEAP)
        arrivals = Arrivals()
        lookout = create_engine(database, logging_name=_LOOKOUT)
        pacer = Pacer(1000.0, chat_every=0.0)
        with _overheard(arrivals):

            @asynccontextmanager
            async def runs() -> AsyncIterator[House]:
                async with open_house(settings, vault, clock, pacer=pacer, alone=True) as house:
                    stop = asyncio.Event()
                    running = asyncio.create_task(house.run(stop))
                    try:
                        yield house
                    finally:
                        stop.set()
                        await running

            try:
                async with AsyncExitStack() as doors:
                    opened = CanaryHouse(
                        world,
                        await doors.enter_async_context(runs()),
                        clock,
                        runs,
                        doors,
                        root=root,
                        line=line,
                        lookout=lookout,
                        mint=mint,
                        token=token,
                        passphrase=passphrase,
                        arrivals=arrivals,
                    )
                    await opened.settled()
                    yield opened
            finally:
                lookout.dispose()


async def izdeu(house: CanaryHouse, *words: str) -> bytes:
    """Run a command at the terminal, beside the running hotline, at the level that says most."""
    settings = house.settings
    env = {
        "PATH": os.environ.get("PATH", ""),
        "TMPDIR": str(house.root / "tmp"),
        "IZDEU_TOKEN": house.token.said,
        "IZDEU_DATA_DIR": str(settings.data_dir),
        "IZDEU_DATABASE_URL": settings.database_url,
        "IZDEU_PASSPHRASE_FILE": str(settings.passphrase_file),
        "IZDEU_LOG_LEVEL": "DEBUG",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        env=env,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    return said
