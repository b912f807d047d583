"""/tasks: what somebody of the team has to do; reading it, doing it, putting it off, asking for help."""

from datetime import date, datetime, time, timedelta

from handlers.access import on_demand, task_for
from handlers.away import volunteers_there
from handlers.command import ASKS, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.coordinator.tasks import back_to, button, line, task_still_open
from handlers.decisions import carried_out
from handlers.evidence.passing import pass_on
from handlers.intake.hearing import reply_of
from handlers.intake.replies import Sent, Words
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules import tasking
from handlers.rules.decision import Choice
from handlers.rules.reminding import Later, later
from handlers.rules.roles import Act, may
from handlers.saying import Part, Short, lines, msg, raw
from handlers.volunteer.days import days_named
from storage import attachments, people, profiles, tasks
from storage.records import Json, Role, Talk
from storage.team import Task

TALK = "task"
_MOST = 20
_LONGEST_WAIT = timedelta(days=366)


def _mine(ctx: Context) -> None:
    found = list(tasks.held_by(ctx.tx, ctx.person.id, _MOST))
    rows = [(Choice(_named(ctx, one), "task.open", {"task": one.id}),) for one in found]
    if may(ctx.person.role, Act.WORK_TASK):
        rows += [
            (Choice(button(ctx, one), "task.open", {"task": one.id}),)
            for one in (*tasks.held_by_nobody(ctx.tx, _MOST), *tasks.given_by(ctx.tx, ctx.person.id, _MOST))
        ]
        rows.append((Choice(msg("button-task-new"), "task.new-alone"),))
    on_demand(ctx)
    ctx.show(msg("tasks-mine" if found else "tasks-mine-none"), lines(_hours(ctx)), rows=tuple(rows))


def _hours(ctx: Context) -> list[Part]:
    """When she is reminded of them: her hours, and on which days not."""
    profile = profiles.of(ctx.tx, ctx.person.id)
    if profile.paused:
        return [msg("tasks-hours-rest")]
    start, end = (f"{at:%H:%M}" for at in profile.hours)
    said = [msg("tasks-hours", start=start, end=end)]
    if profile.days_off:
        said.append(
            msg("tasks-hours-off", days=[msg(f"weekday-{day + 1}") for day in sorted(profile.days_off)])
        )
    today = ctx.now.astimezone(ctx.office.zone_of(ctx.person)).date()
    if profile.paused_until is not None and profile.rests_on(today):
        said.append(msg("tasks-hours-rest-until", day=profile.paused_until))
    return said


def _named(ctx: Context, task: Task) -> Part:
    which = msg("remind-case", code=task.body["code"]) if task.body["code"] else msg("remind-alone")
    if task.due_at is None:
        return which
    day = Short(task.due_at.astimezone(ctx.office.zone_of(ctx.person)).date())
    return msg("button-remind", which=which, day=day)


def _open(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is not None:
        note(ctx, "read-task", task.case_id)
        _show(ctx, task)
        for sent in attachments.by_ids(ctx.tx, [str(file["id"]) for file in task.body["files"]]):
            pass_on(ctx, sent, "task", task.case_id)


def _show(ctx: Context, task: Task, *said: Part) -> None:
    """Without a name, for whoever does not see cases."""
    whole = ctx.person.role is Role.COORDINATOR
    text = str(task.body["text" if whole else "shown"])
    parts = [*said, line(ctx, task), *((raw(text),) if text else ())]
    where = {"task": task.id}
    rows = [
        (
            Choice(
                msg(
                    "button-task-point-done" if one["done"] else "button-task-point",
                    point=one["text" if whole else "shown"][:60],
                ),
                "task.check",
                {**where, "place": place, "revision": task.revision},
            ),
        )
        for place, one in enumerate(task.body["checklist"])
    ]
    if task.body.get("repeat"):
        parts.append(msg("task-repeats", days=int(task.body["repeat"])))
    rows += [
        (Choice(msg("button-task-done"), "task.done", where),),
        (Choice(msg("button-task-later"), "task.later", where),),
        (Choice(msg("button-task-help"), "task.help", where),),
    ]
    role = task.body.get("role")
    if role is not None and task.holder_id == ctx.person.id:
        rows.append((Choice(msg("button-role-case"), "role.case", {"assignment": role}),))
        rows.append((Choice(msg("button-role-back"), "role.back", {"assignment": role}),))
    elif role is not None:
        rows.append((Choice(msg("button-role-open"), "role.open", {"assignment": role}),))
    elif whole:
        rows.append((Choice(msg("button-task-give"), "task.whom", where),))
    else:
        rows.append((Choice(msg("button-task-hand-over"), "task.offer", where),))
    ctx.show(*parts, rows=(*rows, *back_to(task.case_id if whole else None)))


def _check(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is None:
        return
    if task.revision == args["revision"] and not carried_out(ctx, tasking.checked(task, int(args["place"]))):
        return
    now = task_for(ctx, task.id, Act.DO_TASK)
    if now is not None:
        _show(ctx, now)


def _done(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is None:
        return
    if carried_out(ctx, tasking.end(task, ctx.person, ctx.office, ctx.now)):
        whole = ctx.person.role is Role.COORDINATOR
        rows = ((Choice(msg("button-task-note"), "task.note", {"task": task.id}),),)
        parts = [_said(task, "task-ended", "task-ended-alone")]
        if task.body.get("repeat") and task.due_at is not None:
            parts.append(msg("task-again", days=int(task.body["repeat"])))
        ctx.show(*parts, rows=(*rows, *back_to(task.case_id if whole else None)))


def _said(task: Task, on_case: str, alone: str) -> Part:
    code = task.body["code"]
    return msg(on_case, code=code) if code is not None else msg(alone)


def _later(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is not None:
        rows = tuple(
            (Choice(msg(f"button-task-later-{one}"), "task.put-off", {"task": task.id, "until": one}),)
            for one in Later
        )
        ctx.show(msg("task-later-when"), rows=rows)


def _put_off(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is None:
        return
    if args["until"] == Later.DATE:
        ctx.talk(TALK, {"task": task.id, "what": "date"})
        ctx.show(msg("task-later-day"), rows=((Choice(msg("button-cancel"), "task.leave"),),))
        return
    zone = ctx.office.zone_of(ctx.person)
    if args["until"] in tuple(Later):
        until = later(Later(args["until"]), ctx.person, ctx.office, ctx.now)
    else:
        until = datetime.combine(date.fromisoformat(args["until"]), time(9), zone)
    if carried_out(ctx, tasking.put_off(task, until, ctx.office, ctx.now)):
        if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
            ctx.end_talk()
        here = until.astimezone(zone)
        ctx.show(msg("task-later-kept", day=here.date(), at=f"{here:%H:%M}"), rows=back_to(None))


def _help(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is None:
        return
    team = [one for one in people.with_role(ctx.tx, Role.COORDINATOR) if one.id != ctx.person.id]
    who = code_of(ctx.tx, ctx.person)
    decision = tasking.call_for_help(task, task.body["code"], who, team, ctx.office, ctx.now)
    if carried_out(ctx, decision):
        ctx.show(msg("task-help-asked"), rows=back_to(None))


def _offer(ctx: Context, args: Json) -> None:
    task = task_still_open(ctx, args, Act.DO_TASK)
    if task is None:
        return
    others = [one for one in volunteers_there(ctx.tx, ctx.office, ctx.now) if one.id != ctx.person.id]
    if not others:
        ctx.undone = True
        ctx.say(msg("task-nobody-else"), rows=((Choice(msg("button-task-help"), "task.help", args),),))
    elif carried_out(ctx, tasking.offer(task, task.body["code"], others, ctx.office, ctx.now)):
        ctx.show(msg("task-offered"), rows=back_to(None))


def _accept(ctx: Context, args: Json) -> None:
    task = task_for(ctx, args["task"], Act.TAKE_TASK)
    if task is None:
        return
    before = people.find(ctx.tx, task.holder_id) if task.holder_id is not None else None
    before = before if before is not None and before.id != ctx.person.id else None
    decision = tasking.accept(task, task.body["code"], ctx.person, before, ctx.office, ctx.now)
    if carried_out(ctx, decision):
        now = task_for(ctx, task.id, Act.DO_TASK)
        if now is not None:
            _show(ctx, now, msg("task-yours"))


def _note(ctx: Context, args: Json) -> None:
    task = task_for(ctx, args["task"], Act.DO_TASK)
    if task is not None:
        ctx.talk(TALK, {"task": task.id, "what": "note"})
        ctx.show(msg("task-note-ask"), rows=((Choice(msg("button-cancel"), "task.leave"),),))


def _heard(ctx: Context, talk: Talk) -> bool:
    task = task_for(ctx, talk.body["task"], Act.DO_TASK)
    if task is None:
        ctx.end_talk()
        return True
    if talk.body["what"] == "date":
        _heard_day(ctx, task)
        return True
    match reply_of(ctx, task.case_id):
        case Words(text):
            decision = tasking.noted(task, text, ())
        case Sent() as sent:
            file = {"id": sent.attachment_id, "kind": sent.kind, "duration": sent.duration}
            decision = tasking.noted(task, sent.caption or "", (file,))
        case _:
            ctx.say(msg("task-note-ask"), rows=((Choice(msg("button-cancel"), "task.leave"),),))
            return True
    ctx.end_talk()
    if carried_out(ctx, decision):
        ctx.say(msg("task-note-kept"), rows=back_to(None))
    return True


def _heard_day(ctx: Context, task: Task) -> None:
    near = days_named(ctx, _LONGEST_WAIT)
    if not near:
        ctx.say(msg("task-later-day"), rows=((Choice(msg("button-cancel"), "task.leave"),),))
        return
    rows = tuple(
        (
            Choice(
                msg("button-task-day", day=one), "task.put-off", {"task": task.id, "until": one.isoformat()}
            ),
        )
        for one in near
    )
    ctx.say(msg("slip-which"), rows=(*rows, (Choice(msg("button-cancel"), "task.leave"),)))


def _leave(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):
        ctx.show(msg("cancelled"))


OFFER = Offer(
    commands=(Command("tasks", Act.DO_TASK, _mine, frozenset({Role.VOLUNTEER, Role.COORDINATOR})),),
    deeds=(
        Deed("tasks.mine", Act.DO_TASK, lambda ctx, _args: _mine(ctx), again=SHOWS),
        Deed("task.open", Act.DO_TASK, _open, again=SHOWS),
        Deed("task.check", Act.DO_TASK, _check, again="it is bound to the revision of the task"),
        Deed("task.done", Act.DO_TASK, _done, once=True),
        Deed("task.later", Act.DO_TASK, _later, again=ASKS),
        Deed("task.put-off", Act.DO_TASK, _put_off, once=True),
        Deed("task.help", Act.DO_TASK, _help, once=True),
        Deed("task.offer", Act.DO_TASK, _offer, once=True),
        Deed("task.accept", Act.TAKE_TASK, _accept, once=True),
        Deed("task.note", Act.DO_TASK, _note, again=ASKS),
        Deed("task.leave", Act.DO_TASK, _leave, again="what it ends is ended"),
    ),
    talks=(Listening(TALK, Act.DO_TASK, _heard),),
)
