"""A sheet goes through the outbox and over the line, and arrives on the phone as a PDF."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Bot

from bot.calls import close
from bot.line import open_bot
from bot.outcomes import Broken, Sent
from bot.sandbox.phones import Phone
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from bot.sending import Sender
from handlers.context import Speech
from handlers.documents.writing import printed, section_of, sheet_of
from handlers.rules.decision import Choice
from handlers.saying import Spoken, labelled, labelled_msg, msg, raw
from locales.catalog import MissingText
from storage import people
from storage.records import Claimed, Json, Lane
from storage.store import Tx
from storage.tables import outbox
from tests.bot.conftest import until
from tests.scenes.stage import TEXTS, Stage, stage

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
CODE, NAME, STORY = "K7Q-4MC", "Ерланова Айгүл", "ئۇ #1 *كەتتى* <b>$5</b>\n+7 701 555 01 23"
SHEET = sheet_of(
    msg("help"),
    intro=[msg("welcome")],
    sections=[section_of(msg("command-report"), [labelled("command-cases", NAME), raw(STORY)])],
    outro=[labelled_msg("command-help", msg("command-privacy"))],
    code=CODE,
)


@pytest.fixture
async def hotline(tmp_path: Path, database: str) -> AsyncIterator[Stage]:
    """The whole hotline, on each database."""
    async with stage(tmp_path, database) as opened:
        yield opened


async def send(hotline: Stage, phone: Phone, sheet: Json, key: str = "a cause") -> None:
    """Put a sheet into the outbox, as a handler would."""

    def put(tx: Tx) -> None:
        person = people.by_account(tx, phone.chat_id)
        assert person is not None
        Speech(tx, hotline.clock.now(), key).sheet(
            person,
            sheet,
            msg("command-report"),
            raw("<b>& more"),
            file_name=f"{CODE}.pdf",
            rows=((Choice(msg("button-report"), "draft.start"),),),
        )

    await hotline.house.store.write(put)
    hotline.house.delivery.wake()


def files(phone: Phone) -> list[bytes]:
    """What the bot sent as files."""
    return [one.file.content for one in phone.messages if one.file is not None and not one.out]


def expected(hotline: Stage, sheet: Json) -> bytes:
    """The sheet as it must arrive."""
    return printed(hotline.house.catalog, hotline.house.settings.zone, {"sheet": sheet}, "en")


async def test_a_sheet_arrives_as_a_pdf_with_caption_and_buttons(hotline: Stage) -> None:
    aigul = await hotline.relative("en")

    await send(hotline, aigul, SHEET)
    await hotline.settled()

    came = aigul.last
    assert came is not None
    assert came.file is not None
    assert came.kind == "document"
    assert came.raw["document"]["file_name"] == f"{CODE}.pdf"
    assert came.raw["document"]["mime_type"] == "application/pdf"
    assert came.file.content == expected(hotline, SHEET)
    assert came.file.content.startswith(b"%PDF-")
    assert came.text == f"{TEXTS.plain('en', 'command-report')}\n\n\u2068<b>& more\u2069"
    assert came.labels == [[TEXTS.plain("en", "button-report")]]


async def test_its_buttons_do_what_they_say(hotline: Stage) -> None:
    aigul = await hotline.relative("en")
    await send(hotline, aigul, SHEET)
    await hotline.settled()

    aigul.tap(TEXTS.plain("en", "button-report"))
    await hotline.settled()

    assert aigul.last is not None
    assert aigul.last.kind == "text"


async def test_one_cause_sends_one_sheet(hotline: Stage) -> None:
    aigul = await hotline.relative("en")
    await send(hotline, aigul, SHEET)
    await send(hotline, aigul, SHEET)
    await hotline.settled()

    assert len(files(aigul)) == 1


async def test_a_retry_sends_the_same(hotline: Stage) -> None:
    """The line fails at first; when it works, the sheet comes, once."""
    aigul = await hotline.relative("en")
    hotline.world.switches.set("server_error")
    await send(hotline, aigul, SHEET)
    await until(lambda: hotline.house.metrics.sent["reply", "retryat"] > 0)
    hotline.world.switches.set("ok")
    await hotline.world.until(lambda: bool(files(aigul)), 20)
    await hotline.settled()

    assert files(aigul) == [expected(hotline, SHEET)]


async def test_a_sheet_that_cannot_be_made_holds_up_nobody(hotline: Stage) -> None:
    aigul = await hotline.relative("en")
    await send(hotline, aigul, {"intro": ["no title"]}, "one")
    await send(hotline, aigul, SHEET, "another")
    await hotline.settled()

    assert files(aigul) == [expected(hotline, SHEET)]


async def test_nothing_of_it_is_readable_while_it_waits_nor_afterwards(hotline: Stage) -> None:
    aigul = await hotline.relative("en")
    hotline.world.switches.set("outage")
    await send(hotline, aigul, SHEET)

    def bodies(tx: Tx) -> list[bytes]:
        rows = tx.connection.execute(select(outbox.c.body).where(outbox.c.kind == "sheet"))
        return [bytes(row.body or b"") for row in rows]

    (waiting,) = await hotline.house.store.read(bodies)
    assert waiting
    for word in (NAME, STORY, CODE, "%PDF", NAME.encode("ascii", "backslashreplace").decode()):
        assert word.encode() not in waiting

    hotline.world.switches.set("ok")
    await hotline.world.until(lambda: bool(files(aigul)), 20)
    await hotline.settled()
    assert await hotline.house.store.read(bodies) == [b""]


# One message over a real line, with a sheet that is made here.


@pytest.fixture
async def line(clock: Any) -> AsyncIterator[tuple[World, Bot]]:
    """A world, and a bot in it."""
    world = World(clock)
    async with await serve(app(world)) as served:
        bot = open_bot(world.token, served.url, connections=2)
        yield world, bot
        await close(bot)


def a_message(world: World, body: Json, language: str = "kk") -> tuple[Phone, Claimed]:
    """A claimed row with a sheet, and the phone that it goes to."""
    phone = world.phone("saule")
    phone.start()
    body = {"sheet": {}, "file_name": "K7Q-4MC.pdf", **body}
    return phone, Claimed(
        "0" * 32, "key", phone.chat_id, None, language, Lane.REPLY, "sheet", 1, NOW, NOW, body
    )


def speak(body: Json, language: str | None) -> Spoken:
    """Says in which language it speaks."""
    code = body.get("language") or language
    return Spoken(body.get("caption", code), (), None, False)


async def test_a_gap_in_a_translation_makes_both_sheet_and_caption_english(line: tuple[World, Bot]) -> None:
    world, bot = line

    def print_sheet(body: Json, language: str | None) -> bytes:
        if (body.get("language") or language) == "kk":
            raise MissingText
        return f"%PDF {body['language']}".encode()

    phone, message = a_message(world, {})
    assert await Sender(bot, speak, lambda *_: [], Random(1), print_sheet=print_sheet).send(message) == Sent(
        phone.messages[-1].id
    )
    assert (phone.messages[-1].text, files(phone)) == ("en", [b"%PDF en"])


async def test_markup_that_telegram_cannot_read_goes_as_plain_words(line: tuple[World, Bot]) -> None:
    world, bot = line
    phone, message = a_message(world, {"caption": "<b>a &lt; b"})

    await Sender(bot, speak, lambda *_: [], Random(1), print_sheet=lambda *_: b"%PDF").send(message)

    assert (phone.messages[-1].text, files(phone)) == ("a < b", [b"%PDF"])


async def test_without_a_typesetter_or_with_one_that_fails_it_is_broken(line: tuple[World, Bot]) -> None:
    world, bot = line

    def fails(body: Json, language: str | None) -> bytes:
        raise RuntimeError

    phone, message = a_message(world, {})
    for printing in (None, fails):
        outcome = await Sender(bot, speak, lambda *_: [], Random(1), print_sheet=printing).send(message)
        assert isinstance(outcome, Broken)
    assert files(phone) == []


async def test_a_caption_longer_than_telegram_takes_is_broken(line: tuple[World, Bot]) -> None:
    world, bot = line
    _, message = a_message(world, {"caption": "я" * 1_025})

    outcome = await Sender(bot, speak, lambda *_: [], Random(1), print_sheet=lambda *_: b"%PDF").send(message)

    assert outcome == Broken("caption-is-too-long")


async def test_a_large_sheet_goes_over_the_line(line: tuple[World, Bot]) -> None:
    world, bot = line
    phone, message = a_message(world, {})
    large = b"%PDF" + bytes(3_000_000)

    await Sender(bot, speak, lambda *_: [], Random(1), print_sheet=lambda *_: large).send(
        replace(message, body={**message.body, "quiet": True})
    )

    assert files(phone) == [large]
