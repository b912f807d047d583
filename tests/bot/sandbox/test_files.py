"""Files travel both ways, within Telegram's limits, and photos lose what the camera wrote into them."""

import json
import struct

import aiohttp
import telegram
from telegram import InputMediaDocument, InputMediaPhoto

from bot.sandbox import files
from bot.sandbox.phones import Phone
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def picture(width: int = 160, height: int = 120, note: bytes = b"Exif\0\0near Zharkent") -> bytes:
    """A JPEG as far as anybody looks who does not draw it."""
    return (
        b"\xff\xd8"
        + _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + (_segment(0xE1, note) + _segment(0xFE, note) if note else b"")
        + _segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")
        + _segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + b"\x12\x34\xff\xd9"
    )


async def test_a_photo_loses_its_metadata_and_a_document_keeps_it(
    bot: telegram.Bot, session: aiohttp.ClientSession, saule: Phone
) -> None:
    saule.photo(picture(), "Ол осы суретте")
    saule.document(picture(), "сурет.jpg", "осы")
    photo, document = [each.effective_message for each in await bot.get_updates()]
    assert photo is not None
    assert document is not None
    assert document.document is not None
    assert photo.caption == "Ол осы суретте"
    assert [(each.width, each.height) for each in photo.photo] == [(90, 68), (160, 120)]

    paths = [(await each.get_file()).file_path or "" for each in (photo.photo[-1], document.document)]
    taken, kept = [await (await session.get(path)).read() for path in paths]

    assert (taken, kept) == (picture(note=b""), picture())


async def test_an_album_comes_as_single_messages_with_one_mark(raw: Raw, saule: Phone) -> None:
    saule.album([picture(), picture(90, 200), picture()], "үшеуі")
    got = [each["message"] for each in await raw.ask("getUpdates")]
    assert len({each["media_group_id"] for each in got}) == 1
    assert [each.get("caption") for each in got] == ["үшеуі", None, None]


async def test_what_a_bot_uploads_reaches_the_phone_and_can_be_sent_again(
    bot: telegram.Bot, saule: Phone
) -> None:
    await bot.send_document(
        saule.chat_id, b"%PDF paper", filename="case.pdf", caption="<b>Іс</b>", parse_mode="HTML"
    )
    assert saule.last is not None
    assert saule.last.file is not None
    assert (saule.last.file.name, saule.last.file.content) == ("case.pdf", b"%PDF paper")
    assert (saule.last.kind, saule.last.html) == ("document", "<b>Іс</b>")

    again = await bot.send_document(saule.chat_id, saule.last.file.file_id)
    assert again.document is not None
    assert again.document.file_name == "case.pdf"
    voice = await bot.send_voice(saule.chat_id, b"OggS sound", duration=4)
    assert voice.voice is not None
    assert voice.voice.mime_type == "audio/ogg"
    await bot.send_audio(saule.chat_id, b"ID3 sound", title="Ән", performer="Біреу")
    await bot.send_video(saule.chat_id, b"film", width=10, height=10)
    kinds = [message.kind for message in saule.messages if not message.out]
    assert kinds == ["document", "document", "voice", "audio", "video"]


async def test_an_album_of_a_bot(bot: telegram.Bot, raw: Raw, saule: Phone) -> None:
    sent = await bot.send_media_group(
        saule.chat_id, [InputMediaPhoto(picture(), caption="бір"), InputMediaPhoto(picture(90, 200))]
    )
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.text for message in saule.messages[-2:]] == ["бір", ""]
    papers = await bot.send_media_group(saule.chat_id, [InputMediaDocument(b"a"), InputMediaDocument(b"b")])
    assert [message.document is not None for message in papers] == [True, True]

    one = json.dumps([{"type": "photo", "media": sent[0].photo[-1].file_id}])
    words = await raw.refused("sendMediaGroup", chat_id=saule.chat_id, media=one)
    assert words == "Bad Request: there are no messages to send"


async def test_files_that_telegram_does_not_take(raw: Raw, world: World, saule: Phone) -> None:
    async def refused(method: str, **fields: object) -> str:
        return await raw.refused(method, chat_id=saule.chat_id, **fields)

    assert await refused("sendPhoto", photo="nothing") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    assert await refused("sendPhoto") == "Bad Request: there is no photo in the request"
    assert await refused("sendPhoto", photo="https://example.org/a.jpg") == (
        "Bad Request: failed to get HTTP URL content"
    )
    document = world.files.keep("document", b"x", name="x.txt")
    assert await refused("sendPhoto", photo=document.file_id) == (
        "Bad Request: can't use file of type Document as Photo"
    )
    assert await refused("sendDocument", document=document.file_id, caption="x" * 1025) == (
        "Bad Request: message caption is too long"
    )
    assert await raw.refused("getFile", file_id="nothing") == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )


async def test_files_have_largest_sizes(raw: Raw, saule: Phone) -> None:
    large = bytes(files.LARGEST_DOWNLOAD + 1)
    sent = saule.document(large, "film.mp4")
    assert sent.file is not None
    assert await raw.refused("getFile", file_id=sent.file.file_id) == "Bad Request: file is too big"

    form = aiohttp.FormData({"chat_id": str(saule.chat_id)})
    form.add_field("document", bytes(files.LARGEST_UPLOAD + 2**21), filename="film.mp4")
    answer = await raw.session.post(f"{raw.url}/bot{raw.token}/sendDocument", data=form)
    assert (answer.status, (await answer.json())["description"]) == (413, "Request Entity Too Large")


async def test_a_file_is_fetched_with_the_right_token_only(raw: Raw, saule: Phone) -> None:
    sent = saule.document(b"paper", "a.txt")
    assert sent.file is not None
    path = (await raw.ask("getFile", file_id=sent.file.file_id))["file_path"]
    right = await raw.session.get(f"{raw.url}/file/bot{raw.token}/{path}")
    wrong = await raw.session.get(f"{raw.url}/file/bot100:wrong/{path}")
    missing = await raw.session.get(f"{raw.url}/file/bot{raw.token}/nothing")
    assert (right.status, await right.read()) == (200, b"paper")
    assert (wrong.status, missing.status) == (401, 404)


async def test_file_names_are_written_in_any_script(raw: Raw, saule: Phone) -> None:
    form = aiohttp.FormData({"chat_id": str(saule.chat_id)}, quote_fields=False)
    form.add_field("document", b"paper", filename="Ерлан 额尔兰.pdf")
    answer = await raw.session.post(f"{raw.url}/bot{raw.token}/sendDocument", data=form)
    assert (await answer.json())["result"]["document"]["file_name"] == "Ерлан 额尔兰.pdf"
