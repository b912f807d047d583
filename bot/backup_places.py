"""Where backups go and when: what of these settings makes sense, alone and together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator

from bot.environment import PREFIX

_MOST = 1000


def _is_hour(value: int) -> int:
    if not 0 <= value <= 23:
        raise ValueError("must be an hour of the day, 0 to 23")
    return value


def _is_kept(value: int) -> int:
    if not 1 <= value <= _MOST:
        raise ValueError(f"must be between 1 and {_MOST}")
    return value


Hour = Annotated[int, AfterValidator(_is_hour)]
Kept = Annotated[int, AfterValidator(_is_kept)]


def apart(values: Mapping[str, Any]) -> list[str]:
    """Why data and keys are not safe in these places; the folders need not be there yet."""
    data, ring = f"{PREFIX}BACKUP_DIR", f"{PREFIX}KEYS_BACKUP_DIR"
    to: Path | None = values.get("backup_dir")
    keys_to: Path | None = values.get("keys_backup_dir")
    if to is None and keys_to is None:
        return []
    if to is None or keys_to is None:
        have, miss = (data, ring) if keys_to is None else (ring, data)
        return [f"{have} needs {miss}, too: another place, for data and keys must not lie together."]
    if to == keys_to or to in keys_to.parents or keys_to in to.parents:
        return [f"{data} and {ring} must be different places, neither inside the other."]
    home: Path = values["data_dir"]
    return [
        f"{name}: a backup inside the data folder is lost together with it; choose another place."
        for name, folder in ((data, to), (ring, keys_to))
        if folder == home or home in folder.parents
    ]
