"""The tables of tasks, and of when somebody is reminded of one. As `storage.tables`."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, LargeBinary, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Word = Word(24)
QUEUED = "state = 'open' AND case_id IS NOT NULL AND due_at IS NOT NULL"
"""Tasks by which a case stands in the queue."""


def _index_where(condition: str, name: str, *columns: str) -> Index:
    return Index(name, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


# Something to be done by somebody of the team, on a case or alone.
tasks = Table(
    "tasks",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id")),  # None: it is about no case, and sealed by the house
    Column("kind", _Word, nullable=False),
    Column("state", _Word, nullable=False),  # open, done
    Column("author_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("holder_id", _Id, ForeignKey("people.id")),  # None: it lies with the coordinators
    Column("at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("due_at", UtcTime),
    Column("offered", _Word),  # whether others may take it over
    Column("revision", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_tasks_case_id", "case_id", "id"),
    _index_where("state = 'open'", "ix_tasks_holder_id", "holder_id", "due_at"),
    _index_where("state = 'open'", "ix_tasks_author_id", "author_id", "id"),
    _index_where(QUEUED, "ix_tasks_queued", "due_at", "case_id"),
)

# One word about one task that somebody is to hear; it goes when it was said, or when the task is done.
reminders = Table(
    "reminders",
    metadata,
    Column("task_id", _Id, ForeignKey("tasks.id"), primary_key=True),
    Column("person_id", _Id, primary_key=True),  # "team": whoever answers for the task then
    Column("word", _Word, primary_key=True),  # of `handlers.rules.reminding.Word`
    Column("due_at", UtcTime, nullable=False),
    Index("ix_reminders_due_at", "due_at", "person_id"),
    Index("ix_reminders_person_id", "person_id", "due_at"),
)

# How often somebody was reminded on one of her days.
nudges = Table(
    "nudges",
    metadata,
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("day", Date, nullable=False),
    Column("count", Integer, nullable=False),
)
