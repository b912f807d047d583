"""Whoever has an old backup and every key that there is now: what does he read?

Each sealed value of the backup is tried with each key of each keyring, whatever its name or
epoch; each sealed file with each file's key that came to light.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage import keys
from storage.attachments import keys_in
from storage.backup.archive import Reader
from storage.backup.rows import read_part
from storage.errors import SealBroken
from storage.files import Files
from storage.keyring import KeyRing
from storage.resealing import PLACES
from storage.vault import derive

_PLACES = {place.table.name: place for place in PLACES}
_HEAD = 14  # version, epoch, nonce


@dataclass
class Opened:
    """What came to light.

    Attributes:
        plain: Everything that opened, rows and files.
        sealed: How many sealed values and files there are.
        keys: How many keys were tried.
    """

    plain: list[bytes] = field(default_factory=list)
    sealed: int = 0
    keys: int = 0


def every_key(rings: Iterable[bytes], passphrase: str, scratch: Path) -> set[bytes]:
    """All data keys of these keyrings; each is opened as a copy, as a thief would."""
    found: set[bytes] = set()
    for number, ring in enumerate(rings):
        folder = scratch / f"ring-{number}"
        folder.mkdir(parents=True)
        (folder / keys.FILE_NAME).write_bytes(ring)
        opened = keys.unlock(folder, passphrase).keys
        assert isinstance(opened, KeyRing)
        with closing(opened):
            for name in (*opened.reports(), "house", "lookup"):
                found.update(opened.of(name).values())
    return found


def open_all(backup: Path, data_keys: set[bytes], scratch: Path) -> Opened:
    """Try everything in *backup* with every key."""
    ciphers = [AESGCM(derive(key, "seal")) for key in data_keys]
    opened, file_keys, ids = Opened(keys=len(data_keys)), set[bytes](), set[str]()
    with closing(Reader(backup)) as reader:
        columns = reader.head["tables"]
        for member in reader.members():
            kind, _, rest = member.name.partition("/")
            if kind == "files":
                ids.add(rest.rpartition("/")[2])
                path = scratch / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(member.whole())
            elif kind == "tables":
                table = rest.partition("/")[0]
                for plain in _rows(table, columns[table], member.whole(), ciphers, opened):
                    opened.plain.append(plain)
                    if table == "attachments":
                        file_keys.update(keys_in(plain))
    opened.sealed += len(ids)
    files = Files(scratch)
    for file_id in ids:
        for key in file_keys:
            try:
                opened.plain.append(b"".join(files.read([key], file_id)))
            except SealBroken:
                continue
            break
    return opened


def _rows(
    table: str, columns: list[str], content: bytes, ciphers: list[AESGCM], opened: Opened
) -> Iterator[bytes]:
    place = _PLACES.get(table)
    if place is None:
        return
    for values in read_part(content, len(columns)):
        row = SimpleNamespace(**dict(zip(columns, values, strict=True)))
        if not row.body:
            continue
        opened.sealed += 1
        bound = f"{row.body[0]}|{table}|body|{place.name(row)}|{row.body[1]}".encode()
        for cipher in ciphers:
            try:
                framed = cipher.decrypt(row.body[2:_HEAD], row.body[_HEAD:], bound)
            except InvalidTag:
                continue
            yield framed[4 : 4 + int.from_bytes(framed[:4], "big")]
            break
