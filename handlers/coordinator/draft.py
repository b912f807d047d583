"""An unfinished report, read by the team because its relative lets it be read, and only then."""

from handlers.access import on_demand, shown_draft
from handlers.command import SHOWS, Deed, Offer
from handlers.context import Context
from handlers.intake.questions import FORM
from handlers.intake.summary import whole_report
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage.records import Json


def _read(ctx: Context, args: Json) -> None:
    draft = shown_draft(ctx, args["draft"], args["person"])
    if draft is None:
        ctx.say(msg("draft-hidden"))
        return
    on_demand(ctx)
    note(ctx, "read-draft", draft.id)
    ctx.say(
        msg("draft-title", code=str(draft.body["code"])),
        *whole_report(FORM, draft.body),
        rows=((Choice(msg("button-answer"), "letter.answer", {"person": draft.person_id}),),),
    )


OFFER = Offer(deeds=(Deed("draft.read", Act.READ_DRAFT, _read, again=SHOWS),))
