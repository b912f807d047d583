"""The questionnaire on paper, as text and as data: for review, and for interviews by hand.

Everything in it follows from the questions themselves, so paper and chat ask the same.
"""

from collections.abc import Iterator
from typing import Any

from handlers.documents.sheet import Row, Section, Sheet
from handlers.intake.fields import Choice, Choices, Consent, Field, Files, Group, Narrative, Picture
from handlers.intake.outline import Form, Given, Lacking, Question
from locales.catalog import Catalog

_THINGS = 3  # of a list for which there is room on paper


def described(catalog: Catalog, form: Form, code: str) -> dict[str, Any]:
    """The questionnaire as JSON: ids, kinds, what is required, texts and choices in one language."""
    return {
        "language": code,
        "sections": [
            {
                "id": section.key,
                "title": catalog.plain(code, f"section-{section.key}"),
                "questions": [_described(catalog, code, one) for one in section.questions],
            }
            for section in form.sections
        ],
    }


def as_text(catalog: Catalog, form: Form, code: str) -> str:
    """The questionnaire to be read through in a terminal."""
    lines: list[str] = []
    for section in form.sections:
        lines += [f"## {catalog.plain(code, f'section-{section.key}')}", ""]
        for one in section.questions:
            star = " *" if one.required else ""
            lines.append(f"[{one.key}] {catalog.plain(code, f'ask-{one.texts}')}{star}")
            lines += [f"    {line}" for line in catalog.plain(code, f"why-{one.texts}").split("\n")]
            lines += [f"    ({condition})" for condition in _conditions(catalog, form, code, one)]
            lines += [f"    [ ] {text}" for _, text in _options(catalog, code, one)]
            for part in _parts(one):
                lines.append(f"    - [{part.key}] {catalog.plain(code, f'ask-{part.texts}')}")
                lines += [f"        [ ] {text}" for _, text in _options(catalog, code, part)]
            lines.append("")
    return "\n".join(lines)


def as_sheet(catalog: Catalog, form: Form, code: str) -> Sheet:
    """The questionnaire with room to write."""

    def said(text_id: str) -> str:
        return catalog.plain(code, text_id)

    head = tuple(Row(said(f"form-{one}"), lines=1) for one in ("code", "interviewer", "when"))
    agreed = Row("", said("consent-text"), choices=(said("button-agree"), said("button-refuse")))
    sections = [
        Section(
            said(f"section-{section.key}"),
            tuple(row for one in section.questions for row in _rows(catalog, form, code, one)),
        )
        for section in form.sections
    ]
    return Sheet(
        language=code,
        title=said("form-title"),
        intro=(said("form-intro"), said("form-first"), said("safety")),
        sections=(Section("", head), Section(said("form-consent"), (agreed,)), *sections),
        outro=(said("form-end"),),
        header=said("sheet-header"),
    )


def _described(catalog: Catalog, code: str, question: Question) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": question.key,
        "kind": "words" if type(question.field) is Field else type(question.field).__name__.lower(),
        "required": question.required,
        "several": question.field.several,
        "label": catalog.plain(code, f"label-{question.texts}"),
        "ask": catalog.plain(code, f"ask-{question.texts}"),
    }
    if catalog.has(code, f"why-{question.texts}"):
        known["why"] = catalog.plain(code, f"why-{question.texts}")
    if options := list(_options(catalog, code, question)):
        known["options"] = [{"id": value, "text": text} for value, text in options]
    if troubles := question.field.troubles:
        known["unreadable"] = [catalog.plain(code, one) for one in troubles]
    if question.field.several:
        known["more"] = catalog.plain(code, "group-again" if _parts(question) else "kept-more")
    match question.asked_if:
        case Given(key, among, otherwise):
            known["asked_if"] = {"question": key, "among": sorted(among), "or_open": otherwise}
        case Lacking(key):
            known["asked_if"] = {"nothing_told_to": key}
    if parts := _parts(question):
        known["parts"] = [_described(catalog, code, one) for one in parts]
    return known


def _parts(question: Question) -> list[Question]:
    if not isinstance(question.field, Group):
        return []
    return [Question(name, field, text=f"{question.key}-{name}") for name, field in question.field.parts]


def _options(catalog: Catalog, code: str, question: Question) -> Iterator[tuple[str, str]]:
    field = question.field
    if isinstance(field, Choice | Choices | Consent):
        stem = "button" if isinstance(field, Consent) else f"option-{question.texts}"
        yield from ((value, catalog.plain(code, f"{stem}-{value}")) for value in field.options)


def _conditions(catalog: Catalog, form: Form, code: str, question: Question) -> Iterator[str]:
    if question.asked_if is None:
        return
    other = form.find(question.asked_if.key)
    assert other is not None, "a condition names a question of the form"
    label = catalog.plain(code, f"label-{other.texts}")
    if isinstance(question.asked_if, Lacking):
        yield catalog.plain(code, "form-only-unless", label=label)
        return
    among = question.asked_if.among
    texts = [text for value, text in _options(catalog, code, other) if value in among]
    yield catalog.plain(code, "form-only-if", label=label, options=" / ".join(texts))


def _rows(catalog: Catalog, form: Form, code: str, question: Question) -> Iterator[Row]:
    """A question with why it is asked, its boxes, and lines to write on."""
    asked = catalog.plain(code, f"ask-{question.texts}") + (" *" if question.required else "")
    said = "\n".join(
        (*_conditions(catalog, form, code, question), catalog.plain(code, f"why-{question.texts}"))
    )
    boxes = tuple(text for _, text in _options(catalog, code, question))
    if not isinstance(question.field, Consent):
        boxes = (*boxes, catalog.plain(code, "form-unknown"))
    yield Row("", asked, lines=_lines(question.field), choices=boxes, note=said)
    for number in range(1, _THINGS + 1) if isinstance(question.field, Group) else ():
        for part in _parts(question):
            numbered = catalog.plain(code, "form-number", number=str(number))
            label = f"{numbered} {catalog.plain(code, f'label-{part.texts}')}"
            yield Row(label, lines=1, choices=tuple(text for _, text in _options(catalog, code, part)))


def _lines(field: Field) -> int:
    """Ruled lines that an answer of this kind needs."""
    match field:
        case Narrative():
            return 6
        case Group() | Files():
            return 2
        case Picture() | Consent():
            return 0
    return 1
