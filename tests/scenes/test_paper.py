"""What is told on paper, and what is given on paper: interviews that a coordinator enters, and receipts."""

from datetime import timedelta

from bot.sandbox.phones import Phone
from handlers.intake.questions import FORM
from storage import cases, drafts, keyboards, people
from storage.records import Case, Json, Person
from storage.store import Tx
from tests.open_cases import open_cases
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap

FIRST = [one.key for one in FORM.sections[0].questions]


async def enters_an_interview(stage: Stage, vera: Phone, name: str) -> Case:
    """The six answers of somebody who speaks Uyghur and has no Telegram, in her own words."""
    await says_it(stage, vera, "/interview")
    await tap(stage, vera, "language-ug")
    assert says(vera, "interview-consent")
    await tap(stage, vera, "button-agree")
    await tap(stage, vera, "option-relation-child")
    await says_it(stage, vera, name)
    await tap(stage, vera, "option-event-taken")
    await says_it(stage, vera, "14 July 2025")
    await tap(stage, vera, "button-yes")
    await says_it(stage, vera, "غۇلجا")
    await says_it(stage, vera, "ئۇنى ئېلىپ كەتتى.")
    await tap(stage, vera, "button-done")
    await tap(stage, vera, "button-send-report")
    return await stage.house.store.read(_only_case)


async def test_an_interview_on_paper_becomes_a_case_that_nobody_is_written_to(hotline: Stage) -> None:
    """The card says so and has no button for letters; the family's language is kept, and who entered it."""
    vera = await hotline.coordinator("en")
    case = await enters_an_interview(hotline, vera, "مېھرىگۈل")

    assert f"The report is kept as case {case.code}." in read(vera)
    assert case.language == "ug"
    assert [one["kind"] for one in case.body["consents"]] == ["keep"]
    assert {key for key in FIRST if case.body["answers"][key]["state"] == "given"} == set(FIRST)
    assert await hotline.house.store.read(lambda tx: list(cases.followers_of(tx, case.id))) == []

    await tap(hotline, vera, "button-open-case")
    assert says(vera, "case-from-paper")
    assert _labels(vera).isdisjoint({TEXTS.plain("en", "button-write-family")})
    await tap(hotline, vera, "button-take")
    assert _labels(vera).isdisjoint({TEXTS.plain("en", "button-write-family")})


async def test_when_the_promised_day_comes_somebody_is_asked_to_call_the_family(hotline: Stage) -> None:
    """Nobody can be written to; a coordinator who read that the family was told would not call."""
    vera = await hotline.coordinator("en")
    case = await enters_an_interview(hotline, vera, "مېھرىگۈل")
    before = len(vera.heard)
    await hotline.passes(days=8)
    (alert,) = [one.text for one in vera.heard[before:] if case.code in one.text]
    assert "Please call it" in alert
    assert "was told" not in alert


async def test_what_is_entered_for_others_is_not_the_coordinator_s_own_report(hotline: Stage) -> None:
    """It is not among her reports, and nothing of it is offered for the next family's interview."""
    vera = await hotline.coordinator("en")
    await enters_an_interview(hotline, vera, "مېھرىگۈل")
    await says_it(hotline, vera, "/cases")
    assert says(vera, "cases-none")
    await says_it(hotline, vera, "/interview")
    await tap(hotline, vera, "language-kk")
    await tap(hotline, vera, "button-agree")
    assert says(vera, "ask-relation")


async def test_a_receipt_is_for_whoever_told_the_report_and_for_nobody_who_only_follows_it(
    hotline: Stage,
) -> None:
    """A follower has no button for it; a forged press gets the answer of what is not there, and no file."""
    mother, aunt = await hotline.relative("en", "Mother"), await hotline.relative("en", "Aunt")
    await hotline.reports(mother, "en", "Yerlan")
    case = await hotline.house.store.read(_only_case)
    await hotline.house.store.write(lambda tx: cases.follow(tx, case.id, _person(tx, aunt).id, case.made_at))

    await says_it(hotline, aunt, "/cases")
    aunt.tap(case.code)
    await hotline.settled()
    assert _labels(aunt).isdisjoint(
        {TEXTS.plain("en", one) for one in ("button-receipt", "button-tell-more")}
    )

    for deed in ("receipt.ask", "receipt.send", "case.amend"):
        await _forges(hotline, aunt, deed, {"case": case.id})
        assert aunt.heard[-1].text == TEXTS.plain("en", "not-there")
    assert all(message.file is None for message in aunt.messages)
    assert await hotline.house.store.read(lambda tx: drafts.open_of(tx, _person(tx, aunt).id)) == []

    await says_it(hotline, mother, "/cases")
    mother.tap(case.code)
    await hotline.settled()
    await tap(hotline, mother, "button-receipt")
    assert says(mother, "receipt-caution")
    await tap(hotline, mother, "button-receipt-yes")
    assert mother.last is not None
    assert mother.last.raw["document"]["file_name"] == f"{case.code}.pdf"


async def test_two_open_reports_of_one_person_and_what_one_gives_to_the_other(hotline: Stage) -> None:
    """Nothing passes from one son's report to the other's but what she takes over herself."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Yerlan")
    await tap(hotline, mother, "option-event-gathering")
    await says_it(hotline, mother, "14 July 2025")
    await tap(hotline, mother, "button-yes")
    await tap(hotline, mother, "button-pause")

    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-new-report")
    await tap(hotline, mother, "button-agree")
    assert says(mother, "shared-ask")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Daniyar")
    assert says(mother, "ask-where"), "what happened and when is known from his brother's report"

    opened = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _person(tx, mother).id))
    both: dict[str, Json] = {one.body["answers"]["name"]["texts"][0]["text"]: one.body for one in opened}
    assert both["Daniyar"]["answers"]["event"] == both["Yerlan"]["answers"]["event"]
    assert both["Daniyar"]["code"] != both["Yerlan"]["code"]
    assert both["Yerlan"]["at"] == "where"

    # A third of her sons, of whom nothing is to be taken over.
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-new-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "button-start-anew")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Marat")
    assert says(mother, "ask-event")


async def test_nothing_is_taken_over_from_a_report_that_somebody_else_told(hotline: Stage) -> None:
    """Whoever only follows a case knows what she is told of it, and no more."""
    mother, aunt = await hotline.relative("en", "Mother"), await hotline.relative("en", "Aunt")
    await hotline.reports(mother, "en", "Yerlan")
    case = await hotline.house.store.read(_only_case)
    await hotline.house.store.write(lambda tx: cases.follow(tx, case.id, _person(tx, aunt).id, case.made_at))
    await tap(hotline, aunt, "button-report")
    await tap(hotline, aunt, "button-agree")
    assert says(aunt, "ask-relation")


def _labels(phone: Phone) -> set[str]:
    shown = next((one for one in phone.chat.newest() if one.rows and not one.out), None)
    return {label for row in shown.labels for label in row} if shown is not None else set()


async def _forges(stage: Stage, phone: Phone, deed: str, args: Json) -> None:
    """She presses a button that was never shown to her."""
    token = "forged" + deed
    clock = stage.clock.now()

    def put(tx: Tx) -> None:
        person = _person(tx, phone)
        deeds = {"deeds": [{"do": deed, "args": args}], "once": False}
        until = clock + timedelta(days=1)
        keyboards.add(tx, token, person.account_key, person.chat_id, deeds, until, clock)

    await stage.house.store.write(put)
    message = next(one for one in phone.messages if not one.out)
    payload = {
        "id": stage.world.press(phone),
        "from": phone.user,
        "message": message.raw,
        "chat_instance": "1",
        "data": f"{token}a",
    }
    stage.world.updates.add("callback_query", payload, phone.chat.id)
    await stage.settled()


def _person(tx: Tx, phone: Phone) -> Person:
    person = people.by_account(tx, phone.user["id"])
    assert person is not None
    return person


def _only_case(tx: Tx) -> Case:
    (case,) = open_cases(tx)
    return case
