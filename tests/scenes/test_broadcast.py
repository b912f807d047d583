"""Writing to many at once: composed, counted, agreed to, sent once to each, stopped, corrected, answered."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from bot.sandbox.phones import Phone
from handlers import casting
from handlers.coordinator import broadcast as composing
from storage import broadcasts, cases, people
from storage.records import CastState
from storage.store import Tx
from storage.tables import outbox
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_second_yes import volunteer
from tests.scenes.transcript import PICTURE

WORDS = "Come to the office on Friday."


async def presses(hotline: Stage, phone: Phone, label: str) -> None:
    """Press the newest button that says this."""
    phone.tap(label)
    await hotline.settled()


async def begins(hotline: Stage, vera: Phone, *groups: str) -> None:
    """She begins a broadcast to these groups."""
    await says_it(hotline, vera, "/broadcast")
    await tap(hotline, vera, "button-cast-new")
    await tap(hotline, vera, "button-cast-whom")
    for group in groups:
        await tap(hotline, vera, f"cast-group-{group}")
    await tap(hotline, vera, "button-back")


async def writes(hotline: Stage, vera: Phone, **texts: str) -> None:
    """She writes it in these languages."""
    await tap(hotline, vera, "button-cast-what")
    for language, text in texts.items():
        await presses(hotline, vera, {"en": "English", "kk": "Қазақша", "ru": "Русский"}[language])
        await says_it(hotline, vera, text)


async def goes(hotline: Stage, vera: Phone) -> None:
    """She sends it, alone."""
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)


async def goes_weekly(hotline: Stage, vera: Phone) -> None:
    """To the volunteers, each Wednesday at 14:30."""
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-when")
    await tap(hotline, vera, "button-cast-weekly")
    await tap(hotline, vera, "weekday-3")
    await presses(hotline, vera, "14:30")
    await goes(hotline, vera)


async def latest(hotline: Stage) -> broadcasts.Broadcast:
    """The broadcast that was made last."""

    def work(tx: Tx) -> broadcasts.Broadcast:
        every = [*broadcasts.open_ones(tx), *broadcasts.latest(tx, 9)]
        return max(every, key=lambda one: one.id)

    return await hotline.house.store.read(work)


async def states(hotline: Stage, cast_id: str) -> list[str]:
    """The states of its rows."""

    def work(tx: Tx) -> list[str]:
        return sorted(tx.execute(select(outbox.c.state).where(outbox.c.broadcast_id == cast_id)).scalars())

    return await hotline.house.store.read(work)


def got(phone: Phone, text: str) -> int:
    """How many messages with this text stand in her chat."""
    return sum(text in one.text for one in phone.messages if not one.out)


async def test_two_languages_and_a_fallback_each_once(hotline: Stage) -> None:
    """Whoever reads neither gets the fallback, and she is warned; who is meant twice gets it once."""
    vera = await hotline.coordinator("en", "Vera")
    mother, aunt, uncle = [await hotline.relative(code) for code in ("kk", "en", "ug")]
    for phone, code in ((mother, "kk"), (aunt, "en"), (uncle, "ug")):
        await hotline.reports(phone, code, "Yerlan")
    # The mother reported a second case, too: she qualifies twice.
    await hotline.reports(mother, "kk", "Aidos")
    await hotline.relative("en", "A stranger")

    await begins(hotline, vera, "families", "followers")
    assert "People who are meant: 3" in read(vera)
    await writes(hotline, vera, kk="Жұмада келіңіз.", en=WORDS)
    await tap(hotline, vera, "button-back")
    assert "ئۇيغۇرچە: 1 person gets it in another language: Қазақша" in read(vera)
    await tap(hotline, vera, "button-cast-preview")
    assert got(vera, WORDS) >= 1
    assert got(vera, "Жұмада келіңіз.") >= 1
    await tap(hotline, vera, "button-cast-sure")
    assert "People who get it: 3" in read(vera)
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)

    assert (got(mother, "Жұмада келіңіз."), got(aunt, WORDS), got(uncle, "Жұмада келіңіз.")) == (1, 1, 1)
    assert mother.last is not None
    assert mother.last.text.startswith(TEXTS.plain("kk", "rest-word"))
    assert "Sent: 3" in read(vera)
    one = await latest(hotline)
    assert one.state is CastState.DONE
    assert await states(hotline, one.id) == ["sent"] * 3


async def test_above_the_size_a_second_yes_to_exactly_this(hotline: Stage) -> None:
    """Nothing leaves before the yes; a yes to what was taken back counts no more."""
    object.__setattr__(hotline.house.hotline._office, "broadcast_alone", 1)
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    helpers = [await volunteer(hotline) for _ in range(2)]
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-ask-approval")
    await hotline.passes(seconds=5)
    assert [got(one, WORDS) for one in helpers] == [0, 0]
    await tap(hotline, olga, "button-look")
    assert WORDS in read(olga)

    # She takes it back and changes a word: Olga's yes would be to something else.
    await says_it(hotline, vera, "/broadcast")
    await presses(hotline, vera, TEXTS.plain("en", "cast-state-asked"))
    await tap(hotline, vera, "button-cast-back")
    await writes(hotline, vera, en="Come at once.")
    await tap(hotline, olga, "button-approve")
    assert says(olga, "approval-over")

    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-ask-approval")
    await tap(hotline, olga, "button-look")
    await tap(hotline, olga, "button-approve")
    await hotline.passes(seconds=5)
    assert [got(one, "Come at once.") for one in helpers] == [1, 1]
    assert [got(one, WORDS) for one in helpers] == [0, 0]


async def test_at_night_it_waits_for_the_morning_unless_it_is_urgent(hotline: Stage) -> None:
    """Each by the clock where she lives."""
    vera, mother, son = (
        await hotline.coordinator("en"),
        await hotline.relative("en"),
        await hotline.relative("en"),
    )
    await says_it(hotline, son, "/settings")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.reports(son, "en", "Yerlan")

    def moves(tx: Tx) -> None:
        person = people.by_account(tx, son.user["id"])
        assert person is not None
        people.set_habits(tx, person, zone="America/Los_Angeles", way=person.way)  # 23:00 there

    await hotline.house.store.write(moves)
    await begins(hotline, vera, "families")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    assert (got(mother, WORDS), got(son, WORDS)) == (1, 0)
    assert "Of these until morning: 1" in read(vera)
    await hotline.passes(hours=10)  # 9:00 there
    await hotline.passes(seconds=5)
    assert (got(mother, WORDS), got(son, WORDS)) == (1, 1)
    assert (await latest(hotline)).state is CastState.DONE

    hotline.clock.move(timedelta(hours=14))  # 23:00 there again
    await begins(hotline, vera, "families")
    await tap(hotline, vera, "button-cast-when")
    await tap(hotline, vera, "button-cast-urgent")
    await tap(hotline, vera, "button-back")
    await writes(hotline, vera, en="Leave now.")
    await goes(hotline, vera)
    assert (got(mother, "Leave now."), got(son, "Leave now.")) == (1, 1)


async def test_paused_it_sends_nothing_and_stopped_never_again(hotline: Stage) -> None:
    """What waits is put aside, goes on where it was, and is emptied when it is stopped for good."""
    vera = await hotline.coordinator("en")
    helpers = [await volunteer(hotline) for _ in range(3)]
    hotline.clock.move(timedelta(hours=12))  # midnight: everything waits for the morning
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    one = await latest(hotline)
    assert await states(hotline, one.id) == ["waiting"] * 3
    await tap(hotline, vera, "button-cast-pause")
    await hotline.passes(seconds=5)
    assert await states(hotline, one.id) == ["held"] * 3
    assert (await latest(hotline)).state is CastState.PAUSED

    await hotline.passes(hours=10)
    assert [got(each, WORDS) for each in helpers] == [0] * 3
    await tap(hotline, vera, "button-cast-resume")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert [got(each, WORDS) for each in helpers] == [1] * 3

    hotline.clock.move(timedelta(hours=14))
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en="Never mind.")
    await goes(hotline, vera)
    await tap(hotline, vera, "button-cast-stop")
    await tap(hotline, vera, "button-cast-stop")
    await hotline.passes(seconds=5)
    two = await latest(hotline)
    assert two.state is CastState.STOPPED
    assert await states(hotline, two.id) == ["stopped"] * 3
    await hotline.passes(hours=24)
    assert [got(each, "Never mind.") for each in helpers] == [0] * 3


async def test_what_was_sent_is_corrected_and_taken_back(hotline: Stage) -> None:
    """It reads otherwise in place; then it is gone."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    sent = helper.last
    assert sent is not None
    await tap(hotline, vera, "button-cast-correct")
    await tap(hotline, vera, "button-cast-reword")
    await writes(hotline, vera, en="Come on Saturday.")
    await goes(hotline, vera)
    assert helper.last is sent
    assert "Come on Saturday." in sent.text
    assert got(helper, WORDS) == 0

    await says_it(hotline, vera, "/broadcast")
    # The correction is the latest of the two that have ended.
    shown = vera.last
    assert shown is not None
    vera.press(shown, 1)
    await hotline.settled()
    await tap(hotline, vera, "button-cast-correct")
    await tap(hotline, vera, "button-cast-retract")
    await tap(hotline, vera, "button-cast-sure")
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    assert got(helper, "Come on Saturday.") == 0


async def test_answers_count_once_and_can_be_changed(hotline: Stage) -> None:
    """The preview's buttons count nothing; the coordinator sees numbers, and who by codes only."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("kk")
    helper = await volunteer(hotline, "Zarina")
    await hotline.reports(mother, "kk", "Yerlan")
    await begins(hotline, vera, "families", "volunteers")
    await writes(hotline, vera, en=WORDS)
    await tap(hotline, vera, "button-cast-come")
    await tap(hotline, vera, "button-cast-help")
    await tap(hotline, vera, "button-cast-preview")
    await presses(hotline, vera, TEXTS.plain("en", "button-cast-come"))
    assert vera.heard[-1].text == TEXTS.plain("en", "cast-sample")
    await goes(hotline, vera)

    await tap(hotline, helper, "button-cast-come")
    await tap(hotline, mother, "button-cast-come", "kk")
    await tap(hotline, mother, "button-cast-help", "kk")
    assert says(mother, "cast-help-noted", "kk")
    await says_it(hotline, vera, "/broadcast")
    await presses(hotline, vera, TEXTS.plain("en", "cast-state-done"))
    assert "I can come: 1\nI need help: 1" in read(vera)
    await tap(hotline, vera, "button-cast-answers")
    assert vera.last is not None
    assert "Zarina" not in vera.last.text
    assert "Yerlan" not in vera.last.text


async def test_who_blocked_the_bot_is_marked_and_reported(hotline: Stage) -> None:
    """She is not written to again; the report names her by her case, as a table and as a picture."""
    vera, mother, aunt = (
        await hotline.coordinator("en"),
        await hotline.relative("en"),
        await hotline.relative("en"),
    )
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.reports(aunt, "en", "Aidos")
    mother.chat.blocked = True  # without Telegram telling
    await begins(hotline, vera, "families")
    await writes(hotline, vera, en=WORDS)
    await goes(hotline, vera)
    assert "Blocked the bot: 1" in read(vera)

    def reached(tx: Tx) -> bool:
        person = people.by_account(tx, mother.user["id"])
        assert person is not None
        return person.reachable

    assert not await hotline.house.store.read(reached)
    await tap(hotline, vera, "button-cast-report")
    table = vera.last
    assert table is not None
    assert table.file is not None
    with ZipFile(BytesIO(table.file.content)) as book:
        inside = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert "Blocked the bot" in inside
    assert "Yerlan" not in inside
    await tap(hotline, vera, "button-cast-picture")
    assert vera.last is not None
    assert vera.last.file is not None
    assert vera.last.file.content.startswith(b"\x89PNG")


async def test_bold_stays_bold_and_a_photo_comes_with_its_words(hotline: Stage) -> None:
    """As it was written, below the neutral line."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await begins(hotline, vera, "volunteers")
    await tap(hotline, vera, "button-cast-what")
    await presses(hotline, vera, "English")
    vera.photo(PICTURE, caption="Look & see")
    await hotline.settled()
    await tap(hotline, vera, "button-cast-set-link")
    await says_it(hotline, vera, "https://example.org/help")
    await goes(hotline, vera)
    assert helper.last is not None
    assert helper.last.kind == "photo"
    assert "Look & see" in helper.last.text
    assert helper.last.rows[0][0]["url"] == "https://example.org/help"


async def test_weekly_it_goes_each_week_until_it_is_stopped(hotline: Stage) -> None:
    """Each week is a broadcast of its own, to whoever belongs to it then."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    await goes_weekly(hotline, vera)
    assert got(helper, WORDS) == 0
    await hotline.passes(days=1, hours=3)
    await hotline.passes(seconds=5)
    assert got(helper, WORDS) == 1
    later = await volunteer(hotline)
    await hotline.passes(days=7)
    await hotline.passes(seconds=5)
    assert (got(helper, WORDS), got(later, WORDS)) == (2, 1)
    await says_it(hotline, vera, "/broadcast")
    await presses(hotline, vera, TEXTS.plain("en", "cast-state-planned"))
    await tap(hotline, vera, "button-cast-stop")
    await tap(hotline, vera, "button-cast-stop")
    await hotline.passes(days=7)
    await hotline.passes(seconds=5)
    assert (got(helper, WORDS), got(later, WORDS)) == (2, 1)


async def test_many_are_counted_in_the_background(hotline: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The card says so, and changes in place when the number is there."""
    monkeypatch.setattr(composing, "COUNTED_AT_ONCE", 1)
    monkeypatch.setattr(casting, "LOOKED_AT", 2)
    vera = await hotline.coordinator("en")
    for _ in range(3):
        await volunteer(hotline)
    await says_it(hotline, vera, "/broadcast")
    await tap(hotline, vera, "button-cast-new")
    await tap(hotline, vera, "button-cast-whom")
    counted = vera.last
    assert counted is not None
    await tap(hotline, vera, "cast-group-volunteers")
    await hotline.passes(seconds=5)
    assert vera.last is counted
    assert "People who are meant: 3" in counted.text


async def test_chosen_by_language_and_kept_for_the_next_time(hotline: Stage) -> None:
    """What was kept reaches whoever belongs to it then; a case that is left out stays out."""
    vera = await hotline.coordinator("en")
    mother, aunt = await hotline.relative("kk"), await hotline.relative("ru")
    await hotline.reports(mother, "kk", "Yerlan")
    await hotline.reports(aunt, "ru", "Aidos")
    await begins(hotline, vera, "families")
    await tap(hotline, vera, "button-cast-whom")
    await tap(hotline, vera, "cast-trait-language")
    await presses(hotline, vera, "Қазақша")
    assert "Language, only: Қазақша" in read(vera)
    assert vera.last is not None
    assert "People who are meant: 1" in vera.last.text
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-keep")
    await says_it(hotline, vera, "Those who read Kazakh")

    await says_it(hotline, vera, "/broadcast")
    await tap(hotline, vera, "button-cast-new")
    await tap(hotline, vera, "button-cast-whom")
    await tap(hotline, vera, "button-cast-kept")
    await presses(hotline, vera, "Those who read Kazakh")
    assert vera.last is not None
    assert "People who are meant: 1" in vera.last.text
    (case,) = await hotline.house.store.read(
        lambda tx: [
            cases.codes_followed(tx, person.id)[0][1]
            for person in [people.by_account(tx, mother.user["id"])]
            if person is not None
        ]
    )
    await tap(hotline, vera, "button-cast-leave-out")
    await says_it(hotline, vera, case.lower())
    assert "People who are meant: 0" in vera.last.text
