"""One broadcast of one bot: the server in a process, the bot in another, and what the server saw."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]  # its types are a package of their own, for one file

from tests.bench.bots import ROOT, Contestant, Databases, end
from tests.bench.sending.contestants import settings, told
from tests.bench.sending.plan import Outcome, Plan
from tests.bench.sending.seeding import Seeded, seed, store_of

_AFTER_ALL = 2.0  # seconds that what is on the wire may still take
_LOOK = 0.1  # seconds between looks at memory and CPU
_MEGABYTE = 1 << 20
_LONGEST_LINE = 1 << 24  # bytes; all who are missing stand in one


class Watched:
    """What a bot's process uses."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self.memory = 0.0
        self.cpu = 0.0

    async def watch(self) -> None:
        """Look until it ends."""
        with suppress(psutil.NoSuchProcess):
            while True:
                self.memory = max(self.memory, self._process.memory_info().rss / _MEGABYTE)
                spent = self._process.cpu_times()
                self.cpu = spent.user + spent.system
                await asyncio.sleep(_LOOK)


class Server:
    """The server's process.

    Attributes:
        url: Where it answers.
    """

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out = process.stdin, process.stdout
        self.url = url

    def give_up(self) -> None:
        """Nothing more will come."""
        self._in.write(b"over\n")

    async def next(self) -> dict[str, Any]:
        """What it tells next.

        Raises:
            EOFError: It has ended.
        """
        line = await self._out.readline()
        if not line:
            raise EOFError
        told: dict[str, Any] = json.loads(line)
        return told

    async def outcome(self) -> Outcome:
        """What it saw, as soon as it is over."""
        while "arrived" not in (told := await self.next()):
            pass
        return Outcome(**told)

    async def tap(self, label: str) -> bool:
        """Let the coordinator press the button that says this; whether there is one."""
        self._in.write(f"tap {label}\n".encode())
        while "tapped" not in (told := await self.next()):
            pass
        return bool(told["tapped"])


@asynccontextmanager
async def serving(plan: Plan, log: Path) -> AsyncIterator[Server]:
    """The server of *plan*."""
    with log.open("ab") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.bench.sending.server",
            json.dumps(asdict(plan)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=written,
            cwd=ROOT,
            limit=_LONGEST_LINE,
        )
    assert process.stdout is not None
    try:
        yield Server(process, (await process.stdout.readline()).decode().strip())
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def run(one: Contestant, plan: Plan, databases: Databases, log: Path) -> Outcome:
    """Let *one* send a broadcast.

    Args:
        log: Where what the bot prints goes.
    """
    environment = databases.fresh(one, "")
    if one.ours:
        await asyncio.to_thread(seeded, environment, plan.messages)
        environment |= settings(plan)
    else:
        environment |= told(plan)
    return await broadcast(one, plan, environment, log)


async def broadcast(one: Contestant, plan: Plan, environment: Mapping[str, str], log: Path) -> Outcome:
    """Let it send what waits where it finds it in its *environment*, to a new server."""
    async with serving(plan, log) as server:
        at = {"IZDEU_API_URL" if one.ours else "BENCH_URL": server.url}
        async with started(one, {**environment, **at}, log) as process:
            bot = Watched(process.pid)
            watching = [asyncio.create_task(bot.watch())]
            if process.stdout is not None:
                watching.append(asyncio.create_task(_until_done(process.stdout, server)))
            seen = await server.outcome()
            for task in watching:
                task.cancel()
        return replace(seen, cpu=bot.cpu, memory=bot.memory, load=os.getloadavg()[0])


async def _until_done(out: asyncio.StreamReader, server: Server) -> None:
    """A peer says when it has nothing more to send; what is lost then is lost."""
    while line := await out.readline():
        if line.strip() == b"done":
            await asyncio.sleep(_AFTER_ALL)
            server.give_up()


def seeded(environment: Mapping[str, str], messages: int) -> Seeded:
    """Let a broadcast wait where a bot with this environment finds it."""
    store = store_of(environment)
    try:
        return seed(store, messages)
    finally:
        store.close()


@asynccontextmanager
async def started(
    one: Contestant, environment: Mapping[str, str], log: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot's process; it is asked to end, and killed where it does not."""
    with log.open("ab") as written:
        out = written if one.ours else asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *one.command, env=dict(environment), cwd=ROOT, stdout=out, stderr=written
        )
    try:
        yield process
    finally:
        await end(process)
