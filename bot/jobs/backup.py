"""Once a day the house is backed up; when that fails it is tried again, and coordinators hear of it once."""

import asyncio
import threading
from datetime import datetime, timedelta

import structlog

from bot.backing_up import SCHEDULED, by_clock, last_due, last_good
from bot.parts import Parts
from storage import house as facts
from storage.backup.troubles import Stopped
from storage.errors import BackupTrouble, ForeignKeys, NoKeys, StoreTrouble, WrongPassphrase
from storage.store import Tx

_PATIENCE = timedelta(hours=1)  # what is over by itself needs nobody
_TOLD = "backup_told"
_NO, _YES = "no", "yes"

_log = structlog.get_logger(__name__)


class BackupPutOff(StoreTrouble):
    """The backup could not be made; it is tried again."""


async def run(house: Parts, now: datetime) -> None:
    """Take the day's backup if it is due.

    Raises:
        BackupPutOff: It could not be made.
    """
    settings = house.settings
    if settings.backup_dir is None:
        return
    due = last_due(now, settings.backup_hour, settings.zone)
    last = await house.store.read(lambda tx: last_good(tx, SCHEDULED))
    if last is not None and last >= due:
        return
    stop = threading.Event()

    def at(_step: str) -> None:
        if stop.is_set():
            raise Stopped

    try:
        await asyncio.to_thread(by_clock, settings, house.store.vault, now, at)
    except asyncio.CancelledError:
        stop.set()  # or the process would wait for its end
        raise
    except (BackupTrouble, StoreTrouble, ForeignKeys, NoKeys, WrongPassphrase, OSError) as error:
        _log.warning("no backup", trouble=type(error).__name__, number=getattr(error, "errno", None))
        if now - due >= _PATIENCE:
            await _tell(house, now, last)
        raise BackupPutOff from None
    await house.store.write(lambda tx: _good(tx, now))


def _good(tx: Tx, now: datetime) -> None:
    facts.write(tx, SCHEDULED, now.isoformat())
    facts.write(tx, _TOLD, _NO)


async def _tell(house: Parts, now: datetime, last: datetime | None) -> None:
    def once(tx: Tx) -> bool:
        if facts.read(tx, _TOLD) == _YES:
            return False
        told = house.hotline.rounds.backup_failed(tx, now, last)
        if told:
            facts.write(tx, _TOLD, _YES)
        return told

    if await house.store.write(once):
        house.delivery.wake()
