"""What a broadcast has in the outbox: a row for each person, counted, put aside, taken up again.

Everything is done in slices, so that a million rows make nobody wait.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, delete, func, null, select, update

from storage.broadcasts import KEY
from storage.errors import SealBroken
from storage.statements import word
from storage.store import Tx
from storage.tables import outbox, people

_hers = outbox.c.broadcast_id == bindparam("broadcast")
_counts = select(outbox.c.state, func.count().label("many")).where(_hers).group_by(outbox.c.state)
_later = (
    select(func.count(), func.min(outbox.c.due_at))
    .select_from(outbox)
    .where(_hers, outbox.c.state == word("waiting"), outbox.c.due_at > bindparam("now"))
)


def _some(*states: str) -> Any:
    found = select(outbox.c.id).where(_hers, outbox.c.state.in_([word(one) for one in states]))
    return outbox.c.id.in_(found.limit(bindparam("most", type_=Integer)).scalar_subquery())


_hold = update(outbox).where(_some("waiting")).values(state=word("held"))
_release = update(outbox).where(_some("held")).values(state=word("waiting"))
_drop = (
    update(outbox)
    .where(_some("waiting", "held"))
    .values(state=word("stopped"), settled_at=bindparam("now"), body=null())
)
_again: dict[str, Any] = {
    "state": word("waiting"),
    "try_at": bindparam("now"),
    "due_at": bindparam("now"),
    "attempts": 0,
    "settled_at": null(),
    "trouble": null(),
}
_again_unknown = update(outbox).where(_some("unknown")).values(_again)
_again_broken = update(outbox).where(_some("broken")).values(_again)
_rows = (
    select(
        outbox.c.unique_key,
        outbox.c.person_id,
        outbox.c.kind,
        outbox.c.state,
        outbox.c.telegram_id,
        outbox.c.settled_at,
        people.c.language,
    )
    .join(people, people.c.id == outbox.c.person_id)
    .where(outbox.c.unique_key > bindparam("after"), outbox.c.unique_key < bindparam("end"))
    .order_by(outbox.c.unique_key)
    .limit(bindparam("most"))
)
_forget = delete(outbox).where(
    outbox.c.unique_key == bindparam("key"), outbox.c.state.in_([word("waiting"), word("held")])
)
_sent_since = select(func.count()).where(
    _hers, outbox.c.state == word("sent"), outbox.c.settled_at > bindparam("since")
)
_unsent = (
    outbox.c.unique_key == bindparam("key"),
    outbox.c.state.in_([word(one) for one in ("waiting", "held", "unknown", "broken")]),
)
_to_reword = select(outbox.c.id, outbox.c.body).where(*_unsent, outbox.c.body.is_not(None))
_reword = update(outbox).where(*_unsent).values(body=bindparam("sealed"))
_number = select(outbox.c.state, outbox.c.telegram_id).where(outbox.c.unique_key == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Row:
    """What became of a broadcast for one person.

    Attributes:
        wording: The language in which it was written to her.
        telegram_id: The message's number in her chat.
    """

    person_id: str
    wording: str
    state: str
    telegram_id: int | None
    settled_at: datetime | None


def key_of(broadcast_id: str, person_id: str) -> str:
    """The key that lets nobody get it twice."""
    return f"{KEY}{broadcast_id}/{person_id}"


def kind_of(wording: str) -> str:
    """The kind of its rows: in it stands, also when all else is emptied, in which language it was written."""
    return f"cast:{wording}"


def wording_of(kind: str) -> str | None:
    """The language that stands in the kind of a row; None where it is none of a broadcast."""
    return kind.partition(":")[2] if kind.startswith("cast:") else None


def counts(tx: Tx, broadcast_id: str) -> dict[str, int]:
    """How many of its rows are in each state."""
    return {str(row.state): int(row.many) for row in tx.execute(_counts, {"broadcast": broadcast_id})}


def later(tx: Tx, broadcast_id: str, now: datetime) -> tuple[int, datetime | None]:
    """How many wait for a later time, the morning where they live; and the first of these times."""
    row = tx.execute(_later, {"broadcast": broadcast_id, "now": now}).one()
    return int(row[0]), row[1]


def hold(tx: Tx, broadcast_id: str, limit: int) -> int:
    """Put aside up to *limit* that wait; returns how many it were."""
    return tx.execute(_hold, {"broadcast": broadcast_id, "most": limit}).rowcount


def release(tx: Tx, broadcast_id: str, limit: int) -> int:
    """Of what was put aside, let up to *limit* wait again; returns how many it were."""
    return tx.execute(_release, {"broadcast": broadcast_id, "most": limit}).rowcount


def drop(tx: Tx, broadcast_id: str, limit: int, now: datetime) -> int:
    """Up to *limit* that were not sent never will be, and are emptied; returns how many it were."""
    return tx.execute(_drop, {"broadcast": broadcast_id, "most": limit, "now": now}).rowcount


def again(tx: Tx, broadcast_id: str, state: str, limit: int, now: datetime) -> int:
    """Try up to *limit* unknown or broken ones again; returns how many it were."""
    which = _again_unknown if state == "unknown" else _again_broken
    return tx.execute(which, {"broadcast": broadcast_id, "most": limit, "now": now}).rowcount


def sent_since(tx: Tx, broadcast_id: str, since: datetime) -> int:
    """How many of its messages were sent after *since*; reads them all."""
    return int(tx.execute(_sent_since, {"broadcast": broadcast_id, "since": since}).scalar_one())


def reword(tx: Tx, broadcast_id: str, person_id: str, words_of: str) -> None:
    """What has not reached her yet, if ever it goes out, says what the broadcast *words_of* says."""
    key = key_of(broadcast_id, person_id)
    for row in tx.execute(_to_reword, {"key": key}).all():
        # Of what is damaged on the disk nothing can be sent, in whatever words.
        with suppress(SealBroken):
            body = tx.vault.open_json(row.body, table="outbox", column="body", row=row.id)
            body["broadcast"] = words_of
            sealed = tx.vault.seal_json(body, table="outbox", column="body", row=row.id)
            tx.execute(_reword, {"key": key, "sealed": sealed})


def forget(tx: Tx, broadcast_ids: Iterable[str], person_id: str) -> int:
    """Of these, what this person has not got is not sent to her; returns how many it were."""
    keys = [{"key": key_of(one, person_id)} for one in broadcast_ids]
    return sum(tx.execute(_forget, key).rowcount for key in keys)


def some(tx: Tx, broadcast_id: str, after_person: str, limit: int) -> Sequence[Row]:
    """What became of it, by the ids of people, from after *after_person* on."""
    values = {
        "after": key_of(broadcast_id, after_person),
        "end": f"{KEY}{broadcast_id}0",  # the character after the slash
        "most": limit,
    }
    return [
        Row(row.person_id, wording_of(row.kind) or "", row.state, row.telegram_id, row.settled_at)
        for row in tx.execute(_rows, values)
    ]


def sent_as(tx: Tx, key: str) -> tuple[str, int | None] | None:
    """State and Telegram's number of the message with this key; None where it is forgotten."""
    row = tx.execute(_number, {"key": key}).first()
    return None if row is None else (str(row.state), row.telegram_id)
