"""The open keyring: data keys by name and epoch, made, destroyed and rotated in small transactions.

A key that was made waits in memory until the transaction that uses it is about to commit;
then all that wait are written and synced at once, so a group of thirty new reports costs one
sync. A key whose transaction was rolled back is an orphan, which a job collects.

`secure_delete` and a rollback journal, not a WAL: what was destroyed must not lie about.
"""

import os
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import KeyGone, KeysBroken, TooManyRotations
from storage.vault import HOUSE, KEY_BYTES

LOOKUP = "lookup"
"""The name of the key for keyed hashes, which has one epoch for ever."""

_LAST_EPOCH = 255  # one byte of each sealed value
_BUSY_MS = 5_000

Row = tuple[str, int, bytes, bytes]


def connect(path: Path) -> sqlite3.Connection:
    """The keyring's file, so that what is committed survives a power cut and what is deleted is gone."""
    file = sqlite3.connect(path, timeout=_BUSY_MS / 1000, check_same_thread=False)
    # EXTRA syncs the folder, too: a journal that comes back would bring a destroyed key back.
    for pragma in (
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        file.execute(f"PRAGMA {pragma}")
    return file


def _bound_to(name: str, epoch: int) -> bytes:
    return f"izdeu|key|2|{name}|{epoch}".encode()


def wrapped_row(master: AESGCM, name: str, epoch: int, key: bytes) -> Row:
    """A row of the table `keys`."""
    nonce = os.urandom(12)
    return name, epoch, nonce, master.encrypt(nonce, key, _bound_to(name, epoch))


def unwrapped(master: AESGCM, row: Row) -> bytes:
    """The key in a row of the table `keys`.

    Raises:
        KeysBroken: It was altered, or exchanged for another.
    """
    name, epoch, nonce, wrapped = row
    try:
        return master.decrypt(nonce, wrapped, _bound_to(name, epoch))
    except InvalidTag:
        raise KeysBroken from None


@dataclass(frozen=True, slots=True)
class Rotation:
    """Keys of a new epoch are there, and what was sealed with older ones is being sealed anew."""

    epoch: int
    began_at: datetime


class KeyRing:
    """The keys in one file, as `storage.vault.Keys`. Of any thread.

    Args:
        path: Of an existing keyring.
        master: The key by which the others are wrapped.

    Raises:
        KeysBroken: The file cannot be read.
    """

    def __init__(self, path: Path, master: bytes) -> None:
        self._master = AESGCM(master)
        self._lock = threading.RLock()
        self._new: dict[str, tuple[int, bytes]] = {}
        try:
            self._file = connect(path)
            self._version = self._data_version()
            self.epoch = self._generation()
        except sqlite3.DatabaseError:
            raise KeysBroken from None
        try:
            self.lookup_key = self.of(LOOKUP)[0]
            self.of(HOUSE)
        except KeyGone:
            raise KeysBroken from None

    def of(self, name: str) -> Mapping[int, bytes]:
        """As `storage.vault.Keys.of`."""
        with self._lock:
            waiting = self._new.get(name)
            rows = self._file.execute(
                "SELECT epoch, nonce, wrapped FROM keys WHERE name = ?", (name,)
            ).fetchall()
        found = {} if waiting is None else {waiting[0]: waiting[1]}
        for epoch, nonce, wrapped in rows:
            found[epoch] = unwrapped(self._master, (name, epoch, nonce, wrapped))
        if not found:
            raise KeyGone(name)
        return found

    def make(self, name: str) -> None:
        """As `storage.vault.Keys.make`."""
        with self._lock:
            if (
                name in self._new
                or self._file.execute("SELECT 1 FROM keys WHERE name = ?", (name,)).fetchone()
            ):
                raise ValueError("a report has its key already")
            self._new[name] = (self.epoch, os.urandom(KEY_BYTES))

    def keep_new(self) -> None:
        """As `storage.vault.Keys.keep_new`. Whoever finds nothing to write waits for who is writing."""
        with self._lock:
            if not self._new:
                return
            rows = [wrapped_row(self._master, name, *made) for name, made in self._new.items()]
            with self._file:
                self._file.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", rows)
            self._new.clear()

    def destroy(self, name: str) -> None:
        """As `storage.vault.Keys.destroy`."""
        if name in (HOUSE, LOOKUP):
            raise ValueError("the keys of the house are not destroyed")
        with self._lock, self._file:
            self._new.pop(name, None)
            self._file.execute("DELETE FROM keys WHERE name = ?", (name,))

    def changed(self) -> bool:
        """As `storage.vault.Keys.changed`."""
        with self._lock:
            version = self._data_version()
            if version == self._version:
                return False
            self._version, self.epoch = version, self._generation()
            return True

    def reports(self) -> Sequence[str]:
        """The names of all reports that have a key on the disk."""
        with self._lock:
            rows = self._file.execute(
                "SELECT DISTINCT name FROM keys WHERE name NOT IN (?, ?)", (HOUSE, LOOKUP)
            ).fetchall()
        return [name for (name,) in rows]

    def rotation(self) -> Rotation | None:
        """The rotation that goes on."""
        with self._lock:
            row = self._file.execute("SELECT epoch, began_at FROM rotation").fetchone()
        return None if row is None else Rotation(row[0], datetime.fromtimestamp(row[1], UTC))

    def begin_rotation(self, now: datetime) -> Rotation:
        """A new epoch for every key; the one that goes on already, if there is one.

        Raises:
            TooManyRotations: There are no more epochs.
        """
        with self._lock, self._file:
            self._file.execute("BEGIN IMMEDIATE")
            going_on = self.rotation()
            if going_on is not None:
                return going_on
            epoch = self._generation() + 1
            if epoch > _LAST_EPOCH:
                raise TooManyRotations
            self._file.execute("UPDATE ring SET generation = ?", (epoch,))
            self._file.execute("INSERT INTO rotation VALUES (?, ?)", (epoch, int(now.timestamp())))
            self._top_up(epoch)
            self.epoch = epoch
        return Rotation(epoch, datetime.fromtimestamp(int(now.timestamp()), UTC))

    def top_up(self, epoch: int) -> None:
        """Reports that began under an older epoch while a rotation began get their new key, too."""
        with self._lock, self._file:
            self._file.execute("BEGIN IMMEDIATE")
            self._top_up(epoch)

    def _top_up(self, epoch: int) -> None:
        lacking = self._file.execute(
            "SELECT name FROM keys WHERE name <> ? GROUP BY name HAVING max(epoch) < ?", (LOOKUP, epoch)
        ).fetchall()
        rows = (wrapped_row(self._master, name, epoch, os.urandom(KEY_BYTES)) for (name,) in lacking)
        self._file.executemany("INSERT INTO keys VALUES (?, ?, ?, ?)", rows)

    def end_rotation(self, epoch: int) -> int:
        """Everything is sealed with *epoch*: older keys go. Returns how many."""
        with self._lock, self._file:
            self._file.execute("BEGIN IMMEDIATE")
            gone = self._file.execute(
                "DELETE FROM keys WHERE name <> ? AND epoch < ? AND EXISTS"
                " (SELECT 1 FROM keys AS newer WHERE newer.name = keys.name AND newer.epoch >= ?)",
                (LOOKUP, epoch, epoch),
            ).rowcount
            self._file.execute("DELETE FROM rotation")
        return gone

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._file.close()

    def _generation(self) -> int:
        row = self._file.execute("SELECT generation FROM ring").fetchone()
        if row is None or not isinstance(row[0], int):
            raise KeysBroken
        return row[0]

    def _data_version(self) -> int:
        version: int = self._file.execute("PRAGMA data_version").fetchone()[0]
        return version
