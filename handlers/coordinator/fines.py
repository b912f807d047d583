"""Fines: what is asked for, by when, and what was paid; the owner is reminded in time."""

from collections.abc import Iterable, Sequence
from typing import Any

from handlers import slips
from handlers.access import case_for, case_if
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
from handlers.intake.fields import ANYTHING, Amount, Day, Field, Files
from handlers.intake.fields import Choice as ChoiceField
from handlers.intake.outline import Question
from handlers.intake.summary import grouped
from handlers.noting import note
from handlers.rules import fines
from handlers.rules.deadlines import at_rest, first_look, turn
from handlers.rules.decision import AddMatter, ChangeMatter, Choice, Decision, Notice
from handlers.rules.office import Office
from handlers.rules.roles import Act, Tie, tie
from handlers.saying import Part, labelled_msg, lines, msg, row
from storage import cases, matters
from storage.records import Case, Json, Matter, MatterKind, MatterState

_KIND = MatterKind.FINE
_QUESTIONS = (
    Question("amount", Amount(), required=True),
    Question("whom", ChoiceField(options=fines.WHOM), required=True),
    Question("reason", Field(by=ANYTHING)),
    Question("due", Day(ahead=True)),
)
_PAID = (Question("paid", Day(), text="day"), Question("receipt", Files()))


def _list(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    kept = _of(ctx, case)
    others = _elsewhere(ctx, case)
    note(ctx, "saw-fines", case.id, report_id=case.id, details={"with": sorted(one.id for one in others)})
    shown = [row([_sum(one), *_state(ctx, one)], number) for number, one in enumerate(kept[-SHOWN:], 1)]
    parts = [lines(shown) if shown else msg("fines-none"), *_totals("label-fines-case", kept)]
    told = _told(case, kept)
    if told is not None:
        parts.append(msg("fine-told", sum=_money(told["value"])))
    if others:
        parts += _totals("label-fines-family", [*kept, *(one for each in others for one in _of(ctx, each))])
    ctx.show(
        msg("fines-title", code=case.code),
        *parts,
        rows=(
            *(((Choice(msg("button-fine-take"), "fine.take", {"case": case.id}),),) if told else ()),
            (Choice(msg("button-fine-add"), "fine.add", {"case": case.id}),),
            *(
                (Choice(row([_sum(one)], at), "fine.open", {"matter": one.id}),)
                for at, one in enumerate(kept[-SHOWN:], 1)
            ),
            *back(case),
        ),
    )


def _of(ctx: Context, case: Case) -> list[Matter]:
    kept = matters.of_case(ctx.tx, case.id, _KIND)
    return [one for one in kept if one.state is not MatterState.REPLACED]


def _told(case: Case, kept: Iterable[Matter]) -> dict[str, Any] | None:
    """The fine that the report tells of, as an answer of the slip; None where it is in the list, or none."""
    told = case.body["answers"].get("fine", {})
    if told.get("state") != "given" or told.get("value") is None:
        return None
    if any(value(one.body, "amount") == told["value"] for one in kept):
        return None
    words = "\n".join(one["text"] for one in told.get("texts", ()))
    return {"value": told["value"], "text": words, "files": []}


def _take(ctx: Context, args: Json) -> None:
    """What the family told is not asked again; whom it was put on and when it is due, they did not say."""
    case = working(ctx, args["case"])
    told = _told(case, _of(ctx, case)) if case is not None else None
    if case is not None and told is None:
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"), rows=back(case))
    elif case is not None:
        slips.begin(ctx, SLIP, case, answers={"amount": told})


def _elsewhere(ctx: Context, case: Case) -> list[Case]:
    """The other cases that whoever told this one follows: one family pays them all."""
    followers = cases.followers_of(ctx.tx, case.id)
    tellers = [one for one in followers if tie(case, one.id, follows=True) is Tie.TELLER]
    known = {each.id for one in tellers for each in cases.followed_by(ctx.tx, one.id, cases.MOST)}
    there = (case_if(ctx, one, Act.SEE_CASE) for one in sorted(known - {case.id}))
    return [one for one in there if one is not None]


def _sum(one: Matter) -> Part:
    return _money(value(one.body, "amount"))


def _money(amount: Json) -> Part:
    return msg(f"amount-{amount['currency'].lower()}", amount=grouped(amount["amount"]))


def _state(ctx: Context, one: Matter) -> list[Part]:
    if fines.is_paid(one.body["answers"]):
        return [msg("fine-paid")]
    due = fines.due_day(one.body["answers"])
    if due is None:
        return []
    return [msg("fine-overdue" if due < ctx.day(ctx.now) else "fine-due", day=due)]


def _totals(label: str, kept: Iterable[Matter]) -> list[Part]:
    found = fines.totals(one.body["answers"] for one in kept)
    return (
        [
            labelled_msg(
                label,
                lines(
                    [
                        msg(
                            "fines-total",
                            sum=_money({"currency": one.currency, "amount": str(one.amount)}),
                            unpaid=_money({"currency": one.currency, "amount": str(one.unpaid)}),
                        )
                        for one in found
                    ]
                ),
            )
        ]
        if found
        else []
    )


def _open(ctx: Context, args: Json) -> None:
    hers = found(ctx, args["matter"], _KIND, Act.SEE_CASE)
    if hers is None:
        return
    one, case = hers
    note(ctx, "saw-fine", case.id)
    rows = []
    if one.state is MatterState.OPEN and not at_rest(case):
        rows = [
            (Choice(msg("button-fine-paid"), "fine.paid", seen(one)),),
            (Choice(msg("button-correct"), "fine.correct", seen(one)),),
        ]
    if files_in(one.body):
        rows.append((Choice(msg("button-files"), "fine.files", {"matter": one.id}),))
    answers = one.body["answers"]
    ctx.show(
        msg("fines-title", code=case.code),
        *slips.read_back(SLIP, answers),
        *slips.read_back(PAID, answers),
        *_state(ctx, one),
        rows=(*rows, (Choice(msg("button-fines"), "fine.list", {"case": case.id}),)),
    )


def _add(ctx: Context, args: Json) -> None:
    case = working(ctx, args["case"])
    if case is not None:
        slips.begin(ctx, SLIP, case)


def _correct(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None:
        slips.begin(ctx, SLIP, hers[1], seen(hers[0]))


def _pay(ctx: Context, args: Json) -> None:
    hers = unchanged(ctx, args, _KIND)
    if hers is not None:
        slips.begin(ctx, PAID, hers[1], seen(hers[0]))


def _keep(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    if not is_open(ctx, case):
        return
    before = unchanged(ctx, about, _KIND) if "matter" in about else None
    if "matter" in about and before is None:
        return
    watch_at = first_look(fines.rungs(fines.due_day(answers)), ctx.office, ctx.now)
    replaces = before[0] if before is not None else None
    new = AddMatter(case.id, _KIND, {"answers": dict(answers)}, ctx.person.id, watch_at, replaces)
    if carried_out(ctx, Decision((new,), (), ("entered-fine", case.id))):
        _list(ctx, {"case": case.id})


def _keep_paid(ctx: Context, case: Case, answers: Json, about: Json) -> None:
    hers = unchanged(ctx, about, _KIND)
    if hers is None:
        return
    one = hers[0]
    # Paid, though on which day nobody may know.
    paid = {"paid": {"value": None, "text": "", "files": []}, **answers}
    body = {**one.body, "answers": {**one.body["answers"], **paid}}
    change = ChangeMatter(one, MatterState.DONE, body, watch_at=None)
    if carried_out(ctx, Decision((change,), (), ("paid-fine", case.id))):
        _list(ctx, {"case": case.id})


def _watch(speech: Speech, office: Office, one: Matter, case: Case) -> None:
    if at_rest(case):
        return
    due = fines.due_day(one.body["answers"])
    now = turn(fines.rungs(due), one.said, office, speech.now)
    notices: tuple[Notice, ...] = ()
    if now.word is not None and due is not None:
        said = msg(f"alert-fine-{now.word}", code=case.code, day=due)
        look = Choice(msg("button-look"), "fine.open", {"matter": one.id})
        notices = tuple(alerts(team(speech.tx, case), said, look))
    changes = (ChangeMatter(one, watch_at=now.watch_at, said=now.said),)
    carry_out(speech, Decision(changes, notices, (f"fine-{now.word or 'later'}", case.id)), None)


def _facts(ctx: Context, case: Case) -> Sequence[Part]:
    kept = _of(ctx, case)
    told = _told(case, kept)
    proposed = () if told is None else (msg("fine-told", sum=_money(told["value"])),)
    unpaid = [one for one in kept if not fines.is_paid(one.body["answers"])]
    if not unpaid:
        return proposed
    sums = [
        _money({"currency": one.currency, "amount": str(one.unpaid)})
        for one in fines.totals(each.body["answers"] for each in unpaid)
    ]
    return (msg("fine-fact", count=len(unpaid), sums=sums), *proposed)


SLIP = Slip("fine", _QUESTIONS, Act.WORK_CASE, _keep)
PAID = Slip("paid", _PAID, Act.WORK_CASE, _keep_paid)

OFFER = Offer(
    deeds=(
        Deed("fine.list", Act.SEE_CASE, _list, again=SHOWS),
        Deed("fine.open", Act.SEE_CASE, _open, again=SHOWS),
        Deed("fine.files", Act.SEE_CASE, lambda ctx, args: pass_files(ctx, args, _KIND), again=SHOWS),
        Deed("fine.add", Act.WORK_CASE, _add, again=ASKS),
        Deed("fine.take", Act.WORK_CASE, _take, again=ASKS),
        Deed("fine.correct", Act.WORK_CASE, _correct, again=ASKS),
        Deed("fine.paid", Act.WORK_CASE, _pay, again=ASKS),
    ),
    slips=(SLIP, PAID),
    sections=(Section("fine.list", lambda _ctx, _case: msg("button-fines"), CardPlace.HAPPENED, _facts),),
    watches=(Watch(_KIND, _watch),),
)
