"""The list of questions may change while reports are open: no answer is lost, and nobody is stuck."""

import json
from typing import Any

import pytest

from handlers.documents.questionnaire import as_text, described
from handlers.intake import form, moving
from handlers.intake.fields import Choice, Day, Field, Group, Narrative, Place
from handlers.intake.moving import Step
from handlers.intake.outline import Form, Question, Section
from handlers.intake.questions import FORM
from handlers.intake.replies import Pressed, Words
from handlers.intake.summary import answers_read_back, files_told, whole_report
from handlers.saying import speak
from locales.catalog import Catalog
from locales.languages import CODES
from tests.handlers.made import NOON, OFFICE
from tests.handlers.test_form import told
from tests.handlers.test_sections import QUICKLY, then

CATALOG = Catalog.load()


def changed(**kinds: Field | None) -> Form:
    """The form with some questions of other kinds; None takes one out."""
    sections = []
    for section in FORM.sections:
        kept = [
            Question(one.key, kinds.get(one.key) or one.field, one.required, one.asked_if, one.shared)
            for one in section.questions
            if not (one.key in kinds and kinds[one.key] is None)
        ]
        sections.append(Section(section.key, tuple(kept)))
    return Form(tuple(sections))


def everything_told() -> dict[str, Any]:
    """A draft with something in every kind of answer."""
    step = then(
        Step({**told(*QUICKLY).draft, "at": "sex"}),
        Pressed("answer", "male"),
        Words("1988", 30),
    )
    step = then(Step({**step.draft, "at": "residence"}), Words("by the river", 31))
    step = then(Step({**step.draft, "at": "crossings"}), Words("twice, I think", 32), Pressed("add"))
    step = then(step, Words("a bridge", 33), Pressed("answer", "to-cn"), Pressed("unknown"))
    return then(Step({**step.draft, "at": "health"}), Words("diabetes", 34)).draft


SAID = ("Ерлан", "He does not answer.", "1988", "by the river", "twice, I think", "a bridge", "diabetes")


@pytest.mark.parametrize(
    "after",
    [
        changed(health=None, crossings=None, sex=None),
        changed(name=Narrative(), event=Field(), sex=Day(), birth=Choice(options=("old", "young"))),
        changed(residence=Choice(options=("town",)), health=Place(), story=Group(parts=(("x", Field()),))),
        Form((*FORM.sections[:1], Section("person", (Question("new", Field(), required=True),)))),
        Form(FORM.sections[:1]),
    ],
    ids=["removed", "other kinds", "other kinds again", "added and removed", "only the first section"],
)
def test_another_list_loses_no_answer(after: Form) -> None:
    """What was said stands in the draft and in what the coordinator reads, and the report can be sent."""
    draft = form.resumed(after, {**everything_told(), "at": "health"})
    kept = json.dumps(draft, ensure_ascii=False)
    whole = json.dumps(whole_report(after, draft), ensure_ascii=False)
    assert [one for one in SAID if one not in kept] == []
    assert [one for one in SAID if one not in whole] == []
    assert moving.settled(after, {**draft, "at": "gone"})["at"] != "gone"
    for _ in range(80):
        if not moving.unanswered(after, draft):
            break
        draft = form.advance(
            after, {**draft, "at": moving.first_open(after, draft)}, Pressed("unknown"), NOON
        ).draft
    assert moving.unanswered(after, draft) == []
    assert [one for one in SAID if one not in json.dumps(draft, ensure_ascii=False)] == []
    files_told(after, draft)


@pytest.mark.parametrize("code", CODES)
def test_every_value_can_be_read_back_in_every_language(code: str) -> None:
    """Days, places, sums, lists, choices: in words of the reader's language."""
    draft = everything_told()
    draft["answers"]["fine"] = {**_given({"amount": "87000", "currency": "KZT"})}
    draft["answers"]["where"] = {**_given({"point": [44.2, 80.4]})}
    draft["answers"]["citizenship"] = {**_given(["kz", "cn"])}
    draft["answers"]["consent-un"] = {**_given("no")}
    body = {"parts": answers_read_back(FORM, draft)}
    spoken = speak(CATALOG, OFFICE.zone, body, code).html
    assert spoken is not None
    assert "87\u202f000" in spoken
    assert "44.20000, 80.40000" in spoken
    assert CATALOG.plain(code, "option-citizenship-cn") in spoken


def _given(value: Any) -> dict[str, Any]:
    return {"state": "given", "value": value, "texts": [], "files": [], "remarks": []}


@pytest.mark.parametrize("code", CODES)
def test_each_question_has_its_texts_and_the_printed_form_has_each_question(code: str) -> None:
    """Text, reason and label of each; ask and label of each part; text of each option."""
    data = described(CATALOG, FORM, code)
    asked = [one for section in data["sections"] for one in section["questions"]]
    assert [one["id"] for one in asked] == [one.key for one in FORM.questions]
    assert all(one["ask"] and one["why"] and one["label"] for one in asked)
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    text = as_text(CATALOG, FORM, code)
    assert all(one["ask"] in text and one["why"].split("\n")[0] in text for one in asked)
