"""How a report is laid out: questions in sections, which of them apply, and what lies in a list of things.

A key names a question for ever, in drafts and in cases. A thing in a list has keys of its own:
`crossings.2.date` is the date of the second crossing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handlers.intake.fields import Field, Group
from storage.records import Json


@dataclass(frozen=True, slots=True)
class Given:
    """Asked only if another answer is one of these.

    Attributes:
        otherwise: Whether it is asked, too, while the other is open, not known, or told in her own words.
    """

    key: str
    among: frozenset[str]
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Lacking:
    """Asked only if nothing was told to another question that she has passed."""

    key: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked.

    Attributes:
        required: Cannot be skipped; "I don't know" is an answer, too.
        asked_if: What must have been answered before; without it the question cannot apply.
        shared: Whether the answer is often the same for another person of the same event.
        text: The name of its texts, where it is not its key.
    """

    key: str
    field: Field
    required: bool = False
    asked_if: Given | Lacking | None = None
    shared: bool = False
    text: str = ""

    @property
    def texts(self) -> str:
        """What stands behind `ask-`, `label-`, `option-` in the names of its texts."""
        return self.text or self.key


@dataclass(frozen=True, slots=True)
class Section:
    """Some questions after which one can rest. Its title is the text `section-<key>`."""

    key: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """All that is asked.

    Attributes:
        sections: The first alone already makes a case.
    """

    sections: tuple[Section, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """In the order in which they are asked, without what lies in lists."""
        return tuple(one for section in self.sections for one in section.questions)

    @cached_property
    def _by_key(self) -> dict[str, Question]:
        return {one.key: one for one in self.questions}

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {one.key: section for section in self.sections for one in section.questions}

    def find(self, key: str) -> Question | None:
        """The question with this key; for a part of a thing, with this thing's own key."""
        if key in self._by_key:
            return self._by_key[key]
        group, _, rest = key.partition(".")
        number, _, name = rest.partition(".")
        listed = self._by_key.get(group)
        if listed is None or not isinstance(listed.field, Group) or not number.isdecimal():
            return None
        field = next((field for part, field in listed.field.parts if part == name), None)
        return Question(key, field, text=f"{group}-{name}") if field is not None else None

    def section_of(self, question: Question) -> Section:
        """Where the question stands."""
        return self._sections[question.key.partition(".")[0]]

    def section(self, key: str) -> Section | None:
        """The section with this key."""
        return next((one for one in self.sections if one.key == key), None)

    def parts_of(self, question: Question, number: int) -> tuple[Question, ...]:
        """The questions about one thing of a list."""
        assert isinstance(question.field, Group)
        return tuple(
            Question(f"{question.key}.{number}.{name}", field, text=f"{question.key}-{name}")
            for name, field in question.field.parts
        )

    def applying(self, section: Section, draft: Json) -> list[Question]:
        """The questions of a section that can apply, after what was told so far."""
        return [one for one in section.questions if applies(one, draft)]


def applies(question: Question, draft: Json) -> bool:
    """Whether the question can apply; one that was answered always does."""
    if draft["answers"].get(question.key, {}).get("state"):
        return True
    match question.asked_if:
        case Given(key, among, otherwise):
            value = draft["answers"].get(key, {}).get("value")
            return value in among if value else otherwise
        case Lacking(key):
            other = draft["answers"].get(key, {})
            told = other.get("texts") or other.get("files") or items_of(draft, key)
            return bool(other.get("state")) and not told
        case None:
            return True


def items_of(draft: Json, key: str) -> list[int]:
    """The numbers of the things in a list of which anything was told."""
    return sorted(set(_numbers(draft, key)))


def _numbers(draft: Json, key: str) -> Iterator[int]:
    for name, answer in draft["answers"].items():
        group, _, rest = name.partition(".")
        if group == key and rest and (answer["state"] in ("given",) or answer["texts"] or answer["files"]):
            yield int(rest.partition(".")[0])
