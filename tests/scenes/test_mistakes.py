"""Every mistake that the long part lets somebody make has words of its own, in each language."""

from random import Random

import pytest

from bot.sandbox.phones import Phone
from handlers.rules import codes
from locales.languages import CODES
from storage import cases
from storage.records import Stage as CaseStage
from storage.store import Tx
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_family import says_it
from tests.scenes.test_followers import comes, link_of
from tests.scenes.working import SKIP, bare, case_now, fills, last, the_case

FILM = bytes(21 * 1024 * 1024)  # more than Telegram hands out to a bot


def reads(phone: Phone, text_id: str, language: str, **args: str) -> bool:
    """Whether the last thing that came has these words."""
    return bare(TEXTS.plain(language, text_id, **args)) in last(phone)


async def exactly(hotline: Stage, phone: Phone, label: str) -> None:
    """Press what says this and nothing more: "Family" stands in "Write to the family", too."""
    assert phone.last is not None
    (place,) = [
        (row, column)
        for row, labels in enumerate(phone.last.labels)
        for column, one in enumerate(labels)
        if one == label
    ]
    phone.press(phone.last, *place)
    await hotline.settled()


@pytest.mark.parametrize("language", CODES)
async def test_a_coordinator_is_told_what_is_wrong_and_goes_on(hotline: Stage, language: str) -> None:
    """An unknown code, a sum that is none, a day that has not come, a file too big, a closed case."""
    vera, mother = await hotline.coordinator(language), await hotline.relative(language)
    await hotline.reports(mother, language, "Yerlan")
    await fills(hotline, vera, "button-open-case", "button-take", language=language)
    case = await case_now(hotline)

    nobody = codes.make(Random(5).choice)
    await says_it(hotline, vera, f"/case {nobody}")
    assert reads(vera, "case-code-unknown", language, code=nobody)

    await says_it(hotline, vera, f"/case {case.code}")
    await fills(hotline, vera, "button-fines", "button-fine-add", "~abc", language=language)
    assert reads(vera, "slip-unreadable-amount", language)
    await fills(hotline, vera, "button-cancel", language=language)

    await says_it(hotline, vera, f"/case {case.code}")
    await fills(hotline, vera, "button-petitions", "button-petition-add", language=language)
    await fills(hotline, vera, "option-petition-to-police", SKIP, "~24.11.2031", language=language)
    assert reads(vera, "slip-date-future", language)
    await fills(hotline, vera, "~24.11.2026", "first", language=language)
    vera.document(FILM, "film.dat")
    await hotline.settled()
    assert reads(vera, "slip-file-too-big", language)

    def close(tx: Tx) -> None:
        cases.change(tx, the_case(tx).id, hotline.clock.now(), stage=CaseStage.CLOSED)

    await hotline.house.store.write(close)
    await fills(hotline, vera, "button-done", SKIP, SKIP, "button-save", language=language)
    assert reads(vera, "case-closed-meanwhile", language, code=case.code)


@pytest.mark.parametrize("language", CODES)
async def test_whoever_was_refused_and_whoever_sent_too_much_are_told(hotline: Stage, language: str) -> None:
    """A follower, who reads nothing of the case; and a mother whose file Telegram does not hand out."""
    vera, mother = await hotline.coordinator(language), await hotline.relative(language)
    await hotline.reports(mother, language, "Yerlan")
    aunt = await comes(hotline, await link_of(hotline, mother, language), language)
    await fills(hotline, aunt, "button-follow-agree", language=language)
    await says_it(hotline, vera, f"/case {(await case_now(hotline)).code}")
    await exactly(hotline, vera, TEXTS.plain(language, "button-family"))
    refuse = bare(TEXTS.plain(language, "button-follow-refuse", code="CODE")).replace("CODE", "").strip()
    assert vera.last is not None
    await exactly(hotline, vera, next(one for row in vera.last.labels for one in row if refuse in bare(one)))
    assert reads(aunt, "invite-not-valid", language)
    assert (await case_now(hotline)).code not in last(aunt)

    await says_it(hotline, mother, "/cases")
    mother.tap("Yerlan")
    await hotline.settled()
    await fills(hotline, mother, "button-add", language=language)
    mother.document(FILM, "film.dat")
    await hotline.settled()
    assert reads(mother, "word-file-too-big", language)
