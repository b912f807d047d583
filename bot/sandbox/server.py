"""The sandbox on the wire: the Bot API for bots, the page for people, and the troubles of a line.

The Bot API's part is plain ASGI, because measurements of the bot run against it: it must never
be what they measure.
"""

import asyncio
from typing import Any

from starlette.types import Receive, Scope, Send

from bot.sandbox.asked import Asked
from bot.sandbox.desk import desk
from bot.sandbox.files import LARGEST_DOWNLOAD
from bot.sandbox.methods import GET_UPDATES, method_named
from bot.sandbox.methods import serve as do
from bot.sandbox.refusals import Json, Refused, not_found, too_many, unauthorized
from bot.sandbox.serving import Served, serve
from bot.sandbox.stream import Streams
from bot.sandbox.webhooks import get_updates
from bot.sandbox.wire import HungUp, answer, answer_json, asked_in, cut
from bot.sandbox.world import World

__all__ = ["Sandbox", "Served", "app", "serve"]

_HTML = [(b"content-type", b"text/html")]
_BAD_GATEWAY = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
_SIGN_IN = b"<!doctype html><title>Sign in to this network</title>"
_HELD = 5  # seconds that a 429 asks for where nobody said how long the switch stays
# Telegram never made anybody wait for these.
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
        self._closing = asyncio.Event()
        self._broken = asyncio.Event()
        self._streams = Streams(world)
        self._page = desk(world, self._streams)
        world.watch.listen(self._on_change)
        world.hook.on_answer = self._call

    async def close(self) -> None:
        """End every stream, long poll and delivery: nothing here waits any more."""
        self._closing.set()
        self._broken.set()
        self._streams.close()
        await self.world.hook.stop()

    def _on_change(self, kind: str, about: Any) -> None:
        # A line that breaks, breaks also for those who wait on it.
        if kind == "switches" and self.world.switches.mode not in ("ok", "slow", "too_many"):
            broken, self._broken = self._broken, asyncio.Event()
            broken.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        path: str = scope["path"]
        try:
            if path.startswith("/bot"):
                await self._api(path[4:], scope, receive, send)
            elif path.startswith("/file/bot"):
                await self._file(path[9:], scope, receive, send)
            else:
                await self._page(scope, receive, send)
        except ConnectionResetError:
            await cut(scope, receive)

    async def _api(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, rest = path.partition("/")
        if await self._in_trouble(send):
            return
        mode, name = self.world.switches.mode, ""
        try:
            self._admit(token)
            name = method_named(rest)
            asked = await asked_in(scope, receive)
            if mode == "too_many" and name not in _UNLIMITED:
                raise too_many(self.world.switches.seconds_left(_HELD))
            if name == GET_UPDATES:
                result = await self._poll(asked, receive)
            else:
                result = do(self.world, name, asked)
        except Refused as refused:
            self.world.counts[name, str(refused.code)] += 1
            await answer_json(send, refused.code, refused.body())
            return
        self.world.counts[name, "ok"] += 1
        if mode == "timeout_after_accept":
            await self._never(receive)
        if name == GET_UPDATES and await self._in_trouble(send):
            return
        await answer_json(send, 200, {"ok": True, "result": result})

    def _admit(self, token: str) -> None:
        if token != self.world.token or self.world.switches.mode == "revoked":
            raise unauthorized()
        if self.world.logged_out:
            raise Refused(400, "Logged out")

    async def _in_trouble(self, send: Send) -> bool:
        """What a broken line does before anything is read; true where that was the answer.

        Raises:
            ConnectionResetError: The line is to be cut.
        """
        mode = self.world.switches.mode
        if mode == "outage":
            raise ConnectionResetError
        if mode == "server_error":
            await answer(send, 502, _BAD_GATEWAY, _HTML)
        elif mode == "garbage":
            await answer(send, 200, _SIGN_IN, _HTML)
        elif mode == "slow":
            await asyncio.sleep(self.world.switches.delay)
        return mode in ("server_error", "garbage")

    async def _poll(self, asked: Asked, receive: Receive) -> list[Any]:
        """getUpdates: an answer, or the trouble that came while it waited."""
        async with HungUp(receive, self._broken) as gone:
            updates = await get_updates(self.world, asked, gone)
        if updates is not None:
            return updates
        mode = self.world.switches.mode
        if self._closing.is_set() or mode in ("ok", "slow", "too_many", "outage"):
            raise ConnectionResetError  # Nobody is there any more, or nobody can be reached.
        if mode == "timeout_after_accept":
            await self._never(receive)
        if mode == "revoked":
            raise unauthorized()
        if mode == "conflict":
            await get_updates(self.world, asked, gone)  # It refuses.
        return []

    async def _never(self, receive: Receive) -> None:
        """Wait until the asker gives up, or the server closes.

        Raises:
            ConnectionResetError: Always: there will be no answer.
        """
        async with HungUp(receive, self._closing) as gone:
            await gone
        raise ConnectionResetError

    async def _file(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, rest = path.partition("/")
        if await self._in_trouble(send):
            return
        try:
            self._admit(token)
            file = self.world.files.by_path(rest)
            if file is None or len(file.content) > LARGEST_DOWNLOAD:
                raise not_found()
        except Refused as refused:
            await answer_json(send, refused.code, refused.body())
            return
        if self.world.switches.mode == "timeout_after_accept":
            await self._never(receive)
        await answer(send, 200, file.content, [(b"content-type", b"application/octet-stream")])

    def _call(self, said: Json) -> None:
        """A webhook answered with a method: Telegram does it, and tells nobody how that went."""
        try:
            name = method_named(said["method"])
            if name != GET_UPDATES:
                do(self.world, name, Asked(said))
        except Refused as refused:
            self.world.counts[said["method"], str(refused.code)] += 1
