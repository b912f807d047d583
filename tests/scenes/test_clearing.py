"""What stands in a chat goes: at her word, by itself, and of the team's chats after minutes."""

from datetime import timedelta

from bot.sandbox.phones import Phone
from storage import messages, outbox, people
from storage.records import Lane, Outgoing
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says_it, tap
from tests.scenes.transcript import PICTURE


def shown(phone: Phone) -> list[str]:
    """The beginning of everything that stands in the chat, both ways."""
    return [message.text[:24] for message in phone.messages]


async def _chooses(hotline: Stage, phone: Phone, hours: int) -> None:
    await says_it(hotline, phone, "/settings")
    await tap(hotline, phone, "button-clear-by-itself")
    phone.tap(f"After {hours} hour")
    await hotline.settled()


async def test_clear_takes_out_both_sides_and_says_how_many(hotline: Stage) -> None:
    """Words, a photo, answers, the command itself: one message is left, and it names nobody."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    mother.photo(PICTURE)
    await hotline.settled()
    stood = len(mother.messages)

    await says_it(hotline, mother, "/clear")

    (left,) = mother.messages
    assert f"{stood + 1} messages were taken out" in read(mother)
    assert "younger than two days" in left.text
    assert "Yerlan" not in left.text
    assert await hotline.house.store.read(lambda tx: len(messages.of_chat(tx, mother.chat_id))) == 1


async def test_the_button_in_privacy_does_the_same(hotline: Stage) -> None:
    """And the message under whose button it stands goes, too."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/privacy")
    await tap(hotline, mother, "button-clear-now")
    assert len(mother.messages) == 1


async def test_what_is_older_than_two_days_stays_and_what_telegram_keeps_is_counted(hotline: Stage) -> None:
    """Of three ages: too old and long forgotten, too old by Telegram's clock alone, and young."""
    mother = await hotline.relative("en")
    first_day = len(mother.messages)
    await hotline.passes(hours=30)
    await says_it(hotline, mother, "/help")
    await hotline.passes(hours=17, minutes=20)
    await says_it(hotline, mother, "/cases")
    await hotline.passes(hours=1, minutes=20)
    await says_it(hotline, mother, "/help")
    stood = len(mother.messages)
    for message in mother.messages[first_day : first_day + 2]:
        message.moment -= timedelta(days=2)

    await says_it(hotline, mother, "/clear")

    assert len(mother.messages) == first_day + 2 + 1
    assert f"{stood - first_day - 2 + 1} messages were taken out" in read(mother)
    assert "did not let me take out 2 messages" in read(mother)


async def test_numbers_are_forgotten_when_nobody_can_delete_any_more(hotline: Stage) -> None:
    """After two days nothing says that there was a talk."""
    mother = await hotline.relative("en")
    await hotline.passes(hours=49)
    assert await hotline.house.store.read(lambda tx: messages.of_chat(tx, mother.chat_id)) == []


async def test_more_than_a_hundred_go_in_several_turns(hotline: Stage) -> None:
    """Telegram takes a hundred at once; what is counted is the sum."""
    mother = await hotline.relative("en")
    for number in range(60):
        mother.say(f"word {number}")
    await hotline.settled()
    stood = len(mother.messages)
    assert stood > 110

    await says_it(hotline, mother, "/clear")

    assert len(mother.messages) == 1
    assert f"{stood + 1} messages" in read(mother)


async def test_what_is_still_to_be_said_goes_too_and_what_is_said_later_stays(hotline: Stage) -> None:
    """She writes, clears and writes in one breath: answers to what came before go, those after stay."""
    mother = await hotline.relative("en")
    mother.say("/help")
    mother.say("/clear")
    mother.say("/privacy")
    await hotline.settled()
    left = [message.text for message in mother.messages]
    # Its own answer and the last one, in whichever order Telegram got them; no help any more.
    assert sum("taken out" in one for one in left) == 1
    assert not any("/report —" in one for one in left)
    assert any("What we keep" in one for one in left)


async def test_a_chat_is_cleared_by_itself(hotline: Stage) -> None:
    """After an hour, not before; both sides; nothing is said about it."""
    mother = await hotline.relative("en")
    await _chooses(hotline, mother, 1)
    await hotline.passes(minutes=30)
    await says_it(hotline, mother, "/help")
    await hotline.passes(minutes=35)
    assert any("/report —" in message.text for message in mother.messages)
    assert shown(mother)[0] == "/help"
    await hotline.passes(minutes=40)
    assert shown(mother) == []
    assert mother.heard[-1].what == "delete"


async def test_the_open_question_stays_until_it_is_answered_or_two_days_are_almost_over(
    hotline: Stage,
) -> None:
    """She rests in the middle of a report: the question waits, and everything before it goes."""
    mother = await hotline.relative("en")
    await _chooses(hotline, mother, 1)
    await says_it(hotline, mother, "/report")
    await tap(hotline, mother, "button-agree")
    question = mother.last
    await hotline.passes(hours=2)
    assert question is not None
    assert [message.id for message in mother.messages] == [question.id]

    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Yerlan")
    await hotline.passes(hours=2)
    assert len(mother.messages) == 1
    await hotline.passes(hours=45, minutes=30)
    # Meanwhile she was reminded, in a message that says nothing.
    (reminder,) = mother.messages
    assert reminder.text.startswith(TEXTS.plain("en", "rest-word"))


async def test_a_notice_that_she_has_not_seen_stays_and_its_letter_goes_in_time(hotline: Stage) -> None:
    """It says nothing. What she reads under it is sent anew where the old message could not be deleted."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await _chooses(hotline, mother, 24)
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "We have written to the office.")
    await tap(hotline, vera, "button-send-letter")
    notice = mother.last
    assert notice is not None
    await hotline.passes(hours=26)
    assert [message.id for message in mother.messages] == [notice.id]

    await tap(hotline, mother, "button-read")
    assert "We have written" in read(mother)
    assert mother.last is not None
    assert mother.last.id != notice.id
    await hotline.passes(hours=25)
    assert mother.messages == [notice] or mother.messages == []
    assert "We have written" not in read(mother)


async def test_by_default_nothing_goes_by_itself(hotline: Stage) -> None:
    """It can be chosen, and chosen away again."""
    mother = await hotline.relative("en")
    stood = len(mother.messages)
    await hotline.passes(hours=30)
    assert len(mother.messages) == stood
    await _chooses(hotline, mother, 6)
    await says_it(hotline, mother, "/settings")
    await tap(hotline, mother, "button-clear-by-itself")
    await tap(hotline, mother, "button-clear-never")
    stood = len(mother.messages)
    await hotline.passes(hours=10)
    assert len(mother.messages) == stood


async def test_what_the_team_is_shown_cannot_be_passed_on(hotline: Stage) -> None:
    """Card, whole report, files and alerts; a relative's own messages are hers."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-whole-report")
    named = [message for message in vera.messages if "Yerlan" in message.text]
    assert len(named) >= 2
    assert all(message.protected for message in named)
    await tap(hotline, mother, "button-receipt")
    await tap(hotline, mother, "button-receipt-yes")
    assert mother.last is not None
    assert mother.last.file is not None
    assert not any(message.protected for message in mother.messages)


async def test_what_a_coordinator_opened_goes_after_five_minutes_if_she_wants_it_so(hotline: Stage) -> None:
    """Off by default. An alert stays: it is a way back to the case, and says nothing of it."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await hotline.settled()
    await says_it(hotline, vera, "/settings")
    await tap(hotline, vera, "button-fleeting-on")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-whole-report")
    assert "Yerlan" in read(vera)
    await hotline.passes(minutes=4)
    assert "Yerlan" in read(vera)
    await hotline.passes(minutes=2)
    assert "Yerlan" not in read(vera)

    await says_it(hotline, vera, "/settings")
    await tap(hotline, vera, "button-fleeting-off")
    await says_it(hotline, vera, "/queue")
    vera.press(vera.last, 0) if vera.last is not None else None
    await hotline.settled()
    await hotline.passes(minutes=10)
    assert "Yerlan" in read(vera)


async def test_a_message_goes_once_after_its_time_and_one_that_was_changed_counts_anew(
    hotline: Stage,
) -> None:
    """The removal is a row of its own, made where the message was settled, under one key."""
    mother = await hotline.relative("en")
    store = hotline.house.store
    her = await store.read(lambda tx: people.by_account(tx, mother.chat_id))
    assert her is not None

    async def put(key: str, kind: str, **body: object) -> None:
        one = Outgoing(
            key,
            mother.chat_id,
            her.id,
            Lane.REPLY,
            kind,
            hotline.clock.now(),
            {"parts": [{"raw": key}], **body},
        )
        await store.write(lambda tx: outbox.add(tx, [one], hotline.clock.now()))
        hotline.house.delivery.wake()
        await hotline.settled()

    await put("seen", "text", gone_after=300)
    number = mother.last.id if mother.last is not None else 0
    await hotline.passes(minutes=3)
    await put("seen again", "edit", message_id=number, gone_after=300)
    await hotline.passes(minutes=3)
    assert "seen again" in read(mother)
    await put("no more", "edit", message_id=number)
    await hotline.passes(minutes=10)
    assert "no more" in read(mother)
    await put("once", "edit", message_id=number, gone_after=60)
    await hotline.passes(minutes=2)
    assert "once" not in read(mother)
    deletions = [one for one in mother.heard if one.what == "delete"]
    assert len(deletions) == 1
