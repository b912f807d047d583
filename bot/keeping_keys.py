"""What `izdeu keys` tells and does, apart from the terminal."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import datetime

from bot.jobs.rotate_keys import GRACE, seal_anew
from bot.leading import ROLES
from bot.settings import Settings
from storage import erasures, house, keys
from storage.errors import StillRunning
from storage.files import Files
from storage.keyring import KeyRing
from storage.locks import Roles
from storage.resealing import left
from storage.store import Store
from storage.vault import Vault


def status(settings: Settings, vault: Vault) -> Iterator[str]:
    """The keyring in numbers, a line each."""
    ring = _ring(vault)
    yield f"Generation {vault.epoch} of the keys; {len(ring.reports())} reports have a key of their own."
    rotation = ring.rotation()
    with closing(Store(settings.database_url, vault)) as store:
        store.write_now(house.check)
        pending = store.write_now(erasures.counts).get("pending", 0)
        values = store.write_now(lambda tx: left(tx, rotation.epoch)) if rotation is not None else 0
    if rotation is None:
        yield "No rotation is going on."
    else:
        began = rotation.began_at.astimezone(settings.zone)
        yield f"A rotation is going on since {began:%Y-%m-%d %H:%M}; values left: {values}, then the files."
        yield "The running hotline does it; `izdeu keys rotate --now` does it while the hotline is stopped."
    if pending:
        yield f"Erased reports whose key is still to be destroyed: {pending}. The running hotline does it."


def rotate(settings: Settings, passphrase: str, at: datetime, *, now: bool) -> Iterator[str]:
    """Begin a rotation, or go on with the one that was begun.

    Args:
        at: Aware, UTC.
        now: Do all of it here, and renew the master key, too.

    Raises:
        StillRunning: It is to be done here, and a hotline runs.
    """
    vault = keys.unlock(settings.data_dir, passphrase)
    ring = _ring(vault)
    with _stopped(settings) if now else nullcontext(), closing(Store(settings.database_url, vault)) as store:
        store.write_now(house.check)
        rotation = ring.begin_rotation(at)
        yield f"Generation {rotation.epoch} of the keys is made."
        if now:
            asyncio.run(seal_anew(store, Files(settings.data_dir), ring, rotation))
            ring.close()
            keys.renew_master(settings.data_dir, passphrase)
            yield "Everything is sealed with it, and the old keys are destroyed."
        else:
            seconds = int(GRACE.total_seconds())
            yield f"In {seconds} seconds the running hotline begins to seal everything with it."
            yield "`izdeu keys status` tells how far it is."
    yield "When it is done, make a new backup of keys.db: older ones open only what is in older backups."


@contextmanager
def _stopped(settings: Settings) -> Iterator[None]:
    """No hotline runs on this database, and none can begin to work meanwhile."""
    with closing(Roles(settings.database_url)) as roles:
        if not all(roles.take(role) for role in ROLES):
            raise StillRunning
        yield


def _ring(vault: Vault) -> KeyRing:
    assert isinstance(vault.keys, KeyRing), "opened from its file"
    return vault.keys
