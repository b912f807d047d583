"""After `izdeu keys rotate` everything is sealed anew, beside the work, and then the old keys go.

Nothing is noted on the way: every value says with which generation of keys it was sealed, and
what is left is looked for. So a rotation goes on after any crash, and may be done twice.
"""

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.parts import Parts
from bot.steps import step
from storage import attachments
from storage.errors import SealBroken
from storage.files import Files
from storage.keyring import KeyRing, Rotation
from storage.resealing import PLACES, reseal
from storage.store import Store

GRACE = timedelta(seconds=60)
"""By then every process knows of the new keys (`storage.vault.LOOK_EVERY`), and no transaction is
open that began before (PostgreSQL ends an idle one after 30 s, SQLite lets only one write)."""

_AT_ONCE = 100  # rows of one transaction: 10 ms, which nobody feels

_log = structlog.get_logger(__name__)


async def run(house: Parts, now: datetime) -> None:
    """Go on with the rotation, if there is one and every process has heard of it."""
    ring = house.store.vault.keys
    if not isinstance(ring, KeyRing):
        return
    rotation = await asyncio.to_thread(ring.rotation)
    if rotation is not None and now >= rotation.began_at + GRACE:
        await seal_anew(house.store, house.files, ring, rotation)


async def seal_anew(store: Store, files: Files, ring: KeyRing, rotation: Rotation) -> None:
    """Do all that is left of a rotation, and destroy the old keys."""
    # A report that began while the rotation did may have an old key only.
    await asyncio.to_thread(ring.top_up, rotation.epoch)
    store.vault.forget()
    unreadable = await _reseal_rows(store, rotation.epoch) + await _reseal_files(store, files, rotation.epoch)
    step("all-resealed")
    destroyed = await asyncio.to_thread(ring.end_rotation, rotation.epoch)
    store.vault.forget()
    _log.info("keys rotated", epoch=rotation.epoch, destroyed=destroyed, unreadable=unreadable)


async def _reseal_rows(store: Store, epoch: int) -> int:
    """Returns how many do not open: they were damaged before, and stay as they are."""
    unreadable = 0
    for place in PLACES:
        looked, skipped = 1, 0
        while looked:
            looked, broken = await store.write(
                lambda tx, at=place, off=skipped: reseal(tx, at, epoch, _AT_ONCE, off)  # type: ignore[misc]  # bound to this round
            )
            skipped += broken
            step("resealed")
        unreadable += skipped
    return unreadable


async def _reseal_files(store: Store, files: Files, epoch: int) -> int:
    """As `_reseal_rows`, for the copies of files."""
    unreadable, after = 0, ""
    while ids := await store.read(lambda tx, at=after: attachments.kept_after(tx, at, _AT_ONCE)):  # type: ignore[misc]  # as above
        for one in ids:
            try:
                await _reseal_file(store, files, one, epoch)
            except (SealBroken, FileNotFoundError) as error:
                _log.warning("file not sealed anew", trouble=type(error).__name__)
                unreadable += 1
        after = ids[-1]
    return unreadable


async def _reseal_file(store: Store, files: Files, file_id: str, epoch: int) -> None:
    """Its row knows both keys while the copy is written, so that either copy opens after a crash."""
    found = await store.read(lambda tx: attachments.by_ids(tx, [file_id]))
    if not found:
        return
    keys = found[0].keys
    if found[0].key_epoch < epoch:
        keys = (attachments.new_key(), *keys)
        await store.write(lambda tx: attachments.rekey(tx, file_id, keys, epoch))
        step("file-rekeyed")
    if len(keys) == 1:
        return
    await asyncio.to_thread(lambda: files.write(keys[0], file_id, files.read(keys, file_id)))
    step("file-resealed")
    if not await store.write(lambda tx: attachments.rekey(tx, file_id, keys[:1], epoch)):
        # Somebody erased it meanwhile: what was just written must go, too.
        await asyncio.to_thread(files.erase, file_id)
