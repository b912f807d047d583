"""The buttons under a broadcast: "I can come", "I need help". Each person's latest answer counts, once."""

from handlers.command import SAME, Deed, Offer
from handlers.context import Context
from handlers.rules.broadcasting import ANSWERS
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import audiences, broadcasts
from storage.records import Json


def _answer(ctx: Context, args: Json) -> None:
    one, said = broadcasts.find(ctx.tx, str(args["cast"])), str(args["answer"])
    if one is None or said not in ANSWERS:
        ctx.toast("press-old")
        return
    audiences.answer(ctx.tx, one.id, ctx.person.id, said, ctx.now)
    ctx.toast("cast-answer-noted")
    if said == "help":
        # An answer in a list is no help yet: she can say more to a person at once.
        ctx.say(msg("cast-help-noted"), rows=((Choice(msg("button-person"), "person.ask"),),))


OFFER = Offer(deeds=(Deed("cast.answer", Act.SPEAK, _answer, again=SAME),))
