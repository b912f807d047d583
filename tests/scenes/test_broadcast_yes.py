"""The second yes to a broadcast that nobody gives: refused, lapsed, taken back, or its asker has left."""

import pytest

from bot.sandbox.phones import Phone
from storage.records import CastState
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_broadcast import WORDS, begins, got, latest, presses, writes
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_second_yes import code, volunteer
from tests.scenes.transcript import PICTURE


@pytest.fixture
def hotline(hotline: Stage) -> Stage:
    """Here one coordinator may write to nobody alone."""
    object.__setattr__(hotline.house.hotline._office, "broadcast_alone", 0)
    return hotline


async def asks(hotline: Stage, vera: Phone) -> None:
    """She has written it, and asks for a second yes."""
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-back")
    await asks_again(hotline, vera)


async def asks_again(hotline: Stage, vera: Phone) -> None:
    """From the card of what is composed."""
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-ask-approval")


async def approves(hotline: Stage, olga: Phone) -> None:
    """She looks, and says yes."""
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-approve")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)


def named(text_id: str) -> str:
    """A word about the end of such a request."""
    what = TEXTS.plain("en", "approval-broadcast-named")
    return TEXTS.plain("en", text_id, what=what).translate(dict.fromkeys(map(ord, "\u2068\u2069")))


async def test_refused_it_is_hers_again_and_she_can_ask_anew(hotline: Stage) -> None:
    """Both read that it was refused; she changes a word, asks, and this time it goes."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helper = await volunteer(hotline)
    await asks(hotline, vera)
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-refuse-approval")
    assert named("approval-refused") in read(vera)
    assert named("approval-refused") in read(olga)

    await tap(hotline, vera, "button-cast-ask-again")
    assert says(vera, "cast-quiet")
    await writes(hotline, vera, en="Come at once.")
    await tap(hotline, vera, "button-back")
    await asks_again(hotline, vera)
    await approves(hotline, olga)
    assert (got(helper, WORDS), got(helper, "Come at once.")) == (0, 1)


async def test_lapsed_both_are_told_and_an_old_yes_counts_no_more(hotline: Stage) -> None:
    """A day later it is composed again; a press on the old request changes nothing."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helper = await volunteer(hotline)
    await asks(hotline, vera)
    await tap(hotline, olga, "button-look")
    await hotline.passes(hours=23)
    await hotline.passes(hours=2)
    assert named("approval-lapsed") in read(vera)
    assert named("approval-lapsed") in read(olga)
    olga_buttons = [message for message in olga.messages if message.rows and not message.out]
    assert not any(
        TEXTS.plain("en", "button-cast-ask-again") in button["text"]
        for message in olga_buttons
        for row in message.rows
        for button in row
    )
    await tap(hotline, olga, "button-approve")
    await hotline.passes(seconds=5)
    assert got(helper, WORDS) == 0

    await tap(hotline, vera, "button-cast-ask-again")
    await asks_again(hotline, vera)
    await approves(hotline, olga)
    assert got(helper, WORDS) == 1


async def test_at_night_nobody_hears_that_it_lapsed(hotline: Stage) -> None:
    """It is not told before the morning, and until then nobody can say yes to it all the same."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    await volunteer(hotline)
    await hotline.passes(hours=9)  # 21:00 in Almaty
    await asks(hotline, vera)
    await tap(hotline, olga, "button-look")
    await hotline.passes(hours=24, minutes=1)
    assert named("approval-lapsed") not in read(vera)
    await tap(hotline, olga, "button-approve")
    assert says(olga, "approval-over")
    await hotline.passes(hours=13)
    assert named("approval-lapsed") in read(vera)


@pytest.mark.parametrize("button", ["button-withdraw", "button-cast-back"])
async def test_taken_back_it_is_composed_again_and_its_request_is_over(hotline: Stage, button: str) -> None:
    """Whichever way she takes it back."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helper = await volunteer(hotline)
    await asks(hotline, vera)
    await tap(hotline, olga, "button-look")
    if button == "button-cast-back":
        await says_it(hotline, vera, "/broadcast")
        await presses(hotline, vera, TEXTS.plain("en", "cast-state-asked"))
        await tap(hotline, vera, button)
    else:
        await tap(hotline, vera, button)
        assert says(vera, "approval-withdrawn")
        await tap(hotline, vera, "button-cast-ask-again")
    assert says(vera, "cast-quiet")
    await tap(hotline, olga, "button-approve")
    assert says(olga, "approval-over")
    await hotline.passes(seconds=5)
    assert got(helper, WORDS) == 0


async def test_its_time_over_before_the_yes_it_is_hers_again(hotline: Stage) -> None:
    """A yes that comes after the hour for which it was planned sends nothing; another hour can be chosen."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helper = await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-when")
    await tap(hotline, vera, "button-cast-at")
    await presses(hotline, vera, "24 Nov")
    await presses(hotline, vera, "14:30")
    await tap(hotline, vera, "button-back")
    await asks_again(hotline, vera)
    await tap(hotline, olga, "button-look")
    await hotline.passes(hours=3)
    await tap(hotline, olga, "button-approve")
    assert TEXTS.plain("en", "approval-impossible") in read(vera)
    await tap(hotline, vera, "button-cast-ask-again")
    await tap(hotline, vera, "button-cast-when")
    await tap(hotline, vera, "button-cast-now")
    await tap(hotline, vera, "button-back")
    await asks_again(hotline, vera)
    await approves(hotline, olga)
    assert got(helper, WORDS) == 1


async def test_its_asker_no_longer_of_the_team_another_goes_on_with_it(hotline: Stage) -> None:
    """It neither waits for ever nor is lost: whoever is left finds it in her list."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    nina, helper = await hotline.coordinator("en", "Nina"), await volunteer(hotline)
    await asks(hotline, vera)
    await says_it(hotline, olga, "/team")
    await presses(hotline, olga, await code(hotline, vera))
    await tap(hotline, olga, "button-take-role")
    await tap(hotline, olga, "button-take-role")
    await says_it(hotline, olga, "/broadcast")
    await presses(hotline, olga, TEXTS.plain("en", "cast-state-composing"))
    await asks_again(hotline, olga)
    await approves(hotline, nina)
    assert got(helper, WORDS) == 1
    assert "Sent: 1" in read(olga)
    assert "Sent: 1" not in read(vera)
    assert (await latest(hotline)).state is CastState.DONE


async def test_whoever_decides_sees_the_photo_itself(hotline: Stage) -> None:
    """As it will come, in her own chat; and from there she is back at what she decides."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helper = await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await tap(hotline, vera, "button-cast-what")
    await presses(hotline, vera, "English")
    vera.photo(PICTURE, caption="Look & see")
    await hotline.settled()
    await tap(hotline, vera, "button-back")
    await asks_again(hotline, vera)
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-cast-preview")
    shown = [message for message in olga.messages if message.kind == "photo"]
    assert [message.text for message in shown] == [f"{TEXTS.plain('en', 'rest-word')}\n\nLook & see"]
    await tap(hotline, olga, "button-back")
    await tap(hotline, olga, "button-approve")
    await hotline.passes(seconds=5)
    assert helper.last is not None
    assert (helper.last.kind, helper.last.text) == ("photo", shown[0].text)
