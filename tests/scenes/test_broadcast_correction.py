"""What was sent to many reads otherwise or is gone: under a photo, twice over, while others still wait."""

from datetime import timedelta

from bot.sandbox.phones import Phone
from storage import people
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_broadcast import WORDS, begins, goes, got, latest, presses, states, writes
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_second_yes import volunteer
from tests.scenes.transcript import PICTURE

NEW = "Come on Saturday."


async def corrects(hotline: Stage, vera: Phone, **texts: str) -> None:
    """From the card of what was sent: these languages read otherwise."""
    await tap(hotline, vera, "button-cast-correct")
    await tap(hotline, vera, "button-cast-reword")
    await writes(hotline, vera, **texts)
    await goes(hotline, vera)


async def deletes(hotline: Stage, vera: Phone) -> None:
    """From the card of what was sent: it is gone."""
    await tap(hotline, vera, "button-cast-correct")
    await tap(hotline, vera, "button-cast-retract")
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)


async def opens(hotline: Stage, vera: Phone, nth: int = 0) -> None:
    """The card of one of her list, counted from its first."""
    await says_it(hotline, vera, "/broadcast")
    assert vera.last is not None
    vera.press(vera.last, nth)
    await hotline.settled()


async def far_away(hotline: Stage) -> Phone:
    """A volunteer for whom it is 23:00 at noon in Almaty."""
    phone = await volunteer(hotline)

    def moves(tx: Tx) -> None:
        person = people.by_account(tx, phone.user["id"])
        assert person is not None
        people.set_habits(tx, person, zone="America/Los_Angeles", way=person.way)

    await hotline.house.store.write(moves)
    return phone


async def goes_to_two(hotline: Stage) -> tuple[Phone, Phone, Phone]:
    """A coordinator writes to two volunteers; where the second lives it is night."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    far = await far_away(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    return vera, helper, far


async def test_the_words_under_a_photo_change_and_all_else_stays(hotline: Stage) -> None:
    """The same photo, the same buttons that still count, the same link; the preview shows it so before."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await tap(hotline, vera, "button-cast-what")
    await presses(hotline, vera, "English")
    vera.photo(PICTURE, caption=WORDS)
    await hotline.settled()
    await tap(hotline, vera, "button-cast-come")
    await tap(hotline, vera, "button-cast-set-link")
    await says_it(hotline, vera, "https://example.org/help")
    await goes(hotline, vera)
    sent = helper.last
    assert sent is not None
    assert sent.file is not None
    photo, labels = sent.file.content, sent.labels

    await tap(hotline, vera, "button-cast-correct")
    await tap(hotline, vera, "button-cast-reword")
    await writes(hotline, vera, en=NEW)
    await tap(hotline, vera, "button-cast-preview")
    shown = [one for one in vera.messages if one.kind == "photo" and not one.out][-1]
    assert shown.text == f"{TEXTS.plain('en', 'rest-word')}\n\n{NEW}"
    await tap(hotline, vera, "button-back")
    assert "Messages that are changed: 1" in read(vera)
    assert says(vera, "cast-silent")
    await goes_on(hotline, vera)

    assert helper.last is sent
    assert (sent.kind, sent.text) == ("photo", shown.text)
    assert sent.file is not None
    assert (sent.file.content, sent.labels) == (photo, labels)
    assert labels == [["I can come"], ["Read more"]]
    await tap(hotline, helper, "button-cast-come")
    await opens(hotline, vera, 1)
    assert "I can come: 1" in read(vera)


async def goes_on(hotline: Stage, vera: Phone) -> None:
    """She sends what its card shows."""
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)


async def test_a_second_correction_does_not_take_the_first_back(hotline: Stage) -> None:
    """It begins with the words that stand there now, in each language."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    mother = await hotline.relative("kk")
    await hotline.reports(mother, "kk", "Yerlan")
    await begins(hotline, vera, "volunteers", "families")
    await writes(hotline, vera, en=WORDS, kk="Жұмада келіңіз.")
    await goes(hotline, vera)
    await corrects(hotline, vera, en=NEW)
    assert (got(helper, NEW), got(mother, "Жұмада келіңіз.")) == (1, 1)
    assert "A correction of what was sent · changed\n\nChanged or deleted: 2\nWaiting: 0" in read(vera)
    await opens(hotline, vera, 1)
    assert says(vera, "cast-is-reworded")
    before = got(vera, NEW)
    await tap(hotline, vera, "button-cast-preview")
    assert got(vera, NEW) == before + 1  # as it reads now, and not as it was
    await tap(hotline, vera, "button-back")
    await corrects(hotline, vera, kk="Сенбіде келіңіз.")
    assert (got(helper, NEW), got(helper, WORDS)) == (1, 0)
    assert (got(mother, "Сенбіде келіңіз."), got(mother, "Жұмада келіңіз.")) == (1, 0)


async def test_who_still_waits_for_the_morning_gets_the_new_words(hotline: Stage) -> None:
    """Nobody gets the old ones after others saw them change; and each gets it once."""
    vera, helper, far = await goes_to_two(hotline)
    one = await latest(hotline)
    assert await states(hotline, one.id) == ["sent", "waiting"]
    await corrects(hotline, vera, en=NEW)
    await hotline.passes(seconds=5)
    assert (got(helper, NEW), got(helper, WORDS), got(far, NEW)) == (1, 0, 0)
    assert await states(hotline, one.id) == ["sent", "waiting"]
    await hotline.passes(hours=10)  # 9:00 where she is
    await hotline.passes(seconds=5)
    assert (got(far, NEW), got(far, WORDS)) == (1, 0)
    assert await states(hotline, one.id) == ["sent", "sent"]


async def test_deleted_it_is_gone_and_reaches_nobody_any_more(hotline: Stage) -> None:
    """Also to whom it had not gone yet; and nothing of it can be sent again."""
    vera, helper, far = (
        await hotline.coordinator("en"),
        await volunteer(hotline),
        await far_away(hotline),
    )
    await begins(hotline, vera, "volunteers")
    await tap(hotline, vera, "button-cast-what")
    await presses(hotline, vera, "English")
    vera.photo(PICTURE, caption=WORDS)
    await hotline.settled()
    await goes(hotline, vera)
    one = await latest(hotline)
    await deletes(hotline, vera)
    assert got(helper, WORDS) == 0
    assert "A correction of what was sent · deleted\n\nChanged or deleted: 1\nWaiting: 0" in read(vera)
    assert not [each for each in helper.messages if each.kind == "photo"]
    assert await states(hotline, one.id) == ["sent", "stopped"]
    await hotline.passes(hours=12)
    assert got(far, WORDS) == 0
    await opens(hotline, vera, 1)
    assert says(vera, "cast-is-retracted")
    assert vera.last is not None
    offered = {label for row in vera.last.labels for label in row}
    assert TEXTS.plain("en", "button-cast-correct") not in offered


async def test_at_night_it_is_corrected_at_once(hotline: Stage) -> None:
    """A change makes no sound, and what is wrong is read in the morning."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    await hotline.passes(hours=12)  # midnight
    await corrects(hotline, vera, en=NEW)
    assert (got(helper, NEW), got(helper, WORDS)) == (1, 0)


async def test_after_two_days_she_is_told_that_it_is_too_late(hotline: Stage) -> None:
    """The card says until when; a press after that says why not, and changes nothing."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    assert "It can be corrected or deleted until 26 November 2026, 12:00." in read(vera)
    hotline.clock.move(timedelta(hours=47))
    await tap(hotline, vera, "button-cast-correct")
    hotline.clock.move(timedelta(hours=1))
    await tap(hotline, vera, "button-cast-reword")
    assert vera.heard[-1].text == TEXTS.plain("en", "cast-correct-late")
    await opens(hotline, vera)
    assert vera.last is not None
    offered = {label for row in vera.last.labels for label in row}
    assert TEXTS.plain("en", "button-cast-correct") not in offered
    assert got(helper, WORDS) == 1


async def test_while_it_is_paused_by_hand_a_correction_leaves_it_paused(hotline: Stage) -> None:
    """It goes on when she says so, in the new words."""
    vera, helper, far = await goes_to_two(hotline)
    one = await latest(hotline)
    await tap(hotline, vera, "button-cast-pause")
    await hotline.passes(seconds=5)
    await corrects(hotline, vera, en=NEW)
    await hotline.passes(seconds=5)
    assert await states(hotline, one.id) == ["held", "sent"]
    await opens(hotline, vera)
    await tap(hotline, vera, "button-cast-resume")
    await hotline.passes(hours=10)
    await hotline.passes(seconds=5)
    assert (got(helper, NEW), got(far, NEW), got(far, WORDS)) == (1, 1, 0)
