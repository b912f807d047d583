"""Who is asked next whether she takes a role on a case, and what she is shown when she has it.

One is asked at a time, or several at once where the first wins. Nobody is asked outside the
hours that she has told, and only those count for how long an answer is waited for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from handlers.rules.office import Office, within_hours
from handlers.rules.volunteering import Helper, Skill
from storage.team import Answer, Assignment, Ping

PATIENCE = timedelta(hours=3)
"""So long one has for an answer, of her own hours; then the next in line is asked, too."""
PATIENCE_URGENT = timedelta(hours=1)
MOST_TRIED = 3
"""After so many without a yes a coordinator is told: the machine asks no others by itself."""


class Why(StrEnum):
    """Why somebody declines or hands back; optional."""

    TIME = "time"
    UNWELL = "unwell"
    FAR = "far"
    SKILL = "skill"
    HEAVY = "heavy"
    KNOWN = "known"  # she knows the family


_PERSON = ("name", "event", "when", "where", "story")
_FAMILY = ("phone", "call-times", "second-contact")
SHOWN: Mapping[Skill, tuple[str, ...]] = {
    Skill.CALL: (*_PERSON, *_FAMILY),
    Skill.VISIT: (*_PERSON, *_FAMILY),
    Skill.TRANSLATE: _PERSON,
    Skill.WRITE: _PERSON,
    Skill.LEGAL: _PERSON,
    Skill.DRIVE: (),  # where and when stands in what is asked
}
"""Which answers of the report a role needs, by the keys of their questions; no others are shown."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is to be done for an assignment for which somebody is looked for.

    Attributes:
        kept: How it stands with each whose standing changes.
        asks: Of those, who is asked now.
        next_at: When to look again; None: it waits for a person.
        nobody: A coordinator must hear that nobody takes it.
    """

    kept: tuple[Ping, ...]
    asks: tuple[Ping, ...]
    next_at: datetime | None
    nobody: bool


def in_line(
    assignment: Assignment, before: Sequence[Ping], chosen: Sequence[str], now: datetime
) -> list[Ping]:
    """Those whom a coordinator chose come next, in her order, whatever was with them before."""
    known = {one.person_id: one for one in before}
    last = max((one.place for one in before), default=0)
    return [
        replace(
            known.get(person_id) or Ping(assignment.id, person_id, 0, Answer.IN_LINE, 0, now),
            place=last + number,
            state=Answer.IN_LINE,
            at=now,
            until=None,
            reason=None,
        )
        for number, person_id in enumerate(chosen, 1)
    ]


def turn(
    assignment: Assignment,
    pings: Sequence[Ping],
    helpers: Sequence[Helper],
    office: Office,
    now: datetime,
    *,
    all_at_once: bool = False,
) -> Turn:
    """Whom to ask now, if anybody.

    Args:
        pings: Who was or will be asked, in order.
        helpers: Who may be asked now, whoever fits best first.
        all_at_once: All that stand in line are asked together.
    """
    may = {one.person.id: one for one in helpers}
    changed: dict[str, Ping] = {}
    for one in pings:
        if (one.state is Answer.ASKED and (one.person_id not in may or (one.until or now) <= now)) or (
            one.state is Answer.LATER and one.person_id not in may
        ):
            changed[one.person_id] = replace(one, state=Answer.LAPSED, at=now, until=None)
    current = [changed.get(one.person_id, one) for one in pings]
    asks = [
        _asked(assignment, one, may[one.person_id], office, now)
        for one in current
        if one.state is Answer.LATER and (one.until or now) <= now
    ]
    line = [one for one in current if one.state is Answer.IN_LINE and one.person_id in may]
    waits = any(one.state is Answer.ASKED for one in current) or bool(asks)
    if all_at_once:
        asks += [_asked(assignment, one, may[one.person_id], office, now) for one in line]
    elif not waits and _tried(assignment, current) < MOST_TRIED:
        asks += [_asked(assignment, one, may[one.person_id], office, now) for one in line[:1]]
        if not asks:
            asks += _next_of(assignment, current, helpers, office, now)
    changed |= {one.person_id: one for one in asks}
    after = {**{one.person_id: one for one in current}, **changed}
    ends = [
        one.until
        for one in after.values()
        if one.state in (Answer.ASKED, Answer.LATER) and one.until is not None
    ]
    return Turn(tuple(changed.values()), tuple(asks), min(ends, default=None), not ends)


def _tried(assignment: Assignment, pings: Sequence[Ping]) -> int:
    """How many have not taken it since somebody was last looked for anew."""
    return sum(
        one.state in (Answer.LAPSED, Answer.DECLINED) and one.at >= assignment.changed_at for one in pings
    )


def _next_of(
    assignment: Assignment, pings: Sequence[Ping], helpers: Sequence[Helper], office: Office, now: datetime
) -> list[Ping]:
    known = {one.person_id for one in pings}
    last = max((one.place for one in pings), default=0)
    for one in helpers:
        if one.person.id not in known:
            new = Ping(assignment.id, one.person.id, last + 1, Answer.IN_LINE, 0, now)
            return [_asked(assignment, new, one, office, now)]
    return []


def _asked(assignment: Assignment, one: Ping, helper: Helper, office: Office, now: datetime) -> Ping:
    until = _patience(assignment, helper, office, now)
    return replace(one, state=Answer.ASKED, times=one.times + 1, at=now, until=until)


def later(assignment: Assignment, one: Ping, helper: Helper, office: Office, now: datetime) -> Ping:
    """She wants to be asked again: after as long as an answer is waited for."""
    return replace(one, state=Answer.LATER, at=now, until=_patience(assignment, helper, office, now))


def _patience(assignment: Assignment, helper: Helper, office: Office, now: datetime) -> datetime:
    span = PATIENCE_URGENT if assignment.urgent else PATIENCE
    return within_hours(office.zone_of(helper.person).key, now, span, helper.profile)


def ping_key(one: Ping) -> str:
    """The cause of the message that asks her; the same time of asking has the same."""
    return f"ping/{one.assignment_id}/{one.person_id}/{one.times}"
