"""How those on the team are, asked once a month. An answer is for one reader, and goes after a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.ids import new_id
from storage.records import Json, Role
from storage.statements import word
from storage.store import Tx
from storage.tables import people, wellbeing

_this = wellbeing.c.id == bindparam("row")
_add = wellbeing.insert()
_find = select(wellbeing).where(_this)
_latest = (
    select(func.max(wellbeing.c.asked_at))
    .where(wellbeing.c.person_id == people.c.id)
    .correlate(people)
    .scalar_subquery()
)
_due = (
    select(people.c.id)
    .where(
        people.c.role.in_([word(Role.VOLUNTEER.value), word(Role.COORDINATOR.value)]),
        people.c.reachable,
        func.coalesce(people.c.role_at, people.c.joined_at) <= bindparam("before"),
        func.coalesce(_latest, bindparam("long_ago", type_=wellbeing.c.asked_at.type)) <= bindparam("before"),
    )
    .order_by(people.c.id)
    .with_for_update(of=people, key_share=True)
)
_answer = (
    update(wellbeing)
    .where(_this, wellbeing.c.person_id == bindparam("person"), wellbeing.c.body.is_(None))
    .values(reader_id=bindparam("reader"), erase_at=bindparam("until"), body=bindparam("sealed"))
)
_purge = delete(wellbeing).where(wellbeing.c.erase_at.is_not(None), wellbeing.c.erase_at <= bindparam("now"))
_of = delete(wellbeing).where(
    (wellbeing.c.person_id == bindparam("person")) | (wellbeing.c.reader_id == bindparam("person"))
)
_LONG_AGO = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody was asked, and what she answered.

    Attributes:
        reader_id: Who alone may read the answer.
        body: `how`: a word of `handlers.rules.caring.How`, or None where she said it in words alone;
            `text`: her own words. None: no answer.
    """

    id: str
    person_id: str
    asked_at: datetime
    reader_id: str | None
    body: Json | None = field(repr=False)


def due(tx: Tx, before: datetime) -> Sequence[str]:
    """Ids of those of the team who were not asked since *before*, and were there by then."""
    return list(tx.execute(_due, {"before": before, "long_ago": _LONG_AGO}).scalars())


def ask(tx: Tx, person_id: str, now: datetime) -> str:
    """She is asked now; returns the id of the question."""
    new = new_id(now)
    tx.execute(
        _add,
        {
            "id": new,
            "person_id": person_id,
            "asked_at": now,
            "reader_id": None,
            "erase_at": None,
            "body": None,
        },
    )
    return new


def reader_of(tx: Tx, asked_id: str) -> tuple[str, str | None] | None:
    """Who was asked, and who may read what she answered; opens nothing."""
    row = tx.execute(_find, {"row": asked_id}).first()
    return None if row is None else (row.person_id, row.reader_id)


def find(tx: Tx, asked_id: str) -> Asked | None:
    """The question with this id, and its answer."""
    row = tx.execute(_find, {"row": asked_id}).first()
    return None if row is None else _asked(tx, row)


def answer(tx: Tx, asked_id: str, person_id: str, reader_id: str, body: Json, until: datetime) -> bool:
    """Keep what she answers, for this reader, until then. False where she has answered before."""
    sealed = tx.vault.seal_json(body, table="wellbeing", column="body", row=asked_id)
    values = {"row": asked_id, "person": person_id, "reader": reader_id, "until": until, "sealed": sealed}
    return tx.execute(_answer, values).rowcount == 1


def purge(tx: Tx, now: datetime) -> int:
    """Answers whose time is over go; returns how many."""
    return tx.execute(_purge, {"now": now}).rowcount


def forget(tx: Tx, person_id: str) -> None:
    """She is not on the team any more: what she answered goes, and what was for her to read."""
    tx.execute(_of, {"person": person_id})


def _asked(tx: Tx, row: Any) -> Asked:
    body = (
        None
        if row.body is None
        else tx.vault.open_json(row.body, table="wellbeing", column="body", row=row.id)
    )
    return Asked(row.id, row.person_id, row.asked_at, row.reader_id, body)
