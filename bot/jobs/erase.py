"""What was erased from the tables cannot be opened any more: its key is destroyed, its files are removed.

It runs at once after somebody erased something, and again until it is done: a crash in between
loses nothing, and every part of it may be done twice.
"""

import asyncio
from datetime import datetime, timedelta

from bot.jobs.fetch_attachments import remove_erased
from bot.parts import Parts
from bot.steps import step
from storage import erasures
from storage.keyring import KeyRing
from storage.resealing import orphans

_AT_A_TIME = 50
_STILL_OPEN = timedelta(days=2)
"""No transaction is open for so long: a key that nothing names by then is not needed."""


async def run(house: Parts, now: datetime) -> None:
    """Finish every erasure that is pending."""
    vault = house.store.vault
    while pending := await house.store.read(lambda tx: erasures.pending(tx, _AT_A_TIME)):
        for one in pending:
            if one.report_id is not None:
                await asyncio.to_thread(vault.destroy, one.report_id)
            step("key-destroyed")
        await remove_erased(house)
        step("files-removed")
        for one in pending:
            await house.store.write(lambda tx, done=one.id: erasures.done(tx, done))  # type: ignore[misc]  # bound now


async def collect_orphans(house: Parts, now: datetime) -> int:
    """Destroy keys whose report never came to be, because its transaction was rolled back."""
    ring = house.store.vault.keys
    if not isinstance(ring, KeyRing):
        return 0
    names = await asyncio.to_thread(ring.reports)
    found = await house.store.read(lambda tx: orphans(tx, names, now - _STILL_OPEN))
    for name in found:
        await asyncio.to_thread(house.store.vault.destroy, name)
    return len(found)
