"""A report in each of the six languages, by the shortest way and by voice alone, on both databases.

The transcripts lie in `transcripts/`, to be read and corrected by whoever speaks the language.
After a change of texts: `make test ARGS="tests/scenes --write-transcripts"`, and read what changed.
"""

from pathlib import Path

import pytest

from locales.languages import CODES
from storage import attachments
from storage.records import Stage as CaseStage
from storage.store import Tx
from tests.scenes.interview import interview
from tests.scenes.stage import stage
from tests.scenes.told import Speak
from tests.scenes.told.everyone import TOLD
from tests.scenes.transcript import compare

MOST_ACTS = 12  # from "Report a person" to the code: whoever is afraid must not be held up


@pytest.mark.parametrize("language", CODES)
async def test_the_shortest_way(
    language: str, tmp_path: Path, database: str, write_transcripts: bool
) -> None:
    """Six answers make a report, by fewer than twelve presses and messages; a coordinator opens it."""
    told = TOLD[language]
    async with stage(tmp_path, database) as opened:
        talk = await interview(opened, "A report by the shortest way, typed.", told.teller, language, "ru")
        await talk.chooses_language()
        before = talk.scene.acts
        await talk.taps("button-report", "button-agree")
        await talk.tells(told.short)
        await talk.taps("button-send-report")
        acts = talk.scene.acts - before
        await talk.team("button-open-case", "button-take")

        kept = await talk.case()
        assert acts < MOST_ACTS
        assert kept.body["answers"]["when"]["value"]["edtf"]
        assert kept.body["answers"]["where"]["value"]["place"]
        assert (kept.stage, kept.language) == (CaseStage.VERIFYING, language)
    compare(f"{language}-typed-short", talk.scene.text(), write=write_transcripts)


@pytest.mark.parametrize("language", CODES)
async def test_spoken(language: str, tmp_path: Path, database: str, write_transcripts: bool) -> None:
    """She is seventy and only speaks; the coordinator hears every message, and our own copies are sealed."""
    told = TOLD[language]
    async with stage(tmp_path, database) as opened:
        talk = await interview(opened, "A report by voice alone.", told.teller, language, "ru")
        await talk.chooses_language()
        await talk.taps("button-report")
        await talk.does(Speak(4))  # before the yes: held, and part of the story after it
        await talk.taps("button-agree")
        for key, seconds in zip(told.short, told.spoken, strict=False):
            await talk.tells({key: (Speak(seconds),)})
        await talk.does(Speak(61), Speak(40))
        await talk.taps("button-done", "button-go-on")
        for key in ("other-names", "sex", "birth", "citizenship", "residence", "identity", "occupation"):
            talk.asked(key)
            await talk.does(Speak(6))
            if talk.reads(f"ask-{key}"):
                await talk.taps("button-done")
        await talk.taps("button-parts", "section-you")
        for key, seconds in (("phone", 9), ("call-times", 4), ("second-contact", 12)):
            await talk.tells({key: (Speak(seconds),)})
        await talk.taps("button-go-on")
        await talk.does(Speak(2))  # a voice is no yes: she is asked to press
        await talk.taps("button-yes", *["button-skip"] * 6, "button-send-report")

        await talk.team("button-open-case", "button-whole-report", "button-files", "button-write-family")
        await talk.scene.does(talk.coordinator, Speak(12))
        await talk.team("button-send-letter")
        await talk.taps("button-read", "button-answer")
        await talk.does(Speak(7))
        await talk.team("button-read")

        kept = await talk.case()
        spoken = [file for answer in kept.body["answers"].values() for file in answer["files"]]
        assert len(spoken) == 19
        assert await opened.house.store.read(lambda tx: _all_copied(tx, [str(one["id"]) for one in spoken]))
    compare(f"{language}-spoken", talk.scene.text(), write=write_transcripts)


def _all_copied(tx: Tx, ids: list[str]) -> bool:
    return [one.state for one in attachments.by_ids(tx, ids)] == ["kept"] * len(ids)
