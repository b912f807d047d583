"""A relative asks to have a report erased that was sent; until it is, she can take the wish back."""

from handlers.access import case_for, not_there
from handlers.command import Deed, Offer
from handlers.context import Context
from handlers.intake.sharing import reported_by
from handlers.intake.summary import name_told
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import msg, raw
from storage import audit, cases, erasures, people
from storage.records import Case, Json, Lane, Role

_BUTTONS = 8  # reports to choose from in one message


def told_by(ctx: Context) -> list[Case]:
    """The sent reports that she told herself."""
    followed = cases.followed_by(ctx.tx, ctx.person.id)
    return [one for one in followed if reported_by(one.body, ctx.person.id)]


def _hers(ctx: Context, args: Json) -> Case | None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is not None and not reported_by(case.body, ctx.person.id):
        not_there(ctx)  # whoever only follows a case cannot have it erased
        return None
    return case


def _choose(ctx: Context, _args: Json) -> None:
    rows = tuple(
        (Choice(raw(f"{one.code} · {name_told(one.body) or '…'}"), "erase.sure", {"case": one.id}),)
        for one in told_by(ctx)[:_BUTTONS]
    )
    ctx.show(msg("erase-which"), rows=(*rows, _back()))


def _back() -> tuple[Choice, ...]:
    return (Choice(msg("button-my-reports"), "cases.list"),)


def _sure(ctx: Context, args: Json) -> None:
    case = _hers(ctx, args)
    if case is None:
        return
    rows: Rows = (
        (Choice(msg("button-erase-report-yes"), "erase.ask", {"case": case.id}),),
        (Choice(msg("button-person"), "person.ask"),),
        _back(),
    )
    ctx.show(msg("erase-report-caution", code=case.code), rows=rows)


def _ask(ctx: Context, args: Json) -> None:
    case = _hers(ctx, args)
    if case is None:
        return
    if erasures.asked_for(ctx.tx, case.id) is None:
        wish = erasures.ask(ctx.tx, case.id, ctx.person.id, ctx.now)
        audit.write(ctx.tx, ctx.person.id, "asked-to-erase", case.id, ctx.now)
        see = ((Choice(msg("button-see-wish"), "erase.see", {"wish": wish}),),)
        for one in people.with_role(ctx.tx, Role.COORDINATOR):
            if one.id != ctx.person.id:
                ctx.speech.to(one, msg("alert-erase", code=case.code), rows=see, lane=Lane.ALERT)
    taken_back = Choice(msg("button-erase-take-back"), "erase.take-back", {"case": case.id})
    ctx.show(msg("erase-asked", code=case.code), rows=((taken_back,),))


def _take_back(ctx: Context, args: Json) -> None:
    case = _hers(ctx, args)
    if case is None:
        return
    wish = erasures.asked_for(ctx.tx, case.id)
    if wish is not None and erasures.take_back(ctx.tx, wish.id):
        audit.write(ctx.tx, ctx.person.id, "took-back-erasing", case.id, ctx.now)
    ctx.show(msg("erase-taken-back", code=case.code), rows=(_back(),))


OFFER = Offer(
    deeds=(
        Deed("erase.choose", Act.SPEAK, _choose),
        Deed("erase.sure", Act.SEE_OWN_CASE, _sure),
        Deed("erase.ask", Act.SEE_OWN_CASE, _ask),
        Deed("erase.take-back", Act.SEE_OWN_CASE, _take_back),
    )
)
