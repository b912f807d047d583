"""What families told and what the team wrote, kept beside the bot, to be compared with what it kept."""

import copy
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


def file_mark(content: bytes) -> str:
    """A file in short, so that a difference can be read."""
    return f"file {hashlib.sha256(content).hexdigest()[:16]}"


def is_file(mark: str) -> bool:
    """Whether *mark* stands for a file, not for words."""
    return mark.startswith("file ")


@dataclass(slots=True)
class Answer:
    """One answer; texts, files and remarks in the order in which they were sent.

    Attributes:
        language: In which a yes or no was asked for; empty for all other answers.
        pressed: How often a yes or no was said: each is kept with its own time.
    """

    state: str = ""
    value: Any = None
    texts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    language: str = ""
    pressed: int = field(default=0, compare=False)

    @property
    def has_content(self) -> bool:
        """Whether anything was sent or chosen."""
        return bool(self.texts or self.files or self.remarks or self.value)

    def give(self, value: Any, *texts: str) -> None:
        """Answer; what was said before stays as a remark."""
        self.remarks += self.texts
        self.state, self.value, self.texts = "given", value, list(texts)

    def unknown(self, *, several: bool) -> None:
        """Not known; where many things can be told, those that were stay."""
        if not several:
            self.give(None)
        self.state, self.value = "unknown", None

    def skip(self, *, with_things: bool) -> None:
        """Leave it as it is; a list with things in it is not empty."""
        self.state = "given" if self.texts or self.files or self.value or with_things else "skipped"


Answers = dict[str, Answer]
Consent = tuple[str, str | None, str | None, str | None]
"""Kind, the reporter's relation, yes or no, language."""


@dataclass(slots=True)
class Report:
    """One report with all that followed.

    Attributes:
        situation: What follows from what is said to have happened, when it was sent.
        agreed: What she agreed to, and what not; sorted.
        changes: What each correction replaced: each answer as it was, None where there was none.
        words: What the family wrote afterwards.
        letters: What the team wrote to the family.
    """

    answers: Answers = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    situation: str = ""
    agreed: list[Consent] = field(default_factory=list)
    changes: list[dict[str, Answer | None]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    def to(self, key: str) -> Answer:
        """The answer to one question, empty at first."""
        return self.answers.setdefault(key, Answer())

    def items(self, key: str) -> list[int]:
        """The numbers of the things in a list of which anything was told."""
        told = (
            name.split(".")[1]
            for name, one in self.answers.items()
            if name.startswith(f"{key}.") and (one.state == "given" or one.texts or one.files)
        )
        return sorted({int(number) for number in told})

    def copied(self) -> Answers:
        """The answers as they are now."""
        return copy.deepcopy(self.answers)

    @property
    def files(self) -> set[str]:
        """Marks of all its files."""
        pieces = [*self.remarks, *self.words]
        for one in self.answers.values():
            pieces += one.files
        return {one for one in pieces if is_file(one)}


@dataclass(slots=True)
class Ledger:
    """All that one account told.

    Attributes:
        sent: Reports by the code that was read.
        asked: What was said to a person before there was a case; empty for the mere wish.
        answered: What the team wrote to that.
        amended: How often more was told, or something corrected, after a report was sent.
        erased: Unfinished reports that were erased, by her or by the clock.
        receipts: How many she took.
    """

    sent: dict[str, Report] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    amended: int = 0
    erased: int = 0
    receipts: int = 0

    @property
    def files(self) -> set[str]:
        """Marks of all files that must be kept."""
        found = {one for one in self.asked if is_file(one)}
        return found.union(*(one.files for one in self.sent.values()))


def changed(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> dict[str, Answer | None]:
    """What a correction replaces; an answer without anything in it is none."""
    empty = Answer()
    return {
        key: before.get(key)
        for key in {**before, **after}
        if before.get(key, empty) != after.get(key, empty)
        or before.get(key, empty).pressed != after.get(key, empty).pressed
    }


def differences(name: str, told: Ledger, kept: Ledger) -> list[str]:
    """Every difference between what was told and what was kept, one a line."""
    lines = [f"{name}: case {code} is lost" for code in told.sent if code not in kept.sent]
    lines += [f"{name}: case {code} was never sent" for code in kept.sent if code not in told.sent]
    lines += _unlike(name, ("asked", told.asked, kept.asked), ("answered", told.answered, kept.answered))
    for code in told.sent.keys() & kept.sent.keys():
        lines += _differences(f"{name}, {code}", told.sent[code], kept.sent[code])
    return lines


def _differences(name: str, told: Report, kept: Report) -> list[str]:
    lines = _unlike(
        name,
        ("situation", told.situation, kept.situation),
        ("agreed", told.agreed, kept.agreed),
        ("remarks", told.remarks, kept.remarks),
        ("words", told.words, kept.words),
        ("letters", told.letters, kept.letters),
        ("corrections", len(told.changes), len(kept.changes)),
    )
    lines += _answers_unlike(name, told.answers, kept.answers)
    for number, (ours, theirs) in enumerate(zip(told.changes, kept.changes, strict=False), start=1):
        lines += _answers_unlike(f"{name}, before correction {number}", ours, theirs)
    return lines


def _answers_unlike(
    name: str, told: Mapping[str, Answer | None], kept: Mapping[str, Answer | None]
) -> list[str]:
    keys: Sequence[str] = [*told, *(one for one in kept if one not in told)]
    pairs = ((key, told.get(key) or Answer(), kept.get(key) or Answer()) for key in keys)
    return _unlike(name, *pairs)


def _unlike(name: str, *pairs: tuple[str, Any, Any]) -> list[str]:
    return [
        f"{name}: {what}: told {ours!r}, kept {theirs!r}" for what, ours, theirs in pairs if ours != theirs
    ]
