"""Who did what, by ids only; nothing here names a relative or a missing person."""

from datetime import datetime

from storage.ids import new_id
from storage.store import Tx
from storage.tables import audit

_write = audit.insert()


def write(tx: Tx, actor_id: str | None, action: str, subject_id: str | None, now: datetime) -> None:
    """One line; *actor_id* is None for the machine."""
    tx.execute(
        _write,
        {"id": new_id(now), "at": now, "actor_id": actor_id, "action": action, "subject_id": subject_id},
    )
