"""A broadcast with python-telegram-bot's own rate limiter, and an answer to whoever writes meanwhile.

BENCH_TUNED unset: `AIORateLimiter()` and one loop over all, as the documentation shows it. Set: no
bursts, three in a hundred below the limit, refused ones tried again, many senders at once.
"""

import asyncio
import os
from collections.abc import Iterator

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters

WORDS = "Almaty, 12:00. Nineteen people were taken at the market. If you know where one is, tell us."
messages, rate = int(os.environ["BENCH_MESSAGES"]), float(os.environ["BENCH_RATE"])
paid, tuned = bool(os.environ.get("BENCH_PAID")), bool(os.environ.get("BENCH_TUNED"))
senders = int(os.environ["BENCH_SENDERS"]) if tuned else 1


def _limiter() -> AIORateLimiter:
    if not tuned:
        return AIORateLimiter()
    # Bursts of the whole rate are what its bucket allows by itself; a strict server does not.
    return AIORateLimiter(
        overall_max_rate=1, overall_time_period=1 / (0.97 * (30 if paid else rate)), max_retries=5
    )


async def _answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text("Write /report to tell us of somebody.")


async def _send(application: Application, accounts: Iterator[int]) -> None:  # type: ignore[type-arg]
    for account in accounts:
        try:
            await application.bot.send_message(account, WORDS, allow_paid_broadcast=paid or None)
        except TelegramError:
            continue


async def _broadcast(application: Application) -> None:  # type: ignore[type-arg]
    accounts = iter(range(1, messages + 1))
    await asyncio.gather(*(_send(application, accounts) for _ in range(senders)))
    print("done", flush=True)


async def _begin(application: Application) -> None:  # type: ignore[type-arg]
    application.bot_data["broadcast"] = asyncio.create_task(_broadcast(application))


def main() -> None:
    """Poll until stopped."""
    url = os.environ["BENCH_URL"]
    application = (
        Application.builder()
        .token(os.environ["BENCH_TOKEN"])
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .rate_limiter(_limiter())
        .concurrent_updates(True)
        .post_init(_begin)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, _answer))
    application.run_polling()


if __name__ == "__main__":
    main()
