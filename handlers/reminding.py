"""Reminds the team of what is to be done: one message for all that is due, at her hours, once.

The rows that say so go in the transaction that writes the message. So nothing is said twice, in
whichever process, and after a crash or a night without power the rows are still there.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from handlers.away import there
from handlers.rules.decision import AddTask, ChangeTask, Choice, Rows
from handlers.rules.office import Daytime, Office
from handlers.rules.pausing import returned
from handlers.rules.reminding import MOST_A_DAY, Word, highest, next_allowed, next_morning
from handlers.saying import Part, Short, lines, msg
from handlers.speech import Speech
from storage import audit, people, profiles, reminders, tasks
from storage.errors import SealBroken
from storage.records import Lane, Person, Role, Same
from storage.reminders import TEAM, Reminder
from storage.store import Tx

_AT_ONCE = 100  # rows of one look
_SHOWN = 20  # tasks in one message; the others come with a later one
_LATER = timedelta(days=1)
_SOON = timedelta(hours=1)
_FOR_TEAM = frozenset({Word.UP, Word.BACK})


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
    reminders.plan(tx, task_id, TEAM, {word: at for word, at in words.items() if word in _FOR_TEAM})
    if holder_id is not None:
        hers = {word: at for word, at in words.items() if word not in _FOR_TEAM}
        reminders.plan(tx, task_id, holder_id, hers)


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
        reminders.plan(tx, task_id, TEAM, {Word.BACK: now})
    return len(found)


def tend(tx: Tx, office: Office, now: datetime, hand_back: Callable[[Tx, str, datetime], object]) -> int:
    """Say what is due, to some people; returns to how many something was said or was put off.

    What was looked at is gone, or due later than *now*: call it until it returns 0.

    Args:
        hand_back: Called for whoever cannot hear for a long time: whatever she has in hand goes to others.
    """
    due = reminders.whose(tx, now, _AT_ONCE)
    if TEAM in due:
        # First, so that what a coordinator hears of others' tasks comes together with her own.
        _to_coordinators(tx, office, now)
        due = reminders.whose(tx, now, _AT_ONCE)
    for person_id in due:
        if person_id == TEAM:
            continue
        try:
            _remind(tx, office, person_id, now, hand_back)
        except SealBroken:
            reminders.put_off(tx, person_id, now, now + _LATER)
            audit.write(tx, None, "reminder-unreadable", person_id, now)
    return len(due)


def _to_coordinators(tx: Tx, office: Office, now: datetime) -> None:
    """Whoever answers for a task is to hear of it, at her own hours; while she rests, the others."""
    due = reminders.due_of(tx, TEAM, now)
    team = [one for one in people.with_role(tx, Role.COORDINATOR) if one.reachable]
    team = there(tx, office, team, now) or team
    if not team:
        reminders.put_off(tx, TEAM, now, now + _LATER)
        return
    for one in (each for each in due if not each.over):
        for reader in [each for each in team if each.id == one.owner_id] or team:
            reminders.plan(tx, one.task_id, reader.id, {Word(one.word): now})
    reminders.said(tx, TEAM, due)


def _remind(
    tx: Tx, office: Office, person_id: str, now: datetime, hand_back: Callable[[Tx, str, datetime], object]
) -> None:
    due = reminders.due_of(tx, person_id, now)
    if not due:
        return  # another process was faster
    # Before anything is written: what is damaged is found here, and holds up nobody else.
    person, profile = people.by_id(tx, person_id), profiles.of(tx, person_id)
    alone = False
    if person.role is Role.COORDINATOR and profile.rests_on(now.astimezone(office.zone_of(person)).date()):
        others = [one for one in people.with_role(tx, Role.COORDINATOR) if one.id != person_id]
        if there(tx, office, others, now):
            due = _to_others(tx, person, due, now)
        else:
            alone, profile = True, returned(profile)  # what is overdue comes to her all the same
    allowed = next_allowed(person, profile, office, now)
    reminders.said(tx, person_id, [one for one in due if one.over])
    for one in due:
        if one.at_rest and not one.over:
            # Whoever looks for nobody any more is not reminded; where the case goes on, she is.
            reminders.plan(tx, one.task_id, person_id, {Word(one.word): now + _LATER})
    due = [one for one in due if not one.at_rest and not one.over]
    if not due:
        return
    if person.role is Role.FAMILY or not person.reachable or allowed is None:
        hand_back(tx, person_id, now)
        _to_others(tx, person, due, now)
        reminders.said(tx, person_id, due)
        return
    day = now.astimezone(office.zone_of(person)).date()
    count = reminders.nudged(tx, person_id, day)
    if allowed > now:
        reminders.put_off(tx, person_id, now, allowed)
    elif count >= MOST_A_DAY:
        later = next_morning(person, profile, office, now) or now + _LATER
        reminders.put_off(tx, person_id, now, later)
    else:
        reminders.said(tx, person_id, due)
        reminders.nudge(tx, person_id, day, count + 1)
        hers = office.by_day(person, now) if alone else office.by_hours(person, profile, now)
        for one in _say(tx, office, person, hers, due, now):
            reminders.plan(tx, one.task_id, person_id, {Word(one.word): now + _SOON})


def _to_others(tx: Tx, person: Person, due: Sequence[Reminder], now: datetime) -> list[Reminder]:
    """What she was to hear as a coordinator another hears; returns what she has to do herself."""
    hers = [one for one in due if one.holder_id == person.id]
    theirs = [one for one in due if one not in hers]
    reminders.said(tx, person.id, theirs)
    for one in theirs:
        reminders.plan(tx, one.task_id, TEAM, {Word(one.word): now + timedelta(minutes=1)})
    return hers


def _say(
    tx: Tx, office: Office, person: Person, hers: Daytime, due: Sequence[Reminder], now: datetime
) -> Sequence[Reminder]:
    """One message about all of it; returns what found no place in it."""
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
    Speech(tx, now, key).to(person, *parts, rows=rows, lane=Lane.ALERT, by_day=hers)
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
