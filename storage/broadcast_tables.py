"""The tables of what is written to many at once: broadcasts, audiences that were kept, answers.

As `storage.tables`. Who got a broadcast stands in the outbox, a row for each of them.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Word = Word(24)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("author_id", _Id, ForeignKey("people.id"), nullable=False),
    # Of a weekly one, of which this is one week; or what it corrects.
    Column("parent_id", _Id, ForeignKey("broadcasts.id")),
    Column("kind", _Word, nullable=False),  # once, weekly, correction
    Column("state", _Word, nullable=False),  # as storage.standing.CastState
    Column("urgent", Boolean, nullable=False),
    Column("approved_by", _Id, ForeignKey("people.id")),
    Column("start_at", UtcTime),  # when it begins; None: that is not decided
    Column("after_id", _Id),  # up to which person or row it has come
    Column("filled", Boolean, nullable=False),  # whether everybody whom it reaches is in the outbox
    Column("version", Integer, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),  # whom, what, when; counts, and the card that shows them
    Index("ix_broadcasts_state", "state", "id"),
    Index("ix_broadcasts_parent_id", "parent_id"),
)

# Whom somebody wants to write to again.
audiences = Table(
    "audiences",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("author_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# What somebody answered to a broadcast, by its buttons; the latest counts.
answers = Table(
    "answers",
    metadata,
    Column("broadcast_id", _Id, ForeignKey("broadcasts.id"), primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("answer", _Word, nullable=False),  # come, help
    Column("at", UtcTime, nullable=False),
    Column("shown_at", UtcTime),  # when the card of the broadcast counted it; None: not yet
    Index("ix_answers_person_id", "person_id"),
    Index(
        "ix_answers_unshown",
        "broadcast_id",
        sqlite_where=text("shown_at IS NULL"),
        postgresql_where=text("shown_at IS NULL"),
    ),
)
