"""What a rule answers: the changes, the notices that somebody must receive, and the line for the audit.

`handlers.decisions` writes all three in one transaction, so nothing can change without
those hearing who must.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from handlers.rules.office import Daytime
from handlers.rules.reminding import Word
from handlers.saying import Part
from storage.records import (
    SAME,
    Case,
    EntryKind,
    Json,
    Lane,
    Matter,
    MatterKind,
    MatterState,
    Same,
    Situation,
    Stage,
    Urgency,
)
from storage.team import Task


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says, and what a press does."""

    text: Part
    deed: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    url: str | None = None


Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A report becomes a case, followed by whoever told it; by nobody, where she has no Telegram."""

    case: Case
    draft_id: str
    follower_id: str | None


@dataclass(frozen=True, slots=True)
class ChangeCase:
    """What is None stays.

    Attributes:
        version: The one that was seen; where it is another by now, nothing of the decision is done.
    """

    case_id: str
    stage: Stage | None = None
    owner_id: str | None = None
    promise_on: date | None = None
    situation: Situation | None = None
    urgency: Urgency | None = None
    body: Json | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class AddMatter:
    """Something new hangs on the case: a claim, a term, a fine. Notices name it as `$matter`.

    Attributes:
        replaces: What it corrects; that one stays as it was, and counts no more.
        watch_at: When the machine looks at it.
        said: What is to be known of it without opening it, in a word of its rule.
    """

    case_id: str
    kind: MatterKind
    body: Json
    author_id: str | None
    watch_at: datetime | None = None
    replaces: Matter | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeMatter:
    """What is left out stays; `Overtaken` is raised where it is not any more what was seen."""

    matter: Matter
    state: MatterState | None = None
    body: Json | None = None
    watch_at: datetime | Same | None = SAME
    said: str | Same | None = SAME
    holder_id: str | Same | None = SAME


@dataclass(frozen=True, slots=True)
class AddTask:
    """Something is to be done. Notices name it as `$task`.

    Attributes:
        words: When whoever has it, and in the end the team, hears which word of it.
    """

    case_id: str | None
    kind: str
    body: Json
    author_id: str
    holder_id: str | None
    due_at: datetime | None
    words: Mapping[Word, datetime]


@dataclass(frozen=True, slots=True)
class ChangeTask:
    """What is left out stays; `Overtaken` is raised where it is not any more what was seen.

    Attributes:
        words: As in `AddTask`, in place of all that were planned; None: these stay.
    """

    task: Task
    done: bool = False
    body: Json | None = None
    holder_id: str | Same | None = SAME
    offered: bool | None = None
    words: Mapping[Word, datetime] | None = None


@dataclass(frozen=True, slots=True)
class EndDraft:
    """What was told in a draft belongs to this case now.

    Attributes:
        body: The case's new body; None where nothing in it changed.
    """

    draft_id: str
    case_id: str
    body: Json | None


@dataclass(frozen=True, slots=True)
class WriteEntry:
    """A line in the timeline. Notices of the same decision name it as `$entry`."""

    kind: EntryKind
    case_id: str | None
    body: Json
    author_id: str | None = None
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class FamilyWaits:
    """The family waits for an answer since then; None: it was answered."""

    case_id: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class OweWord:
    """She is to hear that there is nothing new, not before then; unless a letter goes out."""

    case_id: str
    person_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GiveWord:
    """Something was written to all who follow the case: nothing is owed to them any more."""

    case_id: str


@dataclass(frozen=True, slots=True)
class DecideLink:
    """Somebody of the team decides whether whoever came with a link may follow.

    Attributes:
        decision: As in `storage.links`; where it was decided already, nothing of the decision is done.
    """

    link_id: str
    decision: str
    by: str


@dataclass(frozen=True, slots=True)
class LoseFollower:
    """Whoever followed the case unlinked her account; it waits for her to come back."""

    case_id: str
    person_id: str


@dataclass(frozen=True, slots=True)
class RegainFollower:
    """She is back, and it was checked that it is she.

    Attributes:
        was: Who she was when she followed.
        body: The case's new body, which says that both are one.
    """

    case_id: str
    was: str
    person_id: str
    body: Json


@dataclass(frozen=True, slots=True)
class Follow:
    """This person hears about the case from now on."""

    case_id: str
    person_id: str


@dataclass(frozen=True, slots=True)
class ShareIncidents:
    """What the case is under, the other is under from now on, too."""

    case_id: str
    into_id: str


@dataclass(frozen=True, slots=True)
class Unfollow:
    """And this one no more."""

    case_id: str
    person_id: str


Change = (
    OpenCase
    | ChangeCase
    | EndDraft
    | WriteEntry
    | FamilyWaits
    | LoseFollower
    | RegainFollower
    | AddMatter
    | ChangeMatter
    | AddTask
    | ChangeTask
    | OweWord
    | GiveWord
    | DecideLink
    | Follow
    | ShareIncidents
    | Unfollow
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that somebody must receive, in her own language.

    Attributes:
        by_day: At her daytime; None: at once.
    """

    to: str
    lane: Lane
    parts: tuple[Part, ...]
    rows: Rows = ()
    by_day: Daytime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything that follows from one act, to be kept together or not at all."""

    changes: tuple[Change, ...]
    notices: tuple[Notice, ...]
    audit: tuple[str, str | None]
    """The action, and the id of what it was done to."""
