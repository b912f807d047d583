"""What a button does to a report: answers, doubts, days from the calendar, lists, and the ways around."""

from datetime import datetime
from typing import Any

from handlers.intake import moving
from handlers.intake.fields import Choices, Consent, Group, day_value
from handlers.intake.keeping import accept, answer_to, has_content, reword
from handlers.intake.moving import Step
from handlers.intake.outline import Form, Question, items_of
from handlers.intake.replies import Pressed
from handlers.saying import msg


def pressed(
    form: Form, draft: dict[str, Any], question: Question | None, reply: Pressed, now: datetime
) -> Step:
    """The step that follows from a button.

    Args:
        question: The one that is open; None at a rest, the summary, and so on.
    """
    if reply.what == "change":
        return _change(form, draft, reply.value)
    if reply.what in ("summary", "parts", "part", "go-on", "anew", "return"):
        return _around(form, draft, reply)
    if question is None:
        return Step(draft)
    if reply.what in ("calendar", "shut", "add", "item", "remove", "toggle"):
        return _within(form, draft, question, reply)
    answer = answer_to(draft, question)
    match reply.what:
        case "answer" if isinstance(question.field, Consent):
            _said(draft, answer, reply.value, now)
        case "answer":
            reword(answer, reply.value)
        case "accept" if "proposal" in answer:
            accept(answer, answer["proposal"]["values"][int(reply.value)])
        case "as-written" if "proposal" in answer:
            accept(answer, None)
        case "day":
            reword(answer, day_value(reply.value))
        case "unknown":
            if not question.field.several:
                reword(answer, None)
            answer.pop("proposal", None)
            answer.update(state="unknown", value=None)
        case "skip" if isinstance(question.field, Consent):
            _without_a_yes(draft, answer, now)
        case "skip" if not question.required:
            answer.pop("proposal", None)
            told = answer["texts"] or answer["files"] or answer["value"] or items_of(draft, question.key)
            answer["state"] = "given" if told else "skipped"
        case "done":
            if not has_content(answer) and not items_of(draft, question.key):
                return Step(draft, (msg("nothing-yet"),))
            answer["state"] = "given"
        case "back":
            return moving.back(form, draft, question)
        case _:
            return Step(draft)
    return moving.next_of(form, draft, question)


def _said(draft: dict[str, Any], answer: dict[str, Any], value: str, now: datetime) -> None:
    """A yes or a no, with the time and the language in which she was asked."""
    reword(answer, value)
    answer.update(at=now.isoformat(), language=draft.get("language"))


def _without_a_yes(draft: dict[str, Any], answer: dict[str, Any], now: datetime) -> None:
    """To skip means no. Where she had answered before, it takes a yes back; a voice message is none."""
    if answer["value"] is None:
        answer["state"] = "skipped"
    else:
        _said(draft, answer, "no", now)


def _around(form: Form, draft: dict[str, Any], reply: Pressed) -> Step:
    """The ways between sections; a change that was under way is given up."""
    origin = draft.pop("detour", "summary")
    draft.pop("wanted", None)
    match reply.what:
        case "parts":
            draft["detour"] = draft["at"] if draft["at"] != "parts" else origin
        case "part":
            return moving.into(form, draft, reply.value)
        case "go-on":
            return moving.go_on(form, draft)
        case "anew":
            return moving.begun(form, draft)
        case "return":
            return moving.moved_to(draft, origin)
    return moving.moved_to(draft, reply.what)


def _change(form: Form, draft: dict[str, Any], key: str) -> Step:
    """To the list of answers, and from there to one; afterwards back to where she came from."""
    if not key:
        draft["detour"] = draft.get("detour") or draft["at"]
        return moving.moved_to(draft, "change")
    if form.find(key) is None:
        return Step(draft)
    draft["detour"] = draft.get("detour") or "summary"
    return moving.moved_to(draft, key)


def _within(form: Form, draft: dict[str, Any], question: Question, reply: Pressed) -> Step:
    """What changes something at a question without leaving it, or leads into its list."""
    match reply.what:
        case "calendar":
            draft["calendar"] = reply.value
        case "shut":
            draft.pop("calendar", None)
        case "toggle" if isinstance(question.field, Choices):
            answer = answer_to(draft, question)
            chosen = question.field.toggled(list(answer["value"] or ()), reply.value)
            answer["value"] = chosen or None
            answer["state"] = "given" if chosen or answer["texts"] or answer["files"] else ""
        case "add" if isinstance(question.field, Group):
            return moving.add_item(form, draft, question)
        case "item" if isinstance(question.field, Group):
            return moving.moved_to(draft, form.parts_of(question, int(reply.value))[0].key)
        case "remove" if isinstance(question.field, Group):
            return _removed(form, draft, question, int(reply.value))
    return Step(draft)


def _removed(form: Form, draft: dict[str, Any], question: Question, number: int) -> Step:
    """The thing leaves the list; what was said of it stays with the question."""
    answer = answer_to(draft, question)
    for part in form.parts_of(question, number):
        gone = draft["answers"].pop(part.key, None)
        if gone is not None:
            answer["remarks"] += (*gone["texts"], *gone["remarks"])
            answer["files"] += gone["files"]
    return Step(draft, (msg("item-removed"),))
