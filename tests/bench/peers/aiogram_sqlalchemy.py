"""An echo bot as aiogram's documentation shows it, with one SQLAlchemy write an update."""

import asyncio
import os
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_async_engine(
    f"sqlite+aiosqlite:///{os.environ['BENCH_FILE']}",
    # At the driver's own 5 s a flood ends in "database is locked", and answers are lost.
    connect_args={"timeout": 60},
)
new_session = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    """What is kept."""


class Said(Base):
    """One message."""

    __tablename__ = "said"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    text: Mapped[str]


@event.listens_for(engine.sync_engine, "connect")
def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


async def _echo(message: Any) -> None:
    async with new_session() as session:
        session.add(Said(chat_id=message.chat.id, text=message.text))
        await session.commit()
    await message.answer(message.text)


async def main() -> None:
    """Poll until stopped."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BENCH_URL"]))
    bot = Bot(os.environ["BENCH_TOKEN"], session=session)
    dispatcher = Dispatcher()
    dispatcher.message.register(_echo)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
