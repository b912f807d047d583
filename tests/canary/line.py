"""Telegram in a bad temper: it refuses with words that quote what was sent, breaks off, or answers nonsense.

Each kind of trouble meets each method once; then the method works again, so that every trouble
is followed by whatever the hotline does about it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.types import Receive, Scope, Send

from bot.sandbox.server import Sandbox
from bot.sandbox.wire import cut

Answer = tuple[int, bytes]

_HANG_UP = -1


def _refusal(code: int, words: str, **parameters: Any) -> Callable[[str], Answer]:
    def answer(quoted: str) -> Answer:
        told = {"ok": False, "error_code": code, "description": f"{words}: {quoted}"}
        if parameters:
            told["parameters"] = parameters
        return code, json.dumps(told).encode()

    return answer


TROUBLES: dict[str, Callable[[str], Answer]] = {
    "400": _refusal(400, "Bad Request: can't parse entities in"),
    "400 unknown": _refusal(400, "Bad Request: we do not like"),
    "401": _refusal(401, "Unauthorized"),
    "403": _refusal(403, "Forbidden: bot was blocked by the user"),
    "404": _refusal(404, "Not Found"),
    "409": _refusal(409, "Conflict: terminated by other getUpdates request"),
    "413": lambda quoted: (413, quoted.encode()),
    "429": _refusal(429, "Too Many Requests: retry after 0, you sent", retry_after=0),
    "500": _refusal(500, "Internal Server Error while reading"),
    "502": lambda quoted: (502, f"<html><title>{quoted}</title>".encode()),
    "504": lambda quoted: (504, quoted.encode()),
    "no json": lambda quoted: (200, f'{{"ok": true, "result": "{quoted}'.encode()),
    "other json": lambda quoted: (200, json.dumps({"ok": True, "result": [quoted]}).encode()),
    "a list": lambda quoted: (200, json.dumps([quoted]).encode()),
    "bytes": lambda quoted: (200, b"\xff\xfe" + quoted.encode("utf-16-le")),
    "hung up": lambda quoted: (_HANG_UP, quoted.encode()),
}


@dataclass
class TroubledLine:
    """Stands between the bot and the sandbox.

    Attributes:
        trouble: Which kind meets each method once from now on; none where None.
        quote: What Telegram's refusals quote besides what was sent.
        forced: What was answered badly, by kind and method.
    """

    sandbox: Sandbox
    trouble: str | None = None
    quote: Callable[[], str] = str
    forced: set[tuple[str, str]] = field(default_factory=set)

    async def close(self) -> None:
        """As the sandbox."""
        await self.sandbox.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or do not."""
        method = _method(scope.get("path", ""))
        kind = self.trouble
        if kind is None or method is None or (kind, method) in self.forced:
            await self.sandbox(scope, receive, send)
            return
        self.forced.add((kind, method))
        body = b""
        while True:
            piece = await receive()
            body += piece.get("body", b"")
            if not piece.get("more_body"):
                break
        sent = body.decode("utf-8", "replace")[:400]
        status, content = TROUBLES[kind](f"{self.quote()} {sent}")
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(content))]
        if status == _HANG_UP:
            # Announced, and never sent whole.
            headers[1] = (b"content-length", b"%d" % (len(content) + 100))
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": content, "more_body": True})
            await cut(scope, receive)
            return
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})


def _method(path: str) -> str | None:
    if path.startswith("/file/bot"):
        return "a file"
    return path.rsplit("/", 1)[-1] if path.startswith("/bot") else None
