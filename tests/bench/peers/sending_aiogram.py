"""A broadcast with aiogram, and an answer to whoever writes meanwhile.

BENCH_PAUSE: seconds between two messages. Set, it goes as the documentation's own broadcaster does,
one after another, waiting as long as a 429 says; unset, as fast as many senders can, and what is
refused is refused.
"""

import asyncio
import os
from collections.abc import Iterator
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

WORDS = "Almaty, 12:00. Nineteen people were taken at the market. If you know where one is, tell us."
messages = int(os.environ["BENCH_MESSAGES"])
paid = bool(os.environ.get("BENCH_PAID")) or None
pause = float(os.environ.get("BENCH_PAUSE", "0"))
senders = 1 if pause else int(os.environ["BENCH_SENDERS"])


async def _answer(message: Any) -> None:
    await message.answer("Write /report to tell us of somebody.")


async def _send_one(bot: Bot, account: int) -> None:
    try:
        await bot.send_message(account, WORDS, allow_paid_broadcast=paid)
    except TelegramRetryAfter as refused:
        if pause:
            await asyncio.sleep(refused.retry_after)
            await _send_one(bot, account)
    except TelegramAPIError:
        pass


async def _send(bot: Bot, accounts: Iterator[int]) -> None:
    for account in accounts:
        await _send_one(bot, account)
        if pause:
            await asyncio.sleep(pause)


async def _broadcast(bot: Bot) -> None:
    accounts = iter(range(1, messages + 1))
    await asyncio.gather(*(_send(bot, accounts) for _ in range(senders)))
    print("done", flush=True)


async def main() -> None:
    """Poll until stopped."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_URL"]))
    bot = Bot(os.environ["BENCH_TOKEN"], session=session)
    dispatcher = Dispatcher()
    dispatcher.message.register(_answer)
    broadcast = asyncio.create_task(_broadcast(bot))
    try:
        await dispatcher.start_polling(bot)
    finally:
        broadcast.cancel()


if __name__ == "__main__":
    asyncio.run(main())
