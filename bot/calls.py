"""The one way a raw request goes to Telegram: a method and its fields out, plain JSON back."""

from collections.abc import Mapping
from typing import Any

from telegram import Bot


async def post(bot: Bot, method: str, fields: Mapping[str, Any], *, read_timeout: float | None = None) -> Any:
    """Call *method* and return its raw result.

    `Bot.do_api_request` would do, but warns for every method that has a Python name of its own and
    takes a revoked token for an unknown method; the typed methods parse every answer into objects
    that nobody looks at, which costs as much as the request.

    Args:
        read_timeout: Seconds; the line's own where None.

    Raises:
        telegram.error.TelegramError: As any other method of the bot.
    """
    if read_timeout is None:
        return await bot._post(method, dict(fields))
    return await bot._post(method, dict(fields), read_timeout=read_timeout)


async def close(bot: Bot) -> None:
    """Close the bot's connections. `Bot.shutdown` leaves them open unless its own getMe succeeded first."""
    for request in bot._request:
        await request.shutdown()
