"""The line to Telegram breaks in the middle of a report: nothing is lost, nothing is asked twice in vain."""

import pytest

from bot.sandbox.switches import Mode
from tests.open_cases import open_cases
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap


@pytest.mark.parametrize(
    "trouble",
    ["outage", "too_many", "server_error", "garbage", "conflict", "revoked", "slow"],
)
async def test_a_report_survives_every_trouble_of_the_line(hotline: Stage, trouble: Mode) -> None:
    """She writes her son's name while the line is broken; when it works again, the next question comes.

    An answer that is lost after it was accepted takes a read timeout; `tests/bot/test_delivery.py` has it.
    """
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")

    hotline.world.switches.set(trouble, seconds=2)
    mother.say("Yerlan")
    await hotline.world.until(lambda: TEXTS.plain("en", "ask-event") in read(mother), 30)
    await hotline.settled()
    hotline.world.switches.set("ok")

    await tap(hotline, mother, "option-event-taken")
    assert says(mother, "ask-when")


async def test_while_the_line_is_down_everything_told_waits_and_arrives(hotline: Stage) -> None:
    """A whole report is typed into a dead line, as people do; after it, the case is there."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    hotline.world.switches.set("outage")
    mother.say("They fined her again.")
    mother.say("There is no written word.")
    hotline.world.switches.set("ok")
    await hotline.world.until(lambda: says(mother, "loose-where"), 30)
    await hotline.settled()
    mother.tap("Add to")
    await hotline.settled()
    (case,) = await hotline.house.store.read(open_cases)
    assert case.waiting_since is not None


async def test_a_promise_is_kept_after_days_of_standing_still(hotline: Stage) -> None:
    """The machine stood still over the promised day: the word goes out once, by day, and never at night."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.passes(days=9, hours=12)  # midnight in Almaty
    assert TEXTS.plain("en", "promise-word") not in read(mother)
    await hotline.passes(hours=11)  # and until noon the team can still write something better
    assert TEXTS.plain("en", "promise-word") not in read(mother)
    await hotline.passes(hours=1)
    await hotline.passes(hours=1)
    told = [one for one in mother.heard if TEXTS.plain("en", "promise-word") in one.text]
    assert len(told) == 1
    await says_it(hotline, mother, "/cases")
