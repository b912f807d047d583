"""What needs a second person's yes. The database lets each be decided once, in time, and by another person.

What is to be done and why stands sealed, bound to a keyed hash; when it is over, both go and only
the fact stays.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.ids import new_id
from storage.records import Approval, Json
from storage.statements import word
from storage.store import Tx
from storage.tables import approvals

OPEN, DONE, REFUSED, WITHDRAWN, VOID, LAPSED = "open", "done", "refused", "withdrawn", "void", "lapsed"

_this = approvals.c.id == bindparam("approval")
_open = approvals.c.state == word(OPEN)
_add = approvals.insert()
_find = select(approvals).where(_this)
_open_ones = (
    select(approvals).where(_open, approvals.c.expires_at > bindparam("now")).order_by(approvals.c.id)
)
_decide = (
    update(approvals)
    .where(
        _this,
        _open,
        approvals.c.content_key == bindparam("content"),
        approvals.c.expires_at > bindparam("now"),
    )
    .values(state=bindparam("outcome"), decided_by=bindparam("by"), decided_at=bindparam("now"), body=None)
)
_void_of = (
    update(approvals)
    .where(_open, approvals.c.asked_by == bindparam("person"))
    .values(state=word(VOID), decided_at=bindparam("now"), body=None)
)
_lapsed = (
    select(approvals)
    .where(_open, approvals.c.expires_at <= bindparam("now"))
    .order_by(approvals.c.id)
    .limit(bindparam("most"))
)
_lapse = (
    update(approvals)
    .where(_this, _open, approvals.c.expires_at <= bindparam("now"))
    .values(state=word(LAPSED), decided_at=bindparam("now"), body=None)
)
_remind = (
    update(approvals)
    .where(_this, _open, approvals.c.reminded_at.is_(None))
    .values(reminded_at=bindparam("now"))
)


def _key(tx: Tx, kind: str, content: Json) -> str:
    exact = json.dumps([kind, content], sort_keys=True, separators=(",", ":"))
    return tx.vault.lookup("approval", exact)


def _approval(tx: Tx, row: Any) -> Approval:
    body: Json = {"content": {}, "reason": ""}
    if row.body is not None:
        body = tx.vault.open_json(row.body, table="approvals", column="body", row=row.id)
    return Approval(
        row.id,
        row.kind,
        row.state,
        row.content_key,
        row.asked_by,
        row.alone,
        row.made_at,
        row.expires_at,
        body["content"],
        body["reason"],
    )


def add(
    tx: Tx,
    kind: str,
    content: Json,
    reason: str,
    asked_by: str,
    *,
    alone: bool,
    now: datetime,
    expires_at: datetime,
) -> Approval:
    """Somebody asks for a second yes.

    Args:
        content: Exactly what is to be done, as JSON.
        alone: Whether there is no other coordinator.
    """
    approval_id = new_id(now)
    body = {"content": content, "reason": reason}
    values = {
        "id": approval_id,
        "kind": kind,
        "state": OPEN,
        "content_key": _key(tx, kind, content),
        "asked_by": asked_by,
        "alone": alone,
        "made_at": now,
        "expires_at": expires_at,
        "body": tx.vault.seal_json(body, table="approvals", column="body", row=approval_id),
    }
    tx.execute(_add, values)
    key = values["content_key"]
    return Approval(approval_id, kind, OPEN, str(key), asked_by, alone, now, expires_at, content, reason)


def find(tx: Tx, approval_id: str) -> Approval | None:
    """The request with this id, decided or not."""
    row = tx.execute(_find, {"approval": approval_id}).first()
    return None if row is None else _approval(tx, row)


def open_ones(tx: Tx, now: datetime) -> Sequence[Approval]:
    """Requests that wait for a yes, the oldest first."""
    return [_approval(tx, row) for row in tx.execute(_open_ones, {"now": now})]


def is_whole(tx: Tx, approval: Approval) -> bool:
    """Whether the content is the one that was asked for."""
    return _key(tx, approval.kind, approval.content) == approval.content_key


def decide(tx: Tx, approval_id: str, content_key: str, outcome: str, by: str, now: datetime) -> bool:
    """End it, once. False when it ended before, expired, or is about another content."""
    values = {"approval": approval_id, "content": content_key, "outcome": outcome, "by": by, "now": now}
    return tx.execute(_decide, values).rowcount == 1


def void_of(tx: Tx, person_id: str, now: datetime) -> int:
    """Whoever asked may ask for nothing any more; returns how many requests it were."""
    return tx.execute(_void_of, {"person": person_id, "now": now}).rowcount


def lapsed(tx: Tx, now: datetime, limit: int) -> Sequence[Approval]:
    """Requests whose time is over and that nobody decided, the oldest first."""
    return [_approval(tx, row) for row in tx.execute(_lapsed, {"now": now, "most": limit})]


def lapse(tx: Tx, approval_id: str, now: datetime) -> bool:
    """Nobody said yes in time. False where it ended before, or its time is not over."""
    return tx.execute(_lapse, {"approval": approval_id, "now": now}).rowcount == 1


def remind(tx: Tx, approval_id: str, now: datetime) -> bool:
    """Its team is reminded now. False where it was before, or the request is over."""
    return tx.execute(_remind, {"approval": approval_id, "now": now}).rowcount == 1
