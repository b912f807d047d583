"""Backups as the steward and the clock ask for them: taken, noted, told, and old ones let go.

When the last good one was made stands in the database, so that whichever process ticks knows.
"""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.settings import Settings
from storage import house, keys, migrate
from storage.backup import keeping
from storage.backup.keyring import Unlock
from storage.backup.restoring import Restored, prove, restore
from storage.backup.taking import At, Taken, take
from storage.backup.verifying import Found
from storage.errors import NoKeys
from storage.occupancy import lived_in
from storage.store import Store, Tx
from storage.vault import Vault

SCHEDULED, BY_HAND = "backup_at", "backup_by_hand_at"
OVERDUE = timedelta(hours=26)  # a day, and two hours for one that takes long or is tried again


def last_due(now: datetime, hour: int, zone: ZoneInfo) -> datetime:
    """The last time at which a daily backup should have begun; aware."""
    here = now.astimezone(zone)
    due = datetime.combine(here.date(), time(hour), zone)
    return due if due <= here else datetime.combine(here.date() - timedelta(days=1), time(hour), zone)


def last_good(tx: Tx, fact: str) -> datetime | None:
    """When the last good backup was begun, by the clock (`SCHEDULED`) or `BY_HAND`."""
    told = house.read(tx, fact)
    return datetime.fromisoformat(told) if told else None


def by_clock(settings: Settings, vault: Vault, now: datetime, at: At) -> Taken:
    """Take the day's backup into the folders of the settings, and let the old ones go.

    Raises:
        As `storage.backup.taking.take`.
    """
    assert settings.backup_dir is not None, "the job looked"
    assert settings.keys_backup_dir is not None, "load() wants both or none"
    try:
        taken = take(
            settings.database_url,
            settings.data_dir,
            settings.backup_dir,
            settings.keys_backup_dir,
            now,
            vault=vault,
            unlock=_unlock_by_file(settings),
            at=at,
        )
        keeping.drop_data(settings.backup_dir, settings.backups_kept)
        keeping.drop_keys(settings.keys_backup_dir, now, taken.keys.name)
        return taken
    except BaseException:
        # What was erased is gone after a week also when no new backup comes.
        keeping.drop_keys(settings.keys_backup_dir, now)
        raise


def _unlock_by_file(settings: Settings) -> Unlock | None:
    from bot.environment import passphrase_in

    if settings.passphrase_file is None:
        return None
    passphrase, problem = passphrase_in(settings.passphrase_file)
    return None if problem else lambda folder: keys.unlock(folder, passphrase)


def by_hand(
    settings: Settings, to: Path, keys_to: Path | None, unlock: Unlock | None, now: datetime
) -> Iterator[str]:
    """Take a backup, and say what was done.

    Args:
        unlock: None where nobody knows the passphrase.

    Raises:
        NoKeys, WrongPassphrase, and as `storage.backup.taking.take`.
    """
    if not keys.exists(settings.data_dir):
        raise NoKeys
    with lived_in(settings.data_dir):
        vault = None if unlock is None else unlock(settings.data_dir)
        ring = keys_to or to
        taken = take(settings.database_url, settings.data_dir, to, ring, now, vault=vault, unlock=unlock)
        gone = keeping.drop_keys(ring, now, taken.keys.name)
        _note(settings, BY_HAND, now)
    yield f"Data: {taken.data}"
    yield f"Keys: {taken.keys}"
    yield from _what(taken.found)
    if gone:
        yield f"Older keys that were destroyed: {gone}. What was erased stays erased."
    if taken.keys_open:
        yield "It was read back, and opens with the passphrase."
    else:
        yield "It was read back. Nobody gave the passphrase: it carries no seal, and was not opened."
    if ring.resolve() == to.resolve():
        yield "Keys and data lie in one place now: bring the keys to another. --keys-to DIR does so at once."


def _note(settings: Settings, fact: str, now: datetime) -> None:
    # Nothing sealed is written, so any key will do.
    store = Store(settings.database_url, Vault(bytes(32)))
    try:
        store.write_now(lambda tx: house.write(tx, fact, now.isoformat()))
    finally:
        store.close()


def _what(found: Found) -> Iterator[str]:
    yield f"{sum(found.rows.values()):,} rows, {found.files:,} files, {found.size // 1024:,} KiB"
    if found.absent:
        yield f"{found.absent} files were erased meanwhile, or lost before."
    if found.strange or found.tried.broken:
        damaged = found.strange + found.tried.broken
        yield f"{damaged} files or rows are damaged in the house itself; all others are whole."


def bring_back(
    settings: Settings,
    data: Path,
    ring: Path,
    unlock: Unlock,
    now: datetime,
    *,
    replace: bool,
    unsealed: bool,
) -> Iterator[str]:
    """Restore a house, and say what was done.

    Raises:
        As `storage.backup.restoring.restore`.
    """
    done = restore(
        data,
        ring,
        settings.database_url,
        settings.data_dir,
        unlock,
        now,
        replace=replace,
        unsealed=unsealed,
    )
    yield from _done(done)


def _done(done: Restored) -> Iterator[str]:
    if done.found is None:
        yield "An interrupted restore was brought to its end."
    else:
        yield f"The house is as it was on {done.found.head.made_at:%Y-%m-%d at %H:%M} UTC."
    yield f"{done.rows:,} rows, {done.files:,} files"
    if done.tried is not None:
        yield f"{done.tried.opened} of {done.tried.opened + done.tried.broken} samples open."
    if done.aside:
        yield f"The house before is in {' and '.join(done.aside)}."
        yield "Its keys open what was erased since. Remove it when you are sure that you do not need it."
    yield "Next: `izdeu doctor`, then `izdeu run`."


def only_looked(data: Path, ring: Path, unlock: Unlock, *, unsealed: bool) -> Iterator[str]:
    """Prove that a backup could be restored; nothing of the house is touched.

    Raises:
        As `storage.backup.restoring.restore`.
    """
    scratch = Path(tempfile.mkdtemp(prefix="izdeu-"))
    try:
        found, _ = prove(data, ring, unlock, scratch, unsealed=unsealed)
    finally:
        shutil.rmtree(scratch)
    yield f"It is whole, was made on {found.head.made_at:%Y-%m-%d at %H:%M} UTC, and opens with these keys."
    yield from _what(found)


def known_backups(settings: Settings) -> tuple[datetime | None, datetime | None]:
    """When the last good backups were begun: by the clock, by hand.

    Raises:
        StoreTrouble: The database cannot be reached, or is of another version.
    """
    migrate.check(settings.database_url)
    store = Store(settings.database_url, Vault(bytes(32)))
    try:
        return store.write_now(lambda tx: (last_good(tx, SCHEDULED), last_good(tx, BY_HAND)))
    finally:
        store.close()
