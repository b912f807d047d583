"""What is due by the clock for unfinished reports that rest, done in one transaction a batch.

`handlers.rules.resting` decides; here it is read, written and said. A talk that is about an
erased report is left as it is: it holds no word of it, and her next words find their place anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from handlers.context import Speech
from handlers.erasing import CLOCK, erase_draft
from handlers.intake.keeping import everything
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.rules.resting import APART, Care, Rest, Step, tend
from handlers.saying import Part, msg
from storage import audit, drafts, outbox, people
from storage.errors import SealBroken
from storage.records import Lane, Person, Resting, Said
from storage.store import Tx

_AT_ONCE = 50  # drafts of one transaction; measured: 20 ms on SQLite, 80 ms on PostgreSQL


def tend_resting(tx: Tx, office: Office, now: datetime) -> int:
    """Look after what is due, of some people; returns how many drafts it were."""
    tended = 0
    # In the order of their ids, so that two processes at once wait for each other and not in a circle.
    for person_id in sorted(drafts.owners_due(tx, now, _AT_ONCE)):
        try:
            with tx.savepoint():
                tended += _tend_hers(tx, office, person_id, now)
        except SealBroken:
            # Something of hers is damaged on the disk. It must not hold up everybody else.
            drafts.put_off(tx, person_id, now, now + APART)
            audit.write(tx, None, "resting-unreadable", person_id, now)
    return tended


def _tend_hers(tx: Tx, office: Office, person_id: str, now: datetime) -> int:
    person = people.by_id(tx, person_id)
    office = replace(office, zone=office.zone_of(person))  # her day and her night, not those of the office
    due = drafts.due_of(tx, person_id, now)
    if not due:
        return 0
    reached = _reached(tx, person_id, due, now)
    told_last = drafts.said_last(tx, person_id)
    steps = tend([_rest(one, person, reached, told_last) for one in due], office, now)
    for one, step in zip(due, steps, strict=True):
        told = step.care in (Care.REMIND, Care.ANNOUNCE, Care.ERASE)
        drafts.tended(tx, one.draft.id, step.said, step.next_at, told_at=now if told else None)
        if step.care in (Care.ERASE, Care.LET_GO):
            erase_draft(tx, one.draft, now, by=CLOCK)
            audit.write(tx, None, "erased-resting-draft", one.draft.id, now)
    _say(Speech(tx, now, _key(person_id, now)), person, office, list(zip(due, steps, strict=True)))
    return len(due)


def _reached(tx: Tx, person_id: str, due: Iterable[Resting], now: datetime) -> dict[datetime, datetime]:
    """When each announcement reached her, by when it was made; one that did not, is taken back."""
    reached: dict[datetime, datetime] = {}
    for said_at in {one.said_at for one in due if one.said is Said.ANNOUNCED and one.said_at is not None}:
        # The first, and only, message of its cause.
        key = f"{_key(person_id, said_at)}:1"
        state, settled_at = outbox.fate(tx, key) or ("sent", said_at)  # forgotten: settled days ago
        if state == "claimed":
            reached[said_at] = now
        elif state != "waiting" or not outbox.take_back(tx, key):
            reached[said_at] = settled_at or said_at
    return reached


def _rest(
    one: Resting, person: Person, reached: dict[datetime, datetime], told_last: datetime | None
) -> Rest:
    said, heard_at = one.said, None
    if said is Said.ANNOUNCED:
        heard_at = reached.get(one.said_at) if one.said_at is not None else None
        said = said if heard_at is not None else Said.REMINDED_TWICE
    told = one.draft.body
    return Rest(
        touched_at=one.draft.updated_at,
        said=said,
        heard_at=heard_at,
        told_last=told_last,
        agreed=told["consent"] is not None,
        told=told["consent"] is not None or bool(everything(told)),
        reachable=person.reachable,
    )


def _key(person_id: str, at: datetime) -> str:
    return f"rest/{person_id}/{at.astimezone(UTC):%Y%m%dT%H%M%S.%f}"


def _say(speech: Speech, person: Person, office: Office, tended: Sequence[tuple[Resting, Step]]) -> None:
    """One message about all of hers that are due; `tend` lets only one kind of word through."""
    loud = [(one, step) for one, step in tended if step.care >= Care.REMIND]
    if not loud:
        return
    parts: list[Part] = [msg("rest-word")]
    ids = [one.draft.id for one, _ in loud]
    rows: Rows
    match loud[0][1].care:
        case Care.REMIND:
            agreed = all(_agreed(one) for one, _ in loud)
            parts.append(msg("rest-reminder" if agreed else "rest-reminder-held"))
            rows = ((Choice(msg("button-resume"), "rest.resume"),), _person(ids))
        case Care.ANNOUNCE:
            days = {_agreed(one): office.today(step.next_at) for one, step in loud}
            for agreed, day in sorted(days.items(), reverse=True):
                parts.append(msg("rest-announcement" if agreed else "rest-announcement-held", day=day))
            rows = (
                (Choice(msg("button-resume"), "rest.resume"),),
                (Choice(msg("button-keep-longer"), "rest.keep", {"drafts": ids}),),
                (_erase(ids),),
                _person(ids),
            )
        case _:
            parts.append(msg("rest-erased"))
            rows = (
                (Choice(msg("button-report"), "draft.start"),),
                (Choice(msg("button-person"), "person.ask"),),
            )
    speech.to(person, *parts, rows=rows, lane=Lane.NOTICE)


def _agreed(one: Resting) -> bool:
    return one.draft.body["consent"] is not None


def _erase(ids: Sequence[str]) -> Choice:
    if len(ids) == 1:
        return Choice(msg("button-erase-now"), "privacy.ask", {"draft": ids[0]})
    return Choice(msg("button-erase-now"), "rest.erase", {"drafts": list(ids)})


def _person(ids: Sequence[str]) -> tuple[Choice, ...]:
    about = {"draft": ids[0]} if len(ids) == 1 else {}
    return (Choice(msg("button-person"), "person.ask", about),)
