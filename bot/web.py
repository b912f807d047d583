"""What the hotline answers over HTTP: Telegram's webhook, and how the machine feels.

An update is answered with 200 only after its commit. Health and numbers name no person.
"""

import asyncio
import hmac
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.backing_up import SCHEDULED, last_good
from bot.metrics import age, exposition
from bot.parts import Parts
from bot.reading import read_json
from storage import inbox, jobs, outbox
from storage.errors import StoreTrouble

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- a header's name, not a secret
_LARGEST = 4 * 1024 * 1024  # bytes; Telegram's own are far smaller
_TRY_AGAIN = "5"  # seconds
_TICK_SEEN = 120.0  # seconds; some job runs far more often


def web_app(house: Parts) -> Starlette:
    """The routes of one house."""

    async def webhook(request: Request) -> Response:
        secret = house.settings.webhook_secret
        given = request.headers.get(SECRET_HEADER, "")
        if secret is None or not hmac.compare_digest(given.encode(), secret.get_secret_value().encode()):
            return PlainTextResponse("forbidden", 403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LARGEST:
                return PlainTextResponse("too large", 413)
        try:
            update = read_json(body.decode("utf-8", "replace"))
        except ValueError:
            # Whoever knows the secret is Telegram: what it says is kept, readable or not.
            update = {"unreadable": body.decode("utf-8", "replace")}
        try:
            await house.keeper.keep([update])
        except StoreTrouble:
            return PlainTextResponse("later", 503, {"Retry-After": _TRY_AGAIN})
        return PlainTextResponse("")

    async def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_request: Request) -> Response:
        troubles = await troubles_of(house)
        return JSONResponse({"ready": not troubles, "troubles": troubles}, 503 if troubles else 200)

    async def metrics(_request: Request) -> Response:
        try:
            came = await house.store.read(inbox.counts)
            goes = await house.store.read(outbox.counts)
            backup = await house.store.read(lambda tx: last_good(tx, SCHEDULED))
            known = await house.store.read(jobs.every)
        except StoreTrouble:
            came, goes, backup, known = {}, {}, None, []
        now = house.clock.now()
        since = None if backup is None else age(now, backup)
        lags = [
            (one.name, age(now, one.next_at), age(now, one.failing_since) if one.failing_since else 0.0)
            for one in known
        ]
        content = exposition(house.metrics, came, goes, house.led(), since, lags)
        return Response(content, media_type="text/plain; version=0.0.4; charset=utf-8")

    routes = [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Route("/metrics", metrics),
    ]
    if house.settings.webhook_url is not None:
        # A proxy before us may or may not cut the path down.
        outside = urlsplit(house.settings.webhook_url).path
        for path in {"/telegram/{path:path}", outside or "/"}:
            routes.append(Route(path, webhook, methods=["POST"]))
    return Starlette(routes=routes)


async def troubles_of(house: Parts) -> list[str]:
    """Why this process cannot do its work now, in short words; empty when it can."""
    troubles = []
    try:
        async with asyncio.timeout(5):
            known = await house.store.read(jobs.every)
    except (StoreTrouble, TimeoutError):
        return ["database"]
    now = house.clock.now()
    seen = [row.last_at for row in known if row.last_at is not None]
    if seen and (now - max(seen)).total_seconds() > _TICK_SEEN:
        troubles.append("nobody ticks")
    if not house.line_answers():
        troubles.append("telegram")
    return troubles


class _Quiet(uvicorn.Server):
    def capture_signals(self) -> nullcontext[None]:  # type: ignore[override]  # the house itself hears signals
        return nullcontext()


@asynccontextmanager
async def serving(app: Starlette, listen: tuple[str, int]) -> AsyncIterator[int]:
    """Serve while inside; gives the port.

    Raises:
        OSError: The address is taken or not ours.
    """
    host, _ = listen
    # Bound here: uvicorn would end the process over an address that is taken.
    bound = socket.create_server(listen, family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
    server = _Quiet(config)
    task = asyncio.create_task(server.serve([bound]))
    try:
        yield int(bound.getsockname()[1])
    finally:
        server.should_exit = True
        await task
