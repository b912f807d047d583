"""Words that come outside any talk are kept, and she says where they belong."""

from handlers.access import own_drafts
from handlers.command import Deed, Listening, Offer
from handlers.context import LOOSE, Context
from handlers.family import person, word
from handlers.intake import conversation, form
from handlers.intake.hearing import join_report, reply_of
from handlers.intake.replies import pieces_of
from handlers.intake.showing import title
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import cases, drafts
from storage.records import Json, Talk


def receive(ctx: Context) -> None:
    """Keep what came and ask where it belongs."""
    if hold(ctx):
        offer(ctx)
        if ctx.arrival.file is not None and not ctx.arrival.file.fetchable:
            ctx.say(msg("file-too-big"))
    else:
        ctx.say(msg("cannot-read"))


def hold(ctx: Context) -> bool:
    """Keep what came, with what came before it; False when there was nothing in it."""
    reply = reply_of(ctx)
    if reply is None:
        return False
    held = ctx.held
    if form.is_full(form.begin(held)):
        # So much, and no place for it yet: an unfinished report, which she can go on with or erase.
        draft = drafts.begin(ctx.tx, ctx.person.id, form.begin(held), ctx.now)
        join_report(ctx, held, draft.report_id)
        held = ()
    ctx.hold([*held, *pieces_of(reply)])
    if ctx.talk_now is not None and ctx.talk_now.kind == LOOSE:
        ctx.talk(LOOSE, {"album": ctx.arrival.album})
    return True


def offer(ctx: Context) -> None:
    """Ask where the words belong."""
    ctx.held_again = False
    rows = [
        (Choice(msg("button-add-to-case", code=one.code), "loose.case", {"case": one.id}),)
        for one in cases.followed_by(ctx.tx, ctx.person.id, 6)
    ]
    rows += [
        (
            Choice(
                msg("button-add-to-draft", title=title(ctx, one)),
                "loose.draft",
                {"draft": one.id},
            ),
        )
        for one in own_drafts(ctx, 4)
    ]
    rows.append((Choice(msg("button-report-this"), "loose.report"),))
    rows.append((Choice(msg("button-send-to-person"), "loose.person"),))
    rows.append((Choice(msg("button-forget"), "loose.forget"),))
    ctx.say(msg("loose-where"), rows=tuple(rows))


def _heard(ctx: Context, talk: Talk) -> bool:
    if ctx.arrival.album is not None and ctx.arrival.album == talk.body.get("album"):
        hold(ctx)
    else:
        receive(ctx)
    return True


def _anything(ctx: Context) -> bool:
    if not ctx.held:
        ctx.toast("press-old")
    return bool(ctx.held)


def _to_report(ctx: Context, _args: Json) -> None:
    if _anything(ctx):
        conversation.begin(ctx)


def _to_draft(ctx: Context, args: Json) -> None:
    draft = conversation.named(ctx, args)
    if draft is not None and _anything(ctx):
        conversation.resume(ctx, draft)


def _to_case(ctx: Context, args: Json) -> None:
    if _anything(ctx):
        word.begin(ctx, args["case"])


def _to_person(ctx: Context, _args: Json) -> None:
    if _anything(ctx):
        person.begin(ctx)


def _forget(ctx: Context, _args: Json) -> None:
    if _anything(ctx):
        ctx.erase_files(ctx.take_held())
        ctx.show(msg("forgotten"))


def _cancel(ctx: Context, _talk: Talk) -> None:
    # What she sent stays, as /help says of this command; to erase it there is a button.
    ctx.say(msg("cancelled"))


_HELD = "it takes along only what is held now; where nothing is, nothing happens"

OFFER = Offer(
    commands=(),
    deeds=(
        Deed("loose.report", Act.SPEAK, _to_report, again=_HELD),
        Deed("loose.draft", Act.TELL, _to_draft, again=_HELD),
        Deed("loose.case", Act.SEE_OWN_CASE, _to_case, again=_HELD),
        Deed("loose.person", Act.SPEAK, _to_person, again=_HELD),
        Deed("loose.forget", Act.SPEAK, _forget, once=True),
    ),
    talks=(Listening(LOOSE, Act.SPEAK, _heard, _cancel),),
)
