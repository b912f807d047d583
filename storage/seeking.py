"""What somebody who searches may be told of a case, and what the index of names reads: cases in numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, or_, select

from storage.errors import SealBroken
from storage.records import Json, Stage
from storage.store import Tx
from storage.tables import cases


@dataclass(frozen=True, slots=True)
class Brief:
    """What may be said of a case to somebody who searches: nothing that names anybody."""

    id: str
    code: str
    stage: Stage
    made_at: datetime


READ_AT_ONCE = 200
"""Cases whose bodies are read together."""

_this = cases.c.id == bindparam("case")
_LONGEST_CODE = 8
_told_of = select(cases.c.id, cases.c.code, cases.c.stage, cases.c.made_at).where(_this)
_id_by_code = select(cases.c.id).where(cases.c.code == bindparam("wanted"))
_changed_from = (
    select(cases.c.id, cases.c.version, cases.c.updated_at)
    .where(
        cases.c.updated_at >= bindparam("since"),
        or_(cases.c.updated_at > bindparam("from_then"), cases.c.id > bindparam("after_id")),
    )
    .order_by(cases.c.updated_at, cases.c.id)
    .limit(bindparam("most"))
)
_bodies = select(cases.c.id, cases.c.version, cases.c.body).where(
    cases.c.id.in_([bindparam(f"id_{n}") for n in range(READ_AT_ONCE)])
)
_ids = select(cases.c.id)


def brief(tx: Tx, case_id: str) -> Brief | None:
    """What may be said of a case without opening it."""
    row = tx.execute(_told_of, {"case": case_id}).first()
    return None if row is None else Brief(row.id, row.code, Stage(row.stage), row.made_at)


def id_by_code(tx: Tx, code: str) -> str | None:
    """Which case has this public code; opens nothing."""
    if not code.isascii() or len(code) > _LONGEST_CODE:
        return None
    row = tx.execute(_id_by_code, {"wanted": code}).first()
    return None if row is None else str(row.id)


def changed_from(tx: Tx, since: datetime, after_id: str, limit: int) -> Sequence[tuple[str, int, datetime]]:
    """Ids and versions of cases by the time of their last change; opens none.

    Args:
        since: Those of just then with an id after *after_id*, and all that were changed later.
    """
    values = {"since": since, "from_then": since, "after_id": after_id, "most": limit}
    return [(row.id, row.version, row.updated_at) for row in tx.execute(_changed_from, values)]


def bodies(tx: Tx, case_ids: Sequence[str]) -> Iterator[tuple[str, int, Json]]:
    """Ids, versions and what was told of up to `READ_AT_ONCE` cases; one that does not open is left out."""
    if not case_ids:
        return
    padded = [*case_ids, *[""] * (READ_AT_ONCE - len(case_ids))]
    for row in tx.execute(_bodies, {f"id_{n}": one for n, one in enumerate(padded)}):
        try:
            body = tx.vault.of(row.id).open_json(row.body, table="cases", column="body", row=row.id)
        except SealBroken:
            continue
        yield row.id, row.version, body


def all_ids(tx: Tx) -> set[str]:
    """Of every case that there is; from the primary key alone."""
    return set(tx.execute(_ids).scalars())
