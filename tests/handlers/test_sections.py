"""Sections, rests, lists and what applies: the ways through the whole interview."""

import pytest

from handlers.intake import form
from handlers.intake.moving import Step
from handlers.intake.outline import applies, items_of
from handlers.intake.questions import FORM
from handlers.intake.replies import Pressed, Reply, Sent, Words
from handlers.rules import reporting
from tests.handlers.made import NOON, OFFICE, a_case, a_person
from tests.handlers.test_form import said, told

QUICKLY = (
    Pressed("answer", "child"),
    Words("Ерлан", 1),
    Pressed("answer", "contact-lost"),
    Pressed("unknown"),
    Pressed("unknown"),
    Words("He does not answer.", 2),
    Pressed("done"),
)

_ANSWER = {"state": "", "value": None, "texts": [], "files": [], "remarks": []}


def then(step: Step, *replies: Reply) -> Step:
    """The last step of what is replied after *step*."""
    for reply in replies:
        step = form.advance(FORM, step.draft, reply, NOON)
    return step


def asked_from(step: Step, reply: Reply) -> list[str]:
    """Every place she comes through when she gives the same reply each time, until the summary."""
    places = []
    while step.draft["at"] != "summary":
        places.append(step.draft["at"])
        step = then(step, Pressed("go-on") if step.draft["at"].startswith("rest:") else reply)
    return places


def test_every_question_is_asked_once_in_order_with_a_rest_after_each_section() -> None:
    """Whoever skips everything comes through all sections; what cannot apply is left out."""
    places = asked_from(told(*QUICKLY), Pressed("skip"))
    expected = ["rest:first"]
    for section in FORM.sections[1:]:
        expected += [
            one.key
            for one in section.questions
            # Only drivers have a vehicle; where contact was lost, nobody knows of fines.
            if one.key not in {"vehicle", "route", "officials", "charge", "fine"}
        ]
        expected.append(f"rest:{section.key}")
    assert places == expected[:-1], "after the last section everything is read back"


@pytest.mark.parametrize(
    ("key", "because", "asked"),
    [
        ("vehicle", {"occupation": "driver"}, True),
        ("vehicle", {"occupation": "teacher"}, False),
        ("vehicle", {}, False),
        ("officials", {"event": "taken"}, True),
        ("officials", {"event": "contact-lost"}, False),
        ("officials", {}, True),
        ("fine", {"event": "not-returned"}, False),
    ],
)
def test_what_cannot_apply_is_not_asked(key: str, because: dict[str, str], asked: bool) -> None:
    """A question depends on what was told before; where that is open, it is asked."""
    draft = told().draft
    for one, value in because.items():
        draft = {**then(Step({**draft, "at": one}), Pressed("answer", value)).draft}
    question = FORM.find(key)
    assert question is not None
    assert applies(question, draft) is asked


def test_why_nothing_was_done_is_asked_only_where_nothing_was() -> None:
    """The UN wants the steps, or the reason why there were none; never both."""
    at_steps = Step({**told(*QUICKLY).draft, "at": "petitions"})
    assert then(at_steps, Pressed("skip")).draft["at"] == "obstacles"
    assert then(at_steps, Words("I wrote to the consulate.", 9), Pressed("done")).draft["at"] == "papers"


def test_a_list_is_told_part_by_part() -> None:
    """Two crossings, each with place, direction and day; the second is taken out again."""
    step = then(
        Step({**told(*QUICKLY).draft, "at": "crossings"}),
        Pressed("add"),
        Words("Хоргос", 20),
    )
    assert step.draft["at"] == "crossings.1.place" or step.draft["at"] == "crossings.1.direction"
    if step.draft["at"].endswith("place"):
        step = then(step, Pressed("accept", "0"))
    step = then(step, Pressed("answer", "to-cn"), Words("3 March 2025", 21), Pressed("accept", "0"))
    assert step.draft["at"] == "crossings"
    assert step.draft["answers"]["crossings.1.date"]["value"]["edtf"] == "2025-03-03"

    step = then(step, Pressed("add"), Sent("voice", "voice", 22), Pressed("unknown"), Pressed("unknown"))
    assert items_of(step.draft, "crossings") == [1, 2]

    step = then(step, Pressed("remove", "2"))

    assert (items_of(step.draft, "crossings"), said(step)) == ([1], ["item-removed"])
    assert [one["id"] for one in step.draft["answers"]["crossings"]["files"]] == ["voice"]
    assert then(step, Pressed("done")).draft["at"] == "witnesses"


def test_a_list_can_be_told_in_her_own_words() -> None:
    """Somebody of seventy says it all in one voice message."""
    step = then(Step({**told(*QUICKLY).draft, "at": "crossings"}), Sent("voice", "voice", 5), Pressed("done"))
    assert step.draft["answers"]["crossings"]["state"] == "given"


def test_back_goes_through_rests_and_out_of_a_list() -> None:
    """Back never leaves the report and never skips what she came through."""
    step = Step({**told(*QUICKLY).draft, "at": "other-names"})
    assert then(step, Pressed("back")).draft["at"] == "rest:first"
    in_list = then(Step({**step.draft, "at": "crossings"}), Pressed("add"), Pressed("unknown"))
    assert in_list.draft["at"] == "crossings.1.direction"
    assert then(in_list, Pressed("back")).draft["at"] == "crossings.1.place"
    assert then(in_list, Pressed("back"), Pressed("back")).draft["at"] == "crossings"


def test_any_answer_is_changed_in_two_taps_and_leads_back_to_where_she_was() -> None:
    """From a rest to a question and back to the same rest."""
    step = then(told(*QUICKLY), Pressed("change"))
    assert step.draft["at"] == "change"
    assert then(step, Pressed("return")).draft["at"] == "rest:first"
    step = then(step, Pressed("change", "name"), Words("Ерлан Серікұлы", 9))
    assert step.draft["at"] == "rest:first"


def test_a_day_corrected_in_its_message_leads_back_to_where_she_was() -> None:
    """Also out of the middle of a list, and while she changes another answer."""
    in_list = then(
        Step({**told(*QUICKLY).draft, "at": "petitions"}),
        Pressed("add"),
        Pressed("answer", "police"),
        Words("July 2025", 30),
        Pressed("accept", "0"),
        Words("17", 31),
        Pressed("unknown"),
        Pressed("done"),
        Pressed("skip"),
    )
    assert in_list.draft["at"] == "rest:steps"
    changing = then(in_list, Pressed("change"), Pressed("change", "papers"))
    for step, back in ((in_list, "rest:steps"), (changing, "papers")):
        asked = then(step, Words("August 2025", 30, edited=True))
        assert asked.draft["at"] == "petitions.1.date"
        assert then(asked, Pressed("back")).draft["at"] == back

        answered = then(asked, Pressed("accept", "0"))

        assert answered.draft["at"] == back
        assert answered.draft["answers"]["petitions.1.date"]["value"]["edtf"] == "2025-08"
    assert then(answered, Pressed("skip")).draft["at"] == "rest:steps"


def test_a_part_can_be_chosen() -> None:
    """She wants to leave her number first."""
    step = then(told(*QUICKLY), Pressed("parts"), Pressed("part", "you"))
    assert step.draft["at"] == "phone"
    assert then(told(*QUICKLY), Pressed("parts"), Pressed("return")).draft["at"] == "rest:first"


def test_consents_are_given_one_by_one_and_only_by_a_button() -> None:
    """Nothing is ticked beforehand; words are kept and are no yes; each yes keeps its time and language."""
    step = Step({**told(*QUICKLY).draft, "at": "consent-lawyer", "language": "kk"})
    words = then(step, Words("yes of course", 7))
    assert (words.draft["at"], said(words)) == ("consent-lawyer", ["unreadable-consent"])
    voice = then(words, Sent("file", "voice", 8))
    assert (voice.draft["at"], said(voice)) == ("consent-lawyer", ["unreadable-consent"])
    step = then(words, Pressed("answer", "yes"), Pressed("answer", "no"), Pressed("skip"))
    draft = step.draft
    draft = {**draft, "consent": {**draft["consent"]}}

    given = {one["kind"]: one for one in reporting.consents(draft, a_person("mother"))}

    assert {kind: one["answer"] for kind, one in given.items()} == {
        "keep": "yes",
        "lawyer": "yes",
        "authorities": "no",
    }
    assert given["lawyer"] == {
        "kind": "lawyer",
        "by": "mother",
        "relation": "child",
        "answer": "yes",
        "at": NOON.isoformat(),
        "language": "kk",
        "version": "2",
    }


@pytest.mark.parametrize("before", [(), (Sent("voice", "voice", 7),)])
def test_to_skip_a_consent_means_no(before: tuple[Reply, ...]) -> None:
    """Also where she had said yes: the yes is taken back. A voice message is neither."""
    asked = then(Step({**told(*QUICKLY).draft, "at": "consent-lawyer", "language": "kk"}), *before)
    skipped = then(asked, Pressed("skip")).draft["answers"]["consent-lawyer"]
    assert (skipped["state"], skipped["value"]) == ("skipped", None)

    step = then(asked, Pressed("answer", "yes"), Pressed("back"), Pressed("skip"))

    answer = step.draft["answers"]["consent-lawyer"]
    assert (answer["value"], answer["at"], answer["language"]) == ("no", NOON.isoformat(), "kk")
    assert step.draft["at"] == "consent-authorities"


def test_a_list_that_is_left_as_it_is_stays_told() -> None:
    """Skip under a list with something in it empties nothing."""
    step = then(
        Step({**told(*QUICKLY).draft, "at": "petitions"}),
        Pressed("add"),
        Pressed("answer", "police"),
        *[Pressed("unknown")] * 3,
        Pressed("skip"),
    )
    assert step.draft["answers"]["petitions"]["state"] == "given"
    assert step.draft["at"] == "papers", "there was a petition: nobody asks why there was none"


def test_a_part_that_is_told_begins_again_with_what_applies() -> None:
    """Where contact was lost, nobody is asked who took the person away."""
    answers = {one.key: {**_ANSWER, "state": "unknown"} for one in FORM.sections[2].questions}
    for key in ("officials", "charge", "fine"):
        del answers[key]
    step = told(*QUICKLY)
    draft = {**step.draft, "answers": {**step.draft["answers"], **answers}}
    assert then(Step(draft), Pressed("parts"), Pressed("part", "happened")).draft["at"] == "learned"


def test_shared_answers_are_taken_over_and_others_are_not() -> None:
    """The second of two brothers: event, day and place are the same, the name is not."""
    first = told(*QUICKLY[:3], Words("July 2025", 3), Pressed("accept", "0"), Words("somewhere", 4)).draft
    second = form.took_over(FORM, told().draft, first["answers"])
    assert second["answers"]["when"]["value"]["edtf"] == "2025-07"
    assert second["answers"]["event"]["value"] == "contact-lost"
    assert "name" not in second["answers"]
    assert second["at"] == "relation"


def test_an_amendment_keeps_what_was_before() -> None:
    """The case gets the new answer, its timeline the old one; without a change nobody is told."""
    draft = told(*QUICKLY).draft
    case = a_case()
    mother, vera = a_person("mother"), a_person("vera")
    body = {"answers": draft["answers"], "remarks": [], "consents": reporting.consents(draft, mother)}
    case = type(case)(**{name: getattr(case, name) for name in case.__slots__} | {"body": body})
    amended = form.adding_to(FORM, case)
    assert reporting.amend(_stored(amended), case, mother, [vera], OFFICE, NOON).notices == ()

    amended = then(Step(amended), Pressed("change", "name"), Words("Ерлан Серікұлы", 9)).draft
    decision = reporting.amend(_stored(amended), case, mother, [vera], OFFICE, NOON)

    ended, entry = decision.changes
    assert ended.body["answers"]["name"]["texts"][0]["text"] == "Ерлан Серікұлы"  # type: ignore[union-attr]
    assert entry.body["before"]["name"]["texts"][0]["text"] == "Ерлан"  # type: ignore[union-attr]
    assert [one.to for one in decision.notices] == ["vera"]


def test_looking_at_a_question_is_no_amendment() -> None:
    """She was at one that she had not answered, and went back."""
    draft = told(*QUICKLY).draft
    case, mother = a_case(), a_person("mother")
    body = {"answers": draft["answers"], "remarks": [], "consents": reporting.consents(draft, mother)}
    case = type(case)(**{name: getattr(case, name) for name in case.__slots__} | {"body": body})
    looked = then(Step(form.adding_to(FORM, case)), Pressed("parts"), Pressed("part", "you"), Pressed("back"))

    decision = reporting.amend(_stored(looked.draft), case, mother, [a_person("vera")], OFFICE, NOON)

    assert (decision.notices, decision.audit) == ((), ("amended-nothing", "case"))


def _stored(body: dict[str, object]) -> "object":
    from storage.records import StoredDraft

    return StoredDraft("draft", "mother", 1, NOON, NOON, body)


def test_the_first_section_is_what_must_be_told() -> None:
    """Six answers, none more, make a case."""
    assert [one.key for one in FORM.questions if one.required] == [
        one.key for one in FORM.sections[0].questions
    ]
    assert 25 <= sum(1 for one in FORM.questions if not one.key.startswith("consent-")) <= 34
    assert OFFICE.promise_days == 7
