"""What each outcome means for its message; here and nowhere else.

What was sent, and what was not tried, is noted for many at once: at a thousand a second a statement for
each would be most of the work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.outcomes import (
    Broken,
    Cleared,
    Gone,
    LineDown,
    Migrated,
    Missing,
    NoTopic,
    Outcome,
    RetryAt,
    Sent,
    Unchanged,
    Unknown,
)
from bot.standing import note
from handlers import workspace
from handlers.hotline import Hotline
from storage import messages, outbox
from storage.records import Claimed, Lane, Trace
from storage.store import Tx

_NOT_NOW = timedelta(0)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one message that was leased.

    Attributes:
        outcome: None when it was not tried at all.
        after: When it was not: how long it had better stay where it is.
    """

    one: Claimed
    outcome: Outcome | None
    after: timedelta = _NOT_NOW


class _Together:
    """What is written for many at once."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, int | None]] = []
        self.said: list[tuple[int, Trace]] = []
        self.untried: dict[timedelta, list[str]] = {}

    def write(self, tx: Tx, now: datetime) -> None:
        outbox.sent(tx, self.sent, now)
        messages.said(tx, self.said)
        for after, row_ids in self.untried.items():
            outbox.put_back(tx, row_ids, now + after, tried=False)


def settle(tx: Tx, hotline: Hotline, results: Iterable[Result], now: datetime) -> None:
    """Note in the outbox what became of these, and let the hotline know of somebody who is gone.

    Args:
        now: Aware, UTC.
    """
    together = _Together()
    for result in results:
        _settle(tx, hotline, result, together, now)
    together.write(tx, now)


def _settle(tx: Tx, hotline: Hotline, result: Result, together: _Together, now: datetime) -> None:
    one = result.one
    match result.outcome:
        case Sent(thread) if one.kind == "topic":
            outbox.settle(tx, one.id, "sent", now)
            if thread is not None:
                workspace.topic_made(tx, one.body, thread, now, f"topic/{one.id}")
        case NoTopic(why):
            outbox.settle(tx, one.id, "broken", now, trouble=f"topic-{why}")
            workspace.no_topic(tx, one.chat_id, one.kind, one.body, why, now, f"topic/{one.id}")
        case Sent(message_id):
            _arrived(tx, one, message_id, together, now)
        case Missing(stands=True) if one.lane is Lane.BROADCAST:
            # Whoever corrects or deletes must hear for whom it came too late.
            outbox.settle(tx, one.id, "broken", now, trouble="too-late")
        case Unchanged() | Missing():
            _arrived(tx, one, None, together, now)
        case Cleared(removed, refused, more):
            _cleared(tx, hotline, one, removed, refused, more, now)
        case Gone(reason):
            outbox.settle(tx, one.id, "gone", now, trouble=reason)
            if one.person_id is not None:
                quiet = one.lane is Lane.BROADCAST
                hotline.unreachable(tx, one.person_id, now, key=f"gone/{one.id}", told=not quiet)
            elif one.chat_id < 0:
                workspace.lose(tx, one.chat_id, "alert-workspace-gone", now, f"gone/{one.id}")
        case Migrated(new_chat_id):
            outbox.put_back(tx, [one.id], now, "moved", tried=False)
            outbox.moved(tx, one.chat_id, new_chat_id)
        case Broken(reason):
            outbox.settle(tx, one.id, "broken", now, trouble=reason)
        case RetryAt(after, _, held):
            outbox.put_back(tx, [one.id], now + after, "told-to-wait", tried=not held)
        case LineDown() | None:
            together.untried.setdefault(result.after, []).append(one.id)
        case Unknown() if one.lane is Lane.BROADCAST:
            outbox.settle(tx, one.id, "unknown", now, trouble="no-answer")
        case Unknown(after):
            # It may come twice; a reply that never comes is worse.
            outbox.put_back(tx, [one.id], now + after, "no-answer")


def _arrived(tx: Tx, one: Claimed, message_id: int | None, together: _Together, now: datetime) -> None:
    together.sent.append((one.id, message_id))
    new = note(tx, one, message_id, now)
    if new is not None:
        together.said.append((one.chat_id, new))


def _cleared(
    tx: Tx,
    hotline: Hotline,
    one: Claimed,
    removed: tuple[int, ...],
    refused: tuple[int, ...],
    more: bool,
    now: datetime,
) -> None:
    """Count what went and what did not, here in the row itself: a restart goes on where this ended."""
    messages.forget(tx, one.chat_id, (*removed, *refused))
    went, stayed = one.body.get("removed", 0) + len(removed), one.body.get("refused", 0) + len(refused)
    if more:
        done = {*removed, *refused}
        left = {"numbers": [n for n in one.body["numbers"] if n not in done]} if "numbers" in one.body else {}
        outbox.go_on(tx, one, {**one.body, **left, "removed": went, "refused": stayed}, now)
        return
    outbox.settle(tx, one.id, "sent", now)
    if one.body.get("told") and one.person_id is not None:
        hotline.cleared(tx, one.person_id, went, stayed, now, key=f"cleared/{one.id}")
