"""What waits in the outbox and must not be said any more: to whom, in which chat, or of what."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.errors import SealBroken
from storage.records import Json, Lane
from storage.statements import word
from storage.store import Tx
from storage.tables import outbox

_this = outbox.c.id == bindparam("row")
_waits = outbox.c.state == word("waiting")
_withdraw = delete(outbox).where(
    outbox.c.person_id == bindparam("person"), _waits, outbox.c.lane <= bindparam("lane")
)
_silence = delete(outbox).where(
    outbox.c.chat_key == bindparam("chat"),
    _waits,
    outbox.c.kind.not_in([word("delete"), word("clear")]),
)
_with_body = select(outbox.c.id, outbox.c.body).where(outbox.c.body.is_not(None))
_with_body_to = _with_body.where(outbox.c.person_id == bindparam("person"))
_forget = delete(outbox).where(_this)


def withdraw(tx: Tx, person_id: str, lane: Lane) -> int:
    """What waits for this person in this lane and those before it is not said any more; returns how many."""
    return tx.execute(_withdraw, {"person": person_id, "lane": lane}).rowcount


def silence(tx: Tx, chat_id: int) -> int:
    """Say nothing of what waits for this chat; what takes messages out of it goes on.

    What is on the wire just now still arrives.
    """
    return tx.execute(_silence, {"chat": tx.vault.lookup("chat", chat_id)}).rowcount


def forget(tx: Tx, about: Callable[[Json], bool], person_ids: Iterable[str] | None = None) -> int:
    """What speaks of something that is erased is not said any more; returns how many messages it were.

    Args:
        about: Whether a body speaks of it.
        person_ids: Only what is for these people; None for everybody's.
    """
    gone = 0
    asked: list[tuple[Any, dict[str, Any]]] = (
        [(_with_body, {})] if person_ids is None else [(_with_body_to, {"person": one}) for one in person_ids]
    )
    for question, values in asked:
        for row in tx.execute(question, values).all():
            try:
                body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
            except SealBroken:
                continue
            if about(body):
                gone += tx.execute(_forget, {"row": row.id}).rowcount
    return gone
