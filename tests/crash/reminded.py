"""A volunteer whose tasks fall due: she is reminded of each, once, opens it and does it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, func, select, update

from locales.languages import BY_CODE
from storage import people, reminders, tasks
from storage.store import Tx
from storage.tables import jobs, nudges, outbox
from storage.tables import reminders as reminders_table
from storage.tables import tasks as tasks_table
from tests.crash.reader import Reader
from tests.crash.told import Ledger

_BODY = {"text": "made up", "shown": "made up", "files": [], "checklist": [], "code": None, "repeat": None}


@dataclass(slots=True)
class Volunteer:
    """Her whole part.

    Attributes:
        enough: Whether no further task need fall due.
        waits: She is to be reminded of a task that nobody has entered yet.
        given: Ids of her tasks.
        done: How many of them she was reminded of, and did.
        ledger: What she told of anybody, which is nothing.
    """

    reader: Reader
    enough: Callable[[], bool]
    waits: bool = False
    given: list[str] = field(default_factory=list)
    done: int = 0
    ledger: Ledger = field(default_factory=Ledger)

    async def lives(self, token: str) -> None:
        """Come with an invitation, and do what is hers until it is enough.

        Raises:
            Unanswered: A reply, or a reminder, is missing.
        """
        me = self.reader
        me.phone.start(token)
        me.acts += 1
        me.presses_words(await me.reads("choose-language"), BY_CODE[me.language].own_name)
        await me.reads("welcome-volunteer")
        while not self.enough():
            self.waits = True
            reminder = await me.reads("", containing=me.before("remind-due", "day"))
            me.presses_beginning(reminder, me.plain("remind-alone"))
            # In haste: the second press changes nothing.
            me.presses(await me.reads("", offering="button-task-done"), "button-task-done", times=2)
            await me.reads("task-ended-alone")
            self.done += 1


def a_task_falls_due(tx: Tx, account: int, now: datetime) -> str:
    """A task of hers is to be done now; returns its id."""
    person = people.by_account(tx, account)
    assert person is not None
    task = tasks.add(tx, None, "call", _BODY, now, author_id=person.id, holder_id=person.id, due_at=now)
    reminders.plan(tx, [reminders.Planned(task, person.id, "due", now)])
    # As on another day: three times a day is enough.
    tx.connection.execute(delete(nudges).where(nudges.c.person_id == person.id))
    tx.connection.execute(update(jobs).where(jobs.c.name == "reminding").values(next_at=now))
    return task


def wrong_of(tx: Tx, volunteer: Volunteer) -> list[str]:
    """What was said of her tasks, beside what had to be said."""
    found = []
    open_ones = select(func.count()).select_from(tasks_table).where(tasks_table.c.state == "open")
    said = select(func.count()).select_from(outbox).where(outbox.c.unique_key.like("remind/%"))
    left = select(func.count()).select_from(reminders_table)
    given = len(volunteer.given)
    for what, question, due in (
        ("tasks still open", open_ones, 0),
        ("reminders that nobody said", left, 0),
        ("reminders", said, given),
    ):
        there = int(tx.connection.execute(question).scalar_one())
        if there != due:
            found.append(f"{what}: there are {there}, there must be {due}")
    if volunteer.done != given:
        found.append(f"tasks done: {volunteer.done}, of {given}")
    return found
