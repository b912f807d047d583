"""Somebody is wanted for a case: asking volunteers, who fits and why, and how it stands."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from handlers import assigning
from handlers.access import assignment_for, case_for
from handlers.away import resting_part
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip
from handlers.context import Context
from handlers.intake.fields import Choice as OneOf
from handlers.intake.fields import Day, Field, Place
from handlers.intake.outline import Given, Question
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules import tasking
from handlers.rules.assigning import in_line
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.rules.volunteering import Skill, role_part, why
from handlers.saying import Part, lines, msg, place, raw, row
from handlers.slips import begin
from storage import assignments, people
from storage.assignments import Answer, Assignment, State
from storage.records import Case, Json, Role, Urgency

_PROPOSED = 8
_SHOWN = 10
_ON_CARD = 3
_OPEN = (State.ASKING, State.HELD)
_ASKED = (Answer.ASKED, Answer.LATER)  # these have their answer still to give


def _of(ctx: Context, case: Case) -> Sequence[Assignment]:
    """All of the case, the latest first, those that are over at the end."""
    found = sorted(assignments.of_case(ctx.tx, case.id), key=lambda one: one.made_at, reverse=True)
    return sorted(found, key=lambda one: one.state not in _OPEN)


def _standing(ctx: Context, one: Assignment) -> Part:
    """Who has it, or that somebody is looked for."""
    role = role_part(one.skill)
    if one.holder_id is not None:
        who = code_of(ctx.tx, people.by_id(ctx.tx, one.holder_id))
        return msg("role-held", role=role, who=who)
    return msg(f"role-{one.state}", role=role)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    found = [one for one in _of(ctx, case) if one.state in _OPEN][:_ON_CARD]
    return [lines([msg("case-roles"), *(_standing(ctx, one) for one in found)])] if found else ()


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    note(ctx, "saw-roles", case.id)
    found = _of(ctx, case)[:_SHOWN]
    rows = [
        (Choice(msg("button-role-state", role=role_part(one.skill), state=msg(f"role-is-{one.state}")),
                "role.open", {"assignment": one.id}),)
        for one in found
    ]  # fmt: skip
    rows.append((Choice(msg("button-role-new"), "role.new", {"case": case.id}),))
    title = msg("roles-title" if found else "roles-none", code=case.code)
    ctx.show(title, rows=(*rows, *_to_case(case.id)))


def _to_case(case_id: str) -> Rows:
    return ((Choice(msg("button-open-case"), "case.open", {"case": case_id}),),)


def _new(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is not None:
        begin(ctx, SLIP, case)


def _keep(ctx: Context, case: Case, answers: Json, _about: Json) -> None:
    where = answers.get("where", {}).get("value")
    body = {
        "what": answers["what"]["text"],
        "place": where.get("place") if isinstance(where, dict) else None,
    }
    made = assignments.add(
        ctx.tx,
        case.id,
        answers["skill"]["value"],
        body,
        ctx.now,
        asked_by=ctx.person.id,
        due_on=_due_on(ctx, answers),
        urgent=case.urgency is Urgency.NOW,
    )
    note(ctx, "wanted-role", case.id)
    _propose(ctx, {"assignment": made, "chosen": []})


def _due_on(ctx: Context, answers: Json) -> date | None:
    chosen = answers.get("due", {}).get("value")
    if chosen is None:
        return None
    if chosen == "date":
        value = answers["day"]["value"]
        return date.fromisoformat(value["last"] or value["first"])
    return ctx.office.today(ctx.now) + timedelta(days=tasking.DAYS[chosen])


def _wanted(ctx: Context, args: Json) -> tuple[Assignment, Case] | None:
    """The role and its case, while somebody is looked for; else how it stands is shown."""
    one = assignment_for(ctx, args["assignment"], Act.WORK_CASE)
    case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    if one is None or case is None:
        return None
    if one.state is not State.ASKING:
        ctx.undone = True
        _show(ctx, one, case)
        return None
    return one, case


def _propose(ctx: Context, args: Json) -> None:
    """Who fits best, and why; a press chooses or leaves out."""
    found = _wanted(ctx, args)
    if found is None:
        return
    one, case = found
    asked = {each.person_id: each.state for each in assignments.asked(ctx.tx, one.id)}
    fitting = assigning.fitting(ctx.tx, ctx.office, one, case, ctx.now)
    free = [each for each in fitting if asked.get(each.person.id) not in _ASKED][:_PROPOSED]
    codes = {each.person.id: code_of(ctx.tx, each.person) for each in free}
    chosen = [each for each in args["chosen"] if each in codes]
    where = {"assignment": one.id}
    rows = [
        (Choice(_chosen(code, person_id, chosen), "role.propose", {**where, "chosen": toggled}),)
        for person_id, code in codes.items()
        for toggled in [_toggled(chosen, person_id)]
    ]
    if free:
        ask = {**where, "chosen": chosen}
        rows.append((Choice(msg("button-role-ask"), "role.ask", {**ask, "all": False}),))
        if len(chosen) > 1:
            rows.append((Choice(msg("button-role-ask-all"), "role.ask", {**ask, "all": True}),))
    rows.append((Choice(msg("button-role-open"), "role.open", where),))
    need = assigning.need_of(one, case)
    reasons = [
        row([msg("role-who", code=codes[each.person.id]), *why(each, need, ctx.office, ctx.now)])
        for each in free
    ]
    ctx.show(
        msg("role-propose" if free else "role-nobody-fits", code=case.code, role=role_part(one.skill)),
        *reasons,
        *_resting(ctx),
        *((msg("role-propose-how"),) if free else ()),
        rows=(*rows, *_to_case(case.id)),
    )


def _resting(ctx: Context) -> Sequence[Part]:
    """Which volunteers cannot be asked because they rest; nothing where none does."""
    found = [
        row([msg("by-member", code=code_of(ctx.tx, one)), resting])
        for one in people.with_role(ctx.tx, Role.VOLUNTEER)
        if (resting := resting_part(ctx, one)) is not None
    ]
    return [lines([msg("volunteers-rest"), *found])] if found else []


def _chosen(code: str, person_id: str, chosen: Sequence[str]) -> Part:
    if person_id not in chosen:
        return msg("by-member", code=code)
    return msg("button-role-chosen", code=code, number=str(chosen.index(person_id) + 1))


def _toggled(chosen: Sequence[str], person_id: str) -> list[str]:
    if person_id in chosen:
        return [one for one in chosen if one != person_id]
    return [*chosen, person_id]


def _ask(ctx: Context, args: Json) -> None:
    """One after another, in her order or the one proposed; or all that she has chosen at once."""
    found = _wanted(ctx, args)
    if found is None:
        return
    one, case = found
    before = assignments.asked(ctx.tx, one.id)
    assignments.keep(ctx.tx, in_line(one, before, args["chosen"], ctx.now))
    anew = assignments.begin_anew(ctx.tx, one, ctx.now)
    assigning.look(ctx.tx, ctx.office, anew, case, ctx.now, all_at_once=bool(args["all"]))
    note(ctx, "asked-for-role", case.id)
    _show(ctx, anew, case)


def _open(ctx: Context, args: Json) -> None:
    one = assignment_for(ctx, args["assignment"], Act.WORK_CASE)
    case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    if one is not None and case is not None:
        note(ctx, "read-role", case.id)
        _show(ctx, one, case)


def _show(ctx: Context, one: Assignment, case: Case) -> None:
    """How it stands, and what can be done."""
    parts = [msg("role-title", code=case.code, standing=_standing(ctx, one)), raw(str(one.body["what"]))]
    if one.body.get("place"):
        parts.append(msg("ping-where", place=place(str(one.body["place"]))))
    if one.due_on is not None:
        parts.append(msg("ping-until", day=one.due_on))
    pings = assignments.asked(ctx.tx, one.id)
    if pings:
        parts.append(lines([msg("role-asked"), *(assigning.answer_part(ctx.tx, each) for each in pings)]))
    where = {"assignment": one.id}
    rows: list[tuple[Choice, ...]] = []
    if one.state is State.ASKING:
        rows.append((Choice(msg("button-role-propose"), "role.propose", {**where, "chosen": []}),))
    if one.state is State.HELD:
        rows.append((Choice(msg("button-role-again"), "role.again", {**where, "holder": one.holder_id}),))
        rows.append((Choice(msg("button-role-done"), "role.done", where),))
    if one.state in _OPEN:
        rows.append((Choice(msg("button-role-drop"), "role.drop", where),))
    ctx.show(*parts, rows=(*rows, (Choice(msg("button-roles"), "role.list", {"case": case.id}),),
        *_to_case(case.id)))  # fmt: skip


def _again(ctx: Context, args: Json) -> None:
    """Whoever has it has it no more, and hears so; others are asked."""
    one = assignment_for(ctx, args["assignment"], Act.WORK_CASE)
    case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
    if one is None or case is None:
        return
    if one.holder_id != args["holder"] or not assigning.take_from(ctx.tx, ctx.office, one, case, ctx.now):
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"))
        return
    note(ctx, "took-role-back", case.id)
    _propose(ctx, {"assignment": one.id, "chosen": []})


def _over(state: State, action: str) -> Callable[[Context, Json], None]:
    def over(ctx: Context, args: Json) -> None:
        one = assignment_for(ctx, args["assignment"], Act.WORK_CASE)
        case = case_for(ctx, one.case_id, Act.WORK_CASE) if one is not None else None
        if one is None or case is None:
            return
        if not assigning.end(ctx.tx, ctx.office, one, case, state, ctx.now):
            ctx.undone = True
            ctx.say(msg("changed-meanwhile"))
            return
        note(ctx, action, case.id)
        ctx.show(msg(f"role-over-{state}", code=case.code, role=role_part(one.skill)), rows=_to_case(case.id))

    return over


SLIP = Slip(
    "role",
    (
        Question("skill", OneOf(options=tuple(Skill)), required=True),
        Question("what", Field(by=frozenset()), required=True),
        Question(
            "where", Place(by=frozenset()), asked_if=Given("skill", frozenset({Skill.VISIT, Skill.DRIVE}))
        ),
        Question("due", OneOf(options=(*tasking.DAYS, "date"))),
        Question("day", Day(ahead=True), required=True, asked_if=Given("due", frozenset({"date"}))),
    ),
    Act.WORK_CASE,
    _keep,
)

OFFER = Offer(
    deeds=(
        Deed("role.list", Act.WORK_CASE, _list, again=SHOWS),
        Deed("role.new", Act.WORK_CASE, _new, again=ASKS),
        Deed("role.open", Act.WORK_CASE, _open, again=SHOWS),
        Deed("role.propose", Act.WORK_CASE, _propose, again=SHOWS),
        Deed("role.ask", Act.WORK_CASE, _ask, once=True),
        Deed("role.again", Act.WORK_CASE, _again, once=True),
        Deed("role.done", Act.WORK_CASE, _over(State.DONE, "ended-role"), once=True),
        Deed("role.drop", Act.WORK_CASE, _over(State.WITHDRAWN, "dropped-role"), once=True),
    ),
    slips=(SLIP,),
    sections=(
        Section(
            "role.list",
            lambda ctx, case: msg("button-roles-count", count=str(assignments.count_open(ctx.tx, case.id))),
            CardPlace.TASKS,
            _facts,
        ),
    ),
)
