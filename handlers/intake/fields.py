"""Kinds of answers: what counts as one, and what to say when words cannot be read as one.

Whatever the kind, nothing that somebody sends is dropped: what a field cannot read is
kept beside the question as a remark.
"""

from dataclasses import dataclass, field

VOICE = frozenset({"voice", "audio", "video"})
_LONGEST_NAME = 120  # letters; longer is a story, and is kept as one
_LONGEST_LINE = 700


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field made of somebody's words.

    Attributes:
        value: The answer in the field's own form (an option, a number in E.164), where it has one.
        trouble: The message that kindly says what is missing; None when it was understood.
    """

    value: str | None = None
    trouble: str | None = None


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

    def read(self, text: str) -> Reading:
        """What *text* says; it has something besides spaces in it."""
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
class Name(Field):
    """Somebody's name, as it is given, in any script."""

    longest: int = _LONGEST_NAME

    def read(self, text: str) -> Reading:
        if len(text) > self.longest:
            return Reading(trouble="unreadable-long-name")
        letters = sum(1 for letter in text if letter.isalpha())
        # One Han character can be a whole word; one letter of an alphabet cannot be a name.
        if letters == 0 or (letters == 1 and text.isascii()):
            return Reading(trouble="unreadable-name")
        return Reading()


@dataclass(frozen=True, slots=True)
class Picture(Field):
    """A photo, sent as photo or as file."""

    several: bool = True
    by: frozenset[str] = frozenset({"photo", "document"})

    def read(self, text: str) -> Reading:
        return Reading(trouble="unreadable-photo")


@dataclass(frozen=True, slots=True)
class Phone(Field):
    """A telephone number: by the contact button, or written, with words around it.

    Attributes:
        regions: Where a number without a country is looked for, in this order.
    """

    regions: tuple[str, ...] = field(default=("KZ", "CN", "RU"))

    def read(self, text: str) -> Reading:
        # Loads the world's numbering plans; only who gives a number pays for it.
        import phonenumbers

        for region in self.regions:
            for match in phonenumbers.PhoneNumberMatcher(text, region):
                return Reading(
                    value=phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
                )
        return Reading(trouble="unreadable-phone")
