"""Broadcasts: from what is being composed to what was sent. Who gets one is in `storage.cast_rows`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from storage.errors import Overtaken
from storage.ids import new_id
from storage.records import Broadcast, CastKind, CastState, Json, Role
from storage.statements import word
from storage.store import Tx
from storage.tables import broadcasts, people

KEY = "broadcast/"
"""With what the keys of their rows in the outbox begin; the broadcast's id follows."""

_HALTING = tuple(word(one) for one in (CastState.PAUSING, CastState.STOPPING))
_WORKED_ON = (CastState.SIZING, CastState.COUNTING, CastState.RUNNING, CastState.PAUSING, CastState.STOPPING)
_SHOWN = (CastState.ASKED, CastState.PLANNED, CastState.PAUSED, *_WORKED_ON)

_this = broadcasts.c.id == bindparam("broadcast")
_add = broadcasts.insert()
_find = select(broadcasts).where(_this)
_halted = select(broadcasts.c.id).where(broadcasts.c.state.in_(_HALTING))
_save = (
    update(broadcasts)
    .where(_this, broadcasts.c.version == bindparam("seen"))
    .values(
        kind=bindparam("sort"),
        state=bindparam("become"),
        urgent=bindparam("pressing"),
        approved_by=bindparam("yes_of"),
        start_at=bindparam("begins"),
        after_id=bindparam("after"),
        filled=bindparam("full"),
        version=broadcasts.c.version + 1,
        changed_at=bindparam("now"),
        body=bindparam("sealed"),
    )
)
_worked_on = (
    select(broadcasts.c.id)
    .where(broadcasts.c.state.in_([word(one) for one in _WORKED_ON]))
    .order_by(broadcasts.c.id)
)
_due = (
    select(broadcasts.c.id)
    .where(broadcasts.c.state == word(CastState.PLANNED), broadcasts.c.start_at <= bindparam("now"))
    .order_by(broadcasts.c.id)
)
_open_ones = (
    select(broadcasts).where(broadcasts.c.state.in_([word(one) for one in _SHOWN])).order_by(broadcasts.c.id)
)
_open_ids = select(broadcasts.c.id).where(broadcasts.c.state.in_([word(one) for one in _SHOWN]))
_latest = (
    select(broadcasts)
    .where(broadcasts.c.state.in_([word(CastState.DONE), word(CastState.STOPPED)]))
    .order_by(broadcasts.c.id.desc())
    .limit(bindparam("most"))
)
_composed_by = (
    select(broadcasts)
    .join(people, people.c.id == broadcasts.c.author_id)
    .where(
        broadcasts.c.state == word(CastState.COMPOSING),
        or_(broadcasts.c.author_id == bindparam("person"), people.c.role != word(Role.COORDINATOR)),
    )
    .order_by(broadcasts.c.id.desc())
    .limit(bindparam("most"))
)


def _sealed(tx: Tx, broadcast_id: str, body: Json) -> bytes:
    return tx.vault.seal_json(body, table="broadcasts", column="body", row=broadcast_id)


def _broadcast(tx: Tx, row: Any) -> Broadcast:
    body = tx.vault.open_json(row.body, table="broadcasts", column="body", row=row.id)
    return Broadcast(
        row.id,
        row.author_id,
        row.parent_id,
        CastKind(row.kind),
        CastState(row.state),
        row.urgent,
        row.approved_by,
        row.start_at,
        row.after_id,
        row.filled,
        row.version,
        row.made_at,
        row.changed_at,
        body,
    )


def begin(
    tx: Tx,
    author_id: str,
    body: Json,
    now: datetime,
    *,
    kind: CastKind = CastKind.ONCE,
    state: CastState = CastState.COMPOSING,
    parent_id: str | None = None,
    urgent: bool = False,
    approved_by: str | None = None,
    start_at: datetime | None = None,
) -> Broadcast:
    """Begin one.

    Args:
        now: Aware, UTC.
    """
    made = Broadcast(
        new_id(now),
        author_id,
        parent_id,
        kind,
        state,
        urgent,
        approved_by,
        start_at,
        None,
        False,
        1,
        now,
        now,
        body,
    )
    values = {
        name: getattr(made, name)
        for name in ("id", "author_id", "parent_id", "urgent", "approved_by", "start_at", "after_id")
    }
    values |= {"filled": False, "version": 1, "made_at": now, "changed_at": now}
    values |= {"kind": kind.value, "state": state.value, "body": _sealed(tx, made.id, body)}
    tx.execute(_add, values)
    return made


def find(tx: Tx, broadcast_id: str) -> Broadcast | None:
    """The broadcast with this id."""
    row = tx.execute(_find, {"broadcast": broadcast_id}).first()
    return None if row is None else _broadcast(tx, row)


def save(tx: Tx, seen: Broadcast, now: datetime, **changed: Any) -> Broadcast:
    """Write what is *changed* of what was *seen*; returns it as it is now.

    Args:
        changed: Attributes of `Broadcast`.

    Raises:
        Overtaken: Somebody else has changed it since; nothing was written.
    """
    become = replace(seen, version=seen.version + 1, changed_at=now, **changed)
    values = {
        "broadcast": seen.id,
        "seen": seen.version,
        "sort": become.kind.value,
        "become": become.state.value,
        "pressing": become.urgent,
        "yes_of": become.approved_by,
        "begins": become.start_at,
        "after": become.after_id,
        "full": become.filled,
        "now": now,
        "sealed": _sealed(tx, seen.id, become.body),
    }
    if tx.execute(_save, values).rowcount != 1:
        raise Overtaken
    return become


def worked_on(tx: Tx) -> Sequence[str]:
    """Ids of those for which the machine has something to do or to show."""
    return [str(one) for one in tx.execute(_worked_on).scalars()]


def due(tx: Tx, now: datetime) -> Sequence[str]:
    """Ids of those whose time has come."""
    return [str(one) for one in tx.execute(_due, {"now": now}).scalars()]


def open_ones(tx: Tx) -> Sequence[Broadcast]:
    """Those that wait, run or are paused, the oldest first."""
    return [_broadcast(tx, row) for row in tx.execute(_open_ones)]


def open_ids(tx: Tx) -> Sequence[str]:
    """Ids of those that wait, run or are paused; none is opened."""
    return [str(one) for one in tx.execute(_open_ids).scalars()]


def composed_by(tx: Tx, person_id: str, limit: int) -> Sequence[Broadcast]:
    """What this person has begun to compose, or somebody who is no coordinator any more; the latest first."""
    return [_broadcast(tx, row) for row in tx.execute(_composed_by, {"person": person_id, "most": limit})]


def latest(tx: Tx, limit: int) -> Sequence[Broadcast]:
    """Those that have ended, the latest first."""
    return [_broadcast(tx, row) for row in tx.execute(_latest, {"most": limit})]


def halted(tx: Tx) -> frozenset[str]:
    """Which are being paused or stopped: of these nothing may leave, also where it was leased before.

    Some of their rows may still be among those that wait. To look for others between them would read
    them all, so while there are such, none of the lane is leased; it is a matter of moments.
    """
    return frozenset(str(one) for one in tx.execute(_halted).scalars())


def of_key(key: str) -> str | None:
    """The broadcast to which a message of the outbox belongs, by its key."""
    return key.split("/")[1] if key.startswith(KEY) else None
