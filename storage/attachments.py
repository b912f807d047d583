"""Files that people sent: known at once by Telegram's id, fetched and sealed soon after.

One that somebody wants gone is empty at once, and its row goes after the sealed copy has.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage import custody
from storage.ids import new_id
from storage.records import Attachment, Json
from storage.statements import word
from storage.store import Tx
from storage.tables import attachments

_this = attachments.c.id == bindparam("file")
_add = attachments.insert()
_waits = attachments.c.state == word("waiting")
_erased = attachments.c.state == word("erased")
_by_ids = select(attachments).where(
    attachments.c.id.in_(bindparam("wanted", expanding=True)), attachments.c.state != word("erased")
)
_to_fetch = (
    select(attachments)
    .where(_waits, attachments.c.due_at <= bindparam("now"))
    .order_by(attachments.c.due_at, attachments.c.id)
    .limit(bindparam("most"))
)
_kept = (
    update(attachments)
    .where(_this, _waits)
    .values(
        state=word("kept"),
        size=bindparam("length"),
        body=bindparam("sealed"),
        examine_at=attachments.c.due_at,  # which has come
    )
)
_not_yet = (
    update(attachments)
    .where(_this, _waits)
    .values(due_at=bindparam("later"), attempts=attachments.c.attempts + 1)
)
_lost = update(attachments).where(_this, _waits).values(state=word("lost"))
_erase = (
    update(attachments)
    .where(_this)
    .values(state=word("erased"), size=None, examine_at=None, body=bindparam("sealed"))
)
_copies = select(attachments.c.id).where(attachments.c.original_id.in_(bindparam("wanted", expanding=True)))
_to_erase = select(attachments.c.id).where(_erased).order_by(attachments.c.id).limit(bindparam("most"))
_forget = delete(attachments).where(_this, _erased)


def opened(tx: Tx, row: Any) -> Attachment:
    """The attachment in a row of the table."""
    body = tx.vault.open_json(row.body, table="attachments", column="body", row=row.id)
    return Attachment(
        row.id,
        row.person_id,
        row.kind,
        row.state,
        row.size,
        row.received_at,
        row.attempts,
        body,
        row.original_id,
    )


def add(
    tx: Tx, person_id: str, kind: str, size: int | None, body: Json, now: datetime, *, fetch: bool
) -> str:
    """Remember a file; returns its id.

    Args:
        fetch: Whether our own copy shall be made; False where Telegram would refuse it for its size.
    """
    attachment_id = new_id(now)
    tx.execute(
        _add,
        {
            "id": attachment_id,
            "person_id": person_id,
            "kind": kind,
            "state": "waiting" if fetch else "too-big",
            "size": size,
            "received_at": now,
            "due_at": now,
            "attempts": 0,
            "body": tx.vault.seal_json(body, table="attachments", column="body", row=attachment_id),
        },
    )
    return attachment_id


def by_ids(tx: Tx, ids: Sequence[str]) -> Sequence[Attachment]:
    """These files, in the order of *ids*."""
    rows = tx.connection.execute(_by_ids, {"wanted": list(ids)})
    found = {row.id: opened(tx, row) for row in rows}
    return [found[one] for one in ids if one in found]


def to_fetch(tx: Tx, now: datetime, limit: int) -> Sequence[Attachment]:
    """Files whose copy is due."""
    rows = tx.execute(_to_fetch, {"now": now, "most": limit})
    return [opened(tx, row) for row in rows]


def kept(tx: Tx, one: Attachment, size: int, body: Json) -> None:
    """Our own copy is sealed."""
    sealed = tx.vault.seal_json(body, table="attachments", column="body", row=one.id)
    tx.execute(_kept, {"file": one.id, "length": size, "sealed": sealed})


def not_yet(tx: Tx, attachment_id: str, due_at: datetime) -> None:
    """Fetching failed; try again then."""
    tx.execute(_not_yet, {"file": attachment_id, "later": due_at})


def lost(tx: Tx, attachment_id: str) -> None:
    """Telegram no longer has it and will not again."""
    tx.execute(_lost, {"file": attachment_id})


def erase(tx: Tx, ids: Sequence[str]) -> None:
    """She wants these gone: nothing of them can be found from now on; the copies are for `to_erase`.

    Their working copies go with them, and what is known of who opened them.
    """
    copies = list(tx.connection.execute(_copies, {"wanted": list(ids)}).scalars())
    custody.forget(tx, ids)
    for one in (*ids, *copies):
        emptied = tx.vault.seal_json({}, table="attachments", column="body", row=one)
        tx.execute(_erase, {"file": one, "sealed": emptied})


def to_erase(tx: Tx, limit: int) -> Sequence[str]:
    """Ids of files whose sealed copies must go."""
    return list(tx.execute(_to_erase, {"most": limit}).scalars())


def forget(tx: Tx, attachment_id: str) -> None:
    """The copy of an erased file is gone, and so is the last that was known of it."""
    tx.execute(_forget, {"file": attachment_id})
