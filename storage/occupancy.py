"""Who lives in a data folder: many processes of the hotline at once, or one that restores it, alone.

A locked file beside the data, so that the kernel lets go of it with its holder. It is a file of
its own: opening and closing the database's would drop the locks by which SQLite holds that open.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import HouseInUse, RestoreUnfinished

_LOCK = "house.lock"
STAGE = "restoring"
PLAN = "plan.json"


def unfinished(folder: Path) -> bool:
    """Whether a restore has begun to change what is here, and did not come to its end."""
    return (folder / STAGE / PLAN).exists()


def check(folder: Path) -> None:
    """Refuse a folder that is half one house and half another.

    Raises:
        RestoreUnfinished: It is.
    """
    if unfinished(folder):
        raise RestoreUnfinished


@contextmanager
def lived_in(folder: Path) -> Iterator[None]:
    """Nobody restores this folder meanwhile; others may live in it, too.

    What a restore left that died before it changed anything goes: a copy of the keys is in it.

    Raises:
        RestoreUnfinished: It is half one house and half another, or being restored now.
        OSError: The folder is not there or out of reach.
    """
    with _locked(folder, fcntl.LOCK_SH, RestoreUnfinished):
        check(folder)
        shutil.rmtree(folder / STAGE, ignore_errors=True)
        yield


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else is in this folder.

    Raises:
        HouseInUse: The hotline runs on it, or somebody else restores it.
        OSError: As `lived_in`.
    """
    with _locked(folder, fcntl.LOCK_EX, HouseInUse):
        yield


@contextmanager
def _locked(folder: Path, how: int, otherwise: type[Exception]) -> Iterator[None]:
    held = os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(held, how | fcntl.LOCK_NB)
        except BlockingIOError:
            raise otherwise from None
        yield
    finally:
        os.close(held)
