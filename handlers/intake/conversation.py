"""Asks the questions of a report in a chat: draft in, reply in, next question out."""

from collections.abc import Sequence
from typing import Any

from handlers.access import own_draft, own_drafts
from handlers.command import REVISION, SAME, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.erasing import erase_draft
from handlers.intake import form, sharing
from handlers.intake.fields import Phone
from handlers.intake.hearing import join_report, reply_of
from handlers.intake.questions import FORM
from handlers.intake.replies import Pressed, Reply, Sent, held_word, pieces_of
from handlers.intake.showing import screen, step_of, title
from handlers.intake.submitting import fresh_code, missing_in, send
from handlers.noting import note
from handlers.rules import casework
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from locales.languages import SOURCE
from storage import drafts, entries, people
from storage.records import Json, Role, StoredDraft, Talk

TALK = "draft"


def begin(ctx: Context, held: tuple[Json, ...] = ()) -> None:
    """Start a new report with the words of caution and the one consent without which nothing is kept.

    Args:
        held: What is to join it, besides what she sent before.
    """
    held = (*ctx.take_held(), *held)
    draft = drafts.begin(ctx.tx, ctx.person.id, form.begin(held, code=fresh_code(ctx)), ctx.now)
    join_report(ctx, held, draft.report_id)
    ctx.talk(TALK, {"draft": draft.id})
    ctx.show(msg("safety"))
    ask(ctx, draft, (msg("held-until-consent"),) if held else (), in_place=False)


def resume(ctx: Context, draft: StoredDraft) -> None:
    """Go on where she stopped; what she sent in between comes with her."""
    held = ctx.take_held()
    if held and form.is_full(draft.body):
        _beside(ctx, draft, held)
        return
    ctx.talk(TALK, {"draft": draft.id})
    drafts.touch(ctx.tx, draft.id, ctx.person.id, ctx.now)
    notes: tuple[Part, ...] = ()
    body = form.resumed(FORM, draft.body)
    if held:
        join_report(ctx, held, draft.report_id)
        place = "held" if body["consent"] is None else "remarks"
        body[place] = [*body[place], *held]
        notes = (msg("held-until-consent" if place == "held" else "kept-as-remark"),)
    if body != draft.body:
        draft = _save_to_ask(ctx, draft, body)
    ask(ctx, draft, notes, in_place=False)


def lead_to(ctx: Context, draft: StoredDraft, body: Json, notes: tuple[Part, ...]) -> None:
    """Go on at a place that somebody else has chosen for her."""
    ctx.talk(TALK, {"draft": draft.id})
    ask(ctx, _save_to_ask(ctx, draft, body), notes, in_place=False)


def _report(ctx: Context) -> None:
    unfinished = own_drafts(ctx, 8)
    if not unfinished:
        begin(ctx)
        return
    rows: Rows = tuple((Choice(title(ctx, one), "draft.resume", {"draft": one.id}),) for one in unfinished)
    ctx.show(msg("report-which"), rows=(*rows, (Choice(msg("button-new-report"), "draft.new"),)))


def named(ctx: Context, args: Json) -> StoredDraft | None:
    """The unfinished report that a button speaks of; where it is none any more, she is told."""
    draft = own_draft(ctx, args["draft"])
    if draft is None:
        ctx.toast("press-old")
    return draft


def _resume(ctx: Context, args: Json) -> None:
    if (draft := named(ctx, args)) is not None:
        resume(ctx, draft)


def _heard(ctx: Context, talk: Talk) -> bool:
    draft = own_draft(ctx, talk.body["draft"])
    if draft is None:
        return False
    reply = reply_of(ctx, draft.report_id)
    if reply is None:
        ctx.say(msg("cannot-read"))
    elif form.is_full(draft.body):
        _beside(ctx, draft, pieces_of(reply))
        if isinstance(reply, Sent) and reply.too_big:
            ctx.say(msg("file-too-big"))
    else:
        _advance(ctx, draft, reply)
    return True


def _beside(ctx: Context, draft: StoredDraft, pieces: Sequence[Json]) -> None:
    """The report is full: what comes goes to the team beside it, or, before a yes, into another report."""
    if draft.body["consent"] is None:
        begin(ctx, tuple(pieces))
        return
    join_report(ctx, pieces, None)
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    for one in pieces:
        alert = not entries.any_unread(ctx.tx, person_id=ctx.person.id)
        decision = casework.person_asked(
            ctx.person, held_word(one), about(draft), coordinators, ctx.office, ctx.now, alert=alert
        )
        carry_out(ctx.speech, decision, ctx.person.id)
    resumed = Choice(msg("button-resume"), "draft.resume", {"draft": draft.id})
    ctx.say(msg("person-kept"), ctx.office.reading_part(ctx.now, coordinators), rows=((resumed,),))


def about(draft: StoredDraft) -> Part:
    """Where somebody was when she asked for a person: the report's code and the step, and nothing of it."""
    return msg("about-draft", code=str(draft.body.get("code") or "…"), step=step_of(draft.body))


def _pressed(ctx: Context, args: Json) -> None:
    draft = own_draft(ctx, args["draft"])
    if draft is None or not _still_asked(draft, args):
        ctx.toast("press-old")
        return
    ctx.talk(TALK, {"draft": draft.id})
    _advance(ctx, draft, Pressed(str(args["what"]), str(args.get("value", ""))))


def _advance(ctx: Context, draft: StoredDraft, reply: Reply) -> None:
    before: Json = {**draft.body, "language": ctx.person.language or SOURCE}
    step = form.advance(FORM, before, reply, ctx.now.astimezone(ctx.office.zone))
    was_phone = _asks_for_phone(draft.body)
    if not step.ask:
        drafts.save(ctx.tx, draft, step.draft, ctx.now)
        return
    if draft.body["consent"] is None and step.draft["consent"] is not None and sharing.sources(ctx, draft):
        step.draft["at"] = "shared"
    draft = _save_to_ask(ctx, draft, step.draft)
    if was_phone and not _asks_for_phone(draft.body):
        # The contact key lies over her keyboard until a message takes it away.
        ctx.say(msg("phone-done"), remove_keys=True)
    ask(ctx, draft, step.notes, in_place=not was_phone, moved=step.moved)


def _save_to_ask(ctx: Context, draft: StoredDraft, body: Json) -> StoredDraft:
    """Keep *body*, after which a question is shown: buttons that were shown before are old from now on."""
    return drafts.save(ctx.tx, draft, {**body, "asked": draft.revision + 1}, ctx.now)


def _still_asked(draft: StoredDraft, args: Json) -> bool:
    """Whether a button is as new as the last question: one of an earlier must not answer a later.

    What came since without a new question, as the rest of an album does, leaves the button as good as it was.
    """
    return bool(args["revision"] >= draft.body.get("asked", draft.revision))


def _asks_for_phone(told: Json) -> bool:
    question = form.question_at(FORM, told)
    return question is not None and isinstance(question.field, Phone)


def ask(
    ctx: Context, draft: StoredDraft, notes: tuple[Part, ...] = (), *, in_place: bool, moved: bool = True
) -> None:
    """Show the place where the report is.

    Args:
        notes: What to tell her first.
        in_place: In the message whose button she pressed.
        moved: Whether she just came there.
    """
    at: Any = draft.body["at"]
    shown = sharing.offered(ctx, draft) if at == "shared" else screen(ctx, draft, moved=moved)
    if at == "consent" or not in_place:
        ctx.say(*notes, *shown.parts, rows=shown.rows)
    else:
        ctx.show(*notes, *shown.parts, rows=shown.rows)
    if _asks_for_phone(draft.body) and moved:
        ctx.say(msg("phone-by-key"), keys=((msg("button-share-phone"),),))


def _agree(ctx: Context, args: Json) -> None:
    _pressed(ctx, {**args, "what": "agree", "value": ctx.person.language or SOURCE})


def _refuse(ctx: Context, args: Json) -> None:
    draft = named(ctx, args)
    if draft is None:
        return
    if draft.body["consent"] is not None:
        # A "no" under an older message must not erase what she has told since her yes.
        ctx.toast("press-old")
        return
    drop(ctx, draft)
    note(ctx, "refused-consent", draft.id)
    ctx.show(msg("refused"), rows=((Choice(msg("button-person"), "person.ask", {}),),))


def drop(ctx: Context, draft: StoredDraft) -> None:
    """Nothing of this report stays, its files neither."""
    erase_draft(ctx.tx, draft, ctx.now, by=ctx.person.role.value)
    ctx.fetch = True  # its key and its files are to go now
    talk = ctx.talk_now
    if talk is not None and talk.body.get("draft") == draft.id:
        ctx.end_talk()


def _take_over(ctx: Context, args: Json) -> None:
    draft = named(ctx, args)
    if draft is None:
        return
    if draft.body["at"] != "shared" or not _still_asked(draft, args):
        ctx.toast("press-old")
        return
    ctx.talk(TALK, {"draft": draft.id})
    told = sharing.told_in(ctx, str(args["from"]))
    note(ctx, "took-over", draft.id, report_id=draft.report_id, details={"from": str(args["from"])})
    body = form.took_over(FORM, draft.body, told["answers"] if told is not None else {})
    ask(ctx, _save_to_ask(ctx, draft, body), in_place=True)


def _pause(ctx: Context, args: Json) -> None:
    if (draft := named(ctx, args)) is not None:
        paused(ctx, draft)


def paused(ctx: Context, draft: StoredDraft) -> None:
    """She rests; everything stays."""
    ctx.end_talk()
    rows = ((Choice(msg("button-resume"), "draft.resume", {"draft": draft.id}),),)
    # Before her yes it is held for a few days only: nothing is promised then.
    said = msg("paused" if draft.body["consent"] is not None else "rest-reminder-held")
    ctx.say(said, rows=rows, remove_keys=_asks_for_phone(draft.body))


def _left(ctx: Context, talk: Talk) -> None:
    draft = own_draft(ctx, talk.body["draft"])
    if draft is None:
        ctx.end_talk()
        ctx.say(msg("cancelled"))
        return
    paused(ctx, draft)


def _send(ctx: Context, args: Json) -> None:
    draft = own_draft(ctx, args["draft"])
    if draft is None or not _still_asked(draft, args) or draft.body["consent"] is None:
        ctx.toast("press-old")
        return
    missing = missing_in(draft)
    if missing is not None:
        ctx.undone = True
        draft = _save_to_ask(ctx, draft, {**draft.body, "at": missing})
        ask(ctx, draft, (msg("still-missing"),), in_place=False)
        return
    ctx.end_talk()
    send(ctx, draft)


OFFER = Offer(
    commands=(Command("report", Act.SPEAK, _report),),
    deeds=(
        Deed("draft.start", Act.SPEAK, lambda ctx, _args: _report(ctx), again="it offers what is unfinished"),
        Deed("draft.new", Act.SPEAK, lambda ctx, _args: begin(ctx), once=True),
        Deed("draft.resume", Act.TELL, _resume, again=SHOWS),
        Deed("draft.press", Act.TELL, _pressed, again=REVISION),
        Deed("draft.agree", Act.TELL, _agree, again=REVISION),
        Deed("draft.refuse", Act.TELL, _refuse, once=True),
        Deed("draft.take", Act.TELL, _take_over, again=REVISION),
        Deed("draft.pause", Act.TELL, _pause, again=SAME),
        Deed("draft.send", Act.TELL, _send, once=True),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard, _left),),
)
