"""Tasks as coordinators enter and give them: on a case, or about none."""

from collections.abc import Sequence

from handlers.access import case_for, task_for
from handlers.away import resting_part
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip
from handlers.context import Context
from handlers.decisions import carried_out
from handlers.intake.fields import VOICE, Day, Field
from handlers.intake.fields import Choice as OneOf
from handlers.intake.outline import Given, Question
from handlers.intake.summary import name_told
from handlers.membership import Member, code_of, member, members
from handlers.noting import note
from handlers.rules import tasking
from handlers.rules.decision import Choice, Rows
from handlers.rules.reminding_steps import Kind
from handlers.rules.roles import Act
from handlers.rules.translating import without_names
from handlers.saying import Part, Short, lines, msg, row
from handlers.slips import begin
from storage import people, tasks
from storage.records import Case, Json
from storage.team import Task

_SHOWN = 10
_ON_CARD = 3
_POINTS = 10  # of one list
_HOURS = ("9", "11", "13", "15", "17", "19")
_REPEATS = ("1", "7", "14", "30")
_TIMED = frozenset({*tasking.DAYS, "date"})


def _open_of(ctx: Context, case_id: str) -> Sequence[Task]:
    """The open ones, those that are due first before others."""
    found = tasks.of_case(ctx.tx, case_id, open_only=True)
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at or one.at))


def whose(ctx: Context, task: Task) -> Part:
    """Who is to do it, as the team calls her."""
    if task.holder_id is None:
        return msg("by-nobody")
    if task.holder_id == ctx.person.id:
        return msg("by-you")
    return msg("by-member", code=code_of(ctx.tx, people.by_id(ctx.tx, task.holder_id)))


def line(ctx: Context, task: Task) -> Part:
    """By when, and who."""
    if task.due_at is None:
        return msg("task-line-whenever", who=whose(ctx, task))
    here = task.due_at.astimezone(ctx.office.zone_of(ctx.person))
    if task.body.get("timed"):
        return msg("task-line-at", who=whose(ctx, task), day=here.date(), at=f"{here:%H:%M}")
    return msg("task-line", who=whose(ctx, task), day=here.date())


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    found = _open_of(ctx, case.id)[:_ON_CARD]
    return [lines([msg("case-tasks"), *(line(ctx, one) for one in found)])] if found else ()


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    note(ctx, "saw-tasks", case.id)
    found = _open_of(ctx, case.id)[:_SHOWN]
    rows = [(Choice(button(ctx, one), "task.open", {"task": one.id}),) for one in found]
    rows.append((Choice(msg("button-task-new"), "task.new", {"case": case.id}),))
    ctx.show(msg("tasks-title" if found else "tasks-none", code=case.code), rows=(*rows, *back_to(case.id)))


def button(ctx: Context, task: Task) -> Part:
    """What stands on the button that opens it."""
    if task.due_at is None:
        return msg("button-task-whenever", who=whose(ctx, task))
    day = task.due_at.astimezone(ctx.office.zone_of(ctx.person)).date()
    return msg("button-task", who=whose(ctx, task), day=Short(day))


def back_to(case_id: str | None) -> Rows:
    """To the case, or to the list of her tasks."""
    if case_id is None:
        return ((Choice(msg("button-tasks-mine"), "tasks.mine"),),)
    return ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),)


def _new(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None:
        begin(ctx, SLIP, case)


def _new_alone(ctx: Context, _args: Json) -> None:
    begin(ctx, SLIP, None)


def _keep(ctx: Context, case: Case | None, answers: Json, _about: Json) -> None:
    what, code = answers["what"], case.code if case is not None else None
    points = [one.strip() for one in answers.get("list", {}).get("text", "").split("\n") if one.strip()]
    name = name_told(case.body) if case is not None else None

    def shown(text: str) -> str:
        return text if code is None else without_names(text, name, code)

    repeat = answers.get("repeat", {}).get("value")
    due_at = tasking.due(answers, ctx.person, ctx.office, ctx.now)
    body = {
        "text": what["text"],
        "shown": shown(what["text"]),
        "files": what["files"],
        "code": code,
        "timed": answers.get("hour", {}).get("value") is not None,
        "repeat": int(repeat) if repeat is not None and due_at is not None else None,
        "checklist": [{"text": one, "shown": shown(one), "done": False} for one in points[:_POINTS]],
    }
    kind = Kind(answers.get("kind", {}).get("value") or Kind.OTHER)
    if carried_out(ctx, tasking.add(case, ctx.person, body, kind, due_at, ctx.office, ctx.now)):
        latest = tasks.latest_of(ctx.tx, ctx.person.id)
        give = (Choice(msg("button-task-give"), "task.whom", {"task": latest}),)
        said = msg("task-kept-alone") if code is None else msg("task-kept", code=code)
        ctx.say(said, rows=(give, *back_to(case.id if case is not None else None)))


def _whom(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.WORK_TASK)
    if task is not None:
        rows = tuple(
            (
                Choice(
                    _named(ctx, one),
                    "task.give",
                    {"task": task.id, "person": one.person.id},
                ),
            )
            for one in members(ctx.tx)
            if one.person.id != task.holder_id and one.person.reachable
        )
        ctx.show(msg("task-whom" if rows else "team-alone"), rows=(*rows, *back_to(task.case_id)))


def _named(ctx: Context, one: Member) -> Part:
    """By her code; where she rests, that she does: what she is given she hears of when she is back."""
    resting = resting_part(ctx, one.person)
    if resting is not None:
        return row([msg("by-member", code=one.code), resting])
    return msg("button-member", code=one.code, role=msg(f"role-{one.person.role}"))


def _give(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.WORK_TASK)
    if task is None:
        return
    named = member(ctx.tx, args["person"])
    if named is None:
        ctx.undone = True
        ctx.say(msg("member-gone"), rows=back_to(task.case_id))
    elif carried_out(ctx, tasking.give(task, task.body["code"], named.person, ctx.office, ctx.now)):
        ctx.show(msg("task-given", code=named.code), rows=back_to(task.case_id))


def task_still_open(ctx: Context, args: Json, act: Act) -> Task | None:
    """The task while it is open; else she is told that it is not any more."""
    one = task_for(ctx, args["task"], act)
    if one is not None and not one.open:
        ctx.undone = True
        ctx.say(msg("task-gone"), rows=((Choice(msg("button-tasks-mine"), "tasks.mine"),),))
        return None
    return one


SLIP = Slip(
    "task",
    (
        Question("what", Field(by=VOICE), required=True),
        Question("kind", OneOf(options=tuple(Kind)), required=True),
        Question("due", OneOf(options=(*tasking.DAYS, "date"))),
        Question("day", Day(ahead=True), required=True, asked_if=Given("due", frozenset({"date"}))),
        Question("hour", OneOf(options=_HOURS), asked_if=Given("due", _TIMED)),
        Question("repeat", OneOf(options=_REPEATS), asked_if=Given("due", _TIMED)),
        Question("list", Field(by=frozenset(), longest=1_000)),
    ),
    Act.WORK_TASK,
    _keep,
    alone=lambda ctx, answers, about: _keep(ctx, None, answers, about),
)

OFFER = Offer(
    deeds=(
        Deed("task.list", Act.WORK_CASE, _list, again=SHOWS),
        Deed("task.new", Act.WORK_CASE, _new, again=ASKS),
        Deed("task.new-alone", Act.WORK_TASK, _new_alone, again=ASKS),
        Deed("task.whom", Act.WORK_TASK, _whom, again=ASKS),
        Deed("task.give", Act.WORK_TASK, _give, once=True),
    ),
    slips=(SLIP,),
    sections=(
        Section(
            "task.list",
            lambda ctx, case: msg("button-tasks-count", count=str(tasks.count_open(ctx.tx, case.id))),
            CardPlace.TASKS,
            _facts,
        ),
    ),
)
