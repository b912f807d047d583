"""Who is out where it may be dangerous, until when, and where she was last."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage.errors import Overtaken
from storage.ids import new_id
from storage.records import SAME, Json, Same
from storage.statements import word
from storage.store import Tx
from storage.tables import outings

OUT, SAFE, ENDED = "out", "safe", "ended"

_this = outings.c.id == bindparam("outing")
_out = outings.c.state == word(OUT)
_by_id = select(outings).where(_this).with_for_update(key_share=True)
_of = (
    select(outings)
    .where(outings.c.person_id == bindparam("person"), _out)
    .order_by(outings.c.made_at.desc())
    .limit(1)
    .with_for_update(key_share=True)
)
_every_out = select(outings).where(_out).order_by(outings.c.until_at, outings.c.id)
_due = (
    select(outings.c.id)
    .where(outings.c.look_at.is_not(None), outings.c.look_at <= bindparam("now"))
    .order_by(outings.c.look_at, outings.c.id)
    .limit(bindparam("most"))
    .with_for_update(key_share=True)
)
_put_off = update(outings).where(_this).values(look_at=bindparam("later"))
_forget = delete(outings).where(outings.c.ended_at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Outing:
    """Somebody is out.

    Attributes:
        state: `OUT`, `SAFE` or `ENDED`.
        said: What the machine has said, in a word of `handlers.rules.outings`.
        until_at: By then she says that she is safe. All times are aware, UTC.
        look_at: When the machine looks next; None: never.
        revision: Whoever changes it must have seen this one.
        body: `what`; `place`: latitude and longitude, or words; `placed_at`: since when that is known.
    """

    id: str
    person_id: str
    state: str
    said: str | None
    until_at: datetime
    look_at: datetime | None
    revision: int
    made_at: datetime
    ended_at: datetime | None
    body: Json = field(repr=False)


def _outing(tx: Tx, row: Any) -> Outing:
    body = tx.vault.open_json(row.body, table="outings", column="body", row=row.id)
    return Outing(
        row.id,
        row.person_id,
        row.state,
        row.said,
        row.until_at,
        row.look_at,
        row.revision,
        row.made_at,
        row.ended_at,
        body,
    )


def begin(tx: Tx, person_id: str, until_at: datetime, body: Json, now: datetime) -> Outing:
    """She sets out; the machine looks when she should be back."""
    outing_id = new_id(now)
    tx.execute(
        outings.insert(),
        {
            "id": outing_id,
            "person_id": person_id,
            "state": OUT,
            "said": None,
            "until_at": until_at,
            "look_at": until_at,
            "revision": 1,
            "made_at": now,
            "ended_at": None,
            "body": _sealed(tx, outing_id, body),
        },
    )
    return Outing(outing_id, person_id, OUT, None, until_at, until_at, 1, now, None, body)


def by_id(tx: Tx, outing_id: str) -> Outing | None:
    """The outing with this id; nobody else changes it before this transaction ends."""
    row = tx.execute(_by_id, {"outing": outing_id}).first()
    return None if row is None else _outing(tx, row)


def of(tx: Tx, person_id: str) -> Outing | None:
    """The one on which she is now; nobody else changes it before this transaction ends."""
    row = tx.execute(_of, {"person": person_id}).first()
    return None if row is None else _outing(tx, row)


def every_out(tx: Tx) -> Sequence[Outing]:
    """All that are not over, the one that ends first before others."""
    return [_outing(tx, row) for row in tx.execute(_every_out)]


def due(tx: Tx, now: datetime, limit: int) -> Sequence[str]:
    """Ids of what the machine must look at by now, the longest due first; opens none."""
    return list(tx.execute(_due, {"now": now, "most": limit}).scalars())


def put_off(tx: Tx, outing_id: str, later: datetime) -> None:
    """The machine looks at it then, whatever it is."""
    tx.execute(_put_off, {"outing": outing_id, "later": later})


def change(
    tx: Tx,
    one: Outing,
    now: datetime,
    *,
    state: str | None = None,
    said: str | Same | None = SAME,
    until_at: datetime | None = None,
    look_at: datetime | Same | None = SAME,
    body: Json | None = None,
) -> None:
    """Write what changed; what is left out stays. One that is over is not looked at any more.

    Args:
        one: As it was seen.

    Raises:
        Overtaken: It is not any more what was seen; nothing was changed.
    """
    values: dict[str, Any] = {"revision": one.revision + 1}
    if state is not None:
        values |= {"state": state, "ended_at": None if state == OUT else now}
    if not isinstance(said, Same):
        values["said"] = said
    if until_at is not None:
        values["until_at"] = until_at
    if not isinstance(look_at, Same):
        values["look_at"] = look_at
    if body is not None:
        values["body"] = _sealed(tx, one.id, body)
    seen = update(outings).where(outings.c.id == one.id, outings.c.revision == one.revision).values(values)
    if tx.connection.execute(seen).rowcount != 1:
        raise Overtaken


def forget(tx: Tx, before: datetime) -> int:
    """What ended before then goes, with where she was; returns how many it were."""
    return tx.execute(_forget, {"before": before}).rowcount


def _sealed(tx: Tx, outing_id: str, body: Json) -> bytes:
    return tx.vault.seal_json(body, table="outings", column="body", row=outing_id)
