"""What another asks a second yes for: shown exactly, then decided once, by yes or no."""

from collections.abc import Mapping

from handlers.approving import others
from handlers.command import SHOWS, Approvable, Deed, Offer
from handlers.context import Context
from handlers.rules.approvals import ALONE_AFTER, Standing, standing
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg, raw
from storage import approvals, audit, people
from storage.records import Approval, Json, Lane, Role


def offer(known: Mapping[str, Approvable]) -> Offer:
    """The buttons of requests.

    Args:
        known: What can be asked for, by its kind.
    """

    def look(ctx: Context, args: Json) -> None:
        found = _open_one(ctx, args)
        if found is None:
            return
        approval, stands = found
        what = _shown(ctx, known, approval)
        if what is None:
            ctx.show(msg("approval-impossible"))
            return
        times = msg("approval-times", asked=approval.made_at, until=approval.expires_at)
        why = (msg("approval-reason"), raw(approval.reason)) if approval.reason else ()
        parts = [msg(f"approval-{approval.kind}"), *what, *why, times]
        if stands is Standing.ASKED:
            alone = approval.alone and not others(ctx)
            parts.append(
                msg("approval-wait-alone", at=approval.made_at + ALONE_AFTER)
                if alone
                else msg("approval-wait")
            )
        more = known[approval.kind].more(approval.content)
        ctx.show(*parts, rows=(*more, *_rows(approval, stands)), once=not more)

    def yes(ctx: Context, args: Json) -> None:
        found = _open_one(ctx, args)
        if found is None:
            return
        approval, stands = found
        # What she read is what takes effect, and nothing else.
        exact = args["content"] == approval.content_key and approvals.is_whole(ctx.tx, approval)
        if stands is Standing.ASKED or not exact:
            _over(ctx)
        elif _shown(ctx, known, approval) is None:
            _decide(ctx, known, approval, approvals.VOID, "approval-impossible")
        elif _decide(ctx, known, approval, approvals.DONE, "approval-done"):
            known[approval.kind].run(ctx, approval)

    def no(ctx: Context, args: Json) -> None:
        found = _open_one(ctx, args)
        if found is not None and found[1] is Standing.DECIDES:
            _decide(ctx, known, found[0], approvals.REFUSED, "approval-refused")
        elif found is not None:
            _over(ctx)

    def withdraw(ctx: Context, args: Json) -> None:
        approval = approvals.find(ctx.tx, str(args["approval"]))
        if approval is None or not (
            approval.asked_by == ctx.person.id
            and approvals.decide(
                ctx.tx, approval.id, approval.content_key, approvals.WITHDRAWN, ctx.person.id, ctx.now
            )
        ):
            _over(ctx)
            return
        audit.write(ctx.tx, ctx.person.id, "approval-withdrawn", approval.id, ctx.now)
        ctx.show(msg("approval-withdrawn"), rows=_ended(ctx, known, approval))

    return Offer(
        deeds=(
            Deed("approval.open", Act.DECIDE, look, again=SHOWS),
            Deed("approval.yes", Act.DECIDE, yes, once=True),
            Deed("approval.no", Act.DECIDE, no, once=True),
            Deed("approval.withdraw", Act.SPEAK, withdraw, once=True),
        )
    )


def _open_one(ctx: Context, args: Json) -> tuple[Approval, Standing] | None:
    """The request that a button speaks of, as it stands now; whatever it is not, she is told the same."""
    approval = approvals.find(ctx.tx, str(args["approval"]))
    if approval is not None:
        stands = standing(approval, ctx.person.id, len(others(ctx)), ctx.now)
        if stands is not Standing.OVER:
            return approval, stands
    _over(ctx)
    return None


def _over(ctx: Context) -> None:
    """Decided, taken back, too late, another's, or never there: the same words."""
    ctx.undone = True
    ctx.show(msg("approval-over"))


def _shown(ctx: Context, known: Mapping[str, Approvable], approval: Approval) -> list[Part] | None:
    shown = known[approval.kind].shown(ctx, approval.content) if approval.kind in known else None
    return None if shown is None else list(shown)


def _rows(approval: Approval, stands: Standing) -> Rows:
    named = {"approval": approval.id, "content": approval.content_key}
    yes = (Choice(msg("button-approve"), "approval.yes", named),)
    if stands is Standing.DECIDES:
        return (yes, (Choice(msg("button-refuse-approval"), "approval.no", named),))
    withdraw = (Choice(msg("button-withdraw"), "approval.withdraw", named),)
    return (yes, withdraw) if stands is Standing.CONFIRMS else (withdraw,)


def _ended(ctx: Context, known: Mapping[str, Approvable], approval: Approval) -> Rows:
    return known[approval.kind].ended(ctx.speech, approval) if approval.kind in known else ()


def _decide(
    ctx: Context, known: Mapping[str, Approvable], approval: Approval, outcome: str, message_id: str
) -> bool:
    """End it; she, whoever asked, and the rest of the team hear how."""
    if not approvals.decide(ctx.tx, approval.id, approval.content_key, outcome, ctx.person.id, ctx.now):
        _over(ctx)  # another was faster
        return False
    audit.write(ctx.tx, ctx.person.id, f"approval-{outcome}", approval.id, ctx.now)
    # Why it cannot be done names nothing: it may be gone.
    named = {} if outcome == approvals.VOID else {"what": msg(f"approval-{approval.kind}-named")}
    said = msg(message_id, **named)
    ctx.show(said)
    hear = {one.id: one for one in others(ctx)}
    if approval.asked_by != ctx.person.id:
        asker = people.by_id(ctx.tx, approval.asked_by)
        # A family hears what was done from whatever does it, and from nobody else.
        if asker.role is Role.COORDINATOR or outcome != approvals.DONE:
            hear[asker.id] = asker
    rows = _ended(ctx, known, approval) if outcome != approvals.DONE else ()
    for one in hear.values():
        hers = rows if one.id == approval.asked_by else ()
        ctx.speech.to(one, said, rows=hers, lane=Lane.ALERT)
    return True
