"""Reports that are being told, at whatever pace. A draft is written whole, under its revision."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from storage.errors import Overtaken
from storage.ids import new_id
from storage.records import Json, StoredDraft
from storage.statements import word
from storage.store import Tx
from storage.tables import drafts

MOST = 100
"""Drafts of one person opened at once, where nobody asks for fewer."""

_this = drafts.c.id == bindparam("draft")
_hers = drafts.c.person_id == bindparam("person")
_open = drafts.c.state == word("open")
_begin = drafts.insert()
_find = select(drafts).where(_this, _hers, _open)
_open_of = (
    select(drafts)
    .where(_hers, _open)
    .order_by(drafts.c.updated_at.desc(), drafts.c.id.desc())
    .limit(bindparam("most"))
)
_count_open_of = select(func.count()).select_from(drafts).where(_hers, _open)
_save = (
    update(drafts)
    .where(_this, _open, drafts.c.revision == bindparam("known"))
    .values(revision=drafts.c.revision + 1, updated_at=bindparam("at"), body=bindparam("sealed"))
)
_end_it = (
    update(drafts)
    .where(_this)
    .values(
        state=bindparam("outcome"),
        case_id=bindparam("became"),
        updated_at=bindparam("at"),
        body=bindparam("sealed"),
    )
)
_counts = select(drafts.c.state, func.count()).group_by(drafts.c.state)


def _draft(tx: Tx, row: Any) -> StoredDraft:
    body = tx.vault.open_json(row.body, table="drafts", column="body", row=row.id)
    return StoredDraft(row.id, row.person_id, row.revision, row.made_at, row.updated_at, body)


def _sealed(tx: Tx, draft_id: str, body: Json) -> bytes:
    return tx.vault.seal_json(body, table="drafts", column="body", row=draft_id)


def begin(tx: Tx, person_id: str, body: Json, now: datetime) -> StoredDraft:
    """Start an empty report."""
    draft_id = new_id(now)
    tx.execute(
        _begin,
        {
            "id": draft_id,
            "person_id": person_id,
            "state": "open",
            "revision": 1,
            "made_at": now,
            "updated_at": now,
            "body": _sealed(tx, draft_id, body),
        },
    )
    return StoredDraft(draft_id, person_id, 1, now, now, body)


def find(tx: Tx, draft_id: str, person_id: str) -> StoredDraft | None:
    """An open draft, if it is this person's."""
    row = tx.execute(_find, {"draft": draft_id, "person": person_id}).first()
    return None if row is None else _draft(tx, row)


def open_of(tx: Tx, person_id: str, limit: int = MOST) -> Sequence[StoredDraft]:
    """This person's open drafts, the latest touched first."""
    return [_draft(tx, row) for row in tx.execute(_open_of, {"person": person_id, "most": limit})]


def count_open_of(tx: Tx, person_id: str) -> int:
    """How many open drafts this person has."""
    count: int = tx.execute(_count_open_of, {"person": person_id}).scalar_one()
    return count


def save(tx: Tx, draft: StoredDraft, body: Json, now: datetime) -> StoredDraft:
    """Write the draft's next revision.

    Raises:
        Overtaken: It has another revision by now, or ended; what was written there stays.
    """
    values = {"draft": draft.id, "known": draft.revision, "at": now, "sealed": _sealed(tx, draft.id, body)}
    if tx.execute(_save, values).rowcount != 1:
        raise Overtaken
    return StoredDraft(draft.id, draft.person_id, draft.revision + 1, draft.made_at, now, body)


def submitted(tx: Tx, draft_id: str, case_id: str, now: datetime) -> None:
    """The draft became a case; what was told lives there now."""
    _end(tx, draft_id, "submitted", now, case_id=case_id)


def drop(tx: Tx, draft_id: str, now: datetime) -> None:
    """She wants it gone."""
    _end(tx, draft_id, "dropped", now)


def _end(tx: Tx, draft_id: str, outcome: str, now: datetime, case_id: str | None = None) -> None:
    emptied = _sealed(tx, draft_id, {})
    tx.execute(
        _end_it, {"draft": draft_id, "outcome": outcome, "became": case_id, "at": now, "sealed": emptied}
    )


def counts(tx: Tx) -> dict[str, int]:
    """How many drafts are in each state."""
    return dict(tx.execute(_counts).all())
