"""What the team writes to a family: from a template in every reader's language, or in words of its own.

A template promises nothing, and holds nothing grave: what it can say is known beforehand. What
stands in a timeline is its name and its values; each reader gets it in her own language.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.fields import Day
from handlers.intake.outline import Question
from handlers.rules.decision import Choice, Notice, Rows
from handlers.rules.office import Office
from handlers.saying import Part, msg, raw
from storage.records import Case, Json, Lane, Person, Way

_TO = ChoiceField(
    by=frozenset(),
    options=("consulate", "ministry", "police", "prosecutor", "court", "migration", "un", "other"),
)
_PAST = Day(by=frozenset())
_AHEAD = Day(by=frozenset(), ahead=True)
_WHAT = ChoiceField(
    by=frozenset(), options=("document", "photo", "story", "dates", "witness", "phone", "yes")
)
_FOR = ChoiceField(by=frozenset(), options=("document", "photo", "story", "answer", "patience"))

TEMPLATES: Mapping[str, tuple[Question, ...]] = {
    "begun": (),
    "checking": (),
    "wrote": (
        Question("to", _TO, required=True),
        Question("on", _PAST, required=True),
        Question("by", _AHEAD),
    ),
    "replied": (Question("to", _TO, required=True),),
    "reminded": (Question("to", _TO, required=True), Question("on", _PAST, required=True)),
    "asking": (Question("what", _WHAT, required=True),),
    "nothing": (),
    "term": (Question("on", _AHEAD, required=True),),
    "closed": (Question("on", _AHEAD, required=True),),
    "thanks": (Question("what", _FOR, required=True),),
}
"""By name, each with what is filled in."""

CANNED = ("read", "when", "call", "money", "public")
"""Answers to what is asked most often; their texts are `update-canned-<name>`."""


def with_values(name: str, answers: Json) -> dict[str, Any]:
    """A letter from a template.

    Args:
        answers: As a slip keeps them; of a day counts the first that is possible.
    """
    values: dict[str, str] = {}
    for question in TEMPLATES.get(name, ()):
        value = answers.get(question.key, {}).get("value")
        if isinstance(value, Mapping):
            value = value["first"] or value["last"]
        if value is not None:
            values[question.key] = str(value)
    return {"template": name, "values": values}


def content(letter: Json, language: str | None) -> tuple[Part, ...]:
    """What it says, as somebody reads it who chose *language*; nothing where it is a file alone."""
    if "template" in letter:
        return (_from_template(letter["template"], letter["values"]),)
    for one in letter.get("texts", ()):
        if one["language"] == language:
            return (raw(one["text"]),)
    text = letter.get("text") or ""
    if not text:
        return ()
    written = letter.get("language")
    if written in (None, language):
        return (raw(text),)
    return (msg("letter-in-language", language=msg(f"language-{written}")), raw(text))


def _from_template(name: str, values: Json) -> Part:
    questions = {one.key: one for one in TEMPLATES.get(name, ())}
    args = {
        key: msg(f"option-update-{name}-{key}-{value}")
        if isinstance(questions[key].field, ChoiceField)
        else date.fromisoformat(value)
        for key, value in values.items()
        if key in questions
    }
    whole = "-open" if name == "wrote" and "by" not in args else ""
    return msg(f"update-{name}{whole}", **args)


def languages_lacking(letter: Json, readers: Iterable[Person]) -> list[str]:
    """Languages of *readers* in which a letter in words of its own does not speak yet."""
    if "template" in letter or not letter.get("text"):
        return []
    spoken = {letter.get("language"), *(one["language"] for one in letter.get("texts", ()))}
    return sorted({one.language for one in readers if one.language is not None} - spoken)


def announced(
    case: Case,
    letter: Json,
    readers: Sequence[Person],
    office: Office,
    now: datetime,
    awake: frozenset[str] = frozenset(),
) -> tuple[Notice, ...]:
    """How a letter comes to each who follows: in her way, and not at night where she lives.

    Args:
        awake: Who has just written, and waits for the answer, whatever time it is.
    """
    notices = []
    for one in readers:
        if one.way is Way.ASKED:
            continue
        by_day = None if one.id in awake else office.by_day(one, now)
        parts: tuple[Part, ...] = (msg("notice-update"),)
        rows: Rows = ((Choice(msg("button-read"), "update.read", {"entry": "$entry"}),),)
        if one.way is Way.AT_ONCE and not letter.get("file"):
            parts = (
                *parts,
                msg("update-title", code=case.code, day=office.today(now)),
                *content(letter, one.language),
            )
            rows = (
                (Choice(msg("button-seen"), "update.seen", {"entry": "$entry"}),),
                (Choice(msg("button-answer"), "word.write", {"case": case.id}),),
            )
        notices.append(Notice(one.id, Lane.NOTICE, parts, rows, by_day))
    return tuple(notices)
