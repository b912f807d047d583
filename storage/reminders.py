"""When who is to hear which word about a task. What was said is deleted with the message that says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, select, update

from storage.records import Stage
from storage.statements import Among, insert_or_replace
from storage.store import Tx
from storage.tables import cases, nudges, reminders, tasks

TEAM = "team"
"""Stands in place of a person where coordinators are to hear of a task."""

_RESTS = (Stage.CLOSED.value, Stage.MERGED.value)
_due = reminders.c.due_at <= bindparam("now")
_whose = select(reminders.c.person_id).where(_due).order_by(reminders.c.due_at).limit(bindparam("most"))
_due_of = Among(
    lambda ids: (
        select(
            reminders.c.task_id,
            reminders.c.person_id,
            reminders.c.word,
            reminders.c.due_at,
            tasks.c.case_id,
            tasks.c.due_at.label("task_due"),
            tasks.c.holder_id,
            cases.c.code,
            cases.c.owner_id,
            cases.c.stage,
            tasks.c.state,
        )
        .join(tasks, tasks.c.id == reminders.c.task_id)
        .outerjoin(cases, cases.c.id == tasks.c.case_id)
        .where(reminders.c.person_id.in_(ids), _due)
        # In one order, so that two processes at once wait for each other and not in a circle.
        .order_by(reminders.c.person_id, reminders.c.task_id, reminders.c.word)
        # Another process that ticks at the same moment waits here, and then finds them said.
        .with_for_update(of=reminders)
    )
)
_keep = insert_or_replace(reminders, ("task_id", "person_id", "word"), ["due_at"])
_said = delete(reminders).where(
    reminders.c.task_id == bindparam("task"),
    reminders.c.person_id == bindparam("person"),
    reminders.c.word == bindparam("spoken"),
)
_put_off = (
    update(reminders)
    .where(reminders.c.person_id == bindparam("person"), _due)
    .values(due_at=bindparam("later"))
)
_void = delete(reminders).where(reminders.c.task_id == bindparam("task"))
_nudged = Among(lambda ids: select(nudges).where(nudges.c.person_id.in_(ids)))
_nudge = insert_or_replace(nudges, "person_id", ["day", "count"])


@dataclass(frozen=True, slots=True)
class Reminder:
    """One word that is due.

    Attributes:
        person_id: Who is to hear it, or `TEAM`.
        task_due: When the task itself is due.
        code: Of its case; None where it is about none.
        owner_id: Who has taken that case.
        at_rest: Whether our work on that case has ended.
        over: The task was done in the very moment in which something of it was planned.
    """

    task_id: str
    person_id: str
    word: str
    due_at: datetime
    task_due: datetime | None
    holder_id: str | None
    case_id: str | None
    code: str | None
    owner_id: str | None
    at_rest: bool
    over: bool


class Planned(NamedTuple):
    """When somebody, or `TEAM`, is to hear one word about a task."""

    task_id: str
    person_id: str
    word: str
    at: datetime


def whose(tx: Tx, now: datetime, most: int) -> Sequence[str]:
    """To whom something is to be said by now, each once, in the order of their ids; reads *most* rows."""
    return sorted({str(one) for one in tx.execute(_whose, {"now": now, "most": most}).scalars()})


def due_of(tx: Tx, person_ids: Sequence[str], now: datetime) -> Sequence[Reminder]:
    """What these people are to hear by now; nobody else says it before this transaction ends."""
    rows = _due_of(tx, person_ids, now=now)
    return [
        Reminder(
            r.task_id,
            r.person_id,
            r.word,
            r.due_at,
            r.task_due,
            r.holder_id,
            r.case_id,
            r.code,
            r.owner_id,
            r.stage in _RESTS,
            r.state != "open",
        )
        for r in rows
    ]


def plan(tx: Tx, these: Iterable[Planned]) -> None:
    """So it is to be heard; a word that was planned for another time moves."""
    rows = [
        {"task_id": one.task_id, "person_id": one.person_id, "word": one.word, "due_at": one.at}
        for one in these
    ]
    if rows:
        tx.execute(_keep(tx), rows)


def said(tx: Tx, these: Iterable[Reminder]) -> None:
    """These are heard in this transaction; what was planned since they were read stays."""
    rows = [{"task": one.task_id, "person": one.person_id, "spoken": one.word} for one in these]
    if rows:
        tx.execute(_said, rows)


def put_off(tx: Tx, until: Mapping[str, datetime], now: datetime) -> None:
    """All that these people were to hear by now waits until then, and is said to each together."""
    rows = [{"person": person_id, "now": now, "later": later} for person_id, later in until.items()]
    if rows:
        tx.execute(_put_off, rows)


def void(tx: Tx, task_id: str) -> None:
    """Nobody is reminded of this task any more."""
    tx.execute(_void, {"task": task_id})


def nudged(tx: Tx, person_ids: Sequence[str]) -> Mapping[str, tuple[date, int]]:
    """On which day of hers each was last reminded, and how often on that day; who never was is not there."""
    return {row.person_id: (row.day, row.count) for row in _nudged(tx, person_ids)}


def nudge(tx: Tx, these: Mapping[str, tuple[date, int]]) -> None:
    """So often each of these was reminded on that day of hers."""
    rows = [{"person_id": person_id, "day": day, "count": count} for person_id, (day, count) in these.items()]
    if rows:
        tx.execute(_nudge(tx), rows)
