"""An echo bot as python-telegram-bot's documentation shows it, with one raw sqlite3 write an update."""

import os
import sqlite3

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

database = sqlite3.connect(os.environ["BENCH_FILE"])


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.message
    assert message is not None
    assert message.text is not None
    with database:
        database.execute("INSERT INTO said (chat_id, text) VALUES (?, ?)", (message.chat_id, message.text))
    await message.reply_text(message.text)


def main() -> None:
    """Poll until stopped."""
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, chat_id INTEGER, text TEXT)")
    url = os.environ["BENCH_URL"]
    application = (
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .concurrent_updates(bool(os.environ.get("BENCH_CONCURRENT")))
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
