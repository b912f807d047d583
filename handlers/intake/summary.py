"""Answers read back: to the family before anything leaves, and to the coordinator."""

from collections.abc import Iterable, Mapping
from typing import Any

from handlers.intake.form import Form
from handlers.intake.questions import Question
from handlers.saying import Part, labelled, labelled_msg, msg
from storage.records import Json

_EXCERPT = 400  # letters of one answer in a summary


def answers_read_back(form: Form, told: Json) -> list[Part]:
    """Every answer under its label, long ones shortened."""
    parts: list[Part] = []
    for question in form:
        answer = told["answers"].get(question.key)
        if answer is not None and answer["state"]:
            parts.extend(_answer(question, answer, _EXCERPT))
    return parts


def whole_report(form: Form, told: Json) -> list[Part]:
    """Everything that was told, whole, with the remarks."""
    parts: list[Part] = []
    for question in form:
        answer = told["answers"].get(question.key)
        if answer is None:
            continue
        parts.extend(_answer(question, answer, None))
        parts.extend(labelled("label-remark", one["text"]) for one in answer["remarks"])
    parts.extend(labelled("label-remark", one["text"]) for one in told["remarks"] if "text" in one)
    return parts


def name_told(told: Json) -> str | None:
    """The missing person's name as it was written; None where it was told by voice or is not known."""
    texts = told.get("answers", {}).get("name", {}).get("texts", ())
    return str(texts[0]["text"]).strip()[:60] if texts else None


def files_told(form: Form, told: Json) -> list[tuple[str, Mapping[str, Any]]]:
    """Each file with the label of its question, in the order of the form; remarks last."""
    found: list[tuple[str, Mapping[str, Any]]] = []
    for question in form:
        answer = told["answers"].get(question.key, {})
        found.extend((f"label-{question.key}", file) for file in answer.get("files", ()))
    found.extend(("label-remark", one) for one in told["remarks"] if "id" in one)
    return found


def _answer(question: Question, answer: Mapping[str, Any], longest: int | None) -> Iterable[Part]:
    label = f"label-{question.key}"
    text = "\n".join(one["text"] for one in answer["texts"])
    if longest is not None and len(text) > longest:
        text = text[:longest].rstrip() + " …"
    options = getattr(question.field, "options", ())
    if text:
        yield labelled(label, text)
        if answer["files"]:
            yield msg("answer-with-files", count=len(answer["files"]))
    elif answer["value"] in options:
        yield labelled_msg(label, msg(f"option-{question.key}-{answer['value']}"))
    elif answer["value"]:
        yield labelled(label, answer["value"])
    elif answer["state"] == "unknown" and not question.field.several:
        yield labelled_msg(label, msg("answer-unknown"))
    elif answer["files"]:
        by_voice = all(one["kind"] == "voice" for one in answer["files"])
        yield labelled_msg(
            label, msg("answer-by-voice" if by_voice else "answer-by-files", count=len(answer["files"]))
        )
    elif answer["state"] == "unknown":
        yield labelled_msg(label, msg("answer-unknown"))
    elif answer["state"] == "skipped":
        yield labelled_msg(label, msg("answer-skipped"))
