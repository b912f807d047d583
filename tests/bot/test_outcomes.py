"""Every refusal that Telegram is known to give, in its own words, and what becomes of the message.

The answers pass python-telegram-bot's own reading of status, description and parameters.
"""

import json
from datetime import timedelta
from random import Random
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest

from bot.line import MaybeSent, NoSuchMethod, NotSent, NotTelegram, ServerTrouble, TooLarge
from bot.outcomes import (
    Broken,
    Gone,
    LineDown,
    Migrated,
    Missing,
    Outcome,
    RetryAt,
    Unchanged,
    Unknown,
    outcome_of,
)


class Answered(BaseRequest):
    """A request that was answered like this."""

    def __init__(self, status: int, description: str, parameters: dict[str, int]) -> None:
        body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        self._answer = status, json.dumps({**body, "parameters": parameters} if parameters else body).encode()

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, *_args: Any, **_named: Any) -> tuple[int, bytes]:
        return self._answer


async def outcome_of_answer(status: int, description: str, **parameters: int) -> Outcome:
    """What becomes of a message that Telegram refused with these words."""
    with pytest.raises(TelegramError) as info:
        await Answered(status, description, parameters).post("https://made.up/x")
    return outcome_of(info.value, attempts=1, random=Random(7))


@pytest.mark.parametrize(
    ("status", "description", "outcome"),
    [
        # Nobody there any more, or nobody there yet.
        (403, "Forbidden: bot was blocked by the user", Gone("bot-was-blocked-by-the-user")),
        (403, "Forbidden: user is deactivated", Gone("user-is-deactivated")),
        (
            403,
            "Forbidden: bot can't initiate conversation with a user",
            Gone("bot-can't-initiate-conversation"),
        ),
        (403, "Forbidden: bot was kicked from the group chat", Gone("bot-was-kicked")),
        (403, "Forbidden: bot was kicked from the supergroup chat", Gone("bot-was-kicked")),
        (403, "Forbidden: bot is not a member of the channel chat", Gone("bot-is-not-a-member")),
        (403, "Forbidden: bot can't send messages to bots", Gone("refused")),
        (403, "Forbidden: the group chat was deleted", Gone("refused")),
        (403, "Forbidden: something that nobody has seen yet", Gone("refused")),
        (400, "Bad Request: chat not found", Gone("chat-not-found")),
        (400, "Bad Request: user not found", Gone("user-not-found")),
        (400, "Bad Request: PEER_ID_INVALID", Gone("peer_id_invalid")),
        (400, "Bad Request: group chat was deactivated", Gone("group-chat-was-deactivated")),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Gone("chat_write_forbidden")),
        (
            400,
            "Bad Request: not enough rights to send text messages to the chat",
            Gone("not-enough-rights-to-send"),
        ),
        (400, "Bad Request: have no rights to send a message", Gone("have-no-rights-to-send")),
        (
            400,
            "Bad Request: need administrator rights in the channel chat",
            Gone("need-administrator-rights"),
        ),
        # The wish is already fulfilled, or its object is away.
        (
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message",
            Unchanged(),
        ),
        (400, "Bad Request: message to edit not found", Missing()),
        (400, "Bad Request: message can't be edited", Missing(stands=True)),
        (400, "Bad Request: there is no text in the message to edit", Missing()),
        (400, "Bad Request: there is no caption in the message to edit", Missing()),
        (400, "Bad Request: message to delete not found", Missing()),
        (400, "Bad Request: message can't be deleted", Missing(stands=True)),
        (400, "Bad Request: message can't be deleted for everyone", Missing(stands=True)),
        (400, "Bad Request: MESSAGE_ID_INVALID", Missing()),
        # Never to be accepted, however often it is sent.
        (
            400,
            'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
            Broken("can't-parse"),
        ),
        (400, "Bad Request: message text is empty", Broken("message-text-is-empty")),
        (400, "Bad Request: message is too long", Broken("message-is-too-long")),
        (400, "Bad Request: message caption is too long", Broken("caption-is-too-long")),
        (400, "Bad Request: wrong file identifier/HTTP URL specified", Broken("wrong-file-identifier")),
        (
            400,
            "Bad Request: wrong remote file identifier specified: Wrong padding in the string",
            Broken("wrong-remote-file"),
        ),
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable", Broken("file_id")),
        (400, "Bad Request: FILE_REFERENCE_EXPIRED", Broken("file_reference")),
        (400, "Bad Request: file is too big", Broken("file-is-too-big")),
        (400, "Bad Request: BUTTON_DATA_INVALID", Broken("button_data_invalid")),
        (400, "Bad Request: BUTTON_URL_INVALID", Broken("button_url_invalid")),
        (400, "Bad Request: user restricted receiving of voice messages", Broken("refused")),
        (400, "Bad Request: Ерлан is what somebody wrote", Broken("refused")),
        # Nothing is wrong with the message.
        (401, "Unauthorized", LineDown("InvalidToken")),
        (404, "Not Found", LineDown("InvalidToken")),
        (400, "Logged out", LineDown("logged-out")),
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot is running",
            LineDown("Conflict"),
        ),
        # Other servers of the Bot API say it without the number.
        (429, "Too Many Requests: retry after 12", RetryAt(timedelta(seconds=12), "all", held=True)),
        (429, "Too Many Requests", RetryAt(timedelta(seconds=1), "all", held=True)),
    ],
)
async def test_each_refusal_has_one_outcome(status: int, description: str, outcome: Outcome) -> None:
    """Operators are told a short word of ours, never what Telegram quotes."""
    assert await outcome_of_answer(status, description) == outcome


async def test_a_pause_is_exactly_as_told() -> None:
    """Also when it is hours."""
    told = await outcome_of_answer(429, "Too Many Requests: retry after 7260", retry_after=7260)
    assert told == RetryAt(timedelta(seconds=7260), "all", held=True)


async def test_a_group_is_followed() -> None:
    """To the number that it has as a supergroup."""
    told = await outcome_of_answer(
        400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1001234567890
    )
    assert told == Migrated(-1001234567890)


@pytest.mark.parametrize("told", [RetryAfter(40), NetworkError("Too Many Requests: retry after 40")])
@pytest.mark.parametrize(("chat_id", "scope"), [(-1001, "chat"), (7, "all"), (None, "all")])
def test_a_groups_own_limit_silences_only_the_group(
    told: TelegramError, chat_id: int | None, scope: Literal["all", "chat"]
) -> None:
    """Strangers who flood a group with commands must not hold up the families."""
    outcome = outcome_of(told, attempts=1, random=Random(7), chat_id=chat_id)
    assert outcome == RetryAt(timedelta(seconds=40), scope, held=True)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (NoSuchMethod("not found"), LineDown("no-such-method")),
        (NotSent("no connection"), LineDown("not-connected")),
        (NotTelegram("not Telegram's (403)"), LineDown("not-telegram")),
        (TooLarge("request entity too large"), Broken("request-entity-too-large")),
        (RetryAfter(timedelta(seconds=3)), RetryAt(timedelta(seconds=3), "all", held=True)),
        (RetryAfter(3), RetryAt(timedelta(seconds=3), "all", held=True)),
    ],
)
def test_what_the_line_itself_says(error: TelegramError, outcome: Outcome) -> None:
    """Known not to have arrived, so nothing is in doubt."""
    assert outcome_of(error, attempts=4, random=Random(7)) == outcome


@pytest.mark.parametrize(
    "error",
    [MaybeSent("lost"), TimedOut(), NetworkError("odd (418)"), TelegramError("Invalid server response")],
)
def test_what_may_have_arrived_is_in_doubt(error: TelegramError) -> None:
    """Sent again only where twice is better than never: that is not decided here."""
    outcome = outcome_of(error, attempts=1, random=Random(7))
    assert isinstance(outcome, Unknown)
    assert timedelta(seconds=0.5) <= outcome.after <= timedelta(seconds=1)


@settings(deadline=None)
@given(attempts=st.integers(-1, 10_000), seed=st.integers(0, 99))
def test_pauses_double_up_to_a_minute_and_differ(attempts: int, seed: int) -> None:
    """Half of the whole pause at least, so that a server that comes back is not run over."""
    outcome = outcome_of(ServerTrouble("failed (500)"), attempts=attempts, random=Random(seed))
    whole = min(60.0, 2.0 ** (min(max(attempts, 1), 30) - 1))
    assert isinstance(outcome, RetryAt)
    assert (outcome.scope, outcome.held) == ("chat", False)
    assert timedelta(seconds=whole / 2) <= outcome.after <= timedelta(seconds=whole)


def test_the_word_tells_nothing_of_the_message() -> None:
    """A description may quote what was sent; the operator's word never does."""
    outcome = outcome_of(
        BadRequest("Bad Request: can't parse entities: unexpected «Сейітқали Ерлан» at byte offset 7"),
        attempts=1,
        random=Random(7),
    )
    assert outcome == Broken("can't-parse")
