"""Who has how much in hand, what is overdue, what nobody has said yes to: questions that open no body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, or_, select

from storage.records import EntryKind, Stage
from storage.statements import word
from storage.store import Tx
from storage.tables import assignments, cases, entries, pings, tasks

_RESTS = [word(Stage.CLOSED.value), word(Stage.MERGED.value)]
_goes_on = or_(tasks.c.case_id.is_(None), cases.c.stage.not_in(_RESTS))
_past = tasks.c.due_at < bindparam("now")
_open_tasks = tasks.outerjoin(cases, cases.c.id == tasks.c.case_id)
_is_open = tasks.c.state == word("open")
_asking = assignments.c.state == word("asking")
_held = assignments.c.state == word("held")

_tasks_of = (
    select(tasks.c.holder_id, func.count(), func.sum(case((_past, 1), else_=0)))
    .select_from(_open_tasks)
    .where(_is_open, tasks.c.holder_id.is_not(None), _goes_on)
    .group_by(tasks.c.holder_id)
)
_cases_of = (
    select(assignments.c.holder_id, func.count(assignments.c.case_id.distinct()))
    .where(_held)
    .group_by(assignments.c.holder_id)
)
# The second condition is the one of the index: without it SQLite does not see that it may use it.
_asked_of = (
    select(pings.c.person_id, func.count())
    .where(pings.c.state == word("asked"), pings.c.state.in_([word("asked"), word("later"), word("in-line")]))
    .group_by(pings.c.person_id)
)
_count_overdue = select(func.count()).select_from(_open_tasks).where(_is_open, _past, _goes_on)
_overdue = (
    select(tasks.c.id, tasks.c.holder_id, tasks.c.due_at, cases.c.code)
    .select_from(_open_tasks)
    .where(_is_open, _past, _goes_on)
    .order_by(tasks.c.due_at, tasks.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_roles = assignments.join(cases, cases.c.id == assignments.c.case_id)
_role = (assignments.c.id, assignments.c.case_id, assignments.c.skill, assignments.c.changed_at, cases.c.code)
_count_unanswered = select(func.count()).select_from(assignments).where(_asking)
_unanswered = (
    select(*_role)
    .select_from(_roles)
    .where(_asking)
    .order_by(assignments.c.changed_at, assignments.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_in_hand = (
    select(*_role)
    .select_from(_roles)
    .where(_held, assignments.c.holder_id == bindparam("person"))
    .order_by(assignments.c.changed_at, assignments.c.id)
)
_new_cases = select(func.count()).where(
    cases.c.made_at >= bindparam("begin"), cases.c.made_at < bindparam("end")
)
_written = (
    select(entries.c.kind, func.count())
    .where(
        entries.c.kind.in_([word(EntryKind.UPDATE.value), word(EntryKind.NOTHING_NEW.value)]),
        entries.c.case_id.is_not(None),
        entries.c.at >= bindparam("begin"),
        entries.c.at < bindparam("end"),
    )
    .group_by(entries.c.kind)
)


@dataclass(frozen=True, slots=True)
class Overdue:
    """An open task whose time is past.

    Attributes:
        code: Of its case; None where it is about none.
    """

    task_id: str
    code: str | None
    holder_id: str | None
    due_at: datetime


@dataclass(frozen=True, slots=True)
class RoleOn:
    """A role on a case, held or asked for.

    Attributes:
        since: When it was taken, or since when others are looked for.
    """

    assignment_id: str
    case_id: str
    code: str
    skill: str
    since: datetime


def tasks_of(tx: Tx, now: datetime) -> Mapping[str, tuple[int, int]]:
    """How many open tasks each has, and how many of them are overdue; who has none is not there."""
    return {str(who): (int(all_), int(past)) for who, all_, past in tx.execute(_tasks_of, {"now": now})}


def cases_of(tx: Tx) -> Mapping[str, int]:
    """On how many cases each has a role in hand; who has none is not there."""
    return {str(who): int(count) for who, count in tx.execute(_cases_of)}


def asked_of(tx: Tx) -> Mapping[str, int]:
    """How many questions wait for each one's answer; whom none waits for is not there."""
    return {str(who): int(count) for who, count in tx.execute(_asked_of)}


def count_overdue(tx: Tx, now: datetime) -> int:
    """How many open tasks are past their time; on a closed case none is."""
    return int(tx.execute(_count_overdue, {"now": now}).scalar_one())


def overdue(tx: Tx, now: datetime, limit: int, skipped: int = 0) -> Sequence[Overdue]:
    """Which these are, the longest overdue first."""
    rows = tx.execute(_overdue, {"now": now, "most": limit, "skipped": skipped})
    return [Overdue(row.id, row.code, row.holder_id, row.due_at) for row in rows]


def count_unanswered(tx: Tx) -> int:
    """For how many roles somebody is looked for."""
    return int(tx.execute(_count_unanswered).scalar_one())


def unanswered(tx: Tx, limit: int, skipped: int = 0) -> Sequence[RoleOn]:
    """Which these are, the longest looked for first."""
    return [_role_on(row) for row in tx.execute(_unanswered, {"most": limit, "skipped": skipped})]


def in_hand(tx: Tx, person_id: str) -> Sequence[RoleOn]:
    """Which roles she has, the longest held first."""
    return [_role_on(row) for row in tx.execute(_in_hand, {"person": person_id})]


def new_cases(tx: Tx, begin: datetime, end: datetime) -> int:
    """How many cases were opened from *begin* on, before *end*."""
    return int(tx.execute(_new_cases, {"begin": begin, "end": end}).scalar_one())


def written(tx: Tx, begin: datetime, end: datetime) -> tuple[int, int]:
    """How many letters to families were written then, and on how many promised days there was nothing new."""
    count = {str(kind): int(many) for kind, many in tx.execute(_written, {"begin": begin, "end": end})}
    return count.get(EntryKind.UPDATE, 0), count.get(EntryKind.NOTHING_NEW, 0)


def _role_on(row: Any) -> RoleOn:
    return RoleOn(row.id, row.case_id, row.code, row.skill, row.changed_at)
