"""Roles on cases for which volunteers are looked for, and who was asked.

That exactly one has it is decided by one UPDATE, `take`, which holds only while nobody has it; so
two who press at one moment, in whichever processes, cannot both be told that it is theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.ids import new_id
from storage.records import Json
from storage.statements import insert_or_replace, word
from storage.store import Tx
from storage.tables import assignments, pings
from storage.team import Answer as Answer
from storage.team import Assignment as Assignment
from storage.team import Ping as Ping
from storage.team import State as State

_this = assignments.c.id == bindparam("assignment")
_asking = assignments.c.state == word(State.ASKING.value)
_held = assignments.c.state == word(State.HELD.value)
_open = assignments.c.state.in_([word(State.ASKING.value), word(State.HELD.value)])
_waiting = pings.c.state.in_([word(one.value) for one in (Answer.IN_LINE, Answer.ASKED, Answer.LATER)])
_add = assignments.insert()
_by_id = select(assignments).where(_this).with_for_update(key_share=True)
_standing = select(
    assignments.c.case_id, assignments.c.state, assignments.c.skill, assignments.c.holder_id
).where(_this)
_asked_of = select(pings).where(
    pings.c.assignment_id == bindparam("assignment"), pings.c.person_id == bindparam("person")
)
_of_case = select(assignments).where(assignments.c.case_id == bindparam("case")).order_by(assignments.c.id)
_count_of_case = (
    select(func.count()).select_from(assignments).where(assignments.c.case_id == bindparam("case"), _open)
)
_held_by = (
    select(assignments)
    .where(_held, assignments.c.holder_id == bindparam("person"))
    .order_by(assignments.c.id)
)
_take = (
    update(assignments)
    .where(_this, _asking)
    .values(
        state=word(State.HELD.value), holder_id=bindparam("person"), changed_at=bindparam("at"), next_at=None
    )
)
_give_back = (
    update(assignments)
    .where(_this, _held, assignments.c.holder_id == bindparam("person"))
    .values(
        state=word(State.ASKING.value),
        holder_id=None,
        changed_at=bindparam("at"),
        next_at=bindparam("at"),
    )
)
_begin_anew = update(assignments).where(_this, _asking).values(changed_at=bindparam("at"))
_end = (
    update(assignments)
    .where(_this, _open)
    .values(state=bindparam("ended"), holder_id=None, changed_at=bindparam("at"), next_at=None)
)
_look_at = update(assignments).where(_this).values(next_at=bindparam("then"))
_look_at_case = (
    update(assignments)
    .where(assignments.c.case_id == bindparam("case"), _open)
    .values(next_at=bindparam("then"))
)
_due = (
    select(assignments.c.id)
    .where(assignments.c.next_at.is_not(None), assignments.c.next_at <= bindparam("now"))
    .order_by(assignments.c.next_at, assignments.c.id)
    .limit(bindparam("most"))
    .with_for_update(key_share=True)
)
_asked = select(pings).where(pings.c.assignment_id == bindparam("assignment")).order_by(pings.c.place)
_keep_ping = insert_or_replace(
    pings, ("assignment_id", "person_id"), ["place", "state", "times", "at", "until", "reason"]
)
_void = (
    update(pings)
    .where(pings.c.assignment_id == bindparam("assignment"), _waiting)
    .values(state=word(Answer.VOID.value), at=bindparam("at"), until=None)
)
_waiting_for = (
    select(pings.c.assignment_id)
    .where(pings.c.person_id == bindparam("person"), _waiting)
    .order_by(pings.c.assignment_id)
)
_erase_pings = delete(pings).where(
    pings.c.assignment_id.in_(select(assignments.c.id).where(assignments.c.case_id == bindparam("case")))
)
_erase = delete(assignments).where(assignments.c.case_id == bindparam("case"))


def _assignment(tx: Tx, row: Any) -> Assignment:
    body = tx.vault.of(row.case_id).open_json(row.body, table="assignments", column="body", row=row.id)
    return Assignment(
        row.id,
        row.case_id,
        row.skill,
        State(row.state),
        row.urgent,
        row.asked_by,
        row.made_at,
        row.due_on,
        row.holder_id,
        row.changed_at,
        row.next_at,
        body,
    )


def _ping(row: Any) -> Ping:
    return Ping(
        row.assignment_id,
        row.person_id,
        row.place,
        Answer(row.state),
        row.times,
        row.at,
        row.until,
        row.reason,
    )


def add(
    tx: Tx,
    case_id: str,
    skill: str,
    body: Json,
    now: datetime,
    *,
    asked_by: str,
    due_on: date | None,
    urgent: bool,
) -> str:
    """Somebody is looked for; nobody is asked yet. Returns its id."""
    new = new_id(now)
    tx.execute(
        _add,
        {
            "id": new,
            "case_id": case_id,
            "skill": skill,
            "state": State.ASKING.value,
            "urgent": urgent,
            "asked_by": asked_by,
            "made_at": now,
            "due_on": due_on,
            "holder_id": None,
            "changed_at": now,
            "next_at": None,
            "body": tx.vault.of(case_id).seal_json(body, table="assignments", column="body", row=new),
        },
    )
    return new


def standing(
    tx: Tx, assignment_id: str, person_id: str
) -> tuple[str, State, str | None, Answer | None] | None:
    """Its case, its state, who has it, and where it stands with this person; opens nothing."""
    row = tx.execute(_standing, {"assignment": assignment_id}).first()
    if row is None:
        return None
    asked = tx.execute(_asked_of, {"assignment": assignment_id, "person": person_id}).first()
    return row.case_id, State(row.state), row.holder_id, None if asked is None else Answer(asked.state)


def by_id(tx: Tx, assignment_id: str) -> Assignment | None:
    """The one with this id; nobody else changes it before this transaction ends."""
    row = tx.execute(_by_id, {"assignment": assignment_id}).first()
    return None if row is None else _assignment(tx, row)


def of_case(tx: Tx, case_id: str) -> Sequence[Assignment]:
    """All of a case, over or not, the oldest first."""
    return [_assignment(tx, row) for row in tx.execute(_of_case, {"case": case_id})]


def count_open(tx: Tx, case_id: str) -> int:
    """How many of a case are not over; opens none."""
    return int(tx.execute(_count_of_case, {"case": case_id}).scalar_one())


def held_by(tx: Tx, person_id: str) -> Sequence[Assignment]:
    """What somebody has in hand, the oldest first."""
    return [_assignment(tx, row) for row in tx.execute(_held_by, {"person": person_id})]


def take(tx: Tx, assignment_id: str, person_id: str, now: datetime) -> bool:
    """It is hers from now on. False where another has it, or nobody is looked for any more."""
    return tx.execute(_take, {"assignment": assignment_id, "person": person_id, "at": now}).rowcount == 1


def give_back(tx: Tx, assignment_id: str, person_id: str, now: datetime) -> bool:
    """Whoever has it has it no more, and another is looked for at once. False where she did not have it."""
    return tx.execute(_give_back, {"assignment": assignment_id, "person": person_id, "at": now}).rowcount == 1


def begin_anew(tx: Tx, one: Assignment, now: datetime) -> Assignment:
    """Others are looked for from now on: whoever was asked before this does not count any more."""
    tx.execute(_begin_anew, {"assignment": one.id, "at": now})
    return replace(one, changed_at=now)


def end(tx: Tx, assignment_id: str, state: State, now: datetime) -> bool:
    """It is over: done, or not needed any more. False where it was."""
    return tx.execute(_end, {"assignment": assignment_id, "ended": state.value, "at": now}).rowcount == 1


def look_at(tx: Tx, assignment_id: str, then: datetime | None) -> None:
    """The machine looks at it then; None: it waits for a person."""
    tx.execute(_look_at, {"assignment": assignment_id, "then": then})


def look_at_case(tx: Tx, case_id: str, then: datetime) -> None:
    """The machine looks then at all of a case that are not over."""
    tx.execute(_look_at_case, {"case": case_id, "then": then})


def due(tx: Tx, now: datetime, limit: int) -> Sequence[str]:
    """Ids of those at which the machine must look by now, the longest due first; opens none."""
    return list(tx.execute(_due, {"now": now, "most": limit}).scalars())


def asked(tx: Tx, assignment_id: str) -> Sequence[Ping]:
    """Who was or will be asked, in order."""
    return [_ping(row) for row in tx.execute(_asked, {"assignment": assignment_id})]


def keep(tx: Tx, ones: Iterable[Ping]) -> None:
    """So it stands with these now."""
    for one in ones:
        tx.execute(
            _keep_ping(tx),
            {
                "assignment_id": one.assignment_id,
                "person_id": one.person_id,
                "place": one.place,
                "state": one.state.value,
                "times": one.times,
                "at": one.at,
                "until": one.until,
                "reason": one.reason,
            },
        )


def void(tx: Tx, assignment_id: str, now: datetime) -> None:
    """Whoever has not answered need not any more."""
    tx.execute(_void, {"assignment": assignment_id, "at": now})


def waiting_for(tx: Tx, person_id: str) -> Sequence[str]:
    """Ids of those for which this person is asked, or is to be asked."""
    return list(tx.execute(_waiting_for, {"person": person_id}).scalars())


def erase_of_case(tx: Tx, case_id: str) -> None:
    """The rows are gone."""
    tx.execute(_erase_pings, {"case": case_id})
    tx.execute(_erase, {"case": case_id})
