"""Files that are there whole or not at all, also after a power cut, and for their owner alone."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# What SQLite says of the disk beneath a file, and the system's own word for it.
_OF_THE_DISK = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_IOERR: errno.EIO}


def sync_folder(folder: Path) -> None:
    """What was renamed in it stays so."""
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some USB sticks and shares cannot; then it is as sure as they are
            raise
    finally:
        os.close(held)


def sync_file(path: Path) -> None:
    """Its content is on the disk. Not for an SQLite file that this process has open."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that must not be there yet; on the disk when this ends."""
    held = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    with open(held, "wb") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


def remove_tree(folder: Path) -> None:
    """The folder and all in it are gone; gone already is fine, too."""
    if folder.exists():
        shutil.rmtree(folder)


@contextmanager
def disk_told() -> Iterator[None]:
    """SQLite's word for a full or failing disk comes out as the system's own."""
    try:
        yield
    except sqlite3.OperationalError as error:
        number = _OF_THE_DISK.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if number is None:
            raise
        raise OSError(number, os.strerror(number)) from None
