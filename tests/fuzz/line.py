"""The other end of the line: takes what the bot says out of the outbox and reads it with Telegram's eyes.

Nothing is sent. Each message is put into words and into a request by the real parts, and the
sandbox's own strict readers refuse what Telegram would refuse.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from telegram import InputFile

from bot.clock import Clock
from bot.render import Call, as_new, call_for, document_for, menu_for
from bot.sandbox.asked import Asked
from bot.sandbox.keyboards import read_markup
from bot.sandbox.refusals import Refused
from bot.sandbox.sending import caption_of, text_of
from handlers.documents.writing import printed
from handlers.menus import commands_for
from handlers.saying import speak
from handlers.toasts import Toast
from locales.catalog import Catalog
from storage import outbox
from storage.records import Claimed, Lane, Role
from storage.store import Store, Tx

_LEASE = timedelta(seconds=60)
_AT_ONCE = 200
_LONGEST_TOAST = 200  # letters; core.telegram.org/bots/api#answercallbackquery
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_FILE_ID = re.compile(r"[A-Za-z0-9_-]{1,200}")
_SHEET = re.compile(r"([2-9A-Z]{3}-[2-9A-Z]{3}|copy)\.pdf")
_LARGEST_SHEET = 10 * 1024 * 1024  # bytes
_FILE_FIELDS = ("photo", "document", "voice", "audio", "video")


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that the bot said in a chat.

    Attributes:
        method: Of the Bot API.
        text: As its reader sees it; of a file, its id.
        buttons: Label and data, in their rows made flat; data is empty under a link.
    """

    method: str
    text: str
    buttons: tuple[tuple[str, str], ...]
    message_id: int
    lane: Lane


@dataclass(slots=True)
class _Chat:
    last_number: int = 1_000
    numbers: set[int] = field(default_factory=set)


_WORDLESS = frozenset(("clear", "delete", "no-menu"))  # nobody reads anything of these


class Line:
    """Delivers everything that is due, and remembers what is wrong with it.

    Args:
        heard: Told of everything that was said, with the chat's number.

    Attributes:
        wrong: What Telegram would not take, or nobody can say; without content.
        said: How many messages there were.
    """

    def __init__(
        self,
        store: Store,
        catalog: Catalog,
        zone: ZoneInfo,
        clock: Clock,
        heard: Callable[[int, Heard], None],
    ) -> None:
        self._store = store
        self._catalog = catalog
        self._zone = zone
        self._clock = clock
        self._heard = heard
        self._chats: dict[int, _Chat] = {}
        self._sent: list[tuple[str, int]] = []
        self.wrong: list[str] = []
        self.said = 0

    async def deliver(self) -> None:
        """Say everything that waits, lane by lane, until nothing is left."""
        while claimed := await self._store.write(self._settle_and_claim):
            for one in claimed:
                self._say(one)

    def toast(self, toast: Toast) -> None:
        """The short answer to a press."""
        if toast.text is not None and not 0 < len(toast.text) <= _LONGEST_TOAST:
            self.wrong.append(f"toast of {len(toast.text)} letters")

    def _settle_and_claim(self, tx: Tx) -> list[Claimed]:
        now = self._clock.now()
        for row_id, number in self._sent:
            outbox.settle(tx, row_id, "sent", now, telegram_id=number)
        self._sent.clear()
        return [one for lane in Lane for one in outbox.claim(tx, lane, _AT_ONCE, now + _LEASE, now)]

    def _say(self, one: Claimed) -> None:
        chat = self._chats.setdefault(one.chat_id, _Chat())
        self.said += 1
        if one.kind in _WORDLESS:
            self._sent.append((one.id, 0))
            return
        try:
            call = self._in_words(one, chat)
            text, buttons = _read(call)
        except Exception as error:  # whatever it is, it is the finding; the run goes on to find the next
            reason = str(error) if isinstance(error, Refused | _Refusal) else ""
            self.wrong.append(f"{one.kind}: {type(error).__name__} {reason}".rstrip())
            self._sent.append((one.id, 0))
            return
        number = call.fields.get("message_id")
        if number is None:
            chat.last_number += 1
            number = chat.last_number
            chat.numbers.add(number)
        self._sent.append((one.id, number))
        self._heard(one.chat_id, Heard(call.method, text, buttons, number, one.lane))

    def _in_words(self, one: Claimed, chat: _Chat) -> Call:
        if one.kind == "menu":
            return menu_for(
                one, commands_for(self._catalog, Role(one.body["role"]), str(one.body["language"]))
            )
        spoken = speak(self._catalog, self._zone, one.body, one.language)
        if one.kind == "sheet":
            content = printed(self._catalog, self._zone, one.body, one.language)
            return document_for(one, spoken, content, str(one.body["file_name"]))
        call = call_for(one, spoken)
        if one.kind == "edit" and one.body["message_id"] not in chat.numbers:
            return as_new(one, spoken)  # as the sender does when the message is gone
        return call


class _Refusal(Exception):
    """Telegram would not take this, and the sandbox's readers do not look at it."""


def _read(call: Call) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What its reader sees.

    Raises:
        Refused, _Refusal, UnicodeEncodeError, ValueError: Telegram would not take it.
    """
    fields = {name: value for name, value in call.fields.items() if value is not None}
    if isinstance(sheet := fields.get("document"), InputFile):
        fields["document"] = _sheet(sheet)
    # On the wire it is UTF-8, which has no lone surrogates, and JSON, which has no NaN.
    if "\\u0000" in json.dumps(fields, ensure_ascii=False, allow_nan=False).encode().decode():
        raise _Refusal("NUL")
    asked = Asked(fields)
    if call.method == "setMyCommands":
        return _menu(fields), ()
    for name in ("chat_id", "message_id"):
        if type(fields.get(name, 1)) is not int:
            raise _Refusal(f"{name} is no whole number")
    markup = read_markup(asked.json("reply_markup", "reply keyboard markup"), private=fields["chat_id"] > 0)
    rows = markup.get("inline_keyboard", ()) if markup else ()
    buttons = tuple((str(one["text"]), str(one.get("callback_data", ""))) for row in rows for one in row)
    if "text" in fields:
        return str(text_of(asked)["text"]), buttons
    caption_of(asked)
    file_id = next(str(fields[name]) for name in _FILE_FIELDS if name in fields)
    if not _FILE_ID.fullmatch(file_id):
        raise _Refusal("no file id")
    return file_id, buttons


def _sheet(file: InputFile) -> str:
    """What stands for it: its name without the dot, which no id of Telegram's has."""
    if not _SHEET.fullmatch(file.filename):
        raise _Refusal("a sheet by a name of its own")
    content = file.input_file_content
    if not isinstance(content, bytes) or not content.startswith(b"%PDF") or len(content) > _LARGEST_SHEET:
        raise _Refusal("no sheet")
    return file.filename.replace(".", "-")


def _menu(fields: dict[str, Any]) -> str:
    for one in fields["commands"]:
        if not _COMMAND.fullmatch(one["command"]) or not 1 <= len(one["description"]) <= 256:
            raise _Refusal("no command")
    return " ".join(one["command"] for one in fields["commands"])
