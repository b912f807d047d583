"""The tables of what hangs on a case beside its report and its timeline. As `storage.tables`."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Word = Word(24)
TIMED = "state = 'open' AND kind IN ('term', 'fine', 'petition', 'submission', 'journey')"
"""What is open and must be looked at by a day."""


def _index_where(condition: str, name: str, *columns: str) -> Index:
    return Index(name, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


# A claim, a term, a fine, a petition, a journey, a note: each a thing with a history of its own.
matters = Table(
    "matters",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id"), nullable=False),
    Column("kind", _Word, nullable=False),
    Column("state", _Word, nullable=False),  # open, done, replaced
    Column("author_id", _Id, ForeignKey("people.id")),  # None: the machine
    Column("at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("watch_at", UtcTime),  # when the machine looks at it next
    Column("said", _Word),  # what it has said about it the last time that it looked
    Column("revision", Integer, nullable=False),
    Column("replaces_id", _Id),  # which one it corrects; that one stays as it was
    Column("holder_id", _Id, ForeignKey("people.id")),  # who of the team has it in hand
    Column("body", LargeBinary, nullable=False),
    Index("ix_matters_case_id", "case_id", "kind", "id"),
    # For the queue: grave news; and what has a time of its own, by that time or by what was said of it.
    _index_where("state = 'open' AND kind = 'news'", "ix_matters_news", "at", "case_id"),
    _index_where(f"watch_at IS NOT NULL AND {TIMED}", "ix_matters_timed", "watch_at", "kind", "case_id"),
    _index_where(f"said IS NOT NULL AND {TIMED}", "ix_matters_told", "changed_at", "kind", "case_id"),
    Index(
        "ix_matters_watch_at",
        "watch_at",
        "id",
        sqlite_where=text("watch_at IS NOT NULL"),
        postgresql_where=text("watch_at IS NOT NULL"),
    ),
    Index(
        "ix_matters_said",
        "said",
        "changed_at",
        "case_id",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
)

# One event, many people: what the team called it.
incidents = Table(
    "incidents",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("author_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# Which cases are under which.
incident_cases = Table(
    "incident_cases",
    metadata,
    Column("incident_id", _Id, ForeignKey("incidents.id"), primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id"), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Index("ix_incident_cases_case_id", "case_id"),
)
