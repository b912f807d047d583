"""Who has opened a file, when and what for: one line for each time, by people and by the machine.

A line stands with the original, also where its working copy was opened. Erasing a file erases
its lines, too.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from storage.ids import new_id
from storage.records import Custody, Json
from storage.store import Tx
from storage.tables import custody

_add = custody.insert()
_its = custody.c.attachment_id == bindparam("file")
_of = select(custody).where(_its).order_by(custody.c.at.desc(), custody.c.id.desc()).limit(bindparam("most"))
_count = select(func.count()).select_from(custody).where(_its)
_forget = delete(custody).where(custody.c.attachment_id.in_(bindparam("files", expanding=True)))


def write(tx: Tx, attachment_id: str, actor_id: str | None, act: str, now: datetime, body: Json) -> None:
    """One line.

    Args:
        attachment_id: The original.
        actor_id: None for the machine.
        act: One of those of `Custody`.
        body: What for; sealed.
    """
    line_id = new_id(now)
    tx.execute(
        _add,
        {
            "id": line_id,
            "attachment_id": attachment_id,
            "at": now,
            "actor_id": actor_id,
            "act": act,
            "body": tx.vault.seal_json(body, table="custody", column="body", row=line_id),
        },
    )


def of(tx: Tx, attachment_id: str, limit: int) -> Sequence[Custody]:
    """The last *limit* lines of a file, the newest first."""
    return [
        Custody(
            row.attachment_id,
            row.at,
            row.actor_id,
            row.act,
            tx.vault.open_json(row.body, table="custody", column="body", row=row.id),
        )
        for row in tx.execute(_of, {"file": attachment_id, "most": limit})
    ]


def count(tx: Tx, attachment_id: str) -> int:
    """How many lines a file has."""
    return int(tx.execute(_count, {"file": attachment_id}).scalar_one())


def forget(tx: Tx, ids: Sequence[str]) -> None:
    """These files are erased, and so is who opened them."""
    tx.connection.execute(_forget, {"files": list(ids)})
