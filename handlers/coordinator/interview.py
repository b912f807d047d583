"""A coordinator enters an interview, on paper or by telephone, with somebody who has no Telegram."""

from handlers.command import ASKS, Command, Deed, Offer
from handlers.context import Context
from handlers.intake import conversation, form
from handlers.intake.submitting import fresh_code
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from locales.languages import BY_CODE, CODES
from storage import drafts
from storage.records import Json, Role


def _ask_language(ctx: Context) -> None:
    rows = tuple((Choice(msg(f"language-{code}"), "interview.begin", {"code": code}),) for code in CODES)
    ctx.show(msg("interview-begin"), msg("interview-language"), rows=rows)


def _begin(ctx: Context, args: Json) -> None:
    language = str(args["code"])
    if language not in BY_CODE:
        return
    body = {**form.begin(code=fresh_code(ctx)), "paper": language}
    draft = drafts.begin(ctx.tx, ctx.person.id, body, ctx.now)
    note(ctx, "began-interview", draft.id)
    ctx.talk(conversation.TALK, {"draft": draft.id})
    conversation.ask(ctx, draft, in_place=False)


OFFER = Offer(
    commands=(Command("interview", Act.INTERVIEW, _ask_language, frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("interview.ask", Act.INTERVIEW, lambda ctx, _args: _ask_language(ctx), again=ASKS),
        Deed("interview.begin", Act.INTERVIEW, _begin, once=True),
    ),
)
