"""The file of a backup: a plain tar that is written and read as a stream, and proves itself.

    izdeu.json               format, step of the database, columns of each table
    tables/NAME/NUMBER       rows, one JSON array a line, sealed values as they are
    files/XX/ID              sealed files, as they are
    end.json                 what must be in it, and the SHA-256 of every byte before it

The end is sealed with the house's own key where that is at hand: whoever gets hold of a backup
can neither read it nor alter a role or a state in it unseen.
"""

import base64
import hashlib
import json
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from storage.backup.troubles import BackupDamaged, BackupTooNew

FORMAT = 1
HEAD, END = "izdeu.json", "end.json"
_BLOCK = 512
_PIECE = 1024 * 1024
_LONGEST_NOTE = 4 * 1024 * 1024  # bytes of head or end; ours have some thousand
_EMPTY = bytes(2 * _BLOCK)  # how a tar ends

Facts = dict[str, Any]
Seal = Callable[[bytes, str], bytes]
"""Seals content for the archive with this digest."""


def _padding(size: int) -> int:
    return -size % _BLOCK


def _tar_head(name: str, size: int, made_at: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = size, 0o600, made_at
    return info.tobuf(tarfile.USTAR_FORMAT)


def _noted(facts: Mapping[str, Any]) -> bytes:
    """A line of JSON and, below it, its own digest."""
    line = json.dumps(facts, sort_keys=True).encode("ascii")
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


def _understood(note: bytes) -> tuple[bytes, bytes]:
    """The line of JSON, and what follows its digest."""
    line, _, rest = note.partition(b"\n")
    digest, _, more = rest.partition(b"\n")
    if hashlib.sha256(line).hexdigest().encode() != digest:
        raise BackupDamaged
    return line, more


class Writer:
    """Writes one archive.

    Args:
        out: Written from its beginning to its end, never sought in.
        made_at: Aware.
    """

    def __init__(self, out: BinaryIO, made_at: datetime) -> None:
        self._out = out
        self._made_at = int(made_at.timestamp())
        self._sum = hashlib.sha256()

    def _put(self, content: bytes) -> None:
        self._sum.update(content)
        self._out.write(content)

    def head(self, facts: Facts) -> None:
        """What the archive is; first of all."""
        note = _noted({**facts, "format": FORMAT})
        self.add(HEAD, len(note), [note])

    def add(self, name: str, size: int, content: Iterable[bytes]) -> None:
        """One member of exactly *size* bytes."""
        self._put(_tar_head(name, size, self._made_at))
        written = 0
        for piece in content:
            written += len(piece)
            self._put(piece)
        if written != size:
            raise ValueError(f"{written} bytes where {size} were announced")
        self._put(bytes(_padding(size)))

    def end(self, facts: Facts, seal: Seal | None) -> None:
        """What must be in it; last of all."""
        digest = self._sum.hexdigest()
        note = _noted({**facts, "digest": digest})
        if seal is not None:
            sealed = seal(note, digest)
            note += base64.b64encode(sealed) + b"\n" + hashlib.sha256(sealed).hexdigest().encode() + b"\n"
        self.add(END, len(note), [note])
        self._put(_EMPTY)


@dataclass(frozen=True, slots=True)
class Member:
    """One part of the archive; its content can be read once, before the next one is asked for."""

    name: str
    size: int
    content: Iterator[bytes]

    def whole(self) -> bytes:
        """All of it, where that is known to be small."""
        return b"".join(self.content)


@dataclass(frozen=True, slots=True)
class Ending:
    """What an archive says of itself at its end.

    Attributes:
        note: The bytes that were sealed.
        sealed: None where nobody sealed it.
    """

    facts: Facts
    note: bytes
    sealed: bytes | None


class Reader:
    """Reads one archive; everything that is given out has been counted into the digest.

    Attributes:
        head: What it says at its beginning.
        ending: What it says at its end; known, and the digest proven, once all members are read.

    Raises:
        BackupDamaged: It is not as it was written. Also from `members`.
        BackupTooNew: A newer version has written it.
        OSError: It cannot be read.
    """

    head: Facts
    ending: Ending

    def __init__(self, path: Path) -> None:
        self._file = open(path, "rb")  # noqa: SIM115 -- closed by `close`
        self._sum = hashlib.sha256()
        try:
            first = self._next()
            if first is None or first.name != HEAD or first.size > _LONGEST_NOTE:
                raise BackupDamaged
            line, rest = _understood(first.whole())
            if rest:
                raise BackupDamaged
            self.head = json.loads(line)
            if self.head["format"] > FORMAT:
                raise BackupTooNew
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def members(self) -> Iterator[Member]:
        """Every member between head and end; what of it is not read is passed over, and still counted."""
        while True:
            digest = self._sum.hexdigest()
            member = self._next()
            if member is None:
                raise BackupDamaged  # a tar may end here; ours does not
            if member.name == END:
                self._finish(member, digest)
                return
            yield member
            for _ in member.content:
                pass

    def _take(self, size: int) -> bytes:
        found = self._file.read(size)
        if len(found) != size:
            raise BackupDamaged
        self._sum.update(found)
        return found

    def _next(self) -> Member | None:
        block = self._take(_BLOCK)
        try:
            info = tarfile.TarInfo.frombuf(block, "ascii", "strict")
        except (tarfile.HeaderError, ValueError):
            raise BackupDamaged from None
        # Exactly as we write it: no bit of it is without a meaning.
        if not info.isreg() or _tar_head(info.name, info.size, int(info.mtime)) != block:
            raise BackupDamaged
        return Member(info.name, info.size, self._content(info.size))

    def _content(self, size: int) -> Iterator[bytes]:
        left = size
        while left:
            piece = self._take(min(left, _PIECE))
            left -= len(piece)
            yield piece
        if any(self._take(_padding(size))):
            raise BackupDamaged

    def _finish(self, member: Member, digest: str) -> None:
        if member.size > _LONGEST_NOTE:
            raise BackupDamaged
        note = member.whole()
        line, seal = _understood(note)
        facts: Facts = json.loads(line)
        if facts["digest"] != digest or self._file.read(len(_EMPTY) + 1) != _EMPTY:
            raise BackupDamaged
        self.ending = Ending(facts, note[: len(note) - len(seal)], _seal_in(seal))


def _seal_in(lines: bytes) -> bytes | None:
    if not lines:
        return None
    encoded, _, digest = lines.partition(b"\n")
    try:
        sealed = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise BackupDamaged from None
    if hashlib.sha256(sealed).hexdigest().encode() + b"\n" != digest:
        raise BackupDamaged
    return sealed
