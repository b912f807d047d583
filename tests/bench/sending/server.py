"""The server of the sending benchmarks, in a process of its own: strict about its limits, and it counts.

`python -m tests.bench.sending.server PLAN` prints its address, and then JSON, one object a line:

    {"mark": 700}          the broadcast has reached so many
    {"tapped": true}       whether there was the button that `tap LABEL` on its input asked for
    {"arrived": ...}       an `Outcome`: it is over, by itself or because its input said `over`
"""

import asyncio
import json
import sys
import time
from collections import Counter, deque
from contextlib import suppress
from dataclasses import asdict, replace
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from bot.clock import SystemClock
from bot.sandbox.limits import Limits
from bot.sandbox.phones import Impossible
from bot.sandbox.server import app, serve
from bot.sandbox.world import Sent, World
from tests.bench.sending.faults import Faulty, blocked
from tests.bench.sending.plan import ASKERS, AUTHOR, FREE, Outcome, Plan

QUESTION = "/help"
_STARTS_WITHIN = 60.0  # seconds
_AFTER_ALL = 2.0  # seconds; who comes twice comes then
_LOOK = 0.02  # seconds
_HOLD = 3  # seconds that a 429 asks for


class Distant:
    """The sandbox, some way off.

    Args:
        latency: Seconds both ways together.
    """

    def __init__(self, sandbox: Faulty, latency: float) -> None:
        self._sandbox = sandbox
        self._half = latency / 2

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not self._half:
            await self._sandbox(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                await asyncio.sleep(self._half)
            await send(message)

        await asyncio.sleep(self._half)
        await self._sandbox(scope, receive, sent)

    async def close(self) -> None:
        """End every stream and long poll."""
        await self._sandbox.close()


class Counting:
    """Listens to what arrives.

    Attributes:
        whole: Set when everybody has got it.
    """

    def __init__(self, world: World, plan: Plan) -> None:
        self._plan = plan
        self._world = world
        self._came: Counter[int] = Counter()
        self._first = self._last = self._active = 0.0
        self._passed = self._passed_by_last = 0
        self._refused: list[float] = []
        self._asked: dict[int, deque[float]] = {}
        self._delays: list[float] = []
        self._lags: list[float] = []
        self._questions = 0
        self._marks = deque(sorted(plan.marks))
        self._begun = asyncio.Event()
        self.whole = asyncio.Event()
        world.watch.listen(self._hear)

    def _hear(self, kind: str, about: Any) -> None:
        if kind != "sent":
            return
        sent: Sent = about
        if sent.chat_id is None or not sent.method.startswith("send"):
            return
        now = self._active = time.monotonic()
        if not sent.ok:
            if sent.error is not None and sent.error.startswith("Too Many"):
                self._refused.append(now)
            return
        hers = sent.chat_id <= self._plan.messages
        if self._begun.is_set() and (hers or not self._plan.paid):
            self._passed += 1
        if hers:
            self._count(sent.chat_id, now)
        elif (asked := self._asked.get(sent.chat_id)) and asked:
            self._delays.append(1000 * (now - asked.popleft() - self._plan.latency))

    def _count(self, account: int, now: float) -> None:
        if not self._begun.is_set():
            self._first = now
            self._passed = 1
            self._begun.set()
        self._came[account] += 1
        if self._came[account] > 1:
            return
        if self._marks and len(self._came) >= self._marks[0]:
            tell(mark=self._marks.popleft())
        self._last = now
        self._passed_by_last = self._passed
        if len(self._came) == self._plan.messages:
            self.whole.set()

    async def ask(self) -> None:
        """People ask, each in turn, whether or not others were answered."""
        phones = [self._world.phone(f"relative {number}") for number in ASKERS]
        await self._begun.wait()
        loop = asyncio.get_running_loop()
        first = loop.time()
        while not self.whole.is_set():
            phone = phones[self._questions % len(phones)]
            self._asked.setdefault(phone.chat_id, deque()).append(time.monotonic())
            phone.say(QUESTION)
            self._questions += 1
            await asyncio.sleep(first + self._questions / self._plan.asking - loop.time())

    async def look_at_itself(self) -> None:
        """Note how late the server's own timers ring."""
        await self._begun.wait()
        loop = asyncio.get_running_loop()
        while not self.whole.is_set():
            due = loop.time() + _LOOK
            await asyncio.sleep(_LOOK)
            self._lags.append(1000 * (loop.time() - due))

    async def until_over(self) -> None:
        """Until everybody has got it, nothing more comes, or the time is over.

        Raises:
            TimeoutError: Nothing ever came.
        """
        still = self._plan.still
        if still is None:
            await asyncio.Event().wait()
            return
        async with asyncio.timeout(_STARTS_WITHIN):
            await self._begun.wait()
        while not self.whole.is_set():
            now = time.monotonic()
            if now - self._active > still:
                return
            if now - self._first > min(self._plan.cut or self._plan.longest, self._plan.longest):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self.whole.wait(), 0.5)
        await asyncio.sleep(_AFTER_ALL)

    def outcome(self) -> Outcome:
        """What was seen."""
        late = [at for at in self._refused if at > self._first + 10.0]
        # Of a run that is cut nobody is missing yet.
        everybody = range(1, self._plan.messages + 1) if self._plan.cut is None else ()
        return Outcome(
            arrived=len(self._came),
            twice=self._came.total() - len(self._came),
            span=self._last - self._first,
            passed=self._passed_by_last,
            refused=len(self._refused),
            refused_late=len(late),
            delays=sorted(self._delays),
            asked=self._questions,
            missing=[one for one in everybody if one not in self._came],
            lag=sorted(self._lags)[int(0.95 * len(self._lags))] if self._lags else 0.0,
            doubled=sorted(one for one, times in self._came.items() if times > 1),
        )


def limits(plan: Plan) -> Limits:
    """What the server allows."""
    return Limits(
        overall=FREE if plan.paid else plan.rate,
        paid=plan.rate if plan.paid else None,
        per_chat=1.0,
        burst=5,
        hold=_HOLD,
        grudge=plan.grudge,
    )


def world_of(plan: Plan) -> World:
    """Everybody whom the broadcast reaches, who wrote it, and who asks meanwhile."""
    world = World(SystemClock(), cast=(), limits=limits(plan))
    world.add_accounts(plan.messages)
    author = world.phone("coordinator")
    assert author.id == "coordinator"
    assert author.chat_id == AUTHOR
    author.chat.started = True
    return world


def tell(**what: Any) -> None:
    """One line to whoever began the server."""
    print(json.dumps(what), flush=True)


async def _obey(world: World) -> None:
    """Do what is asked on the input, until it asks for the end."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    while (line := (await reader.readline()).decode().strip()) not in ("", "over"):
        try:
            world.phone("coordinator").tap(line.removeprefix("tap "))
        except Impossible:
            tell(tapped=False)
        else:
            tell(tapped=True)


async def _serve(plan: Plan) -> None:
    world = world_of(plan)
    for account in blocked(plan):
        world.chats[account].blocked = True
    counting = Counting(world, plan)
    faulty = Faulty(app(world), world, plan)
    async with await serve(Distant(faulty, plan.latency)) as served:
        print(served.url, flush=True)
        beside = [asyncio.create_task(counting.look_at_itself())]
        if plan.asking:
            beside.append(asyncio.create_task(counting.ask()))
        over, ended = asyncio.create_task(counting.until_over()), asyncio.create_task(_obey(world))
        await asyncio.wait((over, ended), return_when=asyncio.FIRST_COMPLETED)
        for task in (over, ended, *beside):
            task.cancel()
        tell(**asdict(replace(counting.outcome(), troubles=dict(faulty.met))))


if __name__ == "__main__":
    asyncio.run(_serve(Plan(**json.loads(sys.argv[1]))))
