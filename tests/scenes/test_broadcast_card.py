"""The one card of a broadcast: answers counted live, in whose chat it goes on, anew each week."""

from typing import Any

import pytest

from bot.sandbox.phones import Phone
from handlers import casting
from storage.records import CastState
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_broadcast import WORDS, begins, goes, goes_weekly, got, latest, states, writes
from tests.scenes.test_broadcast_correction import far_away, goes_to_two, opens
from tests.scenes.test_family import read, says_it, tap
from tests.scenes.test_second_yes import volunteer


def cards(phone: Phone) -> list[str]:
    """What stands on each card in her chat, without the marks of direction."""
    title = TEXTS.plain("en", "cast-picture")
    shown = [one.text for one in phone.messages if not one.out and one.text.startswith(f"{title} ·")]
    return [one.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))) for one in shown]


async def test_answers_are_counted_on_the_card_as_they_come(hotline: Stage) -> None:
    """It is sent already, and nobody opens anything: the card changes in place, at a sane rate."""
    vera = await hotline.coordinator("en")
    helpers = [await volunteer(hotline) for _ in range(3)]
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-cast-come")
    await tap(hotline, vera, "button-cast-help")
    await goes(hotline, vera)
    (card,) = cards(vera)
    assert "I can come: 0\nI need help: 0" in card
    for helper in helpers:
        await tap(hotline, helper, "button-cast-come")
    await hotline.passes(seconds=5)
    (card,) = cards(vera)
    assert "I can come: 3\nI need help: 0" in card
    edits = len([one for one in vera.heard if one.what == "edit"])

    await tap(hotline, helpers[0], "button-cast-help")
    await hotline.passes(seconds=1)  # too soon after the last change
    await tap(hotline, helpers[1], "button-cast-come")  # as she said before
    await hotline.passes(seconds=5)
    (card,) = cards(vera)
    assert "I can come: 2\nI need help: 1" in card
    await tap(hotline, helpers[1], "button-cast-come")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert len([one for one in vera.heard if one.what == "edit"]) == edits + 1


async def test_it_goes_on_in_the_chat_of_whoever_took_it_in_hand(hotline: Stage) -> None:
    """Another pauses it: from then on she sees it go on, and the first one's card rests."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helper, far = await volunteer(hotline), await far_away(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    before = cards(vera)
    assert "Sent: 1\nWaiting: 1" in before[0]
    await opens(hotline, olga)
    await tap(hotline, olga, "button-cast-pause")
    await hotline.passes(seconds=5)
    assert "· paused" in cards(olga)[0]
    await tap(hotline, olga, "button-cast-resume")
    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    assert "Sent: 2\nWaiting: 0" in cards(olga)[0]
    assert (len(cards(olga)), cards(vera)) == (1, before)
    assert (got(helper, WORDS), got(far, WORDS)) == (1, 1)


async def test_stopped_it_says_so_where_she_confirmed_it(hotline: Stage) -> None:
    """The question that she answered becomes the card; it does not stay at "stops"."""
    vera, far = await hotline.coordinator("en"), await far_away(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    await tap(hotline, vera, "button-cast-stop")
    await tap(hotline, vera, "button-cast-stop")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert vera.last is not None
    assert "· stopped\n\nSent: 0\nWaiting: 0" in cards(vera)[-1]
    assert "Not sent any more: 1" in cards(vera)[-1]
    await hotline.passes(hours=12)
    assert got(far, WORDS) == 0


async def test_opened_anew_it_goes_on_where_she_looks(hotline: Stage) -> None:
    """Her older card stays as it was; the one that she opened changes."""
    vera, far = await hotline.coordinator("en"), await far_away(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    await opens(hotline, vera)
    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    first, second = cards(vera)
    assert "Waiting: 1" in first
    assert "Sent: 1\nWaiting: 0" in second
    assert got(far, WORDS) == 1


async def test_restarted_in_the_middle_it_goes_on_exactly_there(
    hotline: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some have it, some wait, some are not looked at yet; afterwards each has it once, on the same card."""
    monkeypatch.setattr(casting, "FILLED", 2)
    vera = await hotline.coordinator("en")
    team = [await volunteer(hotline) for _ in range(3)] + [await far_away(hotline) for _ in range(4)]
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-sure")
    tend, turns = casting.tend, 0

    def tends_at_most(*args: Any) -> bool:
        nonlocal turns
        turns += 1
        return turns <= 3 and tend(*args)

    monkeypatch.setattr(casting, "tend", tends_at_most)
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    one = await latest(hotline)
    assert not one.filled
    before = await states(hotline, one.id)
    assert 0 < len(before) < len(team)
    assert "sent" in before

    monkeypatch.setattr(casting, "tend", tend)
    await hotline.restarts()
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert await states(hotline, one.id) == ["sent"] * 3 + ["waiting"] * 4
    (card,) = cards(vera)
    assert "Sent: 3\nWaiting: 4\nOf these until morning: 4" in card
    await hotline.restarts()
    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    (card,) = cards(vera)
    assert "· sent\n\nSent: 7\nWaiting: 0" in card
    assert [got(phone, WORDS) for phone in team] == [1] * 7


async def test_paused_it_stays_paused_through_a_restart(hotline: Stage) -> None:
    """Nothing leaves before somebody says so; then it goes on where it was."""
    vera, helper, far = await goes_to_two(hotline)
    await tap(hotline, vera, "button-cast-pause")
    await hotline.passes(seconds=5)
    await hotline.restarts()
    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    assert (got(helper, WORDS), got(far, WORDS)) == (1, 0)
    await tap(hotline, vera, "button-cast-resume")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert (got(helper, WORDS), got(far, WORDS)) == (1, 1)
    assert "Sent: 2\nWaiting: 0" in cards(vera)[-1]


async def test_each_week_has_its_own_card(hotline: Stage) -> None:
    """It comes by itself, and shows that week alone."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await goes_weekly(hotline, vera)
    assert ["waits for its time" in card for card in cards(vera)] == [True]
    await hotline.passes(days=1, hours=3)
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    await volunteer(hotline)
    await hotline.passes(days=7)
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    shown = cards(vera)
    assert len(shown) == 3
    assert "waits for its time" in shown[0]
    assert ["· sent\n\nSent: 1\n" in shown[1], "· sent\n\nSent: 2\n" in shown[2]] == [True, True], shown
    assert got(helper, WORDS) == 2


async def test_who_is_no_coordinator_any_more_sees_nothing_more_of_it(hotline: Stage) -> None:
    """It goes on; its numbers do not come to her."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    far = await far_away(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    (before,) = cards(vera)
    await says_it(hotline, olga, "/team")
    assert olga.last is not None
    olga.press(olga.last, 0)
    await hotline.settled()
    await tap(hotline, olga, "button-take-role")
    await tap(hotline, olga, "button-take-role")
    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    assert got(far, WORDS) == 1
    assert cards(vera) == [before]
    one = await latest(hotline)
    assert one.state is CastState.DONE
    assert await states(hotline, one.id) == ["sent"]
    assert "Sent: 1" not in read(vera)
