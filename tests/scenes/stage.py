"""A stage for scenes: the real bot and the sandbox in one process, over a real local line.

People act through their phones; `Stage.settled` returns when nothing waits anywhere, so a
scene never sleeps and never looks too early.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import House, open_house
from bot.clock import MovableClock
from bot.inviting import new_invite
from bot.pacing import Pacer
from bot.sandbox.phones import Phone
from bot.sandbox.server import app, serve
from bot.sandbox.world import TOKEN, World
from bot.settings import load
from locales.catalog import Catalog
from locales.languages import BY_CODE
from storage import inbox, outbox
from storage.records import Role
from storage.store import Tx
from storage.vault import Vault

NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
"""Tuesday, 12:00 in Almaty: the office is open."""

TEXTS = Catalog.load()
_PATIENCE = 20.0  # seconds of real time


@dataclass
class Stage:
    """A world, a house in it, and the time of both."""

    world: World
    house: House
    clock: MovableClock
    _runs: Callable[[], AbstractAsyncContextManager[House]] = field(repr=False)
    _doors: AsyncExitStack = field(repr=False)
    _people: int = field(default=0)

    def phone(self, name: str) -> Phone:
        """Somebody more, made up, who has never written."""
        self._people += 1
        return self.world.phone(f"{name} {self._people}")

    async def relative(self, language: str, name: str = "A relative") -> Phone:
        """Somebody who has chosen her language."""
        phone = self.phone(name)
        phone.start()
        await self.settled()
        phone.tap(BY_CODE[language].own_name)
        await self.settled()
        return phone

    async def coordinator(self, language: str = "en", name: str = "A coordinator") -> Phone:
        """Somebody who came with an invite and chose her language."""
        token = await self.house.store.write(lambda tx: new_invite(tx, Role.COORDINATOR, self.clock))
        phone = self.phone(name)
        phone.start(token)
        await self.settled()
        phone.tap(BY_CODE[language].own_name)
        await self.settled()
        return phone

    async def reports(self, phone: Phone, language: str, person: str) -> None:
        """A short report, all the way, by the shortest answers."""

        async def tap(text_id: str) -> None:
            phone.tap(TEXTS.plain(language, text_id))
            await self.settled()

        phone.say("/report")
        await self.settled()
        await tap("button-agree")
        await tap("option-relation-child")
        phone.say(person)
        await self.settled()
        for _ in range(4):
            await tap("button-unknown")
        await tap("button-send-report")

    async def restarts(self) -> None:
        """The machine stops, and starts again with what it has on its disk."""
        await self._doors.aclose()
        self.house = await self._doors.enter_async_context(self._runs())
        await self.settled()

    async def passes(self, **time: float) -> None:
        """Let time pass, and everything that becomes due happen."""
        self.clock.move(timedelta(**time))
        await self.house.schedule.tick()
        await self.settled()

    async def settled(self) -> None:
        """Until nothing waits: no update at Telegram, in the inbox or at work, nothing to be said."""
        async with asyncio.timeout(_PATIENCE):
            while not await self._quiet():  # noqa: ASYNC110 -- three places, none of which tells
                await asyncio.sleep(0.004)

    async def _quiet(self) -> bool:
        house, done = self.house, self.house.metrics
        if len(self.world.updates) or house.schedule.busy or house.sidelines.answering:
            return False
        if done.handled + done.aside < done.stored:
            return False
        return await self.house.store.read(lambda tx: _nothing_waits(tx, self.clock.now()))


def _nothing_waits(tx: Tx, now: datetime) -> bool:
    if inbox.counts(tx).get("waiting"):
        return False
    # In this order: PostgreSQL answers each question as of its own moment, and what was claimed after the
    # first is seen by the second.
    due = outbox.next_try(tx)
    if due is not None and due <= now:
        return False
    return not outbox.counts(tx).get("claimed")


@asynccontextmanager
async def stage(folder: Path, database: str, *, start: datetime = NOON) -> AsyncIterator[Stage]:
    """Open the stage.

    Args:
        folder: For keys and files.
        database: A migrated one.
        start: What time it is at the beginning.
    """
    clock = MovableClock(start)
    world = World(clock)
    secret = secrets.token_bytes(32)
    async with await serve(app(world)) as served:
        settings = load(
            {
                "IZDEU_TOKEN": TOKEN,
                "IZDEU_API_URL": served.url,
                "IZDEU_DATA_DIR": str(folder),
                "IZDEU_DATABASE_URL": database,
                "IZDEU_MESSAGES_PER_SECOND": "1000",
            },
            base=folder,
        )

        @asynccontextmanager
        async def runs() -> AsyncIterator[House]:
            # What a person types in a minute happens here in a moment; her pace is tested by itself.
            pacer = Pacer(1000.0, chat_every=0.0)
            async with open_house(settings, Vault(secret), clock, pacer=pacer) as house:
                stop = asyncio.Event()
                running = asyncio.create_task(house.run(stop))
                try:
                    yield house
                finally:
                    stop.set()
                    await running

        async with AsyncExitStack() as doors:
            opened = Stage(world, await doors.enter_async_context(runs()), clock, runs, doors)
            await opened.settled()
            yield opened
