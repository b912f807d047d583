"""What a message that was sent leaves behind: its number, and, where it must not stay, the day it goes.

Called in the transaction that settles the message, so that no message is known to be sent
without its removal being known, too.
"""

from datetime import datetime, timedelta

from storage import messages, outbox
from storage.records import Claimed, Lane, Outgoing, Trace
from storage.store import Tx

_SAYS_NOTHING = frozenset(("menu", "no-menu"))


def note(tx: Tx, one: Claimed, message_id: int | None, now: datetime) -> Trace | None:
    """Remember what stands in the chat since *one* was sent.

    Args:
        message_id: As Telegram told; None where nothing new stands there.

    Returns:
        What is new in the chat, to be written by `storage.messages.said` together with that of others.
    """
    if one.chat_id < 0 or one.kind in _SAYS_NOTHING:
        return None  # a group is not cleared: others wrote there, too
    if one.kind == "delete":
        messages.forget(tx, one.chat_id, [int(one.body["message_id"])])
        return None
    asks = "keyboard" in one.body or "reply_keyboard" in one.body
    number, new = message_id, None
    if one.kind == "edit" and message_id in (None, one.body["message_id"]):
        number = int(one.body["message_id"])
        messages.changed(tx, one.chat_id, number, now, asks=asks)
    elif number is not None:
        new = Trace(number, "reply" if one.lane is Lane.REPLY else "push", asks, now, now)
    if number is not None and (one.kind == "edit" or one.body.get("gone_after") is not None):
        _limit(tx, one, number, now)
    return new


def _limit(tx: Tx, one: Claimed, number: int, now: datetime) -> None:
    """See to it that the message goes when its time is over; what it says now counts, not what it said."""
    key = f"gone-after/{tx.vault.lookup('chat', one.chat_id)}/{number}"
    if one.kind == "edit":
        outbox.take_back(tx, key)
    after = one.body.get("gone_after")
    if after is None:
        return
    removal = Outgoing(
        key=key,
        chat_id=one.chat_id,
        person_id=one.person_id,
        lane=Lane.NOTICE,
        kind="delete",
        due_at=now + timedelta(seconds=after),
        body={"message_id": number},
    )
    outbox.add(tx, [removal], now)
