"""Letters to offices: sent when, answered or not, and to whom one could turn next."""

from collections.abc import Sequence
from datetime import date

from handlers import slips
from handlers.access import case_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section, Slip, Watch
from handlers.context import Context, Speech
from handlers.coordinator.matter import (
    SHOWN,
    alerts,
    back,
    files_in,
    found,
    is_open,
    pass_files,
    seen,
    team,
    unchanged,
    value,
    working,
)
from handlers.decisions import carried_out, carry_out
from handlers.intake.fields import ANYTHING, Day, Field, Files
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.outline import Question
from handlers.noting import note
from handlers.rules import petitions, terms
from handlers.rules.deadlines import at_rest, first_look, turn
from handlers.rules.decision import AddMatter, ChangeMatter, Choice, Decision, Notice
from handlers.rules.office import Office
from handlers.rules.roles import Act
from handlers.rules.workdays import OFFICES
from handlers.saying import Part, lines, msg, row
from storage import matters
from storage.records import Case, Json, Matter, MatterKind, MatterState

_KIND = MatterKind.PETITION
_QUESTIONS = (
    Question("to", ChoiceField(options=OFFICES), required=True),
    Question("name", Field()),
    Question("sent", Day(), required=True),
    Question("number", Field(by=ANYTHING)),
    Question("about", Files()),
    Question("due", Day(ahead=True)),
)
_OUTCOME = (
    Question("outcome", ChoiceField(options=petitions.OUTCOMES), required=True),
    Question("answered", Day()),
    Question("reply", Files()),
)


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-petitions", case.id)
    kept = _of(ctx, case)[-SHOWN:]
    shown = [row([_to(one), *_state(ctx, one)], number) for number, one in enumerate(kept, 1)]
    ctx.show(
        msg("petitions-title", code=case.code),
        lines(shown) if shown else msg("petitions-none"),
        rows=(
            (Choice(msg("button-petition-add"), "petition.add", {"case": case.id}),),
            *(
                (Choice(row([_to(one)], at), "petition.open", {"matter": one.id}),)
                for at, one in enumerate(kept, 1)
            ),
            *back(case),
        ),
    )


def _of(ctx: Context, case: Case) -> list[Matter]:
    kept = matters.of_case(ctx.tx, case.id, _KIND)
    return [one for one in kept if one.state is not MatterState.REPLACED]


def _to(one: Matter) -> Part:
    return msg(f"option-petition-to-{value(one.body, 'to')}")


def _due(body: Json, office: Office) -> date | None:
    return petitions.due_day(body["answers"], office.reply_days, office.workdays)


def _state(ctx: Context, one: Matter) -> list[Part]:
    outcome = value(one.body, "outcome")
    if outcome is not None:
        return [msg(f"option-outcome-outcome-{outcome}")]
    due = _due(one.body, ctx.office)
    if due is None:
        return [msg("petition-open")]
    return [msg("petition-overdue" if due < ctx.day(ctx.now) else "petition-due", day=due)]


def _open(ctx: Context, args: Json) -> None:
    hers = found(ctx, args["matter"], _KIND, Act.SEE_CASE)
    if hers is None:
        return
    one, case = hers
    note(ctx, "saw-petition", case.id)
    answers = one.body["answers"]
    then = petitions.next_to(answers)
    parts = [*slips.read_back(SLIP, answers), *slips.read_back(OUTCOME, answers), *_state(ctx, one)]
    if "outcome" not in answers and "due" not in answers and _due(one.body, ctx.office) is not None:
        parts.append(msg("petition-counted", count=ctx.office.reply_days[str(value(one.body, "to"))]))
    rows = []
    if one.state is MatterState.OPEN and not at_rest(case):
        rows.append((Choice(msg("button-petition-outcome"), "petition.outcome", seen(one)),))
        rows.append((Choice(msg("button-correct"), "petition.correct", seen(one)),))
    if then is not None and not at_rest(case):
        parts.append(msg("petition-next", to=msg(f"option-petition-to-{then}")))
        rows.append((Choice(msg("button-petition-next"), "petition.add", {"case": case.id, "to": then}),))
    if files_in(one.body):
        rows.append((Choice(msg("button-files"), "petition.files", {"matter": one.id}),))
    ctx.show(
        msg("petitions-title", code=case.code),
        *parts,
        rows=(*rows, (Choice(msg("button-petitions"), "petition.list", {"case": case.id}),)),
    )


def _add(ctx: Context, args: Json) -> None:
    case = working(ctx, args["case"])
    if case is not None:
        known = {"to": {"value": args["to"], "text": "", "files": []}} if "to" in args else None
        slips.begin(ctx, SLIP, case, answers=known)


def _correct(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None:
        slips.begin(ctx, SLIP, hers[1], seen(hers[0]))


def _answered(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None:
        slips.begin(ctx, OUTCOME, hers[1], seen(hers[0]))


def _check(ctx: Context, answers: Json, key: str) -> Part | None:
    sent = answers.get("sent", {}).get("value")
    if key == "due" and terms.is_backward(sent, answers[key]["value"]):
        return msg("petition-due-before-sent")
    return None


def _keep(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if not is_open(ctx, case):
        return
    before = unchanged(ctx, about, _KIND) if "matter" in about else None
    if "matter" in about and before is None:
        return
    body = {"answers": dict(answers)}
    watch_at = first_look(petitions.rungs(_due(body, ctx.office)), ctx.office, ctx.now)
    replaces = before[0] if before is not None else None
    new = AddMatter(case.id, _KIND, body, ctx.person.id, watch_at, replaces)
    if carried_out(ctx, Decision((new,), (), ("entered-petition", case.id))):
        _list(ctx, {"case": case.id})


def _keep_outcome(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    hers = unchanged(ctx, about, _KIND)
    if hers is None:
        return
    one = hers[0]
    body = {**one.body, "answers": {**one.body["answers"], **answers}}
    change = ChangeMatter(one, MatterState.DONE, body, watch_at=None)
    if carried_out(ctx, Decision((change,), (), ("entered-outcome", case.id))):
        _open(ctx, {"matter": one.id})


def _watch(speech: Speech, office: Office, one: Matter, case: Case) -> None:
    if at_rest(case):
        return
    due = _due(one.body, office)
    now = turn(petitions.rungs(due), one.said, office, speech.now)
    notices: tuple[Notice, ...] = ()
    if now.word is not None and due is not None:
        said = msg(f"alert-petition-{now.word}", code=case.code, to=_to(one), day=due)
        look = Choice(msg("button-look"), "petition.open", {"matter": one.id})
        notices = tuple(alerts(team(speech.tx, case), said, look))
    changes = (ChangeMatter(one, watch_at=now.watch_at, said=now.said),)
    carry_out(speech, Decision(changes, notices, (f"petition-{now.word or 'later'}", case.id)), None)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    """The answer that is due next, or has been for longest."""
    waiting = [one for one in _of(ctx, case) if one.state is MatterState.OPEN]
    due = [(day, one) for one in waiting if (day := _due(one.body, ctx.office)) is not None]
    if not due:
        return ()
    _, one = min(due, key=lambda each: each[0])
    return (msg("petition-fact", to=_to(one), state=_state(ctx, one)[0]),)


SLIP = Slip("petition", _QUESTIONS, Act.WORK_CASE, _keep, _check)
OUTCOME = Slip("outcome", _OUTCOME, Act.WORK_CASE, _keep_outcome)

OFFER = Offer(
    deeds=(
        Deed("petition.list", Act.SEE_CASE, _list, again=SHOWS),
        Deed("petition.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("petition.files", Act.SEE_CASE, lambda ctx, args: pass_files(ctx, args, _KIND), again=SHOWS),
        Deed("petition.add", Act.WORK_CASE, _add, again=ASKS),
        Deed("petition.correct", Act.WORK_CASE, _correct, again=ASKS),
        Deed("petition.outcome", Act.WORK_CASE, _answered, again=ASKS),
    ),
    slips=(SLIP, OUTCOME),
    sections=(
        Section("petition.list", lambda _ctx, _case: msg("button-petitions"), CardPlace.PETITIONS, _facts),
    ),
    watches=(Watch(_KIND, _watch),),
)
