"""Answers read back: to the family before anything leaves, and to the coordinator."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from handlers.intake.fields import Consent, Group
from handlers.intake.outline import Form, Question, items_of
from handlers.saying import Part, heading, labelled, labelled_msg, lines, msg, partly, place, raw, row
from storage.records import Json

_EXCERPT = 400  # letters of one answer in a summary
_IN_A_ROW = 80  # letters of one part of a thing in a list


def answers_read_back(form: Form, told: Json, questions: Sequence[Question] | None = None) -> list[Part]:
    """Every answer under its label, long ones shortened; under the titles of their sections.

    Args:
        questions: Only these, without titles.
    """
    if questions is None:
        return [
            part
            for section in form.sections
            if (said := answers_read_back(form, told, section.questions))
            for part in (heading(msg(f"section-{section.key}")), *said)
        ]
    return [
        part
        for question in questions
        if (answer := told["answers"].get(question.key)) is not None and answer["state"]
        for part in _answer(form, told, question, answer, _EXCERPT)
    ]


def whole_report(form: Form, told: Json) -> list[Part]:
    """Everything that was told, whole, with the remarks; also what no question asks for any more."""
    parts: list[Part] = []
    for section in form.sections:
        said: list[Part] = []
        for question in section.questions:
            answer = told["answers"].get(question.key)
            if answer is not None:
                said.extend(_answer(form, told, question, answer, None))
                said.extend(labelled("label-remark", one["text"]) for one in answer["remarks"])
        parts += (heading(msg(f"section-{section.key}")), *said) if said else ()
    asked = {one.key for one in form.questions}
    for key, answer in told["answers"].items():
        if form.find(key) is None:
            parts.extend(labelled("label-remark", one["text"]) for one in answer["texts"])
            if answer["value"] is not None and not answer["texts"]:
                parts.append(labelled("label-remark", f"{key}: {answer['value']}"))
        if key not in asked:
            parts.extend(labelled("label-remark", one["text"]) for one in answer["remarks"])
    parts.extend(labelled("label-remark", one["text"]) for one in told["remarks"] if "text" in one)
    return parts


def name_told(told: Json) -> str | None:
    """The missing person's name as it was written; None where it was told by voice or is not known."""
    texts = told.get("answers", {}).get("name", {}).get("texts", ())
    return str(texts[0]["text"]).strip()[:60] if texts else None


def files_told(form: Form, told: Json) -> list[tuple[str, Mapping[str, Any]]]:
    """Each file with the label of its question, in the order of the form; remarks last."""
    order = {one.key: number for number, one in enumerate(form.questions)}
    found: list[tuple[str, Mapping[str, Any]]] = []
    for key in sorted(told["answers"], key=lambda one: order.get(one.partition(".")[0], len(order))):
        question = form.find(key)
        label = f"label-{question.texts}" if question is not None else "label-remark"
        found.extend((label, file) for file in told["answers"][key]["files"])
    found.extend(("label-remark", one) for one in told["remarks"] if "id" in one)
    return found


def value_part(question: Question, value: Any) -> Part:
    """A value in the reader's language. It may be of a kind that the question no longer has."""
    match value:
        case {"edtf": edtf}:
            return partly(edtf)
        case {"place": place_id}:
            return place(place_id)
        case {"point": [latitude, longitude]}:
            return msg("answer-location", point=f"{latitude:.5f}, {longitude:.5f}")
        case {"amount": amount, "currency": currency}:
            return msg(f"amount-{currency.lower()}", amount=grouped(amount))
        case list():
            return row([_option(question, one) for one in value])
        case _:
            return _option(question, str(value))


def answer_now(form: Form, told: Json, question: Question) -> Part | None:
    """What stands as the answer to this question now, under "So far"; None where nothing does."""
    answer = told["answers"].get(question.key)
    if answer is None:
        return None
    if not (answer["state"] or answer["texts"] or answer["files"] or items_of(told, question.key)):
        return None
    for part in _answer(form, told, question, answer, _EXCERPT):
        return {**part, "label": "label-now"}
    return None


def answer_before(question: Question, answer: Json) -> Part | None:
    """An answer as it was; None where it had neither a value nor words."""
    said = list(_said(question, answer, None))
    if said:
        return said[0] if len(said) == 1 else lines(said)
    return _files(answer) if answer["files"] else None


def _option(question: Question, value: str) -> Part:
    if isinstance(question.field, Consent):
        return msg(f"answer-{value}")
    if value in getattr(question.field, "options", ()):
        return msg(f"option-{question.texts}-{value}")
    return raw(value)


def grouped(amount: str) -> str:
    """An amount in figures, with room between the thousands."""
    whole, _, rest = amount.partition(".")
    spaced = f"{int(whole):,}".replace(",", "\u202f")
    return f"{spaced},{rest}" if rest else spaced


def _answer(
    form: Form, told: Json, question: Question, answer: Mapping[str, Any], longest: int | None
) -> Iterator[Part]:
    label = f"label-{question.texts}"
    said = list(_said(question, answer, longest))
    if isinstance(question.field, Group):
        said = [*_things(form, told, question, longest), *said]
    if said:
        if answer["files"]:
            said.append(msg("answer-with-files", count=len(answer["files"])))
        yield labelled_msg(label, said[0] if len(said) == 1 else lines(said))
    elif answer["state"] == "unknown" and not (question.field.several and answer["files"]):
        yield labelled_msg(label, msg("answer-unknown"))
    elif answer["files"]:
        yield labelled_msg(label, _files(answer))
    elif answer["state"] == "skipped":
        yield labelled_msg(label, msg("answer-skipped"))


def _said(question: Question, answer: Mapping[str, Any], longest: int | None) -> Iterator[Part]:
    """The answer by value and words; her own words beside a value only where all is shown."""
    value, text = answer["value"], "\n".join(one["text"] for one in answer["texts"])
    shown = isinstance(value, dict | list) or (value is not None and not text)
    if shown:
        yield value_part(question, value)
    if text and (not shown or longest is None or isinstance(value, list)):
        if longest is not None and len(text) > longest:
            text = text[:longest].rstrip() + " …"
        yield raw(text)


def _files(answer: Mapping[str, Any]) -> Part:
    by_voice = all(one["kind"] == "voice" for one in answer["files"])
    return msg("answer-by-voice" if by_voice else "answer-by-files", count=len(answer["files"]))


def _things(form: Form, told: Json, question: Question, longest: int | None) -> Iterable[Part]:
    """What lies in a list, a line each."""
    in_a_row = None if longest is None else _IN_A_ROW
    for shown, number in enumerate(items_of(told, question.key), start=1):
        parts: list[Part] = []
        for one in form.parts_of(question, number):
            answer = told["answers"].get(one.key)
            if answer is None:
                continue
            parts += _said(one, answer, in_a_row)
            if answer["files"]:
                parts.append(_files(answer))
        yield row(parts, shown)
