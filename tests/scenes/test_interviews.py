"""The whole interview in each of the six languages, and how people stray through it, word by word.

On SQLite alone: which database lies beneath changes no word that is said, and what is kept is proved
on both in `tests/storage` and in `test_reports.py`.
"""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from handlers.intake.questions import FORM
from handlers.saying import units
from locales.languages import BY_CODE, CODES
from storage.engine import sqlite_url
from tests.open_cases import open_cases
from tests.scenes.interview import Interview, interview
from tests.scenes.stage import stage
from tests.scenes.told import AS_WRITTEN, DONE, SKIP, UNKNOWN, Press, Tap, Wander, option
from tests.scenes.told.everyone import TOLD
from tests.scenes.transcript import compare

LONGEST = 4_096  # UTF-16 units of one message of a person

Opener = Callable[..., AbstractAsyncContextManager[Interview]]


@pytest.fixture
def talks(tmp_path: Path, sqlite_pattern: Path, write_transcripts: bool) -> Opener:
    """Opens a talk on a stage of its own; afterwards what was said is compared."""

    @asynccontextmanager
    async def opened(name: str, title: str, language: str, reader: str) -> AsyncIterator[Interview]:
        database = tmp_path / "izdeu.db"
        shutil.copy(sqlite_pattern, database)
        async with stage(tmp_path, sqlite_url(database)) as set_up:
            talk = await interview(set_up, title, TOLD[language].teller, language, reader)
            await talk.chooses_language()
            yield talk
            for phone in (talk.relative, talk.coordinator):
                empty = [
                    one.text
                    for one in phone.chat.messages
                    for row in one.labels
                    for label in row
                    if not label.strip()
                ]
                assert not empty
        compare(f"{language}-{name}", talk.scene.text(), write=write_transcripts)

    return opened


@pytest.mark.parametrize("language", CODES)
async def test_the_whole_interview(language: str, talks: Opener) -> None:
    """Every section and kind of question, the paper for herself, and all that a coordinator reads of it."""
    told = TOLD[language]
    reader = "kk" if language == "ru" else "ru"
    async with talks("typed-long", "The whole interview, typed.", language, reader) as talk:
        await talk.taps("button-report", "button-agree")
        await talk.tells_sections(told.whole)
        assert talk.reads("summary-title") or talk.reads("summary-end")
        await talk.taps("button-send-report", "button-receipt", "button-receipt-yes")
        await talk.team(
            "button-open-case", "button-take", "button-whole-report", "button-files", "button-write-family"
        )
        await talk.scene.does(talk.coordinator, told.letter)
        await talk.team("button-send-letter")
        await talk.taps("button-read", "button-answer")
        await talk.does(told.thanks, DONE)
        await talk.team("button-read")
        await talk.does("/cases")
        await talk.scene.taps_label(talk.relative, " · ")
        await talk.scene.waits(8)

        kept = await talk.case()
        applying = {one.key for section in FORM.sections for one in FORM.applying(section, kept.body)}
        assert {key for key in applying if not kept.body["answers"].get(key, {}).get("state")} == set()
        assert set(told.whole) == applying
        assert len(kept.body["consents"]) == 8
        assert any(one.kind == "document" and not one.out for one in talk.relative.messages)


@pytest.mark.parametrize("language", CODES)
async def test_albums(language: str, talks: Opener) -> None:
    """Photos and papers come in bundles: before a yes, at any question, after the form moved on."""
    told = TOLD[language].albums
    async with talks("albums", "Photos and papers in bundles.", language, language) as talk:
        await talk.taps("button-report")
        await talk.does(*told.before)
        await talk.taps("button-agree")
        await talk.tells(told.first)
        for section, answers in told.later.items():
            await talk.taps("button-parts", f"section-{section}")
            await talk.tells(answers)
        await talk.taps("button-read-all", "button-send-report")
        await talk.team("button-open-case", "button-files")

        kept = await talk.case()
        files = [file for answer in kept.body["answers"].values() for file in answer["files"]]
        sent = [one for one in talk.relative.chat.messages if one.out and one.file is not None]
        assert len(files) == len(sent)
        number = kept.body["answers"]["petitions.1.number"]
        assert len(number["files"]) > 1


@pytest.mark.parametrize("language", CODES)
async def test_wandering(language: str, talks: Opener) -> None:
    """Back, a change in two taps, a mended message, a pause, another language, a person, a second report."""
    told = TOLD[language].wander
    async with talks("wandering", "Two reports, with detours.", language, language) as talk:
        await talk.taps("button-report", "button-agree", "option-relation-friend", "button-back")
        await talk.does(option("relation", "sibling"), told.slip)
        await talk.scene.mends(talk.relative, told.slip, told.mended)
        await talk.does(*told.first["event"])
        await talk.taps("button-pause", "button-resume")
        await talk.tells({key: told.first[key] for key in ("when", "where")})
        await _asks_for_a_person(talk, told)
        await talk.tells({"story": told.first["story"]})
        await talk.taps("button-change", "label-relation", "option-relation-child")
        await _changes_language(talk, told.language)
        await talk.taps("button-parts", "section-recognise")
        await talk.tells({"health": (told.health, DONE)})
        await _changes_language(talk, language)
        await talk.tells(dict.fromkeys(("dependants", "marks", "photo", "evidence"), (SKIP,)))
        await talk.taps("button-send-report")
        await _tells_of_another(talk, told)
        await _tells_more(talk, told)

        kept = await talk.stage.house.store.read(open_cases)
        names = {one.body["answers"]["name"]["texts"][0]["text"]: one.body["answers"] for one in kept}
        assert set(names) == {told.mended, told.second}
        assert names[told.second]["when"]["value"] == names[told.mended]["when"]["value"]
        assert [one["text"] for one in names[told.mended]["story"]["texts"]][-1] == told.more


async def _asks_for_a_person(talk: Interview, told: Wander) -> None:
    """A coordinator sees the code and the step, then the words, and the report only when she is let."""
    start = len(talk.coordinator.heard)
    await talk.taps("button-person")
    await talk.does(told.words)
    assert told.mended not in "\n".join(one.text for one in talk.coordinator.heard[start:])
    await talk.team("button-read")
    await talk.taps("button-show-draft")
    await talk.team("button-read-draft")
    assert told.mended in "\n".join(one.text for one in talk.coordinator.heard[start:])
    await talk.team("button-answer")
    await talk.scene.does(talk.coordinator, told.answer)
    await talk.team("button-send-letter")
    await talk.taps("button-read", "button-resume")


async def _changes_language(talk: Interview, language: str) -> None:
    """From the settings; the question that waits is asked again in the new language."""
    await talk.does("/settings")
    await talk.taps("button-language")
    await talk.does(Press(BY_CODE[language].own_name))
    talk.language = language
    talk.scene.speaks_now(talk.relative, language)
    await talk.taps("button-resume")


async def _tells_of_another(talk: Interview, told: Wander) -> None:
    """Of the same event: what was told once is taken over, and stays to be changed."""
    await talk.taps("button-new-report", "button-agree")
    assert talk.reads("shared-ask")
    await talk.scene.taps_label(talk.relative, told.mended)
    await talk.tells({"relation": (option("relation", "relative"),), "name": (told.second,)})
    await talk.tells({"story": (told.second_story, DONE)})
    await talk.taps("button-send-report")
    await talk.team("button-open-case")


async def _tells_more(talk: Interview, told: Wander) -> None:
    """After it was sent; the coordinator reads what was there before beside it."""
    await talk.does("/cases")
    await talk.scene.taps_label(talk.relative, told.mended)
    await talk.taps("button-tell-more", "button-change", "label-relation", "option-relation-sibling")
    await talk.taps("button-change", "label-story")
    await talk.does(told.more, DONE)
    await talk.taps("button-send-changes")
    await talk.team("button-open-case", "button-changes")


@pytest.mark.parametrize("language", CODES)
async def test_the_longest_of_everything(language: str, talks: Opener) -> None:
    """Long names, long answers, a long story with signs of two units each, all options, twelve in a list."""
    told = TOLD[language].limits
    line, story = _long(told.sentence, 700), _long(told.emoji + " " + told.sentence, LONGEST)
    async with talks("limits", "The longest of everything.", language, language) as talk:
        await talk.taps("button-report", "button-agree")
        await talk.tells(
            {
                "relation": (_long(told.sentence, 720), line),
                "name": (_long(told.name, 121), _long(told.name, 120)),
                "event": (option("event", "taken"),),
                "when": (line, _long(told.sentence, 200), AS_WRITTEN),
                "where": (line,),
                "story": (story, story, story, DONE),
            }
        )
        await talk.taps("button-parts", "section-person")
        every = [option("citizenship", one) for one in ("kz", "cn", "kg", "uz", "ru", "tr", "none")]
        await talk.tells(
            {
                "other-names": (*[_long(told.name, 120)] * 3, DONE),
                "sex": (line,),
                "birth": (UNKNOWN,),
                "citizenship": (*every, line, DONE),
                "residence": (line,),
                "identity": (story, DONE),
                "occupation": (option("occupation", "driver"),),
                "vehicle": (line,),
                "route": (line,),
            }
        )
        await talk.taps("button-go-on")
        things = (Tap("button-more-crossings"), SKIP, line, SKIP) * 12
        await talk.tells(
            {
                "officials": (story, DONE),
                "charge": (story, DONE),
                "fine": (SKIP,),
                "learned": (story, DONE),
                "crossings": (*things, DONE),
                "witnesses": (story, DONE),
            }
        )
        await talk.taps("button-read-all", "button-change", "button-back", "button-send-report")
        await talk.team("button-open-case", "button-whole-report")


def _long(sentence: str, length: int) -> str:
    """As many UTF-16 units of *sentence*, again and again, as fit into *length*, and full stops after it."""
    text = (sentence * (length // units(sentence))).rstrip()
    return text + "." * (length - units(text))
