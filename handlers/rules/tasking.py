"""What becomes of a task: entered, given, put off, offered to others, done; and who hears of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from handlers.rules.decision import AddTask, ChangeTask, Choice, Decision, Notice, Rows
from handlers.rules.office import Office
from handlers.rules.reminding import Word, due_of, next_day, planned
from handlers.rules.reminding_steps import Kind
from handlers.saying import Part, msg
from storage.records import Case, Json, Lane, Person
from storage.team import Task

DAYS = {"today": 0, "tomorrow": 1, "3-days": 3, "week": 7, "2-weeks": 14}
"""Days until a task is due, by the answer."""

LATER_TODAY = timedelta(hours=3)
_LONGEST_NOTE = 3_000


def due(answers: Json, holder: Person, office: Office, now: datetime) -> datetime | None:
    """When it is due, UTC, by what was answered; None: whenever."""
    chosen = answers.get("due", {}).get("value")
    if chosen is None:
        return None
    given = answers.get("hour", {}).get("value")
    hour = int(given) if given is not None else None
    if chosen == "date":
        value = answers["day"]["value"]
        day = date.fromisoformat(value["last"] or value["first"])
    else:
        day = office.today(now) + timedelta(days=DAYS[chosen])
    at = due_of(day, hour, office, holder)
    # What is to be done today is not asked for at once.
    return at if hour is not None or at > now else now + LATER_TODAY


def _words(
    due_at: datetime | None, kind: str, office: Office, now: datetime, *, began: datetime | None
) -> Mapping[Word, datetime]:
    return {} if due_at is None else planned(due_at, office.reminders[kind], now, began=began)


def add(
    case: Case | None,
    author: Person,
    body: Json,
    kind: Kind,
    due_at: datetime | None,
    office: Office,
    now: datetime,
) -> Decision:
    """Something to be done; whoever enters it has it until she gives it to another."""
    words = _words(due_at, kind, office, now, began=now)
    case_id = case.id if case is not None else None
    return Decision(
        (AddTask(case_id, kind, body, author.id, author.id, due_at, words),), (), ("set-task", case_id)
    )


def _about(task: Task, code: str | None, on_case: str, alone: str) -> tuple[Part, ...]:
    return (msg(on_case, code=code) if code is not None else msg(alone),)


def opening(task_id: str) -> Rows:
    """The button that opens it."""
    return ((Choice(msg("button-task-open"), "task.open", {"task": task_id}),),)


def give(task: Task, code: str | None, to: Person, office: Office, now: datetime) -> Decision:
    """It is hers from now on, and she hears of it by the code of the case."""
    words = _words(task.due_at, task.kind, office, now, began=now)
    change = ChangeTask(task, holder_id=to.id, offered=False, words=words)
    told = _about(task, code, "alert-task", "alert-task-alone")
    alert = Notice(to.id, Lane.ALERT, told, opening(task.id), office.by_day(to, now))
    return Decision((change,), (alert,), ("gave-task", task.case_id))


def end(task: Task, by: Person, office: Office, now: datetime) -> Decision:
    """It is done, and nobody is reminded of it any more; what repeats begins anew with whoever has it."""
    changes: list[ChangeTask | AddTask] = [ChangeTask(task, done=True, offered=False, words={})]
    repeat = task.body.get("repeat")
    if repeat is not None and task.due_at is not None:
        due_at = next_day(task.due_at, int(repeat), now, office, by)
        words = _words(due_at, task.kind, office, now, began=now)
        body = {**task.body, "checklist": [{**one, "done": False} for one in task.body["checklist"]]}
        holder = task.holder_id or by.id
        changes.append(AddTask(task.case_id, task.kind, body, task.author_id, holder, due_at, words))
    return Decision(tuple(changes), (), ("ended-task", task.case_id))


def put_off(task: Task, until: datetime, office: Office, now: datetime) -> Decision:
    """Whoever has it hears of it again then, and not before."""
    words = _words(until, task.kind, office, now, began=None)
    return Decision((ChangeTask(task, words=words),), (), ("put-task-off", task.case_id))


def checked(task: Task, place: int) -> Decision:
    """One point of its list is done, or is not after all."""
    points = [dict(one) for one in task.body["checklist"]]
    points[place]["done"] = not points[place]["done"]
    change = ChangeTask(task, body={**task.body, "checklist": points})
    return Decision((change,), (), ("checked-task", task.case_id))


def noted(task: Task, text: str, files: Sequence[Json]) -> Decision:
    """What whoever did it has to say about it."""
    note = {"text": text[:_LONGEST_NOTE], "files": list(files)}
    change = ChangeTask(task, body={**task.body, "note": note})
    return Decision((change,), (), ("noted-task", task.case_id))


def offer(task: Task, code: str | None, others: Iterable[Person], office: Office, now: datetime) -> Decision:
    """Others may take it over, the first who says so; until then it stays with whoever has it."""
    told = _about(task, code, "alert-task-offer", "alert-task-offer-alone")
    take: Rows = ((Choice(msg("button-task-accept"), "task.accept", {"task": task.id}),),)
    notices = tuple(Notice(one.id, Lane.ALERT, told, take, office.by_day(one, now)) for one in others)
    return Decision((ChangeTask(task, offered=True),), notices, ("offered-task", task.case_id))


def accept(
    task: Task, code: str | None, by: Person, before: Person | None, office: Office, now: datetime
) -> Decision:
    """It is hers now; whoever had it hears that she need not do it."""
    words = _words(task.due_at, task.kind, office, now, began=now)
    told = _about(task, code, "alert-task-taken", "alert-task-taken-alone")
    notices = () if before is None else (Notice(before.id, Lane.ALERT, told, (), office.by_day(before, now)),)
    change = ChangeTask(task, holder_id=by.id, offered=False, words=words)
    return Decision((change,), notices, ("took-task", task.case_id))


def call_for_help(
    task: Task, code: str | None, who: str, readers: Iterable[Person], office: Office, now: datetime
) -> Decision:
    """Coordinators hear that she cannot do it alone."""
    told = (
        msg("alert-task-help", code=code, who=who)
        if code is not None
        else msg("alert-task-help-alone", who=who)
    )
    notices = tuple(
        Notice(one.id, Lane.ALERT, (told,), opening(task.id), office.by_day(one, now)) for one in readers
    )
    return Decision((), notices, ("asked-help", task.case_id))
