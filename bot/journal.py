"""Which messages have left, noted where even a killed process leaves it behind: in a mapped file.

What is leased may have gone out or not. To ask the database before each message leaves would cost as much
as to send it; a page of memory that belongs to a file costs nothing, and the kernel keeps it when the
process is killed. So whoever delivers next on this machine knows of each lease whether it had left, and
of most what Telegram answered. Only what was on the wire just then is in doubt.

It is believed only where it can be: the process that wrote it is dead (it held a lock on the file, as
long as it lived), the machine has not been started anew since (then pages may be lost), and the database
says that this one delivered last. Otherwise all that was leased is in doubt. Nothing personal is in it:
ids of rows, and the numbers of messages that the outbox has, too.
"""

import fcntl
import mmap
import os
import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_HEAD = struct.Struct("<8s40s?")  # what it is, which start of the machine, whether something found no room
_MAGIC = b"izdeu-1\n"
_SLOT = struct.Struct("<Bq32s")  # what is known, the message's number, the row
_FIRST = 64
_SLOTS = 2048  # leases at once are a few hundred
_FREE, _LEFT, _SENT, _SENT_UNNUMBERED = range(4)
_SIZE = _FIRST + _SLOTS * _SLOT.size
_PREFIX = "leaving-"


def _boot() -> bytes:
    try:
        return _BOOT.read_bytes().strip()[:40]
    except OSError:
        return b""


def _path(folder: Path, term: str) -> Path:
    return folder / f"{_PREFIX}{term}"


class Journal:
    """Written by one process, for as long as it delivers.

    Args:
        folder: For the file; on a disk of this machine.
        term: Names this stretch of delivering, as the database does.
    """

    def __init__(self, folder: Path, term: str) -> None:
        self._file = os.open(_path(folder, term), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.posix_fallocate(self._file, 0, _SIZE)  # a full disk must say so now, not kill us later
        except OSError:
            os.close(self._file)
            raise
        self._pages = mmap.mmap(self._file, _SIZE)
        self._pages[: _HEAD.size] = _HEAD.pack(_MAGIC, _boot(), False)
        self._slots: dict[str, int] = {}
        self._free = list(range(_FIRST, _SIZE, _SLOT.size))

    def leaves(self, row_id: str) -> None:
        """It goes onto the wire in the next moment."""
        self.forget([row_id])
        if not self._free:
            self._pages[: _HEAD.size] = _HEAD.pack(_MAGIC, _boot(), True)
            return
        at = self._slots[row_id] = self._free.pop()
        _SLOT.pack_into(self._pages, at, _FREE, 0, row_id.encode())
        self._pages[at] = _LEFT  # at last: a kill may come between any two bytes

    def arrived(self, row_id: str, number: int | None) -> None:
        """Telegram has it, under this number in its chat where it told one."""
        if (at := self._slots.get(row_id)) is not None:
            _SLOT.pack_into(self._pages, at, _LEFT, number or 0, row_id.encode())
            self._pages[at] = _SENT_UNNUMBERED if number is None else _SENT

    def forget(self, row_ids: Iterable[str]) -> None:
        """These did not arrive for certain, or the database knows what became of them."""
        for row_id in row_ids:
            if (at := self._slots.pop(row_id, None)) is not None:
                self._pages[at] = _FREE
                self._free.append(at)

    def close(self) -> None:
        """Whoever delivers next may read it."""
        self._pages.close()
        os.close(self._file)


class Departures:
    """What the one before noted.

    Attributes:
        on_wire: Rows of which nobody knows.
        arrived: Rows that Telegram has, with the number of the message.
    """

    def __init__(self, on_wire: frozenset[str], arrived: Mapping[str, int | None]) -> None:
        self.on_wire = on_wire
        self.arrived = arrived


def departures(folder: Path, term: str | None) -> Departures | None:
    """What was noted in this term; None where it cannot be known or not be believed."""
    if term is None:
        return None
    try:
        file = os.open(_path(folder, term), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return _read(os.pread(file, _SIZE, 0))
    except OSError:
        return None  # whoever wrote it is alive, and may write on
    finally:
        os.close(file)


def _read(pages: bytes) -> Departures | None:
    if len(pages) != _SIZE:
        return None
    magic, boot, more = _HEAD.unpack_from(pages)
    if magic != _MAGIC or more or not _boot() or boot.rstrip(b"\0") != _boot():
        return None
    on_wire, arrived = set(), {}
    for known, number, row_id in _SLOT.iter_unpack(pages[_FIRST:]):
        if known == _LEFT:
            on_wire.add(row_id.decode("ascii", "replace"))
        elif known != _FREE:
            arrived[row_id.decode("ascii", "replace")] = number if known == _SENT else None
    return Departures(frozenset(on_wire), arrived)


def clear(folder: Path, keep: str) -> None:
    """Remove what earlier terms left; only where nobody writes on."""
    for path in folder.glob(f"{_PREFIX}*"):
        if path.name == f"{_PREFIX}{keep}":
            continue
        with suppress(OSError):
            file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
            finally:
                os.close(file)
