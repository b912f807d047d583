"""Which sealed files are still to be looked at, what was found, and the working copies made from them.

A working copy is an attachment of its own that names its original. Its row is there before its
file, so that a process that dies in between leaves nothing on the disk that nobody knows of.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage import custody
from storage.attachments import new_key, opened, sealed_row
from storage.ids import new_id
from storage.records import Attachment, Json
from storage.statements import word
from storage.store import Tx
from storage.tables import attachments

_this = attachments.c.id == bindparam("file")
_kept = attachments.c.state == word("kept")
_due = (
    select(attachments)
    .where(attachments.c.examine_at.is_not(None), attachments.c.examine_at <= bindparam("now"), _kept)
    .order_by(attachments.c.examine_at, attachments.c.id)
    .limit(bindparam("most"))
)
_found = (
    update(attachments)
    .where(_this, _kept)
    .values(body=bindparam("sealed"), examine_at=bindparam("again"))
    .returning(attachments.c.id)
)
_later = update(attachments).where(_this, _kept).values(examine_at=bindparam("again"))
_alive = select(attachments.c.id).where(_this, _kept)
_row = select(attachments).where(_this, attachments.c.state != word("erased"))
_copy_of = select(attachments).where(
    attachments.c.original_id == bindparam("file"), attachments.c.state != word("erased")
)
_add = attachments.insert()
_made = (
    update(attachments)
    .where(_this, attachments.c.state == word("making"))
    .values(state=word("kept"), size=bindparam("length"), body=bindparam("sealed"))
)


def due(tx: Tx, now: datetime, limit: int) -> Sequence[Attachment]:
    """Sealed files that nobody has looked at yet, or that shall be looked at again."""
    return [opened(tx, row) for row in tx.execute(_due, {"now": now, "most": limit})]


def found(tx: Tx, one: Attachment, body: Json, again_at: datetime | None) -> bool:
    """What was found in a file is kept with it.

    Args:
        body: All of it, with what was there before.
        again_at: Look once more then; None: done.

    Returns:
        False where it was erased meanwhile; nothing is kept.
    """
    row = tx.execute(_row, {"file": one.id}).first()
    if row is None:
        return False
    # It may have joined another report while it was looked at.
    sealed = sealed_row(tx, one.id, row.report_id, body, one.keys, one.key_epoch)
    kept = tx.execute(_found, {"file": one.id, "sealed": sealed, "again": again_at})
    return kept.first() is not None


def later(tx: Tx, attachment_id: str, again_at: datetime | None) -> bool:
    """It could not be looked at; try again then, or never. False where it was erased meanwhile."""
    return bool(tx.execute(_later, {"file": attachment_id, "again": again_at}).rowcount)


def copy_of(tx: Tx, original_id: str) -> Attachment | None:
    """The working copy of a file; its state is `making` until it is sealed."""
    row = tx.execute(_copy_of, {"file": original_id}).first()
    return opened(tx, row) if row is not None else None


def begin_copy(tx: Tx, original: Attachment, now: datetime) -> Attachment | None:
    """A row for the working copy of *original*; one that was begun before is taken up.

    Returns:
        Under whose id and key the file is to be written; None where the original was erased meanwhile.
    """
    if tx.execute(_alive, {"file": original.id}).first() is None:
        return None
    if (begun := copy_of(tx, original.id)) is not None:
        return begun
    copy_id = new_id(now)
    tx.execute(
        _add,
        {
            "id": copy_id,
            "person_id": original.person_id,
            "kind": "document",
            "state": "making",
            "original_id": original.id,
            "size": None,
            "received_at": original.received_at,
            "due_at": now,
            "attempts": 0,
            "examine_at": None,
            "report_id": original.report_id,
            "body": sealed_row(tx, copy_id, original.report_id, {}, (new_key(),), tx.vault.epoch),
        },
    )
    return copy_of(tx, original.id)


def copy_made(tx: Tx, copy_id: str, original_id: str, size: int, body: Json, now: datetime) -> bool:
    """The working copy is sealed. False where it was erased meanwhile: then its file must go again."""
    row = tx.execute(_row, {"file": copy_id}).first()
    if row is None:
        return False
    known = opened(tx, row)
    sealed = sealed_row(tx, copy_id, row.report_id, body, known.keys, known.key_epoch)
    if not tx.execute(_made, {"file": copy_id, "length": size, "sealed": sealed}).rowcount:
        return False
    custody.write(tx, original_id, None, "copied", now, {"copy": copy_id})
    return True
