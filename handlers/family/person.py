"""Talk to a person: from any screen, with or without a case."""

from handlers.access import own_draft
from handlers.command import Deed, Listening, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.intake import conversation
from handlers.intake.hearing import reply_of
from handlers.intake.replies import Sent, held_word, word_of
from handlers.rules import casework
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import drafts, entries, people
from storage.records import Json, Role, Talk

TALK = "person"


def begin(ctx: Context, draft_id: str | None = None) -> None:
    """Call a person at once, before she has written a word; what she sent without a place goes with it."""
    words = ctx.take_held() or ({"text": ""},)
    for one in words:
        _keep(ctx, held_word(one), draft_id)
    ctx.talk(TALK, {"draft": draft_id, "album": None})
    parts = [msg("person-called"), _read_from(ctx), msg("person-write")]
    draft = own_draft(ctx, draft_id) if draft_id else None
    if draft is None:
        ctx.say(*parts, rows=((Choice(msg("button-done"), "word.done"),),))
    elif draft.body["consent"] is None or draft.body.get("shown"):
        ctx.say(*parts, rows=_rows(ctx, draft_id))
    else:
        shown = (Choice(msg("button-show-draft"), "draft.show", {"draft": draft.id}),)
        ctx.say(*parts, msg("show-draft"), rows=(shown, *_rows(ctx, draft_id)))


def _rows(ctx: Context, draft_id: str | None) -> Rows:
    draft = own_draft(ctx, draft_id) if draft_id else None
    if draft is None:
        return ((Choice(msg("button-done"), "word.done"),),)
    return ((Choice(msg("button-resume"), "draft.resume", {"draft": draft.id}),),)


def _keep(ctx: Context, word: Json, draft_id: str | None) -> None:
    draft = own_draft(ctx, draft_id) if draft_id else None
    about = conversation.about(draft) if draft is not None else msg("about-nothing")
    if draft is not None:
        word = {**word, "about": about, "draft": draft.id}
    alert = not entries.any_unread(ctx.tx, person_id=ctx.person.id)
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    decision = casework.person_asked(ctx.person, word, about, coordinators, ctx.office, ctx.now, alert=alert)
    carry_out(ctx.speech, decision, ctx.person.id)


def _read_from(ctx: Context) -> Part:
    return ctx.office.reading_part(ctx.now, people.with_role(ctx.tx, Role.COORDINATOR))


def _heard(ctx: Context, talk: Talk) -> bool:
    reply = reply_of(ctx)
    word = word_of(reply) if reply is not None else None
    if word is None:
        ctx.say(msg("cannot-read"))
        return True
    draft_id, album = talk.body["draft"], ctx.arrival.album
    _keep(ctx, word, draft_id)
    if album is None or album != talk.body["album"]:
        ctx.say(msg("person-kept"), _read_from(ctx), rows=_rows(ctx, draft_id))
    if isinstance(reply, Sent) and reply.too_big:
        ctx.say(msg("word-file-too-big"))
    ctx.talk(TALK, {"draft": draft_id, "album": album})
    return True


def _show_draft(ctx: Context, args: Json) -> None:
    """She lets the team read what she has told so far."""
    draft = conversation.named(ctx, args)
    if draft is None:
        return
    shown = drafts.save(ctx.tx, draft, {**draft.body, "shown": ctx.now.isoformat()}, ctx.now)
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    decision = casework.draft_shown(ctx.person, shown, coordinators, ctx.office, ctx.now)
    carry_out(ctx.speech, decision, ctx.person.id)
    ctx.say(msg("draft-shown", code=str(draft.body.get("code") or "…")), rows=_rows(ctx, draft.id))


def _ask(ctx: Context, args: Json) -> None:
    begin(ctx, str(args["draft"]) if "draft" in args else None)


OFFER = Offer(
    deeds=(
        Deed("person.ask", Act.SPEAK, _ask, again="who asks twice is heard twice, and alerts once"),
        Deed("draft.show", Act.TELL, _show_draft, once=True),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard),),
)
