"""Outgoing messages wait here until Telegram accepts them.

A row is claimed with a lease. If the worker dies, whoever delivers next claims it again,
so a reply may arrive twice but is never lost; a broadcast message in doubt is marked
unknown for a person to decide.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.ids import new_id
from storage.records import Claimed, Lane, Outgoing
from storage.store import Tx
from storage.tables import outbox, people


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
                "body": tx.vault.seal_json(body, table="outbox", column="body", row=row_id),
            }
        )
    if rows:
        insert = sqlite.insert(outbox) if tx.sqlite else postgresql.insert(outbox)
        tx.connection.execute(insert.on_conflict_do_nothing(), rows)


_earlier = outbox.alias("earlier")


def claim(tx: Tx, lane: Lane, limit: int, lease_until: datetime, now: datetime) -> list[Claimed]:
    """Lease up to *limit* due messages of one lane, the first of each chat only.

    Args:
        lease_until: Longer away than one send may take.
        now: Aware, UTC.
    """
    due = (
        select(outbox.c.id)
        .where(
            outbox.c.state == "waiting",
            outbox.c.lane == int(lane),
            outbox.c.try_at <= now,
            ~exists().where(
                and_(
                    _earlier.c.chat_key == outbox.c.chat_key,
                    _earlier.c.lane == outbox.c.lane,
                    _earlier.c.state.in_(("waiting", "claimed")),
                    _earlier.c.due_at <= now,
                    _earlier.c.id < outbox.c.id,
                )
            ),
        )
        .order_by(outbox.c.lane, outbox.c.try_at, outbox.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = tx.connection.execute(
        update(outbox)
        .where(outbox.c.id.in_(due.scalar_subquery()))
        .values(state="claimed", lease_until=lease_until, attempts=outbox.c.attempts + 1)
        .returning(
            outbox.c.id,
            outbox.c.unique_key,
            outbox.c.person_id,
            outbox.c.kind,
            outbox.c.attempts,
            outbox.c.made_at,
            outbox.c.body,
        )
    ).all()
    if not rows:
        return []
    readers = {row.person_id for row in rows if row.person_id is not None}
    languages: dict[str, str | None] = {}
    if readers:
        spoken = select(people.c.id, people.c.language).where(people.c.id.in_(readers))
        languages = dict(tx.connection.execute(spoken).tuples().all())
    claimed = []
    for row in sorted(rows, key=lambda row: str(row.id)):
        body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
        chat_id = body.pop("chat")
        claimed.append(
            Claimed(
                id=row.id,
                key=row.unique_key,
                chat_id=chat_id,
                person_id=row.person_id,
                language=languages.get(row.person_id),
                lane=lane,
                kind=row.kind,
                attempts=row.attempts,
                lease_until=lease_until,
                made_at=row.made_at,
                body=body,
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
    """It is done with: sent, gone, broken or unknown. Its content goes, unless a person must decide.

    Args:
        telegram_id: The message's number in its chat.
        trouble: A short word for operators, without content.
    """
    values = {
        "state": state,
        "settled_at": now,
        "lease_until": None,
        "telegram_id": telegram_id,
        "trouble": trouble,
    }
    if state == "sent":
        values["body"] = None
    tx.connection.execute(update(outbox).where(outbox.c.id == row_id).values(values))


def put_back(
    tx: Tx, row_ids: Sequence[str], try_at: datetime, trouble: str | None = None, *, tried: bool = True
) -> None:
    """These were not accepted; try them again at *try_at*. `tried=False` takes back the attempt, too."""
    values: dict[str, object] = {
        "state": "waiting",
        "try_at": try_at,
        "lease_until": None,
        "trouble": trouble,
    }
    if not tried:
        values["attempts"] = outbox.c.attempts - 1
    tx.connection.execute(
        update(outbox).where(outbox.c.id.in_(row_ids), outbox.c.state == "claimed").values(values)
    )


def take_over(tx: Tx, now: datetime, *, lapsed_only: bool = False) -> tuple[int, int]:
    """Take up what a dead worker had claimed.

    Replies, alerts and notices wait again; a broadcast message may have arrived, so it becomes unknown.

    Returns:
        How many wait again, and how many became unknown.
    """
    orphaned = outbox.c.state == "claimed"
    if lapsed_only:
        orphaned = and_(orphaned, outbox.c.lease_until < now)
    doubtful = tx.connection.execute(
        update(outbox)
        .where(orphaned, outbox.c.lane == int(Lane.BROADCAST))
        .values(state="unknown", settled_at=now, lease_until=None, trouble="worker-died")
    )
    again = tx.connection.execute(update(outbox).where(orphaned).values(state="waiting", lease_until=None))
    return again.rowcount, doubtful.rowcount


def next_try(tx: Tx) -> datetime | None:
    """When the next waiting message may be tried."""
    when: datetime | None = tx.connection.execute(
        select(func.min(outbox.c.try_at)).where(outbox.c.state == "waiting")
    ).scalar()
    return when


def moved(tx: Tx, old_chat: int, new_chat: int) -> None:
    """A group became a supergroup: what waits for the old chat goes to the new one."""
    rows = tx.connection.execute(
        select(outbox.c.id, outbox.c.body).where(
            outbox.c.chat_key == tx.vault.lookup("chat", old_chat), outbox.c.state.in_(("waiting", "claimed"))
        )
    ).all()
    for row in rows:
        body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
        body["chat"] = new_chat
        tx.connection.execute(
            update(outbox)
            .where(outbox.c.id == row.id)
            .values(
                chat_key=tx.vault.lookup("chat", new_chat),
                body=tx.vault.seal_json(body, table="outbox", column="body", row=row.id),
            )
        )


def counts(tx: Tx) -> dict[str, int]:
    """How many messages are in each state."""
    rows = tx.connection.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))
    return dict(rows.tuples().all())


def purge(tx: Tx, before: datetime) -> int:
    """Forget messages settled before *before*."""
    gone = tx.connection.execute(delete(outbox).where(outbox.c.settled_at < before))
    return gone.rowcount
