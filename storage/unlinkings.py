"""Who followed which case until she unlinked her account in an emergency.

A case that lost its follower so stays as it is. Somebody of the team links her to it again
when she comes back and it is certain who she is.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.records import Unlinking
from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import cases, unlinkings

_waits = unlinkings.c.relinked_at.is_(None)
_whose = unlinkings.c.person_id == bindparam("person")
_note = insert_or_replace(unlinkings, ("case_id", "person_id"), ["at", "relinked_to", "relinked_at"])
_found = select(unlinkings.c.case_id, cases.c.code, unlinkings.c.person_id, unlinkings.c.at).join(
    cases, cases.c.id == unlinkings.c.case_id
)
_waiting = (
    _found.where(_waits)
    .order_by(unlinkings.c.at.desc(), cases.c.code)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_of_case = _found.where(_waits, unlinkings.c.case_id == bindparam("case")).order_by(unlinkings.c.at)
_of_person = _found.where(_waits, _whose).order_by(cases.c.code)
_relinked = (
    update(unlinkings)
    .where(_waits, _whose, unlinkings.c.case_id == bindparam("case"))
    .values(relinked_to=bindparam("to"), relinked_at=bindparam("when"))
)


def _unlinking(row: Any) -> Unlinking:
    return Unlinking(row.case_id, row.code, row.person_id, row.at)


def note(tx: Tx, case_id: str, person_id: str, now: datetime) -> None:
    """She followed this case until now."""
    values = {"case_id": case_id, "person_id": person_id, "at": now, "relinked_to": None, "relinked_at": None}
    tx.execute(_note(tx), values)


def waiting(tx: Tx, limit: int, offset: int = 0) -> Sequence[Unlinking]:
    """Cases that wait for somebody to be linked to them again, the latest first."""
    return [_unlinking(row) for row in tx.execute(_waiting, {"most": limit, "skipped": offset})]


def of_case(tx: Tx, case_id: str) -> Sequence[Unlinking]:
    """Who of this case's family is unlinked."""
    return [_unlinking(row) for row in tx.execute(_of_case, {"case": case_id})]


def of_person(tx: Tx, person_id: str) -> Sequence[Unlinking]:
    """The cases that this person followed and is not linked to again."""
    return [_unlinking(row) for row in tx.execute(_of_person, {"person": person_id})]


def relinked(tx: Tx, case_id: str, was: str, to: str, now: datetime) -> bool:
    """She follows again, as *to*. False where somebody was faster."""
    values = {"case": case_id, "person": was, "to": to, "when": now}
    return tx.execute(_relinked, values).rowcount == 1
