"""Words that have no place yet: whatever else goes on in between, they wait, and none is lost in silence."""

from typing import Any

from bot.sandbox.phones import Phone
from storage import cases, drafts, entries, people
from storage.records import EntryKind
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import says, says_it, tap
from tests.scenes.transcript import PICTURE


async def test_who_writes_first_and_then_begins_a_report_has_said_it_in_the_report(hotline: Stage) -> None:
    """She does not press what is offered under her words; she presses Report, as the greeting says."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "They took my son yesterday.")
    await says_it(hotline, mother, "/report")
    assert says(mother, "held-until-consent")

    await tap(hotline, mother, "button-agree")

    draft = await _draft(hotline, mother)
    assert [one["text"] for one in draft["answers"]["story"]["texts"]] == ["They took my son yesterday."]


async def test_words_before_a_report_is_taken_up_again_come_with_her(hotline: Stage) -> None:
    """She pauses, writes something, and goes on by another button than the one under her words."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "button-pause")
    pause = mother.last
    await says_it(hotline, mother, "He has a scar.")
    assert pause is not None
    mother.press(pause, 0)
    await hotline.settled()

    assert [one["text"] for one in (await _draft(hotline, mother))["remarks"]] == ["He has a scar."]


async def test_what_was_held_is_offered_again_after_another_talk(hotline: Stage) -> None:
    """An old button leads her into a report; when she rests, she is asked where her words belong."""
    mother = await hotline.relative("en")
    await tap(hotline, mother, "button-report")
    await tap(hotline, mother, "button-agree")
    question = mother.last
    await tap(hotline, mother, "button-pause")
    await says_it(hotline, mother, "He has a scar.")
    assert question is not None
    mother.press(question, 0)
    await hotline.settled()
    await says_it(hotline, mother, "/cancel")
    assert says(mother, "loose-where")

    await tap(hotline, mother, "button-send-to-person")

    assert await hotline.house.store.read(lambda tx: _asked(tx, mother)) == ["He has a scar."]


async def test_cancel_erases_nothing_of_what_waits_for_a_place(hotline: Stage) -> None:
    """As /help says; to erase it there is a button."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "They took my son yesterday.")
    await says_it(hotline, mother, "/cancel")
    assert says(mother, "cancelled")

    await tap(hotline, mother, "button-send-to-person")

    assert await hotline.house.store.read(lambda tx: _asked(tx, mother)) == ["They took my son yesterday."]


async def test_words_behind_a_command_are_words(hotline: Stage) -> None:
    """People write on after a command, or begin a line with a slash."""
    mother = await hotline.relative("en")
    await says_it(hotline, mother, "/report my son Yerlan")
    assert says(mother, "held-until-consent")
    await tap(hotline, mother, "button-agree")
    await tap(hotline, mother, "option-relation-child")
    await says_it(hotline, mother, "Yerlan")
    await tap(hotline, mother, "option-event-taken")
    await says_it(hotline, mother, "/19 of July, at night")
    await says_it(hotline, mother, "/help what is a border crossing")
    assert says(mother, "loose-where")

    draft = await _draft(hotline, mother)
    assert [one["text"] for one in draft["answers"]["story"]["texts"]] == ["/report my son Yerlan"]
    assert [one["text"] for one in draft["answers"]["when"]["remarks"]] == ["/19 of July, at night"]
    await tap(hotline, mother, "button-send-to-person")
    assert await hotline.house.store.read(lambda tx: _asked(tx, mother)) == [
        "/help what is a border crossing"
    ]


async def test_words_behind_a_start_before_there_is_a_language(hotline: Stage) -> None:
    """No invitation looks like it; it is held while she chooses."""
    mother = hotline.phone("Mother")
    await says_it(hotline, mother, "/start please help, my son")
    mother.tap("English")
    await hotline.settled()
    await tap(hotline, mother, "button-send-to-person")
    assert await hotline.house.store.read(lambda tx: _asked(tx, mother)) == ["/start please help, my son"]


async def test_a_bundle_without_a_place_is_asked_about_once(hotline: Stage) -> None:
    """Also with words under its first photo; and all of it goes where she says."""
    mother = await hotline.relative("en")
    await hotline.reports(mother, "en", "Yerlan")
    before = len(mother.heard)
    mother.album([PICTURE] * 3, caption="his papers")
    await hotline.settled()
    asked = TEXTS.plain("en", "loose-where")
    assert len([one for one in mother.heard[before:] if asked in one.text]) == 1

    mother.tap("Add to")
    await hotline.settled()

    words = await hotline.house.store.read(lambda tx: _told(tx, mother))
    assert [one["text"] for one in words] == ["", "his papers", "", ""]


async def test_what_is_erased_here_is_gone_with_its_file(hotline: Stage) -> None:
    """The button says erase."""
    mother = await hotline.relative("en")
    mother.photo(PICTURE)
    await hotline.settled()
    await hotline.passes(minutes=1)
    await tap(hotline, mother, "button-forget")
    assert says(mother, "forgotten")
    await hotline.passes(minutes=1)
    folder = hotline.house.settings.data_dir / "files"
    assert [path for path in folder.rglob("*") if path.is_file()] == []


async def _draft(hotline: Stage, phone: Phone) -> Any:
    (draft,) = await hotline.house.store.read(lambda tx: drafts.open_of(tx, _id_of(tx, phone)))
    return draft.body


def _id_of(tx: Tx, phone: Phone) -> str:
    person = people.by_account(tx, phone.user["id"])
    assert person is not None
    return person.id


def _asked(tx: Tx, phone: Phone) -> list[str]:
    return [one.body["text"] for one in entries.unread_words(tx, person_id=_id_of(tx, phone))]


def _told(tx: Tx, phone: Phone) -> list[Any]:
    (case,) = cases.followed_by(tx, _id_of(tx, phone))
    return [one.body for one in entries.of_case(tx, case.id, 50) if one.kind is EntryKind.WORD]
