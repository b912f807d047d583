"""The tables about volunteers, as in `storage.tables`: bodies are sealed, nothing personal stands beside."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Table

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)

# What somebody of the team can do and when: what she told when she came, and changed since.
profiles = Table(
    "profiles",
    metadata,
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("changed_at", UtcTime, nullable=False),
    # Languages, region, skills, hours, days off, how many cases at once, until when she rests
    Column("body", LargeBinary, nullable=False),
)
