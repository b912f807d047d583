"""An unfinished report, read by the team because its relative lets it be read, and only then."""

from handlers.access import on_demand
from handlers.command import Deed, Offer
from handlers.context import Context
from handlers.intake.questions import FORM
from handlers.intake.summary import whole_report
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import audit, drafts
from storage.records import Json


def _read(ctx: Context, args: Json) -> None:
    draft = drafts.find(ctx.tx, str(args["draft"]), str(args["person"]))
    if draft is None or not draft.body.get("shown"):
        ctx.say(msg("draft-hidden"))
        return
    on_demand(ctx)
    audit.write(ctx.tx, ctx.person.id, "read-draft", draft.id, ctx.now)
    ctx.say(
        msg("draft-title", code=str(draft.body["code"])),
        *whole_report(FORM, draft.body),
        rows=((Choice(msg("button-answer"), "letter.answer", {"person": draft.person_id}),),),
    )


OFFER = Offer(deeds=(Deed("draft.read", Act.SEE_CASE, _read),))
