"""When somebody of the team is reminded of a task, and when she is left alone.

Pure: nothing is said at night, on her days off, on public holidays, while she rests; what falls
into such a time waits for her next morning, and all that waited comes together.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from handlers.rules.office import Office
from handlers.rules.reminding_steps import Steps
from storage.records import Person
from storage.team import Profile

MOST_A_DAY = 3
"""Messages that remind one person on one of her days; offers are not among them."""

_LONGEST_WAIT = 60  # days; whoever rests for longer is not waited for


class Word(StrEnum):
    """What somebody hears about a task, in the order of time."""

    BEFORE = "before"
    DUE = "due"
    OVERDUE = "overdue"
    UP = "up"  # coordinators: it was not done
    BACK = "back"  # coordinators: nobody has it any more


_RANK = {one: at for at, one in enumerate(Word)}


class Later(StrEnum):
    """Until when she puts a task off."""

    EVENING = "evening"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    DATE = "date"


def next_allowed(person: Person, profile: Profile, office: Office, at: datetime) -> datetime | None:
    """The first time from *at* on at which she may be reminded, UTC; None: not for a long time.

    Args:
        at: Aware.
    """
    zone = office.zone_of(person)
    here = at.astimezone(zone)
    start, end = profile.hours
    for later in range(_LONGEST_WAIT):
        day = here.date() + timedelta(days=later)
        if not _is_hers(day, profile, office):
            continue
        # By way of UTC: an hour that the clocks leave out is the one after it, as clocks show it.
        opens = max(datetime.combine(day, start, zone).astimezone(UTC), at.astimezone(UTC))
        shown = opens.astimezone(zone)
        if shown.date() == day and start <= shown.time() < end:
            return opens
    return None


def next_morning(person: Person, profile: Profile, office: Office, at: datetime) -> datetime | None:
    """As `next_allowed`, on a later day of hers than that of *at*."""
    zone = office.zone_of(person)
    tomorrow = at.astimezone(zone).date() + timedelta(days=1)
    return next_allowed(person, profile, office, datetime.combine(tomorrow, time(), zone))


def _is_hers(day: date, profile: Profile, office: Office) -> bool:
    return (
        day.weekday() not in profile.days_off
        and not profile.rests_on(day)
        and not office.workdays.is_holiday(day)
    )


def planned(
    due_at: datetime, steps: Steps, now: datetime, *, began: datetime | None = None
) -> Mapping[Word, datetime]:
    """When whoever has the task hears which word, and coordinators theirs.

    Args:
        due_at: When it is due; or until when it was put off.
        began: When she got it: she needs no word before its time where that is past by then.
    """
    words = {Word.DUE: due_at, Word.OVERDUE: due_at + steps.again, Word.UP: due_at + steps.up}
    before = due_at - steps.before
    if began is not None and steps.before and before > began:
        words[Word.BEFORE] = before
    # What is past when it is entered was not missed by anybody: it counts from now.
    late = max(timedelta(), now - due_at)
    return {word: at + late if word is not Word.BEFORE else at for word, at in words.items()}


def highest(words: Iterable[str]) -> Word:
    """The one that is true of all that were due meanwhile: what is no longer so is not made up for."""
    return max((Word(one) for one in words), key=_RANK.__getitem__)


def due_of(day: date, hour: int | None, office: Office, person: Person) -> datetime:
    """When a task is due, UTC: at this hour where she lives, or when the office opens on that day.

    Args:
        hour: 0 to 23; None: no time of day.
    """
    if hour is None:
        return datetime.combine(day, office.hours[0], office.zone).astimezone(UTC)
    return datetime.combine(day, time(hour), office.zone_of(person)).astimezone(UTC)


def later(until: Later, person: Person, office: Office, now: datetime) -> datetime:
    """When she wants to hear of it again, UTC: this evening, tomorrow or on Monday, where she lives."""
    zone = office.zone_of(person)
    here = now.astimezone(zone)
    match until:
        case Later.EVENING if here.time() < time(18):
            day, hour = here.date(), time(18)
        case Later.MONDAY:
            day, hour = here.date() + timedelta(days=7 - here.weekday()), time(9)
        case _:
            day, hour = here.date() + timedelta(days=1), time(9)
    return datetime.combine(day, hour, zone).astimezone(UTC)


def next_day(due_at: datetime, days: int, now: datetime, office: Office, person: Person) -> datetime:
    """When a task that is done comes again: so many days after it was due, at the same time by the clock."""
    zone = office.zone_of(person)
    here = due_at.astimezone(zone)
    then = due_at
    while then <= now or then == due_at:
        here = datetime.combine(here.date() + timedelta(days=days), here.time(), zone)
        then = here.astimezone(UTC)
    return then
