"""The only place that constructs things: settings and keys in, a running hotline out.

`open_house` builds; `House.run` starts every part as a task of its own, starts again what
should never have ended, and ends them all in the order in which nothing is lost.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any

import structlog
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.calls import close, post
from bot.casts import Casts
from bot.clearing import Clearing
from bot.clock import Clock, MovableClock
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.evidence.outgoing import OwnFiles
from bot.leading import ROLES, Leadership
from bot.line import open_bot
from bot.logs import Once
from bot.metrics import Metrics
from bot.naming import NameReading
from bot.office import office_of
from bot.pacing import Pacer
from bot.patience import Patience
from bot.prompting import Recordings
from bot.receiver import Keeper, Poller
from bot.schedule import Schedule
from bot.sending import Sender
from bot.settings import Settings
from bot.sidelines import Sidelines
from bot.succession import Succession
from bot.topics import Topics
from bot.turnstile import Turnstile, places_for
from handlers.documents.loads import drawn
from handlers.documents.writing import printed
from handlers.hotline import Hotline
from handlers.menus import commands_for
from handlers.saying import speak
from locales.catalog import Catalog
from storage import audit, migrate
from storage import house as facts
from storage.files import Files
from storage.locks import Roles
from storage.store import Store
from storage.vault import Vault

_ANSWERING = 8  # connections to Telegram beside delivery's, for answers to presses
_ALONE_SCAN, _SHARED_SCAN = 5.0, 0.5  # seconds between looks at the inbox
_ALONE_LOOK, _SHARED_LOOK = 5.0, 0.2  # and at the outbox, where other processes may have put something
_STOPPING = 8.0  # seconds until what does not end is left to the next start

_log = structlog.get_logger(__name__)


class NeverWorked(Exception):
    """Telegram refuses this token, and has never accepted it: look at IZDEU_TOKEN and IZDEU_API_URL."""

    def __str__(self) -> str:
        return self.__doc__ or ""


@dataclass(slots=True)
class House:
    """All parts of one process of the hotline.

    Attributes:
        alone: Whether no other process shares the database, so that nothing has to be looked for.
    """

    settings: Settings
    clock: Clock
    random: Random
    store: Store
    files: Files
    roles: Roles
    bot: Bot
    hotline: Hotline
    catalog: Catalog
    username: str
    metrics: Metrics
    pacer: Pacer
    alone: bool
    keeper: Keeper = field(init=False)
    poller: Poller = field(init=False)
    dispatcher: Dispatcher = field(init=False)
    delivery: Delivery = field(init=False)
    schedule: Schedule = field(init=False)
    sidelines: Sidelines = field(init=False)
    naming: NameReading = field(init=False)
    _receiving: Leadership = field(init=False)
    _leaderships: tuple[Leadership, ...] = field(init=False)

    def __post_init__(self) -> None:
        pacer, zone = self.pacer, self.settings.zone
        self._leaderships = tuple(Leadership(self.roles, role) for role in ROLES)
        self._receiving, delivering, ticking = self._leaderships
        in_words = partial(speak, self.catalog, zone)
        sender = Sender(
            self.bot,
            in_words,
            partial(commands_for, self.catalog),
            self.random,
            own_file=OwnFiles(self.store, self.files).open,
            own_copy=Recordings(self.bot, self.store, self.files, self.random).send,
            print_sheet=partial(printed, self.catalog, zone),
            draw=partial(drawn, self.catalog, zone),
            clear=Clearing(self.bot, self.store, self.clock, self.random).send,
            topics=Topics(self.bot, self.store, in_words, self.random).send,
            casts=Casts(self.bot, self.store, self.catalog, zone, self.random, paid=pacer.pays).send,
        )
        self.delivery = Delivery(
            self.store,
            sender,
            self.hotline,
            pacer,
            Turnstile(pacer, places=places_for(pacer)),
            self.clock,
            self.metrics,
            Patience(self.random),
            delivering,
            Succession(self.store, self.hotline, self.clock, self.settings.data_dir / "delivery"),
            look_every=_ALONE_LOOK if self.alone else _SHARED_LOOK,
        )
        self.schedule = Schedule(self, ticking)
        self.naming = NameReading(self.store, self.hotline)
        self.sidelines = Sidelines(self.bot, self.catalog, self.settings, self.random)
        self.dispatcher = Dispatcher(
            self.store,
            self.hotline,
            self.bot,
            self.clock,
            self.metrics,
            Patience(self.random, longest=5.0),
            answer=self.sidelines.answer,
            spoke=self.delivery.wake,
            fetch=self._tend_files,
            tend=partial(self.schedule.hurry, "broadcasts"),
            scan_every=_ALONE_SCAN if self.alone else _SHARED_SCAN,
        )
        bot_id, woken = bot_id_of(self.settings), self.dispatcher.wake
        self.keeper = Keeper(self.store, bot_id, self.clock, self.metrics, woken)
        self.poller = Poller(self.bot, self.keeper, Patience(self.random))
        if isinstance(self.clock, MovableClock):
            self.clock.on_move(self.delivery.wake)
            self.clock.on_move(self.schedule.clock_moved)

    def _tend_files(self) -> None:
        self.schedule.hurry("fetch-attachments")
        self.schedule.hurry("erase")

    def led(self) -> list[str]:
        """The roles that this process holds now."""
        return [one.role for one in self._leaderships if one.held]

    def line_answers(self) -> bool:
        """Whether Telegram has answered lately, as far as this process has to do with it."""
        if self.settings.webhook_url is None and self._receiving.held:
            return self.poller.answers()
        return not self.delivery.down

    async def run(self, stop: asyncio.Event) -> None:
        """Run until *stop* is set; then end within a few seconds, with nothing lost."""
        async with AsyncExitStack() as opened:
            if self.settings.listen is not None:
                # Imported here: without an address to listen on nobody pays for a server.
                from bot.web import serving, web_app

                await opened.enter_async_context(serving(web_app(self), self.settings.listen))
            self.naming.listen()
            tasks = {
                name: asyncio.create_task(self._kept_up(name, work), name=name)
                for name, work in (
                    ("dispatch", self.dispatcher.run),
                    ("delivery", self.delivery.run),
                    ("schedule", self.schedule.run),
                    ("receive", self._receive),
                    ("menus", self.sidelines.set_menus),
                )
            }
            _log.info("running", bot=self.username, database="sqlite" if self.store.sqlite else "postgresql")
            await stop.wait()
            _log.info("stopping")
            await _end(tasks.pop("receive"), tasks.pop("menus"), tasks.pop("schedule"), tasks.pop("dispatch"))
            self.delivery.stop()
            if self.delivery.leads:
                await asyncio.wait({tasks["delivery"]}, timeout=_STOPPING)
            await _end(tasks.pop("delivery"), *self.sidelines.answering)
            await self.naming.end()

    async def _kept_up(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        patience = Patience(self.random, first=1.0)
        while True:
            try:
                await work()
            except Exception:  # the edge of each part: it starts again, and the others go on meanwhile
                _log.exception("part failed", part=name)
                await asyncio.sleep(patience.after_failure())
            else:
                return

    async def _receive(self) -> None:
        # What is stored is handled before more is asked for.
        await self.dispatcher.scanned.wait()
        if self.settings.webhook_url is None:
            await self._receiving.run(self.poller.run)
        else:
            await self._receiving.run(self.sidelines.hold_webhook)


def bot_id_of(settings: Settings) -> int:
    """Telegram's number of the bot, which its token begins with."""
    assert settings.token is not None, "whoever builds a house has a token"
    return int(settings.token.get_secret_value().partition(":")[0])


def username_fact(settings: Settings) -> str:
    """Under which name the house remembers the bot's name; another token is another bot."""
    return f"bot/{bot_id_of(settings)}"


@asynccontextmanager
async def open_house(
    settings: Settings,
    vault: Vault,
    clock: Clock,
    *,
    random: Random | None = None,
    pacer: Pacer | None = None,
    alone: bool | None = None,
) -> AsyncIterator[House]:
    """Build a house: the database brought up to date, the keys checked, the bot known by name.

    Args:
        clock: The house's time.
        random: For jitter only.
        pacer: Other limits than the settings'.
        alone: Whether no other process shares the database; where None, so on SQLite.

    Raises:
        StoreTrouble: The database cannot be reached or is of another version.
        ForeignKeys: The keys belong to another database.
        NeverWorked: The token was refused at the very first start.
    """
    random = random or Random()  # noqa: S311 -- spreads retries, guards nothing
    async with AsyncExitStack() as opened:
        await asyncio.to_thread(_bring_up_to_date, settings.database_url)
        store = Store(settings.database_url, vault)
        opened.callback(store.close)
        await store.write(facts.claim)
        await store.write(lambda tx: audit.note_shape(tx, migrate.HEAD, clock.now()))
        roles = Roles(settings.database_url)
        opened.callback(roles.close)
        assert settings.token is not None, "load() requires it for this command"
        pacer = pacer or Pacer(settings.messages_per_second, paid=settings.paid_messages_per_second)
        connections = places_for(pacer) + _ANSWERING
        bot = open_bot(settings.token.get_secret_value(), settings.api_url, connections=connections)
        opened.push_async_callback(close, bot)
        username = await _username(settings, store, bot, random)
        office = office_of(settings, username)
        catalog = Catalog.load()
        yield House(
            settings=settings,
            clock=clock,
            random=random,
            store=store,
            files=Files(settings.data_dir),
            roles=roles,
            bot=bot,
            hotline=Hotline(catalog, office),
            catalog=catalog,
            username=username,
            metrics=Metrics(),
            pacer=pacer,
            alone=store.sqlite if alone is None else alone,
        )


def _bring_up_to_date(url: str) -> None:
    if migrate.current(url) != migrate.HEAD:
        migrate.upgrade(url)


async def _username(settings: Settings, store: Store, bot: Bot, random: Random) -> str:
    """The bot's name: as Telegram says now, or as it said at an earlier start when it says nothing."""
    fact = username_fact(settings)
    known = await store.read(lambda tx: facts.read(tx, fact))
    once, patience = Once(_log, "line"), Patience(random)
    while True:
        try:
            # By hand: `Bot.initialize` keeps half of itself when its own getMe fails.
            me = await post(bot, "getMe", {}, read_timeout=3.0 if known else None)
            break
        except TelegramError as error:
            once.trouble(type(error).__name__)
            if known is not None:
                return known
            if isinstance(error, InvalidToken):
                raise NeverWorked from None
            await asyncio.sleep(patience.after_failure())
    once.over()
    username = str(me["username"])
    if username != known:
        await store.write(lambda tx: facts.write(tx, fact, username))
    return username


async def _end(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks, timeout=_STOPPING)
