"""What became of a message: every answer and every error of Telegram, in one closed set.

Whether something is tried again is decided here and by nobody else. The descriptions are
Telegram's own (Bot API server, `Client.cpp`, and observed); they are matched in lower case.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Literal

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.line import NoSuchMethod, NotSent, NotTelegram, ServerTrouble

_UNPAID = timedelta(minutes=1)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it; under this number in the chat, where it told one."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Not accepted; to be tried again after a pause.

    Attributes:
        after: Never less than Telegram asked for.
        scope: Whom the pause is for: everybody, or this chat.
        held: Telegram itself asked for the pause.
    """

    after: timedelta
    scope: Literal["all", "chat"]
    held: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """This chat cannot be reached any more: blocked, deleted, never begun."""

    reason: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group goes on under another number."""

    new_chat_id: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Telegram will never accept this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It reads so already."""


@dataclass(frozen=True, slots=True)
class Missing:
    """The message that should be changed or deleted is not there, or can no longer be.

    Attributes:
        stands: It is there as it was: the time in which Telegram lets it be changed or deleted is over.
    """

    stands: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have arrived; only a person, or a second try that may double it, can tell."""

    after: timedelta


@dataclass(frozen=True, slots=True)
class LineDown:
    """Nothing is known against the message: the line itself is down."""

    reason: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """Some messages of the chat were taken out of it.

    Attributes:
        removed: Numbers of those that stand there no more.
        refused: Of those that Telegram does not let go.
        more: There is more to be done.
    """

    removed: tuple[int, ...]
    refused: tuple[int, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class NoTopic:
    """The topic of a group is not there, is closed, or is not the bot's to make.

    Attributes:
        why: gone: there is no such topic; closed; barred: the group has none, or the bot may not manage them.
    """

    why: Literal["gone", "closed", "barred"]


Outcome = (
    Sent | RetryAt | Gone | Migrated | Broken | Unchanged | Missing | Unknown | LineDown | Cleared | NoTopic
)

_WAIT = re.compile(r"too many requests(?:: retry after (\d+))?", re.IGNORECASE)
_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "bot was blocked by the user",
    "bot can't initiate conversation",
    "bot was kicked",
    "bot is not a member",
    "group chat was deactivated",
    "peer_id_invalid",
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights",
)
_MISSING = (
    "message to edit not found",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message_id_invalid",
)
# The id is of another bot, or Telegram has let the file go.
_FILE_LOST = (
    "wrong file identifier",
    "wrong remote file",
    "file_id",
    "file_reference",
    "file reference",
)
_BROKEN = (
    "can't parse",
    "message text is empty",
    "message is too long",
    "caption is too long",
    "request entity too large",
    *_FILE_LOST,
    "file is too big",
    "button_data_invalid",
    "button_url_invalid",
)

FILE_LOST = frozenset(Broken(one.replace(" ", "-")) for one in _FILE_LOST)
"""Telegram knows no file by this id; whoever has a copy can send that."""

NO_SUCH_METHOD = LineDown("no-such-method")
"""In doubt: Telegram says a wrong token and a method that it does not know in the same words."""


def outcome_of(error: TelegramError, *, attempts: int, random: Random, chat_id: int | None = None) -> Outcome:
    """What *error* means for the message that met it.

    Args:
        attempts: How often it was tried, this time included; pauses grow with it.
        random: For jitter, so that not everybody comes back at once.
        chat_id: To whom it was to go. A group has a limit of its own, and must not silence everybody
            when it meets it; if the pause was meant for all, the next message to another chat will tell.
    """
    whom: Literal["all", "chat"] = "chat" if chat_id is not None and chat_id < 0 else "all"
    match error:
        case RetryAfter():
            told = error.retry_after
            after = told if isinstance(told, timedelta) else timedelta(seconds=told)
            return RetryAt(after, whom, held=True)
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case NoSuchMethod():
            return NO_SUCH_METHOD
        case InvalidToken() | Conflict():
            return LineDown(type(error).__name__)
        case NotSent():
            return LineDown("not-connected")
        case NotTelegram():
            return LineDown("not-telegram")
        case ServerTrouble():
            # Telegram's own failure: it says so at once and has done nothing.
            return RetryAt(_pause(attempts, random), "chat", held=False)
        case BadRequest() | Forbidden():
            return _refused(str(error).lower(), forbidden=isinstance(error, Forbidden))
        case NetworkError() if told_to_wait := _WAIT.search(str(error)):
            # Other servers of the Bot API say it in words only.
            return RetryAt(timedelta(seconds=int(told_to_wait[1] or 1)), whom, held=True)
        case _:
            # Timeouts, lost connections, and answers that cannot be read.
            return Unknown(_pause(attempts, random))


_TOPICS: tuple[tuple[str, Literal["gone", "closed", "barred"]], ...] = (
    ("message thread not found", "gone"),
    ("topic_deleted", "gone"),
    ("topic_id_invalid", "gone"),
    ("topic_closed", "closed"),
    ("not a forum", "barred"),
    ("rights to create a topic", "barred"),
    ("rights to edit the topic", "barred"),
    ("rights to delete the topic", "barred"),
    ("rights to manage topics", "barred"),
    ("chat_admin_required", "barred"),
)


def _refused(said: str, *, forbidden: bool) -> Outcome:
    if said.endswith("logged out"):
        return LineDown("logged-out")
    if "message is not modified" in said or "topic_not_modified" in said:
        return Unchanged()
    if "balance_too_low" in said:
        # No Stars are left to pay with: the message waits until there are some again.
        return RetryAt(_UNPAID, "chat", held=False)
    for words, why in _TOPICS:
        if words in said:
            return NoTopic(why)
    if any(one in said for one in _MISSING):
        return Missing(stands="message can't be" in said)
    if forbidden or any(one in said for one in _GONE):
        return Gone(_word(said))
    return Broken(_word(said))


def _word(said: str) -> str:
    """A short word for operators. Telegram's descriptions name no person, but may quote what was sent."""
    return next((one.replace(" ", "-") for one in (*_GONE, *_BROKEN) if one in said), "refused")


def _pause(attempts: int, random: Random) -> timedelta:
    whole = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(max(attempts, 1) - 1, 16))
    return timedelta(seconds=whole * random.uniform(0.5, 1.0))
