"""Data and keys of different days: no backup between two generations, and what was erased stays so."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from storage import attachments, erasures, keys
from storage.backup.troubles import KeysInRotation
from storage.keyring import KeyRing
from storage.store import Store
from tests.backup.conftest import LATER, PASSPHRASE, unlock
from tests.open_cases import open_cases

_FIRST = 1  # nothing is sealed anew here: no key is old


def ring_of(folder) -> KeyRing:
    """The keys of a house."""
    ring = unlock(folder).keys
    assert isinstance(ring, KeyRing)
    return ring


def test_while_keys_are_renewed_no_backup_is_taken(home, tmp_path):
    """Neither begun in the middle, nor overtaken by one; afterwards it is."""
    ring = ring_of(home.data_dir)

    def overtake(step: str) -> None:
        if step == "rows-written":
            ring.begin_rotation(LATER)
            ring.end_rotation(_FIRST)

    with pytest.raises(KeysInRotation):
        home.backed_up(tmp_path, at=overtake)
    assert list(tmp_path.joinpath("data").iterdir()) == []
    assert list(tmp_path.joinpath("keys").iterdir()) == []
    ring.begin_rotation(LATER)
    with pytest.raises(KeysInRotation):
        home.backed_up(tmp_path)
    ring.end_rotation(_FIRST)

    assert home.backed_up(tmp_path).found.tried.broken == 0


def test_what_was_erased_since_does_not_come_back(home, elsewhere, tmp_path):
    """Its rows were in the backup, its key is not in the younger one: it is erased again, the rest stays."""
    taken = home.backed_up(tmp_path)
    with closing(sqlite3.connect(home.data_dir / keys.FILE_NAME)) as ring:
        names = [name for (name,) in ring.execute("SELECT DISTINCT name FROM keys")]
    store = Store(home.url, unlock(home.data_dir))
    (gone,) = [one.id for one in store.write_now(open_cases)]
    store.close()
    younger = tmp_path / "younger"
    younger.mkdir()
    shutil.copy(taken.keys, younger / keys.FILE_NAME)
    unlock(younger).destroy(gone)

    done = elsewhere.restored(taken, keys=younger / keys.FILE_NAME)

    assert done.tried.broken == 0
    assert gone in names
    store = Store(elsewhere.url, keys.unlock(elsewhere.data_dir, PASSPHRASE))
    assert store.write_now(open_cases) == []
    assert [one.report_id for one in store.write_now(lambda tx: erasures.pending(tx, 10))] == [gone]
    assert store.write_now(lambda tx: attachments.of_report(tx, gone)) == []
    assert len(store.write_now(lambda tx: attachments.to_erase(tx, 10))) == 1
    store.close()
