"""The sandbox on the wire: the Bot API for bots, the page for people, and the troubles of a line.

The Bot API's part is plain ASGI, because measurements of the bot run against it: it must never
be what they measure.
"""

import asyncio
import contextlib
import json
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from bot.sandbox.asked import Asked
from bot.sandbox.desk import desk
from bot.sandbox.files import LARGEST_DOWNLOAD
from bot.sandbox.methods import GET_UPDATES, method_named
from bot.sandbox.methods import serve as do
from bot.sandbox.refusals import Json, Refused, not_found, too_many, unauthorized
from bot.sandbox.requests import Address, address_of, read
from bot.sandbox.serving import Served, serve
from bot.sandbox.stream import Streams
from bot.sandbox.webhooks import get_updates
from bot.sandbox.world import World

__all__ = ["Sandbox", "Served", "app", "serve"]

_BROKEN = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>\r\n"
)
_GARBAGE = b"<!doctype html><title>Sign in to this network</title>"
_HELD = 5  # seconds that a 429 asks for when nobody said how long the switch stays
# These end a session or carry no load: no limit stands in their way.
_UNLIMITED = frozenset(
    (GET_UPDATES, "getMe", "answerCallbackQuery", "setWebhook", "deleteWebhook", "getWebhookInfo")
)


def app(world: World) -> "Sandbox":
    """The ASGI application of *world*."""
    return Sandbox(world)


class Sandbox:
    """One world, served."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._token = world.token
        self._streams = Streams(world)
        self._desk = desk(world, self._streams)
        self._waiting: set[asyncio.Future[Any]] = set()
        self._closed = False
        world.watch.listen(self._on_change)

    async def close(self) -> None:
        """End every stream, long poll and delivery: nothing here waits any more."""
        self._closed = True
        self._streams.close()
        self._release()
        await self.world.hook.stop()

    def _release(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    def _on_change(self, kind: str, about: Any) -> None:
        # A line that breaks, breaks for those who wait on it, too.
        if kind == "switches" and self.world.switches.mode not in ("ok", "slow"):
            self._release()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        address = address_of(scope["path"])
        if address is None:
            await self._desk(scope, receive, send)
            return
        try:
            await self._answer(address, scope, receive, send)
        except ConnectionError:
            cut(send)

    async def _answer(self, address: Address, scope: Scope, receive: Receive, send: Send) -> None:
        mode = self.world.switches.mode
        if mode != "ok" and await self._trouble(mode, send):
            return
        try:
            if address.token != self._token or mode == "revoked":
                raise unauthorized()
            if self.world.logged_out:
                raise Refused(400, "Logged out")
            if address.file:
                await self._file(address, send)
                return
            name = method_named(address.rest)
            asked = await read(scope, receive)
            if mode == "too_many" and name not in _UNLIMITED:
                raise too_many(self.world.switches.seconds_left(_HELD))
            if name == GET_UPDATES:
                await self._poll(asked, receive, send)
                return
            result = do(self.world, name, asked)
        except Refused as refused:
            await self._say(send, refused.code, refused.body())
            return
        if mode == "timeout_after_accept":
            await self._never(receive)
            cut(send)
            return
        await self._say(send, 200, {"ok": True, "result": result})

    async def _trouble(self, mode: str, send: Send) -> bool:
        """What a broken line does before anything is read; true where that was the answer."""
        if mode == "outage":
            cut(send)
        elif mode == "server_error":
            await _respond(send, 502, _BROKEN, b"text/html")
        elif mode == "garbage":
            await _respond(send, 200, _GARBAGE, b"text/html")
        else:
            if mode == "slow":
                await asyncio.sleep(self.world.switches.delay)
            return False
        return True

    async def _poll(self, asked: Asked, receive: Receive, send: Send) -> None:
        gone: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        hung_up = asyncio.ensure_future(_hung_up(receive, gone))
        self._waiting.add(gone)
        try:
            updates = await get_updates(self.world, asked, gone)
        finally:
            self._waiting.discard(gone)
            hung_up.cancel()
        if updates is not None:
            await self._say(send, 200, {"ok": True, "result": updates})
        elif self._closed or await self._trouble(self.world.switches.mode, send):
            cut(send)
        elif self.world.switches.mode == "revoked":
            raise unauthorized()
        elif self.world.switches.mode == "conflict":
            await get_updates(self.world, asked, gone)  # It refuses, in its own words.
        elif self.world.switches.mode == "timeout_after_accept":
            await self._never(receive)
            cut(send)
        else:
            await self._say(send, 200, {"ok": True, "result": []})

    async def _never(self, receive: Receive) -> None:
        """Wait until the asker gives up, or the server ends."""
        gone: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        hung_up = asyncio.ensure_future(_hung_up(receive, gone))
        while not self._closed and not hung_up.done():
            self._waiting.add(gone)
            await gone
            self._waiting.discard(gone)
            gone = asyncio.get_running_loop().create_future()
            hung_up.add_done_callback(lambda _, ended=gone: ended.done() or ended.set_result(None))
        hung_up.cancel()

    async def _file(self, address: Address, send: Send) -> None:
        file = self.world.files.by_path(address.rest)
        if file is None or len(file.content) > LARGEST_DOWNLOAD:
            raise not_found()
        await _respond(send, 200, file.content, b"application/octet-stream")

    async def _say(self, send: Send, status: int, body: Json) -> None:
        await _respond(send, status, json.dumps(body, separators=(",", ":")).encode(), b"application/json")


async def _respond(send: Send, status: int, body: bytes, kind: bytes) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _hung_up(receive: Receive, gone: "asyncio.Future[Any]") -> None:
    message: Message = {}
    while message.get("type") != "http.disconnect":
        message = await receive()
    if not gone.done():
        gone.set_result(None)


def cut(send: Send) -> None:
    """Close the connection without a word, as a broken line does.

    Raises:
        ConnectionResetError: Nothing here can close it; whoever called the application sees that.
    """
    cycle = getattr(send, "__self__", None)
    transport = getattr(cycle, "transport", None)
    if transport is None:
        raise ConnectionResetError("the line is cut")
    with contextlib.suppress(OSError):
        transport.abort()
