"""Sends what belongs to a broadcast: the message as it was written, its corrections, its reports.

A row says which broadcast and which wording; what that says is read here, once for many rows.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.calls import post
from bot.outcomes import Broken, Outcome, RetryAt, Sent, outcome_of
from bot.render import Call, Unspeakable, call_for, caption_for, document_for, picture_for
from handlers import cast_reports
from handlers.cast_words import body_for
from handlers.saying import Button, Spoken, speak
from locales.catalog import Catalog
from storage import broadcasts
from storage.errors import StoreTrouble
from storage.records import Broadcast, Claimed, Json
from storage.store import Store

_BUSY = timedelta(seconds=2)
_KNOWN = 20  # broadcasts whose words are kept in memory
_WORDED = 200  # of their wordings, in the languages of their readers

_log = structlog.get_logger(__name__)


def is_new(one: Claimed) -> bool:
    """Whether this is a message of a broadcast that comes for the first time, and can be paid for."""
    return "broadcast" in one.body and one.kind.startswith("cast:") and "message_id" not in one.body


class Casts:
    """Over one bot.

    Args:
        zone: In which times are told.
        paid: Whether what Telegram takes beyond its free limit is paid for.
    """

    def __init__(
        self,
        bot: Bot,
        store: Store,
        catalog: Catalog,
        zone: ZoneInfo,
        random: Random,
        *,
        paid: bool = False,
    ) -> None:
        self._bot = bot
        self._store = store
        self._catalog = catalog
        self._zone = zone
        self._random = random
        self._paid = paid
        self._known: OrderedDict[str, Broadcast] = OrderedDict()
        self._worded: OrderedDict[tuple[str, ...], _Worded] = OrderedDict()

    async def send(self, one: Claimed) -> Outcome:
        """Send *one*; never raises for anything that is wrong with the message or the line."""
        try:
            call = await self._call(one)
        except StoreTrouble:
            return RetryAt(_BUSY, "chat", held=False)
        except Exception as error:  # as `bot.sending.Sender.send`
            _log.exception("unspeakable broadcast", kind=one.kind)
            return Broken(f"unspeakable-{type(error).__name__}")
        try:
            answer = await post(self._bot, call.method, call.fields)
        except TelegramError as error:
            return outcome_of(error, attempts=one.attempts, random=self._random, chat_id=one.chat_id)
        if "message_id" in one.body:
            return Sent(None)  # it stands where it stood
        number = answer.get("message_id") if isinstance(answer, dict) else None
        return Sent(number if isinstance(number, int) else None)

    async def _call(self, one: Claimed) -> Call:
        cast = await self._cast(str(one.body["broadcast"]))
        if "report" in one.body:
            return await self._report(cast, one)
        worded = self._worded_for(cast, one)
        kind, spoken = worded.kind, worded.spoken
        if "token" in one.body:
            spoken = replace(spoken, buttons=_told_apart(spoken.buttons, str(one.body["token"])))
        if "message_id" in one.body:
            edit = _as(one, "edit", worded.body)
            return caption_for(edit, spoken) if one.body["captioned"] else call_for(edit, spoken)
        call = call_for(_as(one, kind, worded.body), spoken)
        return replace(call, fields={**call.fields, "allow_paid_broadcast": True}) if self._paid else call

    def _worded_for(self, cast: Broadcast, one: Claimed) -> "_Worded":
        """What it says to whoever reads this wording in this language: to all the same, buttons aside."""
        asks = "token" in one.body
        language = str(one.body["language"])
        key = (cast.id, str(cast.version), str(one.body["wording"]), language, "asks" if asks else "")
        worded = self._worded.get(key)
        if worded is None:
            mark = {"token": ""} if asks else {}
            row = {"wording": one.body["wording"], "language": language, **mark}
            body, kind = body_for(cast.body, row)
            worded = self._worded[key] = _Worded(kind, body, self._spoken(body, one))
            if len(self._worded) > _WORDED:
                self._worded.popitem(last=False)
        return worded

    def _spoken(self, body: Json, one: Claimed) -> Spoken:
        spoken = speak(self._catalog, self._zone, body, one.language)
        # The words are markup already, and stand below our own neutral line.
        words = [part for part in (spoken.html, body["html"]) if part]
        return Spoken("\n\n".join(words) or None, spoken.buttons, None, remove_keys=False)

    async def _cast(self, cast_id: str) -> Broadcast:
        """What is to be said; what is composed still is read anew, what runs does not change any more."""
        known = self._known.get(cast_id)
        if known is not None:
            self._known.move_to_end(cast_id)
            return known
        found = await self._store.read(lambda tx: broadcasts.find(tx, cast_id))
        if found is None:
            raise Unspeakable("no such broadcast")
        if found.state in ("running", "pausing", "paused"):
            self._known[cast_id] = found
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        return found

    async def _report(self, cast: Broadcast, one: Claimed) -> Call:
        language = str(one.body["language"])
        figures = await self._store.read(lambda tx: cast_reports.figures(tx, cast))
        made: Any = cast_reports.workbook if one.body["report"] == "xlsx" else cast_reports.picture
        content = await asyncio.to_thread(made, self._catalog, self._zone, figures, language)
        spoken = speak(self._catalog, self._zone, one.body, language)
        named = f"izdeu-{cast.id[-6:]}.{one.body['report']}"
        if one.body["report"] == "xlsx":
            return document_for(one, spoken, content, named)
        return picture_for(one, spoken, content, named)


@dataclass(frozen=True, slots=True)
class _Worded:
    """A wording in a language. What buttons bring back lacks the reader's token before it."""

    kind: str
    body: Json
    spoken: Spoken


def _told_apart(buttons: tuple[tuple[Button, ...], ...], token: str) -> tuple[tuple[Button, ...], ...]:
    """These buttons, of one reader."""
    return tuple(
        tuple(one if one.data is None else replace(one, data=token + one.data) for one in row)
        for row in buttons
    )


def _as(one: Claimed, kind: str, body: Json) -> Claimed:
    """The same row as one of a kind that everybody knows."""
    return Claimed(
        one.id,
        one.key,
        one.chat_id,
        one.person_id,
        one.language,
        one.lane,
        kind,
        one.attempts,
        one.lease_until,
        one.made_at,
        {**one.body, **body},
    )
