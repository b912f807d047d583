"""The tables that outlive what they tell of: what was erased, and the audit log. As `storage.tables`."""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, text

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Word = Word(24)
_Hash = Word(64)

# What somebody wanted gone, or rested too long: what is left of it when it is gone says nothing of it.
erasures = Table(
    "erasures",
    metadata,
    Column("id", _Id, primary_key=True),  # by chance: it leads back to nothing
    Column("kind", _Word, nullable=False),  # draft, case
    Column("state", _Word, nullable=False),  # pending, done
    Column("at", UtcTime, nullable=False),
    Column("by_role", _Word, nullable=False),  # who erased it: family, coordinator, clock
    Column("report_id", _Id),  # whose key and files are to be destroyed; empty when it is done
    Index(
        "ix_erasures_report_id",
        "report_id",
        sqlite_where=text("state <> 'done'"),
        postgresql_where=text("state <> 'done'"),
    ),
)

# A chain: each line is bound to the one before it. `storage.chain` says how.
audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("actor_id", _Id),
    Column("action", _Word, nullable=False),
    Column("subject_id", _Id),
    Column("report_id", _Id),  # under whose key the details are sealed; the house's where there is none
    Column("body", LargeBinary),  # details
    Column("digest", _Hash),  # SHA-256 of the details as they were sealed first
    Column("resealed", _Hash),  # a keyed hash of the details as a change of keys left them
    Column("previous", _Hash, nullable=False),
    Column("chain", _Hash, nullable=False),
    # Who has done what with one case.
    Index(
        "ix_audit_subject_id",
        "subject_id",
        "number",
        sqlite_where=text("subject_id IS NOT NULL"),
        postgresql_where=text("subject_id IS NOT NULL"),
    ),
)
