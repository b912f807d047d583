"""The keys in a backup: a file of their own, whole, whatever tables are in it.

It is copied by SQLite itself, while others write to it, and without its free pages: a key that was
destroyed lies in none of them.
"""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.backup.durable import disk_told, sync_file, sync_folder
from storage.backup.troubles import KeysDamaged, KeysInRotation
from storage.errors import NoKeys, StoreBusy
from storage.keys import FILE_NAME
from storage.vault import Vault

Unlock = Callable[[Path], Vault]
"""Opens the keyring in a folder with the passphrase."""

_PATIENCE = 10.0  # seconds that a writer may take


def copy_out(folder: Path, to: Path) -> None:
    """Copy the keys of the house in *folder* into a new file.

    Raises:
        NoKeys: There are none.
        KeysDamaged: They cannot be read, or not as they were written.
        StoreBusy: Somebody wrote to them all the time.
        OSError: The disk is full.
    """
    if not (folder / FILE_NAME).exists():
        raise NoKeys
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    address = f"{(folder / FILE_NAME).absolute().as_uri()}?mode=rw"
    try:
        with disk_told(), closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as keys:
            keys.execute("VACUUM INTO ?", [str(to)])
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreBusy from None
        raise KeysDamaged from None
    except sqlite3.DatabaseError:
        raise KeysDamaged from None
    examine(to)
    sync_file(to)


def generation(folder: Path) -> int:
    """Of which generation the keys of the house in *folder* are.

    Raises:
        KeysInRotation: They are being renewed, and old and new ones are mixed.
        NoKeys, KeysDamaged, StoreBusy: As `copy_out`.
    """
    if not (folder / FILE_NAME).exists():
        raise NoKeys
    address = f"{(folder / FILE_NAME).absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as keys:
            found = keys.execute("SELECT generation FROM ring").fetchone()
            rotation = keys.execute("SELECT 1 FROM rotation").fetchone()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreBusy from None
        raise KeysDamaged from None
    except sqlite3.DatabaseError:
        raise KeysDamaged from None
    if rotation is not None:
        raise KeysInRotation
    return int(found[0])


def examine(path: Path) -> None:
    """Whether a copy is a whole SQLite file; the file is not changed.

    Raises:
        KeysDamaged: It is not.
        OSError: It cannot be read.
    """
    with open(path, "rb") as file:
        file.read(1)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as keys:
            found = keys.execute("PRAGMA integrity_check(1)").fetchall()
            tables = keys.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        raise KeysDamaged from None
    if found != [("ok",)] or tables == (0,):
        raise KeysDamaged


def opened(copy: Path, scratch: Path, unlock: Unlock) -> Vault:
    """Open a copy of the keys, in a second copy: what is kept is touched by nobody.

    Args:
        scratch: A folder for the second copy; made here, and removed by the caller.

    Raises:
        WrongPassphrase, KeysBroken: As `storage.keys.unlock`.
    """
    scratch.mkdir(mode=0o700)
    shutil.copyfile(copy, scratch / FILE_NAME)
    os.chmod(scratch / FILE_NAME, 0o600)
    return unlock(scratch)


def destroy(path: Path) -> None:
    """Overwrite a copy of the keys and remove it; what a disk keeps of it elsewhere is out of our hands."""
    with open(path, "r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            piece = secrets.token_bytes(min(left, 1024 * 1024))
            file.write(piece)
            left -= len(piece)
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)
