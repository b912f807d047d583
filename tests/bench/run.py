"""One run of one bot: started, left alone for a moment, asked in every way that is measured, stopped."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # its types are a package of their own, for one file
from starlette.types import Receive, Scope, Send

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox, app, serve
from bot.sandbox.world import World
from tests.bench.bots import ROOT, Contestant, Databases, end
from tests.bench.crowd import Crowd, Figures

_STARTS_WITHIN = 30.0  # seconds
_LOOK = 0.05  # seconds between looks at the memory
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is asked of each bot in each run.

    Attributes:
        people: Who know the bot.
        each: Messages that each has sent before the flood begins.
        rate: Updates a second while delays are measured.
        trickle: How many updates that takes.
        tellers: People who fill in the form at the same time.
        telling: Seconds.
        rest: Seconds after the start in which nothing happens, before memory is looked at.
    """

    people: int = 400
    each: int = 4
    rate: float = 50.0
    trickle: int = 200
    tellers: int = 100
    telling: float = 5.0
    rest: float = 2.0


QUICK = Plan(people=200, trickle=100, telling=3.0)


@dataclass(frozen=True, slots=True)
class Load:
    """What one kind of load showed.

    Attributes:
        cpu: Seconds of the bot's process.
    """

    figures: Figures
    cpu: float

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.figures.updates / self.figures.seconds

    @property
    def cpu_each(self) -> float:
        """Milliseconds of CPU an update."""
        return 1000 * self.cpu / self.figures.updates

    def delay(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        delays = sorted(self.figures.delays)
        return 1000 * delays[min(len(delays) - 1, int(share * len(delays)))]


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of one bot showed.

    Attributes:
        start: Seconds from its start to the first time it asked for updates.
        idle: Megabytes (RSS) after a moment of rest.
        peak: Megabytes, the most under load; None where there was none.
        flood: Light messages as fast as it takes them.
        trickle: The same, at a steady pace.
        form: Answers to the intake form.
    """

    start: float
    idle: float
    peak: float | None = None
    flood: Load | None = None
    trickle: Load | None = None
    form: Load | None = None


class _Door:
    """The sandbox, and when the bot first asked it for updates."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.asked = asyncio.Event()
        self.asked_at = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            not self.asked.is_set()
            and scope["type"] == "http"
            and scope["path"].lower().endswith("/getupdates")
        ):
            self.asked_at = time.monotonic()
            self.asked.set()
        await self._sandbox(scope, receive, send)

    async def close(self) -> None:
        await self._sandbox.close()


class _Process:
    """One bot at work."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._seen = psutil.Process(process.pid)
        self.peak = 0.0

    def memory(self) -> float:
        return float(self._seen.memory_info().rss) / _MEGABYTE

    def cpu(self) -> float:
        spent = self._seen.cpu_times()
        return float(spent.user + spent.system)

    async def watch(self) -> None:
        while True:
            self.peak = max(self.peak, self.memory())
            await asyncio.sleep(_LOOK)


class Ended(Exception):
    """The bot ended before it had asked for updates."""


async def _asks(door: _Door, process: asyncio.subprocess.Process) -> None:
    asked, ended = asyncio.create_task(door.asked.wait()), asyncio.create_task(process.wait())
    await asyncio.wait((asked, ended), timeout=_STARTS_WITHIN, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    if ended.done():
        raise Ended
    ended.cancel()
    if not door.asked.is_set():
        raise TimeoutError


async def run(one: Contestant, plan: Plan, databases: Databases, log: Path) -> Result:
    """Run *one* once.

    Args:
        log: Where what the bot prints goes.

    Raises:
        TimeoutError: It did not start, or stopped answering.
        Ended: It ended by itself.
    """
    world = World(SystemClock(), cast=())
    door = _Door(app(world))
    async with await serve(door) as served:
        environment = databases.fresh(one, served.url)
        began = time.monotonic()
        async with _started(one, environment, log) as process:
            await _asks(door, process)
            start = door.asked_at - began
            bot = _Process(process)
            await asyncio.sleep(plan.rest)
            idle = bot.memory()
            if one.real:
                return Result(start, idle)
            watching = asyncio.create_task(bot.watch())
            try:
                return await _loads(one, plan, Crowd(world, plan.people), bot, start, idle)
            finally:
                watching.cancel()


async def _loads(
    one: Contestant, plan: Plan, crowd: Crowd, bot: _Process, start: float, idle: float
) -> Result:
    light = "/help" if one.ours else "How long does it take?"
    await crowd.arrive(choose_language=one.ours)
    spent = bot.cpu()
    trickle = Load(await crowd.trickle(light, plan.rate, plan.trickle), bot.cpu() - spent)
    spent = bot.cpu()
    flood = Load(await crowd.flood(light, plan.each), bot.cpu() - spent)
    form = None
    if one.ours:
        spent = bot.cpu()
        form = Load(await crowd.report(plan.tellers, plan.telling), bot.cpu() - spent)
    return Result(start, idle, bot.peak, flood, trickle, form)


@asynccontextmanager
async def _started(
    one: Contestant, environment: dict[str, str], log: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    with log.open("ab") as told:
        process = await asyncio.create_subprocess_exec(
            *one.command, env=environment, cwd=ROOT, stdout=told, stderr=told
        )
        try:
            yield process
        finally:
            await end(process)
