"""What the team asks, what was erased, what stands in chats: records beside those in `storage.records`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any, Literal

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Approval:
    """Something that somebody of the team wants to do and that needs a second person's yes.

    Attributes:
        content_key: Keyed hash of kind and content: the yes is bound to it.
        alone: Whoever asked was the only coordinator then.
        content: Exactly what is to be done; empty once it is over.
        reason: In the words of whoever asked; empty once it is over.
    """

    id: str
    kind: str
    state: str
    content_key: str
    asked_by: str
    alone: bool
    made_at: datetime
    expires_at: datetime
    content: Json = field(repr=False)
    reason: str = field(repr=False)


class MatterKind(StrEnum):
    """What can hang on a case beside its report."""

    CLAIM = "claim"  # what somebody says happened: source, day, certainty
    TERM = "term"  # how long somebody is held
    FINE = "fine"
    PETITION = "petition"
    SUBMISSION = "submission"  # to a body of the UN
    JOURNEY = "journey"  # a border crossed, a passport taken, a summons, a last contact
    NOTE = "note"  # within the team
    FLAG = "flag"
    NEWS = "news"  # grave: told by a person before any screen shows it
    UPDATE = "update"  # for the family; before it goes out


class MatterState(StrEnum):
    """What became of it."""

    OPEN = "open"
    DONE = "done"
    REPLACED = "replaced"  # by a correction, which names it


class Same(Enum):
    """What stands for "as it is"."""

    SAME = "same"


SAME = Same.SAME


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that hangs on a case.

    Attributes:
        author_id: Who entered it; None for the machine.
        watch_at: When the machine looks at it next; None: never.
        said: What the machine has said about it, in a word of its rule.
        revision: Whoever changes it must have seen this one.
        replaces_id: The matter that it corrects.
        holder_id: Who of the team has it in hand.
    """

    id: str
    case_id: str
    kind: MatterKind
    state: MatterState
    author_id: str | None
    at: datetime
    changed_at: datetime
    watch_at: datetime | None
    said: str | None
    revision: int
    replaces_id: str | None
    body: Json = field(repr=False)
    holder_id: str | None = None


class CastKind(StrEnum):
    """What kind of broadcast it is."""

    ONCE = "once"
    WEEKLY = "weekly"  # never sent itself: each week another is made from it
    CORRECTION = "correction"  # changes or deletes what another has sent


class CastState(StrEnum):
    """Where a broadcast stands."""

    COMPOSING = "composing"
    SIZING = "sizing"  # still composed; whom it reaches is being counted
    ASKED = "asked"  # waits for a second yes
    PLANNED = "planned"  # waits for its time
    COUNTING = "counting"  # its time has come, and whom it reaches is looked at once more
    RUNNING = "running"
    PAUSING = "pausing"  # nothing leaves any more; what waits is being put aside
    PAUSED = "paused"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Something written to many at once.

    Attributes:
        parent_id: The weekly one of which it is one week, or what it corrects.
        start_at: When it begins, or began; None: that is not decided.
        after_id: Up to which person, or row of what it corrects, it has come; None: it has not begun.
        filled: Whether everybody whom it reaches is in the outbox.
        version: Whoever changes it must have seen this one.
    """

    id: str
    author_id: str
    parent_id: str | None
    kind: CastKind
    state: CastState
    urgent: bool
    approved_by: str | None
    start_at: datetime | None
    after_id: str | None
    filled: bool
    version: int
    made_at: datetime
    changed_at: datetime
    body: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to be erased, or was.

    Attributes:
        by_role: Of whoever wanted it, or "clock".
        report_id: None when it is done.
    """

    id: str
    kind: str
    state: str
    at: datetime
    by_role: str
    report_id: str | None


@dataclass(frozen=True, slots=True)
class Custody:
    """Somebody opened a file, or the machine did something with it.

    Attributes:
        attachment_id: The original, also where its working copy was opened.
        actor_id: None for the machine.
        act: examined, scanned, copied, resealed, passed-copy, passed-original, passed-anyway,
            delivered, exported, printed.
        body: `for`: at which occasion; `case`: of which case.
    """

    attachment_id: str
    at: datetime
    actor_id: str | None
    act: str
    body: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class Trace:
    """A message that stands in somebody's chat and may be taken out of it.

    Attributes:
        number: Telegram's, in that chat.
        kind: hers: she wrote it; reply: we answered; push: we wrote of our own accord.
        asks: There are buttons under it.
        said_at: When it was last changed; else as sent.
    """

    number: int
    kind: Literal["hers", "reply", "push"]
    asks: bool
    sent_at: datetime
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Unlinking:
    """A case whose follower unlinked her account and is not linked to it again yet."""

    case_id: str
    code: str
    person_id: str
    at: datetime


class Way(StrEnum):
    """How what the team writes to a family comes to somebody, as she wants it."""

    AT_ONCE = "at-once"  # with all that it says
    PING = "ping"  # a line that says nothing, and the rest when she presses
    ASKED = "asked"  # only when she comes and asks


@dataclass(frozen=True, slots=True)
class Link:
    """A link by which one more of a family is to follow a case, and what became of it.

    Attributes:
        state: open, asked (she agreed, and waits for the team), approved, refused, void.
    """

    id: str
    case_id: str
    state: str
    made_by: str
    made_at: datetime
    expires_at: datetime
    used_by: str | None
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question of the report, read aloud in one language.

    Attributes:
        attachment_id: Our own sealed copy.
        file_id: Under which Telegram has it now.
        duration: Seconds.
    """

    language: str
    question: str
    attachment_id: str
    author_id: str
    made_at: datetime
    file_id: str
    duration: int


@dataclass(frozen=True, slots=True)
class Need:
    """One case, and since or until when it needs somebody.

    Attributes:
        kind: Of the matter that it is about; empty where it is about the case itself.
    """

    case_id: str
    code: str
    owner_id: str | None
    at: datetime | date
    kind: str = ""
