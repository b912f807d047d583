"""What somebody's next words belong to, kept in SQL so that any process can take the next message."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.records import Json, Talk
from storage.store import Tx
from storage.tables import talks


def of(tx: Tx, person_id: str) -> Talk | None:
    """The talk this person is in."""
    row = tx.connection.execute(select(talks).where(talks.c.person_id == person_id)).first()
    if row is None:
        return None
    return Talk(
        person_id, row.kind, tx.vault.open_json(row.body, table="talks", column="body", row=person_id)
    )


def begin(tx: Tx, person_id: str, kind: str, body: Json, now: datetime) -> None:
    """From now on this person's words belong to this talk."""
    values = {
        "kind": kind,
        "updated_at": now,
        "body": tx.vault.seal_json(body, table="talks", column="body", row=person_id),
    }
    insert = sqlite.insert(talks) if tx.sqlite else postgresql.insert(talks)
    tx.connection.execute(
        insert.values(person_id=person_id, **values).on_conflict_do_update(
            index_elements=[talks.c.person_id], set_=values
        )
    )


def end(tx: Tx, person_id: str) -> None:
    """This person's words belong to nothing in particular again."""
    tx.connection.execute(delete(talks).where(talks.c.person_id == person_id))
