"""Files that people sent are copied from Telegram and sealed here, before Telegram lets them go.

What somebody erased is removed here, too: after the copying, so that no copy is made behind it.
"""

import asyncio
from datetime import datetime, timedelta

import structlog
from telegram.error import BadRequest, TelegramError

from bot.line import fetch_file
from bot.parts import Parts
from bot.steps import step
from handlers.arrivals import MAX_DOWNLOAD
from storage import attachments
from storage.records import Attachment

_AT_A_TIME = 20
_SIDE_BY_SIDE = 3
_LONGEST_PAUSE = timedelta(hours=1)
_GIVEN_UP_AFTER = timedelta(days=14)

_log = structlog.get_logger(__name__)


async def run(house: Parts, now: datetime) -> None:
    """Copy what is due, and remove what was erased.

    What cannot be copied is tried again, longer and longer apart, for two weeks.
    """
    narrow = asyncio.Semaphore(_SIDE_BY_SIDE)

    async def one_by_one(one: Attachment) -> None:
        async with narrow:
            await _fetch(house, one, now)

    while due := await house.store.read(lambda tx: attachments.to_fetch(tx, now, _AT_A_TIME)):
        await asyncio.gather(*(one_by_one(one) for one in due))
    await remove_erased(house)


async def remove_erased(house: Parts) -> None:
    """The sealed copies of what was erased go, and then what is left of their rows."""
    while erased := await house.store.read(lambda tx: attachments.to_erase(tx, _AT_A_TIME)):
        for file_id in erased:
            await _remove(house, file_id)


async def _remove(house: Parts, file_id: str) -> None:
    await asyncio.to_thread(house.files.erase, file_id)
    await house.store.write(lambda tx: attachments.forget(tx, file_id))


async def _fetch(house: Parts, one: Attachment, now: datetime) -> None:
    try:
        content = await fetch_file(house.bot, one.body["file_id"], MAX_DOWNLOAD)
        step("fetched")
        size, sha256 = await asyncio.to_thread(house.files.write, one.keys[0], one.id, [content])
        step("copied")
    except (TelegramError, OSError) as error:
        too_old = now - one.received_at > _GIVEN_UP_AFTER
        _log.warning(
            "file not fetched", trouble=type(error).__name__, attempt=one.attempts + 1, given_up=too_old
        )
        if too_old or (isinstance(error, BadRequest) and "file" in str(error).lower() and one.attempts >= 3):
            await house.store.write(lambda tx: attachments.lost(tx, one.id))
            return
        pause = min(_LONGEST_PAUSE, timedelta(seconds=5 * 2.0 ** min(one.attempts, 10)))
        await house.store.write(lambda tx: attachments.not_yet(tx, one.id, now + pause))
        return
    body = {**one.body, "sha256": sha256, "kept_at": now.isoformat()}
    if not await house.store.write(lambda tx: attachments.kept(tx, one, size, body)):
        await asyncio.to_thread(house.files.erase, one.id)
