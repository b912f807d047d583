"""Puts message ids into words, in the reader's language, so that nothing in an argument can do harm.

Fluent renders a message once with gaps, and the gaps are filled here: so what a person
typed never goes through Fluent, which would show a misspelt variable by its name, group the digits of
a case number and cut a long argument to `{???}`. Each argument is escaped for HTML and
isolated, so that a name in another script cannot turn the direction of the sentence.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentInt
from fluent.syntax import ast

from locales import entries, patterns
from locales.languages import CODES

LONGEST_ARGUMENT = 2_000
"""Characters. What a person tells at length is sent as their own words, not as an argument."""

LARGEST_COUNT = 10**9
"""More than there can be of anything here; a number that is no count is passed as a string."""

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_GAP = re.compile("\ue000([^\ue001]*)\ue001")
_TAG = re.compile("<[^<>]*>")
_ISOLATES = re.compile("[\u2068\u2069]")
_MARKS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# In an argument these would close our isolation, reverse the line, or be refused by Telegram.
_UNFIT = re.compile("[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BARE = ("button-", "command-")  # they stand alone on their line, and are compared with what was typed
_MOST_CHOICES = 2_000  # rendered choices kept per language; a count makes a new one for each number


class CatalogError(Exception):
    """A message could not be put into words."""


class MissingText(CatalogError, LookupError):
    """There is no such message in this language, or it cannot be read."""


class BadArgument(CatalogError, ValueError):
    """The message needs other arguments than it was given."""


class TooLong(CatalogError, ValueError):
    """The argument is longer than a message may carry."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, up to 10⁹: it chooses the plural form, and is shown without grouping."""

    value: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    value: date


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A day near by, for a button: no year."""

    value: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: aware, and already in the zone in which it is to be read."""

    value: datetime


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in one phrase."""

    items: tuple[str, ...]


Argument = str | Count | Day | ShortDay | Moment | Listing


def strip_marks(text: str) -> str:
    """*text* without the marks that only steer its direction, as a person would have typed it."""
    return _MARKS.sub("", text)


class Catalog:
    """The texts of all languages.

    An id is parsed when it is first said, and its rendering is kept.
    """

    def __init__(self, sources: dict[str, dict[str, str]]) -> None:
        """Hold *sources*: language code → message id → the Fluent source of that entry."""
        self._languages = {code: _Language(code, found) for code, found in sources.items()}

    @classmethod
    def load(cls, folder: Path | None = None) -> "Catalog":
        """Read `<code>/*.ftl` below *folder*; by default the texts of this package."""
        root = folder or Path(__file__).parent
        sources: dict[str, dict[str, str]] = {}
        for code in CODES:
            found = sources.setdefault(code, {})
            for file in sorted((root / code).glob("*.ftl")):
                for entry_id, source in entries.cut(file.read_text(encoding="utf-8")):
                    found.setdefault(entry_id, source)
        return cls(sources)

    def ids(self, code: str) -> frozenset[str]:
        """The ids of all messages in a language."""
        return frozenset(one for one in self._language(code).sources if not one.startswith("-"))

    def has(self, code: str, message_id: str) -> bool:
        """Whether the language has the message."""
        language = self._languages.get(code)
        return language is not None and message_id in language.sources

    def text(self, code: str, message_id: str, /, **args: Argument) -> str:
        """The message as HTML for Telegram; arguments are escaped and isolated.

        Raises:
            MissingText: No such language or message, or it cannot be read.
            BadArgument: An argument is missing, unknown to the message, or of the wrong kind or size.
            TooLong: An argument has more than 2,000 characters.
        """
        return self._language(code).html(message_id, args)

    def plain(self, code: str, message_id: str, /, **args: Argument) -> str:
        """The message without markup, for buttons, menus and toasts.

        Isolation is kept only in a sentence that does mix directions; a button has none.

        Raises:
            MissingText, BadArgument, TooLong: As `text`.
        """
        return self._language(code).plain(message_id, args)

    def _language(self, code: str) -> "_Language":
        try:
            return self._languages[code]
        except KeyError:
            raise MissingText(f"no language {code}") from None


@dataclass(frozen=True, slots=True)
class _Gap:
    name: str
    in_tag: bool  # inside a tag's attribute, where marks would become part of an address


_Template = tuple[str | _Gap, ...]


class _Language:
    def __init__(self, code: str, sources: dict[str, str]) -> None:
        self.sources = sources
        self._code = code
        self._bundle = FluentBundle([code], use_isolating=False)
        self._uses: dict[str, entries.Uses] = {}
        self._said: dict[tuple[str, bool], str] = {}
        self._templates: dict[tuple[object, ...], _Template] = {}

    def html(self, message_id: str, args: dict[str, Argument]) -> str:
        said = self._said.get((message_id, True))
        if said is not None and not args:
            return said
        return self._say(message_id, args, markup=True)

    def plain(self, message_id: str, args: dict[str, Argument]) -> str:
        said = self._said.get((message_id, False))
        if said is not None and not args:
            return said
        said = self._say(message_id, args, markup=False)
        if args and (message_id.startswith(_BARE) or not _mixed(said)):
            return _ISOLATES.sub("", said)
        return said

    def _say(self, message_id: str, args: dict[str, Argument], *, markup: bool) -> str:
        needs = self._needs(message_id)
        if needs.variables != args.keys():
            raise BadArgument(
                f"{self._code}/{message_id} takes {sorted(needs.variables)}, was given {sorted(args)}"
            )
        template = self._template(message_id, needs, args, markup)
        said = "".join(
            piece if isinstance(piece, str) else self._fill(piece, args[piece.name], markup)
            for piece in template
        )
        if not args:
            self._said[message_id, markup] = said
        return said

    def _needs(self, entry_id: str, above: tuple[str, ...] = ()) -> entries.Uses:
        """What the entry needs, and what the entries within it need; they are parsed on the way."""
        known = self._uses.get(entry_id)
        if known is not None:
            return known
        if entry_id not in self.sources or entry_id in above or (entry_id.startswith("-") and not above):
            raise MissingText(f"{self._code} has no {' → '.join((*above, entry_id))}")
        try:
            entry = entries.parse(self.sources[entry_id])
            assert entry.value is not None
            needs = entries.uses(entry.value)
        except entries.Unreadable as trouble:
            raise MissingText(f"{self._code}/{entry_id} cannot be read: {trouble}") from trouble
        for within in needs.entries:
            needs |= self._needs(within, (*above, entry_id))
        if needs.shown & needs.choice:
            raise MissingText(f"{self._code}/{entry_id} shows a word that it chooses by")
        self._bundle.add_resource(ast.Resource([entry]))
        self._uses[entry_id] = needs
        return needs

    def _template(
        self, message_id: str, needs: entries.Uses, args: dict[str, Argument], markup: bool
    ) -> _Template:
        given: dict[str, object] = {name: f"\ue000{name}\ue001" for name in needs.shown}
        key: list[object] = [message_id, markup]
        for name in sorted(needs.plural | needs.choice):
            given[name] = chosen = self._chooser(message_id, name, args[name], counts=name in needs.plural)
            key.append(chosen)
        kept = self._templates.get(tuple(key))
        if kept is not None:
            return kept
        pattern = self._bundle.get_message(message_id).value
        rendered, errors = self._bundle.format_pattern(pattern, given)  # type: ignore[arg-type]  # typed as the uncompiled pattern
        if errors:
            raise MissingText(f"{self._code}/{message_id} cannot be rendered: {errors}")
        if len(self._templates) >= _MOST_CHOICES:
            self._templates.clear()
        template = self._templates[tuple(key)] = _pieces(str(rendered), markup)
        return template

    def _chooser(self, message_id: str, name: str, value: Argument, *, counts: bool) -> object:
        if counts and isinstance(value, Count) and _is_number(value.value):
            return FluentInt(value.value, useGrouping=False)
        if not counts and type(value) is str:
            return value
        kind = "a Count" if counts else "a word"
        raise BadArgument(f"{self._code}/{message_id}: {name} must be {kind}")

    def _fill(self, gap: _Gap, value: Argument, markup: bool) -> str:
        match value:
            case str():
                return self._isolated(gap, _fit(gap.name, value), markup)
            case Count(number) if _is_number(number):
                return str(number)
            case Day(day) if isinstance(day, date):
                return self._isolated(gap, patterns.day(self._code, day), markup)
            case ShortDay(day) if isinstance(day, date):
                return self._isolated(gap, patterns.short_day(self._code, day), markup)
            case Moment(moment) if isinstance(moment, datetime) and moment.tzinfo is not None:
                return self._isolated(gap, patterns.moment(self._code, moment), markup)
            case Listing(items) if all(isinstance(item, str) for item in items):
                _fit(gap.name, "".join(items))
                return patterns.listing(
                    self._code, [self._isolated(gap, _fit(gap.name, item), markup) for item in items]
                )
        raise BadArgument(f"{gap.name} is of no kind that can be shown")

    def _isolated(self, gap: _Gap, value: str, markup: bool) -> str:
        if gap.in_tag:
            return html.escape(value)
        shown = html.escape(value, quote=False) if markup else value
        return f"{_FIRST_STRONG}{shown}{_POP}"


def _is_number(value: object) -> bool:
    return type(value) is int and abs(value) <= LARGEST_COUNT


def _fit(name: str, value: str) -> str:
    if len(value) > LONGEST_ARGUMENT:
        raise TooLong(f"{name} has {len(value)} characters")
    return _SURROGATE.sub("\ufffd", _UNFIT.sub("", value))


def _pieces(rendered: str, markup: bool) -> _Template:
    """Cut a rendering at its gaps; without markup, its tags go and its entities are read."""
    if not markup:
        rendered = html.unescape(_TAG.sub("", rendered))
    pieces: list[str | _Gap] = []
    at = 0
    for found in _GAP.finditer(rendered):
        before = rendered[: found.start()]
        pieces += (
            rendered[at : found.start()],
            _Gap(found[1], markup and before.rfind("<") > before.rfind(">")),
        )
        at = found.end()
    return tuple(piece for piece in (*pieces, rendered[at:]) if piece)


def _mixed(text: str) -> bool:
    directions = {unicodedata.bidirectional(letter) for letter in text}
    return bool(directions & {"R", "AL"}) and bool(directions & {"L", "EN", "AN"})
