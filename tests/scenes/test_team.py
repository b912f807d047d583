"""What coordinators do, and what nobody else can."""

from datetime import timedelta

from bot.inviting import new_invite
from bot.sandbox.phones import Phone
from storage import people
from storage.records import Role
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import read, says, says_it, tap


async def test_an_invite_works_once_and_every_other_gets_the_same_answer(hotline: Stage) -> None:
    """A used, an invented and an expired link: the same words; the team hears of each who joins."""
    vera = await hotline.coordinator("en", "Vera")
    tokens = [
        await hotline.house.store.write(lambda tx: new_invite(tx, Role.COORDINATOR, hotline.clock))
        for _ in range(2)
    ]
    second, third = await hotline.relative("en"), await hotline.relative("en")
    second.start(tokens[0])
    await hotline.settled()
    assert says(second, "welcome-coordinator")
    assert says(vera, "alert-new-coordinator")

    answers = []
    third.start(tokens[0])
    await hotline.settled()
    answers.append(third.last.text if third.last else "")
    third.start("A" * 22)
    await hotline.settled()
    answers.append(third.last.text if third.last else "")
    hotline.clock.move(timedelta(hours=24))
    third.start(tokens[1])
    await hotline.settled()
    answers.append(third.last.text if third.last else "")
    assert answers == [TEXTS.plain("en", "invite-not-valid")] * 3


async def test_a_coordinator_who_tries_a_link_stays_one_and_does_not_use_it_up(hotline: Stage) -> None:
    """She looks whether a volunteer's link works before she passes it on."""
    vera, brother = await hotline.coordinator("en"), await hotline.relative("en")
    token = await hotline.house.store.write(lambda tx: new_invite(tx, Role.VOLUNTEER, hotline.clock))
    vera.start(token)
    await hotline.settled()
    assert says(vera, "invite-not-valid")
    await says_it(hotline, vera, "/queue")
    assert "No case is open" in read(vera)

    brother.start(token)
    await hotline.settled()

    assert says(brother, "welcome-volunteer")


async def test_two_coordinators_one_case(hotline: Stage) -> None:
    """Both see it; who takes it second becomes its owner, and the family's answers go to the owner alone."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("ru", "Olga")
    mother = await hotline.relative("kk")
    await hotline.reports(mother, "kk", "Ерлан")
    for one, language in ((vera, "en"), (olga, "ru")):
        await tap(hotline, one, "button-open-case", language)
        await tap(hotline, one, "button-take", language)
    assert says(olga, "case-owner-you", "ru")

    await says_it(hotline, mother, "/cases")
    mother.tap("Ерлан")
    await hotline.settled()
    await tap(hotline, mother, "button-add", "kk")
    heard = len(vera.heard), len(olga.heard)
    await says_it(hotline, mother, "Тағы да айыппұл салды.")
    assert (len(vera.heard), len(olga.heard)) == (heard[0], heard[1] + 1)
    assert "Ерлан" not in olga.heard[-1].text
    assert "айыппұл" not in olga.heard[-1].text


async def test_the_queue_puts_the_waiting_family_first_and_turns_its_pages(hotline: Stage) -> None:
    """Nine cases, eight on a page; the family that wrote last week comes before what is new."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    for number in range(9):
        if number == 0:
            await hotline.reports(mother, "en", "Person 0")
        else:
            await _again(hotline, mother, number)
    await says_it(hotline, mother, "/cases")
    mother.tap("Person 7")
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    await says_it(hotline, mother, "He called once.")

    await says_it(hotline, vera, "/queue")
    assert vera.last is not None
    assert "Needs somebody: 9" in read(vera)
    assert "waits since" in vera.last.labels[0][0]
    assert len(vera.last.labels) == 10  # eight cases, the way on, and what else there is
    await tap(hotline, vera, "button-page-on")
    assert len(vera.last.labels) == 3
    vera.tap(vera.last.labels[0][0])
    await hotline.settled()
    assert "Person" in vera.last.text


async def _again(hotline: Stage, mother: Phone, number: int) -> None:
    await tap(hotline, mother, "button-new-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, f"Person {number}")
    for _ in range(4):
        await tap(hotline, mother, "button-unknown")
    await tap(hotline, mother, "button-send-report")


async def test_a_letter_is_sent_as_previewed_or_not_at_all(hotline: Stage) -> None:
    """An earlier preview's button does not send the later text; cancelling sends nothing."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "First wording.")
    first = vera.last
    assert first is not None
    await says_it(hotline, vera, "Second wording.")
    vera.press(first, 0)
    await hotline.settled()
    assert vera.heard[-1].text == TEXTS.plain("en", "press-old")
    await tap(hotline, vera, "button-send-letter")
    await tap(hotline, mother, "button-read")
    assert "Second wording." in read(mother)
    assert "First wording." not in read(mother)

    await tap(hotline, vera, "button-open-case")
    assert "opened" in read(vera)
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "Never mind.")
    heard = len(mother.heard)
    await tap(hotline, vera, "button-cancel")
    assert len(mother.heard) == heard


async def test_who_is_no_coordinator_any_more_can_open_nothing(hotline: Stage) -> None:
    """Buttons that she still has do nothing from the moment on at which the role was taken."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")

    def take_away(tx: Tx) -> None:
        person = people.by_account(tx, vera.user["id"])
        assert person is not None
        people.set_role(tx, person.id, Role.FAMILY)

    await hotline.house.store.write(take_away)
    await tap(hotline, vera, "button-open-case")
    assert vera.heard[-1].text == TEXTS.plain("en", "press-old")
    await says_it(hotline, vera, "/queue")
    assert says(vera, "unknown-command")
    assert "Yerlan" not in read(vera)


async def test_who_takes_a_case_over_reads_all_that_was_written_before(hotline: Stage) -> None:
    """Words that somebody else has opened already, and our own letters; a dozen of them on two pages."""
    vera, mother = await hotline.coordinator("en", "Vera"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")
    for number in range(10):
        await says_it(hotline, mother, f"Word {number}.")
    mother.voice(b"OggS" + bytes(99), 5)
    await hotline.settled()
    await tap(hotline, vera, "button-read")
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "We ask the ministry.")
    await tap(hotline, vera, "button-send-letter")

    olga = await hotline.coordinator("en", "Olga")
    await says_it(hotline, olga, "/queue")
    assert olga.last is not None
    olga.tap(olga.last.labels[0][0])
    await hotline.settled()
    await tap(hotline, olga, "button-messages")
    first = read(olga)
    assert "Word 2." in first
    assert "Word 1." not in first
    assert "We ask the ministry." in first
    assert any(message.kind == "voice" for message in olga.messages)
    await tap(hotline, olga, "button-page-back")
    assert "Word 0." in read(olga)


async def test_somebody_without_a_case_waits_in_the_queue_until_she_is_answered(hotline: Stage) -> None:
    """She asked before anybody was a coordinator, so nobody was alerted; and reading is no answer."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-person")
    await says_it(hotline, mother, "Please call me.")
    vera = await hotline.coordinator("en")
    for _ in range(2):
        await says_it(hotline, vera, "/queue")
        vera.tap("Asks for a person")
        await hotline.settled()
        assert "Please call me." in read(vera)
    await tap(hotline, vera, "button-answer")
    await says_it(hotline, vera, "We call at five.")
    await tap(hotline, vera, "button-send-letter")

    await says_it(hotline, vera, "/queue")

    assert vera.last is not None
    assert vera.last.labels == [[TEXTS.plain("en", "button-queue-filter"), TEXTS.plain("en", "button-find")]]


async def test_a_letter_to_who_blocked_the_bot_is_announced_when_she_is_back(hotline: Stage) -> None:
    """The coordinator is told that it reaches nobody now; the promise is not broken in silence."""
    vera, mother = await hotline.coordinator("en"), await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    mother.block()
    await hotline.settled()
    await tap(hotline, vera, "button-open-case")
    assert vera.last is not None
    assert "no longer reach the family" in vera.last.text
    await tap(hotline, vera, "button-write-family")
    await says_it(hotline, vera, "He was seen in Zharkent.")
    await tap(hotline, vera, "button-send-letter")
    assert "no longer reach the family" in vera.last.text

    mother.unblock()
    await hotline.settled()
    assert says(mother, "notice-update")
    await tap(hotline, mother, "button-read")
    assert "He was seen in Zharkent." in read(mother)


async def test_the_family_s_words_do_not_end_at_an_owner_who_blocked_the_bot(hotline: Stage) -> None:
    """Whoever else is on the team hears of them."""
    vera, olga = await hotline.coordinator("en", "Vera"), await hotline.coordinator("en", "Olga")
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    await tap(hotline, vera, "button-open-case")
    await tap(hotline, vera, "button-take")
    vera.block()
    await hotline.settled()
    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await tap(hotline, mother, "button-add")

    await says_it(hotline, mother, "He called once.")

    assert "There is a message from the family" in olga.heard[-1].text
