"""What was promised and what was heard in a year, and everything that is wrong with it. Pure."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

NIGHT = time(22), time(8)
_DAY = timedelta(days=1)
# These say the same twice by intent: on two days before a promise, when nobody took a translation, and
# every two days while grave news waits for a person to tell it.
_SAID_AGAIN = {"alert-promise-soon", "alert-translation", "alert-news-waits"}
_NOTHING_NEW = {"promise-nothing-new", "promise-working"}  # the second while grave news waits


@dataclass(frozen=True)
class Heard:
    """Something that came to somebody of its own accord.

    Attributes:
        zone: Where she lived then.
        messages: Ids of our texts, in order, each with its arguments.
    """

    person: str
    at: datetime
    zone: ZoneInfo
    messages: tuple[tuple[str, str], ...]

    @property
    def here(self) -> datetime:
        """Her own time."""
        return self.at.astimezone(self.zone)


@dataclass
class Promised:
    """A day by which the family of a case hears.

    Attributes:
        ended_at: When it was over: a letter was written, the day came, or the case was closed.
        how: letter, due, closed; None while it runs.
        next_day: Where the day came and nobody had written: the next.
        team: Who is responsible for the case.
    """

    code: str
    day: date
    made_at: datetime
    team: tuple[str, ...]
    ended_at: datetime | None = None
    how: str | None = None
    next_day: date | None = None


@dataclass
class Owed:
    """The day came and nobody had written: this reader must hear so.

    Attributes:
        void_at: A letter went out instead, or the case was closed, or she is not to be reached.
        moved: She told another zone in between: only that she hears at all can be asked.
    """

    person: str
    code: str
    day: date
    next_day: date
    zone: ZoneInfo
    void_at: datetime | None = None
    moved: bool = False


@dataclass
class Told:
    """The whole year.

    Attributes:
        awake: The times at which the house ran and looked at what is due; ascending.
        left: What hung on cases, was due, and was not looked at by the end of a step.
    """

    office: ZoneInfo
    awake: list[datetime] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    promised: list[Promised] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def wrong(told: Told) -> list[str]:
    """Everything that should not be, in words."""
    return [
        *told.left,
        *_at_night(told.heard),
        *_twice(told.heard),
        *_too_often(told.heard),
        *_promises(told),
        *_reminders(told),
        *_alerts(told),
    ]


def _at_night(heard: Sequence[Heard]) -> Iterator[str]:
    late, early = NIGHT
    for one in heard:
        if one.here.time() >= late or one.here.time() < early:
            yield f"at night: {one.person} at {one.here:%Y-%m-%d %H:%M} {one.zone.key}: {one.messages}"


def _twice(heard: Sequence[Heard]) -> Iterator[str]:
    """The same with the same arguments; a line that says nothing has none."""
    seen: Counter[Any] = Counter()
    for one in heard:
        ids = {name for name, _ in one.messages}
        if any(args for _, args in one.messages) and not ids & _SAID_AGAIN:
            seen[one.person, one.messages] += 1
    yield from (f"{count} times: {what}" for what, count in seen.items() if count > 1)


def _words(heard: Sequence[Heard]) -> Iterator[tuple[Heard, str]]:
    """Each word that nothing is new, with the arguments of one case."""
    for one in heard:
        yield from ((one, args) for name, args in one.messages if name in _NOTHING_NEW)


def _too_often(heard: Sequence[Heard]) -> Iterator[str]:
    days: Counter[Any] = Counter()
    for one in heard:
        if any(name in _NOTHING_NEW for name, _ in one.messages):
            days[one.person, one.here.date()] += 1
    yield from (f"{count} words on one day: {what}" for what, count in days.items() if count > 1)


def _promises(told: Told) -> Iterator[str]:
    said: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for one, args in _words(told.heard):
        said[one.person, args].append(one)
    for owed in told.owed:
        found = said.pop((owed.person, f"{owed.code} {owed.next_day}"), [])
        latest = _latest(told, owed)
        if latest is None or (owed.void_at is not None and owed.void_at <= latest):
            continue
        if not found:
            yield f"never: {owed.person} of {owed.code}, promised {owed.day}, by {latest}"
        elif found[0].at > latest and not owed.moved:
            yield f"late: {owed.person} of {owed.code}, {owed.day}: {found[0].at} and not {latest}"
    yield from (f"nobody promised: {what}" for what in said)


def _latest(told: Told, owed: Owed) -> datetime | None:
    """The first time at which she could have heard: the house ran, in her daytime, after noon at the office.

    None where the year ended before.
    """
    noon = datetime.combine(owed.day, time(12), told.office)
    for at in told.awake[bisect_left(told.awake, noon) :]:
        here, there = at.astimezone(owed.zone), at.astimezone(told.office)
        if there.time() < time(12) or not time(9) <= here.time() < time(21):
            continue
        return at
    return None


def _reminders(told: Told) -> Iterator[str]:
    """On each of the two days before, once to each who is responsible, if the house ran then."""
    came = _lines(told, "promise-soon-line")
    expected: Counter[tuple[str, str]] = Counter()
    for promise in told.promised:
        for days in (2, 1):
            if _ran(told, promise, promise.day - days * _DAY):
                for reader in promise.team:
                    expected[reader, f"{promise.code} {promise.day}"] += 1
    # What is due at the very end of the year may come to somebody far away only after it.
    last = told.awake[-1].date() + _DAY
    yield from (
        f"reminders: {what}: {came[what]} and not {expected[what]}"
        for what in sorted(came.keys() | expected.keys())
        if came[what] != expected[what] and date.fromisoformat(what[1].split()[1]) <= last - _DAY
    )


def _lines(told: Told, *names: str) -> Counter[tuple[str, str]]:
    """How often each heard one of these texts, by its arguments."""
    return Counter((one.person, args) for one in told.heard for name, args in one.messages if name in names)


def _ran(told: Told, promise: Promised, day: date) -> bool:
    begins = datetime.combine(day, time(9), told.office)
    for at in told.awake[bisect_left(told.awake, begins) :]:
        if at >= begins + timedelta(hours=12):
            return False
        if at > promise.made_at and (promise.ended_at is None or at < promise.ended_at):
            return True
    return False


def _alerts(told: Told) -> Iterator[str]:
    """Where the day came and nobody had written, each who is responsible hears so once."""
    came = _lines(told, "alert-promise", "alert-promise-unheard", "alert-promise-news")
    due: Counter[tuple[str, str]] = Counter()
    for promise in told.promised:
        if promise.how == "due":
            due.update((reader, f"{promise.code} {promise.next_day}") for reader in promise.team)
    last = told.awake[-1].date() + timedelta(days=5)  # whose next day is later was due at the very end
    yield from (
        f"alerts: {what}: {came[what]} and not {due[what]}"
        for what in sorted(came.keys() | due.keys())
        if came[what] != due[what] and date.fromisoformat(what[1].split()[1]) <= last
    )
