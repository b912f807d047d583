"""How backups are named, and how long they stay.

What a family had erased can be read from an old backup as long as an old copy of its key is there.
So of the keys no more than two copies stay, none of them older than a week; the data may stay longer.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.backup import keyring
from storage.backup.durable import remove_tree

KEY_COPIES = 2
KEYS_LIVE = timedelta(days=7)
_HALVES_LIVE = timedelta(hours=1)  # since somebody last wrote to one
_DATA, _KEYS, _PART = "-data.tar", "-keys.db", ".part"
_PROOF, _RING = "-proof", "-ring"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"izdeu-(\d{8}T\d{6}Z)(-data\.tar|-keys\.db|-proof|-ring)(\.part)?")


def stamp(now: datetime) -> str:
    """The time as it stands in names: sorted by letters it is sorted by time."""
    return now.astimezone(UTC).strftime(_STAMP)


def data_name(now: datetime) -> str:
    """The name of the file of data."""
    return f"izdeu-{stamp(now)}{_DATA}"


def keys_name(now: datetime) -> str:
    """The name of the file of keys."""
    return f"izdeu-{stamp(now)}{_KEYS}"


def proof_name(now: datetime) -> str:
    """The name of a folder for what is opened to prove a backup."""
    return f"izdeu-{stamp(now)}{_PROOF}{_PART}"


def ring_name(now: datetime) -> str:
    """The name of a folder for a second copy of the keys, which is opened."""
    return f"izdeu-{stamp(now)}{_RING}{_PART}"


def half_of(path: Path) -> Path:
    """The name until it is whole."""
    return path.with_name(f"{path.name}{_PART}")


def _made(name: str, kind: str) -> datetime | None:
    found = _NAME.fullmatch(name)
    if found is None or found[2] != kind or found[3]:
        return None
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)


def data_too_many(names: Iterable[str], kept: int) -> Sequence[str]:
    """The names of old data, when the *kept* newest stay."""
    return sorted((name for name in names if _made(name, _DATA)), reverse=True)[kept:]


def keys_too_old(names: Iterable[str], now: datetime, just_made: str | None) -> Sequence[str]:
    """The names of keys that must go.

    Args:
        just_made: Stays in any case, for a clock may be wrong.
    """
    known = sorted((name for name in names if _made(name, _KEYS)), reverse=True)
    if just_made in known:
        known.remove(just_made)
        known.insert(0, just_made)
    gone = []
    for place, name in enumerate(known):
        made = _made(name, _KEYS)
        if name != just_made and (place >= KEY_COPIES or (made is not None and now - made > KEYS_LIVE)):
            gone.append(name)
    return gone


def drop_data(folder: Path, kept: int) -> int:
    """Remove old data beyond the *kept* newest; returns how many."""
    gone = data_too_many(_names(folder), kept)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    return len(gone)


def drop_keys(folder: Path, now: datetime, just_made: str | None = None) -> int:
    """Destroy keys that must go; returns how many."""
    gone = keys_too_old(_names(folder), now, just_made)
    for name in gone:
        keyring.destroy(folder / name)
    return len(gone)


def drop_halves(folder: Path, now: datetime) -> None:
    """Remove what a dead process left half done."""
    for name in _names(folder):
        found = _NAME.fullmatch(name)
        path = folder / name
        if found is None or not found[3]:
            continue
        if now.timestamp() - path.stat().st_mtime > _HALVES_LIVE.total_seconds():
            if path.is_dir():
                remove_tree(path)
            elif found[2] == _KEYS:
                keyring.destroy(path)
            else:
                path.unlink(missing_ok=True)


def _names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()] if folder.is_dir() else []
