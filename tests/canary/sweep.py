"""Through which bytes the canaries are sought: every file of the house, also one that lives for a moment.

Whatever is about to be removed or renamed is read before. What stays is read again whenever it
has changed.
"""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from tests.canary.scan import Hit, Scanner

_VANISHING = frozenset(("os.remove", "os.rename", "os.truncate"))
_watching: "list[Sweep]" = []


@dataclass
class Sweep:
    """Looks through everything below some folders, and remembers where a canary stood.

    Args:
        folders: All that the house may write to.

    Attributes:
        found: Canaries, by the file that they stood in.
        files: How many different files were read.
        read: How many bytes, those that were read again included.
        vanished: How many files were read when they were about to go.
    """

    scanner: Scanner
    folders: tuple[Path, ...]
    found: dict[str, set[Hit]] = field(default_factory=dict)
    read: int = 0
    vanished: int = 0
    _seen: dict[Path, tuple[int, int, int]] = field(default_factory=dict)
    _held: dict[int, int] = field(default_factory=dict)  # by inode: such a file stays, so its number does
    _lock: Lock = field(default_factory=Lock)

    @property
    def files(self) -> int:
        """How many different files were read."""
        return len(self._seen)

    def look(self) -> None:
        """Read whatever has changed since the last look."""
        for folder in self.folders:
            for where, _, names in os.walk(folder):
                for name in names:
                    self._look_at(Path(where, name))

    def __enter__(self) -> "Sweep":
        """From now on nothing vanishes unread."""
        _hook()
        _watching.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        """One last look."""
        _watching.remove(self)
        self.look()

    def vanishes(self, path: Path) -> None:
        """Read what will not be there any more."""
        if any(folder in path.parents for folder in self.folders) and self._look_at(path):
            self.vanished += 1

    def note(self, place: str, content: bytes) -> None:
        """Look through bytes that stand in no file of ours, such as what was printed."""
        self.read += len(content)
        hits = self.scanner.hits(content)
        if hits:
            self.found.setdefault(place, set()).update(hits)

    def content(self, path: Path) -> bytes:
        """What stands in a file now.

        A database's is never closed meanwhile: that would drop the locks by which SQLite holds it
        (fcntl(2) drops all that the process has on it).
        """
        if ".db" not in path.name:
            return path.read_bytes()
        number = path.stat().st_ino
        held = self._held.get(number)
        if held is None:
            held = self._held[number] = os.open(path, os.O_RDONLY)
        return os.pread(held, os.fstat(held).st_size, 0)

    def let_go(self) -> None:
        """The house is closed: close its files, too."""
        while self._held:
            os.close(self._held.popitem()[1])

    def _look_at(self, path: Path) -> bool:
        try:
            state = path.lstat()
            stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
            # The index of a WAL is written through memory, which changes no time.
            if self._seen.get(path) == stamp and not path.name.endswith("-shm"):
                return False
            if not path.is_file() or path.is_symlink():
                return False
            content = self.content(path)
        except OSError:
            return False  # it went in between, and was read before it did
        with self._lock:
            self._seen[path] = stamp
            self.note(str(path), path.name.encode(errors="surrogateescape") + b"\n" + content)
        return True


def _hook() -> None:
    """Hear of every file that Python removes or renames; such a hook stays for as long as the process."""
    if not getattr(sys, "_canaries_hear", False):
        sys._canaries_hear = True  # type: ignore[attr-defined]  # once in a process
        sys.addaudithook(_hear)


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if event not in _VANISHING or not _watching:
        return
    path, folder = args[0], args[1] if event == "os.remove" else -1
    if event == "os.rename":
        folder = args[2]
    if isinstance(path, int):
        return
    whole = Path(os.fsdecode(path))
    if folder is not None and folder != -1:
        whole = Path(os.readlink(f"/proc/self/fd/{folder}")) / whole
    for sweep in list(_watching):
        sweep.vanishes(whole.absolute())
