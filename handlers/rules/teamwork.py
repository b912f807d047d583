"""What the team keeps among itself on a case: notes, flags, tasks. A family never sees any of it."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from handlers.rules.decision import AddMatter, ChangeMatter, Decision, Notice, Rows
from handlers.rules.decision import Choice as Button
from handlers.rules.office import Office
from handlers.saying import msg
from storage.records import Case, Json, Lane, Matter, MatterKind, MatterState, Person, Role

DUE = {"today": 0, "tomorrow": 1, "3-days": 3, "week": 7, "2-weeks": 14}
"""Days until a task is due, by the answer."""

_LATER_TODAY = timedelta(hours=3)
TOLD = "due"
"""What the machine has said of a task whose day has come."""


class Flag(StrEnum):
    """What everybody must know who opens a case."""

    DANGER = "danger"  # whoever told it is watched, or threatened
    CHILD = "child"
    ILLNESS = "illness"
    PRESS = "press"  # journalists ask, or have written
    LAWYER = "lawyer"
    DOUBT = "doubt"  # whether it is this person, or so


def add_note(case: Case, author: Person, body: Json) -> Decision:
    """A note, for whoever of the team opens the case."""
    return Decision((AddMatter(case.id, MatterKind.NOTE, body, author.id),), (), ("noted", case.id))


def mention(case: Case, one: Matter, named: Person) -> Decision:
    """Somebody of the team is to read it. She hears the code, and nothing of what it says."""
    # A volunteer cannot open a case: the code tells her what to ask about.
    rows: Rows = (
        ((Button(msg("button-note-read"), "note.open", {"matter": one.id}),),)
        if named.role is Role.COORDINATOR
        else ()
    )
    alert = Notice(named.id, Lane.ALERT, (msg("alert-note", code=case.code),), rows)
    return Decision((), (alert,), ("mentioned", case.id))


def set_flag(case: Case, author: Person, flag: Flag, there: Matter | None, *, on: bool) -> Decision | None:
    """It stands on the card from now on, or no more; None where that is so already.

    Args:
        there: The one that stands there now.
    """
    if on is (there is not None):
        return None
    if there is None:
        new = AddMatter(case.id, MatterKind.FLAG, {"flag": flag.value}, author.id)
        return Decision((new,), (), ("flagged", case.id))
    return Decision((ChangeMatter(there, state=MatterState.DONE),), (), ("unflagged", case.id))


def add_task(case: Case, author: Person, body: Json, office: Office, now: datetime) -> Decision:
    """Something to be done by a day, by whoever enters it until she gives it to another.

    Args:
        body: `text` and `files`; `due`: one of `DUE`, or None.
    """
    due = body.get("due")
    watch_at = None
    kept = {**body, "for": author.id, "day": None}
    if due is not None:
        day = office.today(now) + timedelta(days=DUE[due])
        # What is to be done today is not asked for at once.
        opens = datetime.combine(day, office.hours[0], office.zone).astimezone(UTC)
        watch_at = opens if DUE[due] else now + _LATER_TODAY
        kept["day"] = day.isoformat()
    new = AddMatter(case.id, MatterKind.TASK, kept, author.id, watch_at=watch_at)
    return Decision((new,), (), ("set-task", case.id))


def give_task(case: Case, task: Matter, to: Person) -> Decision:
    """It is hers from now on, and she hears of it by the code of the case."""
    change = ChangeMatter(task, body={**task.body, "for": to.id})
    alert = Notice(to.id, Lane.ALERT, (msg("alert-task", code=case.code),), _open_task(task, to))
    return Decision((change,), (alert,), ("gave-task", case.id))


def end_task(case: Case, task: Matter) -> Decision:
    """It is done."""
    return Decision(
        (ChangeMatter(task, state=MatterState.DONE, watch_at=None, said=None),), (), ("ended-task", case.id)
    )


def task_due(case: Case, task: Matter, readers: list[Person]) -> Decision:
    """Its day has come: whoever has it hears; the queue shows it until it is done."""
    return Decision(
        (ChangeMatter(task, watch_at=None, said=TOLD),),
        tuple(
            Notice(one.id, Lane.ALERT, (msg("alert-task-due", code=case.code),), _open_task(task, one))
            for one in readers
        ),
        ("told-task", case.id),
    )


def _open_task(task: Matter, reader: Person) -> Rows:
    if reader.role is not Role.COORDINATOR:
        return ()
    return ((Button(msg("button-task-open"), "task.open", {"matter": task.id}),),)
