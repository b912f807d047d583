"""Looks at every sealed file once: its type by content, the scanner's verdict, a photo's working copy.

Whatever is found is kept beside what Telegram claimed; the original stays as it came. A process that
dies in between does it again, and finds the row of the copy that it had begun.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.evidence.developing import DEVELOPED, Developed, develop
from bot.evidence.scanning import NotScanned, scan
from bot.parts import Parts
from handlers.evidence.content import findings, recognise
from storage import custody, examining
from storage.errors import SealBroken
from storage.records import Attachment, Json

_AT_A_TIME = 10
_SCAN_AGAIN = timedelta(minutes=10)
_SCAN_GIVEN_UP = timedelta(days=3)  # after it was sealed; the scanner may be mended meanwhile
_READ_AGAIN = timedelta(hours=1)

_log = structlog.get_logger(__name__)


async def run(house: Parts, now: datetime) -> None:
    """Look at what is due, one file after another."""
    while files := await house.store.read(lambda tx: examining.due(tx, now, _AT_A_TIME)):
        for one in files:
            await _examine(house, one, now)


async def _examine(house: Parts, one: Attachment, now: datetime) -> None:
    try:
        content = await asyncio.to_thread(lambda: b"".join(house.files.read(one.keys, one.id)))
    except (OSError, SealBroken) as error:
        # One that its family erased while it waited here is gone as it should be.
        if await house.store.write(lambda tx: examining.later(tx, one.id, now + _READ_AGAIN)):
            _log.error("file not examined", trouble=type(error).__name__)
        return
    type_found = await asyncio.to_thread(recognise, content)
    found: dict[str, Any] = {
        "content": findings(type_found, one.kind, one.body.get("mime"), one.body.get("name"))
    }
    found["scan"], again_at = await _scanned(house, one, content, now)
    # What Telegram calls a photo or a film it has made anew, without metadata.
    if one.kind == "document" and found["content"]["sort"] == "picture":
        developed = await _developed(type_found.mime, content)
        found["says"] = dict(developed.says)
        found["copy"] = "made" if developed.copy is not None else developed.trouble
        if developed.copy is not None and not await _keep_copy(house, one, developed, now):
            return
    await house.store.write(lambda tx: _note(tx, one, found, again_at, now))


def _note(tx: Any, one: Attachment, found: Json, again_at: datetime | None, now: datetime) -> None:
    if not examining.found(tx, one, {**one.body, **found}, again_at):
        return
    if "content" not in one.body:
        custody.write(tx, one.id, None, "examined", now, {})
    if found["scan"]["state"] in ("clean", "found"):
        custody.write(tx, one.id, None, "scanned", now, {"state": found["scan"]["state"]})


async def _scanned(
    house: Parts, one: Attachment, content: bytes, now: datetime
) -> tuple[Json, datetime | None]:
    """The verdict, and when to ask for one again."""
    address = house.settings.clamd
    if address is None:
        return {"state": "not-scanned"}, None
    try:
        name = await scan(address, content)
    except NotScanned as error:
        _log.warning("file not scanned", trouble=error.reason)
        kept_at = datetime.fromisoformat(one.body["kept_at"]) if "kept_at" in one.body else one.received_at
        last = error.reason == "too-long" or now - kept_at > _SCAN_GIVEN_UP
        return {"state": "not-scanned", "why": error.reason}, None if last else now + _SCAN_AGAIN
    verdict: Json = {"state": "clean"} if name is None else {"state": "found", "name": name}
    return {**verdict, "at": now.isoformat()}, None


async def _developed(mime: str, content: bytes) -> Developed:
    if mime not in DEVELOPED:
        return Developed({}, trouble="unsupported")
    return await develop(content)


async def _keep_copy(house: Parts, one: Attachment, developed: Developed, now: datetime) -> bool:
    """Seal the working copy as an attachment of its own. False where the original is being erased."""
    copy = await house.store.write(lambda tx: examining.begin_copy(tx, one, now))
    if copy is None:
        return False
    assert developed.copy is not None, "whoever keeps a copy has one"
    content = developed.copy
    size, sha256 = await asyncio.to_thread(house.files.write, copy.keys[0], copy.id, [content])
    body = {"mime": developed.mime, "sha256": sha256, "kept_at": now.isoformat()}
    made = await house.store.write(lambda tx: examining.copy_made(tx, copy.id, one.id, size, body, now))
    if not made and await house.store.read(lambda tx: examining.copy_of(tx, one.id)) is None:
        # It was erased while it was being made, perhaps after its file had been looked for.
        await asyncio.to_thread(house.files.erase, copy.id)
        return False
    return True
