"""One event, many people: named, found again, and its families written to together."""

from bot.sandbox.phones import Phone
from storage import cases, people
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_broadcast import WORDS, got, writes
from tests.scenes.test_family import read, says, says_it, tap

NAME = "Gathering, 24 November"


async def code_of(hotline: Stage, phone: Phone) -> str:
    """Of the case that she reported."""

    def work(tx: Tx) -> str:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        return cases.codes_followed(tx, person.id)[-1][1]

    return await hotline.house.store.read(work)


async def families(hotline: Stage, *languages: str) -> list[Phone]:
    """Each reported somebody."""
    phones = [await hotline.relative(code) for code in languages]
    for phone, code in zip(phones, languages, strict=True):
        await hotline.reports(phone, code, "Yerlan")
    return phones


async def names_one(hotline: Stage, vera: Phone, *phones: Phone) -> None:
    """She names an event and puts their cases under it, by codes."""
    await says_it(hotline, vera, "/incidents")
    await tap(hotline, vera, "button-incident-new")
    await says_it(hotline, vera, NAME)
    await tap(hotline, vera, "button-incident-add")
    typed = [await code_of(hotline, phone) for phone in phones]
    await says_it(hotline, vera, f"{typed[0].lower()}, {' '.join(typed[1:])}")


async def test_its_families_are_written_to_together_and_nobody_else(hotline: Stage) -> None:
    """From its own screen, counted at once; whoever reported another case hears nothing."""
    vera = await hotline.coordinator("en")
    mother, aunt, stranger = await families(hotline, "en", "kk", "en")
    await names_one(hotline, vera, mother, aunt)
    assert "Cases under it: 2" in read(vera)
    await tap(hotline, vera, "button-incident-write")
    assert vera.last is not None
    assert f"Event, only: {NAME}" in read(vera)
    assert "People who are meant: 2" in read(vera)
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert [got(phone, WORDS) for phone in (mother, aunt, stranger)] == [1, 1, 0]


async def test_chosen_and_left_out_among_others(hotline: Stage) -> None:
    """As any other trait: only these, all but these."""
    vera = await hotline.coordinator("en")
    mother, aunt, _ = await families(hotline, "en", "kk", "en")
    await names_one(hotline, vera, mother, aunt)
    await says_it(hotline, vera, "/broadcast")
    await tap(hotline, vera, "button-cast-new")
    await tap(hotline, vera, "button-cast-whom")
    await tap(hotline, vera, "cast-group-families")
    await tap(hotline, vera, "cast-trait-incident")
    assert says(vera, "cast-by-incident")
    for meant in (2, 1, 3):
        vera.tap(NAME)
        await hotline.settled()
        assert vera.last is not None
        assert f"People who are meant: {meant}" in vera.last.text


async def test_it_stands_on_the_card_and_is_found_by_its_name(hotline: Stage) -> None:
    """Named from the card of a case; found in the list and by /find; a case that is taken out is out."""
    vera = await hotline.coordinator("en")
    (mother,) = await families(hotline, "en")
    code = await code_of(hotline, mother)
    await says_it(hotline, vera, f"/case {code}")
    await tap(hotline, vera, "button-incidents")
    await tap(hotline, vera, "button-incident-new")
    await says_it(hotline, vera, "x" * 41)
    assert "not more than 40 letters" in read(vera)
    await says_it(hotline, vera, NAME)
    await says_it(hotline, vera, f"/case {code}")
    assert vera.last is not None
    assert f"Event: {NAME}" in read(vera)

    await says_it(hotline, vera, "/find gathering")
    assert says(vera, "find-incidents")
    vera.tap(NAME)
    await hotline.settled()
    assert vera.last is not None
    assert any(code in label for row in vera.last.labels for label in row)
    await tap(hotline, vera, "button-incident-rename")
    await says_it(hotline, vera, "Gathering at the station")
    assert vera.last is not None
    assert "Gathering at the station" in vera.last.text

    await says_it(hotline, vera, f"/case {code}")
    await tap(hotline, vera, "button-incidents")
    await tap(hotline, vera, "button-incident-out")
    assert vera.last is not None
    assert "Event:" not in vera.last.text
    await says_it(hotline, vera, "/incidents")
    vera.tap("Gathering at the station · 0")
    await hotline.settled()
    await tap(hotline, vera, "button-incident-remove")
    assert says(vera, "incidents-none")


async def test_a_wrong_code_puts_nothing_under_it(hotline: Stage) -> None:
    """All are read before any is put; she is asked once more."""
    vera = await hotline.coordinator("en")
    (mother,) = await families(hotline, "en")
    code = await code_of(hotline, mother)
    await says_it(hotline, vera, "/incidents")
    await tap(hotline, vera, "button-incident-new")
    await says_it(hotline, vera, NAME)
    await tap(hotline, vera, "button-incident-add")
    await says_it(hotline, vera, f"{code} K7Q-4M9")
    assert says(vera, "cast-code-unknown")
    await says_it(hotline, vera, code)
    assert "Cases under it: 1" in read(vera)


async def test_joined_with_another_case_it_stays_under_it(hotline: Stage) -> None:
    """Two reports of one person: the one that goes on is under what either was."""
    vera = await hotline.coordinator("en")
    mother, aunt = await families(hotline, "en", "en")
    first, second = await code_of(hotline, mother), await code_of(hotline, aunt)
    await names_one(hotline, vera, mother, mother)
    await says_it(hotline, vera, f"/case {first}")
    await tap(hotline, vera, "button-stage")
    await tap(hotline, vera, "button-merge")
    await says_it(hotline, vera, second)
    await tap(hotline, vera, "button-save")
    await says_it(hotline, vera, f"/case {second}")
    assert vera.last is not None
    assert f"Event: {NAME}" in vera.last.text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))


async def test_families_know_of_no_such_thing(hotline: Stage) -> None:
    """To a relative the command is none; on her own case nothing of it stands."""
    vera = await hotline.coordinator("en")
    (mother,) = await families(hotline, "en")
    await names_one(hotline, vera, mother, mother)
    await says_it(hotline, mother, "/incidents")
    await says_it(hotline, mother, "/cases")
    assert NAME not in read(mother)
    assert TEXTS.plain("en", "incidents") not in read(mother)
