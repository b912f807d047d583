"""What a coordinator is shown beforehand is what people get: each kind of message, in each language."""

from typing import Any

import pytest

from bot.sandbox.chats import Message
from bot.sandbox.phones import Phone
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.test_broadcast import begins, goes, presses
from tests.scenes.test_family import read, says, says_it, tap
from tests.scenes.test_second_yes import volunteer
from tests.scenes.transcript import PICTURE

VOICE = b"OggS" + bytes(200)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
OWN_NAMES = {"en": "English", "kk": "Қазақша", "ru": "Русский"}


def as_read(message: Message) -> tuple[Any, ...]:
    """All that somebody sees of it."""
    content = message.file.content if message.file is not None else None
    urls = [[button.get("url") for button in row] for row in message.rows]
    return message.kind, message.text, message.html, message.labels, urls, content


def from_bot(phone: Phone) -> list[Message]:
    return [one for one in phone.messages if not one.out]


def write(vera: Phone, kind: str, text: str) -> None:
    """She sends it as it shall read."""
    match kind:
        case "photo":
            vera.photo(PICTURE, caption=text)
        case "voice":
            vera.voice(VOICE, 2)
        case "document":
            vera.document(PDF, "plan.pdf", caption=text, mime="application/pdf")
        case _:
            vera.say(text)


async def previewed(hotline: Stage, vera: Phone) -> list[tuple[Any, ...]]:
    """What she is shown."""
    before = len(from_bot(vera))
    await tap(hotline, vera, "button-cast-preview")
    shown = from_bot(vera)[before:]
    assert says(vera, "cast-previewed")
    return [as_read(one) for one in shown[:-1]]


@pytest.mark.parametrize("kind", ["text", "photo", "voice", "document"])
async def test_it_comes_exactly_as_it_was_shown(hotline: Stage, kind: str) -> None:
    """Words, file, neutral line, buttons, link; for whoever reads another language all around the words."""
    vera, helper = await hotline.coordinator("en"), await volunteer(hotline)
    mother, uncle = await hotline.relative("kk"), await hotline.relative("ug")
    for phone, code in ((mother, "kk"), (uncle, "ug")):
        await hotline.reports(phone, code, "Yerlan")
    await begins(hotline, vera, "volunteers", "families")
    await tap(hotline, vera, "button-cast-what")
    for code, text in (("en", "Come & see: 5 < 6."), ("kk", "Келіп көріңіз.")):
        await presses(hotline, vera, OWN_NAMES[code])
        write(vera, kind, text)
        await hotline.settled()
    await presses(hotline, vera, TEXTS.plain("en", "button-cast-fallback"))  # from English to Kazakh
    await tap(hotline, vera, "button-cast-come")
    await tap(hotline, vera, "button-cast-help")
    await tap(hotline, vera, "button-cast-set-link")
    await says_it(hotline, vera, "https://example.org/help")
    await tap(hotline, vera, "button-back")
    shown = await previewed(hotline, vera)
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-preview")
    await goes(hotline, vera)

    got = [as_read(from_bot(phone)[-1]) for phone in (helper, mother, uncle)]
    assert shown == got
    assert [one[0] for one in got] == [kind] * 3
    assert got[1][1].startswith(TEXTS.plain("kk", "rest-word"))
    assert got[2][1].startswith(TEXTS.plain("ug", "rest-word"))
    assert got[2][3][0] == [TEXTS.plain("ug", "button-cast-come")]
    assert got[2][4][-1] == ["https://example.org/help"]


async def test_who_would_read_nothing_is_said_before_it_goes(hotline: Stage) -> None:
    """Without a language for everybody else: by language, how many; and they get nothing."""
    vera, mother, uncle = (
        await hotline.coordinator("en"),
        await hotline.relative("kk"),
        await hotline.relative("ug"),
    )
    for phone, code in ((mother, "kk"), (uncle, "ug")):
        await hotline.reports(phone, code, "Yerlan")
    await begins(hotline, vera, "families")
    await tap(hotline, vera, "button-cast-what")
    await presses(hotline, vera, OWN_NAMES["kk"])
    await says_it(hotline, vera, "Келіп көріңіз.")
    await tap(hotline, vera, "button-cast-fallback")  # from Kazakh to none
    assert says(vera, "cast-others-none")
    await tap(hotline, vera, "button-back")
    assert "People who get it: 1\n⚠ ئۇيغۇرچە: 1 person would get nothing" in read(vera)
    heard = len(from_bot(uncle))
    await tap(hotline, vera, "button-cast-sure")
    assert vera.last is not None
    assert "would get nothing" in vera.last.text
    await tap(hotline, vera, "button-cast-send")
    await hotline.passes(seconds=5)
    await hotline.passes(seconds=5)
    assert "Келіп көріңіз." in from_bot(mother)[-1].text
    assert len(from_bot(uncle)) == heard
    assert "Sent: 1\nWaiting: 0" in read(vera)


async def test_what_nobody_would_get_is_not_sent(hotline: Stage) -> None:
    """Written only in a language that none of those reads, without one for everybody else."""
    vera, uncle = await hotline.coordinator("en"), await hotline.relative("ug")
    await hotline.reports(uncle, "ug", "Yerlan")
    await begins(hotline, vera, "families")
    await tap(hotline, vera, "button-cast-what")
    await presses(hotline, vera, OWN_NAMES["kk"])
    await says_it(hotline, vera, "Келіп көріңіз.")
    await tap(hotline, vera, "button-cast-fallback")
    await tap(hotline, vera, "button-back")
    await tap(hotline, vera, "button-cast-sure")
    assert vera.heard[-1].text == TEXTS.plain("en", "cast-reaches-nobody")
    assert TEXTS.plain("en", "button-cast-send") not in {
        label for message in vera.messages for row in message.labels for label in row
    }
