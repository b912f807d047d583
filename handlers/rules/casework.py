"""The long part: taking a case, writing to its family, and hearing from it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from handlers.rules import letters
from handlers.rules.decision import (
    ChangeCase,
    Choice,
    Decision,
    FamilyWaits,
    GiveWord,
    Notice,
    Rows,
    WriteEntry,
)
from handlers.rules.office import Daytime, Office
from handlers.saying import Part, msg
from storage.records import Case, EntryKind, Json, Lane, Person, Stage, StoredDraft, Urgency


def take(case: Case, coordinator: Person) -> Decision:
    """The case is this coordinator's from now on; the timeline shows the family that somebody is at it."""
    stage = Stage.VERIFYING if case.stage is Stage.NEW else None
    return Decision(
        changes=(
            ChangeCase(case.id, stage=stage, owner_id=coordinator.id),
            WriteEntry(EntryKind.TAKEN, case.id, {}, author_id=coordinator.id),
        ),
        notices=(),
        audit=("took", case.id),
    )


def write_to_family(
    case: Case,
    coordinator: Person,
    letter: Json,
    followers: Sequence[Person],
    office: Office,
    now: datetime,
    awake: frozenset[str] = frozenset(),
) -> Decision:
    """A letter: kept, and brought to each who follows as she wants it; the next promise counts from today.

    Args:
        awake: As `letters.announced`.
    """
    kept = {**letter, "to": [one.id for one in followers]}
    closed = case.stage in (Stage.CLOSED, Stage.MERGED)
    return Decision(
        changes=(
            WriteEntry(EntryKind.UPDATE, case.id, kept, author_id=coordinator.id),
            FamilyWaits(case.id, None),
            GiveWord(case.id),
            *(() if closed else (ChangeCase(case.id, promise_on=office.promise(now)),)),
        ),
        notices=letters.announced(case, letter, followers, office, now, awake),
        audit=("wrote", case.id),
    )


def family_wrote(
    case: Case,
    relative: Person,
    word: Json,
    coordinators: Iterable[Person],
    office: Office,
    now: datetime,
    *,
    alert: bool,
) -> Decision:
    """The family's words: kept, and the owner hears by day; without an owner, every coordinator.

    Args:
        alert: False while earlier words still wait to be read: one alert is enough.
    """
    readers = responsible(case, [one for one in coordinators if one.id != relative.id])
    return Decision(
        changes=(
            WriteEntry(EntryKind.WORD, case.id, word, author_id=relative.id),
            FamilyWaits(case.id, now),
        ),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-word", code=case.code),),
                _read("word.read"),
                alerted(case, one, office, now),
            )
            for one in readers
            if alert
        ),
        audit=("family-wrote", case.id),
    )


def alerted(case: Case, reader: Person, office: Office, now: datetime) -> Daytime | None:
    """When somebody of the team hears what her families do: by day, but at once where a case cannot wait."""
    return None if case.urgency is Urgency.NOW else office.by_day(reader, now)


def responsible(case: Case, coordinators: Iterable[Person]) -> list[Person]:
    """Who must hear of this case: its owner; all, where nobody owns it or the owner is not to be reached."""
    team = list(coordinators)
    # An owner who is no coordinator any more, or blocked the bot, must not be where the words end.
    return [one for one in team if one.id == case.owner_id and one.reachable] or team


def person_asked(
    relative: Person,
    word: Json,
    about: Part,
    coordinators: Iterable[Person],
    office: Office,
    now: datetime,
    *,
    alert: bool,
) -> Decision:
    """Somebody without a case wants a person: every coordinator hears, by day.

    Args:
        about: The message that says where she was when she asked.
    """
    return Decision(
        changes=(WriteEntry(EntryKind.WORD, None, word, author_id=relative.id, person_id=relative.id),),
        notices=tuple(
            Notice(
                one.id,
                Lane.ALERT,
                (msg("alert-person"), about),
                _read("word.read"),
                office.by_day(one, now),
            )
            for one in coordinators
            if alert and one.id != relative.id
        ),
        audit=("asked-for-person", relative.id),
    )


def draft_shown(
    relative: Person, draft: StoredDraft, coordinators: Iterable[Person], office: Office, now: datetime
) -> Decision:
    """The relative lets the team read her unfinished report: every coordinator hears, by day and no name."""
    read = Choice(msg("button-read-draft"), "draft.read", {"draft": draft.id, "person": relative.id})
    told = msg("alert-draft-shown", code=str(draft.body["code"]))
    return Decision(
        changes=(),
        notices=tuple(
            Notice(one.id, Lane.ALERT, (told,), ((read,),), office.by_day(one, now))
            for one in coordinators
            if one.id != relative.id
        ),
        audit=("showed-draft", draft.id),
    )


def answer_person(relative: Person, coordinator: Person, letter: Json) -> Decision:
    """The answer to somebody without a case."""
    return Decision(
        changes=(
            WriteEntry(EntryKind.UPDATE, None, letter, author_id=coordinator.id, person_id=relative.id),
        ),
        notices=(Notice(relative.id, Lane.NOTICE, (msg("notice-update"),), _read("update.read")),),
        audit=("answered-person", relative.id),
    )


def _read(deed: str) -> Rows:
    return ((Choice(msg("button-read"), deed, {"entry": "$entry"}),),)
