"""Tasks on a case: what is to be done, by whom of the team, until when."""

from collections.abc import Sequence
from datetime import date

from handlers.access import case_for, matter_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip, Watch
from handlers.context import Context, Speech
from handlers.coordinator.notes import author_of, team_rows
from handlers.decisions import carried_out, carry_out
from handlers.evidence.passing import pass_on
from handlers.intake.fields import VOICE, Field
from handlers.intake.fields import Choice as OneOf
from handlers.intake.outline import Question
from handlers.membership import code_of, member
from handlers.noting import note
from handlers.rules import teamwork
from handlers.rules.casework import responsible
from handlers.rules.decision import Choice, Rows
from handlers.rules.office import Office
from handlers.rules.roles import Act
from handlers.saying import Part, Short, lines, msg, raw
from handlers.slips import begin
from storage import attachments, matters, people
from storage.records import Case, Json, Matter, MatterKind, MatterState, Role
from storage.store import Tx

_SHOWN = 10
_ON_CARD = 3


def _open_of(tx: Tx, case_id: str) -> Sequence[Matter]:
    """The open ones, those that are due first before others."""
    found = matters.of_case(tx, case_id, MatterKind.TASK, open_only=True)
    return sorted(found, key=lambda one: one.body["day"] or "9")


def _whose(ctx: Context, task: Matter) -> Part:
    if task.body["for"] == ctx.person.id:
        return msg("by-you")
    return msg("by-member", code=code_of(ctx.tx, people.by_id(ctx.tx, str(task.body["for"]))))


def _line(ctx: Context, task: Matter) -> Part:
    if task.body["day"] is None:
        return msg("task-line-whenever", who=_whose(ctx, task))
    return msg("task-line", who=_whose(ctx, task), day=date.fromisoformat(task.body["day"]))


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    found = _open_of(ctx.tx, case.id)[:_ON_CARD]
    return [lines([msg("case-tasks"), *(_line(ctx, one) for one in found)])] if found else ()


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    note(ctx, "saw-tasks", case.id)
    found = _open_of(ctx.tx, case.id)[:_SHOWN]
    rows = [(Choice(_button(ctx, one), "task.open", {"matter": one.id}),) for one in found]
    rows.append((Choice(msg("button-task-new"), "task.new", {"case": case.id}),))
    ctx.show(msg("tasks-title" if found else "tasks-none", code=case.code), rows=(*rows, *_back(case.id)))


def _button(ctx: Context, task: Matter) -> Part:
    if task.body["day"] is None:
        return msg("button-task-whenever", who=_whose(ctx, task))
    return msg("button-task", who=_whose(ctx, task), day=Short(date.fromisoformat(task.body["day"])))


def _back(case_id: str) -> Rows:
    return ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),)


def _new(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None:
        begin(ctx, SLIP, case)


def _keep(ctx: Context, case: Case, answers: Json, _about: Json) -> None:
    what, due = answers["what"], answers.get("due", {}).get("value")
    body = {"text": what["text"], "files": what["files"], "due": due}
    if carried_out(ctx, teamwork.add_task(case, ctx.person, body, ctx.office, ctx.now)):
        latest = matters.of_case(ctx.tx, case.id, MatterKind.TASK)[-1]
        give = (Choice(msg("button-task-give"), "task.whom", {"matter": latest.id}),)
        ctx.say(msg("task-kept", code=case.code), rows=(give, *_back(case.id)))


def _task_for(ctx: Context, args: Json, act: Act) -> Matter | None:
    """The task while it is open; else she is told that it is not any more."""
    one = matter_for(ctx, args["matter"], act)
    if one is not None and (one.kind is not MatterKind.TASK or one.state is not MatterState.OPEN):
        ctx.undone = True
        ctx.say(msg("task-gone"), rows=_back(one.case_id))
        return None
    return one


def _open(ctx: Context, args: Json) -> None:
    task = _task_for(ctx, args, Act.SEE_CASE)
    if task is None:
        return
    note(ctx, "read-task", task.case_id)
    parts = [msg("note-by", at=task.at, who=author_of(ctx, task)), _line(ctx, task)]
    if task.body["text"]:
        parts.append(raw(task.body["text"]))
    for sent in attachments.by_ids(ctx.tx, [str(file["id"]) for file in task.body["files"]]):
        pass_on(ctx, sent, "task", task.case_id)
    where = {"matter": task.id}
    rows = (
        (Choice(msg("button-task-done"), "task.done", where),),
        (Choice(msg("button-task-give"), "task.whom", where),),
        (Choice(msg("button-tasks"), "task.list", {"case": task.case_id}),),
    )
    ctx.say(*parts, rows=(*rows, *_back(task.case_id)))


def _whom(ctx: Context, args: Json) -> None:
    task = _task_for(ctx, args, Act.WORK_CASE)
    if task is not None:
        rows = team_rows(ctx, "task.give", task.id)
        ctx.show(msg("task-whom" if rows else "team-alone"), rows=(*rows, *_back(task.case_id)))


def _give(ctx: Context, args: Json) -> None:
    task = _task_for(ctx, args, Act.WORK_CASE)
    case = case_for(ctx, task.case_id, Act.WORK_CASE) if task is not None else None
    if task is None or case is None:
        return
    named = member(ctx.tx, args["person"])
    if named is None:
        ctx.undone = True
        ctx.say(msg("member-gone"), rows=_back(case.id))
    elif carried_out(ctx, teamwork.give_task(case, task, named.person)):
        ctx.show(msg("task-given", code=named.code), rows=_back(case.id))


def _done(ctx: Context, args: Json) -> None:
    task = _task_for(ctx, args, Act.WORK_CASE)
    case = case_for(ctx, task.case_id, Act.WORK_CASE) if task is not None else None
    if task is not None and case is not None and carried_out(ctx, teamwork.end_task(case, task)):
        ctx.show(msg("task-ended", code=case.code), rows=_back(case.id))


def _due(speech: Speech, office: Office, task: Matter, case: Case) -> None:
    tx, now = speech.tx, speech.now
    if not office.may_push(now):
        matters.put_off(tx, task.id, office.next_push(now))
        return
    has_it = member(tx, task.body["for"])
    team = people.with_role(tx, Role.COORDINATOR)
    # Whoever left the team, or cannot be reached, must not be where it ends.
    readers = [has_it.person] if has_it is not None and has_it.person.reachable else responsible(case, team)
    carry_out(speech, teamwork.task_due(case, task, readers), None)


SLIP = Slip(
    "task",
    (
        Question("what", Field(by=VOICE), required=True),
        Question("due", OneOf(options=tuple(teamwork.DUE))),
    ),
    Act.WORK_CASE,
    _keep,
)

OFFER = Offer(
    deeds=(
        Deed("task.list", Act.WORK_CASE, _list, again=SHOWS),
        Deed("task.new", Act.WORK_CASE, _new, again=ASKS),
        Deed("task.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("task.whom", Act.WORK_CASE, _whom, again=ASKS),
        Deed("task.give", Act.WORK_CASE, _give, once=True),
        Deed("task.done", Act.WORK_CASE, _done, once=True),
    ),
    slips=(SLIP,),
    sections=(
        Section(
            "task.list",
            lambda ctx, case: msg(
                "button-tasks-count", count=str(matters.count_open(ctx.tx, case.id).get(MatterKind.TASK, 0))
            ),
            CardPlace.TASKS,
            _facts,
        ),
    ),
    watches=(Watch(MatterKind.TASK, _due),),
)
