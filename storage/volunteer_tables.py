"""The tables about volunteers, as in `storage.tables`: bodies are sealed, nothing personal stands beside."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, LargeBinary, SmallInteger, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Word = Word(24)

# What somebody of the team can do and when: what she told when she came, and changed since.
profiles = Table(
    "profiles",
    metadata,
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("changed_at", UtcTime, nullable=False),
    # Languages, region, skills, hours, days off, how many cases at once, until when she rests
    Column("body", LargeBinary, nullable=False),
)


def _index_where(condition: str, name: str, *columns: str) -> Index:
    return Index(name, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


# One role on one case for which somebody is looked for, or which somebody has.
assignments = Table(
    "assignments",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id"), nullable=False),
    Column("skill", _Word, nullable=False),
    Column("state", _Word, nullable=False),  # asking, held, done, withdrawn
    Column("urgent", Boolean, nullable=False),  # the case could not wait when it was asked for
    Column("asked_by", _Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("due_on", Date),
    Column("holder_id", _Id, ForeignKey("people.id")),
    Column("changed_at", UtcTime, nullable=False),
    Column("next_at", UtcTime),  # when the machine looks whether somebody else is to be asked
    Column("body", LargeBinary, nullable=False),  # what is asked, in words
    Index("ix_assignments_case_id", "case_id", "id"),
    _index_where("state = 'held'", "ix_assignments_holder_id", "holder_id", "case_id"),
    _index_where("next_at IS NOT NULL", "ix_assignments_next_at", "next_at", "id"),
)

# Somebody was asked whether she takes it, or is to be asked next.
pings = Table(
    "pings",
    metadata,
    Column("assignment_id", _Id, ForeignKey("assignments.id"), primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("place", SmallInteger, nullable=False),  # in which order
    # in-line, asked, later, lapsed, declined, accepted, handed-back, void
    Column("state", _Word, nullable=False),
    Column("times", SmallInteger, nullable=False),  # how often she was asked
    Column("at", UtcTime, nullable=False),  # when she was asked, or answered
    Column("until", UtcTime),  # until when it waits for her; of `later`: when she is asked again
    Column("reason", _Word),  # why not, in a word of ours
    _index_where("state IN ('asked', 'later', 'in-line')", "ix_pings_person_id", "person_id"),
)

# Once a month somebody is asked how she is; what she answers is for the one whom she chose.
wellbeing = Table(
    "wellbeing",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("reader_id", _Id, ForeignKey("people.id")),  # None: nobody yet, or nobody at all
    Column("erase_at", UtcTime),  # of an answer
    Column("body", LargeBinary),  # a word of ours, and some of hers
    Index("ix_wellbeing_person_id", "person_id", "asked_at"),
    _index_where("erase_at IS NOT NULL", "ix_wellbeing_erase_at", "erase_at"),
)
