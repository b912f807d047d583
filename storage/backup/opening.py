"""A sample of what a backup holds is opened: the only proof that its keys are the right ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.errors import ForeignKeys, SealBroken
from storage.files import Files
from storage.vault import Vault

SAMPLE = 20  # rows of each table
FILES = 3
# Where the row's own name stands, to which its seal is bound.
_BOUND_BY = {
    "people": "id",
    "talks": "person_id",
    "keyboards": "token_key",
    "outbox": "id",
    "cases": "id",
    "drafts": "id",
    "entries": "id",
    "attachments": "id",
}


def sampled(table: str) -> bool:
    """Whether rows of this table can be opened here."""
    return table in _BOUND_BY


@dataclass(slots=True)
class Tried:
    """What was opened of a sample, and what did not open.

    One row may be rotten, and the rest must be saved all the same; when nothing opens, the keys are wrong.
    """

    opened: int = 0
    broken: int = 0

    def rows(self, vault: Vault, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Open the bodies of these rows of a table that is `sampled`."""
        for row in rows:
            if row["body"] is None:
                continue
            try:
                vault.open(bytes(row["body"]), table=table, column="body", row=row[_BOUND_BY[table]])
            except SealBroken:
                self.broken += 1
            else:
                self.opened += 1

    def file(self, vault: Vault, folder: Path, file_id: str) -> None:
        """Open a sealed file below *folder*, from its first byte to its last."""
        try:
            for _ in Files(folder).read(vault, file_id):
                pass
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


def proves(vault: Vault, sealed: bytes, note: bytes, digest: str) -> bool:
    """Whether these keys have sealed this end of an archive."""
    try:
        return vault.open(sealed, table="backup", column="end", row=digest) == note
    except SealBroken:
        return False


def seal_end(vault: Vault, note: bytes, digest: str) -> bytes:
    """Seal the end of an archive."""
    return vault.seal(note, table="backup", column="end", row=digest)
