"""Erasing a case: what a coordinator reads before her yes, and what her yes does.

Whoever told it asks for it (`handlers.family.wishes`), and a coordinator's yes is the second.
"""

from handlers.access import case_if
from handlers.command import Approvable, Offer
from handlers.context import Context
from handlers.erasing import erase_case, tell_erased
from handlers.noting import note
from handlers.rules.approvals import Kind
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import attachments, cases, entries
from storage.records import Approval, Json


def _shown(ctx: Context, content: Json) -> list[Part] | None:
    """What would go; None where it is gone."""
    case = case_if(ctx, content["case"], Act.ERASE_CASE)
    if case is None:
        return None
    lines = len(entries.all_of(ctx.tx, case_id=case.id))
    files = len(attachments.of_report(ctx.tx, case.id))
    return [msg("erase-wish", code=case.code, lines=lines, files=files)]


def _run(ctx: Context, approval: Approval) -> None:
    case = case_if(ctx, approval.content["case"], Act.ERASE_CASE)
    assert case is not None, "it has just been shown"
    followers = cases.followers_of(ctx.tx, case.id)
    erase_case(ctx.tx, case, ctx.now, by=ctx.person.role.value)
    ctx.fetch = True
    note(ctx, "erased-case", case.id)
    tell_erased(ctx.speech, case, followers, "erase-done")


OFFER = Offer(approvals=(Approvable(Kind.ERASE_CASE, _shown, _run),))
