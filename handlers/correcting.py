"""Corrections of what was sent to many: it reads otherwise in place, or is gone.

What has not gone out yet must not come in the old words after others saw them change. So what is
corrected rests until each of its rows was passed: sent ones get a change, the others the new words.
A change makes no sound on a phone, so none waits for the morning.
"""

from datetime import datetime, timedelta
from typing import Any

from handlers.cast_cards import show_progress
from handlers.cast_words import answer_buttons
from handlers.rules import broadcasting as rule
from storage import broadcasts, cast_rows, outbox, people
from storage.cast_rows import Row, key_of, kind_of
from storage.records import Broadcast, CastState, Lane, Outgoing
from storage.store import Tx

_SPARE = timedelta(minutes=10)  # until the change is really sent
_MOVING = (CastState.PAUSING, CastState.STOPPING)
_GOES_ON = (CastState.RUNNING, CastState.PAUSED)


def _since(now: datetime) -> datetime:
    return now - rule.CORRECTABLE_FOR + _SPARE


def correctable(tx: Tx, parent_id: str, now: datetime) -> int:
    """How many of what was sent Telegram still lets be changed."""
    parent = broadcasts.find(tx, parent_id)
    if parent is not None and parent.start_at is not None and parent.start_at > _since(now):
        return cast_rows.counts(tx, parent_id).get("sent", 0)  # all of them; asked of the index alone
    return cast_rows.sent_since(tx, parent_id, _since(now))


def late(tx: Tx, one: Broadcast, many: int) -> int:
    """How many of what was sent are too old to be changed; *many* are not."""
    parent = broadcasts.find(tx, str(one.parent_id))
    seen = parent.body.get("progress") if parent is not None else None
    return max(0, int(seen["sent"]) - many) if seen is not None else 0


def rests(tx: Tx, one: Broadcast, now: datetime) -> bool | None:
    """Make what *one* corrects rest. None: it does; else whether to look again at once."""
    parent = broadcasts.find(tx, str(one.parent_id))
    if parent is None:
        return None
    deletes, body = bool(one.body.get("delete")), dict(parent.body)
    if parent.state in _MOVING or rule.rests_for(parent) not in (None, one.id):
        return False
    if deletes and parent.state in _GOES_ON:
        broadcasts.save(tx, parent, now, state=CastState.STOPPING, filled=True)
        return True
    if parent.state in _GOES_ON and rule.rests_for(parent) is None:
        body[rule.RESTS_FOR] = {"cast": one.id, "paused": parent.state is CastState.PAUSED}
        broadcasts.save(tx, parent, now, state=CastState.PAUSING, body=body)
        return True
    mark = {rule.RETRACTED: True} if deletes else {rule.REWORDED: one.id}
    marked = broadcasts.save(tx, parent, now, body={**body, **mark})
    show_progress(tx, marked, now, must=True)
    return None


def let_go(tx: Tx, one: Broadcast, now: datetime) -> None:
    """What rests for *one* goes on: it was passed, or *one* will never pass it."""
    parent = broadcasts.find(tx, one.parent_id) if one.parent_id is not None else None
    if parent is None or rule.rests_for(parent) != one.id:
        return
    body, state = dict(parent.body), parent.state
    by_hand = body.pop(rule.RESTS_FOR)["paused"]
    if state in (CastState.PAUSING, CastState.PAUSED) and not by_hand:
        state = CastState.RUNNING
    broadcasts.save(tx, parent, now, state=state, body=body)


def fill(tx: Tx, one: Broadcast, limit: int, now: datetime) -> str | None:
    """Pass up to *limit* rows of what it corrects; where the next slice begins, or None."""
    passed = cast_rows.some(tx, str(one.parent_id), one.after_id or "", limit)
    first = broadcasts.find(tx, str(one.parent_id))
    if first is None:
        return None
    rows = []
    for row in passed:
        if row.state == "sent":
            if (change := _change(tx, one, first, row, now)) is not None:
                rows.append(change)
        elif not one.body.get("delete"):
            cast_rows.reword(tx, first.id, row.person_id, one.id)
    outbox.add(tx, rows, now)
    return passed[-1].person_id if len(passed) == limit else None


def _change(tx: Tx, one: Broadcast, first: Broadcast, row: Row, now: datetime) -> Outgoing | None:
    """The row that changes or deletes what she got."""
    person, deletes = people.by_id(tx, row.person_id), bool(one.body.get("delete"))
    if row.telegram_id is None or row.settled_at is None or row.settled_at <= _since(now):
        return None
    if not person.linked or (not deletes and row.wording not in one.body["texts"]):
        return None
    body: dict[str, Any] = {
        "broadcast": one.id,
        "wording": row.wording,
        "language": person.language or row.wording,
        "message_id": row.telegram_id,
        "captioned": bool((first.body["texts"].get(row.wording) or {}).get("file")),
    }
    if first.body["answers"] and not deletes:
        body["token"] = answer_buttons(tx, first, person, now)
    kind = "delete" if deletes else kind_of(row.wording)
    return Outgoing(
        key_of(one.id, person.id), person.chat_id, person.id, Lane.BROADCAST, kind, now, body, one.id
    )
