"""By when each family hears from the team, and what was said of it: all of it stands in SQL.

A promise is a day of a case. What the team was reminded of stands beside it and goes with the
next promise. Where the day came and nobody wrote, each follower is owed a word, until she has
heard it or a letter has gone out instead. So neither a restart nor a day without power says
anything twice, or forgets it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update

from storage import cases as case_rows
from storage import people as person_rows
from storage.errors import SealBroken
from storage.records import Case, Person, Stage
from storage.statements import word
from storage.store import Tx
from storage.tables import cases, followers, people

_DAMAGED = 10  # so many times as many are looked for, in case that some cannot be opened
ONE_DAY = "one-day"
TWO_DAYS = "two-days"
_said = cases.c.promise_said
_open = cases.c.stage.not_in([word(Stage.CLOSED.value), word(Stage.MERGED.value)])
_due = (
    select(cases.c.id)
    .where(_open, cases.c.promise_on <= bindparam("day"))
    .order_by(cases.c.promise_on, cases.c.id)
    .limit(bindparam("most"))
)
_near = (
    select(cases.c.id)
    .where(
        _open,
        or_(
            and_(cases.c.promise_on == bindparam("in_two"), _said.is_(None)),
            and_(
                cases.c.promise_on == bindparam("tomorrow"),
                or_(_said.is_(None), _said != word(ONE_DAY)),
            ),
        ),
    )
    .order_by(cases.c.promise_on, cases.c.id)
    .limit(bindparam("most"))
)
_remind = update(cases).where(cases.c.id == bindparam("case")).values(promise_said=bindparam("how"))
_owe = (
    update(followers)
    .where(followers.c.case_id == bindparam("case"), followers.c.person_id == bindparam("person"))
    .values(owed_at=bindparam("at"))
)
_forgive = (
    update(followers)
    .where(followers.c.case_id == bindparam("case"), followers.c.owed_at.is_not(None))
    .values(owed_at=None)
)
_owed_to = (
    select(followers.c.person_id, people.c.told_on)
    .join(people, people.c.id == followers.c.person_id)
    .where(followers.c.owed_at <= bindparam("now"), people.c.reachable)
    .distinct()
    .order_by(followers.c.person_id)
    .limit(bindparam("most"))
)
_owed_about = (
    select(followers.c.case_id, cases.c.code, cases.c.promise_on, _open.label("open"))
    .join(cases, cases.c.id == followers.c.case_id)
    .where(followers.c.person_id == bindparam("person"), followers.c.owed_at.is_not(None))
    .order_by(cases.c.made_at, cases.c.id)
)
_later = (
    update(followers)
    .where(followers.c.person_id == bindparam("person"), followers.c.owed_at.is_not(None))
    .values(owed_at=bindparam("at"))
)
_told = (
    update(followers)
    .where(followers.c.person_id == bindparam("person"), followers.c.owed_at.is_not(None))
    .values(owed_at=None)
)
_told_on = update(people).where(people.c.id == bindparam("person")).values(told_on=bindparam("day"))


@dataclass(frozen=True, slots=True)
class Owed:
    """A word about one case.

    Attributes:
        promise_on: By when she hears next.
    """

    case_id: str
    code: str
    promise_on: date


def due(tx: Tx, day: date, limit: int) -> Sequence[Case]:
    """Open cases whose family must hear by *day*, the longest overdue first; nobody else changes them."""
    return _cases(tx, _due, {"day": day, "most": limit * _DAMAGED}, limit)


def near(tx: Tx, today: date, limit: int) -> Sequence[Case]:
    """Open cases whose day is tomorrow or the day after, and whose team does not know yet."""
    one = timedelta(days=1)
    values = {"in_two": today + 2 * one, "tomorrow": today + one, "most": limit * _DAMAGED}
    return _cases(tx, _near, values, limit)


def _cases(tx: Tx, question: Any, values: dict[str, Any], limit: int) -> list[Case]:
    found: list[Case] = []
    for case_id in list(tx.execute(question, values).scalars()):
        try:
            case = case_rows.by_id(tx, case_id)
        except SealBroken:
            continue  # damaged on the disk: it must not hold up the promises to everybody else
        if case is not None:
            found.append(case)
        if len(found) == limit:
            break
    return found


def reminded(tx: Tx, case_id: str, how: str) -> None:
    """The team knows of the promise as it stands: `TWO_DAYS` or `ONE_DAY`."""
    tx.execute(_remind, {"case": case_id, "how": how})


def owe(tx: Tx, case_id: str, person_id: str, at: datetime) -> None:
    """She is to hear that there is nothing new, not before *at*."""
    tx.execute(_owe, {"case": case_id, "person": person_id, "at": at})


def forgive(tx: Tx, case_id: str) -> None:
    """A letter goes to all who follow the case: that nothing is new would be wrong now."""
    tx.execute(_forgive, {"case": case_id})


def owed_to(tx: Tx, now: datetime, limit: int) -> Sequence[tuple[Person, date | None]]:
    """Some who are to hear by now, and on which day of theirs each was last told so."""
    rows = tx.execute(_owed_to, {"now": now, "most": limit}).all()
    return [(person_rows.by_id(tx, row.person_id), row.told_on) for row in rows]


def owed_about(tx: Tx, person_id: str) -> Sequence[Owed]:
    """Of which open cases she is to hear, the oldest first; nothing of them is opened."""
    rows = tx.execute(_owed_about, {"person": person_id}).all()
    return [Owed(row.case_id, row.code, row.promise_on) for row in rows if row.open]


def put_off(tx: Tx, person_id: str, at: datetime) -> None:
    """She hears what is owed to her then."""
    tx.execute(_later, {"person": person_id, "at": at})


def told(tx: Tx, person_id: str, day: date | None) -> None:
    """Nothing is owed to her any more.

    Args:
        day: Where she is; None: no word went to her.
    """
    tx.execute(_told, {"person": person_id})
    if day is not None:
        tx.execute(_told_on, {"person": person_id, "day": day})
