"""What needs somebody, from indices alone: a row of a case has a sealed body, and none of them is read here.

Each question has an end: whoever asks says how many at most, and the longest waiting come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, literal, or_, select, text

from storage.case_tables import TIMED
from storage.records import Stage, Urgency
from storage.standing import Need
from storage.statements import word
from storage.store import Tx
from storage.tables import cases, matters, tasks


@dataclass(frozen=True, slots=True)
class _Question:
    """Of all cases; and of those that somebody owns."""

    of_all: Any
    of_owner: Any


_open = cases.c.stage.not_in([word(Stage.CLOSED.value), word(Stage.MERGED.value)])
_shown = (cases.c.id, cases.c.code, cases.c.owner_id)
_most: BindParameter[int] = bindparam("most")


def _either(question: Any) -> _Question:
    return _Question(question, question.where(cases.c.owner_id == bindparam("owner")))


def _about_case(at: Any, *where: Any) -> _Question:
    return _either(select(*_shown, at.label("at")).where(*where).order_by(at, cases.c.id).limit(_most))


def _about_matter(at: Any, *where: Any, by_kind: bool) -> _Question:
    # In the order of the index that answers it, so that nothing is sorted.
    order = (at, matters.c.kind, matters.c.case_id) if by_kind else (at, matters.c.case_id)
    found = select(*_shown, at.label("at"), matters.c.kind).join(cases, cases.c.id == matters.c.case_id)
    return _either(found.where(*where, _open).order_by(*order).limit(_most))


def _urgent_as(urgency: Urgency) -> _Question:
    asked = (cases.c.urgency != word("calm"), cases.c.urgency == word(urgency.value))
    return _about_case(cases.c.made_at, _open, *asked)


# Closed or not: who writes to us waits for an answer.
_waiting = _about_case(cases.c.waiting_since, cases.c.waiting_since.is_not(None))
_now, _soon = _urgent_as(Urgency.NOW), _urgent_as(Urgency.SOON)
_promised = _about_case(cases.c.promise_on, _open, cases.c.promise_on <= bindparam("day"))
_unowned = _about_case(cases.c.made_at, _open, cases.c.owner_id.is_(None))
_every = _about_case(cases.c.promise_on, _open)
_every_after = _about_case(
    cases.c.promise_on,
    _open,
    cases.c.promise_on >= bindparam("from_day"),
    or_(
        cases.c.promise_on > bindparam("day"),
        and_(cases.c.promise_on == bindparam("day"), cases.c.id > bindparam("case")),
    ),
)
_is_open = matters.c.state == word("open")
_contradicting = _about_matter(
    matters.c.changed_at, _is_open, matters.c.said == word("contradicts"), by_kind=False
)
_news = _about_matter(matters.c.at, _is_open, matters.c.kind == word("news"), by_kind=False)
# The clock looks at the UN's urgent way long before there is anything to do: there, what it has said counts.
_due = _about_matter(
    matters.c.watch_at,
    text(TIMED),
    matters.c.kind != word("submission"),
    matters.c.watch_at.is_not(None),
    matters.c.watch_at <= bindparam("until"),
    by_kind=True,
)
# Both tables have a `state`, so the columns are named.
_queued = text("tasks.state = 'open' AND tasks.case_id IS NOT NULL AND tasks.due_at IS NOT NULL")
_tasks = _either(
    select(*_shown, tasks.c.due_at.label("at"), literal("task").label("kind"))
    .join(cases, cases.c.id == tasks.c.case_id)
    .where(_queued, tasks.c.due_at <= bindparam("until"), _open)
    .order_by(tasks.c.due_at, tasks.c.case_id)
    .limit(_most)
)
_told = _about_matter(matters.c.changed_at, text(TIMED), matters.c.said.is_not(None), by_kind=True)
_count_open = select(func.count()).select_from(select(cases.c.id).where(_open).limit(_most).subquery())


def waiting(tx: Tx, most: int, owner: str | None = None) -> Sequence[Need]:
    """Families that wrote and were not answered; closed or not."""
    return _asked(tx, _waiting, most, owner)


def urgent(tx: Tx, urgency: Urgency, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases that must not wait, the oldest first."""
    return _asked(tx, _now if urgency is Urgency.NOW else _soon, most, owner)


def promised(tx: Tx, day: date, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases whose family must hear by *day*, the longest overdue first."""
    return _asked(tx, _promised, most, owner, day=day)


def unowned(tx: Tx, most: int) -> Sequence[Need]:
    """Open cases that nobody has taken, the oldest first."""
    return _asked(tx, _unowned, most, None)


def contradicting(tx: Tx, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases on which claims stand that cannot both be true."""
    return _asked(tx, _contradicting, most, owner)


def news(tx: Tx, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases whose family has not been told grave news yet."""
    return _asked(tx, _news, most, owner)


def due(tx: Tx, until: datetime, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases with a term, a fine or a reply whose time comes until then."""
    return _asked(tx, _due, most, owner, until=until)


def tasks_due(tx: Tx, until: datetime, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases with an open task that is due by then."""
    return _asked(tx, _tasks, most, owner, until=until)


def told(tx: Tx, most: int, owner: str | None = None) -> Sequence[Need]:
    """Open cases with a term, a fine or a reply of which the machine has said something."""
    return _asked(tx, _told, most, owner)


def every(
    tx: Tx, most: int, owner: str | None = None, *, after: tuple[date, str] | None = None
) -> Sequence[Need]:
    """Open cases, by the day by which their families must hear.

    Args:
        after: Day and case with which an earlier answer ended.
    """
    if after is None:
        return _asked(tx, _every, most, owner)
    day, case = after
    return _asked(tx, _every_after, most, owner, day=day, from_day=day, case=case)


def count_open(tx: Tx, most: int) -> int:
    """How many cases are open, counted up to *most*."""
    count: int = tx.execute(_count_open, {"most": most}).scalar_one()
    return count


def _asked(tx: Tx, question: _Question, most: int, owner: str | None, **values: Any) -> Sequence[Need]:
    if owner is None:
        rows = tx.execute(question.of_all, {"most": most, **values})
    else:
        rows = tx.execute(question.of_owner, {"most": most, "owner": owner, **values})
    return [Need(row.id, row.code, row.owner_id, row.at, getattr(row, "kind", "")) for row in rows]
