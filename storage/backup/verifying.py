"""Reads a backup from its first byte to its last, and says what is in it; nothing is changed by it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from storage import migrate
from storage.backup.archive import Ending, Facts, Member, Reader
from storage.backup.opening import FILES, SAMPLE, Tried, proves, sampled
from storage.backup.rows import read_part
from storage.backup.troubles import BackupDamaged, NotSealed
from storage.errors import ForeignKeys, SchemaTooNew
from storage.vault import Vault

_CANDIDATES = 50  # rows whose file may be opened; some were erased before their file was read
_SEALED = b"IZDF"  # how a sealed file begins
_TABLE = re.compile(r"tables/([a-z_]+)/\d+")
FILE = re.compile(r"files/([0-9a-f]{2})/([A-Za-z0-9][A-Za-z0-9_.-]{0,80})")


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup is.

    Attributes:
        step: Where its database stood.
        tables: Columns by table, in an order in which rows can be put in.
    """

    step: str
    made_at: datetime
    tables: Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Found:
    """What is in a backup.

    Attributes:
        rows: By table.
        absent: Files that its rows speak of and it does not hold: erased while it was made, or lost before.
        strange: Files that do not begin as a sealed file does.
        tried: What of the sample opened; of nothing where there was no vault.
    """

    head: Head
    ending: Ending | None = None
    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0
    strange: int = 0
    absent: int = 0
    size: int = 0
    tried: Tried = field(default_factory=Tried)
    _kept: set[str] = field(default_factory=set)
    _candidates: dict[str, dict[str, Any]] = field(default_factory=dict)
    _to_open: list[dict[str, Any]] = field(default_factory=list)


def head_of(facts: Facts) -> Head:
    """The head of an archive, once it is understood.

    Raises:
        BackupDamaged: It says something else than a head of ours.
    """
    match facts:
        case {"step": str(step), "made_at": str(made_at), "tables": dict(tables)}:
            return Head(step, datetime.fromisoformat(made_at), tables)
    raise BackupDamaged


def table_of(head: Head, member: Member) -> str | None:
    """The table whose rows a member holds; None for a file.

    Raises:
        BackupDamaged: It is neither.
    """
    found = _TABLE.fullmatch(member.name)
    if found is not None and found[1] in head.tables:
        return found[1]
    if FILE.fullmatch(member.name):
        return None
    raise BackupDamaged


def examine(
    path: Path,
    vault: Vault | None = None,
    scratch: Path | None = None,
    at: Callable[[str], None] | None = None,
) -> Found:
    """Read all of a backup.

    Args:
        vault: To open a sample with.
        scratch: An empty folder for the files of the sample; they stay sealed in it.
        at: Hears of each member, and may end the reading by raising.

    Raises:
        BackupDamaged: It is not as it was written.
        BackupTooNew: Another version wrote it.
        ForeignKeys: The keys of *vault* open nothing of it.
        OSError: It cannot be read.
    """
    reader = Reader(path)
    try:
        found = Found(head_of(reader.head))
        found.rows = dict.fromkeys(found.head.tables, 0)
        for member in reader.members():
            found.size += member.size
            if at is not None:
                at("read")
            table = table_of(found.head, member)
            if table is None:
                _file(found, member, scratch)
            else:
                _rows(found, table, member, vault)
        found.ending = reader.ending
    finally:
        reader.close()
    said = found.ending.facts
    if said.get("rows") != found.rows or said.get("files") != found.files:
        raise BackupDamaged
    found.absent = len(found._kept)
    if vault is not None and scratch is not None:
        for row in found._to_open:
            found.tried.file(vault, scratch, row)
    found.tried.check()
    return found


def check_step(found: Found) -> None:
    """Refuse a database of a step that nobody here knows.

    Raises:
        SchemaTooNew: A newer version was there.
    """
    if not migrate.known(found.head.step):
        raise SchemaTooNew


def check_seal(found: Found, vault: Vault, *, unsealed: bool) -> None:
    """Whether the keys of *vault* have sealed it.

    Args:
        unsealed: Whether one that nobody sealed will do.

    Raises:
        ForeignKeys: Others have.
        NotSealed: Nobody has.
    """
    assert found.ending is not None, "`examine` reads to the end"
    if found.ending.sealed is None:
        if not unsealed:
            raise NotSealed
    elif not proves(vault, found.ending.sealed, found.ending.note, found.ending.facts["digest"]):
        raise ForeignKeys


def _rows(found: Found, table: str, member: Member, vault: Vault | None) -> None:
    columns = found.head.tables[table]
    rows = read_part(member.whole(), len(columns))
    first = found.rows[table] == 0
    found.rows[table] += len(rows)
    if table == "attachments":
        for row in _named(columns, rows):
            if row["state"] == "kept":
                found._kept.add(row["id"])
                if len(found._candidates) < _CANDIDATES:
                    found._candidates[row["id"]] = row
    if vault is not None and first and sampled(table):
        found.tried.rows(vault, table, _named(columns, rows[:SAMPLE]))


def _named(columns: Sequence[str], rows: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _file(found: Found, member: Member, scratch: Path | None) -> None:
    place = FILE.fullmatch(member.name)
    assert place is not None, "`table_of` lets no other name through"
    found.files += 1
    row = found._candidates.get(place[2])
    found._kept.discard(place[2])
    begins = b""
    if scratch is not None and row is not None and len(found._to_open) < FILES:
        found._to_open.append(row)
        copy = scratch / "files" / place[1] / place[2]
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(copy, "wb") as out:
            for piece in member.content:
                begins = begins or piece[: len(_SEALED)]
                out.write(piece)
    else:
        for piece in member.content:
            begins = begins or piece[: len(_SEALED)]
    found.strange += begins != _SEALED
