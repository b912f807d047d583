"""One run: a crowd and some honest people, through the real keeper, dispatcher, hotline and database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Bot

from bot.dispatch import Dispatcher
from bot.metrics import Metrics
from bot.patience import Patience
from bot.reading import read_json
from bot.receiver import Keeper, update_number, written
from handlers.context import Toast
from handlers.hotline import Hotline
from handlers.rules.office import Office
from locales.catalog import Catalog
from storage import inbox, invites, people
from storage.records import Role
from storage.store import Store, Tx
from tests.fuzz.honest import FIRST_ACCOUNT, Phone, masked
from tests.fuzz.hostile import Crowd, Numbers
from tests.fuzz.line import Heard, Line
from tests.fuzz.mutations import wired
from tests.fuzz.outcome import Outcome, kept, largest, troubles
from tests.fuzz.stories import Script, batur, saule, vera

BOT_ID = 100200300
ZONE = ZoneInfo("Asia/Almaty")
INVITE = "invitationForVera"

_NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
_EARLIER = _NOON - timedelta(days=61)  # so that what was shown then has expired by now
_OFFICE = Office(ZONE, (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
_BATCH = 100
_PATIENCE = 120.0  # seconds that a batch may take before the run is called stuck
_TURNS = 170  # at least; so many of them the longest of the honest needs
_IN_VAIN = 20  # turns in which all the honest only wait: then what they wait for will not come


@dataclass(slots=True)
class StandingClock:
    """Time that stands still, so that two runs read the same dates."""

    at: datetime = _NOON

    def now(self) -> datetime:
        """Now: aware, UTC."""
        return self.at


@dataclass
class House:
    """The machine without its wires.

    Args:
        insiders: How many of the crowd are coordinators, which no honest run survives unchanged.
    """

    store: Store
    seed: int
    insiders: int = 0
    clock: StandingClock = field(default_factory=StandingClock)

    def __post_init__(self) -> None:
        self.catalog = Catalog.load()
        self.metrics = Metrics()
        self.numbers = Numbers()
        self.crowd = Crowd(Random(self.seed), self.catalog, self.numbers)
        self.line = Line(self.store, self.catalog, ZONE, self.clock, self._heard)
        self.dispatcher = Dispatcher(
            self.store,
            Hotline(self.catalog, _OFFICE),
            Bot(f"{BOT_ID}:{'x' * 35}"),
            self.clock,
            self.metrics,
            Patience(Random(self.seed), first=0.01, longest=0.05),
            answer=self._answer,
            spoke=self._look,
            fetch=lambda: None,
            scan_every=30.0,
        )
        self.keeper = Keeper(self.store, BOT_ID, self.clock, self.metrics, self.dispatcher.wake)
        self.phones = {
            one.account_id: one
            for one in (
                Phone(self.catalog, FIRST_ACCOUNT, "Сәуле", "ru"),
                Phone(self.catalog, FIRST_ACCOUNT + 1, "باتۇر", "ug"),
                Phone(self.catalog, FIRST_ACCOUNT + 2, "Vera", "en"),
            )
        }
        self._quiet = asyncio.Event()
        self._known: set[int | bytes] = set()

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """With the dispatcher running."""
        task = asyncio.create_task(self.dispatcher.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def take(self, updates: list[Any]) -> None:
        """Let *updates* arrive, and see everything handled and said that follows from them."""
        texts = [wired(one) for one in updates]
        came = read_json(f"[{','.join(texts)}]")
        self._known.update(map(_identity, came))
        self._quiet.clear()
        await self.keeper.keep(came)
        self._look()
        async with asyncio.timeout(_PATIENCE):
            await self._quiet.wait()
        await self.line.deliver()

    def scripts(self) -> list[tuple[Phone, Script]]:
        """The honest people, and what they do."""
        first, second, third = self.phones.values()
        return [
            (first, saule(first)),
            (second, batur(second)),
            (third, vera(third, INVITE, [second, first])),
        ]

    @property
    def distinct(self) -> int:
        """How many different updates have come."""
        return len(self._known)

    def promote(self, tx: Tx) -> None:
        """Some of the crowd got an invitation, too."""
        for account in self.crowd.accounts[: self.insiders]:
            person = people.welcome(tx, account.id, account.id, self.clock.now())
            people.set_role(tx, person.id, Role.COORDINATOR)
            people.set_language(tx, person.id, "en")

    def _look(self) -> None:
        if self.metrics.handled + self.metrics.aside >= self.metrics.stored:
            self._quiet.set()

    def _answer(self, toast: Toast) -> None:
        self.line.toast(toast)

    def _heard(self, chat_id: int, heard: Heard) -> None:
        if (phone := self.phones.get(chat_id)) is not None:
            phone.heard.append(heard)
        self.crowd.shown(chat_id, heard.message_id, heard.buttons)


async def run(store: Store, *, updates: int, seed: int, insiders: int = 0, alone: bool = False) -> Outcome:
    """Let hostile *updates* arrive in batches, and with them, evenly, the steps of each honest person.

    Args:
        store: A fresh database.
        insiders: How many of the crowd are coordinators.
        alone: Keep the crowd away, and let only the honest people do the same at the same time.
    """
    house = House(store, seed, insiders)
    spent = 0.0
    async with house.at_work():
        house.clock.at = _EARLIER
        await store.write(house.promote)
        rest = 0 if alone else updates
        for part in _parts(rest // 10):
            spent += await _timed(house, house.crowd.updates(part))
        house.clock.at = _NOON
        await store.write(
            lambda tx: invites.add(tx, INVITE, Role.COORDINATOR, _NOON + timedelta(days=1), _NOON)
        )
        scripts, turn, in_vain = house.scripts(), 0, 0
        parts = _parts(rest - rest // 10)
        stride = max(1, len(parts) // _TURNS)
        chance = Random(seed)
        while parts or (scripts and in_vain < _IN_VAIN):
            batch = house.crowd.updates(parts.pop()) if parts else []
            if turn % stride == 0 or not parts:
                scripts = [one for one in scripts if _step(house, one, batch, chance)]
            in_vain = 0 if batch else in_vain + 1
            spent += await _timed(house, batch)
            turn += 1
    return await _outcome(house, spent)


def _parts(count: int) -> list[int]:
    """*count* in batches: three less than a poll may give, because the honest come along; or smaller."""
    most = max(1, min(_BATCH - 3, count // _TURNS))
    return [most] * (count // most) + ([count % most] if count % most else [])


def _step(house: House, one: tuple[Phone, Script], batch: list[Any], chance: Random) -> bool:
    """One honest person's next update goes somewhere into *batch*. False when she is done."""
    phone, script = one
    try:
        body = next(script)
    except StopIteration:
        return False
    except LookupError as missing:
        house.line.wrong.append(f"{phone.name} was not shown “{missing}”")
        return False
    if body is not None:
        update = {"update_id": house.numbers.next(), **body}
        batch.insert(chance.randint(0, len(batch)), update)
        house.crowd.overheard(update)
    return True


async def _timed(house: House, batch: list[Any]) -> float:
    began = perf_counter()
    await house.take(batch)
    return perf_counter() - began


def _identity(update: Any) -> int | bytes:
    """What makes an update the same as another: its number, or without one its content as it was read.

    Not as it came: how much of the deepest nests is read depends on what else came with them.
    """
    number = update_number(update)
    return number if number is not None else written(update)


async def _outcome(house: House, spent: float) -> Outcome:
    told: dict[str, list[tuple[str, ...]]] = {}
    *families, coordinator = house.phones.values()
    codes = [code for one in families for code in one.codes()]
    for phone in house.phones.values():
        about = phone.heard
        if phone is coordinator:
            # She also hears of the crowd's reports, as she should.
            about = [one for one in about if any(code in one.text for code in codes)]
        told[phone.name] = [
            (one.method, masked(one.text), *(masked(label) for label, _ in one.buttons)) for one in about
        ]
    return await house.store.read(
        lambda tx: Outcome(
            seconds=spent,
            received=house.metrics.received,
            distinct=house.distinct,
            stumbled=house.metrics.stumbled,
            said=house.line.said,
            wrong=house.line.wrong,
            troubles=troubles(tx),
            inbox=inbox.counts(tx),
            told=told,
            kept=[kept(tx, code) for code in codes],
            largest=largest(tx),
        )
    )
