"""An echo bot as aiogram's documentation shows it, with one raw sqlite3 write an update."""

import asyncio
import os
import sqlite3
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

database = sqlite3.connect(os.environ["BENCH_FILE"])


async def _echo(message: Any) -> None:
    with database:
        database.execute("INSERT INTO said (chat_id, text) VALUES (?, ?)", (message.chat.id, message.text))
    await message.answer(message.text)


async def main() -> None:
    """Poll until stopped."""
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, chat_id INTEGER, text TEXT)")
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_URL"]))
    bot = Bot(os.environ["BENCH_TOKEN"], session=session)
    dispatcher = Dispatcher()
    dispatcher.message.register(_echo)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
