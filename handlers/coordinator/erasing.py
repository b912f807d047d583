"""Coordinators decide on a family's wish to have its case erased; as a rule two of them must say yes."""

from handlers.access import case_for, not_there
from handlers.command import Deed, Offer
from handlers.context import Context
from handlers.erasing import erase_case, tell_erased
from handlers.rules.decision import Choice, Rows
from handlers.rules.erasing import first_yes, is_enough, may_agree
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import attachments, audit, cases, entries, erasures, people
from storage.records import Case, Erasure, Json, Lane, Role


def _wish(ctx: Context, args: Json) -> tuple[Erasure, Case] | None:
    wish = erasures.by_id(ctx.tx, str(args["wish"]))
    if wish is None:
        not_there(ctx)  # erased already, or kept after all
        return None
    case = case_for(ctx, wish.report_id, Act.ERASE_CASE)
    return None if case is None else (wish, case)


def _see(ctx: Context, args: Json) -> None:
    found = _wish(ctx, args)
    if found is None:
        return
    wish, case = found
    lines = len(entries.all_of(ctx.tx, case_id=case.id))
    files = len(attachments.of_report(ctx.tx, case.id))
    parts = [msg("erase-wish", code=case.code, lines=lines, files=files)]
    if first_yes(wish, people.with_role(ctx.tx, Role.COORDINATOR)) is not None:
        parts.append(msg("erase-wish-approved"))
    rows: Rows = (
        (Choice(msg("button-erase-agree"), "erase.agree", {"wish": wish.id}),),
        (Choice(msg("button-write-family"), "letter.write", {"case": case.id}),),
        (Choice(msg("button-open-case"), "case.open", {"case": case.id}),),
    )
    ctx.show(*parts, rows=rows)


def _agree(ctx: Context, args: Json) -> None:
    found = _wish(ctx, args)
    if found is None:
        return
    wish, case = found
    if not may_agree(wish, ctx.person):
        ctx.toast("erase-not-own", alert=True)
        return
    if not _second_yes(ctx, wish, case):
        return
    followers = cases.followers_of(ctx.tx, case.id)
    team = [one for one in people.with_role(ctx.tx, Role.COORDINATOR) if one.id != ctx.person.id]
    erase_case(ctx.tx, case, ctx.now, by=Role.COORDINATOR.value)
    ctx.fetch = True
    audit.write(ctx.tx, ctx.person.id, "erased-case", case.id, ctx.now)
    tell_erased(ctx.speech, case, followers, "erase-done")
    for one in team:
        if one.id in (wish.approved_by, case.owner_id):
            ctx.speech.to(one, msg("alert-erased", code=case.code), lane=Lane.ALERT)
    ctx.show(msg("erase-done-team", code=case.code))


def _second_yes(ctx: Context, wish: Erasure, case: Case) -> bool:
    """Whether this yes is enough; if it is the first, the other coordinators are asked for theirs."""
    team = people.with_role(ctx.tx, Role.COORDINATOR)
    if is_enough(wish, ctx.person, team):
        return True
    if wish.approved_by == ctx.person.id:
        ctx.toast("erase-second-needed", alert=True)
        return False
    erasures.approve(ctx.tx, wish.id, ctx.person.id)
    audit.write(ctx.tx, ctx.person.id, "agreed-to-erase", case.id, ctx.now)
    see = ((Choice(msg("button-see-wish"), "erase.see", {"wish": wish.id}),),)
    for one in team:
        if one.id != ctx.person.id and may_agree(wish, one):
            parts = (msg("alert-erase", code=case.code), msg("erase-wish-approved"))
            ctx.speech.to(one, *parts, rows=see, lane=Lane.ALERT)
    ctx.show(msg("erase-first-yes", code=case.code))
    return False


OFFER = Offer(
    deeds=(
        Deed("erase.see", Act.ERASE_CASE, _see),
        Deed("erase.agree", Act.ERASE_CASE, _agree),
    )
)
