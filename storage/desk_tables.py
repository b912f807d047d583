"""What finds a case, who has it open, where the team speaks of it: tables as in `storage.tables`."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, LargeBinary, Table

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Key = Word(32)
_Word = Word(24)

# What a case can be found by besides its code: a telephone, a paper of somebody in its report.
clues = Table(
    "clues",
    metadata,
    Column("kind", _Word, primary_key=True),
    Column("clue_key", _Key, primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id"), primary_key=True),
    Index("ix_clues_case_id", "case_id"),
)

# Which case somebody of the team has before her; it is forgotten with the next one that she opens.
openings = Table(
    "openings",
    metadata,
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id"), nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Index("ix_openings_case_id", "case_id"),
)

# A group of the team with a topic for each case, where coordinators want one.
workspaces = Table(
    "workspaces",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("state", _Word, nullable=False),  # on, off
    Column("names", Boolean, nullable=False),  # whether names may be shown there
    Column("chat_key", _Key, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),  # Telegram's number of the group
)

topics = Table(
    "topics",
    metadata,
    Column("case_id", _Id, ForeignKey("cases.id"), primary_key=True),
    Column("workspace_id", _Id, ForeignKey("workspaces.id"), nullable=False),
    Column("state", _Word, nullable=False),  # making, open, closed
    Column("thread", BigInteger),  # Telegram's number of it; None: it is being made
    Column("changed_at", UtcTime, nullable=False),
)
