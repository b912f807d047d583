"""Reports that are being told, at whatever pace. A draft is written whole, under its revision."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from storage.ids import new_id
from storage.records import Json, StoredDraft
from storage.store import Tx
from storage.tables import drafts


def _draft(tx: Tx, row: Any) -> StoredDraft:
    body = tx.vault.open_json(row.body, table="drafts", column="body", row=row.id)
    return StoredDraft(row.id, row.person_id, row.revision, row.made_at, row.updated_at, body)


def begin(tx: Tx, person_id: str, body: Json, now: datetime) -> StoredDraft:
    """Start an empty report."""
    draft_id = new_id(now)
    tx.connection.execute(
        drafts.insert().values(
            id=draft_id,
            person_id=person_id,
            state="open",
            revision=1,
            made_at=now,
            updated_at=now,
            body=tx.vault.seal_json(body, table="drafts", column="body", row=draft_id),
        )
    )
    return StoredDraft(draft_id, person_id, 1, now, now, body)


def find(tx: Tx, draft_id: str, person_id: str) -> StoredDraft | None:
    """An open draft, if it is this person's."""
    row = tx.connection.execute(
        select(drafts).where(
            drafts.c.id == draft_id, drafts.c.person_id == person_id, drafts.c.state == "open"
        )
    ).first()
    return None if row is None else _draft(tx, row)


def open_of(tx: Tx, person_id: str) -> Sequence[StoredDraft]:
    """This person's open drafts, the latest touched first."""
    rows = tx.connection.execute(
        select(drafts)
        .where(drafts.c.person_id == person_id, drafts.c.state == "open")
        .order_by(drafts.c.updated_at.desc())
    )
    return [_draft(tx, row) for row in rows]


def untouched_since(tx: Tx, before: datetime) -> Sequence[StoredDraft]:
    """Open drafts that nobody has gone on with since *before*."""
    rows = tx.connection.execute(select(drafts).where(drafts.c.state == "open", drafts.c.updated_at < before))
    return [_draft(tx, row) for row in rows]


def save(tx: Tx, draft: StoredDraft, body: Json, now: datetime) -> StoredDraft:
    """Write the draft's next revision."""
    tx.connection.execute(
        update(drafts)
        .where(drafts.c.id == draft.id)
        .values(
            revision=draft.revision + 1,
            updated_at=now,
            body=tx.vault.seal_json(body, table="drafts", column="body", row=draft.id),
        )
    )
    return StoredDraft(draft.id, draft.person_id, draft.revision + 1, draft.made_at, now, body)


def submitted(tx: Tx, draft_id: str, case_id: str, now: datetime) -> None:
    """The draft became a case; what was told lives there now."""
    _end(tx, draft_id, "submitted", now, case_id=case_id)


def drop(tx: Tx, draft_id: str, now: datetime) -> None:
    """She wants it gone."""
    _end(tx, draft_id, "dropped", now)


def _end(tx: Tx, draft_id: str, state: str, now: datetime, case_id: str | None = None) -> None:
    emptied = tx.vault.seal_json({}, table="drafts", column="body", row=draft_id)
    tx.connection.execute(
        update(drafts)
        .where(drafts.c.id == draft_id)
        .values(state=state, case_id=case_id, updated_at=now, body=emptied)
    )


def counts(tx: Tx) -> dict[str, int]:
    """How many drafts are in each state."""
    rows = tx.connection.execute(select(drafts.c.state, func.count()).group_by(drafts.c.state))
    return dict(rows.tuples().all())
