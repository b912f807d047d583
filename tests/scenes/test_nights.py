"""Nobody of the team is woken by what a family does at night, but where a case cannot wait."""

from storage import cases, people
from storage.records import Role, Urgency
from storage.store import Tx
from tests.scenes.stage import Stage
from tests.scenes.test_family import read, says_it, tap
from tests.scenes.working import case_now, case_of, last, pushed


async def test_a_report_at_night_waits_for_the_day_of_each_coordinator(hotline: Stage) -> None:
    """It is 01:00 in Almaty: one hears at 09:00, and one in Istanbul two hours later."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")

    def lives_in_istanbul(tx: Tx) -> None:
        second = people.with_role(tx, Role.COORDINATOR)[1]
        people.set_habits(tx, second, zone="Europe/Istanbul", way=second.way)

    await hotline.house.store.write(lives_in_istanbul)
    mother = await hotline.relative("en", "Mother")
    await hotline.passes(hours=13)
    before = len(vera.heard), len(olga.heard)

    await hotline.reports(mother, "en", "Yerlan")

    assert (len(vera.heard), len(olga.heard)) == before
    # She is told when it will be read, and does not wait for it in vain.
    assert "Somebody will read this from" in read(mother)
    await hotline.passes(hours=8)  # 09:00 in Almaty, 07:00 in Istanbul
    assert (await case_now(hotline)).code in pushed(vera)[-1]
    assert len(olga.heard) == before[1]
    await hotline.passes(hours=2)
    code = (await case_now(hotline)).code
    assert any(code in one for one in pushed(olga))


async def test_words_at_night_wait_for_the_day_where_the_case_can_wait(hotline: Stage) -> None:
    """The family hears when they are read; at 09:00 the owner is alerted."""
    vera, mother = await case_of(hotline)
    await hotline.passes(hours=13)
    heard = len(vera.heard)
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")

    await says_it(hotline, mother, "They called again.")

    assert len(vera.heard) == heard
    assert "Somebody will read this from" in last(mother)
    await hotline.passes(hours=8)
    assert "message from the family" in pushed(vera)[-1]


async def test_words_of_an_urgent_case_alert_at_once(hotline: Stage) -> None:
    """Where every hour counts, whoever has the case is woken."""
    vera, mother = await case_of(hotline)
    case = await case_now(hotline)
    await hotline.house.store.write(
        lambda tx: cases.change(tx, case.id, hotline.clock.now(), urgency=Urgency.NOW)
    )
    await hotline.passes(hours=13)
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")

    await says_it(hotline, mother, "They are at the door.")

    assert "message from the family" in pushed(vera)[-1]
