"""A one-use link makes somebody a coordinator. Used, expired and invented ones get the same answer."""

from handlers.context import Context
from handlers.rules.decision import Choice
from handlers.rules.roles import Act, may
from handlers.saying import msg
from storage import audit, cases, invites, people
from storage.records import Lane


def accept(ctx: Context, payload: str) -> None:
    """Try the link that somebody came with."""
    role = invites.use(ctx.tx, payload, ctx.person.id, ctx.now)
    if role is None:
        ctx.say(msg("invite-not-valid"))
        return
    others = [one for one in people.with_role(ctx.tx, role) if one.id != ctx.person.id]
    ctx.takes_role(role)
    audit.write(ctx.tx, ctx.person.id, f"became-{role.value}", ctx.person.id, ctx.now)
    if may(role, Act.SEE_QUEUE):
        count = cases.count_open(ctx.tx)
        ctx.say(
            msg("welcome-coordinator"),
            msg("queue-count", count=count),
            rows=(
                (Choice(msg("button-queue"), "queue.show"),),
                (Choice(msg("button-language"), "language.ask"),),
            ),
        )
        for one in others:
            # A link in the wrong hands is noticed by the others at once.
            ctx.speech.to(one, msg("alert-new-coordinator"), lane=Lane.ALERT)
