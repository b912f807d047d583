"""Somebody writes more than anybody does: all of it is kept, in pieces that stay small."""

import re

from bot.sandbox.phones import Phone
from handlers.intake import form
from storage import cases, drafts, entries, people, talks
from storage.records import Json
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage

_NUMBER = re.compile(r"№(\d+)")
_LONG = "Я помню каждый день. " * 180  # 3,780 letters


async def test_what_waits_for_a_place_becomes_an_unfinished_report_when_it_is_too_much(
    hotline: Stage,
) -> None:
    """She tells everything before she is asked anything, and never says where it belongs."""
    mother = await hotline.relative("ru")

    await _floods(hotline, mother, 34)

    waiting, unfinished = await hotline.house.store.read(lambda tx: _held(tx, mother))
    assert sorted([*_numbers(waiting), *(one for each in unfinished for one in _numbers(each))]) == list(
        range(34)
    )
    assert len(unfinished) == 2
    assert not any(form.is_full(form.begin(each[:-1])) for each in (waiting, *unfinished))
    assert mother.last is not None
    begun = TEXTS.plain("ru", "button-add-to-draft", title="").strip()
    assert sum(label.startswith(begun) for row in mother.last.labels for label in row) == 2


async def test_before_a_yes_a_full_report_is_followed_by_another(hotline: Stage) -> None:
    """Nothing is shown to anybody before she agrees, and nothing is lost until she has said no."""
    mother, vera = await hotline.relative("ru"), await hotline.coordinator("en")
    mother.tap(TEXTS.plain("ru", "button-report"))
    await hotline.settled()

    await _floods(hotline, mother, 20)

    waiting, unfinished = await hotline.house.store.read(lambda tx: _held(tx, mother))
    assert waiting == []
    assert sorted(one for each in unfinished for one in _numbers(each)) == list(range(20))
    assert len(unfinished) == 2
    assert not any("asks to speak" in one.text for one in vera.heard)


async def test_what_is_more_than_a_report_holds_goes_to_the_team_beside_it(hotline: Stage) -> None:
    """After her yes no word waits for her to finish; and she can still finish."""
    mother, vera = await hotline.relative("ru"), await hotline.coordinator("en")
    mother.tap(TEXTS.plain("ru", "button-report"))
    await hotline.settled()
    mother.tap(TEXTS.plain("ru", "button-agree"))
    await hotline.settled()
    for _ in range(5):
        mother.tap(TEXTS.plain("ru", "button-unknown"))
        await hotline.settled()

    await _floods(hotline, mother, 22)

    assert sum("asks to speak" in one.text for one in vera.heard) == 1
    mother.tap(TEXTS.plain("ru", "button-resume"))
    await hotline.settled()
    for button in ("button-done", "button-send-report"):
        mother.tap(TEXTS.plain("ru", button))
        await hotline.settled()

    def kept(tx: Tx) -> tuple[list[int], list[int]]:
        person_id = _id_of(tx, mother)
        (case,) = cases.followed_by(tx, person_id)
        beside = entries.unread_words(tx, person_id=person_id)
        return _numbers(case.body["answers"]["story"]["texts"]), _numbers([one.body for one in beside])

    told, beside = await hotline.house.store.read(kept)
    assert told == list(range(16))
    assert beside == list(range(16, 22))


async def test_the_team_reads_a_flood_in_pages(hotline: Stage) -> None:
    """One press brings what can be read; the next brings the rest."""
    mother, vera = await hotline.relative("ru"), await hotline.coordinator("en")
    mother.tap(TEXTS.plain("ru", "button-person"))
    await hotline.settled()
    for number in range(44):
        mother.say(f"№{number} коротко")
    await hotline.settled()

    read: list[list[int]] = []
    for button in ("button-read", "button-page-on", "button-page-on"):
        before = len(vera.heard)
        vera.tap(TEXTS.plain("en", button))
        await hotline.settled()
        read.append([int(one) for new in vera.heard[before:] for one in _NUMBER.findall(new.text)])

    assert [one for page in read for one in page] == list(range(44))
    # The call for a person is an entry of its own, without words.
    assert [len(page) for page in read] == [19, 20, 5]
    left = await hotline.house.store.read(lambda tx: entries.any_unread(tx, person_id=_id_of(tx, mother)))
    assert left is False


async def test_the_team_gets_many_files_in_pages(hotline: Stage) -> None:
    """Every page of a family's papers can be reached."""
    mother, vera = await hotline.relative("ru"), await hotline.coordinator("en")
    mother.tap(TEXTS.plain("ru", "button-report"))
    await hotline.settled()
    mother.tap(TEXTS.plain("ru", "button-agree"))
    await hotline.settled()
    for _ in range(5):
        mother.tap(TEXTS.plain("ru", "button-unknown"))
        await hotline.settled()
    for number in range(35):
        mother.document(f"paper {number}".encode(), f"{number}.txt")
    await hotline.settled()
    for button in ("button-done", "button-send-report"):
        mother.tap(TEXTS.plain("ru", button))
        await hotline.settled()
    await hotline.passes(minutes=1)  # until they were copied and looked at
    vera.tap(TEXTS.plain("en", "button-open-case"))
    await hotline.settled()

    pages: list[list[str]] = []
    for button in ("button-files", "button-page-on"):
        before = len(vera.heard)
        vera.tap(TEXTS.plain("en", button))
        await hotline.settled()
        shown = [new.message for new in vera.heard[before:] if new.message is not None]
        pages.append([one.file.name for one in shown if one.file is not None])

    assert pages == [[f"{number}.txt" for number in range(30)], [f"{number}.txt" for number in range(30, 35)]]


async def _floods(hotline: Stage, phone: Phone, count: int) -> None:
    for number in range(count):
        phone.say(f"№{number} {_LONG}")
    await hotline.settled()


def _numbers(pieces: object) -> list[int]:
    return [int(one) for one in _NUMBER.findall(str(pieces))]


def _held(tx: Tx, phone: Phone) -> tuple[list[Json], list[list[Json]]]:
    """What waits for a place, and what each unfinished report holds."""
    person_id = _id_of(tx, phone)
    talk = talks.of(tx, person_id)
    waiting = list(talk.body.get("held", ())) if talk is not None else []
    return waiting, [list(one.body["held"]) for one in drafts.open_of(tx, person_id)]


def _id_of(tx: Tx, phone: Phone) -> str:
    person = people.by_account(tx, phone.chat_id)
    assert person is not None
    return person.id
