"""Updates wait here until they are handled; only what is stored is confirmed to Telegram.

One chat's updates are handled in the order of their numbers. A handled row stays without
its content for a while, so that a repeat of the same update is refused.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.records import Incoming
from storage.store import Tx
from storage.tables import inbox

MAX_ATTEMPTS = 3


def _row_name(bot_id: int, update_id: int) -> str:
    return f"{bot_id}/{update_id}"


def keep(tx: Tx, updates: Iterable[Incoming]) -> int:
    """Store what has arrived, sealed; what is there already stays as it is.

    Returns:
        How many of them were new.
    """
    rows = [
        {
            "bot_id": one.bot_id,
            "update_id": one.update_id,
            "chat_key": one.chat_key,
            "state": "waiting",
            "received_at": one.received_at,
            "body": tx.vault.seal(
                one.raw, table="inbox", column="body", row=_row_name(one.bot_id, one.update_id)
            ),
        }
        for one in updates
    ]
    if not rows:
        return 0
    insert = sqlite.insert(inbox) if tx.sqlite else postgresql.insert(inbox)
    kept = tx.connection.execute(insert.values(rows).on_conflict_do_nothing())
    return kept.rowcount


def next_in(tx: Tx, chat_key: str) -> Incoming | None:
    """The first waiting update of one chat, held for this transaction.

    None when nothing waits, or when another process is at this chat just now.
    """
    if not tx.sqlite:
        held = tx.connection.execute(
            text("SELECT pg_try_advisory_xact_lock(:space, :chat)"),
            {"space": 1, "chat": int(chat_key[:8], 16) - 2**31},
        ).scalar_one()
        if not held:
            return None
    row = tx.connection.execute(_first_waiting, {"chat": chat_key}).first()
    if row is None:
        return None
    return Incoming(
        row.bot_id,
        row.update_id,
        row.chat_key,
        row.attempts,
        row.received_at,
        tx.vault.open(row.body, table="inbox", column="body", row=_row_name(row.bot_id, row.update_id)),
    )


_first_waiting = text(
    "SELECT bot_id, update_id, chat_key, attempts, received_at, body FROM inbox"
    " WHERE state = 'waiting' AND chat_key = :chat ORDER BY update_id LIMIT 1"
).columns(
    inbox.c.bot_id, inbox.c.update_id, inbox.c.chat_key, inbox.c.attempts, inbox.c.received_at, inbox.c.body
)


def done(tx: Tx, one: Incoming, now: datetime) -> None:
    """It was handled; its content goes."""
    tx.connection.execute(
        update(inbox)
        .where(inbox.c.bot_id == one.bot_id, inbox.c.update_id == one.update_id)
        .values(state="done", done_at=now, body=None)
    )


def stumbled(tx: Tx, one: Incoming, trouble: str) -> None:
    """Handling it failed; it is tried again."""
    tx.connection.execute(
        update(inbox)
        .where(inbox.c.bot_id == one.bot_id, inbox.c.update_id == one.update_id)
        .values(attempts=inbox.c.attempts + 1, trouble=trouble[:64])
    )


def set_aside(tx: Tx, one: Incoming, trouble: str, now: datetime) -> None:
    """It cannot be handled; it is kept, sealed, and the others go on."""
    tx.connection.execute(
        update(inbox)
        .where(inbox.c.bot_id == one.bot_id, inbox.c.update_id == one.update_id)
        .values(state="aside", done_at=now, trouble=trouble[:64])
    )


def chats_waiting(tx: Tx, limit: int) -> list[str]:
    """Chats with something to handle, the longest waiting first."""
    rows = tx.connection.execute(
        select(inbox.c.chat_key)
        .where(inbox.c.state == "waiting")
        .group_by(inbox.c.chat_key)
        .order_by(func.min(inbox.c.update_id))
        .limit(limit)
    )
    return list(rows.scalars())


def counts(tx: Tx) -> dict[str, int]:
    """How many updates are in each state."""
    rows = tx.connection.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))
    return dict(rows.tuples().all())


def purge(tx: Tx, before: datetime) -> int:
    """Forget the numbers of updates handled before *before*; what was set aside stays."""
    gone = tx.connection.execute(delete(inbox).where(inbox.c.state == "done", inbox.c.done_at < before))
    return gone.rowcount
