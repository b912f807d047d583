"""A team lives through weeks: tasks fall due, the power fails, transactions die, people rest and move."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.daytime import by_day
from handlers import leaving, reminding
from handlers.rules.decision import AddTask, ChangeTask
from handlers.rules.office import Office
from handlers.rules.reminding import Word, planned
from handlers.rules.reminding_steps import STEPS, Kind
from storage import keyboards, outbox, people, profiles, tasks
from storage.records import Lane, Role, Way
from storage.store import Store, Tx
from storage.team import Profile

BEGIN = datetime(2026, 10, 12, 6, 0, tzinfo=UTC)
"""Clocks are put back on 25 October in Berlin and on 1 November in Los Angeles, on in spring."""
SPRING = datetime(2027, 3, 8, 6, 0, tzinfo=UTC)
"""And on here: 14 March in Los Angeles, 28 March in Berlin."""

ZONES = (
    "America/Los_Angeles", "America/New_York", "Europe/Berlin", "Europe/Istanbul", "Asia/Almaty",
    "Asia/Shanghai", "Asia/Tokyo", "Europe/London", "America/Anchorage",
)  # fmt: skip
OFFICE = Office(ZoneInfo("Asia/Almaty"), (time(10), time(18)), frozenset(range(5)), 7, "izdeu_bot")
_HOUR = timedelta(hours=1)
_NIGHT = (time(22, 30), time(8))


def as_the_job_does(tx: Tx, office: Office, now: datetime) -> int:
    """The tick of the schedule."""
    return reminding.tend(tx, office, now, leaving.hand_everything_back)


class Killed(Exception):
    """The process died before its transaction was committed."""


@dataclass
class Owed:
    """One word that somebody must hear.

    Attributes:
        at: When it was planned for; nobody may hear it before.
        until: The task was done then; nothing is owed any more. None: it was not.
    """

    task: str
    word: Word
    at: datetime
    until: datetime | None = None


@dataclass
class Heard:
    """A message that reminded somebody."""

    person: str
    at: datetime
    local: datetime
    tasks: tuple[tuple[str, str], ...]
    """Each task with its word, as the message named them."""


@dataclass
class Told:
    """What was owed, what was heard, and when the machine was awake."""

    owed: list[Owed] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    holders: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    coordinators: list[str] = field(default_factory=list)
    ended_at: datetime = BEGIN
    killed: int = 0
    dark: float = 0.0


class Weeks:
    """A team, its tasks, and a clock that moves.

    Args:
        stores: Of which one ticks each time; the same database behind all.
        count: How many reminders are to be owed, about.
        tend: The tick; another one plants a fault.
        tick: Ticks elsewhere, and says whether there may be more; None: here.
    """

    def __init__(
        self,
        stores: list[Store],
        count: int,
        random: Random,
        *,
        begin: datetime = BEGIN,
        days: int = 40,
        tend: Callable[[Tx, Office, datetime], int] = as_the_job_does,
        tick: Callable[[datetime], bool] | None = None,
    ) -> None:
        self.stores, self.count, self.random = stores, count, random
        self.begin, self.days, self._tend, self._tick = begin, days, tend, tick
        self.told = Told()
        self._open: dict[str, datetime] = {}

    def live(self) -> Told:
        """All of it; returns what was told."""
        store = self.stores[0]
        store.write_now(self._seed)
        now, end = self.begin, self.begin + timedelta(days=self.days)
        dark_at = now + timedelta(hours=self.random.randint(20, 60))
        while now < end + timedelta(days=12):
            now += timedelta(minutes=self.random.choice((7, 20, 45)))
            if now >= dark_at and now < end:
                hours = self.random.uniform(0, 72)
                now += timedelta(hours=hours)
                self.told.dark += hours
                dark_at = now + timedelta(hours=self.random.randint(40, 160))
            if now < end:
                store.write_now(lambda tx, at=now: self._some_are_done(tx, at))
            self._ticks(now)
            store.write_now(lambda tx, at=now: self._listens(tx, at))
        self.told.ended_at = now
        return self.told

    def _seed(self, tx: Tx) -> None:
        for number in range(24):
            zone = ZONES[number % len(ZONES)]
            person = people.welcome(tx, number + 1, number + 1, self.begin)
            people.set_language(tx, person.id, "en")
            role = Role.COORDINATOR if number < 3 else Role.VOLUNTEER
            people.set_role(tx, person.id, role, self.begin)
            people.set_habits(tx, people.by_id(tx, person.id), zone=zone, way=Way.PING)
            hours = self.random.choice(((time(9), time(21)), (time(18), time(22, 30)), (time(12), time(20))))
            off = frozenset(self.random.sample(range(7), self.random.randint(0, 2)))
            paused = None
            if self.random.random() < 0.2:
                paused = (self.begin + timedelta(days=self.random.randint(2, 9))).date()
            kept = Profile(person.id, hours=hours, days_off=off, paused_until=paused)
            profiles.keep(tx, kept, self.begin)
            self.told.profiles[person.id] = kept
            if role is Role.COORDINATOR:
                self.told.coordinators.append(person.id)
            else:
                self.told.holders[person.id] = zone
        team = sorted(self.told.holders)
        for _ in range(self.count // 4):
            self._adds(tx, self.random.choice(team))

    def _adds(self, tx: Tx, holder: str) -> None:
        due = self.begin + timedelta(minutes=self.random.randint(60, self.days * 24 * 60))
        kind = self.random.choice(tuple(Kind))
        words = planned(due, STEPS[kind], self.begin, began=self.begin)
        body = {"text": "made up", "shown": "made up", "files": [], "checklist": [], "code": None}
        new = AddTask(None, kind, body, self.told.coordinators[0], holder, due, words)
        task = reminding.add(tx, new, self.begin)
        self._open[task] = due
        # Written down a second time: not read from what was planned.
        steps = STEPS[kind]
        if due - steps.before > self.begin:
            self.told.owed.append(Owed(task, Word.BEFORE, due - steps.before))
        self.told.owed += [
            Owed(task, Word.DUE, due),
            Owed(task, Word.OVERDUE, due + steps.again),
            Owed(task, Word.UP, due + steps.up),
        ]

    def _some_are_done(self, tx: Tx, now: datetime) -> None:
        for task in [one for one, due in self._open.items() if due < now + timedelta(days=2)]:
            if self.random.random() < 0.004:
                found = tasks.by_id(tx, task)
                assert found is not None
                reminding.change(tx, ChangeTask(found, done=True, words={}), now)
                del self._open[task]
                for one in self.told.owed:
                    if one.task == task:
                        one.until = now

    def _ticks(self, now: datetime) -> None:
        if self.random.random() < 0.2:
            self._is_killed(now)
        if self._tick is not None:
            while self._tick(now):
                pass
            return
        while self.random.choice(self.stores).write_now(lambda tx: self._tend(tx, OFFICE, now)):
            pass

    def _is_killed(self, now: datetime) -> None:
        """All is written, nothing committed."""

        def dies(tx: Tx) -> None:
            if self._tend(tx, OFFICE, now):
                self.told.killed += 1
            raise Killed

        with suppress(Killed):
            self.stores[0].write_now(dies)

    def _listens(self, tx: Tx, now: datetime) -> None:
        while claimed := outbox.claim(tx, Lane.ALERT, 500, now + _HOUR, now):
            for one in by_day(tx, claimed, now):
                person = str(one.person_id)
                zone = ZoneInfo(people.by_id(tx, person).zone or OFFICE.zone.key)
                named = tuple(_named(tx, one.body))
                self.told.heard.append(Heard(person, now, now.astimezone(zone), named))
                outbox.settle(tx, one.id, "sent", now)


def _named(tx: Tx, body: object) -> Iterator[tuple[str, str]]:
    """Which tasks a message speaks of and with which words, in its order."""
    assert isinstance(body, dict)
    words = [line["id"].removeprefix("remind-") for part in body["parts"] for line in part.get("lines", ())]
    kept = keyboards.find(tx, body["keyboard"][0][0]["data"][:-1])
    assert kept is not None
    opened = [one["args"]["task"] for one in kept.body["deeds"] if one["do"] == "task.open"]
    yield from zip(opened, words, strict=True)


def wrong(told: Told) -> list[str]:
    """What was missed, doubled, too early, at night, or too often."""
    found: list[str] = []
    said: dict[tuple[str, str, str], list[datetime]] = {}
    for one in told.heard:
        found += _at_a_bad_time(told, one)
        for task, word in one.tasks:
            said.setdefault((task, word, one.person), []).append(one.at)
    for (task, word, person), times in said.items():
        if len(times) > 1:
            found.append(f"doubled: {word} of {task} to {person} at {times}")
    found += _too_often(told)
    by_task: dict[str, list[tuple[Word, datetime]]] = {}
    for (task, word, _), times in said.items():
        by_task.setdefault(task, []).extend((Word(word), at) for at in times)
    ranks = {one: at for at, one in enumerate(Word)}
    planned_at = {(one.task, one.word): one.at for one in told.owed}
    for (task, word, _), times in said.items():
        due = planned_at.get((task, word))  # type: ignore[call-overload]  # a word is its value
        if due is None or min(times) < due:
            found.append(f"early: {word} of {task} at {min(times)}, planned for {due}")
    for owed in told.owed:
        heard = by_task.get(owed.task, [])
        if owed.until is not None:
            found += [f"after: {owed.task} was done" for _, at in heard if at > owed.until]
            continue
        if owed.word is Word.UP:
            answered = any(word is Word.UP for word, _ in heard)
        else:
            answered = any(
                word is not Word.UP and ranks[word] >= ranks[owed.word] and at >= owed.at
                for word, at in heard
            )
        if not answered:
            found.append(f"missed: {owed.word} of {owed.task}, planned for {owed.at}")
    return found


def _at_a_bad_time(told: Told, one: Heard) -> Iterator[str]:
    profile, here = told.profiles[one.person], one.local
    start, end = profile.hours
    if here.time() >= _NIGHT[0] or here.time() < _NIGHT[1]:
        yield f"night: {one.person} at {here}"
    elif not start <= here.time() < end:
        yield f"hours: {one.person} at {here}, who is there from {start} to {end}"
    if here.weekday() in profile.days_off or profile.rests_on(here.date()):
        yield f"rest: {one.person} at {here}"
    if here.date() in _HOLIDAYS:
        yield f"holiday: {one.person} at {here}"


_HOLIDAYS = {
    date(2026, 10, 25), date(2026, 12, 16), date(2027, 3, 8), date(2027, 3, 21), date(2027, 3, 22),
    date(2027, 3, 23),
}  # fmt: skip


def _too_often(told: Told) -> Iterator[str]:
    count: dict[tuple[str, date], int] = {}
    for one in told.heard:
        key = one.person, one.local.date()
        count[key] = count.get(key, 0) + 1
    for (person, day), times in count.items():
        if times > 3:
            yield f"often: {person} on {day}, {times} times"
