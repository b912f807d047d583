"""Which language the hotline speaks with somebody: asked first, and reachable from every screen."""

from handlers.command import SAME, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.family import followers, linked, loose, welcome
from handlers.intake import conversation
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg, raw
from handlers.volunteer import profile
from locales.languages import BY_CODE, CODES, SOURCE, guess
from storage.records import Json


def ask(ctx: Context) -> None:
    """Show all languages by their own names, the likeliest first; what Telegram says of it is often wrong."""
    likely = ctx.person.language or guess(ctx.arrival.language_code) or SOURCE
    codes = sorted(CODES, key=lambda code: code != likely)
    rows = tuple((Choice(raw(BY_CODE[code].own_name), "language.set", {"code": code}),) for code in codes)
    ctx.say(msg("choose-language"), rows=rows, language=likely)


def _set(ctx: Context, args: Json) -> None:
    code = str(args["code"])
    first = ctx.person.language is None
    ctx.speaks(code)
    talk = ctx.talk_now
    if not first and talk is not None and talk.kind == conversation.TALK:
        # The question that waits for her stands above in the language of before.
        resumed = Choice(msg("button-resume"), "draft.resume", {"draft": talk.body["draft"]})
        ctx.show(msg("language-set"), rows=((resumed,),))
        return
    if not first and talk is not None and talk.kind == profile.TALK:
        goes_on = Choice(
            msg("button-profile-go-on"), "profile.ask", {"what": talk.body["at"], "walk": talk.body["walk"]}
        )
        ctx.show(msg("language-set"), rows=((goes_on,),))
        return
    ctx.show(msg("language-set"))
    if not first:
        return
    if talk is not None and talk.kind == followers.TALK:
        ctx.end_talk()
        linked.ask(ctx, talk.body["token"])
    else:
        welcome.greet(ctx)
    if ctx.held:
        loose.offer(ctx)


OFFER = Offer(
    deeds=(
        Deed("language.set", Act.SPEAK, _set, again=SAME),
        Deed("language.ask", Act.SPEAK, lambda ctx, _args: ask(ctx), again=SHOWS),
    ),
)
