"""Which messages of a chat go by themselves, and which she still needs.

Two things stay although they are old enough. What we wrote of our own accord stays until she
does something in the chat: it says nothing by itself, and she may not have seen it. And while
something is going on with her, the last message with buttons stays, with what follows it:
the open question of a report, for one. Telegram lets nobody delete after 48 hours, so after
47 the question goes, too; her report is where it was, and /report leads back to it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from storage.records import Trace

HOURS = (1, 6, 24)
"""What can be chosen."""

LAST_CHANCE = timedelta(hours=47)
"""After 48 hours Telegram deletes nothing any more; core.telegram.org/bots/api#deletemessage."""


def due(traces: Sequence[Trace], after: timedelta, now: datetime, *, talking: bool) -> list[int]:
    """The numbers of those that go now.

    Args:
        traces: All of the chat that can still be deleted, in order.
        after: How old a message gets.
        talking: Whether something is going on with her.
    """
    acted = max((one.said_at for one in traces if one.kind != "push"), default=None)
    asked = max((one.number for one in traces if one.kind == "reply" and one.asks), default=None)
    gone = []
    for one in traces:
        last_chance = one.sent_at <= now - LAST_CHANCE
        if one.said_at > now - after and not last_chance:
            continue
        if one.kind == "push" and (acted is None or acted < one.said_at):
            continue
        needed = talking and asked is not None and one.kind == "reply" and one.number >= asked
        if not needed or last_chance:
            gone.append(one.number)
    return gone


def may_be_changed(sent_at: datetime | None, after: timedelta, now: datetime) -> bool:
    """Whether what would stand in a message from now on could still be deleted when it is time.

    Args:
        sent_at: None where the message is too old to be known.
    """
    return sent_at is not None and now + after < sent_at + LAST_CHANCE
