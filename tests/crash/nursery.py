"""Where bots are born: this side of the process that forks them."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

_READY_WITHIN = 60.0  # seconds; everything is imported in them


@dataclass(slots=True, eq=False)
class Bot:
    """One running bot.

    Attributes:
        leads: The roles that it holds.
        is_open: Whether its house was opened.
        born: When it runs.
        died: How it ended: a signal below zero, else its exit code.
    """

    number: int
    born: "asyncio.Future[int]"
    died: "asyncio.Future[int]"
    leads: frozenset[str] = frozenset()
    is_open: bool = False

    async def signal(self, number: signal.Signals) -> None:
        """Send it a signal; too late is fine."""
        pid = await self.born
        if not self.died.done():
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    async def ended_within(self, seconds: float) -> bool:
        """Whether it died by itself in that time."""
        await asyncio.wait({self.died}, timeout=seconds)
        return self.died.done()


@dataclass(slots=True)
class Nursery:
    """Forks bots, and tells when they lead and when they die.

    Attributes:
        on_roles: Called when a bot's roles have changed.
    """

    on_roles: list[Callable[[], None]] = field(default_factory=list)
    _bots: dict[int, Bot] = field(default_factory=dict)
    _numbers: int = 0
    _zygote: asyncio.subprocess.Process | None = None
    _reading: asyncio.Task[None] | None = None
    _ready: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> "Nursery":
        self._zygote = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.crash.process",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        self._reading = asyncio.create_task(self._read())
        async with asyncio.timeout(_READY_WITHIN):
            await self._ready.wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._zygote is not None
        assert self._zygote.stdin is not None
        self._zygote.stdin.close()
        await self._zygote.wait()
        if self._reading is not None:
            await self._reading

    def bear(
        self, env: Mapping[str, str], log: Path, *, alone: bool, step: str | None = None, passings: int = 0
    ) -> Bot:
        """Start a bot.

        Args:
            env: Its settings.
            log: What it logs is added there.
            alone: Whether it may believe that nobody shares its database.
            step: Where it shall kill itself, and at which passing.
        """
        assert self._zygote is not None
        assert self._zygote.stdin is not None
        self._numbers += 1
        loop = asyncio.get_running_loop()
        bot = self._bots[self._numbers] = Bot(self._numbers, loop.create_future(), loop.create_future())
        order = {
            "number": bot.number,
            "env": dict(env),
            "log": str(log),
            "alone": alone,
            "step": step,
            "passings": passings,
        }
        self._zygote.stdin.write((json.dumps(order) + "\n").encode())
        return bot

    async def _read(self) -> None:
        assert self._zygote is not None
        assert self._zygote.stdout is not None
        async for line in self._zygote.stdout:
            self._heard(json.loads(line))

    def _heard(self, told: dict[str, Any]) -> None:
        match told:
            case {"ready": True}:
                self._ready.set()
            case {"born": number, "pid": pid}:
                self._bots[number].born.set_result(pid)
            case {"bot": number, "leads": leads}:
                if (leading := self._bots.get(number)) is not None:
                    leading.leads, leading.is_open = frozenset(leads), True
                    for hear in self.on_roles:
                        hear()
            case {"died": number, "status": status}:
                bot = self._bots.pop(number)
                bot.leads = frozenset()
                bot.died.set_result(status)
