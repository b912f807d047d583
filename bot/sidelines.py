"""What is said to Telegram besides messages: the menus, the webhook, the answers to button presses.

None of it is kept in the outbox. Menus and webhook are the same at every start; the answer to
a press is worthless a second later.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from random import Random
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.calls import post
from bot.logs import Once
from bot.menus import default_menus
from bot.patience import Patience
from bot.receiver import KINDS
from bot.settings import Settings
from handlers.toasts import Toast
from locales.catalog import Catalog

_log = structlog.get_logger(__name__)


class Sidelines:
    """Over one bot.

    Attributes:
        answering: Answers to presses that are on their way.
    """

    def __init__(self, bot: Bot, catalog: Catalog, settings: Settings, random: Random) -> None:
        self._bot = bot
        self._catalog = catalog
        self._settings = settings
        self._random = random
        self.answering: set[asyncio.Task[None]] = set()

    def answer(self, toast: Toast) -> None:
        """Answer a button press; does not wait."""
        task = asyncio.create_task(self._answer(toast))
        self.answering.add(task)
        task.add_done_callback(self.answering.discard)

    async def _answer(self, toast: Toast) -> None:
        fields = {
            "callback_query_id": toast.callback_id,
            "text": toast.text,
            "show_alert": True if toast.alert else None,
        }
        # Nobody waits for it a second later: a press too old, a lost line, a limit: all the same.
        with suppress(TelegramError):
            await post(self._bot, "answerCallbackQuery", fields)

    async def set_menus(self) -> None:
        """Give everybody the menu of her language; a server that knows no menus is left in peace."""
        for call in default_menus(self._catalog):
            await self._until_accepted("menus", call.method, call.fields, needed=False)

    async def hold_webhook(self) -> None:
        """Tell Telegram where to send updates, and keep the role as long as it is ours."""
        url, secret = self._settings.webhook_url, self._settings.webhook_secret
        fields = {
            "url": url,
            "secret_token": secret.get_secret_value() if secret is not None else None,
            "allowed_updates": list(KINDS),
        }
        await self._until_accepted("webhook", "setWebhook", fields, needed=True)
        await asyncio.get_running_loop().create_future()  # until the role is lost

    async def _until_accepted(
        self, what: str, method: str, fields: Mapping[str, Any], *, needed: bool
    ) -> None:
        once, patience = Once(_log, what), Patience(self._random)
        while True:
            try:
                await post(self._bot, method, fields)
            except TelegramError as error:
                once.trouble(type(error).__name__)
                if not needed and isinstance(error, BadRequest | InvalidToken):
                    return
                await asyncio.sleep(patience.after_failure())
            else:
                once.over()
                return
