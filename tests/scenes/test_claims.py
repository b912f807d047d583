"""A coordinator works on a case: claims side by side, stages, joining; and grave news by persons alone."""

from datetime import timedelta

from bot.sandbox.phones import Phone
from handlers.rules import codes
from storage import cases, matters, people
from storage.records import Case, MatterKind, MatterState, Situation, Stage, Urgency
from storage.store import Tx
from tests.open_cases import open_cases
from tests.scenes.stage import TEXTS
from tests.scenes.stage import Stage as Hotline
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_second_yes import code, noted
from tests.scenes.transcript import PICTURE


async def the_case(hotline: Hotline, name: str = "") -> Case:
    """The only case, or the one of this person."""

    def work(tx: Tx) -> Case:
        found = [one for one in open_cases(tx) if not name or name in str(one.body["answers"]["name"])]
        return found[0]

    return await hotline.house.store.read(work)


async def by_code(hotline: Hotline, wanted: str) -> Case:
    def work(tx: Tx) -> Case:
        found = cases.by_code(tx, wanted)
        assert found is not None
        return found

    return await hotline.house.store.read(work)


async def kept(hotline: Hotline, case: Case, kind: MatterKind) -> list[tuple[str, MatterState, str | None]]:
    """What hangs on the case: what it says, its state, its mark."""

    def work(tx: Tx) -> list[tuple[str, MatterState, str | None]]:
        return [(one.body["what"], one.state, one.said) for one in matters.of_case(tx, case.id, kind)]

    return await hotline.house.store.read(work)


async def opens(hotline: Hotline, phone: Phone, case: Case) -> None:
    """The card of the case, from the queue."""
    await says_it(hotline, phone, "/queue")
    phone.tap(case.code)
    await hotline.settled()


async def claims(
    hotline: Hotline,
    phone: Phone,
    what: str,
    source: str,
    day: str,
    certainty: str,
    words: str = "",
) -> None:
    """From the card or the list: a claim, all the way."""
    await tap(hotline, phone, "button-claim-add")
    await answers(hotline, phone, what, source, day, certainty, words)
    await tap(hotline, phone, "button-save")


async def answers(
    hotline: Hotline, phone: Phone, what: str, source: str, day: str, certainty: str, words: str = ""
) -> None:
    """The questions of the slip."""
    await tap(hotline, phone, f"option-claim-what-{what}")
    await tap(hotline, phone, f"option-claim-source-{source}")
    if day:
        await says_it(hotline, phone, day)
        assert phone.last is not None
        phone.tap(phone.last.labels[0][0])
        await hotline.settled()
    else:
        await tap(hotline, phone, "button-skip")
    await tap(hotline, phone, f"option-claim-certainty-{certainty}")
    if words:
        await says_it(hotline, phone, words)
    else:
        await tap(hotline, phone, "button-skip")
    await tap(hotline, phone, "button-skip")


def shown(phone: Phone) -> str:
    """What stands in the last message, without the marks of direction."""
    assert phone.last is not None
    return phone.last.text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f")))


async def her_card(hotline: Hotline, phone: Phone, name: str, language: str = "en") -> str:
    """What a relative reads on the card of her case."""
    await says_it(hotline, phone, "/cases")
    phone.tap(name)
    await hotline.settled()
    return shown(phone)


async def test_the_family_s_word_and_an_official_paper_stand_side_by_side(hotline: Hotline) -> None:
    """The paper says released; the relative says held. Both stay, and it is said plainly which is whose."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    await opens(hotline, vera, case)
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "detained", "relative", "14 October 2026", "said", "His cell mate called.")
    hotline.clock.move(timedelta(minutes=5))
    await claims(hotline, vera, "released", "paper", "14 October 2026", "documented")

    text = shown(vera)
    assert "Two claims do not agree:" in text
    assert (
        "The family’s word against an official paper: Detained · A relative — Released · An official paper"
        in text
    )
    assert "What we best know from it: released" in text
    assert "His cell mate called." in text
    assert await kept(hotline, case, MatterKind.CLAIM) == [
        ("detained", MatterState.OPEN, "contradicts"),
        ("released", MatterState.OPEN, "contradicts"),
    ]
    await opens(hotline, vera, case)
    assert "The family’s word against an official paper" in shown(vera)
    assert (await by_code(hotline, case.code)).situation is Situation.RELEASED
    # Nothing that stands against another is shown to a family as if it were so.
    assert "What we know: missing" in await her_card(hotline, mother, "Yerlan")
    assert (await noted(hotline)).count("claimed") == 2


async def test_a_correction_stands_in_place_of_what_stays_readable(hotline: Hotline) -> None:
    """The wrong day is put right; the contradiction is over; the earlier version can still be read."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    await opens(hotline, vera, case)
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "detained", "call", "14 October 2026", "corroborated", "From the market.")
    hotline.clock.move(timedelta(minutes=5))
    await claims(hotline, vera, "released", "list", "14 October 2026", "documented")
    vera.tap("1. Released")
    await hotline.settled()
    await tap(hotline, vera, "button-claim-correct")
    await answers(
        hotline, vera, "released", "list", "20 October 2026", "documented", "The list says the 20th."
    )
    await tap(hotline, vera, "button-save")
    assert "do not agree" not in shown(vera)
    assert await kept(hotline, case, MatterKind.CLAIM) == [
        ("detained", MatterState.OPEN, None),
        ("released", MatterState.REPLACED, "contradicts"),
        ("released", MatterState.OPEN, None),
    ]
    vera.tap("1. Released")
    await hotline.settled()
    text = shown(vera)
    assert "Earlier versions" in text
    assert "20 October 2026" in text
    assert "14 October 2026" in text
    # The family says in its report that it misses him still: nobody tells it by a screen that he is free.
    assert "What we know: missing" in await her_card(hotline, mother, "Yerlan")


async def test_a_claim_gets_surer_and_another_is_set_aside(hotline: Hotline) -> None:
    """By one press, and by a reason."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    hotline.clock.move(timedelta(days=3))
    await opens(hotline, vera, case)
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "located", "call", "27 November 2026", "said")
    assert "What we know: missing" in await her_card(hotline, mother, "Yerlan")
    vera.tap("1. Whereabouts known")
    await hotline.settled()
    await tap(hotline, vera, "button-claim-corroborated")
    assert "Borne out by others" in shown(vera)
    assert "What we know: found" in await her_card(hotline, mother, "Yerlan")
    vera.tap("1. Whereabouts known")
    await hotline.settled()
    await tap(hotline, vera, "button-claim-aside")
    await says_it(hotline, vera, "It was another man.")
    await tap(hotline, vera, "button-save")
    assert await kept(hotline, case, MatterKind.CLAIM) == [("located", MatterState.DONE, None)]
    assert {"raised-claim", "set-claim-aside"} <= set(await noted(hotline))


async def test_a_paper_s_photo_is_kept_with_the_claim(hotline: Hotline) -> None:
    """And passed on to whoever opens it, under its number."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await opens(hotline, vera, await the_case(hotline))
    vera.tap("Claims")
    await hotline.settled()
    await tap(hotline, vera, "button-claim-add")
    await tap(hotline, vera, "option-claim-what-charged")
    await tap(hotline, vera, "option-claim-source-paper")
    await tap(hotline, vera, "button-skip")
    await tap(hotline, vera, "option-claim-certainty-documented")
    await tap(hotline, vera, "button-skip")
    vera.photo(PICTURE)
    await hotline.settled()
    await tap(hotline, vera, "button-done")
    await tap(hotline, vera, "button-save")
    await hotline.passes(minutes=1)
    assert "1 file" in shown(vera)
    vera.tap("1. Charged")
    await hotline.settled()
    await tap(hotline, vera, "button-files")
    assert any(one.kind == "photo" for one in vera.messages if not one.out)


async def test_a_day_that_has_not_come_is_kindly_asked_again(hotline: Hotline) -> None:
    """And so is what is no day."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await opens(hotline, vera, await the_case(hotline))
    vera.tap("Claims")
    await hotline.settled()
    await tap(hotline, vera, "button-claim-add")
    await tap(hotline, vera, "option-claim-what-detained")
    await tap(hotline, vera, "option-claim-source-call")
    await says_it(hotline, vera, "14 March 2031")
    assert says(vera, "slip-date-future")
    await says_it(hotline, vera, "blue")
    assert says(vera, "slip-date-unclear")


async def test_two_move_one_case_and_the_second_is_told(hotline: Hotline) -> None:
    """Nothing of the first one's is written over."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    for one in (vera, olga):
        await opens(hotline, one, case)
        await tap(hotline, one, "button-stage")
    await tap(hotline, vera, "button-stage-verifying")
    assert "Our work: being checked" in shown(vera)
    await tap(hotline, olga, "button-stage-verifying")
    assert says(olga, "changed-meanwhile")
    assert (await by_code(hotline, case.code)).stage is Stage.VERIFYING
    assert (await noted(hotline)).count("moved-stage") == 1


async def test_a_case_ends_and_its_family_reads_why_behind_a_tap(hotline: Hotline) -> None:
    """The line that is pushed says nothing; what stands behind it is honest; and it can be opened again."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("ru")
    await hotline.reports(mother, "ru", "Ерлан")
    case = await the_case(hotline)
    await opens(hotline, vera, case)
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-close-case")
    await tap(hotline, vera, "option-closing-reason-no-help")
    await says_it(hotline, vera, "All offices have refused.")
    await tap(hotline, vera, "button-save")
    assert "Why it was closed: Nothing more we can do" in shown(vera)
    assert "All offices have refused." in shown(vera)

    assert says(mother, "notice-update", "ru")
    assert mother.last is not None
    assert "закончена" not in mother.last.text
    await tap(hotline, mother, "button-read", "ru")
    assert says(mother, "stage-closed-no-help", "ru")
    assert says(mother, "stage-closed-goes-on", "ru")
    assert "refused" not in read(mother)
    card = await her_card(hotline, mother, "Ерлан", "ru")
    assert "Мы напишем не позднее" not in card

    await tap(hotline, vera, "button-reopen")
    assert "Our work: we work on it" in shown(vera)
    await tap(hotline, mother, "button-read", "ru")
    assert says(mother, "stage-active", "ru")
    assert {"closed-case", "reopened-case", "read-stage"} <= set(await noted(hotline))


async def test_what_must_not_wait_says_why(hotline: Hotline) -> None:
    """The others are alerted without a word of it."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    await opens(hotline, vera, case)
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-urgency")
    await tap(hotline, vera, "option-urgency-level-now")
    await says_it(hotline, vera, "He is to be flown out at six.")
    await tap(hotline, vera, "button-save")
    assert "This case must not wait." in shown(vera)
    assert "He is to be flown out at six." in shown(vera)
    assert "must not wait" in shown(olga)
    assert "flown" not in read(olga)
    assert (await by_code(hotline, case.code)).urgency is Urgency.NOW


async def test_joining_two_reports_of_one_person_and_each_mistake_on_the_way(hotline: Hotline) -> None:
    """No code, nobody's, its own, a closed one's; then the right one; and taken apart again."""
    vera = await hotline.coordinator("en", "Vera")
    mother, aunt, stranger = [await hotline.relative("en") for _ in range(3)]
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.reports(aunt, "en", "Erlan")
    await hotline.reports(stranger, "en", "Somebody")
    here, there, closed = [await the_case(hotline, name) for name in ("Yerlan", "Erlan", "Somebody")]
    await opens(hotline, vera, closed)
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-close-case")
    await tap(hotline, vera, "option-closing-reason-wish")
    await tap(hotline, vera, "button-skip")
    await tap(hotline, vera, "button-save")

    await opens(hotline, vera, here)
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-merge")
    for typed, wrong in (
        ("the other one", "merge-no-code"),
        (codes.make(lambda letters: letters[0]), "merge-unknown-code"),
        (here.code, "merge-itself"),
        (closed.code, "merge-into-closed"),
    ):
        await says_it(hotline, vera, typed)
        assert says(vera, wrong), typed
    await says_it(hotline, vera, there.code.lower().replace("-", " "))
    await tap(hotline, vera, "button-save")
    assert f"Joined with {there.code}. It is worked on there." in shown(vera)

    await tap(hotline, mother, "button-read")
    assert says(mother, "stage-merged")
    await says_it(hotline, mother, "/cases")
    assert mother.last is not None
    assert {row[0].partition(" · ")[0] for row in mother.last.labels} >= {here.code, there.code}
    mother.tap(there.code)
    await hotline.settled()
    # She follows it, and cannot have what the other family told.
    assert TEXTS.plain("en", "button-receipt") not in [one for row in mother.last.labels for one in row]

    await opens(hotline, vera, there)
    assert f"Joined with this case: {here.code}" in shown(vera)
    await tap(hotline, vera, "button-stage")
    vera.tap(f"Joined: {here.code}")
    await hotline.settled()
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-part")
    assert (await by_code(hotline, here.code)).stage is Stage.VERIFYING
    await says_it(hotline, mother, "/cases")
    assert mother.last is not None
    assert {row[0].partition(" · ")[0] for row in mother.last.labels} & {here.code, there.code} == {here.code}


DEATH = ("deceased", "died", "death", "Died", "Death")


def learns(phone: Phone) -> bool:
    """Whether anything in her chat speaks of it."""
    return any(word in read(phone) for word in DEATH)


async def test_a_death_is_confirmed_by_two_carried_by_one_and_told_by_a_person(hotline: Hotline) -> None:
    """Until it was told to her, nothing in the mother's chat speaks of it; nor in the aunt's after that."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    await her_card(hotline, mother, "Yerlan")
    await tap(hotline, mother, "button-hearing")
    assert says(mother, "hearing-now-none")
    await tap(hotline, mother, "button-hearing-visit")
    assert says(mother, "hearing-now-visit")
    before = await her_card(hotline, mother, "Yerlan")

    await opens(hotline, vera, case)
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "died", "paper", "1 November 2026", "documented", "The hospital's letter.")
    assert says(vera, "news-noted")
    assert "something was entered that a family hears only from a person" in shown(olga)
    assert (await by_code(hotline, case.code)).situation is Situation.DECEASED

    # It cannot end the case before it is told, also not for another reason.
    await opens(hotline, vera, case)
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-close-case")
    await tap(hotline, vera, "option-closing-reason-other")
    assert says(vera, "stage-news-first")
    await tap(hotline, vera, "button-cancel")

    await opens(hotline, vera, case)
    await tap(hotline, vera, "button-news")
    assert "Relative 1 · told us the report · wants a visit" in shown(vera)
    vera.tap("I have checked it")
    await hotline.settled()
    await says_it(hotline, vera, "I spoke with the head doctor.")
    await tap(hotline, vera, "button-save")
    await tap(hotline, olga, "button-look")
    assert "I spoke with the head doctor." in shown(olga)
    assert "The hospital's letter." in shown(olga)
    await tap(hotline, olga, "button-approve")
    assert says(olga, "news-confirmed")
    await tap(hotline, olga, "button-news")
    olga.tap("Who tells the family")
    await hotline.settled()
    olga.tap(f"{await code(hotline, vera)} tells them")
    await hotline.settled()
    assert "you were asked to speak with the family" in shown(vera)
    assert await her_card(hotline, mother, "Yerlan") == before
    assert not learns(mother)
    heard = len(mother.heard)

    await tap(hotline, vera, "button-news")
    vera.tap("Relative 1 was told")
    await hotline.settled()
    await tap(hotline, vera, "option-told-how-visit")
    await says_it(hotline, vera, "today")
    assert vera.last is not None
    vera.tap(vera.last.labels[0][0])
    await hotline.settled()
    assert not learns(mother)
    await says_it(hotline, vera, "Her sister was with her.")
    await tap(hotline, vera, "button-save")
    assert "The family has been told." in shown(vera)
    assert "Told, relative 1: In person · 24 November 2026" in shown(vera)
    assert "Her sister was with her." in shown(vera)
    assert len(mother.heard) == heard
    assert not learns(mother)
    assert "What we know: deceased" in await her_card(hotline, mother, "Yerlan")
    assert {"confirmed-news", "approval-done", "confirmed-news-second", "named-carrier", "told-news"} <= set(
        await noted(hotline)
    )

    # Somebody who follows later was told by nobody yet.
    aunt = await hotline.relative("en")

    def follow(tx: Tx) -> None:
        person = people.by_account(tx, aunt.user["id"])
        assert person is not None
        cases.follow(tx, case.id, person.id, hotline.clock.now())

    await hotline.house.store.write(follow)
    await her_card(hotline, aunt, "Yerlan")
    assert not learns(aunt)


async def test_whoever_confirmed_first_is_not_the_second(hotline: Hotline) -> None:
    """And alone in the house she is told honestly what she can do."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    case = await the_case(hotline)
    await opens(hotline, vera, case)
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "sentenced", "call", "1 November 2026", "said")
    await tap(hotline, vera, "button-news")
    assert TEXTS.plain("en", "news-alone") in shown(vera)
    vera.tap("I have checked it")
    await hotline.settled()
    assert says(vera, "news-alone")

    await hotline.coordinator("en", "Olga")
    vera.tap("I have checked it")
    await hotline.settled()
    await says_it(hotline, vera, "The court's secretary told me.")
    await tap(hotline, vera, "button-save")
    await opens(hotline, vera, case)
    await tap(hotline, vera, "button-news")
    assert "It needs a second, different one." in shown(vera)
    await says_it(hotline, vera, "/team")
    vera.tap("Second yes asked")
    await hotline.settled()
    assert says(vera, "approval-wait")
    assert vera.last is not None
    assert vera.last.labels == [[TEXTS.plain("en", "button-withdraw")]]
    assert not any(word in read(mother) for word in ("sentence", "Sentenced"))


async def test_news_that_waits_is_not_forgotten(hotline: Hotline) -> None:
    """After two days the team is reminded, in the day time; until it is told."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await opens(hotline, vera, await the_case(hotline))
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "deported", "call", "1 November 2026", "said")
    reminded = TEXTS.plain("en", "alert-news-waits", code="").strip(": ")[-30:]
    await hotline.passes(hours=47)
    assert reminded not in read(vera)
    await hotline.passes(hours=2)
    assert read(vera).count(reminded) == 1
    await hotline.passes(hours=2)
    assert read(vera).count(reminded) == 1
    await hotline.passes(hours=48)
    assert read(vera).count(reminded) == 2
    assert "deport" not in read(mother)


async def test_a_coordinator_reads_nothing_grave_of_her_own_family_off_a_screen(hotline: Hotline) -> None:
    """Olga's brother is missing. She works on everything else; another confirms what is claimed of him."""
    olga = await hotline.coordinator("en", "Olga")
    await hotline.reports(olga, "en", "Yerlan")
    case = await the_case(hotline)
    vera = await hotline.coordinator("en", "Vera")
    heard = len(olga.messages)
    await opens(hotline, vera, case)
    vera.tap("Claims")
    await hotline.settled()
    await claims(hotline, vera, "died", "paper", "1 November 2026", "documented", "The letter about him.")
    assert len(olga.messages) == heard
    await opens(hotline, olga, case)
    assert "Situation: missing" in shown(olga)
    assert olga.last is not None
    buttons = [one for row in olga.last.labels for one in row]
    assert not [one for one in buttons if one.startswith(("Claims", "Grave"))]
    await tap(hotline, vera, "button-news")
    vera.tap("I have checked it")
    await hotline.settled()
    await says_it(hotline, vera, "I spoke with them.")
    await tap(hotline, vera, "button-save")
    await tap(hotline, olga, "button-look")
    assert says(olga, "case-own-family")
    assert "The letter about him." not in read(olga)
    assert "I spoke with them." not in read(olga)
    assert not learns(olga)
