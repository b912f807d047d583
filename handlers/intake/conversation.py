"""Asks the questions of a report in a chat: draft in, reply in, next question out."""

import secrets
from collections.abc import Sequence

from handlers.command import Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.intake import form
from handlers.intake.fields import Phone
from handlers.intake.hearing import reply_of
from handlers.intake.keeping import everything
from handlers.intake.questions import QUESTIONS
from handlers.intake.replies import Pressed, Reply, Sent, held_word, pieces_of
from handlers.intake.showing import change, consent_rows, question_rows, summary
from handlers.intake.summary import name_told
from handlers.rules import casework, codes, reporting
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, Short, msg, raw
from locales.languages import SOURCE
from storage import cases, drafts, entries, people
from storage.ids import new_id
from storage.records import Json, Role, StoredDraft, Talk

TALK = "draft"


def begin(ctx: Context, held: tuple[Json, ...] = ()) -> None:
    """Start a new report with the words of caution and the one consent without which nothing is kept.

    Args:
        held: What is to join it, besides what she sent before.
    """
    held = (*ctx.take_held(), *held)
    draft = drafts.begin(ctx.tx, ctx.person.id, form.begin(held), ctx.now)
    ctx.talk(TALK, {"draft": draft.id})
    ctx.show(msg("safety"))
    _ask(ctx, draft, (msg("held-until-consent"),) if held else (), in_place=False)


def resume(ctx: Context, draft: StoredDraft) -> None:
    """Go on where she stopped; what she sent in between comes with her."""
    held = ctx.take_held()
    if held and form.is_full(draft.body):
        _beside(ctx, draft, held)
        return
    ctx.talk(TALK, {"draft": draft.id})
    notes: tuple[Part, ...] = ()
    if held:
        body = {**draft.body}
        place = "held" if body["consent"] is None else "remarks"
        body[place] = [*body[place], *held]
        draft = _save_to_ask(ctx, draft, body)
        notes = (msg("held-until-consent" if place == "held" else "kept-as-remark"),)
    _ask(ctx, draft, notes, in_place=False)


def title(ctx: Context, draft: StoredDraft) -> Part:
    """How an unfinished report is called in the chat of the one who tells it."""
    name = name_told(draft.body)
    return raw(name) if name else msg("draft-begun", day=Short(ctx.day(draft.made_at)))


def _report(ctx: Context) -> None:
    unfinished = drafts.open_of(ctx.tx, ctx.person.id, 8)
    if not unfinished:
        begin(ctx)
        return
    rows: Rows = tuple((Choice(title(ctx, one), "draft.resume", {"draft": one.id}),) for one in unfinished)
    ctx.show(msg("report-which"), rows=(*rows, (Choice(msg("button-new-report"), "draft.new"),)))


def named(ctx: Context, args: Json) -> StoredDraft | None:
    """The unfinished report that a button speaks of; where it is none any more, she is told."""
    draft = drafts.find(ctx.tx, str(args["draft"]), ctx.person.id)
    if draft is None:
        ctx.toast("press-old")
    return draft


def _resume(ctx: Context, args: Json) -> None:
    if (draft := named(ctx, args)) is not None:
        resume(ctx, draft)


def _heard(ctx: Context, talk: Talk) -> bool:
    draft = drafts.find(ctx.tx, str(talk.body["draft"]), ctx.person.id)
    if draft is None:
        return False
    reply = reply_of(ctx)
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
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    for one in pieces:
        alert = not entries.any_unread(ctx.tx, person_id=ctx.person.id)
        decision = casework.person_asked(ctx.person, held_word(one), "about-draft", coordinators, alert=alert)
        carry_out(ctx.speech, decision, ctx.person.id)
    resumed = Choice(msg("button-resume"), "draft.resume", {"draft": draft.id})
    ctx.say(msg("person-kept"), ctx.office.reading_part(ctx.now), rows=((resumed,),))


def _pressed(ctx: Context, args: Json) -> None:
    draft = drafts.find(ctx.tx, str(args["draft"]), ctx.person.id)
    if draft is None or not _still_asked(draft, args):
        ctx.toast("press-old")
        return
    ctx.talk(TALK, {"draft": draft.id})
    _advance(ctx, draft, Pressed(str(args["what"]), str(args.get("value", ""))))


def _advance(ctx: Context, draft: StoredDraft, reply: Reply) -> None:
    step = form.advance(QUESTIONS, draft.body, reply, ctx.now)
    was_phone = _asks_for_phone(draft.body)
    if not step.ask:
        drafts.save(ctx.tx, draft, step.draft, ctx.now)
        return
    draft = _save_to_ask(ctx, draft, step.draft)
    if was_phone and not _asks_for_phone(draft.body):
        # The contact key lies over her keyboard until a message takes it away.
        ctx.say(msg("phone-done"), remove_keys=True)
    _ask(ctx, draft, step.notes, in_place=not was_phone, moved=step.moved)


def _save_to_ask(ctx: Context, draft: StoredDraft, body: Json) -> StoredDraft:
    """Keep *body*, after which a question is shown: buttons that were shown before are old from now on."""
    return drafts.save(ctx.tx, draft, {**body, "asked": draft.revision + 1}, ctx.now)


def _still_asked(draft: StoredDraft, args: Json) -> bool:
    """Whether a button is as new as the last question: one of an earlier must not answer a later.

    What came since without a new question, as the rest of an album does, leaves the button as good as it was.
    """
    return bool(args["revision"] >= draft.body.get("asked", draft.revision))


def _asks_for_phone(told: Json) -> bool:
    question = form.question_at(QUESTIONS, told)
    return question is not None and isinstance(question.field, Phone)


def _ask(
    ctx: Context, draft: StoredDraft, notes: tuple[Part, ...], *, in_place: bool, moved: bool = True
) -> None:
    tell = ctx.show if in_place else ctx.say
    told = draft.body
    if told["at"] == "consent":
        ctx.say(*notes, msg("consent-text"), rows=consent_rows(draft))
        return
    question = form.question_at(QUESTIONS, told)
    if question is None:
        parts, rows = change(draft) if told["at"] == "change" else summary(draft)
        tell(*notes, *parts, rows=rows)
        return
    step = msg("step", number=str(form.position(QUESTIONS, question)), total=str(len(QUESTIONS)))
    ask, why = msg(f"ask-{question.key}"), msg(f"why-{question.key}")
    # Who is still at the same question has read why it is asked.
    said = (step, ask, why) if moved else (ask,)
    tell(*notes, *said, rows=question_rows(ctx, draft, question))
    if isinstance(question.field, Phone) and moved:
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
    ctx.show(msg("refused"), rows=((Choice(msg("button-person"), "person.ask", {}),),))


def drop(ctx: Context, draft: StoredDraft) -> None:
    """Nothing of this report stays, its files neither."""
    ctx.erase_files(everything(draft.body))
    drafts.drop(ctx.tx, draft.id, ctx.now)
    talk = ctx.talk_now
    if talk is not None and talk.body.get("draft") == draft.id:
        ctx.end_talk()


def _pause(ctx: Context, args: Json) -> None:
    if (draft := named(ctx, args)) is not None:
        paused(ctx, draft)


def paused(ctx: Context, draft: StoredDraft) -> None:
    """She rests; everything stays."""
    ctx.end_talk()
    ctx.say(
        msg("paused"),
        rows=((Choice(msg("button-resume"), "draft.resume", {"draft": draft.id}),),),
    )


def _left(ctx: Context, talk: Talk) -> None:
    draft = drafts.find(ctx.tx, str(talk.body["draft"]), ctx.person.id)
    if draft is None:
        ctx.end_talk()
        ctx.say(msg("cancelled"))
        return
    paused(ctx, draft)


def _send(ctx: Context, args: Json) -> None:
    draft = drafts.find(ctx.tx, str(args["draft"]), ctx.person.id)
    if draft is None or not _still_asked(draft, args) or draft.body["consent"] is None:
        ctx.toast("press-old")
        return
    missing = form.unanswered(QUESTIONS, draft.body)
    if missing:
        draft = _save_to_ask(ctx, draft, {**draft.body, "at": missing[0].key})
        _ask(ctx, draft, (msg("still-missing"),), in_place=False)
        return
    code = codes.make(secrets.choice)
    while cases.code_taken(ctx.tx, code):
        code = codes.make(secrets.choice)
    decision = reporting.submit(
        draft,
        ctx.person,
        people.with_role(ctx.tx, Role.COORDINATOR),
        ctx.office,
        case_id=new_id(ctx.now),
        code=code,
        language=ctx.person.language or SOURCE,
        now=ctx.now,
    )
    ctx.end_talk()
    ctx.show(msg("report-sent", code=code))
    ctx.say(
        msg("report-next"),
        ctx.office.hours_part(),
        msg("report-promise", day=ctx.office.promise(ctx.now)),
        rows=(
            (Choice(msg("button-my-reports"), "cases.list"),),
            (Choice(msg("button-new-report"), "draft.new"),),
        ),
    )
    carry_out(ctx.speech, decision, ctx.person.id)


OFFER = Offer(
    commands=(Command("report", Act.SPEAK, _report),),
    deeds=(
        Deed("draft.start", Act.SPEAK, lambda ctx, _args: _report(ctx)),
        Deed("draft.new", Act.SPEAK, lambda ctx, _args: begin(ctx)),
        Deed("draft.resume", Act.SPEAK, _resume),
        Deed("draft.press", Act.SPEAK, _pressed),
        Deed("draft.agree", Act.SPEAK, _agree),
        Deed("draft.refuse", Act.SPEAK, _refuse),
        Deed("draft.pause", Act.SPEAK, _pause),
        Deed("draft.send", Act.SPEAK, _send),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard, _left),),
)
