"""Who of the team rests: then nothing reaches her that another can do, and whoever asks sees that she rests.

Why she rests nobody sees: it is kept nowhere.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.context import Context
from handlers.rules.decision import Notice
from handlers.rules.office import Daytime, Office, held_until
from handlers.saying import Part, Short, msg
from storage import people, profiles
from storage.profiles import Profile
from storage.records import Lane, Person, Role
from storage.store import Tx


def rests(tx: Tx, office: Office, person: Person, now: datetime) -> bool:
    """Whether she has asked for rest today."""
    return _rests(profiles.of(tx, person.id), office.zone_of(person), now)


def there(tx: Tx, office: Office, team: Iterable[Person], now: datetime) -> list[Person]:
    """Of these, whoever can be reached and does not rest today."""
    return [one for one in team if one.reachable and not rests(tx, office, one, now)]


def spared(tx: Tx, office: Office, now: datetime, *, urgent: bool) -> Callable[[Profile], bool]:
    """Whether a broadcast leaves out whoever told this: while she rests, unless it is urgent.

    Only of those who have asked for rest more is looked up.
    """

    def is_spared(told: Profile) -> bool:
        if urgent or not (told.paused or told.paused_until is not None):
            return False
        return _rests(told, office.zone_of(people.by_id(tx, told.person_id)), now)

    return is_spared


def volunteers_there(tx: Tx, office: Office, now: datetime) -> list[Person]:
    """The volunteers who can be asked for something now."""
    return there(tx, office, people.with_role(tx, Role.VOLUNTEER), now)


def resting_part(ctx: Context, person: Person) -> Part | None:
    """That she rests, and until when if she has said so, for a line or a button; None: she does not."""
    told = profiles.of(ctx.tx, person.id)
    if not _rests(told, ctx.office.zone_of(person), ctx.now):
        return None
    return rests_part(None if told.paused or told.paused_until is None else Short(told.paused_until))


def rests_part(until: date | Short | None) -> Part:
    """That somebody rests, until that day; None: until she says so."""
    return msg("rests") if until is None else msg("rests-until", day=until)


def heard_by(tx: Tx, notices: Iterable[Notice], now: datetime) -> Sequence[tuple[Person, Notice]]:
    """Who hears of what a rule wants said by day: whoever rests is spared what somebody else hears, too.

    What is for one volunteer alone waits until she is back. A coordinator who rests hears what is for
    nobody else, for she has kept it in hand; and where all rest, all hear, or nobody would.
    What is said at any hour is not spared.
    """
    found = [(people.by_id(tx, one.to), one) for one in notices]
    resting: dict[str, Profile] = {}
    for person, one in found:
        if one.lane is Lane.ALERT and one.by_day is not None and person.role is not Role.FAMILY:
            told = profiles.of(tx, person.id)
            if _rests(told, _zone(person, one.by_day), now):
                resting[person.id] = told
    if not resting:
        return found
    others = [
        one.parts
        for person, one in found
        if one.lane is Lane.ALERT and person.reachable and person.id not in resting
    ]
    return [
        (person, _when_back(person, one, resting.get(person.id), now))
        for person, one in found
        if person.id not in resting or one.parts not in others
    ]


def _when_back(person: Person, one: Notice, told: Profile | None, now: datetime) -> Notice:
    if told is None or one.by_day is None or person.role is not Role.VOLUNTEER:
        return one
    zone = _zone(person, one.by_day)
    return replace(one, by_day=Daytime(held_until(zone.key, now, told) or now, one.by_day.zone, own=True))


def _zone(person: Person, by_day: Daytime) -> ZoneInfo:
    return ZoneInfo(person.zone or by_day.zone)


def _rests(told: Profile, zone: ZoneInfo, now: datetime) -> bool:
    return told.rests_on(now.astimezone(zone).date())
