"""The tables about whoever hears of a case: followers, links for one more, and who has read what.

As `storage.tables`. Nothing is sealed here, for nothing stands here but ids, times and words of ours.
"""

from sqlalchemy import Column, ForeignKey, Index, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Key = Word(32)
_Word = Word(24)

followers = Table(
    "followers",
    metadata,
    Column("case_id", _Id, ForeignKey("cases.id"), primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("since", UtcTime, nullable=False),
    # The promised day came and nobody wrote: when she hears so. None: nothing is owed to her.
    Column("owed_at", UtcTime),
    Index("ix_followers_person_id", "person_id"),
    Index(
        "ix_followers_owed_at",
        "owed_at",
        sqlite_where=text("owed_at IS NOT NULL"),
        postgresql_where=text("owed_at IS NOT NULL"),
    ),
)

# One more of the family shall follow: from the link that was made to what became of it.
links = Table(
    "links",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("token_key", _Key, nullable=False, unique=True),
    Column("case_id", _Id, ForeignKey("cases.id"), nullable=False),
    Column("state", _Word, nullable=False),  # open, asked, approved, refused, void
    Column("made_by", _Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_by", _Id, ForeignKey("people.id")),
    Column("used_at", UtcTime),  # when she agreed, too
    Column("decided_by", _Id, ForeignKey("people.id")),
    Column("decided_at", UtcTime),
    Index("ix_links_case_id", "case_id", "made_at"),
)

# A letter to a family, opened by one of those to whom it went.
readings = Table(
    "readings",
    metadata,
    Column("entry_id", _Id, ForeignKey("entries.id"), primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("at", UtcTime, nullable=False),
)
