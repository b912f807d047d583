"""Outgoing messages wait here until Telegram accepts them.

A row is claimed with a lease. What becomes of it when the worker dies is in `storage.takeover`.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Integer, bindparam, delete, func, literal, null, select, union_all, update

from storage.errors import SealBroken
from storage.ids import new_id
from storage.records import Claimed, Json, Lane, Outgoing
from storage.statements import ForEach, Given, Insert, insert_new, word
from storage.store import Tx
from storage.tables import outbox, people

_waits = outbox.c.state == word("waiting")
_claimed = outbox.c.state == word("claimed")
_this = outbox.c.id == bindparam("row")
_these = outbox.c.id.in_(bindparam("rows", expanding=True))

_add = insert_new(
    outbox,
    [
        "id",
        "unique_key",
        "chat_key",
        "person_id",
        "lane",
        "kind",
        "state",
        "due_at",
        "try_at",
        "made_at",
        "broadcast_id",
        "body",
    ],
)

# One chat in order: only the first of what is due and open in it. Asked with `=` and not with NOT EXISTS,
# which PostgreSQL turns into a join of the whole table as long as it has not counted its rows.
_open = outbox.alias("open_ones")
_first_of_chat = (
    select(_open.c.id)
    .where(
        _open.c.chat_key == outbox.c.chat_key,
        _open.c.lane == outbox.c.lane,
        _open.c.state.in_([word("waiting"), word("claimed")]),
        _open.c.due_at <= bindparam("now"),
    )
    .order_by(_open.c.chat_key, _open.c.lane, _open.c.id)
    .limit(1)
    .correlate(outbox)
    .scalar_subquery()
)
_due = (
    select(outbox.c.id)
    .where(
        _waits,
        outbox.c.lane == bindparam("in_lane"),
        outbox.c.try_at <= bindparam("now"),
        outbox.c.id == _first_of_chat,
    )
    .order_by(outbox.c.lane, outbox.c.try_at, outbox.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True, of=outbox)
    .cte("due")
)
_seen = (
    outbox.c.id,
    outbox.c.unique_key,
    outbox.c.person_id,
    outbox.c.lane,
    outbox.c.kind,
    outbox.c.attempts,
    outbox.c.made_at,
    outbox.c.body,
    select(people.c.language).where(people.c.id == outbox.c.person_id).scalar_subquery().label("language"),
)
_claim = (
    update(outbox)
    .where(outbox.c.id == _due.c.id)
    .values(state=word("claimed"), lease_until=bindparam("until"), attempts=outbox.c.attempts + 1)
    .returning(*_seen)
)
# By the index of leases, which holds these alone.
_leased = select(*_seen).where(
    _claimed, outbox.c.lease_until.is_not(None), outbox.c.lane == bindparam("in_lane")
)
_outcome = {
    "state": bindparam("outcome"),
    "settled_at": bindparam("at"),
    "lease_until": null(),
    "telegram_id": bindparam("number"),
    "trouble": bindparam("why"),
}
_settle = update(outbox).where(_this).values(_outcome)
_settle_and_empty = update(outbox).where(_this).values({**_outcome, "body": null()})


def _arrived(_insert: Insert, given: Given) -> Any:
    sent = {
        **_outcome,
        "state": word("sent"),
        "telegram_id": given["number"],
        "trouble": null(),
        "body": null(),
    }
    return update(outbox).where(outbox.c.id == given["row"]).values(sent)


_sent = ForEach({"row": outbox.c.id.type, "number": outbox.c.telegram_id.type}, _arrived)
_again: dict[str, Any] = {
    "state": word("waiting"),
    "try_at": bindparam("later"),
    "lease_until": null(),
    "trouble": bindparam("why"),
}
_put_back = update(outbox).where(_these, _claimed).values(_again)
_put_back_untried = (
    update(outbox).where(_these, _claimed).values({**_again, "attempts": outbox.c.attempts - 1})
)
# Asked lane by lane, each answer is the first entry of the claim's own index.
_lanes = union_all(
    *(
        select(
            literal(int(lane)).label("lane"),
            select(func.min(outbox.c.try_at))
            .where(_waits, outbox.c.lane == int(lane))
            .scalar_subquery()
            .label("first"),
            select(func.min(outbox.c.try_at))
            .where(_waits, outbox.c.lane == int(lane), outbox.c.try_at > bindparam("after"))
            .scalar_subquery()
            .label("later"),
        )
        for lane in Lane
    )
)
_open_in_chat = select(outbox.c.id, outbox.c.body).where(
    outbox.c.chat_key == bindparam("chat"), outbox.c.state.in_([word("waiting"), word("claimed")])
)
_move = update(outbox).where(_this).values(chat_key=bindparam("chat"), body=bindparam("sealed"))
_fate = select(outbox.c.state, outbox.c.settled_at).where(outbox.c.unique_key == bindparam("key"))
_take_back = delete(outbox).where(outbox.c.unique_key == bindparam("key"), _waits)
_put_off = (
    update(outbox)
    .where(_this, _claimed)
    .values({**_again, "due_at": bindparam("later"), "attempts": outbox.c.attempts - 1})
)
_go_on = update(outbox).where(_this, _claimed).values({**_again, "body": bindparam("sealed")})
_counts = select(outbox.c.state, func.count()).group_by(outbox.c.state)

_EVER = datetime(9000, 1, 1, tzinfo=UTC)


def add(tx: Tx, messages: Iterable[Outgoing], now: datetime) -> None:
    """Say these, in this order; one whose key is known already was said before and is left out."""
    rows = []
    for one in messages:
        row_id = new_id(now)
        body = {"chat": one.chat_id, **one.body}
        rows.append(
            {
                "id": row_id,
                "unique_key": one.key,
                "chat_key": tx.vault.lookup("chat", one.chat_id),
                "person_id": one.person_id,
                "lane": int(one.lane),
                "kind": one.kind,
                "state": "waiting",
                "due_at": one.due_at,
                "try_at": one.due_at,
                "made_at": now,
                "broadcast_id": one.broadcast_id,
                "body": tx.vault.seal_json(body, table="outbox", column="body", row=row_id),
            }
        )
    if rows:
        tx.execute(_add(tx), rows)


def claim(tx: Tx, lane: Lane, limit: int, lease_until: datetime, now: datetime) -> list[Claimed]:
    """Lease up to *limit* due messages of one lane, the first of each chat only.

    Args:
        lease_until: Longer away than one send may take.
        now: Aware, UTC.
    """
    rows = tx.execute(_claim, {"in_lane": int(lane), "now": now, "most": limit, "until": lease_until}).all()
    return _opened(tx, rows, lease_until, now)


def leased(tx: Tx, lane: Lane, now: datetime) -> list[Claimed]:
    """All that is leased of one lane, by whomever."""
    return _opened(tx, tx.execute(_leased, {"in_lane": int(lane)}).all(), now, now)


def _opened(tx: Tx, rows: Iterable[Any], lease_until: datetime, now: datetime) -> list[Claimed]:
    claimed = []
    for row in sorted(rows, key=lambda row: str(row.id)):
        try:
            body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
        except SealBroken:
            # Damaged on the disk: nobody can send it, and it must not hold up all others.
            settle(tx, row.id, "broken", now, trouble="seal-broken")
            continue
        chat_id = body.pop("chat")
        claimed.append(
            Claimed(
                row.id,
                row.unique_key,
                chat_id,
                row.person_id,
                row.language,
                Lane(row.lane),
                row.kind,
                row.attempts,
                lease_until,
                row.made_at,
                body,
            )
        )
    return claimed


def settle(
    tx: Tx,
    row_id: str,
    state: str,
    now: datetime,
    *,
    telegram_id: int | None = None,
    trouble: str | None = None,
) -> None:
    """It is done with: sent, gone, broken or unknown. What was sent is emptied at once.

    Args:
        telegram_id: The message's number in its chat.
        trouble: A short word for operators, without content.
    """
    tx.execute(
        _settle_and_empty if state == "sent" else _settle,
        {"row": row_id, "outcome": state, "at": now, "number": telegram_id, "why": trouble},
    )


def sent(tx: Tx, arrived: Iterable[tuple[str, int | None]], now: datetime) -> None:
    """These were sent, and are emptied: the ids of their rows, each with the message's number in its chat."""
    _sent(tx, [{"row": row_id, "number": number} for row_id, number in arrived], at=now)


def put_back(
    tx: Tx, row_ids: Sequence[str], try_at: datetime, trouble: str | None = None, *, tried: bool = True
) -> None:
    """These were not accepted; try them again at *try_at*. `tried=False` takes back the attempt, too."""
    tx.connection.execute(
        _put_back if tried else _put_back_untried, {"rows": list(row_ids), "later": try_at, "why": trouble}
    )


def look(tx: Tx, now: datetime) -> tuple[frozenset[Lane], datetime | None]:
    """In which lanes something is due, and when something else will be.

    What is due already and was not leased waits for room, or for another of its chat.
    """
    rows = tx.execute(_lanes, {"after": now}).all()
    due = frozenset(Lane(row.lane) for row in rows if row.first is not None and row.first <= now)
    return due, min((row.later for row in rows if row.later is not None), default=None)


def next_try(tx: Tx) -> datetime | None:
    """When the next waiting message may be tried; earlier than now where one is due."""
    rows = tx.execute(_lanes, {"after": _EVER}).all()
    return min((row.first for row in rows if row.first is not None), default=None)


def moved(tx: Tx, old_chat: int, new_chat: int) -> None:
    """A group became a supergroup: what waits for the old chat goes to the new one."""
    for row in tx.execute(_open_in_chat, {"chat": tx.vault.lookup("chat", old_chat)}).all():
        body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
        body["chat"] = new_chat
        sealed = tx.vault.seal_json(body, table="outbox", column="body", row=row.id)
        tx.execute(_move, {"row": row.id, "chat": tx.vault.lookup("chat", new_chat), "sealed": sealed})


def fate(tx: Tx, key: str) -> tuple[str, datetime | None] | None:
    """What became of a message and when; None for one that is forgotten or never was."""
    row = tx.execute(_fate, {"key": key}).first()
    return None if row is None else (row.state, row.settled_at)


def take_back(tx: Tx, key: str) -> bool:
    """Do not say it after all. False where it was said, or is being said just now."""
    return tx.execute(_take_back, {"key": key}).rowcount > 0


def put_off(tx: Tx, one: Claimed, later: datetime, why: str) -> None:
    """It was leased, but must not go out before *later*; what comes after it in its chat does not wait."""
    tx.execute(_put_off, {"row": one.id, "later": later, "why": why})


def go_on(tx: Tx, one: Claimed, body: Json, now: datetime) -> None:
    """A part of *one* is done; the rest, which *body* describes, is next of its chat."""
    sealed = tx.vault.seal_json({"chat": one.chat_id, **body}, table="outbox", column="body", row=one.id)
    tx.execute(_go_on, {"row": one.id, "later": now, "why": None, "sealed": sealed})


def counts(tx: Tx) -> dict[str, int]:
    """How many messages are in each state."""
    return dict(tx.execute(_counts).all())
