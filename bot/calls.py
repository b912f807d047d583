"""The one way a raw request goes to Telegram: a method and its fields out, plain JSON back."""

import json
from collections.abc import Mapping
from typing import Any, cast

from telegram import Bot, InputFile
from telegram.request import BaseRequest, RequestData


class _Plain:
    """The fields of a request without files, in the shape of the library's `RequestData`.

    That one looks into each value for files, dates and its own types, and encodes it three times, which
    takes longer than all else that is done to send a message but the request itself.
    """

    __slots__ = ("json_parameters",)
    contains_files = False

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.json_parameters = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in fields.items()
            if value is not None
        }


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
    waits = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
    if any(isinstance(value, InputFile) for value in fields.values()):
        return await bot._post(method, dict(fields), read_timeout=waits)
    # As `Bot._do_post` does it.
    line = bot._request[0 if method == "getUpdates" else 1]
    plain = cast(RequestData, _Plain(fields))
    return await line.post(f"{bot._base_url}/{method}", plain, read_timeout=waits)


async def close(bot: Bot) -> None:
    """Close the bot's connections. `Bot.shutdown` leaves them open unless its own getMe succeeded first."""
    for request in bot._request:
        await request.shutdown()
