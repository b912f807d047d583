"""Where a report goes next: from question to question, through lists, to the rest after each section.

Places in a report are `consent`, `shared` (what can be taken over from another report), a
question's key, `rest:<section>`, `parts`, `change` and `summary`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.intake.keeping import answer_to, state_of
from handlers.intake.outline import Form, Question, Section, applies
from handlers.saying import Part, msg
from storage.records import Json


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from a reply.

    Attributes:
        draft: The new draft.
        notes: What to tell her before the next question.
        ask: Whether the question (or summary) is to be shown again or anew.
        moved: Whether she is now somewhere else than before.
    """

    draft: dict[str, Any]
    notes: tuple[Part, ...] = ()
    ask: bool = True
    moved: bool = False


def moved_to(draft: dict[str, Any], where: str, notes: tuple[Part, ...] = ()) -> Step:
    """She is there now; a calendar that was open is shut."""
    draft.pop("calendar", None)
    draft["at"] = where
    return Step(draft, notes, moved=True)


def asking(draft: dict[str, Any], keys: Sequence[str], notes: tuple[Part, ...] = ()) -> Step:
    """To these questions, one after the other, and then to the summary."""
    draft["detour"] = "summary"
    if keys[1:]:
        draft["wanted"] = list(keys[1:])
    return moved_to(draft, keys[0], notes)


def begun(form: Form, draft: dict[str, Any], notes: tuple[Part, ...] = ()) -> Step:
    """To the first question that is still open."""
    return moved_to(draft, first_open(form, draft), notes)


def first_open(form: Form, draft: Json) -> str:
    """Where a report goes on that nobody knows a place for: required questions first."""
    missing = unanswered(form, draft)
    if missing:
        return missing[0].key
    return next((key for one in form.sections if (key := _open_in(form, one, draft))), "summary")


def settled(form: Form, draft: dict[str, Any]) -> dict[str, Any]:
    """The list of questions may have changed since she was here: nobody stays at one that is gone."""
    where = str(draft["at"])
    known = where in ("consent", "shared", "parts", "change", "summary") or (
        form.section(where.removeprefix("rest:")) is not None
        if where.startswith("rest:")
        else form.find(where)
    )
    if not known:
        for gone in ("calendar", "aside", "wanted"):
            draft.pop(gone, None)
        draft["at"] = first_open(form, draft)
    return draft


def unanswered(form: Form, draft: Json) -> list[Question]:
    """Required questions that have no answer yet."""
    return [one for one in form.questions if one.required and not state_of(draft, one)]


def next_of(form: Form, draft: dict[str, Any], question: Question, notes: tuple[Part, ...] = ()) -> Step:
    """What comes after a question that has its answer now."""
    if aside := draft.pop("aside", None):
        return moved_to(draft, aside, notes)
    group, _, rest = question.key.partition(".")
    if rest:
        listed = form.find(group)
        assert listed is not None
        parts = form.parts_of(listed, int(rest.partition(".")[0]))
        after = [one.key for one in parts]
        after = after[after.index(question.key) + 1 :]
        if after:
            return moved_to(draft, after[0], notes)
        # She has read the question of the list already; what she sees now is the list.
        return replace(moved_to(draft, group, (msg("group-again"),)), moved=False)
    if wanted := draft.pop("wanted", None):
        return asking(draft, wanted, notes)
    if detour := draft.pop("detour", None):
        return moved_to(draft, detour, notes)
    section = form.section_of(question)
    questions = section.questions
    later = [
        one
        for one in questions[questions.index(question) + 1 :]
        if applies(one, draft) and not state_of(draft, one)
    ]
    if later:
        return moved_to(draft, later[0].key, notes)
    return moved_to(draft, "summary" if section is form.sections[-1] else f"rest:{section.key}", notes)


def back(form: Form, draft: dict[str, Any], question: Question) -> Step:
    """To what came before."""
    if aside := draft.pop("aside", None):
        return moved_to(draft, aside)
    group, _, rest = question.key.partition(".")
    if rest:
        listed = form.find(group)
        assert listed is not None
        keys = [one.key for one in form.parts_of(listed, int(rest.partition(".")[0]))]
        before = keys.index(question.key)
        return moved_to(draft, keys[before - 1] if before else group)
    draft.pop("wanted", None)
    if detour := draft.pop("detour", None):
        return moved_to(draft, detour)
    section = form.section_of(question)
    earlier = [one for one in section.questions[: section.questions.index(question)] if applies(one, draft)]
    if earlier:
        return moved_to(draft, earlier[-1].key)
    number = form.sections.index(section)
    return moved_to(draft, f"rest:{form.sections[number - 1].key}" if number else question.key)


def go_on(form: Form, draft: dict[str, Any]) -> Step:
    """From a rest, to the next section in which something is open."""
    found = next_section(form, draft)
    where = _open_in(form, found, draft) if found is not None else None
    return moved_to(draft, where or "summary")


def next_section(form: Form, draft: Json) -> Section | None:
    """The next section in which something is open: after the one she rests in, else the first."""
    here = form.section(str(draft["at"]).removeprefix("rest:"))
    start = form.sections.index(here) + 1 if here is not None else 0
    ahead = [one for one in form.sections[start:] if _open_in(form, one, draft)]
    if ahead or here is not None:
        return ahead[0] if ahead else None
    return None


def into(form: Form, draft: dict[str, Any], key: str) -> Step:
    """To a section that she chose."""
    section = form.section(key)
    if section is None:
        return Step(draft)
    return moved_to(draft, _open_in(form, section, draft) or form.applying(section, draft)[0].key)


def complete(form: Form, section: Section, draft: Json) -> bool:
    """Whether each question of the section that applies has its answer."""
    return _open_in(form, section, draft) is None


def add_item(form: Form, draft: dict[str, Any], question: Question) -> Step:
    """One thing more in a list."""
    prefix = f"{question.key}."
    numbers = [
        int(key[len(prefix) :].partition(".")[0]) for key in draft["answers"] if key.startswith(prefix)
    ]
    answer_to(draft, question)
    return moved_to(draft, form.parts_of(question, max(numbers, default=0) + 1)[0].key)


def _open_in(form: Form, section: Section, draft: Json) -> str | None:
    return next((one.key for one in form.applying(section, draft) if not state_of(draft, one)), None)
