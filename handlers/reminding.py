"""Reminds the team of what is to be done: one message for all that is due, at her hours, once.

The rows that say so go in the transaction that writes the message. So nothing is said twice, in
whichever process, and after a crash or a night without power the rows are still there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from handlers.away import there
from handlers.rules.decision import AddTask, ChangeTask, Choice, Rows
from handlers.rules.office import Office
from handlers.rules.pausing import returned
from handlers.rules.reminding import MOST_A_DAY, Word, highest, next_allowed, next_morning
from handlers.saying import Part, Short, lines, msg
from handlers.speech import Speech, Together
from storage import audit, people, profiles, reminders, tasks
from storage.records import Lane, Person, Role, Same
from storage.reminders import TEAM, Planned, Reminder
from storage.store import Tx
from storage.team import Profile

_AT_ONCE = 100  # rows of one look
_SHOWN = 20  # tasks in one message; the others come with a later one
_LATER = timedelta(days=1)
_SOON = timedelta(hours=1)
_FOR_TEAM = frozenset({Word.UP, Word.BACK})

HandBack = Callable[[Tx, str, datetime], object]
"""Whatever somebody has in hand goes to others."""


def add(tx: Tx, new: AddTask, now: datetime) -> str:
    """Keep a task, and when who hears of it; returns its id."""
    task_id = tasks.add(
        tx,
        new.case_id,
        new.kind,
        new.body,
        now,
        author_id=new.author_id,
        holder_id=new.holder_id,
        due_at=new.due_at,
    )
    _plan(tx, task_id, new.holder_id, new.words)
    return task_id


def change(tx: Tx, change: ChangeTask, now: datetime) -> None:
    """Write what changed, and plan anew who hears of it.

    Raises:
        Overtaken: It is not any more what was seen.
    """
    task = change.task
    tasks.change(
        tx,
        task,
        now,
        done=change.done,
        body=change.body,
        holder_id=change.holder_id,
        offered=change.offered,
    )
    if change.words is not None:
        reminders.void(tx, task.id)
        holder = task.holder_id if isinstance(change.holder_id, Same) else change.holder_id
        _plan(tx, task.id, holder, change.words)


def _plan(tx: Tx, task_id: str, holder_id: str | None, words: Mapping[Word, datetime]) -> None:
    whose = {word: TEAM if word in _FOR_TEAM else holder_id for word in words}
    reminders.plan(
        tx,
        [Planned(task_id, who, word, words[word]) for word, who in whose.items() if who is not None],
    )


def end_role(tx: Tx, case_id: str, assignment_id: str, now: datetime) -> None:
    """The task of a role that is over, or is another's, is done with; nobody is reminded of it."""
    for one in tasks.of_case(tx, case_id, open_only=True):
        if one.body.get("role") == assignment_id:
            change(tx, ChangeTask(one, done=True, offered=False, words={}), now)


def give_back(tx: Tx, person_id: str, now: datetime) -> int:
    """She cannot do what she has: it lies with the coordinators, who hear of it; returns how many."""
    found = tasks.let_go(tx, person_id, now)
    for task_id in found:
        reminders.void(tx, task_id)
    reminders.plan(tx, [Planned(task_id, TEAM, Word.BACK, now) for task_id in found])
    return len(found)


def tend(tx: Tx, office: Office, now: datetime, hand_back: HandBack) -> int:
    """Say what is due, to some people; returns to how many something was said or was put off.

    What was looked at is gone, or due later than *now*: call it until it returns 0.

    Args:
        hand_back: Called for whoever cannot hear for a long time.
    """
    due = reminders.whose(tx, now, _AT_ONCE)
    if TEAM in due:
        # First, so that what a coordinator hears of others' tasks comes together with her own.
        _to_coordinators(tx, office, now)
        due = reminders.whose(tx, now, _AT_ONCE)
    readers = [one for one in due if one != TEAM]
    if readers:
        _remind(tx, office, readers, now, hand_back)
    return len(due)


def _to_coordinators(tx: Tx, office: Office, now: datetime) -> None:
    """Whoever answers for a task is to hear of it, at her own hours; while she rests, the others."""
    due = reminders.due_of(tx, [TEAM], now)
    team = [one for one in people.with_role(tx, Role.COORDINATOR) if one.reachable]
    team = there(tx, office, team, now) or team
    if not team:
        reminders.put_off(tx, {TEAM: now + _LATER}, now)
        return
    reminders.plan(
        tx,
        [
            Planned(one.task_id, reader.id, one.word, now)
            for one in due
            if not one.over
            for reader in [each for each in team if each.id == one.owner_id] or team
        ],
    )
    reminders.said(tx, due)


@dataclass(slots=True)
class _Round:
    """What one look writes: gathered, because the way to the database costs most of it."""

    said: list[Reminder] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)
    put_off: dict[str, datetime] = field(default_factory=dict)
    nudged: dict[str, tuple[date, int]] = field(default_factory=dict)
    told: Together = field(default_factory=Together)

    def write(self, tx: Tx, now: datetime) -> None:
        """In this order: what was said may be planned anew, and what is planned for later is not put off."""
        reminders.said(tx, self.said)
        reminders.plan(tx, self.planned)
        reminders.put_off(tx, self.put_off, now)
        reminders.nudge(tx, self.nudged)
        self.told.write(tx, now)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Somebody who can be reminded, from *allowed* on.

    Attributes:
        spared: A coordinator who rests: what others can hear in her place, they hear.
        alone: One who rests, with no other there: what is overdue comes to her all the same.
    """

    person: Person
    profile: Profile
    allowed: datetime
    spared: bool = False
    alone: bool = False


def _remind(tx: Tx, office: Office, person_ids: Sequence[str], now: datetime, hand_back: HandBack) -> None:
    found, told = people.several(tx, person_ids), profiles.several(tx, person_ids)
    work, readers = _Round(), list[_Reader]()
    for person_id in person_ids:
        if person_id not in found or person_id not in told:
            # Something of hers is damaged on the disk. It must not hold up everybody else.
            work.put_off[person_id] = now + _LATER
            audit.write(tx, None, "reminder-unreadable", person_id, now)
            continue
        person, profile = found[person_id], told[person_id]
        rests = person.role is Role.COORDINATOR and profile.rests_on(_day_of(office, person, now))
        spared = rests and _others_are_there(tx, office, person, now)
        alone = rests and not spared
        if alone:
            profile = returned(profile)
        allowed = next_allowed(person, profile, office, now)
        if person.role is Role.FAMILY or not person.reachable or allowed is None:
            # At once, so that nobody is reminded any more of what goes back.
            _cannot_hear(tx, person, work, now, hand_back)
        else:
            readers.append(_Reader(person, profile, allowed, spared, alone))
    ids = [one.person.id for one in readers]
    due = _to_be_said(reminders.due_of(tx, ids, now), work, now) if ids else {}
    nudged = reminders.nudged(tx, ids) if due else {}
    for one in readers:
        hers = due.get(one.person.id, [])  # nothing, where another process was faster
        if one.spared:
            hers = _to_others(one.person, hers, work, now)
        if hers:
            _tell(tx, office, one, hers, nudged.get(one.person.id), work, now)
    work.write(tx, now)


def _day_of(office: Office, person: Person, now: datetime) -> date:
    return now.astimezone(office.zone_of(person)).date()


def _others_are_there(tx: Tx, office: Office, person: Person, now: datetime) -> bool:
    team = people.with_role(tx, Role.COORDINATOR)
    return bool(there(tx, office, (one for one in team if one.id != person.id), now))


def _to_others(person: Person, due: Sequence[Reminder], work: _Round, now: datetime) -> list[Reminder]:
    """What she was to hear as a coordinator another hears; returns what she has to do herself."""
    hers = [one for one in due if one.holder_id == person.id]
    theirs = [one for one in due if one.holder_id != person.id]
    work.said += theirs
    work.planned += [Planned(one.task_id, TEAM, one.word, now + timedelta(minutes=1)) for one in theirs]
    return hers


def _to_be_said(due: Sequence[Reminder], work: _Round, now: datetime) -> dict[str, list[Reminder]]:
    """Of what is due, by who hears it, what is still worth a word."""
    left: dict[str, list[Reminder]] = {}
    for one in due:
        if one.over:
            work.said.append(one)
        elif one.at_rest:
            # Whoever looks for nobody any more is not reminded; where the case goes on, she is.
            work.planned.append(Planned(one.task_id, one.person_id, one.word, now + _LATER))
        else:
            left.setdefault(one.person_id, []).append(one)
    return left


def _cannot_hear(tx: Tx, person: Person, work: _Round, now: datetime, hand_back: HandBack) -> None:
    due = _to_be_said(reminders.due_of(tx, [person.id], now), work, now).get(person.id, [])
    if not due:
        return
    hand_back(tx, person.id, now)
    work.said += _to_others(person, due, work, now)


def _tell(
    tx: Tx,
    office: Office,
    reader: _Reader,
    due: Sequence[Reminder],
    nudged: tuple[date, int] | None,
    work: _Round,
    now: datetime,
) -> None:
    person = reader.person
    day = _day_of(office, person, now)
    count = nudged[1] if nudged is not None and nudged[0] == day else 0
    if reader.allowed > now:
        work.put_off[person.id] = reader.allowed
    elif count >= MOST_A_DAY:
        work.put_off[person.id] = next_morning(person, reader.profile, office, now) or now + _LATER
    else:
        work.said += due
        work.nudged[person.id] = (day, count + 1)
        for one in _say(tx, office, reader, due, work, now):
            work.planned.append(Planned(one.task_id, person.id, one.word, now + _SOON))


def _say(
    tx: Tx, office: Office, reader: _Reader, due: Sequence[Reminder], work: _Round, now: datetime
) -> Sequence[Reminder]:
    """One message about all of it; returns what found no place in it."""
    person = reader.person
    found: dict[str, list[Reminder]] = {}
    for one in due:
        found.setdefault(one.task_id, []).append(one)
    said = [(words[0], highest(each.word for each in words)) for words in found.values()]
    said.sort(key=lambda one: (one[0].task_due is None, one[0].task_due, one[0].task_id))
    told = [_line(office, person, one, word) for one, word in said[:_SHOWN]]
    parts = [lines(told)] if len(said) == 1 else [msg("remind-several", count=len(said)), lines(told)]
    rows: Rows = tuple(
        (Choice(_button(office, person, one), "task.open", {"task": one.task_id}),)
        for one, _ in said[:_SHOWN]
    )
    if len(said) > 1:
        rows = (*rows, (Choice(msg("button-tasks-mine"), "tasks.mine"),))
    # Of rows that go with this message, so no other message ever has this key.
    key = f"remind/{person.id}/{said[0][0].task_id}/{said[0][1]}/{now:%Y%m%dT%H%M%S.%f}"
    hers = office.by_day(person, now) if reader.alone else office.by_hours(person, reader.profile, now)
    speech = Speech(tx, now, key, together=work.told)
    speech.to(person, *parts, rows=rows, lane=Lane.ALERT, by_day=hers)
    shown = {one.task_id for one, _ in said[:_SHOWN]}
    return [one for one in due if one.task_id not in shown]


def _line(office: Office, person: Person, one: Reminder, word: Word) -> Part:
    which = msg("remind-case", code=one.code) if one.code is not None else msg("remind-alone")
    if one.task_due is None:
        return msg(f"remind-{word}-whenever", which=which)
    here = one.task_due.astimezone(office.zone_of(person))
    return msg(f"remind-{word}", which=which, day=here.date(), at=f"{here:%H:%M}")


def _button(office: Office, person: Person, one: Reminder) -> Part:
    which = msg("remind-case", code=one.code) if one.code is not None else msg("remind-alone")
    if one.task_due is None:
        return which
    day = Short(one.task_due.astimezone(office.zone_of(person)).date())
    return msg("button-remind", which=which, day=day)
