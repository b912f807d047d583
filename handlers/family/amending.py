"""After a report was sent: its relative tells more, or corrects what she told. Nothing is overwritten."""

from handlers.access import case_for, own_drafts
from handlers.command import Deed, Offer
from handlers.context import Context
from handlers.intake import conversation, form
from handlers.intake.questions import FORM
from handlers.noting import note
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import drafts
from storage.records import Json


def _begin(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    note(ctx, "began-amending", case.id)
    for one in own_drafts(ctx, drafts.MOST):
        if one.body.get("case") == case.id:
            conversation.resume(ctx, one)
            return
    draft = drafts.begin(ctx.tx, ctx.person.id, form.adding_to(FORM, case), ctx.now, case_id=case.id)
    ctx.talk(conversation.TALK, {"draft": draft.id})
    ctx.show(msg("amend-begin", code=case.code))
    conversation.ask(ctx, draft, in_place=False)


OFFER = Offer(
    deeds=(Deed("case.amend", Act.AMEND_CASE, _begin, again="it goes on with the additions already begun"),)
)
