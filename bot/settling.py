"""What each outcome means for its message; here and nowhere else."""

from datetime import datetime

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
from storage.records import Claimed, Lane
from storage.store import Tx


def settle(tx: Tx, hotline: Hotline, one: Claimed, outcome: Outcome | None, now: datetime) -> None:
    """Note in the outbox what became of *one*, and let the hotline know of somebody who is gone.

    Args:
        outcome: None when it was not tried at all.
        now: Aware, UTC.
    """
    match outcome:
        case Sent(thread) if one.kind == "topic":
            outbox.settle(tx, one.id, "sent", now)
            if thread is not None:
                workspace.topic_made(tx, one.body, thread, now, f"topic/{one.id}")
        case NoTopic(why):
            outbox.settle(tx, one.id, "broken", now, trouble=f"topic-{why}")
            workspace.no_topic(tx, one.chat_id, one.kind, one.body, why, now, f"topic/{one.id}")
        case Sent(message_id):
            outbox.settle(tx, one.id, "sent", now, telegram_id=message_id)
            note(tx, one, message_id, now)
        case Unchanged() | Missing():
            outbox.settle(tx, one.id, "sent", now)
            note(tx, one, None, now)
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
        case RetryAt(after):
            outbox.put_back(tx, [one.id], now + after, "told-to-wait", tried=not outcome.held)
        case LineDown() | None:
            outbox.put_back(tx, [one.id], now, tried=False)
        case Unknown() if one.lane is Lane.BROADCAST:
            outbox.settle(tx, one.id, "unknown", now, trouble="no-answer")
        case Unknown():
            # It may come twice; a reply that never comes is worse.
            outbox.put_back(tx, [one.id], now + outcome.after, "no-answer")


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
