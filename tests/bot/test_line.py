"""The line against a real server on the loopback that answers, stalls, breaks off, or is not there."""

import asyncio
import json
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
import telegram
from aiohttp import web
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.calls import close, post
from bot.line import (
    AiohttpRequest,
    MaybeSent,
    NoSuchMethod,
    NotSent,
    NotTelegram,
    ServerTrouble,
    TooLarge,
    fetch_file,
    open_bot,
)
from bot.outcomes import LineDown, outcome_of

TOKEN = "100200300:AAFmadeUpForTheTests_0123456789-abcd"  # noqa: S105 -- made up
ME = {"id": 100200300, "is_bot": True, "first_name": "Izdeu", "username": "izdeu_test_bot"}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def said(status: int, content: Any) -> Answer:
    """Answer everything with this."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        if isinstance(content, str):
            return web.Response(status=status, text=content, content_type="text/html")
        return web.json_response(content, status=status)

    return answer


def refusal(status: int, description: str, **parameters: int) -> Answer:
    """Refuse everything as Telegram does."""
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return said(status, {**body, "parameters": parameters} if parameters else body)


@dataclass
class Far:
    """The other end of the line.

    Attributes:
        answer: What it does with a request; a test changes it.
        heard: The methods in order, with their fields.
    """

    url: str
    answer: Answer
    heard: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0


def plain(value: Any) -> Any:
    """A field as it came; of a file its name, kind and bytes."""
    if isinstance(value, web.FileField):
        return value.filename, value.content_type, value.file.read()
    return value


@pytest.fixture
async def far() -> AsyncIterator[Far]:
    """A server on a free port of the loopback."""
    there = Far("", said(200, {"ok": True, "result": True}))

    async def receive(request: web.Request) -> web.StreamResponse:
        there.at_once += 1
        there.most_at_once = max(there.most_at_once, there.at_once)
        try:
            posted = await request.post() if request.method == "POST" else {}
            there.heard.append(
                (request.path.rpartition("/")[2], {name: plain(value) for name, value in posted.items()})
            )
            return await there.answer(request)
        finally:
            there.at_once -= 1

    app = web.Application(client_max_size=4 << 20)
    app.router.add_route("*", "/{path:.*}", receive)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    there.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield there
    await runner.cleanup()


@pytest.fixture
async def bot(far: Far) -> AsyncIterator[telegram.Bot]:
    """A bot on the line to `far`."""
    opened = open_bot(TOKEN, far.url)
    yield opened
    await close(opened)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


async def caught(awaitable: Awaitable[Any]) -> TelegramError:
    """The error that it ends with; proves on the way that nothing of it tells the token."""
    with pytest.raises(TelegramError) as info:
        await awaitable
    error = info.value
    told = "".join(traceback.format_exception(error)) + repr(error) + str(error)
    assert TOKEN not in told
    assert TOKEN.partition(":")[2] not in told
    return error


@pytest.mark.parametrize(
    "text", ["Сәлем 你好 <b>", "%41 %zz % + & = ; ? #\r\n\x00 \u200f«é» '\"\\ 😀", "", "я" * 4096]
)
async def test_a_call_arrives_with_its_fields_and_the_result_comes_back(
    far: Far, bot: telegram.Bot, text: str
) -> None:
    """Texts of any script and with any sign go out as they are."""
    assert await post(bot, "sendMessage", {"chat_id": 7, "text": text}) is True
    assert far.heard == [("sendMessage", {"chat_id": "7", "text": text})]


async def test_nothing_is_asked_before_it_is_needed(far: Far, bot: telegram.Bot) -> None:
    """A bot that was only opened has not touched the network."""
    assert bot.token == TOKEN
    assert far.heard == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [("карта.png", "карта.png"), ('a "b" 地图.png', 'a "b" 地图.png'), ("a\r\nX: y.png", "a__X: y.png")],
)
async def test_files_go_as_multipart(far: Far, bot: telegram.Bot, name: str, shown: str) -> None:
    """With their bytes, name and kind."""
    photo = bytes(range(256)) * 300
    await post(
        bot,
        "sendDocument",
        {"chat_id": 7, "document": telegram.InputFile(photo, name), "caption": "x"},
    )
    method, fields = far.heard[0]
    assert (method, fields["chat_id"], fields["caption"]) == ("sendDocument", "7", "x")
    assert (shown, "image/png", photo) in fields.values()


async def test_it_starts_again_after_the_first_try_failed(far: Far, bot: telegram.Bot) -> None:
    """A hotline that starts while the network is away comes up when it is back."""
    far.answer = refusal(502, "Bad Gateway")
    assert type(await caught(bot.initialize())) is ServerTrouble
    far.answer = said(200, {"ok": True, "result": ME})
    await bot.initialize()
    assert bot.username == "izdeu_test_bot"
    await bot.shutdown()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (refusal(400, "Bad Request: chat not found"), BadRequest),
        (refusal(401, "Unauthorized"), InvalidToken),
        (refusal(403, "Forbidden: bot was blocked by the user"), Forbidden),
        (refusal(409, "Conflict: terminated by other getUpdates request"), Conflict),
        (refusal(413, "Request Entity Too Large"), TooLarge),
        (refusal(500, "Internal Server Error"), ServerTrouble),
        (said(502, "<html>Bad Gateway</html>"), ServerTrouble),
        # The server behind this one may have acted.
        (said(504, "<html>Gateway Time-out</html>"), MaybeSent),
        (refusal(404, "Not Found"), NoSuchMethod),
        # A filter's page is neither a person who blocked the bot nor a message that is wrong.
        (said(403, "<html>403 Forbidden</html>"), NotTelegram),
        (said(400, "<html>400 Bad Request</html>"), NotTelegram),
        (said(404, "<html>404 Not Found</html>"), NotTelegram),
        (said(302, ""), NotTelegram),
        (said(200, "<html>Please sign in to this network</html>"), NotTelegram),
        (said(200, ""), NotTelegram),
        (said(200, '<script>{\'ok\': "ok", x: "result"}</script>'), NotTelegram),
        (said(403, '<script>x = {"ok": false}</script>'), NotTelegram),
        (said(403, []), NotTelegram),
        (said(403, {"error": "blocked by your provider"}), NotTelegram),
        (said(400, {"ok": False, "description": 7}), NotTelegram),
        (said(400, {"ok": False, "description": "x", "parameters": [1]}), NotTelegram),
        (said(200, {"ok": True}), NotTelegram),
        # Other servers of the Bot API tell the status only in the body.
        (said(200, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked"}), Forbidden),
        (said(200, {"ok": False, "description": "Bad Request: chat not found"}), BadRequest),
        (said(200, '{"ok": true, "result": {'), TelegramError),
    ],
)
async def test_each_answer_has_its_error(
    far: Far, bot: telegram.Bot, answer: Answer, kind: type[TelegramError]
) -> None:
    """And none of them is told to the wrong person's account."""
    far.answer = answer
    assert type(await caught(post(bot, "sendMessage", {"chat_id": 7, "text": "x"}))) is kind


@pytest.mark.parametrize("file", [{}, {"photo": telegram.InputFile(b"x", "x.png")}])
async def test_half_a_character_is_left_out(far: Far, bot: telegram.Bot, file: dict[str, Any]) -> None:
    """Nothing could carry it; the rest of the words goes out."""
    await post(bot, "sendPhoto", {"chat_id": 7, "caption": "Ерлан \ud83d!", **file})
    assert far.heard[0][1]["caption"] == "Ерлан !"


async def test_telegrams_numbers_come_through(far: Far, bot: telegram.Bot) -> None:
    """How long to wait, and where a group went."""
    far.answer = refusal(429, "Too Many Requests: retry after 7", retry_after=7)
    told_to_wait = await caught(post(bot, "sendMessage", {"chat_id": 7}))
    assert isinstance(told_to_wait, RetryAfter)
    assert told_to_wait._retry_after.total_seconds() == 7
    far.answer = refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100777)
    moved = await caught(post(bot, "sendMessage", {"chat_id": -777}))
    assert isinstance(moved, ChatMigrated)
    assert moved.new_chat_id == -100777


async def test_nobody_listens() -> None:
    """Refused: certainly not sent."""
    bot = open_bot(TOKEN, f"http://127.0.0.1:{free_port()}")
    assert type(await caught(post(bot, "sendMessage", {"chat_id": 7}))) is NotSent
    await close(bot)


async def test_no_such_host() -> None:
    """A name that cannot be found: certainly not sent."""
    bot = open_bot(TOKEN, "http://nowhere.invalid")
    assert type(await caught(post(bot, "sendMessage", {"chat_id": 7}))) is NotSent
    await close(bot)


async def test_a_refusing_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that is away: certainly not sent."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    bot = open_bot(TOKEN, "http://telegram.invalid")
    assert type(await caught(post(bot, "sendMessage", {"chat_id": 7}))) is NotSent
    await close(bot)


async def test_no_answer_in_time(far: Far, bot: telegram.Bot) -> None:
    """It heard us, and said nothing: it may have acted."""
    gone = asyncio.Event()

    async def stall(_request: web.Request) -> web.StreamResponse:
        await gone.wait()
        return web.Response()

    far.answer = stall
    error = await caught(post(bot, "sendMessage", {"chat_id": 7}, read_timeout=0.05))
    assert type(error) is MaybeSent
    assert [method for method, _ in far.heard] == ["sendMessage"]
    gone.set()


async def test_an_answer_that_drips_ends_too(far: Far) -> None:
    """Each byte in time, but never a whole answer: the timeouts together are the end of it."""
    over = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while not over.is_set():
            await answer.write(b" ")
            await asyncio.sleep(0.01)
        return answer

    far.answer = drip
    line = AiohttpRequest()
    request = line.do_request(f"{far.url}/x", "POST", read_timeout=0.1, connect_timeout=0.1)
    async with asyncio.timeout(2):
        assert type(await caught(request)) is MaybeSent
    over.set()
    await line.shutdown()


async def test_broken_off_while_answering(far: Far, bot: telegram.Bot) -> None:
    """It may have acted."""

    async def break_off(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    far.answer = break_off
    assert type(await caught(post(bot, "sendMessage", {"chat_id": 7}))) is MaybeSent


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{", b"\x16\x03\x01 what?\r\n\r\n"]
)
async def test_half_an_answer(answer: bytes) -> None:
    """Heard out, then half closed, cut short or garbled: it may have acted."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.write_eof()
        await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    bot = open_bot(TOKEN, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    assert type(await caught(post(bot, "getMe", {}, read_timeout=1))) is MaybeSent
    await close(bot)
    server.close()


async def test_a_full_pool_is_not_a_doubt(far: Far) -> None:
    """Who waited in vain for a connection was certainly not sent; the pool is no wider than it says."""
    gone, full = asyncio.Event(), asyncio.Event()

    async def stall(_request: web.Request) -> web.StreamResponse:
        if far.at_once == 2:
            full.set()
        await gone.wait()
        return web.json_response({"ok": True, "result": True})

    far.answer = stall
    line = AiohttpRequest(connections=2)
    both = [asyncio.create_task(line.do_request(f"{far.url}/x", "POST")) for _ in range(2)]
    await full.wait()
    error = await caught(line.do_request(f"{far.url}/late", "POST", connect_timeout=0.05))
    assert type(error) is NotSent
    gone.set()
    assert [status for status, _ in await asyncio.gather(*both)] == [200, 200]
    assert (far.most_at_once, [path for path, _ in far.heard]) == (2, ["x", "x"])
    await line.shutdown()


async def test_it_opens_again_after_it_was_closed(far: Far, bot: telegram.Bot) -> None:
    """Closing is not for ever: a doctor and a hotline may use one bot after another."""
    await post(bot, "getMe", {})
    await close(bot)
    await post(bot, "getMe", {})
    assert len(far.heard) == 2


async def test_a_token_is_told_neither_when_it_is_revoked_nor_when_the_bot_is_printed(
    far: Far, bot: telegram.Bot
) -> None:
    """python-telegram-bot writes it into both."""
    assert repr(bot) == f"{bot}" == "Bot[100200300]"
    for status in (401, 404):
        far.answer = refusal(status, "Unauthorized")
        error = await caught(bot.initialize())
        assert type(error) is InvalidToken
        assert outcome_of(error, attempts=1, random=Random(1)) == LineDown("InvalidToken")


async def test_an_address_that_is_none() -> None:
    """Certainly not sent."""
    bot = open_bot(TOKEN, "http://no host")
    assert type(await caught(post(bot, "sendMessage", {"chat_id": 7}))) is NotSent
    await close(bot)


def file_of(content: bytes) -> Answer:
    """getFile, and the file."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path == f"/bot{TOKEN}/getFile":
            return web.json_response(
                {"ok": True, "result": {"file_id": "f", "file_path": "voice/file_1.ogg"}}
            )
        assert request.path == f"/file/bot{TOKEN}/voice/file_1.ogg"
        return web.Response(body=content)

    return answer


async def test_a_file_is_fetched(far: Far, bot: telegram.Bot) -> None:
    """Up to the very limit."""
    far.answer = file_of(b"OggS" * 50_000)
    assert await fetch_file(bot, "f", 200_000) == b"OggS" * 50_000


async def test_a_file_that_is_too_long_is_left(far: Far, bot: telegram.Bot) -> None:
    """One byte over is too much, and the rest is not read."""
    far.answer = file_of(b"OggS" * 50_000)
    assert type(await caught(fetch_file(bot, "f", 199_999))) is TooLarge


async def test_files_that_cannot_be_had(far: Far, bot: telegram.Bot) -> None:
    """Too big for Telegram; without a path; gone from its disk."""
    far.answer = refusal(400, "Bad Request: file is too big")
    assert type(await caught(fetch_file(bot, "f", 10))) is BadRequest
    far.answer = said(200, {"ok": True, "result": {"file_id": "f"}})
    assert str(await caught(fetch_file(bot, "f", 10))) == "the file has no path"

    async def only_the_path(request: web.Request) -> web.StreamResponse:
        found = {"ok": True, "result": {"file_id": "f", "file_path": "a"}}
        return web.Response(text=json.dumps(found)) if "getFile" in request.path else web.Response(status=404)

    far.answer = only_the_path
    assert isinstance(await caught(fetch_file(bot, "f", 10)), NetworkError)
