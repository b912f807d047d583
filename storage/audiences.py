"""Audiences that were kept under a name, and what people answered to a broadcast."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from storage.ids import new_id
from storage.records import Json
from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import answers, audiences, people


@dataclass(frozen=True, slots=True)
class Kept:
    """An audience that somebody kept."""

    id: str
    name: str = field(repr=False)
    audience: Json = field(repr=False)


_add = audiences.insert()
_this = audiences.c.id == bindparam("which")
_find = select(audiences).where(_this)
_every = select(audiences).order_by(audiences.c.id.desc()).limit(bindparam("most"))
_forget = delete(audiences).where(_this)
_answer = insert_or_replace(answers, ("broadcast_id", "person_id"), ["answer", "at", "shown_at"])
_about = answers.c.broadcast_id == bindparam("broadcast")
_tally = select(answers.c.answer, func.count().label("many")).where(_about).group_by(answers.c.answer)
_given = (
    select(answers.c.person_id, answers.c.answer, answers.c.at, people.c.role)
    .join(people, people.c.id == answers.c.person_id)
    .where(_about)
    .order_by(answers.c.at.desc(), answers.c.person_id)
    .limit(bindparam("most"))
)
_unshown = select(answers.c.broadcast_id).where(answers.c.shown_at.is_(None)).distinct()
_showing = update(answers).where(_about, answers.c.shown_at.is_(None)).values(shown_at=bindparam("now"))
_forget_person = delete(answers).where(answers.c.person_id == bindparam("person"))


def keep(tx: Tx, author_id: str, name: str, audience: Json, now: datetime) -> str:
    """Keep an audience; returns its id."""
    kept_id, body = new_id(now), {"name": name, "audience": audience}
    sealed = tx.vault.seal_json(body, table="audiences", column="body", row=kept_id)
    tx.execute(_add, {"id": kept_id, "author_id": author_id, "made_at": now, "body": sealed})
    return kept_id


def _kept(tx: Tx, row: object) -> Kept:
    body = tx.vault.open_json(row.body, table="audiences", column="body", row=row.id)  # type: ignore[attr-defined]
    return Kept(row.id, body["name"], body["audience"])  # type: ignore[attr-defined]


def find(tx: Tx, kept_id: str) -> Kept | None:
    """The kept audience with this id."""
    row = tx.execute(_find, {"which": kept_id}).first()
    return None if row is None else _kept(tx, row)


def every(tx: Tx, limit: int) -> Sequence[Kept]:
    """Those that were kept, the latest first."""
    return [_kept(tx, row) for row in tx.execute(_every, {"most": limit})]


def forget(tx: Tx, kept_id: str) -> bool:
    """It is kept no more; False where it was not."""
    return tx.execute(_forget, {"which": kept_id}).rowcount > 0


def answer(tx: Tx, broadcast_id: str, person_id: str, said: str, now: datetime) -> None:
    """She answers; what she answered before counts no more."""
    values = {"broadcast_id": broadcast_id, "person_id": person_id, "answer": said, "at": now}
    tx.execute(_answer(tx), {**values, "shown_at": None})


def unshown(tx: Tx) -> Sequence[str]:
    """Ids of the broadcasts to which somebody answered since their cards were shown."""
    return [str(one) for one in tx.execute(_unshown).scalars()]


def showing(tx: Tx, broadcast_id: str, now: datetime) -> None:
    """Its card counts what was answered up to now; to be asked before `tally`, so that none is left out."""
    tx.execute(_showing, {"broadcast": broadcast_id, "now": now})


def tally(tx: Tx, broadcast_id: str) -> dict[str, int]:
    """How many gave each answer."""
    return {str(row.answer): int(row.many) for row in tx.execute(_tally, {"broadcast": broadcast_id})}


def given(tx: Tx, broadcast_id: str, limit: int) -> Sequence[tuple[str, str, datetime]]:
    """Who answered what and when, the latest first."""
    rows = tx.execute(_given, {"broadcast": broadcast_id, "most": limit})
    return [(row.person_id, row.answer, row.at) for row in rows]


def forget_person(tx: Tx, person_id: str) -> int:
    """What this person answered is forgotten; returns how much it was."""
    return tx.execute(_forget_person, {"person": person_id}).rowcount
