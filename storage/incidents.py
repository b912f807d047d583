"""Incidents: one event, many people, such as nineteen taken at a gathering. Cases are put under them.

What a coordinator called it is sealed; which cases are under it stands readable, so that none need be opened.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.errors import SealBroken
from storage.ids import new_id
from storage.records import Stage
from storage.seeking import Brief
from storage.statements import insert_new
from storage.store import Tx
from storage.tables import cases, incident_cases, incidents


@dataclass(frozen=True, slots=True)
class Incident:
    """One event.

    Attributes:
        made_at: When it was named here.
    """

    id: str
    made_at: datetime
    name: str = field(repr=False)


_this = incidents.c.id == bindparam("incident")
_under = incident_cases.c.incident_id == bindparam("incident")
_add = incidents.insert()
_find = select(incidents).where(_this)
_every = (
    select(incidents)
    .where(incidents.c.id < bindparam("before"))
    .order_by(incidents.c.id.desc())
    .limit(bindparam("most"))
)
_rename = update(incidents).where(_this).values(body=bindparam("sealed"))
_remove = delete(incidents).where(
    _this, ~select(incident_cases.c.case_id).where(incident_cases.c.incident_id == incidents.c.id).exists()
)
_put = insert_new(incident_cases, ["incident_id", "case_id", "at"])
_take_out = delete(incident_cases).where(_under, incident_cases.c.case_id == bindparam("case"))
_of_case = (
    select(incidents)
    .join(incident_cases, incident_cases.c.incident_id == incidents.c.id)
    .where(incident_cases.c.case_id == bindparam("case"))
    .order_by(incidents.c.id)
)
_case_ids = select(incident_cases.c.case_id).where(_under)
_count = select(func.count()).select_from(incident_cases).where(_under)
_briefs = (
    select(cases.c.id, cases.c.code, cases.c.stage, cases.c.made_at)
    .join(incident_cases, incident_cases.c.case_id == cases.c.id)
    .where(_under, cases.c.id > bindparam("after"))
    .order_by(cases.c.id)
    .limit(bindparam("most"))
)
_erase_of_case = delete(incident_cases).where(incident_cases.c.case_id == bindparam("case"))
_LAST = "g"  # sorts after every id


def _opened(tx: Tx, rows: Iterable[Any]) -> list[Incident]:
    """As they are called; one that is damaged on the disk is left out, and hides no case and no other."""
    found = []
    for row in rows:
        with suppress(SealBroken):
            body = tx.vault.open_json(row.body, table="incidents", column="body", row=row.id)
            found.append(Incident(row.id, row.made_at, body["name"]))
    return found


def begin(tx: Tx, author_id: str, name: str, now: datetime) -> str:
    """There was an incident; returns its id.

    Args:
        name: In the team's words, without names of people.
    """
    incident_id = new_id(now)
    sealed = tx.vault.seal_json({"name": name}, table="incidents", column="body", row=incident_id)
    tx.execute(_add, {"id": incident_id, "author_id": author_id, "made_at": now, "body": sealed})
    return incident_id


def find(tx: Tx, incident_id: str) -> Incident | None:
    """The incident with this id; None where it is damaged, too."""
    return next(iter(_opened(tx, tx.execute(_find, {"incident": incident_id}))), None)


def every(tx: Tx, limit: int, before_id: str | None = None) -> Sequence[Incident]:
    """Up to *limit*, the latest first, from before the one with *before_id* on."""
    return _opened(tx, tx.execute(_every, {"before": before_id or _LAST, "most": limit}))


def rename(tx: Tx, incident_id: str, name: str) -> None:
    """It is called so from now on."""
    sealed = tx.vault.seal_json({"name": name}, table="incidents", column="body", row=incident_id)
    tx.execute(_rename, {"incident": incident_id, "sealed": sealed})


def remove(tx: Tx, incident_id: str) -> bool:
    """It is gone, where no case is under it; False where one is, or there was none."""
    return tx.execute(_remove, {"incident": incident_id}).rowcount > 0


def put(tx: Tx, incident_id: str, case_id: str, now: datetime) -> bool:
    """The case is under it from now on; False where it was already."""
    values = {"incident_id": incident_id, "case_id": case_id, "at": now}
    return tx.execute(_put(tx), [values]).rowcount > 0


def take_out(tx: Tx, incident_id: str, case_id: str) -> bool:
    """The case is under it no more; False where it was not."""
    return tx.execute(_take_out, {"incident": incident_id, "case": case_id}).rowcount > 0


def of_case(tx: Tx, case_id: str) -> Sequence[Incident]:
    """What this case is under, the first named first."""
    return _opened(tx, tx.execute(_of_case, {"case": case_id}))


def case_ids(tx: Tx, incident_id: str) -> frozenset[str]:
    """Ids of all cases under it."""
    return frozenset(str(one) for one in tx.execute(_case_ids, {"incident": incident_id}).scalars())


def count(tx: Tx, incident_id: str) -> int:
    """How many cases are under it."""
    return int(tx.execute(_count, {"incident": incident_id}).scalar_one())


def briefs(tx: Tx, incident_id: str, after_id: str, limit: int) -> Sequence[Brief]:
    """Up to *limit* of its cases with ids after *after_id*, the first reported first; opens none."""
    rows = tx.execute(_briefs, {"incident": incident_id, "after": after_id, "most": limit})
    return [Brief(row.id, row.code, Stage(row.stage), row.made_at) for row in rows]


def joined(tx: Tx, case_id: str, into_id: str, now: datetime) -> None:
    """Two reports are of one person: what the one is under, the other is under, too."""
    for one in of_case(tx, case_id):
        put(tx, one.id, into_id, now)


def erase_of_case(tx: Tx, case_id: str) -> None:
    """It is under nothing any more."""
    tx.execute(_erase_of_case, {"case": case_id})
