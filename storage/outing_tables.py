"""The tables about whoever is out where it may be dangerous, and who hears if she does not come back.

As `storage.tables`: a column `body` is sealed, nothing personal stands elsewhere.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Key = Word(32)
_Word = Word(24)

outings = Table(
    "outings",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("state", _Word, nullable=False),  # out, safe, ended
    Column("said", _Word),  # asked, reminded, reminded-twice, alarmed; None: nothing yet
    Column("until_at", UtcTime, nullable=False),  # by then she says that she is safe
    Column("look_at", UtcTime),  # when the machine looks next; None: never
    Column("revision", Integer, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("body", LargeBinary, nullable=False),  # where she goes, where she was seen last
    Index("ix_outings_person_id", "person_id", "made_at"),
    Index(
        "ix_outings_look_at",
        "look_at",
        sqlite_where=text("look_at IS NOT NULL"),
        postgresql_where=text("look_at IS NOT NULL"),
    ),
    Index("ix_outings_ended_at", "ended_at"),
)

# Who hears, besides the team, if somebody does not come back: she named him, and he agreed.
companions = Table(
    "companions",
    metadata,
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("companion_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("since", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),  # as whom he knows her
    Index("ix_companions_companion_id", "companion_id"),
)

companion_links = Table(
    "companion_links",
    metadata,
    Column("token_key", _Key, primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),  # as whom he knows her
    Index("ix_companion_links_person_id", "person_id"),
)
