"""The bot as processes that can be killed.

`python -m tests.crash.process` imports everything once and then forks a bot for each line on
its standard input, so that a restart costs what opening the house costs, and no imports. It
tells on its standard output, one JSON object a line:

    {"born": 7, "pid": 4711}
    {"bot": 7, "leads": ["receive", "deliver"]}     also when its house is open, and it leads nothing
    {"died": 7, "status": -9}                       a signal below zero, else an exit code
"""

import asyncio
import gc
import json
import os
import select
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn

# Imported here because the house imports them when it first needs them: in each fork anew.
import apscheduler.schedulers.asyncio  # type: ignore[import-untyped]  # it brings no types
import phonenumbers
import psycopg

import storage.migrate
from bot import steps
from bot.app import House, open_house
from bot.clock import SystemClock
from bot.logs import set_up
from bot.pacing import Pacer
from bot.settings import load
from bot.signals import until_signalled
from storage import keys

_PRELOADED = (apscheduler.schedulers.asyncio, phonenumbers, psycopg, storage.migrate)
_RATE = 1000.0  # messages a second; the pace of the line is tested elsewhere, and would only slow this
_LOOK_EVERY = 0.02  # seconds between two looks at which roles this process holds


def tell(**what: Any) -> None:
    """One line to the harness; short enough that the kernel never mixes it with another's."""
    os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, (json.dumps(what) + "\n").encode())


@dataclass(slots=True)
class Fuse:
    """Ends the process at one named step, the *passings*-th time that it is reached."""

    at: str
    passings: int

    def __call__(self, name: str) -> None:
        if name == self.at:
            self.passings -= 1
            if self.passings == 0:
                os.kill(os.getpid(), signal.SIGKILL)


async def _tell_roles(house: House, number: int) -> None:
    told: list[str] | None = None  # so that the first line says that the house is open
    while True:
        now = house.led()
        if now != told:
            told = now
            tell(bot=number, leads=now)
        await asyncio.sleep(_LOOK_EVERY)


async def _run(number: int, alone: bool) -> None:
    stop = until_signalled()
    settings = load()
    assert settings.passphrase_file is not None, "the harness sets it"
    vault = keys.unlock(settings.data_dir, settings.passphrase_file.read_text().strip())
    pacer = Pacer(_RATE, chat_every=0.0)
    async with open_house(settings, vault, SystemClock(), pacer=pacer, alone=alone) as house:
        telling = asyncio.create_task(_tell_roles(house, number))
        await house.run(stop)
        telling.cancel()


def _live(order: dict[str, Any]) -> int:
    """A forked bot's whole life."""
    with open(order["log"], "ab") as log, open(os.devnull, "rb") as nothing:
        os.dup2(log.fileno(), 2)
        os.dup2(nothing.fileno(), 0)
    os.environ.update(order["env"])
    set_up("WARNING")
    if order["step"] is not None:
        steps.watch(Fuse(order["step"], order["passings"]))
    asyncio.run(_run(order["number"], order["alone"]))
    return 0


class _Zygote:
    """Forks bots and buries them."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        # Deaths wake the same wait as orders: one that came just before a blocking read would be seen late.
        self._deaths, writes = os.pipe()
        os.set_blocking(self._deaths, False)
        os.set_blocking(writes, False)
        signal.set_wakeup_fd(writes, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us, by closing our input

    def run(self) -> None:
        """Fork until the input ends."""
        orders = b""
        while True:
            ready, _, _ = select.select([0, self._deaths], [], [])
            if self._deaths in ready:
                os.read(self._deaths, 4096)
                self._bury()
            if 0 in ready:
                came = os.read(0, 65536)
                if not came:
                    return
                *whole, orders = (orders + came).split(b"\n")
                for order in whole:
                    self._fork(json.loads(order))

    def _fork(self, order: dict[str, Any]) -> None:
        pid = os.fork()
        if pid == 0:
            self._become(order)
        self._numbers[pid] = order["number"]
        tell(born=order["number"], pid=pid)

    def _become(self, order: dict[str, Any]) -> NoReturn:
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            status = _live(order)
        except BaseException:  # the edge of a fork: it must not go on as its parent
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(status)

    def _bury(self) -> None:
        with suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                tell(died=self._numbers.pop(pid), status=os.waitstatus_to_exitcode(status))

    def end(self) -> None:
        """Nobody outlives the harness."""
        for pid in list(self._numbers):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def main() -> None:
    """Be born, and give birth."""
    zygote = _Zygote()
    # What is there now is there for good: without this every fork would copy it page by page.
    gc.collect()
    gc.freeze()
    tell(ready=True)
    try:
        zygote.run()
    finally:
        zygote.end()


if __name__ == "__main__":
    main()
