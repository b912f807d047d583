"""Kinds of answers: what counts as one, and what to say when words cannot be read as one.

Whatever the kind, nothing that somebody sends is dropped: what a field cannot read is
kept beside the question as a remark.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from handlers.intake.amounts import CURRENCIES, read_amount

VOICE = frozenset({"voice", "audio", "video"})
ANYTHING = frozenset({"voice", "audio", "video", "photo", "document"})
_LONGEST_NAME = 120  # letters; longer is a story, and is kept as one
_LONGEST_LINE = 700
_LONGEST_PLACE = 120  # letters in which a place of the table is looked for
_FAR = 100  # years; what is further ahead is a slip of the finger
_SCRIPTS = {"CYRILLIC": "Cyrl", "LATIN": "Latn", "ARABIC": "Arab", "CJK": "Hani"}  # ISO 15924


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field made of somebody's words.

    Attributes:
        value: The answer in the field's own form (an option, a number in E.164), where it has one.
        trouble: The message that kindly says what is missing; None when it was understood.
        proposals: Values of which she is asked whether one is what she meant.
    """

    value: Any = None
    trouble: str | None = None
    proposals: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """An answer in her own words.

    Attributes:
        several: Goes on until she says that it is all.
        by: Kinds of files that answer the question by themselves; others are kept with it.
        longest: Letters; a longer text is kept, and a shorter one asked for.
    """

    several: bool = False
    by: frozenset[str] = VOICE
    longest: int = _LONGEST_LINE

    @property
    def troubles(self) -> tuple[str, ...]:
        """The messages with which `read` may kindly ask again."""
        return ("unreadable-long",) if self.longest <= _LONGEST_LINE else ()

    def read(self, text: str, today: date) -> Reading:
        """What *text* says; it has something besides spaces in it.

        Args:
            today: At the office.
        """
        return Reading(trouble="unreadable-long") if len(text) > self.longest else Reading()


@dataclass(frozen=True, slots=True)
class Narrative(Field):
    """What happened, in as many messages as it takes."""

    several: bool = True
    longest: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """One of a few; words of her own are as good as a button.

    Attributes:
        options: Values; each has a text `option-<question>-<value>`.
    """

    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices(Field):
    """Some of a few, and words of her own beside them. The value is a list of options.

    Attributes:
        alone: The option that none other can be true beside.
    """

    several: bool = True
    options: tuple[str, ...] = ()
    alone: str = "none"

    def toggled(self, chosen: list[str], value: str) -> list[str]:
        """What is chosen after *value* was pressed."""
        if value in chosen:
            return [one for one in chosen if one != value]
        return [*(one for one in chosen if self.alone not in (one, value)), value]


@dataclass(frozen=True, slots=True)
class Consent(Field):
    """Yes or no, by a button alone: words or a voice could be misunderstood. Nothing is ticked beforehand."""

    by: frozenset[str] = frozenset()
    options: tuple[str, ...] = ("yes", "no")

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("unreadable-consent",)

    def read(self, text: str, today: date) -> Reading:
        return Reading(trouble="unreadable-consent")


@dataclass(frozen=True, slots=True)
class Name(Field):
    """Somebody's name, as it is given, in any script. The value is the script, as ISO 15924 has it."""

    longest: int = _LONGEST_NAME

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("unreadable-name", "unreadable-long-name")

    def read(self, text: str, today: date) -> Reading:
        if len(text) > self.longest:
            return Reading(trouble="unreadable-long-name")
        letters = [letter for letter in text if letter.isalpha()]
        # One Han character can be a whole word; one letter of an alphabet cannot be a name.
        if not letters or (len(letters) == 1 and text.isascii()):
            return Reading(trouble="unreadable-name")
        found = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
        return Reading(value=_SCRIPTS.get(found.most_common(1)[0][0], "Zyyy"))


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A day, as far as it is known. The value is EDTF with its first and last day.

    Attributes:
        birth: Ages are read, too, and years further back.
        ahead: It may be to come, as the end of a term.
    """

    birth: bool = False
    ahead: bool = False

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("date-unclear", "date-far" if self.ahead else "date-future", "unreadable-long")

    def read(self, text: str, today: date) -> Reading:
        from handlers.dates.reader import read_date

        if len(text) > self.longest:
            return Reading(trouble="unreadable-long")
        found = read_date(text, today, birth=self.birth, ahead=self.ahead)
        if found.options:
            days = [day_value(one) for one in found.options]
            near = tuple(
                one for one in days if int(str(one["first"] or one["last"])[:4]) <= today.year + _FAR
            )
            return Reading(proposals=near) if near else Reading(trouble="date-far")
        return Reading(trouble="date-future" if found.trouble == "future" else "date-unclear")


def day_value(edtf: str) -> dict[str, str | None]:
    """A partly known day as an answer keeps it.

    Raises:
        ValueError: It is no EDTF of ours.
    """
    from locales.partial import parse

    known = parse(edtf)
    first, last = known.first, known.last
    return {
        "edtf": known.edtf,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
    }


@dataclass(frozen=True, slots=True)
class Place(Field):
    """A place: one of the bundled table, a point on the map, or words alone.

    Attributes:
        border: A border is crossed there: of places with one name the crossing is meant first.
    """

    border: bool = False

    def read(self, text: str, today: date) -> Reading:
        # Loads the table; only who names a place pays for it.
        from handlers.places.finder import find
        from locales.gazetteer import Gazetteer

        if len(text) > self.longest:
            return Reading(trouble="unreadable-long")
        if len(text) > _LONGEST_PLACE:
            return Reading()
        table = Gazetteer.load()
        found = find(table, text)
        options = found.options
        if self.border:
            options = tuple(sorted(options, key=lambda one: table.places[one].kind != "crossing"))
        if found.exact is not None and options[0] == found.exact:
            return Reading(value={"place": found.exact})
        return Reading(proposals=tuple({"place": one} for one in options))


@dataclass(frozen=True, slots=True)
class Picture(Field):
    """A photo, sent as photo or as file."""

    several: bool = True
    by: frozenset[str] = frozenset({"photo", "document"})

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("unreadable-photo",)

    def read(self, text: str, today: date) -> Reading:
        return Reading(trouble="unreadable-photo")


@dataclass(frozen=True, slots=True)
class Files(Field):
    """Whatever she has, of any kind, in as many messages as it takes; or words about it."""

    several: bool = True
    by: frozenset[str] = ANYTHING
    longest: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Phone(Field):
    """A telephone number: by the contact button, or written, with words around it.

    Attributes:
        regions: Where a number without a country is looked for, in this order.
    """

    regions: tuple[str, ...] = field(default=("KZ", "CN", "RU"))

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("unreadable-phone",)

    def read(self, text: str, today: date) -> Reading:
        # Loads the world's numbering plans; only who gives a number pays for it.
        import phonenumbers

        for region in self.regions:
            for match in phonenumbers.PhoneNumberMatcher(text, region):
                return Reading(
                    value=phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
                )
        return Reading(trouble="unreadable-phone")


@dataclass(frozen=True, slots=True)
class Amount(Field):
    """A sum of money. The value is the amount in figures and the currency, as ISO 4217 has it."""

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("unreadable-amount", "unreadable-long")

    def read(self, text: str, today: date) -> Reading:
        if len(text) > self.longest:
            return Reading(trouble="unreadable-long")
        found = read_amount(text)
        if found is None:
            return Reading(trouble="unreadable-amount")
        amount, currency = found
        if currency is not None:
            return Reading(value={"amount": amount, "currency": currency})
        return Reading(proposals=tuple({"amount": amount, "currency": one} for one in CURRENCIES))


@dataclass(frozen=True, slots=True)
class Group(Field):
    """Several things of one kind, each asked for part by part; or told in her own words.

    Attributes:
        parts: Name and kind of each part; its texts are `ask-<question>-<part>` and so on.
    """

    several: bool = True
    by: frozenset[str] = ANYTHING
    longest: int = 1_000_000
    parts: tuple[tuple[str, Field], ...] = ()
