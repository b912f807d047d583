"""What travels through the house: frozen values and closed sets of words.

Times are aware and UTC; ids come from `storage.ids`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum

from storage.standing import SAME as SAME
from storage.standing import Approval as Approval
from storage.standing import Broadcast as Broadcast
from storage.standing import CastKind as CastKind
from storage.standing import CastState as CastState
from storage.standing import Custody as Custody
from storage.standing import Erasure as Erasure
from storage.standing import Json as Json
from storage.standing import Link as Link
from storage.standing import Matter as Matter
from storage.standing import MatterKind as MatterKind
from storage.standing import MatterState as MatterState
from storage.standing import Prompt as Prompt
from storage.standing import Same as Same
from storage.standing import Trace as Trace
from storage.standing import Unlinking as Unlinking
from storage.standing import Way as Way


class Role(StrEnum):
    """What somebody is to the hotline. Everybody may also report somebody missing."""

    FAMILY = "family"
    VOLUNTEER = "volunteer"
    COORDINATOR = "coordinator"


class Lane(IntEnum):
    """Who goes first when the line is narrow."""

    REPLY = 0
    ALERT = 1
    NOTICE = 2
    BROADCAST = 3


class Stage(StrEnum):
    """Where our work on a case stands."""

    NEW = "new"
    VERIFYING = "verifying"
    ACTIVE = "active"
    WAITING = "waiting"
    CLOSED = "closed"
    MERGED = "merged"  # into another case of the same person; it is worked on there


class Urgency(StrEnum):
    """How much a case must not wait; the reason stands in its body."""

    CALM = "calm"
    SOON = "soon"
    NOW = "now"


class Situation(StrEnum):
    """What we best know of the person."""

    MISSING = "missing"
    DETAINED = "detained"
    SENTENCED = "sentenced"
    RESTRICTED = "restricted"
    RELEASED = "released"
    LOCATED = "located"
    DECEASED = "deceased"
    DEPORTED = "deported"
    UNKNOWN = "unknown"


class EntryKind(StrEnum):
    """What happened on a case, in its timeline."""

    REPORTED = "reported"
    TAKEN = "taken"
    UPDATE = "update"  # from the team to the family
    WORD = "word"  # from the family to the team
    CHANGED = "changed"  # the family added to its report or corrected it; the body has what was before
    NOTHING_NEW = "nothing-new"
    STAGE = "stage"  # our work went on to another stage
    CLOSED = "closed"
    REOPENED = "reopened"
    MERGED = "merged"  # another report of the same person was joined with it, or it with another
    PARTED = "parted"  # and that was taken back


class Said(StrEnum):
    """What somebody has heard about her unfinished report since she last touched it."""

    NOTHING = "nothing"
    REMINDED = "reminded"
    REMINDED_TWICE = "reminded-twice"
    ANNOUNCED = "announced"  # that it will be erased


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes to the bot from an account of her own.

    Attributes:
        clear_after: What stands in her chat goes by itself when it is so old; None: it stays.
        fleeting: What she opens is taken out of her chat after some minutes.
        panic_key: Keyed hash of the word that she chose for emergencies.
        zone: The time zone that she lives in; None: that of the office.
        way: How what the team writes to her comes.
    """

    id: str
    account_key: str
    chat_id: int
    role: Role
    language: str | None
    reachable: bool
    joined_at: datetime
    role_at: datetime | None = None
    clear_after: timedelta | None = None
    fleeting: bool = False
    panic_key: str | None = None
    zone: str | None = None
    way: Way = Way.PING

    @property
    def linked(self) -> bool:
        """Whether there is still an account behind her: not where she unlinked it in an emergency."""
        return self.chat_id != 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """One stored update that waits to be handled."""

    bot_id: int
    update_id: int
    chat_key: str
    attempts: int
    received_at: datetime
    raw: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message that must go out.

    Attributes:
        key: Says which cause it belongs to; a second one with the same key is not kept.
        chat_id: Telegram's number of the chat.
        body: What to say, as `handlers.saying` writes it.
        due_at: Not earlier than this.
        broadcast_id: The broadcast of which it is one of many.
    """

    key: str
    chat_id: int
    person_id: str | None
    lane: Lane
    kind: str
    due_at: datetime
    body: Json
    broadcast_id: str | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """One message that this process must now send and settle."""

    id: str
    key: str
    chat_id: int
    person_id: str | None
    language: str | None
    lane: Lane
    kind: str
    attempts: int
    lease_until: datetime
    made_at: datetime
    body: Json


@dataclass(frozen=True, slots=True)
class Talk:
    """What somebody's next words belong to: a draft, a letter to a family, an answer."""

    person_id: str
    kind: str
    body: Json


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Buttons that were shown once, and what each of them does."""

    token_key: str
    account_key: str
    chat_key: str
    expires_at: datetime
    used_at: datetime | None
    body: Json
    used_slots: int = 0


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A report that is being told; `body` is the form's own value.

    Attributes:
        case_id: The sent report to which it adds.
    """

    id: str
    person_id: str
    revision: int
    made_at: datetime
    updated_at: datetime
    body: Json
    case_id: str | None = None

    @property
    def report_id(self) -> str:
        """Under whose key it is, with its files."""
        return self.case_id or self.id


@dataclass(frozen=True, slots=True)
class Resting:
    """An unfinished report that the hotline must look after now.

    Attributes:
        said: What she has heard since she last touched it.
        said_at: When she was last written to about it, also in an earlier rest.
    """

    draft: StoredDraft
    said: Said
    said_at: datetime | None


@dataclass(frozen=True, slots=True)
class Case:
    """One missing person."""

    id: str
    code: str
    stage: Stage
    situation: Situation
    owner_id: str | None
    language: str
    promise_on: date
    waiting_since: datetime | None
    version: int
    made_at: datetime
    updated_at: datetime
    body: Json = field(repr=False)
    urgency: Urgency = Urgency.CALM


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's timeline, or of a talk without a case."""

    id: str
    case_id: str | None
    person_id: str | None
    author_id: str | None
    kind: EntryKind
    at: datetime
    seen_at: datetime | None
    body: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that somebody sent, known by Telegram's id until our own copy is sealed.

    Attributes:
        original_id: Of a working copy: which file it was made from.
        report_id: The report to which it belongs; None while it has no place, or is the team's.
        keys: Of our copy: one, or two while it is being sealed anew.
        key_epoch: In which generation of the house's keys the newest of them was made.
    """

    id: str
    person_id: str
    kind: str
    state: str
    size: int | None
    received_at: datetime
    attempts: int
    body: Json = field(repr=False)
    original_id: str | None = None
    report_id: str | None = None
    keys: tuple[bytes, ...] = field(default=(), repr=False, compare=False)
    key_epoch: int = field(default=0, compare=False)
