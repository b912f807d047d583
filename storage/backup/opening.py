"""A sample of what a backup holds is opened: the only proof that its keys are the right ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from storage.attachments import keys_in
from storage.errors import ForeignKeys, KeyGone, SealBroken
from storage.files import Files
from storage.resealing import PLACES
from storage.vault import Vault

SAMPLE = 20  # rows of each table
FILES = 3
_PLACES = {place.table.name: place for place in PLACES}


def sampled(table: str) -> bool:
    """Whether rows of this table can be opened here."""
    return table in _PLACES


@dataclass(slots=True)
class Tried:
    """What was opened of a sample, and what did not open.

    One row may be rotten, and the rest must be saved all the same; when nothing opens, the keys are wrong.
    What was erased, and whose key is gone, says nothing about the keys.
    """

    opened: int = 0
    broken: int = 0

    def rows(self, vault: Vault, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Open the bodies of these rows of a table that is `sampled`."""
        for row in rows:
            try:
                _open(vault, table, row)
            except KeyGone:
                continue
            except SealBroken:
                self.broken += 1
            else:
                self.opened += bool(row["body"])

    def file(self, vault: Vault, folder: Path, row: Mapping[str, Any]) -> None:
        """Open a sealed file below *folder*, from its first byte to its last.

        Args:
            row: Of the table `attachments`; the file's own keys lie sealed in it.
        """
        try:
            for _ in Files(folder).read(keys_in(_open(vault, "attachments", row)), row["id"]):
                pass
        except KeyGone:
            return
        except (SealBroken, FileNotFoundError):
            self.broken += 1
        else:
            self.opened += 1

    def check(self) -> None:
        """Refuse keys that open nothing.

        Raises:
            ForeignKeys: There was something to open, and nothing of it opened.
        """
        if self.broken and not self.opened:
            raise ForeignKeys


def _open(vault: Vault, table: str, values: Mapping[str, Any]) -> bytes:
    place, row = _PLACES[table], SimpleNamespace(**values)
    if not row.body:
        return b""
    keys = vault.of(place.report(row))
    return keys.open(bytes(row.body), table=table, column="body", row=place.name(row))


def proves(vault: Vault, sealed: bytes, note: bytes, digest: str) -> bool:
    """Whether these keys have sealed this end of an archive."""
    try:
        return vault.open(sealed, table="backup", column="end", row=digest) == note
    except SealBroken:
        return False


def seal_end(vault: Vault, note: bytes, digest: str) -> bytes:
    """Seal the end of an archive."""
    return vault.seal(note, table="backup", column="end", row=digest)
