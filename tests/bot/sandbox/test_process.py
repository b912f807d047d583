"""The sandbox alone in a process, as other programs and measurements start it."""

import asyncio
import signal
import sys

import aiohttp

from bot.sandbox.world import TOKEN
from tests.bot.sandbox.conftest import Raw


async def test_it_says_where_it_is_keeps_its_limit_and_ends_on_a_signal() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.sandbox", "--accounts", "5", "--rate", "2", "--hold", "4", "--grudge"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as session:
        raw = Raw(session, url, TOKEN)
        answers = [await raw.answer("sendMessage", chat_id=number, text="x") for number in range(1, 5)]
        assert [answer.get("parameters") for answer in answers] == [
            None,
            None,
            {"retry_after": 4},
            {"retry_after": 5},
        ]
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
