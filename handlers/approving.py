"""Asks for a second person's yes. What it is about stands in `handlers/rules/approvals.py`.

Whoever needs one calls `ask` and lists an `Approvable` in its `Offer`: how it is shown, and what
is done after the yes. `handlers/coordinator/approvals.py` does the rest.
"""

from collections.abc import Sequence

from handlers import away
from handlers.context import Context
from handlers.rules.approvals import ALONE_AFTER, Kind, ends_at, may_ask
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, msg
from storage import approvals, audit, people
from storage.records import Approval, Json, Lane, Person, Role


def others(ctx: Context) -> Sequence[Person]:
    """The coordinators besides her."""
    return [one for one in people.with_role(ctx.tx, Role.COORDINATOR) if one.id != ctx.person.id]


def ask(
    ctx: Context, kind: Kind, content: Json, reason: str, *, told: Sequence[Part] = ()
) -> Approval | None:
    """Ask every other coordinator; what it is about is shown to them only when they look.

    A relative may ask, too: then any coordinator's yes is the second one.

    Args:
        content: Exactly what is to be done, as JSON; ids, no names. It is what the yes is bound to.
        reason: In her own words.
        told: What she is told in place of our own words.

    Returns:
        The request; None where nobody could say yes, which she is told.
    """
    team = others(ctx)
    if not may_ask(kind, len(team)) or (not team and ctx.person.role is not Role.COORDINATOR):
        ctx.say(msg("approval-nobody"))
        return None
    asked = approvals.add(
        ctx.tx,
        kind,
        content,
        reason,
        ctx.person.id,
        alone=not team,
        now=ctx.now,
        expires_at=ends_at(kind, len(team), ctx.now),
    )
    look = ((Choice(msg("button-look"), "approval.open", {"approval": asked.id}),),)
    for one in away.there(ctx.tx, ctx.office, team, ctx.now) or team:
        ctx.speech.to(one, msg("alert-approval"), rows=look, lane=Lane.ALERT)
    audit.write(ctx.tx, ctx.person.id, "asked-approval", asked.id, ctx.now)
    said = (
        msg("approval-asked", until=asked.expires_at)
        if team
        else msg("approval-asked-alone", at=ctx.now + ALONE_AFTER, until=asked.expires_at)
    )
    mine: Rows = ((Choice(msg("button-withdraw"), "approval.withdraw", {"approval": asked.id}),),)
    if not team:
        mine = (*look, *mine)
    ctx.say(*(told or (said,)), rows=mine)
    return asked
