"""A report in each of the six languages, typed and spoken, from the first word to the answer, word by word.

The transcripts lie in `transcripts/`, to be read and corrected by whoever speaks the language.
After a change of texts: `make test ARGS="tests/scenes --write-transcripts"`, and read what changed.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from locales.languages import BY_CODE, CODES
from storage import attachments, cases
from storage.records import Case
from storage.records import Stage as CaseStage
from storage.store import Tx
from tests.scenes.stage import stage
from tests.scenes.transcript import Transcript, compare


@dataclass(frozen=True)
class Told:
    """What somebody made up tells, in her language."""

    teller: str
    name: str
    when: str
    where: str
    story: tuple[str, str]
    phone: str
    corrected: str
    thanks: str


TOLD = {
    "en": Told(
        "Mary", "Yerlan Seitkali", "on 14 March", "near Khorgos",
        ("He drove a load of onions across.", "Since then his telephone is off."),
        "+7 701 555 01 01 (me)", "Yerlan Seitkali, born 1988", "Thank you. His mother asks every day.",
    ),
    "ru": Told(
        "Ольга", "Сейткали Ерлан", "14 марта", "у Хоргоса",
        ("Он вёз лук через границу.", "С тех пор телефон выключен."),
        "тел. 8 701 555 01 02 (это мой)", "Сейткали Ерлан Болатович", "Спасибо. Мать спрашивает каждый день.",
    ),
    "kk": Told(
        "Сәуле", "Сейітқали Ерлан", "14 наурызда", "Қорғас жақта",
        ("Ол шекарадан пияз алып өтпек болған.", "Содан бері телефоны өшірулі."),
        "8 701 555 01 03", "Сейітқали Ерлан Болатұлы", "Рақмет. Анасы күнде сұрайды.",
    ),
    "kk-Arab": Told(
        "ساۋلە", "سەيىتقالى ەرلان", "14 ناۋرىزدا", "قورعاس جاقتا",
        ("ول شەكارادان پياز الىپ وتپەك بولعان.", "سودان بەرى تەلەفونى ءوشىرۋلى."),
        "٨٧٠١٥٥٥٠١٠٤", "سەيىتقالى ەرلان بولات ۇلى", "راقمەت. اناسى كۇندە سۇرايدى.",
    ),
    "zh-Hans": Told(
        "淑华", "叶尔兰·赛依提哈力", "3月14日", "霍尔果斯附近",
        ("他开车运洋葱过境。", "从那以后电话一直关机。"),
        "手机 138 1234 5678", "叶尔兰·赛依提哈力,1988年生", "谢谢。他母亲每天都问。",
    ),
    "ug": Told(
        "رەناگۈل", "ئېرلان سېيىتقالى", "3-ئاينىڭ 14-كۈنى", "قورغاس ئەتراپىدا",
        ("ئۇ چېگرادىن پىياز توشۇپ ئۆتمەكچى ئىدى.", "شۇنىڭدىن بېرى تېلېفونى ئېتىك."),
        "+7 701 555 01 05", "ئېرلان سېيىتقالى، 1988-يىلى تۇغۇلغان", "رەھمەت. ئانىسى ھەر كۈنى سورايدۇ.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", CODES)
async def test_typed(language: str, tmp_path: Path, database: str, write_transcripts: bool) -> None:
    """She writes everything, corrects a name, reads an answer, and answers it."""
    told = TOLD[language]
    async with stage(tmp_path, database) as opened:
        coordinator = await opened.coordinator("ru")
        relative = opened.phone(told.teller)
        scene = Transcript(
            opened,
            f"A report in {BY_CODE[language].own_name}, typed.",
            {told.teller: (relative, language), "Вера": (coordinator, "ru")},
        )

        await scene.starts(relative)
        await scene.taps_label(relative, BY_CODE[language].own_name)
        await scene.taps(relative, "button-report")
        await scene.taps(relative, "button-agree")
        await scene.taps(relative, "option-relation-sibling")
        await scene.says(relative, told.name)
        await scene.taps(relative, "option-event-contact-lost")
        await scene.says(relative, told.when)
        await scene.says(relative, told.where)
        for part in told.story:
            await scene.says(relative, part)
        await scene.taps(relative, "button-done")
        await scene.shows(relative)
        await scene.taps(relative, "button-done")
        await scene.says(relative, told.phone)
        await scene.taps(relative, "button-change")
        await scene.taps(relative, "label-name")
        await scene.says(relative, told.corrected)
        await scene.taps(relative, "button-send-report")

        await scene.taps(coordinator, "button-open-case")
        await scene.taps(coordinator, "button-take")
        await scene.taps(coordinator, "button-files")
        await scene.taps(coordinator, "button-write-family")
        await scene.says(coordinator, "Мы написали в полицию и ждём ответа.")
        await scene.taps(coordinator, "button-send-letter")

        await scene.taps(relative, "button-read")
        await scene.taps(relative, "button-answer")
        await scene.says(relative, told.thanks)
        await scene.taps(relative, "button-done")
        await scene.taps(coordinator, "button-read")
        await scene.says(relative, "/cases")
        await scene.taps_label(relative, " · ")
        await scene.waits(8)

        kept = await opened.house.store.read(_only_case)
        answers = kept.body["answers"]
        assert answers["name"]["texts"][0]["text"] == told.corrected
        assert [one["text"] for one in answers["story"]["texts"]] == list(told.story)
        assert answers["phone"]["value"].startswith("+")
        assert (kept.stage, kept.language) == (CaseStage.VERIFYING, language)
    compare(f"{language}-typed", scene.text(), write=write_transcripts)


@pytest.mark.parametrize("language", CODES)
async def test_spoken(language: str, tmp_path: Path, database: str, write_transcripts: bool) -> None:
    """She is seventy and only speaks; the coordinator hears every message, and our own copies are sealed."""
    told = TOLD[language]
    async with stage(tmp_path, database) as opened:
        coordinator = await opened.coordinator("ru")
        relative = opened.phone(told.teller)
        scene = Transcript(
            opened,
            f"A report in {BY_CODE[language].own_name}, spoken.",
            {told.teller: (relative, language), "Вера": (coordinator, "ru")},
        )

        await scene.starts(relative)
        await scene.taps_label(relative, BY_CODE[language].own_name)
        await scene.taps(relative, "button-report")
        await scene.speaks(relative, 4)  # before the yes: held, and part of the story after it
        await scene.taps(relative, "button-agree")
        for seconds in (3, 5, 8, 6, 4):
            await scene.speaks(relative, seconds)
        await scene.speaks(relative, 61)
        await scene.speaks(relative, 40)
        await scene.taps(relative, "button-done")
        await scene.taps(relative, "button-skip")
        await scene.speaks(relative, 9)
        await scene.taps(relative, "button-send-report")

        await scene.taps(coordinator, "button-open-case")
        await scene.taps(coordinator, "button-files")
        await scene.taps(coordinator, "button-write-family")
        await scene.speaks(coordinator, 12)
        await scene.taps(coordinator, "button-send-letter")
        await scene.taps(relative, "button-read")
        await scene.taps(relative, "button-answer")
        await scene.speaks(relative, 7)
        await scene.taps(coordinator, "button-read")

        kept = await opened.house.store.read(_only_case)
        spoken = [file for answer in kept.body["answers"].values() for file in answer["files"]]
        assert len(spoken) == 9
        assert await opened.house.store.read(lambda tx: _all_copied(tx, [str(one["id"]) for one in spoken]))
    compare(f"{language}-spoken", scene.text(), write=write_transcripts)


def _only_case(tx: Tx) -> Case:
    (case,) = cases.open_ones(tx, 5)
    return case


def _all_copied(tx: Tx, ids: list[str]) -> bool:
    return [one.state for one in attachments.by_ids(tx, ids)] == ["kept"] * len(ids)
