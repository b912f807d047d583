"""Which messages stand in a chat, of both sides, so that they can be taken out of it again.

Telegram lets a bot delete what is younger than 48 hours; so long a number is kept, and
nothing but the number: the chat is a keyed hash, and what was said stands nowhere here.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, or_, select, update

from storage.records import Trace
from storage.statements import ForEach, Given, Insert, filled, insert_new, word
from storage.store import Tx
from storage.tables import traces

DELETABLE_FOR = timedelta(hours=48)
"""core.telegram.org/bots/api#deletemessage"""

_COLUMNS = ["chat_key", "number", "kind", "asks", "sent_at", "said_at"]

_hers = traces.c.chat_key == bindparam("chat")
_keep = insert_new(traces, _COLUMNS)


def _anew(insert: Insert, given: Given) -> Any:
    new = filled(insert(traces), given)
    said = {name: new.excluded[name] for name in ("kind", "asks", "said_at")}
    return new.on_conflict_do_update(index_elements=["chat_key", "number"], set_=said)


_said = ForEach({name: traces.c[name].type for name in _COLUMNS}, _anew)
_changed = (
    update(traces)
    .where(_hers, traces.c.number == bindparam("which"))
    .values(kind=word("reply"), asks=bindparam("buttons"), said_at=bindparam("at"))
)
_of = select(traces).where(_hers).order_by(traces.c.number)
# Answers are said one after another: at its turn, whatever answer stands there was said before.
_standing = (
    select(traces)
    .where(_hers, or_(traces.c.kind == word("reply"), traces.c.sent_at <= bindparam("asked")))
    .order_by(traces.c.number)
    .limit(bindparam("most"))
)
_pushed = (
    select(traces)
    .where(_hers, traces.c.kind == word("push"))
    .order_by(traces.c.number)
    .limit(bindparam("most"))
)
_one = select(traces.c.sent_at).where(_hers, traces.c.number == bindparam("which"))
_forget = delete(traces).where(_hers, traces.c.number.in_(bindparam("gone", expanding=True)))
_purge = delete(traces).where(traces.c.sent_at < bindparam("before"))


def _trace(row: Any) -> Trace:
    return Trace(row.number, row.kind, row.asks, row.sent_at, row.said_at)


def came(tx: Tx, chat_id: int, number: int, now: datetime) -> None:
    """She wrote this message."""
    tx.execute(_keep(tx), _row(tx, chat_id, Trace(number, "hers", False, now, now)))


def said(tx: Tx, written: Iterable[tuple[int, Trace]]) -> None:
    """We wrote these messages, each into its chat, or others in their places."""
    # PostgreSQL refuses a statement that would write one row twice.
    rows = {(chat_id, trace.number): trace for chat_id, trace in written}
    _said(tx, [_row(tx, chat_id, trace) for (chat_id, _), trace in rows.items()])


def _row(tx: Tx, chat_id: int, trace: Trace) -> dict[str, Any]:
    return {
        "chat_key": tx.vault.lookup("chat", chat_id),
        "number": trace.number,
        "kind": trace.kind,
        "asks": trace.asks,
        "sent_at": trace.sent_at,
        "said_at": trace.said_at,
    }


def changed(tx: Tx, chat_id: int, number: int, now: datetime, *, asks: bool) -> None:
    """This message of ours reads otherwise since now; one that is too old to be known stays so."""
    values = {"chat": tx.vault.lookup("chat", chat_id), "which": number, "buttons": asks, "at": now}
    tx.execute(_changed, values)


def of_chat(tx: Tx, chat_id: int) -> Sequence[Trace]:
    """Everything known to stand in this chat, in order."""
    return [_trace(row) for row in tx.execute(_of, {"chat": tx.vault.lookup("chat", chat_id)})]


def standing(tx: Tx, chat_id: int, asked_at: datetime, limit: int) -> Sequence[Trace]:
    """What is to go of a chat that was to be cleared at *asked_at*, the oldest first.

    All answers that have been said by now, and what else stood there then.
    """
    values = {"chat": tx.vault.lookup("chat", chat_id), "asked": asked_at, "most": limit}
    return [_trace(row) for row in tx.execute(_standing, values)]


def pushed(tx: Tx, chat_id: int, limit: int) -> Sequence[Trace]:
    """What we wrote of our own accord."""
    values = {"chat": tx.vault.lookup("chat", chat_id), "most": limit}
    return [_trace(row) for row in tx.execute(_pushed, values)]


def sent_at(tx: Tx, chat_id: int, number: int) -> datetime | None:
    """When this message was sent; None where it is too old to be known."""
    values = {"chat": tx.vault.lookup("chat", chat_id), "which": number}
    at: datetime | None = tx.execute(_one, values).scalar()
    return at


def forget(tx: Tx, chat_id: int, numbers: Iterable[int]) -> None:
    """These are gone, or will never be."""
    tx.connection.execute(_forget, {"chat": tx.vault.lookup("chat", chat_id), "gone": list(numbers)})


def purge(tx: Tx, now: datetime) -> int:
    """Forget what Telegram lets nobody delete any more."""
    return tx.execute(_purge, {"before": now - DELETABLE_FOR}).rowcount
