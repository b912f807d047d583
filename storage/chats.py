"""The tables of what stands in chats, and of who left hers in an emergency. As `storage.tables`."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Table

from storage.columns import UtcTime, Word
from storage.metadata import metadata

_Id = Word(32)
_Key = Word(32)
_Word = Word(24)

# What can still be taken out of a chat: for 48 hours, and no word of it.
traces = Table(
    "traces",
    metadata,
    Column("chat_key", _Key, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", _Word, nullable=False),  # hers, reply, push
    Column("asks", Boolean, nullable=False),  # with buttons under it
    Column("sent_at", UtcTime, nullable=False),
    Column("said_at", UtcTime, nullable=False),  # when it was last changed; else as sent
    Index("ix_traces_sent_at", "sent_at"),
)

# Who followed a case until she unlinked her account in an emergency.
unlinkings = Table(
    "unlinkings",
    metadata,
    Column("case_id", _Id, ForeignKey("cases.id"), primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("relinked_to", _Id, ForeignKey("people.id")),
    Column("relinked_at", UtcTime),
)
