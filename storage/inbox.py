"""Updates wait here until they are handled; only what is stored is confirmed to Telegram.

One chat's updates are handled in the order of their numbers. A handled row stays without
its content for a while, so that a repeat of the same update is refused.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, func, null, select, text, update

from storage import ids
from storage.engine import LOCK_CHATS
from storage.errors import SealBroken
from storage.records import Incoming
from storage.statements import insert_new, word
from storage.store import Tx
from storage.tables import inbox, outbox

MAX_ATTEMPTS = 3

_waits = inbox.c.state == word("waiting")
_this = and_(inbox.c.bot_id == bindparam("bot"), inbox.c.update_id == bindparam("number"))

_keep = insert_new(inbox, ["bot_id", "update_id", "chat_key", "state", "received_at", "body"])
_first_waiting = (
    select(
        inbox.c.bot_id,
        inbox.c.update_id,
        inbox.c.chat_key,
        inbox.c.attempts,
        inbox.c.received_at,
        inbox.c.body,
    )
    .where(_waits, inbox.c.chat_key == bindparam("chat"))
    .order_by(inbox.c.update_id)
    .limit(1)
)
_last_said = (
    select(func.max(outbox.c.id))
    .where(outbox.c.chat_key == bindparam("chat"), outbox.c.state.in_([word("waiting"), word("claimed")]))
    .scalar_subquery()
)
_first_waiting_and_last_said = _first_waiting.add_columns(_last_said.label("last_said"))
_hold_chat = text(f"SELECT pg_try_advisory_xact_lock({LOCK_CHATS}, :chat)")
_done = update(inbox).where(_this).values(state=word("done"), done_at=bindparam("at"), body=null())
_stumbled = update(inbox).where(_this).values(attempts=inbox.c.attempts + 1, trouble=bindparam("why"))
_set_aside = (
    update(inbox).where(_this).values(state=word("aside"), done_at=bindparam("at"), trouble=bindparam("why"))
)
_chats_waiting = (
    select(inbox.c.chat_key)
    .where(_waits)
    .group_by(inbox.c.chat_key)
    .order_by(func.min(inbox.c.update_id))
    .limit(bindparam("most"))
)
# Set aside because handling it failed, which another version may do better; not because it is no update.
_failed = and_(
    inbox.c.state == word("aside"),
    *(inbox.c.trouble.not_like(why) for why in ("malformed-%", "unreadable-%", "no-%", "seal-%")),
)
_count_failed = select(func.count()).select_from(inbox).where(_failed)
_again = update(inbox).where(_failed).values(state=word("waiting"), attempts=0, done_at=null())
_counts = select(inbox.c.state, func.count()).group_by(inbox.c.state)
_purge = delete(inbox).where(inbox.c.state == word("done"), inbox.c.done_at < bindparam("before"))


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
    return tx.execute(_keep(tx), rows).rowcount if rows else 0


def next_in(tx: Tx, chat_key: str) -> Incoming | None:
    """The first waiting update of one chat, held for this transaction.

    None when nothing waits, or when another process is at this chat just now. One whose seal is
    broken is set aside on the way: what was damaged on the disk must not hold up its chat.
    """
    question = _first_waiting
    if not tx.sqlite:
        # Asked first and alone: what is read in the same statement might be older than the lock.
        held = tx.execute(_hold_chat, {"chat": int(chat_key[:8], 16) - 2**31}).scalar_one()
        if not held:
            return None
        question = _first_waiting_and_last_said
    while (row := tx.execute(question, {"chat": chat_key}).first()) is not None:
        if not tx.sqlite and row.last_said is not None:
            # Another process may have answered this chat under a clock ahead of ours.
            ids.follow(row.last_said)
        name = _row_name(row.bot_id, row.update_id)
        try:
            raw = tx.vault.open(row.body, table="inbox", column="body", row=name)
        except SealBroken:
            values = {"bot": row.bot_id, "number": row.update_id, "at": row.received_at, "why": "seal-broken"}
            tx.execute(_set_aside, values)
            continue
        return Incoming(row.bot_id, row.update_id, row.chat_key, row.attempts, row.received_at, raw)
    return None


def done(tx: Tx, one: Incoming, now: datetime) -> None:
    """It was handled; its content goes."""
    tx.execute(_done, {"bot": one.bot_id, "number": one.update_id, "at": now})


def stumbled(tx: Tx, one: Incoming, trouble: str) -> None:
    """Handling it failed; it is tried again."""
    tx.execute(_stumbled, {"bot": one.bot_id, "number": one.update_id, "why": trouble})


def set_aside(tx: Tx, one: Incoming, trouble: str, now: datetime) -> None:
    """It cannot be handled; it is kept, sealed, and the others go on."""
    values = {"bot": one.bot_id, "number": one.update_id, "at": now, "why": trouble}
    tx.execute(_set_aside, values)


def chats_waiting(tx: Tx, limit: int) -> list[str]:
    """Chats with something to handle, the longest waiting first."""
    return list(tx.execute(_chats_waiting, {"most": limit}).scalars())


def counts(tx: Tx) -> dict[str, int]:
    """How many updates are in each state."""
    return dict(tx.execute(_counts).all())


def failed(tx: Tx) -> int:
    """How many updates were set aside because handling them failed."""
    count: int = tx.execute(_count_failed).scalar_one()
    return count


def again(tx: Tx) -> int:
    """Let these be handled once more. Returns how many."""
    return tx.execute(_again).rowcount


def purge(tx: Tx, before: datetime) -> int:
    """Forget the numbers of updates handled before *before*; what was set aside stays."""
    return tx.execute(_purge, {"before": before}).rowcount
