"""HTTP as the sandbox needs it: bodies up to a limit, forms of every kind, answers, a line to be cut."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.sandbox.asked import Asked, Upload, parsed
from bot.sandbox.files import LARGEST_UPLOAD
from bot.sandbox.refusals import Refused, bad

LARGEST_BODY = LARGEST_UPLOAD + 1024 * 1024  # the file and what is said about it
CUT = "izdeu.cut"  # in the scope: how to hang up without an answer
_LONGEST_FIELD = 8 * 1024 * 1024  # bytes
_NOT_UTF8 = "strings must be encoded in UTF-8"


async def read_body(receive: Receive) -> bytes:
    """The whole body.

    Raises:
        Refused: 413, it is too long.
        ConnectionResetError: The asker hung up.
    """
    message = await receive()
    body: bytes = message.get("body", b"")
    if message["type"] == "http.disconnect":
        raise ConnectionResetError
    if not message.get("more_body"):
        return body
    pieces, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionResetError
        piece = message.get("body", b"")
        size += len(piece)
        if size > LARGEST_BODY:
            raise Refused(413, "Request Entity Too Large")
        pieces.append(piece)
    return b"".join(pieces)


async def asked_in(scope: Scope, receive: Receive) -> Asked:
    """The fields and files of a request, from wherever they stand.

    Raises:
        Refused: They cannot be read, or are too long.
        ConnectionResetError: The asker hung up.
    """
    kind = _content_type(scope)
    body = await read_body(receive)
    fields: dict[str, Any] = {}
    try:
        if scope["query_string"]:
            fields.update(_pairs(scope["query_string"]))
        if kind.startswith(b"application/json"):
            given = parsed(body.decode()) if body else {}
            if not isinstance(given, dict):
                raise bad("can't parse JSON object")
            return Asked(fields | given)
        if kind.startswith(b"multipart/form-data"):
            more, uploads = await _parts(scope, body)
            return Asked(fields | more, uploads)
        if body:
            fields.update(_pairs(body))
    except UnicodeDecodeError:
        raise bad(_NOT_UTF8) from None
    except ValueError:
        raise bad("can't parse the request") from None
    return Asked(fields)


def _content_type(scope: Scope) -> bytes:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return bytes(value).lower()
    return b""


def _pairs(text: bytes) -> list[tuple[str, str]]:
    return parse_qsl(text.decode("utf-8"), keep_blank_values=True, errors="strict", encoding="utf-8")


async def _parts(scope: Scope, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    async def whole() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    request = Request(scope, whole)
    parser = MultiPartParser(
        request.headers, request.stream(), max_files=100, max_fields=1000, max_part_size=_LONGEST_FIELD
    )
    fields: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    try:
        form = await parser.parse()
    except MultiPartException:
        raise bad("can't parse the form") from None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            uploads[name] = Upload(value.filename or "", content, value.content_type or "")
        else:
            fields[name] = value
    await form.close()
    return fields, uploads


_JSON_HEADERS = [(b"content-type", b"application/json"), (b"access-control-allow-origin", b"*")]


async def answer_json(send: Send, status: int, body: Mapping[str, Any]) -> None:
    """Answer with JSON, as Telegram spells it."""
    # Lone surrogates can only be written escaped; and so does Telegram write all that is not ASCII.
    content = json.dumps(body, separators=(",", ":")).encode()
    headers = _JSON_HEADERS
    if status == 429:
        headers = [*headers, (b"retry-after", str(body.get("parameters", {}).get("retry_after", 1)).encode())]
    await answer(send, status, content, headers)


async def answer(send: Send, status: int, content: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    """Answer with anything."""
    length = (b"content-length", str(len(content)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": content})


class HungUp:
    """Knows when nobody waits for an answer any more: the asker has gone, or the server is closing."""

    def __init__(self, receive: Receive, closing: asyncio.Event) -> None:
        self._receive = receive
        self._closing = closing

    async def __aenter__(self) -> "asyncio.Task[None]":
        self._task = asyncio.create_task(self._wait())
        return self._task

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()

    async def _wait(self) -> None:
        closing = asyncio.create_task(self._closing.wait())
        gone = asyncio.create_task(self._disconnect())
        try:
            await asyncio.wait((closing, gone), return_when=asyncio.FIRST_COMPLETED)
        finally:
            closing.cancel()
            gone.cancel()

    async def _disconnect(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass


async def cut(scope: Scope, receive: Receive) -> None:
    """Hang up without an answer.

    Raises:
        ConnectionResetError: There is no connection to cut, because the asker is in this process.
    """
    abort = scope.get(CUT)
    if abort is None:
        raise ConnectionResetError("the line is cut")
    abort()
    # Until the server has noticed: it would answer for whoever returns without an answer.
    while (await receive())["type"] != "http.disconnect":
        pass
