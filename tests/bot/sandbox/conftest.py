"""A world, a server for it, and two ways to speak to it: python-telegram-bot, and bare HTTP."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from random import Random
from typing import Any

import aiohttp
import pytest
import telegram

from bot.clock import MovableClock
from bot.line import AiohttpRequest
from bot.sandbox.phones import Phone
from bot.sandbox.server import Served, app, serve
from bot.sandbox.world import World

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Raw:
    """The Bot API over bare HTTP, for what python-telegram-bot would not let out or in."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str) -> None:
        self.session = session
        self.url = url
        self.token = token

    async def answer(self, method: str, **fields: Any) -> dict[str, Any]:
        """The whole answer to a request with a JSON body."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=fields) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == (200 if body["ok"] else body["error_code"])
            return body

    async def ask(self, method: str, **fields: Any) -> Any:
        """The result of a request that succeeds."""
        body = await self.answer(method, **fields)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **fields: Any) -> str:
        """The words of a refusal."""
        body = await self.answer(method, **fields)
        assert not body["ok"], body
        words: str = body["description"]
        return words


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(START)


@pytest.fixture
def world(clock: MovableClock) -> World:
    return World(clock, random=Random(7))


@pytest.fixture
async def served(world: World) -> AsyncIterator[Served]:
    async with await serve(app(world)) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def raw(session: aiohttp.ClientSession, served: Served, world: World) -> Raw:
    return Raw(session, served.url, world.token)


@pytest.fixture
async def bot(served: Served, world: World) -> AsyncIterator[telegram.Bot]:
    made = telegram.Bot(
        world.token,
        base_url=f"{served.url}/bot",
        base_file_url=f"{served.url}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
    )
    async with made:
        yield made


@pytest.fixture
def saule(world: World) -> Phone:
    """A phone whose owner has started the bot; the update of that is gone."""
    phone = world.phone("saule")
    phone.start()
    world.updates.clear()
    return phone
