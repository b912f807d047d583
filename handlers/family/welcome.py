"""The first words, and the way back to them: /start, /help."""

from handlers import invitation
from handlers.command import SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.family import followers, linked
from handlers.rules.decision import Choice, Rows
from handlers.rules.queueing import MOST, counted
from handlers.rules.roles import Act
from handlers.saying import msg
from handlers.volunteer import profile
from storage import queue
from storage.records import Role


def greet(ctx: Context) -> None:
    """Say who this is and what can be done here."""
    if ctx.person.role is Role.COORDINATOR:
        count = queue.count_open(ctx.tx, MOST)
        ctx.say(
            msg("welcome-coordinator"),
            msg("desk-title-open", count=counted(count)) if count else msg("queue-count", count=0),
            rows=(
                (Choice(msg("button-queue"), "queue.show"),),
                (Choice(msg("button-interview"), "interview.ask"),),
                *_ways(),
            ),
        )
    elif ctx.person.role is Role.VOLUNTEER:
        parts, rows = profile.offered(ctx)
        ctx.say(msg("welcome-volunteer"), *parts, rows=(*rows, *_ways()))
    else:
        ctx.say(msg("welcome"), ctx.office.hours_part(), rows=_ways())


def _ways() -> Rows:
    return (
        (Choice(msg("button-report"), "draft.start"),),
        (Choice(msg("button-my-reports"), "cases.list"),),
        (Choice(msg("button-person"), "person.ask"),),
        (Choice(msg("button-help"), "help.show"),),
        (Choice(msg("button-language"), "language.ask"),),
    )


def _start(ctx: Context) -> None:
    came = ctx.arrival
    found = invitation.accept(ctx, came.payload) if came.invited else None
    if came.invited and not isinstance(found, Role):
        if found is not None and ctx.person.language is None:
            followers.wait_for_language(ctx, found)
        elif found is not None:
            linked.ask(ctx, found)
    # Who has no language yet is asked for it next, and greeted in it.
    elif ctx.person.language is not None:
        greet(ctx)


def _help(ctx: Context) -> None:
    parts = [msg("help"), ctx.office.hours_part()]
    if ctx.person.role is Role.COORDINATOR:
        parts.insert(0, msg("help-coordinator"))
    if ctx.person.role is not Role.FAMILY:
        parts.insert(-2, msg("help-team"))
    ctx.say(*parts, rows=_ways()[:3])


OFFER = Offer(
    commands=(Command("start", Act.SPEAK, _start), Command("help", Act.SPEAK, _help)),
    deeds=(Deed("help.show", Act.SPEAK, lambda ctx, _args: _help(ctx), again=SHOWS),),
)
