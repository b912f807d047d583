"""The tables that keep the team itself in check: second yeses, and wrong guesses. As `storage.tables`."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, LargeBinary, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Key = Word(32)
_Word = Word(24)

# What takes effect only by a second person's yes.
approvals = Table(
    "approvals",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", _Word, nullable=False),
    Column("state", _Word, nullable=False),  # open, done, refused, withdrawn, void, lapsed
    Column("content_key", _Key, nullable=False),  # a yes holds for exactly this content
    Column("asked_by", _Id, ForeignKey("people.id"), nullable=False),
    Column("alone", Boolean, nullable=False),  # there was no other coordinator when it was asked for
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("reminded_at", UtcTime),  # since when the team knows that little time is left
    Column("decided_by", _Id, ForeignKey("people.id")),
    Column("decided_at", UtcTime),
    Column("body", LargeBinary),  # content and reason; gone once it is over
    Index(
        "ix_approvals_open",
        "made_at",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
)

# Invitations and codes that somebody typed and that are none; an hour old, they are forgotten.
guesses = Table(
    "guesses",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("secret", _Word, nullable=False),  # what was guessed at: invite, code, …
    Column("account_key", _Key, nullable=False),
    Column("at", UtcTime, nullable=False),
    Index("ix_guesses_account_key", "account_key", "at"),
    Index("ix_guesses_secret", "secret", "at"),
)
