"""A relative asks to have a report erased that was sent; until it is, she can take the wish back."""

from handlers.access import case_for
from handlers.approving import ask, others
from handlers.command import ASKS, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.intake.summary import name_told
from handlers.rules.approvals import Kind
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act, Tie, tie
from handlers.saying import msg, raw
from storage import approvals, cases
from storage.records import Case, Json

_BUTTONS = 8  # reports to choose from in one message


def told_by(ctx: Context) -> list[Case]:
    """The sent reports that she told herself."""
    followed = cases.followed_by(ctx.tx, ctx.person.id)
    return [one for one in followed if tie(one, ctx.person.id, follows=True) is Tie.TELLER]


def _choose(ctx: Context, _args: Json) -> None:
    rows = tuple(
        (Choice(raw(f"{one.code} · {name_told(one.body) or '…'}"), "erase.sure", {"case": one.id}),)
        for one in told_by(ctx)[:_BUTTONS]
    )
    ctx.show(msg("erase-which"), rows=(*rows, _back()))


def _back() -> tuple[Choice, ...]:
    return (Choice(msg("button-my-reports"), "cases.list"),)


def _sure(ctx: Context, args: Json) -> None:
    # Whoever only follows a case cannot have it erased.
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    rows: Rows = (
        (Choice(msg("button-erase-report-yes"), "erase.ask", {"case": case.id}),),
        (Choice(msg("button-person"), "person.ask"),),
        _back(),
    )
    ctx.show(msg("erase-report-caution", code=case.code), rows=rows)


def _ask(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    content = {"case": case.id}
    for one in approvals.open_ones(ctx.tx, ctx.now):
        if one.kind == Kind.ERASE_CASE and one.content == content and one.asked_by == ctx.person.id:
            withdraw = Choice(msg("button-withdraw"), "approval.withdraw", {"approval": one.id})
            ctx.say(msg("erase-asked", code=case.code), rows=((withdraw,),))
            return
    if not others(ctx):
        ctx.say(msg("erase-nobody"), rows=(_back(),))
        return
    ask(ctx, Kind.ERASE_CASE, content, "", told=(msg("erase-asked", code=case.code),))


OFFER = Offer(
    deeds=(
        Deed("erase.choose", Act.SPEAK, _choose, again=SHOWS),
        Deed("erase.sure", Act.AMEND_CASE, _sure, again=ASKS),
        Deed("erase.ask", Act.AMEND_CASE, _ask, once=True),
    )
)
