"""One ground on which the bot is killed: a database, one or two processes, families, a coordinator."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import SystemClock
from bot.inviting import new_invite
from bot.sandbox.server import app, serve
from bot.sandbox.world import TOKEN, Sent, World
from locales.languages import CODES
from storage import house as facts
from storage import keys
from storage.errors import StoreBusy
from storage.files import Files
from storage.records import Role
from storage.store import Store, Tx
from tests.crash import proof
from tests.crash.coordinator import Coordinator
from tests.crash.desk import Desk
from tests.crash.family import Family
from tests.crash.figures import Figures
from tests.crash.kills import planned
from tests.crash.leaving import Leaver, a_month_passes
from tests.crash.nursery import Nursery
from tests.crash.pack import Pack
from tests.crash.reader import Reader, Unanswered
from tests.crash.reminded import Volunteer, a_task_falls_due, wrong_of

PATIENCE = 90.0  # seconds that somebody waits for one reply while bots die
_QUIET_WITHIN = 60.0  # seconds for what is left when everybody has finished; files are fetched every 15
_BEGIN, _EACH_KILL = 60.0, 15.0  # seconds that killing may take; a tenth of it is usual
_LOOK_EVERY, _PASSES_EVERY = 0.1, 0.5
_CHEAP = 2**10  # scrypt's cost: the keyring is a real one, its strength is not the question here
_PASSPHRASE = "made-up"  # noqa: S105 -- opens made-up reports only
_SPOKEN = ("sendMessage", "sendPhoto", "sendVoice", "sendDocument", "editMessageText")


@dataclass(frozen=True, slots=True)
class Ground:
    """What is tried, and where.

    Attributes:
        database: The address of a migrated one without a row.
        folder: For keys, files and logs; an empty one.
        takeovers: So many of the kills take a leader away from two.
    """

    name: str
    database: str
    folder: Path
    processes: int
    kills: int
    takeovers: int
    families: int = 6


class _Trial:
    """Everything that lives while one ground is tried."""

    def __init__(self, ground: Ground, random: Random) -> None:
        self.ground = ground
        self.random = random
        self.figures = Figures(ground.name)
        self.world = World(SystemClock(), cast=())
        self.world.watch.listen(self._hear)
        self.enough = False
        self.spoken = 0
        self.desk = Desk()
        self.zone = _noon(self.world.clock.now())
        today = self.world.clock.now().astimezone(self.zone).date()
        self.coordinator = Coordinator(self._reader("coordinator", "ru"), self.desk)
        languages = [CODES[number % len(CODES)] for number in range(ground.families)]
        self.families = [
            Family(self._reader(f"family-{number}", language), random, self.desk, lambda: self.enough, today)
            for number, language in enumerate(languages)
        ]
        # Two, so that one of them is always waiting.
        self.leavers = [
            Leaver(self._reader(f"leaver-{language}", language), random, lambda: self.enough, today)
            for language in ("ug", "kk-Arab")
        ]

        self.volunteer = Volunteer(self._reader("volunteer", "en"), lambda: self.enough)

    def _reader(self, name: str, language: str) -> Reader:
        return Reader(self.world, self.world.phone(name), language, PATIENCE)

    def _hear(self, kind: str, about: Any) -> None:
        # One that Telegram had already comes as a second message, or is refused as no change.
        if kind == "sent" and isinstance(about, Sent) and about.method in _SPOKEN:
            if about.ok or "not modified" in (about.error or ""):
                self.spoken += 1
            else:
                self.figures.wrong.append(f"Telegram refused {about.method}: {about.error}")

    def works_done(self, role: str) -> int:
        """What Telegram has seen of a role: polls, messages, files that were copied by the clock's leader."""
        match role:
            case "receive":
                return self.world.counts["getUpdates", "ok"]
            case "deliver":
                return self.spoken
            case _:
                return self.world.counts["getFile", "ok"]

    async def _time_passes(self, store: Store) -> None:
        """For whoever has left a report, and for the volunteer."""
        while True:
            if (hers := self.volunteer).waits:
                account, now = hers.reader.phone.chat_id, self.world.clock.now()
                with suppress(StoreBusy):  # as below
                    task = await store.write(partial(a_task_falls_due, account=account, now=now))
                    hers.given.append(task)
                    hers.waits = False
            for one in self.leavers:
                if (left_at := one.waits) is not None:
                    account, now = one.reader.phone.chat_id, self.world.clock.now()
                    with suppress(StoreBusy):  # the bots write, too; the next time comes soon
                        await store.write(partial(_lapse, account=account, left_at=left_at, now=now))
            await asyncio.sleep(_PASSES_EVERY)

    async def people(self, invites: Sequence[str], pack: Pack, store: Store) -> None:
        """Let everybody do her part, the families until the pack has done its own.

        Args:
            invites: Of the coordinator, and of the volunteer.
        """
        try:
            await self.coordinator.arrives(invites[0])
        except Unanswered as error:
            self.figures.wrong.append(str(error))
            return
        works = asyncio.create_task(self._part(self.coordinator.works()))
        works.add_done_callback(lambda _works: self.desk.close())
        reports = [asyncio.create_task(self._part(one.live())) for one in (*self.families, *self.leavers)]
        reports.append(asyncio.create_task(self._part(self.volunteer.lives(invites[1]))))
        passing = asyncio.create_task(self._time_passes(store))
        killing = asyncio.create_task(self._kill_and_take_over(pack))
        await asyncio.wait(reports)
        self.enough = True
        killing.cancel()
        works.cancel()
        passing.cancel()
        for ended in await asyncio.gather(*reports, killing, works, passing, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended

    async def _part(self, doing: Any) -> None:
        try:
            await doing
        except Unanswered as error:
            self.figures.wrong.append(str(error))

    async def _kill_and_take_over(self, pack: Pack) -> None:
        try:
            async with asyncio.timeout(_BEGIN + _EACH_KILL * self.ground.kills):
                await pack.done.wait()
                for _ in range(self.ground.takeovers):
                    await pack.take_over()
        except TimeoutError:
            self.figures.wrong.append("not all kills happened: somebody stands still, or waits for nothing")
        self.enough = True

    async def settle(self, store: Store) -> None:
        """Until nothing waits any more, at Telegram or here."""
        waits: Mapping[str, int] = {}
        try:
            async with asyncio.timeout(_QUIET_WITHIN):
                # Also what Telegram still has for a bot that is only starting: it would come after the look.
                while True:
                    waits = await store.read(proof.what_waits)
                    if not waits and not len(self.world.updates):
                        return
                    await asyncio.sleep(_LOOK_EVERY)
        except TimeoutError:
            self.figures.wrong.append(f"still waiting in the end: {waits}")


def _noon(now: datetime) -> ZoneInfo:
    """A zone in which it is noon: nobody is written to in the night, and no day ends meanwhile."""
    east = 12 - now.hour
    return ZoneInfo(f"Etc/GMT{-east:+d}" if east else "Etc/GMT")


def _lapse(tx: Tx, *, account: int, left_at: datetime, now: datetime) -> None:
    a_month_passes(tx, account, left_at, now)


async def tried(ground: Ground, nursery: Nursery, random: Random) -> Figures:
    """Kill as planned, let everybody finish, and look at what is there."""
    began = time.monotonic()
    trial = _Trial(ground, random)
    vault = keys.create(ground.folder, _PASSPHRASE, cost=_CHEAP)
    passphrase, log = ground.folder / "passphrase", ground.folder / "log"
    passphrase.write_text(_PASSPHRASE)
    store = Store(ground.database, vault)
    try:
        await store.write(facts.claim)
        roles = (Role.COORDINATOR, Role.VOLUNTEER)
        invites = [await store.write(partial(new_invite, role=role, clock=SystemClock())) for role in roles]
        async with await serve(app(trial.world)) as served:
            env = {
                "IZDEU_TOKEN": TOKEN,
                "IZDEU_API_URL": served.url,
                "IZDEU_DATABASE_URL": ground.database,
                "IZDEU_DATA_DIR": str(ground.folder),
                "IZDEU_PASSPHRASE_FILE": str(passphrase),
                "IZDEU_TIMEZONE": trial.zone.key,
                # Nobody is reminded on a public holiday, and this may be one.
                "IZDEU_WORKDAYS": f"+{trial.world.clock.now().astimezone(trial.zone).date()}",
            }
            kills = planned(ground.kills - ground.takeovers, random)
            pack = Pack(
                nursery,
                env,
                log,
                ground.processes,
                kills,
                random,
                trial.figures,
                trial.world.watch,
                trial.works_done,
            )
            await trial.people(invites, pack, store)
            await trial.settle(store)
            await pack.end()
        files = Files(ground.folder)
        await store.read(
            lambda tx: proof.examine(
                tx,
                files,
                [*trial.families, *trial.leavers, trial.volunteer],
                trial.coordinator,
                trial.spoken,
                trial.figures,
            )
        )
        trial.figures.wrong += await store.read(lambda tx: wrong_of(tx, trial.volunteer))
        trial.figures.reminded = trial.volunteer.done
    finally:
        await asyncio.to_thread(store.close)
    trial.figures.wrong += proof.complaints(log)
    trial.figures.seconds = time.monotonic() - began
    return trial.figures
