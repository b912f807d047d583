"""`python -m tests.backup.killed`: takes or restores a backup and dies of SIGKILL at a named step.

    python -m tests.backup.killed take STEP PASSINGS URL DATA_DIR TO
    python -m tests.backup.killed restore STEP PASSINGS URL DATA_DIR DATA KEYS

Prints `done` when it came to its end.
"""

import os
import signal
import sys
from pathlib import Path

from storage.backup.restoring import restore
from storage.backup.taking import take
from tests.backup.conftest import LATER, unlock


class Fuse:
    """Ends the process at one step, the *passings*-th time that it is reached."""

    def __init__(self, step: str, passings: int) -> None:
        self.step, self.passings = step, passings

    def __call__(self, step: str) -> None:
        if step == self.step:
            self.passings -= 1
            if self.passings == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def main(what: str, step: str, passings: str, url: str, data_dir: str, *paths: str) -> None:
    """Do it."""
    fuse, folder = Fuse(step, int(passings)), Path(data_dir)
    if what == "take":
        to = Path(paths[0])
        vault = unlock(folder)
        take(url, folder, to / "data", to / "keys", LATER, vault=vault, unlock=unlock, at=fuse)
    else:
        restore(Path(paths[0]), Path(paths[1]), url, folder, unlock, LATER, replace=True, at=fuse)
    print("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
