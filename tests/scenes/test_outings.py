"""/safe: whoever is out is asked; if she does not answer, those whom she named hear, at night, too."""

import re
from datetime import timedelta

import pytest

from bot.sandbox.phones import Phone
from locales.catalog import Count
from locales.languages import BY_CODE, CODES
from storage import outings
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap

QUARTER = {"minutes": 10, "seconds": 5}


async def goes(hotline: Stage, phone: Phone, what: str = "court", language: str = "en") -> None:
    """She says where she goes, and that it takes an hour."""
    await says_it(hotline, phone, "/safe")
    await tap(hotline, phone, f"button-outing-{what}", language)
    phone.tap(TEXTS.plain(language, "button-outing-hours", hours=Count(1)))
    await hotline.settled()


async def names(hotline: Stage, phone: Phone, known_as: str, language: str = "en") -> Phone:
    """She names somebody, who comes by the link and agrees."""
    await says_it(hotline, phone, "/safe")
    await tap(hotline, phone, "button-companions")
    await tap(hotline, phone, "button-companion-add")
    await says_it(hotline, phone, known_as)
    found = re.search(r"start=([\w-]+)", phone.last.text)
    assert found is not None
    friend = hotline.phone("A friend")
    friend.start(found.group(1))
    await hotline.settled()
    friend.tap(BY_CODE[language].own_name)
    await hotline.settled()
    await tap(hotline, friend, "button-companion-agree", language)
    return friend


async def said_of(hotline: Stage) -> list[tuple[str, str | None]]:
    """State and last word of all that are not over."""
    return await hotline.house.store.read(lambda tx: [(one.state, one.said) for one in outings.every_out(tx)])


async def test_who_answers_in_time_alarms_nobody(hotline: Stage) -> None:
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await goes(hotline, mother)
    await hotline.passes(hours=1, seconds=20)
    assert "It is 13:00. Are you safe?" in read(mother)
    await tap(hotline, mother, "button-outing-safe")
    assert says(mother, "outing-thanks")
    await hotline.passes(hours=5)
    assert "safe" not in read(vera)
    assert await said_of(hotline) == []


async def test_who_does_not_answer_is_looked_for_in_the_middle_of_the_night(hotline: Stage) -> None:
    """Asked, reminded twice, then the team and whom she named: with where she was last, each once."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    friend = await names(hotline, mother, "Sister of Ayan", "kk")
    hotline.clock.move(timedelta(hours=13))  # 01:00 in Almaty
    await goes(hotline, mother, "gathering")
    mother.location(43.238949, 76.889709)
    await hotline.settled()
    assert says(mother, "outing-placed")
    heard = len(vera.heard), len(friend.heard)
    await hotline.passes(hours=1, seconds=20)
    await hotline.passes(**QUARTER)
    await hotline.passes(**QUARTER)
    assert (len(vera.heard), len(friend.heard)) == heard
    assert "If I have no answer in a few minutes" in read(mother)
    await hotline.passes(**QUARTER)
    for phone in (vera, friend):
        assert "43.23895, 76.88971" in read(phone)
        assert "Sister of Ayan" in read(friend)
        assert "Sister of Ayan" not in read(vera), "the team knows her by her code"
    await hotline.passes(hours=3)
    assert (len(vera.heard), len(friend.heard)) == (heard[0] + 1, heard[1] + 1)

    await tap(hotline, mother, "button-outing-safe")
    assert "safe" in read(vera)
    assert "аман" in read(friend)
    assert await said_of(hotline) == []


async def test_half_an_hour_more_and_help_at_once(hotline: Stage) -> None:
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await goes(hotline, mother)
    await tap(hotline, mother, "button-outing-more")
    await hotline.passes(hours=1, minutes=20)
    assert await said_of(hotline) == [("out", None)]
    await says_it(hotline, mother, "We are before the court, in the yard.")
    await tap(hotline, mother, "button-outing-help")
    assert "calls for help" in read(vera)
    assert "in the yard" in read(vera)
    await tap(hotline, vera, "button-outing-reached")
    assert TEXTS.plain("en", "outing-help-told") in read(mother)
    assert await said_of(hotline) == []
    await tap(hotline, mother, "button-outing-safe")
    assert says(mother, "outing-over")


async def test_an_old_button_says_nothing_of_a_new_outing(hotline: Stage) -> None:
    """Yesterday's «I am safe» does not end today's."""
    mother = await hotline.relative("en")
    await goes(hotline, mother)
    old = mother.last
    assert old is not None
    await tap(hotline, mother, "button-outing-more")
    await tap(hotline, mother, "button-outing-safe")
    await goes(hotline, mother)
    mother.press(old)
    await hotline.settled()
    assert TEXTS.plain("en", "outing-over") in read(mother)
    assert len(await said_of(hotline)) == 1
    await hotline.passes(hours=1, seconds=20)
    assert await said_of(hotline) == [("out", "asked")]


async def test_after_a_long_downtime_others_hear_at_once_and_why(hotline: Stage) -> None:
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await goes(hotline, mother)
    await hotline.passes(hours=9)
    assert "could not be asked in time" in read(vera)
    assert "stood still" in read(mother)
    assert await said_of(hotline) == [("out", "alarmed")]


async def test_whoever_unlinks_her_account_while_she_is_out_is_looked_for(hotline: Stage) -> None:
    """Her phone may have been taken; it cannot ask her, nor be asked."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    friend = await names(hotline, mother, "Ayan")
    await goes(hotline, mother)
    await says_it(hotline, mother, "/panic")
    before = len(mother.heard)
    await hotline.passes(hours=1, seconds=20)
    assert "could not be asked" in read(vera) or "has not answered" in read(vera)
    assert "Ayan" in read(friend)
    assert len(mother.heard) == before


async def test_a_companion_leaves_and_hears_no_more(hotline: Stage) -> None:
    mother = await hotline.relative("en")
    await hotline.coordinator("en")
    friend = await names(hotline, mother, "Ayan")
    await says_it(hotline, friend, "/safe")
    await tap(hotline, friend, "button-companions")
    friend.tap("Hear no more of Ayan")
    await hotline.settled()
    assert says(friend, "companion-ended")
    await goes(hotline, mother)
    before = len(friend.heard)
    await hotline.passes(hours=9)
    assert len(friend.heard) == before


async def test_two_days_after_her_return_nothing_is_left(hotline: Stage) -> None:
    mother = await hotline.relative("en")
    await goes(hotline, mother)
    await tap(hotline, mother, "button-outing-safe")
    await hotline.passes(hours=72)

    def left(tx: object) -> int:
        return tx.connection.exec_driver_sql("SELECT count(*) FROM outings").scalar_one()  # type: ignore[attr-defined]

    assert await hotline.house.store.read(left) == 0


@pytest.mark.parametrize("language", CODES)
async def test_the_board_and_the_words_are_there_in_every_language(hotline: Stage, language: str) -> None:
    vera, mother = await hotline.coordinator(language), await hotline.relative(language)
    await goes(hotline, mother, "visit", language)
    await says_it(hotline, vera, "/safe")
    await tap(hotline, vera, "button-outing-board", language)
    assert TEXTS.plain(language, "outing-state-out") in read(vera)
    await hotline.passes(hours=9)
    await says_it(hotline, vera, "/safe")
    await tap(hotline, vera, "button-outing-board", language)
    assert TEXTS.plain(language, "outing-state-alarmed") in read(vera)


async def test_what_is_damaged_on_the_disk_holds_up_nobody_else(hotline: Stage) -> None:
    """One outing does not open, and another's list of companions: the team hears of whoever can be read."""
    vera = await hotline.coordinator("en")
    broken, mother = await hotline.relative("en"), await hotline.relative("en")
    await names(hotline, mother, "Ayan")
    await goes(hotline, broken)
    await goes(hotline, mother)

    def damage(tx: Tx) -> None:
        nothing = "x'00'" if tx.sqlite else r"'\x00'"
        first = "SELECT min(id) FROM outings"
        tx.connection.exec_driver_sql(f"UPDATE outings SET body = {nothing} WHERE id = ({first})")  # noqa: S608
        tx.connection.exec_driver_sql(f"UPDATE companions SET body = {nothing}")  # noqa: S608

    await hotline.house.store.write(damage)
    await hotline.passes(hours=9)
    assert read(vera).count("could not be asked in time") == 1
