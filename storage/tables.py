"""The SQL tables. Columns called `body` are sealed; nothing personal stands anywhere else.

Times are UTC. Ids are made by `storage.ids`. `*_key` columns are keyed hashes. What stands
readable is a word of ours: a text that somebody typed is refused before it gets here.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    text,
)

from storage.broadcast_tables import answers as answers
from storage.broadcast_tables import audiences as audiences
from storage.broadcast_tables import broadcasts as broadcasts
from storage.case_tables import incident_cases as incident_cases
from storage.case_tables import incidents as incidents
from storage.case_tables import matters as matters
from storage.chats import traces as traces
from storage.chats import unlinkings as unlinkings
from storage.columns import Remark, UtcTime, Word
from storage.desk_tables import clues as clues
from storage.desk_tables import openings as openings
from storage.desk_tables import topics as topics
from storage.desk_tables import workspaces as workspaces
from storage.family_tables import followers as followers
from storage.family_tables import links as links
from storage.family_tables import readings as readings
from storage.metadata import metadata as metadata
from storage.outing_tables import companion_links as companion_links
from storage.outing_tables import companions as companions
from storage.outing_tables import outings as outings
from storage.second_yes import approvals as approvals
from storage.second_yes import guesses as guesses
from storage.task_tables import nudges as nudges
from storage.task_tables import reminders as reminders
from storage.task_tables import tasks as tasks
from storage.traces import audit as audit
from storage.traces import erasures as erasures
from storage.volunteer_tables import assignments as assignments
from storage.volunteer_tables import pings as pings
from storage.volunteer_tables import profiles as profiles
from storage.volunteer_tables import wellbeing as wellbeing

_Id = Word(32)
_Key = Word(32)
_Word = Word(24)
_Hash = Word(64)


def _index_where(condition: str, name: str, *columns: str) -> Index:
    """An index over some rows only."""
    return Index(name, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


_OPEN = "stage NOT IN ('closed', 'merged')"
_SHOWN = ("id", "code", "stage", "owner_id")

house = Table(
    "house",
    metadata,
    Column("name", _Word, primary_key=True),
    Column("value", Word(128), nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    # Below zero: an update that came without a number of its own.
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_key", _Key, nullable=False),
    Column("state", _Word, nullable=False),  # waiting, done, aside
    Column("attempts", SmallInteger, nullable=False, server_default=text("0")),
    Column("trouble", Remark(64)),
    Column("received_at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("body", LargeBinary),
    _index_where("state = 'waiting'", "ix_inbox_waiting", "chat_key", "update_id"),
    Index("ix_inbox_done_at", "done_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("unique_key", Word(120), nullable=False, unique=True),
    Column("chat_key", _Key, nullable=False),
    Column("person_id", _Id, ForeignKey("people.id")),
    Column("lane", SmallInteger, nullable=False),
    Column("kind", _Word, nullable=False),
    # waiting, claimed, sent, gone, broken, unknown; of a broadcast also held, stopped
    Column("state", _Word, nullable=False),
    Column("due_at", UtcTime, nullable=False),  # when it should go; what keeps a chat in order
    Column("try_at", UtcTime, nullable=False),  # when to try next; later than due after a failed try
    Column("lease_until", UtcTime),
    Column("attempts", SmallInteger, nullable=False, server_default=text("0")),
    Column("trouble", Remark(64)),
    Column("telegram_id", BigInteger),
    Column("made_at", UtcTime, nullable=False),
    Column("settled_at", UtcTime),
    Column("broadcast_id", _Id),
    Column("body", LargeBinary),
    # What a claim looks for, in its order; rows that are done with are not in it.
    _index_where("state = 'waiting'", "ix_outbox_claim", "lane", "try_at", "id"),
    # One chat in order: is anything before this one still open?
    _index_where("state IN ('waiting', 'claimed')", "ix_outbox_open", "chat_key", "lane", "id"),
    # What a dead worker left behind.
    _index_where("state = 'claimed'", "ix_outbox_lease", "lease_until"),
    Index("ix_outbox_settled_at", "settled_at"),
    # How far a broadcast is, counted from this alone.
    _index_where("broadcast_id IS NOT NULL", "ix_outbox_broadcast", "broadcast_id", "state", "due_at"),
)

people = Table(
    "people",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("account_key", _Key, nullable=False, unique=True),
    Column("role", _Word, nullable=False),
    Column("role_at", UtcTime),  # since when; None: since she first wrote
    Column("language", _Word),
    Column("reachable", Boolean, nullable=False),
    Column("joined_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("clear_hours", SmallInteger),  # after how many hours her chat is cleared by itself
    Column("told_on", Date),  # where she is: the latest day on which she heard that nothing is new
    # Chat id, keyed hash of a word for emergencies, manners, in which zone she lives
    Column("body", LargeBinary, nullable=False),
    Index("ix_people_role", "role", "id"),
)

talks = Table(
    "talks",
    metadata,
    Column("person_id", _Id, ForeignKey("people.id"), primary_key=True),
    Column("kind", _Word, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

keyboards = Table(
    "keyboards",
    metadata,
    Column("token_key", _Key, primary_key=True),
    Column("account_key", _Key, nullable=False),
    Column("chat_key", _Key, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
    Column("used_slots", BigInteger, nullable=False, server_default=text("0")),  # a bit a button
    Column("body", LargeBinary, nullable=False),
    Index("ix_keyboards_expires_at", "expires_at"),
    Index("ix_keyboards_account_key", "account_key"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("state", _Word, nullable=False),  # open, submitted, dropped
    Column("revision", Integer, nullable=False),
    # The case that it became (which has its id then), or to which it adds: under that one's key it is.
    Column("case_id", _Id, ForeignKey("cases.id")),
    Column("made_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),  # while it is open: when she last touched it
    Column("said", _Word, nullable=False),  # in this rest: nothing, reminded, reminded-twice, announced
    Column("said_at", UtcTime),  # when she was last written to about it, in whichever rest
    Column("next_at", UtcTime),  # when the hotline looks after it next
    Column("body", LargeBinary, nullable=False),
    Index("ix_drafts_person_id", "person_id", "state"),
    Index("ix_drafts_case_id", "case_id"),
    _index_where("state = 'open'", "ix_drafts_next_at", "next_at"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("code", Word(8), nullable=False, unique=True),
    Column("stage", _Word, nullable=False),
    Column("situation", _Word, nullable=False),
    Column("urgency", _Word, nullable=False),
    Column("owner_id", _Id, ForeignKey("people.id")),
    Column("language", _Word, nullable=False),
    Column("promise_on", Date, nullable=False),
    Column("promise_said", _Word),  # how the team was reminded of this promise: two-days, one-day
    Column("waiting_since", UtcTime),  # the family's oldest message that nobody has answered
    Column("version", Integer, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_cases_stage", "stage", "updated_at"),
    Index("ix_cases_made_at", "made_at"),
    # What the index of names has not read yet.
    Index("ix_cases_updated_at", "updated_at", "id", "version"),
    # The queue is answered from these alone: a row has a sealed body of some kilobytes.
    _index_where(_OPEN, "ix_cases_promise_on", "promise_on", *_SHOWN),
    _index_where(
        f"owner_id IS NOT NULL AND {_OPEN}",
        "ix_cases_owner_id",
        "owner_id",
        "promise_on",
        "id",
        "code",
        "stage",
    ),
    _index_where(f"owner_id IS NULL AND {_OPEN}", "ix_cases_unowned", "made_at", *_SHOWN),
    _index_where(f"urgency <> 'calm' AND {_OPEN}", "ix_cases_urgency", "urgency", "made_at", *_SHOWN),
    _index_where("waiting_since IS NOT NULL", "ix_cases_waiting_since", "waiting_since", *_SHOWN),
)

entries = Table(
    "entries",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("case_id", _Id, ForeignKey("cases.id")),
    Column("person_id", _Id, ForeignKey("people.id")),  # the relative it came from or goes to, without a case
    Column("author_id", _Id, ForeignKey("people.id")),
    Column("kind", _Word, nullable=False),  # reported, taken, update, word, nothing-new
    Column("at", UtcTime, nullable=False),
    Column("seen_at", UtcTime),
    Column("body", LargeBinary, nullable=False),
    Index("ix_entries_case_id", "case_id", "at"),
    Index("ix_entries_person_id", "person_id", "at"),
    # What somebody without a case wrote, for the queue.
    _index_where("case_id IS NULL AND kind = 'word'", "ix_entries_asking", "at"),
    _index_where("kind IN ('update', 'nothing-new')", "ix_entries_written", "at", "kind", "case_id"),
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("person_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("kind", _Word, nullable=False),  # voice, photo, document, audio, video
    Column("state", _Word, nullable=False),  # waiting, kept, too-big, lost, erased; making: a working copy
    Column("original_id", _Id),  # of a working copy: which file it was made from
    Column("size", BigInteger),
    Column("received_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("examine_at", UtcTime),  # when its content is looked at next; None: that is done, or cannot be yet
    Column("report_id", _Id),  # under whose key the body is; without one, under that of the house
    # Telegram file ids, name, type, duration, SHA-256, the file's own key; type by content, scan, what the
    # file says of itself
    Column("body", LargeBinary, nullable=False),
    Index("ix_attachments_report_id", "report_id"),
    _index_where("state = 'waiting'", "ix_attachments_due_at", "due_at"),
    _index_where("state = 'erased'", "ix_attachments_erased", "id"),
    _index_where("examine_at IS NOT NULL", "ix_attachments_examine_at", "examine_at"),
    _index_where("original_id IS NOT NULL", "ix_attachments_original_id", "original_id"),
)

# Who opened a file, or did something with it, and what for; by ids, as in the audit.
custody = Table(
    "custody",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("attachment_id", _Id, nullable=False),  # the original, also where its copy was opened
    Column("at", UtcTime, nullable=False),
    Column("actor_id", _Id),  # None: the machine
    Column("act", _Word, nullable=False),
    Column("body", LargeBinary, nullable=False),  # what for
    Index("ix_custody_attachment_id", "attachment_id", "at"),
)

# The questions of a report, read aloud by somebody of the team.
prompts = Table(
    "prompts",
    metadata,
    Column("language", _Word, primary_key=True),
    Column("question", Word(40), primary_key=True),
    Column("attachment_id", _Id, ForeignKey("attachments.id"), nullable=False),
    Column("author_id", _Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("body", LargeBinary, nullable=False),  # Telegram's file id, duration
)

invites = Table(
    "invites",
    metadata,
    Column("token_key", _Key, primary_key=True),
    Column("role", _Word, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
    Column("used_by", _Id, ForeignKey("people.id")),
)

jobs = Table(
    "jobs",
    metadata,
    Column("name", _Word, primary_key=True),
    Column("next_at", UtcTime, nullable=False),
    Column("last_at", UtcTime),
    Column("last_ms", Integer),
    Column("trouble", Remark(64)),  # of the last run
    Column("failed_at", UtcTime),  # the last time
    Column("failed_why", Remark(64)),
    Column("failing_since", UtcTime),  # None: the last run was good
    Column("told_at", UtcTime),  # coordinators know that it fails
    Column("runs", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
)
