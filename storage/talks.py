"""What somebody's next words belong to, kept in SQL so that any process can take the next message."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from storage.errors import SealBroken
from storage.records import Json, Talk
from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import talks

_this = talks.c.person_id == bindparam("person")
_of = select(talks.c.kind, talks.c.body).where(_this)
_begin = insert_or_replace(talks, "person_id", ["kind", "updated_at", "body"])
_every = select(talks.c.person_id, talks.c.kind, talks.c.body)
_end = delete(talks).where(_this)


def of(tx: Tx, person_id: str) -> Talk | None:
    """The talk this person is in."""
    row = tx.execute(_of, {"person": person_id}).first()
    if row is None:
        return None
    body = tx.vault.open_json(row.body, table="talks", column="body", row=person_id)
    return Talk(person_id, row.kind, body)


def every(tx: Tx) -> Iterator[Talk]:
    """All talks that go on; one that is damaged on the disk is left out."""
    for row in tx.execute(_every).all():
        try:
            body = tx.vault.open_json(row.body, table="talks", column="body", row=row.person_id)
        except SealBroken:
            continue
        yield Talk(row.person_id, row.kind, body)


def begin(tx: Tx, person_id: str, kind: str, body: Json, now: datetime) -> None:
    """From now on this person's words belong to this talk."""
    sealed = tx.vault.seal_json(body, table="talks", column="body", row=person_id)
    tx.execute(_begin(tx), {"person_id": person_id, "kind": kind, "updated_at": now, "body": sealed})


def end(tx: Tx, person_id: str) -> None:
    """This person's words belong to nothing in particular again."""
    tx.execute(_end, {"person": person_id})
