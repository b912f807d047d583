"""The family adds to its case or answers the team, in as many messages as it takes."""

from handlers.access import case_for
from handlers.command import ASKS, SAME, Deed, Listening, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.intake.hearing import join_report, reply_of
from handlers.intake.replies import Sent, held_word, word_of
from handlers.rules import casework
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import entries, people
from storage.records import Case, Json, Role, Stage, Talk

TALK = "word"
DONE: Rows = ((Choice(msg("button-done"), "word.done"),),)


def begin(ctx: Context, case_id: object) -> None:
    """From now on her words go to this case, and what she sent before, too."""
    case = case_for(ctx, case_id, Act.SEE_OWN_CASE)
    if case is None:
        return
    held = ctx.take_held()
    join_report(ctx, held, case.id)
    for one in held:
        _keep(ctx, case, one)
    ctx.talk(TALK, {"case": case.id, "album": None})
    if held:
        _say_kept(ctx, case)
    elif case.stage is Stage.CLOSED:
        ctx.say(msg("word-ask", code=case.code), msg("word-closed"), rows=DONE)
    else:
        ctx.say(msg("word-ask", code=case.code), rows=DONE)


def _keep(ctx: Context, case: Case, word: Json) -> None:
    coordinators = people.with_role(ctx.tx, Role.COORDINATOR)
    # One alert for all that nobody has read yet; the next word after a reading alerts again.
    alert = not entries.any_unread(ctx.tx, case_id=case.id)
    decision = casework.family_wrote(
        case, ctx.person, held_word(word), coordinators, ctx.office, ctx.now, alert=alert
    )
    carry_out(ctx.speech, decision, ctx.person.id)


def _say_kept(ctx: Context, case: Case) -> None:
    readers = casework.responsible(case, people.with_role(ctx.tx, Role.COORDINATOR))
    ctx.say(msg("word-kept", code=case.code), ctx.office.reading_part(ctx.now, readers), rows=DONE)


def _heard(ctx: Context, talk: Talk) -> bool:
    case = case_for(ctx, talk.body["case"], Act.SEE_OWN_CASE)
    if case is None:
        ctx.end_talk()
        return False
    reply = reply_of(ctx, case.id)
    word = word_of(reply) if reply is not None else None
    if word is None:
        ctx.say(msg("cannot-read"))
        return True
    _keep(ctx, case, word)
    album = ctx.arrival.album
    if album is None or album != talk.body["album"]:
        _say_kept(ctx, case)
    if isinstance(reply, Sent) and reply.too_big:
        ctx.say(msg("word-file-too-big"))
    ctx.talk(TALK, {"case": case.id, "album": album})
    return True


def _done(ctx: Context, _args: Json) -> None:
    ctx.end_talk()
    ctx.show(msg("word-done"), rows=((Choice(msg("button-my-reports"), "cases.list"),),))


OFFER = Offer(
    deeds=(
        Deed("word.write", Act.SEE_OWN_CASE, lambda ctx, args: begin(ctx, args["case"]), again=ASKS),
        Deed("word.done", Act.SPEAK, _done, again=SAME),
    ),
    talks=(Listening(TALK, Act.SEE_OWN_CASE, _heard),),
)
