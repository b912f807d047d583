"""An echo bot as python-telegram-bot's documentation shows it, with one SQLAlchemy write an update."""

import os

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

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


async def _make_tables(_application: object) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.message
    assert message is not None
    assert message.text is not None
    async with new_session() as session:
        session.add(Said(chat_id=message.chat_id, text=message.text))
        await session.commit()
    await message.reply_text(message.text)


def main() -> None:
    """Poll until stopped."""
    url = os.environ["BENCH_URL"]
    application = (
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .concurrent_updates(bool(os.environ.get("BENCH_CONCURRENT")))
        .post_init(_make_tables)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
