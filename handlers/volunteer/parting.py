"""/leave_team: she is told what will happen, asked once, and then everything she had in hand goes back."""

from handlers import leaving
from handlers.command import ASKS, SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.membership import member, take_role_away
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from handlers.volunteer.pausing import in_hand
from storage import people
from storage.records import Json, Role


def _ask(ctx: Context) -> None:
    if _is_last(ctx):
        return
    parts = [msg("leave-ask"), *in_hand(leaving.in_hand(ctx.tx, ctx.person.id)), msg("leave-what-happens")]
    rows = (
        (Choice(msg("button-leave-yes"), "leave-team.yes"),),
        (Choice(msg("button-leave-pause"), "pause.ask"),),
        (Choice(msg("button-leave-no"), "leave-team.no"),),
    )
    ctx.show(*parts, rows=rows)


def _is_last(ctx: Context) -> bool:
    """Whether nobody would be left to whom families could write; she is told why and what can be done."""
    if ctx.person.role is not Role.COORDINATOR:
        return False
    # Two who leave at the same moment would each think that the other stays.
    team = people.hold_role(ctx.tx, Role.COORDINATOR)
    if any(one.reachable and one.id != ctx.person.id for one in team):
        return False
    ctx.undone = True
    ctx.show(msg("leave-last"), rows=((Choice(msg("button-team"), "team.show"),),))
    return True


def _yes(ctx: Context, _args: Json) -> None:
    if _is_last(ctx):
        return
    one = member(ctx.tx, ctx.person.id)
    if one is None:
        ctx.toast("press-old")
        return
    take_role_away(ctx.speech, one, ctx.person, told_at=lambda who: ctx.office.by_day(who, ctx.now))


def _no(ctx: Context, _args: Json) -> None:
    ctx.show(msg("leave-stays"))


OFFER = Offer(
    commands=(Command("leave_team", Act.SERVE, _ask, frozenset({Role.VOLUNTEER})),),
    deeds=(
        Deed("leave-team.ask", Act.SERVE, lambda ctx, _args: _ask(ctx), again=ASKS),
        Deed("leave-team.yes", Act.SERVE, _yes, once=True),
        Deed("leave-team.no", Act.SERVE, _no, again=SHOWS),
    ),
)
