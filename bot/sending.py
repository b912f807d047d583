"""One message of the outbox, put into words and sent: a claimed row in, an outcome out.

The small second chances stand here: markup that Telegram cannot read goes as plain text, an
edit whose message is gone becomes a new message.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, TelegramError, TimedOut

from bot.calls import post
from bot.evidence.outgoing import NoFile, OwnFile
from bot.logs import Once
from bot.outcomes import FILE_LOST, NO_SUCH_METHOD, Broken, Missing, Outcome, RetryAt, Sent, outcome_of
from bot.prompting import OwnCopy
from bot.render import (
    Call,
    Unspeakable,
    as_new,
    call_for,
    document_for,
    menu_for,
    picture_for,
    without_markup,
)
from bot.steps import step
from bot.topics import KINDS
from handlers.saying import Spoken
from locales.catalog import MissingText
from locales.languages import SOURCE
from storage.errors import StoreTrouble
from storage.records import Claimed, Json, Role

Speak = Callable[[Json, str | None], Spoken]
Commands = Callable[[Role, str], list[tuple[str, str]]]
Print = Callable[[Json, str | None], bytes]
OwnFiling = Callable[[str], Awaitable[OwnFile]]
Clear = Callable[[Claimed], Awaitable[Outcome]]

_LONGEST_UPLOAD = 25.0  # seconds; a send must end before its lease does
_UPLOADS = frozenset(("sheet", "copy", "picture"))
_BUSY = timedelta(seconds=2)

_log = structlog.get_logger(__name__)


class Sender:
    """Sends over one bot.

    Args:
        speak: Puts a body into a reader's language.
        commands: The menu of a role in a language.
        own_file: Opens the working copy of a file; without it none can be sent.
        own_copy: Sends a recorded question that Telegram no longer has.
        print_sheet: Makes a PDF of a body's sheet in a reader's language, in a thread; without it no
            sheet can be sent.
        draw: Makes a PNG of a body's figures, as `print_sheet`.
        clear: Takes messages out of a chat.
        topics: Works in the topics of the team's group.
        casts: Sends what belongs to a broadcast.
    """

    def __init__(
        self,
        bot: Bot,
        speak: Speak,
        commands: Commands,
        random: Random,
        *,
        own_file: OwnFiling | None = None,
        own_copy: OwnCopy | None = None,
        print_sheet: Print | None = None,
        draw: Print | None = None,
        clear: Clear | None = None,
        topics: Clear | None = None,
        casts: Clear | None = None,
    ) -> None:
        self._bot = bot
        self._speak = speak
        self._commands = commands
        self._random = random
        self._own_file = own_file
        self._own_copy = own_copy
        self._print_sheet = print_sheet
        self._draw = draw
        self._clear = clear
        self._topics = topics
        self._casts = casts
        self._menus = Once(_log, "menus")

    async def send(self, one: Claimed) -> Outcome:
        """Send *one*. Never raises for anything that is wrong with the message or the line."""
        if one.kind == "clear" and self._clear is not None:
            return await self._clear(one)
        if one.kind in KINDS and self._topics is not None:
            return await self._topics(one)
        if "broadcast" in one.body and one.kind != "delete" and self._casts is not None:
            return await self._casts(one)
        try:
            spoken, call = await self._in_words(one)
        except StoreTrouble:
            return RetryAt(_BUSY, "chat", held=False)
        except NoFile:
            return Broken("no-copy")
        except Exception as error:  # what cannot be put into words never will be; its chat must go on
            _log.exception("unspeakable message", kind=one.kind)
            return Broken(f"unspeakable-{type(error).__name__}")
        outcome = await self._ask(call, one)
        if isinstance(outcome, Missing) and spoken is not None and one.kind == "edit" and spoken.html:
            return await self._ask(as_new(one, spoken), one)
        if one.kind == "prompt" and outcome in FILE_LOST and self._own_copy is not None:
            return await self._own_copy(one)
        if one.kind in ("menu", "no-menu") and (isinstance(outcome, Broken) or outcome == NO_SUCH_METHOD):
            # Some servers know no menus; nobody's report must hang on that.
            self._menus.trouble(outcome.reason)
            return Sent(None)
        return outcome

    async def _in_words(self, one: Claimed) -> tuple[Spoken | None, Call]:
        if one.kind == "menu":
            commands = self._commands(Role(one.body["role"]), one.body["language"])
            return None, menu_for(one, commands)
        try:
            return await self._said(one, one.body, one.language)
        except MissingText:
            # A gap in a translation must not swallow what somebody has to hear.
            _log.exception("text missing", kind=one.kind)
            return await self._said(one, {**one.body, "language": SOURCE}, SOURCE)

    async def _said(self, one: Claimed, body: Json, language: str | None) -> tuple[Spoken, Call]:
        spoken = self._speak(body, language)
        if one.kind == "copy" and self._own_file is not None:
            file = await self._own_file(str(body["file"]))
            return spoken, document_for(one, spoken, file.content, file.name)
        if one.kind not in ("sheet", "picture"):
            return spoken, call_for(one, spoken)
        make = self._print_sheet if one.kind == "sheet" else self._draw
        if make is None:
            raise Unspeakable(one.kind)
        content = await asyncio.to_thread(make, body, language)
        step("printed")
        uploaded = document_for if one.kind == "sheet" else picture_for
        return spoken, uploaded(one, spoken, content, str(body["file_name"]))

    async def _ask(self, call: Call, one: Claimed) -> Outcome:
        try:
            async with asyncio.timeout(_LONGEST_UPLOAD if one.kind in _UPLOADS else None):
                answer = await self._post(call, one)
        except TimeoutError:
            timed_out = TimedOut("the upload took too long")
            return outcome_of(timed_out, attempts=one.attempts, random=self._random, chat_id=one.chat_id)
        except TelegramError as error:
            return outcome_of(error, attempts=one.attempts, random=self._random, chat_id=one.chat_id)
        return Sent(_message_id(answer))

    async def _post(self, call: Call, one: Claimed) -> Any:
        try:
            return await post(self._bot, call.method, call.fields)
        except BadRequest as error:
            if "parse entities" not in str(error):
                raise
            _log.error("markup not understood", kind=one.kind)
            return await post(self._bot, call.method, without_markup(call).fields)


def _message_id(answer: Any) -> int | None:
    first = answer[0] if isinstance(answer, list) and answer else answer
    number = first.get("message_id") if isinstance(first, dict) else None
    return number if isinstance(number, int) else None
