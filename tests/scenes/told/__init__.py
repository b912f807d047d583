"""What people who do not exist tell in the scenes: in each language somebody else, never a translation.

Each module says what one relative answers, in the way in which such a person writes: her dates, her
places, her sums, her telephone. Nobody in them is real.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tap:
    """She presses the button with this text of the catalogue; `number` fills it in where it counts."""

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class On:
    """She presses a day, a month or a year, as her language calls it; EDTF."""

    edtf: str


@dataclass(frozen=True, slots=True)
class At:
    """She presses a place that is offered, by its id in the table of places."""

    place: str


@dataclass(frozen=True, slots=True)
class Press:
    """She presses the button on which exactly this stands."""

    label: str


@dataclass(frozen=True, slots=True)
class Speak:
    """She sends a voice message of so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Photo:
    """She sends a photo."""

    caption: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """She sends a file."""

    name: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Album:
    """She sends several photos at once, or several files."""

    parts: int
    caption: str = ""
    files: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """She sends a point on the map."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Own:
    """She presses the key that sends her own number."""


Act = str | Tap | On | At | Press | Speak | Photo | Paper | Album | Map | Own
"""What somebody does; plain words are written."""

Answers = Mapping[str, tuple[Act, ...]]
"""By question: what she does when it is asked."""

YES, DONE, SKIP, UNKNOWN = (
    Tap("button-yes"),
    Tap("button-done"),
    Tap("button-skip"),
    Tap("button-unknown"),
)
NO, AS_WRITTEN = Tap("button-no"), Tap("button-as-written")


def option(question: str, value: str) -> Tap:
    """An option of a question."""
    return Tap(f"option-{question}-{value}")


def thing(question: str, **parts: Act | tuple[Act, ...]) -> tuple[Act, ...]:
    """One thing more in a list, part by part; a plain value is an option where there is one."""
    acts: list[Act] = [Tap(f"button-more-{question}")]
    for done in parts.values():
        acts += done if isinstance(done, tuple) else (done,)
    return tuple(acts)


def consents(**said: bool) -> dict[str, tuple[Act, ...]]:
    """Yes or no to each, in the order of the form."""
    return {f"consent-{kind}": (YES if yes else NO,) for kind, yes in said.items()}


@dataclass(frozen=True)
class Albums:
    """Photos and papers in any order.

    Attributes:
        before: What she sends before she has agreed to anything.
        first: Answers of the first section.
        part: A section that she goes to next, and its answers.
    """

    before: tuple[Act, ...]
    first: Answers
    later: Mapping[str, Answers]


@dataclass(frozen=True)
class Wander:
    """A way with detours.

    Attributes:
        slip: A name with a slip in it, which she mends in the message itself.
        language: Which she changes to in the middle.
        words: To a person, in the middle.
        answer: The coordinator's.
        health: In a part that she chooses.
        second: The name of the other person of the same event.
        more: A correction of her story after it was sent.
    """

    first: Answers
    slip: str
    mended: str
    language: str
    words: str
    answer: str
    health: str
    second: str
    second_story: str
    more: str


@dataclass(frozen=True)
class Limits:
    """Material for the longest of everything.

    Attributes:
        name: A word that a name of 120 letters is made of.
        sentence: One that long answers are made of.
        emoji: With which the story is full.
    """

    name: str
    sentence: str
    emoji: str = "🕯️👨‍👩‍👧"


@dataclass(frozen=True)
class Told:
    """All that is told in one language.

    Attributes:
        teller: Her name in the scenes.
        letter: What the coordinator writes to her, and what she answers.
    """

    teller: str
    short: Answers
    whole: Answers
    letter: str
    thanks: str
    albums: Albums
    wander: Wander
    limits: Limits
    spoken: tuple[int, ...] = field(default=(3, 5, 8, 6, 4))
