"""Files that people sent: known at once by Telegram's id, fetched and sealed soon after.

A file has a random key of its own, which lies in its row; the row is sealed under the key of
the report to which it belongs, or of the house while it has no place. So a file changes its
report without being written again, and goes with its report's key.

One that somebody wants gone is empty at once, and its row goes after the sealed copy has.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage import custody
from storage.ids import new_id
from storage.records import Attachment, Json
from storage.statements import word
from storage.store import Tx
from storage.tables import attachments
from storage.vault import KEY_BYTES

_this = attachments.c.id == bindparam("file")
_add = attachments.insert()
_waits = attachments.c.state == word("waiting")
_erased = attachments.c.state == word("erased")
_there = attachments.c.state != word("erased")
_by_id = select(attachments).where(_this, _there)
_report_of = select(attachments.c.report_id).where(_this, _there)
_by_ids = select(attachments).where(attachments.c.id.in_(bindparam("wanted", expanding=True)), _there)
_of_report = (
    select(attachments.c.id).where(attachments.c.report_id == bindparam("report")).order_by(attachments.c.id)
)
# What we made of it ourselves, nobody has sent.
_sent_by = attachments.c.person_id == bindparam("person"), attachments.c.original_id.is_(None)
_of_person = (
    select(attachments)
    .where(*_sent_by, _there)
    .order_by(attachments.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_count_of = select(func.count()).select_from(attachments).where(*_sent_by, _there)
_kept_after = (
    select(attachments.c.id)
    .where(attachments.c.state == word("kept"), attachments.c.id > bindparam("after"))
    .order_by(attachments.c.id)
    .limit(bindparam("most"))
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
    .values(state=word("erased"), size=None, examine_at=None, report_id=None, body=b"")
)
_copies = select(attachments.c.id).where(attachments.c.original_id.in_(bindparam("wanted", expanding=True)))
_to_erase = select(attachments.c.id).where(_erased).order_by(attachments.c.id).limit(bindparam("most"))
_forget = delete(attachments).where(_this, _erased)
_join = update(attachments).where(_this).values(report_id=bindparam("report"), body=bindparam("sealed"))
_reseal = update(attachments).where(_this, _there).values(body=bindparam("sealed"))


def new_key() -> bytes:
    """A key for one file alone."""
    return os.urandom(KEY_BYTES)


def keys_in(body: bytes) -> tuple[bytes, ...]:
    """The file's own keys, the newest first, from an opened body."""
    return tuple(b64decode(key) for key in json.loads(body)["keys"])


def opened(tx: Tx, row: Any) -> Attachment:
    """The attachment in a row of the table."""
    vault = tx.vault.of(row.report_id)
    body = vault.open_json(row.body, table="attachments", column="body", row=row.id)
    keys, epoch = tuple(b64decode(key) for key in body.pop("keys")), body.pop("key_epoch")
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
        row.report_id,
        keys,
        epoch,
    )


def sealed_row(
    tx: Tx, file_id: str, report_id: str | None, body: Json, keys: Iterable[bytes], key_epoch: int
) -> bytes:
    """A file's body as its row keeps it: with the file's own keys, under the key of its report."""
    whole = {**body, "keys": [b64encode(key).decode() for key in keys], "key_epoch": key_epoch}
    return tx.vault.of(report_id).seal_json(whole, table="attachments", column="body", row=file_id)


def add(
    tx: Tx,
    person_id: str,
    kind: str,
    size: int | None,
    body: Json,
    now: datetime,
    *,
    fetch: bool,
    report_id: str | None = None,
) -> str:
    """Remember a file; returns its id.

    Args:
        fetch: Whether our own copy shall be made; False where Telegram would refuse it for its size.
        report_id: The report to which it belongs, where that is known already.
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
            "report_id": report_id,
            "body": sealed_row(tx, attachment_id, report_id, body, (new_key(),), tx.vault.epoch),
        },
    )
    return attachment_id


def join(tx: Tx, ids: Iterable[str], report_id: str | None) -> None:
    """These belong to this report from now on, or to none; their copies stay as they are."""
    wanted = list(ids)
    # A working copy belongs to its original's report.
    copies = tx.connection.execute(_copies, {"wanted": wanted}).scalars() if wanted else ()
    for one in (*wanted, *copies):
        row = tx.execute(_by_id, {"file": one}).first()
        if row is not None and row.report_id != report_id:
            known = opened(tx, row)
            sealed = sealed_row(tx, one, report_id, known.body, known.keys, known.key_epoch)
            tx.execute(_join, {"file": one, "report": report_id, "sealed": sealed})


def by_ids(tx: Tx, ids: Sequence[str]) -> Sequence[Attachment]:
    """These files, in the order of *ids*."""
    rows = tx.connection.execute(_by_ids, {"wanted": list(ids)})
    found = {row.id: opened(tx, row) for row in rows}
    return [found[one] for one in ids if one in found]


def report_of(tx: Tx, attachment_id: str) -> tuple[bool, str | None]:
    """Whether there is such a file, and to which report it belongs; opens nothing, as `cases.standing`."""
    row = tx.execute(_report_of, {"file": attachment_id}).first()
    return (False, None) if row is None else (True, row.report_id)


def of_report(tx: Tx, report_id: str) -> Sequence[str]:
    """Ids of all files that belong to this report; opens none of them."""
    return list(tx.execute(_of_report, {"report": report_id}).scalars())


def of_person(tx: Tx, person_id: str, limit: int, skipped: int = 0) -> Sequence[Attachment]:
    """What this person sent, the oldest first."""
    values = {"person": person_id, "most": limit, "skipped": skipped}
    return [opened(tx, row) for row in tx.execute(_of_person, values)]


def count_of(tx: Tx, person_id: str) -> int:
    """How many files this person sent."""
    count: int = tx.execute(_count_of, {"person": person_id}).scalar_one()
    return count


def to_fetch(tx: Tx, now: datetime, limit: int) -> Sequence[Attachment]:
    """Files whose copy is due."""
    rows = tx.execute(_to_fetch, {"now": now, "most": limit})
    return [opened(tx, row) for row in rows]


def kept(tx: Tx, one: Attachment, size: int, body: Json) -> bool:
    """Our own copy is sealed. False where it was erased meanwhile: then the copy must go."""
    # It may have joined another report while it was copied.
    row = tx.execute(_by_id, {"file": one.id}).first()
    if row is None:
        return False
    sealed = sealed_row(tx, one.id, row.report_id, body, one.keys, one.key_epoch)
    return tx.execute(_kept, {"file": one.id, "length": size, "sealed": sealed}).rowcount == 1


def kept_after(tx: Tx, attachment_id: str, limit: int) -> Sequence[str]:
    """Ids of files of which we have a copy, in their order; opens none of them."""
    return list(tx.execute(_kept_after, {"after": attachment_id, "most": limit}).scalars())


def rekey(tx: Tx, attachment_id: str, keys: Sequence[bytes], key_epoch: int) -> bool:
    """The copy has these keys from now on, the newest first. False where it was erased meanwhile."""
    row = tx.execute(_by_id, {"file": attachment_id}).first()
    if row is None:
        return False
    sealed = sealed_row(tx, attachment_id, row.report_id, opened(tx, row).body, keys, key_epoch)
    return tx.execute(_reseal, {"file": attachment_id, "sealed": sealed}).rowcount == 1


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
        tx.execute(_erase, {"file": one})


def to_erase(tx: Tx, limit: int) -> Sequence[str]:
    """Ids of files whose sealed copies must go."""
    return list(tx.execute(_to_erase, {"most": limit}).scalars())


def forget(tx: Tx, attachment_id: str) -> None:
    """The copy of an erased file is gone, and so is the last that was known of it."""
    tx.execute(_forget, {"file": attachment_id})
