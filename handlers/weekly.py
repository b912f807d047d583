"""On Monday morning coordinators hear of the week that is over: numbers and codes, and nobody's name.

Once, also where the machine was off at that hour: the Monday that was told stands in the database.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from handlers.context import Speech
from handlers.loading import loads
from handlers.rules.decision import Choice
from handlers.rules.loading import Load, View, week_to_tell
from handlers.rules.office import Office
from handlers.saying import Part, lines, msg
from storage import house, load, people, profiles
from storage.records import Lane, Role
from storage.store import Tx

_TOLD = "week_told"
_WEEK = timedelta(days=7)


def tell(tx: Tx, office: Office, now: datetime) -> int:
    """Tell every coordinator who does not rest, at her own hours; returns how many are told."""
    monday = week_to_tell(office, now)
    if monday is None or house.read(tx, _TOLD) == monday.isoformat():
        return 0
    house.write(tx, _TOLD, monday.isoformat())
    team = [one for one in people.with_role(tx, Role.COORDINATOR) if one.reachable]
    told = profiles.several(tx, [one.id for one in team])
    readers = [
        (one, told[one.id])
        for one in team
        if one.id in told and not told[one.id].rests_on(now.astimezone(office.zone_of(one)).date())
    ]
    if not readers:
        return 0
    end = datetime.combine(monday, time(), office.zone)
    begin = datetime.combine(monday - _WEEK, time(), office.zone)
    said = [
        msg("week", first=monday - _WEEK, last=monday - timedelta(days=1)),
        lines(_numbers(tx, begin, end, now)),
        *_people(loads(tx, office, now)),
    ]
    rows = (
        (Choice(msg("button-load-back"), "load.show", {"view": View.TEAM, "page": 0}),),
        (Choice(msg("button-load-picture"), "load.picture"),),
    )
    for one, profile in readers:
        speech = Speech(tx, now, f"week/{monday}/{one.id}")
        speech.to(one, *said, rows=rows, lane=Lane.NOTICE, by_day=office.by_hours(one, profile, now))
    return len(readers)


def _numbers(tx: Tx, begin: datetime, end: datetime, now: datetime) -> Sequence[Part]:
    letters, nothing_new = load.written(tx, begin, end)
    return [
        msg("week-cases", count=load.new_cases(tx, begin, end)),
        msg("week-promises", count=letters),
        msg("week-words", count=nothing_new),
        msg("week-overdue", count=load.count_overdue(tx, now)),
        msg("week-offers", count=load.count_unanswered(tx)),
    ]


def _people(team: Sequence[Load]) -> list[Part]:
    over, rest = [one.code for one in team if one.over], [one.code for one in team if one.rests]
    return [
        *([msg("week-over", codes=over)] if over else ()),
        *([msg("week-rest", codes=rest)] if rest else ()),
    ]
