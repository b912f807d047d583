"""One HTTP request to the Bot API: its address and its body, in each form that Telegram takes."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.types import Receive, Scope

from bot.sandbox.asked import Asked, Upload
from bot.sandbox.files import LARGEST_UPLOAD
from bot.sandbox.refusals import Refused, bad

_LARGEST_BODY = LARGEST_UPLOAD + 2**20  # bytes
_LARGEST_FIELD = 2**20


@dataclass(frozen=True, slots=True)
class Address:
    """What `/bot<token>/<method>` and `/file/bot<token>/<path>` name."""

    token: str
    rest: str
    file: bool


def address_of(path: str) -> Address | None:
    """The parts of *path*; None where it is not the Bot API's."""
    file = path.startswith("/file/bot")
    if not file and not path.startswith("/bot"):
        return None
    token, slash, rest = path[9 if file else 4 :].partition("/")
    if (slash and token == "") or ":" not in token:
        return None
    return Address(token, rest.removeprefix("test/") if not file else rest, file)


async def read(scope: Scope, receive: Receive) -> Asked:
    """The fields and files of a request.

    Raises:
        Refused: Telegram would not read it.
        ConnectionError: The asker hung up in the middle.
    """
    fields: dict[str, Any] = _form(scope["query_string"]) if scope["query_string"] else {}
    kind, headers = "", scope["headers"]
    for name, value in headers:
        if name == b"content-type":
            kind = value.decode("latin-1")
            break
    if kind.startswith("multipart/form-data"):
        return await _parts(fields, Headers(raw=headers), receive)
    body = await _body(receive)
    if not body:
        return Asked(fields)
    if kind.startswith("application/json"):
        fields |= _object(body)
    elif kind.startswith("application/x-www-form-urlencoded"):
        fields |= _form(body)
    return Asked(fields)


def _form(source: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(source.decode("ascii"), keep_blank_values=True, errors="strict"))
    except (UnicodeDecodeError, ValueError):
        raise bad("strings must be encoded in UTF-8") from None


def _object(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise bad("can't parse request body as JSON object") from None
    if not isinstance(given, dict):
        raise bad("can't parse request body as JSON object")
    return given


async def _body(receive: Receive) -> bytes:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise ConnectionError("hung up")
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    parts, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionError("hung up")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > _LARGEST_BODY:
            raise Refused(413, "Request Entity Too Large")
    return b"".join(parts)


async def _parts(fields: dict[str, Any], headers: Headers, receive: Receive) -> Asked:
    async def stream() -> Any:
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionError("hung up")
            more = message.get("more_body", False)
            size += len(message.get("body", b""))
            if size > _LARGEST_BODY:
                raise Refused(413, "Request Entity Too Large")
            yield message.get("body", b"")

    try:
        form = await MultiPartParser(headers, stream(), max_part_size=_LARGEST_FIELD).parse()
    except (MultiPartException, KeyError):
        raise bad("can't parse multipart form data") from None
    uploads = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            uploads[name] = Upload(value.filename or name, await value.read(), value.content_type or "")
        else:
            fields[name] = value
    await form.close()
    return Asked(fields, uploads)
