"""A process that dies by SIGKILL at a named step of a rotation or an erasure; or does not, and ends it.

python -m tests.storage.dying URL FOLDER rotate|erase [STEP PASSINGS]
"""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from bot import steps
from bot.jobs import erase
from bot.jobs.rotate_keys import seal_anew
from storage import keys
from storage.files import Files
from storage.keyring import KeyRing
from storage.store import Store

PASSPHRASE = "made-up"  # noqa: S105  # opens made-up reports only
NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def _fuse(step: str, passings: int) -> None:
    left = [passings]

    def burn(name: str) -> None:
        if name == step:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    steps.watch(burn)


def main(url: str, folder: str, what: str, *death: str) -> None:
    vault = keys.unlock(Path(folder), PASSPHRASE)
    assert isinstance(vault.keys, KeyRing)
    store, files = Store(url, vault), Files(Path(folder))
    if death:
        _fuse(death[0], int(death[1]))
    if what == "erase":
        asyncio.run(erase.run(SimpleNamespace(store=store, files=files), NOW))  # type: ignore[arg-type]  # all it asks for
    else:
        asyncio.run(seal_anew(store, files, vault.keys, vault.keys.begin_rotation(NOW)))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
