"""The server's side of the page: its files, the state of the world, and what people do there."""

import math
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.clock import MovableClock
from bot.sandbox import window
from bot.sandbox.phones import HOME, Impossible, Phone
from bot.sandbox.refusals import Json, Refused
from bot.sandbox.stream import Streams
from bot.sandbox.switches import MODES
from bot.sandbox.webhooks import is_loopback
from bot.sandbox.world import World

_PAGE = Path(__file__).parent / "page"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_FURTHEST = timedelta(days=3660)  # one move of the clock; dates have an end


class AtHome:
    """Lets in only what comes from this computer's own pages.

    Any website could send forms to a loopback address, or point its own name at it.
    """

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, or refuse it."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host, origin = (
            headers.get(b"host", b"").decode("latin-1"),
            headers.get(b"origin", b"").decode("latin-1"),
        )
        acts = scope["method"] not in ("GET", "HEAD")
        from_elsewhere = origin != "" and urlsplit(origin).netloc != host
        elsewhere = headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none")
        if not is_loopback(urlsplit(f"//{host}").hostname or "") or (acts and (from_elsewhere or elsewhere)):
            await JSONResponse({"error": "only the page of this rehearsal may do that"}, 403)(
                scope, receive, send
            )
            return
        await self._inner(scope, receive, send)


def desk(world: World, streams: Streams) -> Starlette:
    """The page and all that it asks for."""
    acts = {
        "text": _text,
        "start": _start,
        "press": _press,
        "key": _key,
        "files": _files,
        "location": _location,
        "contact": _contact,
        "edit": _edit,
        "delete": _delete,
        "block": _block,
        "read": _read,
    }

    async def act(request: Request) -> Response:
        found = next((each for each in world.phones if each.id == request.path_params["id"]), None)
        verb = acts.get(request.path_params["verb"])
        if found is None or verb is None:
            return _refusal("there is no such phone or button", 404)
        return await _done(lambda: verb(request, found))

    async def clock(request: Request) -> Response:
        return await _done(lambda: _move(request, world))

    async def switch(request: Request) -> Response:
        return await _done(lambda: _turn(request, world))

    async def state(request: Request) -> Response:
        return JSONResponse(window.state(world), headers={"cache-control": "no-store"})

    async def events(request: Request) -> Response:
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(streams.follow(), media_type="text/event-stream", headers=headers)

    async def file(request: Request) -> Response:
        return _content(world, request)

    return Starlette(
        routes=[
            Route("/page/state", state),
            Route("/page/events", events),
            Route("/page/files/{id}", file),
            Route("/page/phones/{id}/{verb}", act, methods=["POST"]),
            Route("/page/clock", clock, methods=["POST"]),
            Route("/page/switches", switch, methods=["POST"]),
            Route("/{name:path}", _static),
        ],
        middleware=[Middleware(AtHome)],
    )


def _refusal(why: str, status: int = 400) -> Response:
    return JSONResponse({"error": why}, status)


async def _done(act: Callable[[], Awaitable[None]]) -> Response:
    try:
        await act()
    except (Impossible, _Unreadable) as error:
        return _refusal(str(error))
    except Refused as error:
        return _refusal(error.description.removeprefix("Bad Request: "))
    return Response(status_code=204)


class _Unreadable(Exception):
    """The page sent what no page of ours sends."""


async def _asked(request: Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        raise _Unreadable("no JSON") from None
    if not isinstance(body, dict):
        raise _Unreadable("no object")
    return body


def _words(body: Json, name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise _Unreadable(f"{name} is no text")
    return value


def _whole(body: Json, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Unreadable(f"{name} is no whole number")
    return value


def _number(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _Unreadable(f"{name} is no number")
    return float(value)


async def _text(request: Request, phone: Phone) -> None:
    body = await _asked(request)
    phone.say(
        _words(body, "text"), reply_to=None if body.get("reply_to") is None else _whole(body, "reply_to")
    )


async def _start(request: Request, phone: Phone) -> None:
    phone.start(_words(await _asked(request), "payload") or None)


async def _press(request: Request, phone: Phone) -> None:
    body = await _asked(request)
    phone.press(_whole(body, "message"), _whole(body, "row"), _whole(body, "column"))


async def _key(request: Request, phone: Phone) -> None:
    phone.key(_words(await _asked(request), "text"))


async def _location(request: Request, phone: Phone) -> None:
    body = await _asked(request)
    latitude, longitude = (
        _number(body.get(name, home), name) for name, home in zip(("lat", "lon"), HOME, strict=True)
    )
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise _Unreadable("there is no such place")
    phone.location(latitude, longitude)


async def _contact(request: Request, phone: Phone) -> None:
    phone.contact()


async def _edit(request: Request, phone: Phone) -> None:
    body = await _asked(request)
    phone.edit(_whole(body, "message"), _words(body, "text"))


async def _delete(request: Request, phone: Phone) -> None:
    phone.delete(_whole(await _asked(request), "message"))


async def _block(request: Request, phone: Phone) -> None:
    if (await _asked(request)).get("blocked") is True:
        phone.block()
    else:
        phone.unblock()


async def _read(request: Request, phone: Phone) -> None:
    phone.read()


async def _files(request: Request, phone: Phone) -> None:
    async with request.form(max_files=10, max_part_size=2**20) as form:
        given = [each for each in form.getlist("file") if isinstance(each, UploadFile)]
        contents = [await each.read() for each in given]
        kind, caption = str(form.get("as", "document")), str(form.get("caption", ""))
        seconds = str(form.get("duration", ""))
    names = [each.filename or "file" for each in given]
    if not given:
        raise _Unreadable("there is no file")
    if kind not in ("photo", "document", "voice"):
        raise _Unreadable(f"nothing is sent as {kind}")
    mime = (given[0].content_type or "").partition(";")[0]
    if kind == "voice":
        phone.voice(contents[0], int(seconds) if seconds.isdecimal() else 1, mime=mime or "audio/ogg")
    elif len(given) > 1:
        phone.album(contents, caption, kind=kind, names=names)
    elif kind == "photo":
        phone.photo(contents[0], caption)
    else:
        phone.document(contents[0], names[0], caption, mime=mime)


async def _move(request: Request, world: World) -> None:
    body = await _asked(request)
    by = {name: _number(body[name], name) for name in ("days", "hours", "minutes") if name in body}
    if not isinstance(world.clock, MovableClock):
        raise _Unreadable("this clock cannot be moved")
    try:
        step = timedelta(**by)
    except OverflowError:
        step = _FURTHEST * 2
    if not timedelta(0) < step <= _FURTHEST:
        raise _Unreadable("the clock goes only forward, and at most ten years at once")
    world.clock.move(step)


async def _turn(request: Request, world: World) -> None:
    body = await _asked(request)
    seconds = None if body.get("seconds") is None else _number(body["seconds"], "seconds")
    mode = next((each for each in MODES if each == body.get("mode")), None)
    if mode is None:
        raise _Unreadable("there is no such switch")
    if seconds is not None and not 0 < seconds <= 86_400 * 30:
        raise _Unreadable("not so long")
    world.switches.set(mode, seconds)


async def _static(request: Request) -> Response:
    name = request.path_params["name"] or "index.html"
    path = _PAGE / name
    if "/" in name or path.suffix not in _TYPES or not path.is_file():
        return Response("Not Found", 404)
    headers = {
        "content-type": _TYPES[path.suffix],
        "content-security-policy": _POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-cache",
    }
    return Response(path.read_bytes(), headers=headers)


def _content(world: World, request: Request) -> Response:
    file = world.files.by_id(request.path_params["id"])
    if file is None:
        return Response("Not Found", 404)
    shown = file.mime.startswith(("image/", "audio/", "video/")) and "svg" not in file.mime
    headers = {
        "content-type": file.mime if shown else "application/octet-stream",
        # What somebody sends must never run here.
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "accept-ranges": "bytes",
        "cache-control": "private, max-age=3600",
    }
    size = len(file.content)
    begin, end = _range(request.headers.get("range", ""), size)
    if (begin, end) == (0, size):
        return Response(file.content, headers=headers)
    headers["content-range"] = f"bytes {begin}-{end - 1}/{size}"
    return Response(file.content[begin:end], 206, headers=headers)


def _range(asked: str, size: int) -> tuple[int, int]:
    """The part of a file that a player asks for; all of it where the question cannot be answered."""
    unit, _, span = asked.partition("=")
    first, _, last = span.partition("-")
    if unit != "bytes" or not first.isdecimal() or (last and not last.isdecimal()):
        return 0, size
    begin, end = int(first), min(size, int(last) + 1 if last else size)
    return (begin, end) if begin < end else (0, size)
