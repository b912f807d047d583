"""Reports that are being told, at whatever pace. A draft is written whole, under its revision.

One that nobody touches rests. When the hotline looks after it next stands in its row, so
that neither a restart nor a downtime can forget it, and whoever looks holds the row, so
that no second process says the same.

A draft is sealed under a key of its own, which the case inherits: the case has the draft's id.
One that adds to a sent report is under that case's key.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.errors import Overtaken, SealBroken
from storage.ids import new_id
from storage.records import Json, Resting, Said, StoredDraft
from storage.statements import word
from storage.store import Tx
from storage.tables import drafts

MOST = 100
"""Drafts of one person opened at once, where nobody asks for fewer."""

FIRST_LOOK = timedelta(days=1)
"""After a touch nothing is due earlier (`handlers.rules.resting`); what is, that rule says."""

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
_ids_open_of = select(drafts.c.id).where(_hers, _open).order_by(drafts.c.id)
_count_open_of = select(func.count()).select_from(drafts).where(_hers, _open)
_save = (
    update(drafts)
    .where(_this, _open, drafts.c.revision == bindparam("known"))
    .values(
        revision=drafts.c.revision + 1,
        updated_at=bindparam("at"),
        said=word(Said.NOTHING),
        next_at=bindparam("look"),
        body=bindparam("sealed"),
    )
)
_touch = (
    update(drafts)
    .where(_this, _hers, _open)
    .values(updated_at=bindparam("at"), said=word(Said.NOTHING), next_at=bindparam("look"))
)
_ended: dict[str, Any] = {"updated_at": bindparam("at"), "next_at": None, "body": b""}
_submitted = (
    update(drafts).where(_this, _open).values(state=word("submitted"), case_id=bindparam("became"), **_ended)
)
_hand_over = update(drafts).where(_this, _hers, _open).values(person_id=bindparam("taker"))
_dropped = update(drafts).where(_this, _open).values(state=word("dropped"), **_ended)
_owners_due = (
    select(drafts.c.person_id)
    .where(_open, drafts.c.next_at <= bindparam("now"))
    .order_by(drafts.c.next_at)
    .limit(bindparam("most"))
)
# Held until the end of the transaction: she cannot touch it meanwhile, nor another process look after it.
_due_of = (
    select(drafts)
    .where(_hers, _open, drafts.c.next_at <= bindparam("now"))
    .order_by(drafts.c.id)
    .limit(bindparam("most"))
    .with_for_update()
)
_said_last = select(drafts.c.said_at).where(_hers).order_by(drafts.c.said_at.desc().nulls_last()).limit(1)
_tended = update(drafts).where(_this).values(said=bindparam("heard"), next_at=bindparam("look"))
_told = (
    update(drafts)
    .where(_this)
    .values(said=bindparam("heard"), said_at=bindparam("at"), next_at=bindparam("look"))
)
_put_off = (
    update(drafts).where(_hers, _open, drafts.c.next_at <= bindparam("now")).values(next_at=bindparam("look"))
)
_unheard = (
    update(drafts)
    .where(_hers, _open, drafts.c.said == word(Said.ANNOUNCED))
    .values(said=word(Said.REMINDED_TWICE))
)
_forget_dropped = delete(drafts).where(
    drafts.c.state == word("dropped"), drafts.c.updated_at < bindparam("before")
)
_open_on = select(drafts).where(_open, drafts.c.case_id == bindparam("case"))
_erase_of = delete(drafts).where(drafts.c.case_id == bindparam("case"))
_counts = select(drafts.c.state, func.count()).group_by(drafts.c.state)


def _draft(tx: Tx, row: Any) -> StoredDraft:
    vault = tx.vault.of(row.case_id or row.id)
    body = vault.open_json(row.body, table="drafts", column="body", row=row.id)
    return StoredDraft(row.id, row.person_id, row.revision, row.made_at, row.updated_at, body, row.case_id)


def begin(tx: Tx, person_id: str, body: Json, now: datetime, *, case_id: str | None = None) -> StoredDraft:
    """Start an empty report.

    Args:
        case_id: The sent report to which it adds, where it is one.
    """
    draft_id = new_id(now)
    vault = tx.vault.begin(draft_id) if case_id is None else tx.vault.of(case_id)
    tx.execute(
        _begin,
        {
            "id": draft_id,
            "person_id": person_id,
            "state": "open",
            "revision": 1,
            "case_id": case_id,
            "made_at": now,
            "updated_at": now,
            "said": Said.NOTHING.value,
            "next_at": now + FIRST_LOOK,
            "body": vault.seal_json(body, table="drafts", column="body", row=draft_id),
        },
    )
    return StoredDraft(draft_id, person_id, 1, now, now, body, case_id)


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


def ids_open_of(tx: Tx, person_id: str) -> list[str]:
    """All open drafts of this person, without opening any: one may be damaged on the disk."""
    return list(tx.execute(_ids_open_of, {"person": person_id}).scalars())


def save(tx: Tx, draft: StoredDraft, body: Json, now: datetime) -> StoredDraft:
    """Write the draft's next revision.

    Raises:
        Overtaken: It has another revision by now, or ended; what was written there stays.
    """
    vault = tx.vault.of(draft.report_id)
    values = {
        "draft": draft.id,
        "known": draft.revision,
        "at": now,
        "look": now + FIRST_LOOK,
        "sealed": vault.seal_json(body, table="drafts", column="body", row=draft.id),
    }
    if tx.execute(_save, values).rowcount != 1:
        raise Overtaken
    return replace(draft, revision=draft.revision + 1, updated_at=now, body=body)


def touch(tx: Tx, draft_id: str, person_id: str, now: datetime) -> bool:
    """She wants it kept: its rest begins anew. False where it is no open draft of hers."""
    values = {"draft": draft_id, "person": person_id, "at": now, "look": now + FIRST_LOOK}
    return tx.execute(_touch, values).rowcount > 0


def hand_over(tx: Tx, draft: StoredDraft, taker_id: str) -> None:
    """Somebody else goes on with it."""
    tx.execute(_hand_over, {"draft": draft.id, "person": draft.person_id, "taker": taker_id})


def submitted(tx: Tx, draft_id: str, case_id: str, now: datetime) -> None:
    """The draft became a case; what was told lives there now.

    Raises:
        Overtaken: It ended already: in the meantime it was erased, or sent before.
    """
    if tx.execute(_submitted, {"draft": draft_id, "became": case_id, "at": now}).rowcount != 1:
        raise Overtaken


def drop(tx: Tx, draft_id: str, now: datetime) -> None:
    """Nothing of it is left but that she had one, for `said_last`. Errors as `submitted`."""
    if tx.execute(_dropped, {"draft": draft_id, "at": now}).rowcount != 1:
        raise Overtaken


def forget_dropped(tx: Tx, before: datetime) -> int:
    """Those that ended so before then are forgotten. Returns how many."""
    return tx.execute(_forget_dropped, {"before": before}).rowcount


def open_on(tx: Tx, case_id: str) -> Sequence[StoredDraft]:
    """What is being added to this sent report and was not sent."""
    return [_draft(tx, row) for row in tx.execute(_open_on, {"case": case_id})]


def erase_of(tx: Tx, case_id: str) -> None:
    """The rows of all drafts that became this case or added to it are gone."""
    tx.execute(_erase_of, {"case": case_id})


def owners_due(tx: Tx, now: datetime, limit: int) -> set[str]:
    """Whose resting drafts must be looked after: of the *limit* longest overdue."""
    return set(tx.execute(_owners_due, {"now": now, "most": limit}).scalars())


def due_of(tx: Tx, person_id: str, now: datetime) -> Sequence[Resting]:
    """This person's drafts that are due; until this transaction ends nobody else touches them.

    One that is damaged on the disk is left out and not looked after again until it is touched.
    """
    due = []
    for row in tx.execute(_due_of, {"person": person_id, "now": now, "most": MOST}).all():
        try:
            due.append(Resting(_draft(tx, row), Said(row.said), row.said_at))
        except SealBroken:
            # What it was can come back from a backup, and it must not hold up the others.
            tended(tx, row.id, Said(row.said), None)
    return due


def said_last(tx: Tx, person_id: str) -> datetime | None:
    """When this person was last written to about any draft of hers that rested."""
    at: datetime | None = tx.execute(_said_last, {"person": person_id}).scalar()
    return at


def tended(
    tx: Tx, draft_id: str, said: Said, next_at: datetime | None, *, told_at: datetime | None = None
) -> None:
    """A resting draft was looked after.

    Args:
        said: What she has heard by now in this rest.
        next_at: When it is due again.
        told_at: Where she was written to: when.
    """
    values = {"draft": draft_id, "heard": said.value, "look": next_at}
    if told_at is None:
        tx.execute(_tended, values)
    else:
        tx.execute(_told, {**values, "at": told_at})


def put_off(tx: Tx, person_id: str, now: datetime, until: datetime) -> None:
    """What is due of this person's drafts cannot be done; it is due again then."""
    tx.execute(_put_off, {"person": person_id, "now": now, "look": until})


def unheard(tx: Tx, person_id: str) -> None:
    """Nothing reaches her now: what was announced to her counts as not heard."""
    tx.execute(_unheard, {"person": person_id})


def counts(tx: Tx) -> dict[str, int]:
    """How many drafts are in each state."""
    return dict(tx.execute(_counts).all())
