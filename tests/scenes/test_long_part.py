"""The long part of one case, from the report to its closing, as its family and its coordinator read it.

Fifteen days in detention that end without a release, a petition that nobody answers in time, a
promise that falls on New Year's Day, a release. The transcripts lie beside those of the reports.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from storage.records import Situation, Urgency
from storage.records import Stage as CaseStage
from tests.scenes.interview import Interview, interview
from tests.scenes.stage import NOON, stage
from tests.scenes.told.everyone import TOLD
from tests.scenes.transcript import compare
from tests.scenes.working import case_now

LANGUAGES = ("kk", "ru", "zh-Hans", "kk-Arab")
_TAKEN = "20 ноября 2026"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_long_part(language: str, tmp_path: Path, database: str, write_transcripts: bool) -> None:
    """Nobody is left without a word, and nothing that is said writes over anything."""
    async with stage(tmp_path, database, start=NOON) as opened:
        talk = await interview(opened, "The long part of a case.", TOLD[language].teller, language, "ru")
        await talk.chooses_language()
        await talk.taps("button-report", "button-agree")
        await talk.tells(TOLD[language].short)
        await talk.taps("button-send-report")
        await talk.team("button-open-case", "button-take")

        await _two_who_do_not_agree(talk)
        assert (await case_now(opened)).situation is Situation.DETAINED
        await _tells_the_family(talk)
        await _fifteen_days(talk)
        assert (await case_now(opened)).urgency is Urgency.NOW
        await _a_petition_without_an_answer(talk)
        await _a_promise_on_a_holiday(talk)
        await _comes_home(talk)

        kept = await case_now(opened)
        assert (kept.stage, kept.situation) == (CaseStage.CLOSED, Situation.RELEASED)
    compare(f"{language}-long-part", talk.scene.text(), write=write_transcripts)


async def _opens(talk: Interview) -> None:
    await talk.scene.does(talk.coordinator, f"/case {(await case_now(talk.stage)).code}")


async def _claims(talk: Interview, what: str, source: str, day: str, certainty: str, words: str) -> None:
    await _opens(talk)
    await talk.scene.taps_label(talk.coordinator, "Сведения")
    await talk.team("button-claim-add", f"option-claim-what-{what}", f"option-claim-source-{source}")
    await talk.scene.does(talk.coordinator, day)
    await talk.scene.taps_label(talk.coordinator, day)
    await talk.team(f"option-claim-certainty-{certainty}")
    await talk.scene.does(talk.coordinator, words)
    await talk.team("button-skip", "button-save")


async def _two_who_do_not_agree(talk: Interview) -> None:
    """A paper says that he is held; a cousin has heard that he was let go on that day."""
    await _claims(talk, "detained", "paper", _TAKEN, "documented", "Протокол: 15 суток.")
    await _claims(talk, "released", "relative", _TAKEN, "said", "Слышал, что отпустили.")


async def _tells_the_family(talk: Interview) -> None:
    """From a template, in the family's language, with a preview."""
    await _opens(talk)
    await talk.team("button-update", "button-update-wrote")
    await talk.team("option-update-wrote-to-consulate")
    await talk.scene.does(talk.coordinator, "23 ноября 2026")
    await talk.scene.taps_label(talk.coordinator, "23 ноября 2026")
    await talk.team("button-skip", "button-save", "button-send-letter")
    await talk.taps("button-read")


async def _fifteen_days(talk: Interview) -> None:
    """The day after the end the family is asked; he is not home, and the case cannot wait."""
    await _opens(talk)
    await talk.team("button-terms", "button-term-add", "option-term-kind-administrative")
    await talk.scene.does(talk.coordinator, _TAKEN)
    await talk.scene.taps_label(talk.coordinator, _TAKEN)
    await talk.team("option-term-length-15-days", "button-skip", "button-save")
    await talk.scene.waits(12)
    await talk.taps("button-read", "button-checkin-not-home")


async def _a_petition_without_an_answer(talk: Interview) -> None:
    """Fifteen working days, and then one more."""
    await talk.team("button-look", "button-open-case", "button-petitions", "button-petition-add")
    await talk.team("option-petition-to-prosecutor")
    await talk.scene.does(talk.coordinator, "Прокуратура города", "4 декабря 2026")
    await talk.scene.taps_label(talk.coordinator, "4 декабря 2026")
    await talk.scene.does(talk.coordinator, "14-2026")
    await talk.team("button-skip", "button-skip", "button-save")
    await talk.scene.waits(20)
    await talk.scene.waits(4)


async def _a_promise_on_a_holiday(talk: Interview) -> None:
    """Nobody is in the office on New Year's Day, and the family hears all the same."""
    await talk.stage.passes(days=4)
    await talk.scene.waits(3)


async def _comes_home(talk: Interview) -> None:
    """A paper, and the case ends with a reason; the family reads it after a tap."""
    await _claims(talk, "released", "paper", "5 января 2027", "documented", "Справка об освобождении.")
    await _opens(talk)
    await talk.team("button-stage", "button-close-case", "option-closing-reason-released")
    await talk.team("button-skip", "button-save")
    await talk.scene.waits(0)
    await talk.taps("button-read")
    assert talk.stage.clock.now() > NOON + timedelta(days=40)
