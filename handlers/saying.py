"""What the hotline says: built in no language, kept in the outbox, put into words when it is sent.

A body is JSON. Its parts are message ids with arguments, or somebody's own words; its
buttons are message ids with the token that a press brings back. Only `speak` turns it
into text, in the reader's language at that moment.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from locales.catalog import Catalog, Count, Day, Listing, Moment, ShortDay
from locales.gazetteer import Gazetteer
from locales.partial import in_words
from storage.records import Json

Part = Json
"""One of `{"id", "args"}`; `{"raw"}`; `{"label"}` over `raw` or a `value` part; `{"lines"}`: parts closely
set; `{"row"}`: parts on one line, with a `number` before it where it has one; `{"heading"}`: a part that
stands over several others; `{"partly"}`: a day as far as it is known, EDTF; `{"place"}`: one of the
bundled places, by its id."""

LONGEST_ROW = (
    3_000  # UTF-16 units of somebody's words in one message; Telegram takes 4,096 with ours around them
)

_UNSENDABLE = re.compile("[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\ufffe\uffff]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_TAG = re.compile("<[^<>]*>")
_BLANK = "\u115f\u1160\u3164\uffa0"  # letters, and nothing to see
_BETWEEN = " · "
_FIRST_STRONG, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Short:
    """A day among the arguments of a button, where its year has no room."""

    day: date


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` comes back when it is pressed."""

    text: str
    data: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Key:
    """A key in place of the keyboard; a contact key sends the person's own number."""

    text: str
    contact: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A body in words. `html` is None where there is nothing but a file."""

    html: str | None
    buttons: tuple[tuple[Button, ...], ...]
    keys: tuple[tuple[Key, ...], ...] | None
    remove_keys: bool


def msg(message_id: str, /, **args: Any) -> Part:
    """A message of the catalogue.

    Args:
        args: Strings (ids, codes, short names), dates, `Short` dates, aware times, counts (int),
            other messages, or a sequence of strings and messages.
    """
    return (
        {"id": message_id, "args": {name: _encode(value) for name, value in args.items()}}
        if args
        else {"id": message_id}
    )


def raw(text: str) -> Part:
    """Somebody's own words, as they are."""
    return {"raw": text}


def labelled(label_id: str, text: str) -> Part:
    """Somebody's own words under a label of ours."""
    return {"label": label_id, "raw": text}


def labelled_msg(label_id: str, value: Part) -> Part:
    """A message of ours under a label of ours."""
    return {"label": label_id, "value": value}


def lines(parts: Sequence[Part]) -> Part:
    """Parts that stand closely below one another."""
    return {"lines": list(parts)}


def partly(edtf: str) -> Part:
    """A day as far as it is known."""
    return {"partly": edtf}


def place(place_id: str) -> Part:
    """A place of the bundled table, by the name it has in the reader's language."""
    return {"place": place_id}


def row(parts: Sequence[Part], number: int | None = None) -> Part:
    """Short parts behind one another; *number*, where they are one of several things."""
    return {"row": list(parts)} if number is None else {"row": list(parts), "number": number}


def heading(part: Part) -> Part:
    """A title over several parts."""
    return {"heading": part}


def _encode(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return {"$moment": value.isoformat()}
    if isinstance(value, date):
        return {"$day": value.isoformat()}
    if isinstance(value, Short):
        return {"$short": value.day.isoformat()}
    if isinstance(value, int):
        return {"$count": value}
    if isinstance(value, Mapping):
        return {"$text": value}
    return {"$list": [_encode(one) for one in value]}


def units(text: str) -> int:
    """The length of *text* as Telegram counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def speak(catalog: Catalog, zone: ZoneInfo, body: Json, language: str | None) -> Spoken:
    """Put *body* into words.

    Args:
        zone: In which times are told.
        language: The reader's; a language that the body itself names goes first.

    Raises:
        locales.catalog.MissingText: The body names a message that is not there.
    """
    code = body.get("language") or language or "en"
    voice = _Voice(catalog, zone, code)
    said = [voice.html(part) for part in body.get("parts", ())]
    buttons = tuple(
        tuple(Button(voice.plain(one["text"]), one.get("data"), one.get("url")) for one in row)
        for row in body.get("keyboard", ())
    )
    shown = body.get("reply_keyboard")
    keys = None
    if isinstance(shown, list):
        keys = tuple(
            tuple(Key(voice.plain(one["text"]), bool(one.get("contact"))) for one in row) for row in shown
        )
    return Spoken("\n\n".join(said) if said else None, buttons, keys, shown == "remove")


def words(catalog: Catalog, zone: ZoneInfo, part: Part, language: str) -> str:
    """*part* as plain words for paper: no markup, somebody's own words untouched, in one line or several.

    Raises:
        locales.catalog.MissingText: As `speak`.
    """
    if "raw" in part and "label" not in part:
        return str(part["raw"])
    return html.unescape(_TAG.sub("", _Voice(catalog, zone, language).html(part)))


@dataclass(frozen=True, slots=True)
class _Voice:
    catalog: Catalog
    zone: ZoneInfo
    code: str

    def html(self, part: Part) -> str:
        if "lines" in part:
            return "\n".join(self.html(one) for one in part["lines"])
        if "label" in part:
            value = self.html(part["value"]) if "value" in part else _own_words(part["raw"])
            return f"<b>{self.catalog.text(self.code, part['label'])}</b>\n{value}"
        if "heading" in part:
            return f"<b><u>{self.html(part['heading'])}</u></b>"
        if "row" in part:
            return _numbered(part, _BETWEEN.join(self.html(one) for one in part["row"]))
        if "raw" in part:
            return _own_words(part["raw"])
        if (named := self._named(part)) is not None:
            return _own_words(named)
        return self.catalog.text(self.code, part["id"], **self._args(part))

    def plain(self, part: Part) -> str:
        if "row" in part:
            return _numbered(part, _BETWEEN.join(self.plain(one) for one in part["row"]))
        if "raw" in part:
            return _on_a_button(part["raw"])
        if (named := self._named(part)) is not None:
            return named
        return self.catalog.plain(self.code, part["id"], **self._args(part))

    def _named(self, part: Part) -> str | None:
        """A day or a place by its name in this language."""
        if "partly" in part:
            return in_words(self.code, part["partly"])
        if "place" in part:
            try:
                return Gazetteer.load().name(part["place"], self.code)
            except KeyError:
                return str(part["place"])  # a place that a later table has no more is still an answer
        return None

    def _args(self, part: Part) -> dict[str, Any]:
        return {name: self._decode(value) for name, value in part.get("args", {}).items()}

    def _decode(self, value: Any) -> Any:
        match value:
            case {"$moment": at}:
                return Moment(datetime.fromisoformat(at).astimezone(self.zone))
            case {"$day": day}:
                return Day(date.fromisoformat(day))
            case {"$short": day}:
                return ShortDay(date.fromisoformat(day))
            case {"$count": count}:
                return Count(count)
            case {"$text": part}:
                return self.plain(part)
            case {"$list": values}:
                return Listing(tuple(self._decode(one) for one in values))
            case _:
                return value


def _numbered(part: Part, said: str) -> str:
    return f"{part['number']}. {said}" if "number" in part else said


def _own_words(text: str) -> str:
    seen = _sendable(text)
    if _ISOLATES.search(seen) and not _closed(seen):
        seen = _ISOLATES.sub("", seen)  # or a name would turn the direction of what stands around it
    return f"{_FIRST_STRONG}{html.escape(seen, quote=False)}{_POP}"


def _on_a_button(text: str) -> str:
    """Somebody's words as a label: one line, and something to see, or Telegram refuses the whole message."""
    seen = " ".join(_ISOLATES.sub("", _sendable(text)).split())
    return seen if any(letter.isalnum() and letter not in _BLANK for letter in seen) else "…"


def _sendable(text: str) -> str:
    # A lone surrogate cannot travel; what else Telegram takes out is taken out before it is measured.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNSENDABLE.sub("", whole)


def _closed(text: str) -> bool:
    """Whether every isolate in *text* is closed within it, and none that is not."""
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == _POP else 1
        if depth < 0:
            return False
    return depth == 0
