"""A term is entered, ends, and the family is asked: each word once, across nights and downtimes."""

import pytest

from storage import cases, people
from storage.records import MatterKind, MatterState, Situation, Urgency
from storage.records import Stage as CaseStage
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, tap
from tests.scenes.working import SKIP, bare, case_now, case_of, fills, kept, last, pushed, the_case

ENTER = ("button-terms", "button-term-add", "option-term-kind-administrative")
TERM = (*ENTER, "~20 November 2026", "first", "option-term-length-15-days", SKIP, "button-save")
"""15 days from 20 November: until 4 December."""


async def test_from_the_entry_to_the_answer(hotline: Stage) -> None:
    """The owner is reminded three days before; the family asked the day after; a no makes it urgent."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    assert "1. Administrative · until 4 December 2026" in last(vera)
    quiet = len(mother.heard)

    await hotline.passes(days=6)  # Monday, 30 November
    assert not [one for one in pushed(vera) if "term" in one]
    await hotline.passes(days=1)
    case = await case_now(hotline)
    soon = f"{case.code}: the term that we know of ends in a few days, by 4 December 2026."
    assert pushed(vera).count(soon) == 1
    await hotline.passes(days=3)  # its last day
    assert not [one for one in pushed(mother, quiet) if "question" in one]
    await hotline.passes(days=1)
    asked = f"We have a question for you about case {case.code}."
    assert pushed(mother, quiet).count(asked) == 1
    assert not [one for one in pushed(mother, quiet) if "Yerlan" in one]

    await tap(hotline, mother, "button-read")
    assert "was to end by 4 December 2026.\n\nIs Yerlan at home?" in read(mother)
    await tap(hotline, mother, "button-checkin-not-home")

    assert TEXTS.plain("en", "checkin-thanks") in read(mother)
    assert pushed(vera)[-1] == bare(TEXTS.plain("en", "alert-checkin-not-home", code=case.code))
    case = await case_now(hotline)
    assert case.urgency is Urgency.NOW
    assert case.waiting_since is not None
    heard = len(vera.heard)
    await hotline.passes(days=3)
    assert not [one for one in pushed(vera, heard) if "asked two days ago" in one]

    await tap(hotline, vera, "button-look")
    assert "The family, 5 December 2026: not at home" in read(vera)
    await tap(hotline, vera, "button-term-extend")
    extended = ("option-term-kind-administrative", "~5 December 2026", "first", "option-term-length-10-days")
    await fills(hotline, vera, *extended, SKIP, "button-save")
    before, now = await kept(hotline, MatterKind.TERM)
    assert (before.state, before.watch_at) == (MatterState.DONE, None)
    assert now.body["extends"] == before.id
    assert "2. Administrative · until 14 December 2026" in read(vera)


async def test_silence_is_told_to_all_after_two_days_and_nothing_twice_after_a_downtime(
    hotline: Stage,
) -> None:
    """The machine was off for a month: one question, no reminder that is not true any more."""
    vera, mother = await case_of(hotline)
    olga = await hotline.coordinator("en", "Olga")
    await fills(hotline, vera, *TERM)
    heard = len(vera.heard), len(mother.heard), len(olga.heard)

    await hotline.passes(days=30)
    for _ in range(3):
        await hotline.passes(minutes=5)
    assert len([one for one in pushed(mother, heard[1]) if "question" in one]) == 1
    assert not [one for one in pushed(vera, heard[0]) if "the term" in one]
    await hotline.passes(hours=40)
    assert not [one for one in pushed(vera, heard[0]) if "asked two days ago" in one]
    await hotline.passes(hours=8)
    for _ in range(3):
        await hotline.passes(days=1)

    for one, since in ((vera, heard[0]), (olga, heard[2])):
        assert len([said for said in pushed(one, since) if "asked two days ago" in said]) == 1
    assert len([one for one in pushed(mother, heard[1]) if "question" in one]) == 1


async def test_nobody_is_asked_at_night(hotline: Stage) -> None:
    """The machine is back at three in the morning, and waits until nine."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    quiet = len(mother.heard)
    await hotline.passes(days=20, hours=15)  # three in the morning
    assert not [one for one in pushed(mother, quiet) if "question" in one]
    await hotline.passes(hours=5, minutes=59)
    assert not [one for one in pushed(mother, quiet) if "question" in one]
    await hotline.passes(minutes=20)
    assert len([one for one in pushed(mother, quiet) if "question" in one]) == 1


async def test_at_home_and_later_another_answer(hotline: Stage) -> None:
    """The team hears of each new answer, and of the same only once; the case is not urgent by a yes."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    await hotline.passes(days=12)
    await tap(hotline, mother, "button-read")
    asked = mother.last
    await tap(hotline, mother, "button-checkin-home")
    assert "says that the person is at home" in pushed(vera)[-1]
    assert (await case_now(hotline)).urgency is Urgency.CALM
    heard = len(vera.heard)
    assert asked is not None
    mother.press(asked, 0)
    await hotline.settled()
    assert pushed(vera, heard) == []


async def test_a_question_that_nobody_needs_answered_any_more(hotline: Stage) -> None:
    """The team has ended the term meanwhile: she is thanked, and nothing changes."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    await hotline.passes(days=12)
    await fills(hotline, vera, "button-open-case", "button-terms")
    vera.tap("1. Administrative")
    await hotline.settled()
    await tap(hotline, vera, "button-term-over")
    assert "1. Administrative · until 4 December 2026 · ended" in read(vera)
    await tap(hotline, mother, "button-read")
    assert TEXTS.plain("en", "checkin-over") in read(mother)


async def test_a_family_that_cannot_be_written_to_is_called(hotline: Stage) -> None:
    """She has blocked the bot: the team is told at once, instead of waiting for silence."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    mother.block()
    await hotline.settled()
    await hotline.passes(days=12)
    called = [one for one in pushed(vera) if "Please call them and ask" in one]
    assert len(called) == 1
    await hotline.passes(days=5)
    assert not [one for one in pushed(vera) if "asked two days ago" in one]


async def test_what_can_go_wrong_while_it_is_entered_is_said_kindly(hotline: Stage) -> None:
    """An end before the beginning, no number, too long, a day to come where none can be."""
    vera, _ = await case_of(hotline)
    await fills(hotline, vera, *ENTER, "~1 December 2026")
    assert says(vera, "slip-date-future")
    await fills(
        hotline, vera, "~20 November 2026", "first", "option-term-length-end", "~3 November 2026", "first"
    )
    assert says(vera, "term-end-before-start")
    await fills(hotline, vera, "~5 December 2187")
    assert says(vera, "slip-date-far")
    await fills(hotline, vera, "button-back", "option-term-length-own", "option-term-unit-years", "~many")
    assert says(vera, "slip-unreadable-number")
    await fills(hotline, vera, "~150")
    assert "at most 99" in last(vera)
    await fills(hotline, vera, "~2", SKIP, "button-save")
    assert "until 19 November 2028" in last(vera)


async def test_a_case_that_was_closed_meanwhile_takes_nothing(hotline: Stage) -> None:
    """And nobody is reminded of it, or asked, until it is opened again."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    await tap(hotline, vera, "button-term-add")

    def close(tx: Tx) -> None:
        cases.change(tx, the_case(tx).id, hotline.clock.now(), stage=CaseStage.CLOSED)

    steps = ("option-term-kind-other", SKIP, "option-term-length-unknown", SKIP)
    await fills(hotline, vera, *steps)
    case = await case_now(hotline)
    await hotline.house.store.write(close)
    await tap(hotline, vera, "button-save")
    assert last(vera) == f"Case {case.code} is closed, so nothing was entered."
    quiet = len(mother.heard)
    await hotline.passes(days=20)
    assert not [one for one in pushed(mother, quiet) if "question" in one]

    def reopen(tx: Tx) -> None:
        cases.change(tx, case.id, hotline.clock.now(), stage=CaseStage.ACTIVE)

    await hotline.house.store.write(reopen)
    await hotline.passes(days=1)
    assert len([one for one in pushed(mother, quiet) if "question" in one]) == 1


async def test_two_coordinators_correct_one_term(hotline: Stage) -> None:
    """Who saves second is told, and what the first wrote stays; what she wrote she may save onto that."""
    vera, _ = await case_of(hotline)
    olga = await hotline.coordinator("en", "Olga")
    await fills(hotline, vera, *TERM)
    vera.tap("1. Administrative")
    await hotline.settled()
    olga.say(f"/case {(await case_now(hotline)).code}")
    await hotline.settled()
    await tap(hotline, olga, "button-terms")
    olga.tap("1. Administrative")
    await hotline.settled()
    for one in (vera, olga):
        await tap(hotline, one, "button-correct")
        await fills(hotline, one, "option-term-kind-house", SKIP, "option-term-length-unknown", SKIP)
    await tap(hotline, vera, "button-save")
    await tap(hotline, olga, "button-save")

    assert TEXTS.plain("en", "changed-meanwhile") in read(olga)
    before, after = await kept(hotline, MatterKind.TERM)
    assert (before.state, after.replaces_id) == (MatterState.REPLACED, before.id)
    assert after.watch_at is None

    assert TEXTS.plain("en", "slip-sure") in last(olga)
    assert TEXTS.plain("en", "option-term-kind-house") in last(olga)
    await tap(hotline, olga, "button-save")
    _, after, hers = await kept(hotline, MatterKind.TERM)
    assert (after.state, hers.replaces_id) == (MatterState.REPLACED, after.id)


async def test_the_card_says_what_hangs_on_the_case(hotline: Stage) -> None:
    """A line for each: the term, what is not paid, the answer that is due, what the UN still needs."""
    vera, _ = await case_of(hotline)
    await fills(
        hotline, vera, *ENTER, "~November 2026", "first", "option-term-length-15-days", SKIP, "button-save"
    )
    await fills(hotline, vera, "button-open-case", "button-fines", "button-fine-add", "~87 000 tenge")
    await fills(hotline, vera, "option-fine-whom-other", SKIP, SKIP, "button-save", "button-open-case")
    await fills(hotline, vera, "button-petitions", "button-petition-add", "option-petition-to-police", SKIP)
    await fills(hotline, vera, "~24.11.2026", "first", SKIP, SKIP, SKIP, "button-save", "button-open-case")
    shown = last(vera).replace("\u202f", " ")
    assert "Term: ends between 15 November 2026 and 14 December 2026" in shown
    assert "1 fine not paid: 87 000 tenge" in shown
    assert "Petition: Police, answer due by 15 December 2026" in shown
    assert "4 answers short of WGEID" in shown


async def test_they_do_not_know(hotline: Stage) -> None:
    """It is no silence: the team hears it at once, and is not told of silence later."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    await hotline.passes(days=12)
    await tap(hotline, mother, "button-read")
    await tap(hotline, mother, "button-checkin-unknown")
    assert "does not know where the person is" in pushed(vera)[-1]
    await hotline.passes(days=5)
    assert not [one for one in pushed(vera) if "asked two days ago" in one]


@pytest.mark.parametrize("known", [Situation.RELEASED, Situation.LOCATED, Situation.DECEASED])
async def test_nobody_is_asked_what_is_known_or_what_only_a_person_may_speak_of(
    hotline: Stage, known: Situation
) -> None:
    """A family that mourns is not asked by a machine whether he is at home."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)

    def learns(tx: Tx) -> None:
        cases.change(tx, the_case(tx).id, hotline.clock.now(), situation=known)

    await hotline.house.store.write(learns)
    quiet = len(mother.heard), len(vera.heard)
    for _ in range(20):
        await hotline.passes(days=1)
    assert not [one for one in pushed(mother, quiet[0]) if "question" in one]
    assert not [one for one in pushed(vera, quiet[1]) if "the term" in one]


async def test_a_question_that_was_asked_before_it_was_known(hotline: Stage) -> None:
    """It stands in her chat still: what it opens asks nothing any more."""
    vera, mother = await case_of(hotline)
    await fills(hotline, vera, *TERM)
    await hotline.passes(days=12)

    def learns(tx: Tx) -> None:
        cases.change(tx, the_case(tx).id, hotline.clock.now(), situation=Situation.DECEASED)

    await hotline.house.store.write(learns)
    await tap(hotline, mother, "button-read")
    assert TEXTS.plain("en", "checkin-over") in read(mother)
    assert "at home?" not in read(mother)


async def test_two_of_one_family_say_two_things(hotline: Stage) -> None:
    """Both are asked, each in her language, and the team hears both."""
    vera, mother = await case_of(hotline)
    aunt = await hotline.relative("ru", "Aunt")

    def follows(tx: Tx) -> None:
        person = people.by_account(tx, aunt.user["id"])
        assert person is not None
        cases.follow(tx, the_case(tx).id, person.id, hotline.clock.now())

    await hotline.house.store.write(follows)
    await fills(hotline, vera, *TERM)
    await hotline.passes(days=12)
    heard = len(vera.heard)
    await tap(hotline, mother, "button-read")
    await tap(hotline, aunt, "button-read", "ru")
    assert "Yerlan сейчас дома?" in read(aunt)
    await tap(hotline, mother, "button-checkin-home")
    await tap(hotline, aunt, "button-checkin-not-home", "ru")

    told = [one for one in pushed(vera, heard) if "the family says" in one]
    assert ["is at home" in one for one in told] == [True, False]
    (term,) = await kept(hotline, MatterKind.TERM)
    assert [one["answer"] for one in term.body["said"]] == ["home", "not-home"]
