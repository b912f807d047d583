"""Somebody is asked whether she takes a role on a case: yes, no, later; and what she has in hand (/mine)."""

from handlers import assigning
from handlers.access import assigned_case, assignment_for, on_demand
from handlers.command import ASKS, SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.intake.questions import FORM
from handlers.intake.summary import answers_read_back, name_told
from handlers.noting import note
from handlers.rules.assigning import SHOWN, Why
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.rules.translating import without_names
from handlers.rules.volunteering import Helper, Skill, role_part
from handlers.saying import Part, msg, raw
from storage import assignments, profiles
from storage.assignments import Answer, Assignment, State
from storage.records import Case, Json, Role

_REASONS = tuple(Why)


def _asked(ctx: Context, args: Json) -> tuple[Assignment, Case] | None:
    """What she is asked, while somebody is looked for; else she is told that it is over."""
    one = assignment_for(ctx, args["assignment"], Act.TAKE_ON)
    case = assigned_case(ctx, one) if one is not None else None
    if one is None or case is None:
        return None
    if one.state is not State.ASKING:
        ctx.undone = True
        if one.state is State.HELD and one.holder_id == ctx.person.id:
            _yours(ctx, one, case)
        else:
            ctx.show(msg("ping-taken", code=case.code))
        return None
    return one, case


def _accept(ctx: Context, args: Json) -> None:
    found = _asked(ctx, args)
    if found is None:
        return
    one, case = found
    if not assigning.take(ctx.tx, ctx.office, one, case, ctx.person, ctx.now):
        ctx.undone = True
        ctx.show(msg("ping-taken", code=case.code))
        return
    note(ctx, "took-role", case.id)
    _yours(ctx, one, case)


def _yours(ctx: Context, one: Assignment, case: Case) -> None:
    parts = [msg("role-yours", code=case.code, role=role_part(one.skill))]
    if one.due_on is not None:
        parts.append(msg("role-yours-until", day=one.due_on))
    ctx.show(*parts, rows=_hers(one))


def _hers(one: Assignment) -> Rows:
    where = {"assignment": one.id}
    return (
        (Choice(msg("button-role-case"), "role.case", where),),
        (Choice(msg("button-tasks-mine"), "tasks.mine"),),
        (Choice(msg("button-role-back"), "role.back", where),),
    )


def _decline(ctx: Context, args: Json) -> None:
    found = _asked(ctx, args)
    if found is None:
        return
    one, case = found
    assigning.decline(ctx.tx, ctx.office, one, case, ctx.person, ctx.now)
    note(ctx, "declined-role", case.id)
    ctx.show(msg("ping-declined"), rows=_why("ping.why", one))


def _why(deed: str, one: Assignment) -> Rows:
    return tuple(
        (Choice(msg(f"button-why-{why}"), deed, {"assignment": one.id, "why": why}),) for why in _REASONS
    )


def _reason(ctx: Context, args: Json) -> None:
    """Only her own no gets it; what she has said since stays."""
    one = assignment_for(ctx, args["assignment"], Act.TAKE_ON)
    if one is None:
        return
    hers = assigning.asked_of(ctx.tx, one, ctx.person.id)
    if hers is not None and hers.state in (Answer.DECLINED, Answer.HANDED_BACK) and args["why"] in _REASONS:
        assigning.say_why(ctx.tx, hers, Why(args["why"]))
    ctx.show(msg("ping-thanks"))


def _later(ctx: Context, args: Json) -> None:
    found = _asked(ctx, args)
    if found is None:
        return
    one, case = found
    hers = assigning.asked_of(ctx.tx, one, ctx.person.id)
    if hers is None or hers.times > 1:
        ctx.undone = True
        ctx.toast("press-old")
        return
    helper = Helper(ctx.person, profiles.of(ctx.tx, ctx.person.id), 0)
    at = assigning.later(ctx.tx, ctx.office, one, case, hers, helper, ctx.now)
    here = at.astimezone(ctx.office.zone_of(ctx.person))
    note(ctx, "put-role-off", case.id)
    ctx.show(msg("ping-later", day=here.date(), at=f"{here:%H:%M}"))


def _case(ctx: Context, args: Json) -> None:
    """What her role needs of the case, and nothing else of it."""
    one = assignment_for(ctx, args["assignment"], Act.SEE_ASSIGNED)
    case = assigned_case(ctx, one) if one is not None else None
    if one is None or case is None:
        return
    note(ctx, "saw-assigned", case.id)
    keys = SHOWN[Skill(one.skill)]
    asked = [each for each in FORM.questions if each.key in keys]
    told = answers_read_back(FORM, case.body, asked)
    what = str(one.body["what"])
    if not told:
        what = without_names(what, name_told(case.body), case.code)
    parts: list[Part] = [msg("role-case", code=case.code, role=role_part(one.skill)), raw(what)]
    ctx.show(*parts, *told, *((msg("role-case-minds"),) if told else ()), rows=_hers(one))


def _back(ctx: Context, args: Json) -> None:
    one = assignment_for(ctx, args["assignment"], Act.SEE_ASSIGNED)
    if one is not None:
        where = {"assignment": one.id}
        rows = ((Choice(msg("button-role-back-sure"), "role.back-sure", where),), *_hers(one)[:2])
        ctx.show(msg("role-back-ask"), rows=rows)


def _back_sure(ctx: Context, args: Json) -> None:
    one = assignment_for(ctx, args["assignment"], Act.SEE_ASSIGNED)
    case = assigned_case(ctx, one) if one is not None else None
    if one is None or case is None:
        return
    if not assigning.hand_back(ctx.tx, ctx.office, one, case, ctx.person, None, ctx.now):
        ctx.undone = True
        ctx.show(msg("ping-taken", code=case.code))
        return
    note(ctx, "gave-role-back", case.id)
    ctx.show(msg("role-back-done"), rows=_why("ping.why", one))


def _mine(ctx: Context) -> None:
    """What she has taken, and what she is asked."""
    held = assignments.held_by(ctx.tx, ctx.person.id)
    rows: list[tuple[Choice, ...]] = []
    for one in held:
        case = assigned_case(ctx, one)
        if case is not None:
            text = msg("button-role", code=case.code, role=role_part(one.skill))
            rows.append((Choice(text, "role.case", {"assignment": one.id}),))
    for assignment_id in assignments.waiting_for(ctx.tx, ctx.person.id):
        found = assignment_for(ctx, assignment_id, Act.TAKE_ON)
        case = assigned_case(ctx, found) if found is not None else None
        hers = assigning.asked_of(ctx.tx, found, ctx.person.id) if found is not None else None
        if found is not None and case is not None and hers is not None and hers.state is Answer.ASKED:
            text = msg("button-role-asked", code=case.code, role=role_part(found.skill))
            rows.append((Choice(text, "ping.open", {"assignment": found.id}),))
    rows.append((Choice(msg("button-tasks-mine"), "tasks.mine"),))
    on_demand(ctx)
    ctx.show(msg("roles-mine" if len(rows) > 1 else "roles-mine-none"), rows=tuple(rows))


def _open(ctx: Context, args: Json) -> None:
    found = _asked(ctx, args)
    if found is not None:
        one, case = found
        hers = assigning.asked_of(ctx.tx, one, ctx.person.id)
        parts, rows = assigning.wording(one, case, again=hers is None or hers.times > 1)
        ctx.show(*parts, rows=rows)


OFFER = Offer(
    commands=(Command("mine", Act.TAKE_ON, _mine, frozenset({Role.VOLUNTEER})),),
    deeds=(
        Deed("ping.open", Act.TAKE_ON, _open, again=SHOWS),
        Deed("ping.accept", Act.TAKE_ON, _accept, once=True),
        Deed("ping.decline", Act.TAKE_ON, _decline, once=True),
        Deed("ping.later", Act.TAKE_ON, _later, once=True),
        Deed("ping.why", Act.TAKE_ON, _reason, again="the last reason counts"),
        Deed("role.case", Act.SEE_ASSIGNED, _case, again=SHOWS),
        Deed("role.back", Act.SEE_ASSIGNED, _back, again=ASKS),
        Deed("role.back-sure", Act.SEE_ASSIGNED, _back_sure, once=True),
    ),
)
