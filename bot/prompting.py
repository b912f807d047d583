"""A recorded question whose id Telegram no longer knows goes out as our own copy, and gets a new id.

Ids of files are good for one bot, and Telegram promises no time for which they are. After a change of the
bot's token all of them are wrong at once; each is renewed when the next person wants to hear it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any

import structlog
from telegram import Bot, InputFile
from telegram.error import TelegramError, TimedOut

from bot.calls import post
from bot.outcomes import Broken, Outcome, RetryAt, Sent, outcome_of
from storage import attachments, prompts
from storage.errors import SealBroken, StoreTrouble
from storage.files import Files
from storage.records import Attachment, Claimed
from storage.store import Store

OwnCopy = Callable[[Claimed], Awaitable[Outcome]]
"""Sends what we have kept in place of the file that Telegram does not know."""

_LONGEST = 25.0  # seconds; a recording has some 400 KB, and a send must end before its lease does
_BUSY = timedelta(seconds=2)
_NO_COPY = Broken("no-copy")

_log = structlog.get_logger(__name__)


class Recordings:
    """Our copies of the recorded questions.

    Args:
        random: For jitter, so that not everybody comes back at once.
    """

    def __init__(self, bot: Bot, store: Store, files: Files, random: Random) -> None:
        self._bot = bot
        self._store = store
        self._files = files
        self._random = random

    async def send(self, one: Claimed) -> Outcome:
        """Upload our copy of what *one* names, and remember the id that Telegram gives it."""
        attachment_id = str(one.body["attachment"])
        try:
            found = await self._store.read(lambda tx: attachments.by_ids(tx, [attachment_id]))
        except StoreTrouble:
            return RetryAt(_BUSY, "chat", held=False)
        content = await self._content(found[0]) if found else None
        if not found or content is None:
            _log.error("no copy of a recorded question")
            return _NO_COPY
        try:
            answer = await self._upload(one.chat_id, content, found[0].body.get("duration"))
        except TelegramError as error:
            return outcome_of(error, attempts=one.attempts, random=self._random, chat_id=one.chat_id)
        voice, number = _told(answer)
        if voice is not None:
            await self._remember(attachment_id, voice)
        return Sent(number)

    async def _content(self, one: Attachment) -> bytes | None:
        if one.state != "kept":
            return None
        try:
            return await asyncio.to_thread(lambda: b"".join(self._files.read(one.keys, one.id)))
        except (OSError, SealBroken) as error:
            _log.error("copy not read", trouble=type(error).__name__)
            return None

    async def _upload(self, chat_id: int, content: bytes, duration: int | None) -> Any:
        # Telegram takes a voice message by its content; the name only tells it what to look for.
        fields = {
            "chat_id": chat_id,
            "voice": InputFile(content, filename="question.ogg"),
            "duration": duration,
        }
        try:
            async with asyncio.timeout(_LONGEST):
                return await post(self._bot, "sendVoice", fields)
        except TimeoutError:
            raise TimedOut("the upload took too long") from None

    async def _remember(self, attachment_id: str, file_id: str) -> None:
        try:
            await self._store.write(lambda tx: prompts.renewed(tx, attachment_id, file_id))
        except StoreTrouble as error:
            # It was heard; the next who wants to hear it uploads it once more.
            _log.warning("new file id not kept", trouble=type(error).__name__)


def _told(answer: Any) -> tuple[str | None, int | None]:
    """The file's new id, and the message's number, as far as the answer tells them."""
    message = answer if isinstance(answer, dict) else {}
    voice, number = message.get("voice"), message.get("message_id")
    file_id = voice.get("file_id") if isinstance(voice, dict) else None
    return file_id if isinstance(file_id, str) else None, number if isinstance(number, int) else None
