"""A broadcast on its way: pause, resume, stop, try again, correct or take back, and who answered what."""

from typing import Any

from handlers.cast_cards import begun_with
from handlers.command import ASKS, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.coordinator.broadcast import changed, found, show
from handlers.correcting import correctable, let_go
from handlers.emptying import in_place
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules import broadcasting as rule
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, lines, msg, row
from storage import audiences, broadcasts, cases, cast_rows, people
from storage.records import Broadcast, CastKind, CastState, Json, Lane, Role

_AGAIN = 100_000  # rows that are tried again by one press
_NAMED = 30  # people in one list
_CODES = 3


def _become(ctx: Context, one: Broadcast, state: CastState, action: str, **how: Any) -> None:
    card, number = one.body.get("card"), in_place(ctx.tx, ctx.person, ctx.arrival, ctx.now)
    # Whoever presses sees it go on in her own chat, where she pressed.
    if number is not None or card is None or card["to"] != ctx.person.id:
        how["body"] = begun_with(one.body, ctx.person.id, number)
    saved = changed(ctx, one, state=state, **how)
    if saved is not None:
        note(ctx, action, one.id)
        ctx.tend = True
        show(ctx, saved)


def _pause(ctx: Context, args: Json) -> None:
    one = found(ctx, args)
    if one is not None and rule.may_pause(one):
        _become(ctx, one, CastState.PAUSING, "paused-broadcast")
    elif one is not None:
        _old(ctx, one)


def _resume(ctx: Context, args: Json) -> None:
    one = found(ctx, args)
    if one is not None and rule.may_resume(one):
        _become(ctx, one, CastState.RUNNING, "resumed-broadcast")
    elif one is not None:
        _old(ctx, one)


def _old(ctx: Context, one: Broadcast) -> None:
    ctx.toast("press-old")
    show(ctx, one)


def _stopping(ctx: Context, args: Json) -> None:
    """Nothing can be sent of a stopped one any more, so she is asked once."""
    one = found(ctx, args)
    if one is None:
        return
    if not rule.may_stop(one):
        _old(ctx, one)
        return
    ctx.say(
        msg("cast-stop-sure"),
        rows=(
            (Choice(msg("button-cast-stop"), "cast.stop", {"cast": one.id}),),
            (Choice(msg("button-back"), "cast.open", {"cast": one.id}),),
        ),
    )


def _stop(ctx: Context, args: Json) -> None:
    one = found(ctx, args)
    if one is None:
        return
    if not rule.may_stop(one):
        _old(ctx, one)
        return
    never_began = one.state in (CastState.PLANNED, CastState.COUNTING)
    state = CastState.STOPPED if never_began else CastState.STOPPING
    if never_began:
        let_go(ctx.tx, one, ctx.now)
    _become(ctx, one, state, "stopped-broadcast", filled=True)


def _again(ctx: Context, args: Json) -> None:
    """What is in doubt, or failed, once more: by hand only, for somebody may get it twice by it."""
    one = found(ctx, args)
    if one is None:
        return
    if not rule.may_again(one):
        _old(ctx, one)
        return
    state = "unknown" if args["state"] == "unknown" else "broken"
    many = cast_rows.again(ctx.tx, one.id, state, _AGAIN, ctx.now)
    if many == 0:
        ctx.undone = True
        ctx.say(msg("cast-none-again"))
        return
    _become(ctx, one, CastState.RUNNING, "repeated-broadcast")


def _correctable(ctx: Context, args: Json) -> Broadcast | None:
    """The one whose messages are to be changed; where that cannot be any more, she is told why."""
    one = found(ctx, args)
    if one is None or rule.may_correct(one, ctx.now):
        return one
    until = rule.correctable_until(one)
    if until is not None and until <= ctx.now:
        ctx.undone = True
        ctx.toast("cast-correct-late", alert=True)
    else:
        _old(ctx, one)
    return None


def _correct(ctx: Context, args: Json) -> None:
    """What was sent is to read otherwise, or to be gone: a broadcast of its own, to whom it was sent."""
    one = _correctable(ctx, args)
    if one is None:
        return
    at = {"cast": one.id}
    ctx.show(
        msg("cast-correct"),
        rows=(
            (Choice(msg("button-cast-reword"), "cast.reword", {**at, "delete": False}),),
            (Choice(msg("button-cast-retract"), "cast.reword", {**at, "delete": True}),),
            (Choice(msg("button-back"), "cast.open", at),),
        ),
    )


def _reword(ctx: Context, args: Json) -> None:
    one = _correctable(ctx, args)
    if one is None:
        return
    many = correctable(ctx.tx, one.id, ctx.now)
    if not many:
        ctx.undone = True
        ctx.toast("cast-correct-none", alert=True)
        return
    # A second correction begins with what the first one said, or it would take that back.
    latest = broadcasts.find(ctx.tx, rule.words_of(one)) or one
    body: dict[str, Any] = {
        **rule.blank(),
        "texts": latest.body["texts"],
        "fallback": latest.body["fallback"],
        "link": latest.body["link"],
        "answers": latest.body["answers"],
        "delete": bool(args["delete"]),
        "count": {"by": {"": many}},
    }
    made = broadcasts.begin(
        ctx.tx,
        ctx.person.id,
        body,
        ctx.now,
        kind=CastKind.CORRECTION,
        parent_id=one.id,
        urgent=one.urgent,
    )
    note(ctx, "corrects-broadcast", made.id)
    show(ctx, made)


def _answers(ctx: Context, args: Json) -> None:
    """Who answered, by codes only."""
    one = found(ctx, args)
    if one is None:
        return
    note(ctx, "saw-answers", one.id)
    tally = audiences.tally(ctx.tx, one.id)
    said: list[Part] = []
    for person_id, answer, at in audiences.given(ctx.tx, one.id, _NAMED):
        said.append(row([msg(f"button-cast-{answer}"), _known(ctx, person_id), msg("cast-answered", at=at)]))
    head = msg("cast-tally", come=tally.get("come", 0), help=tally.get("help", 0))
    rows = ((Choice(msg("button-back"), "cast.open", {"cast": one.id}),),)
    ctx.show(head, *((lines(said),) if said else ()), rows=rows)


def _known(ctx: Context, person_id: str) -> Part:
    person = people.by_id(ctx.tx, person_id)
    if person.role is not Role.FAMILY:
        return msg("cast-team-code", code=code_of(ctx.tx, person))
    codes = [code for _, code in cases.codes_followed(ctx.tx, person_id)][:_CODES]
    return msg("cast-case-codes", codes=codes) if codes else msg("cast-no-code")


def _report(ctx: Context, args: Json) -> None:
    one = found(ctx, args)
    if one is None:
        return
    form = "png" if args["form"] == "png" else "xlsx"
    note(ctx, "took-broadcast-report", one.id)
    body = {
        "parts": [msg("cast-report")],
        "broadcast": one.id,
        "report": form,
        "language": ctx.person.language,
    }
    ctx.speech.put(ctx.person, Lane.REPLY, "cast-report", body, None)


OFFER = Offer(
    deeds=(
        Deed("cast.pause", Act.BROADCAST, _pause, again="of a paused one nothing more can be paused"),
        Deed("cast.resume", Act.BROADCAST, _resume, again="one that runs runs on"),
        Deed("cast.stopping", Act.BROADCAST, _stopping, again=ASKS),
        Deed("cast.stop", Act.BROADCAST, _stop, once=True),
        Deed("cast.again", Act.BROADCAST, _again, again="what was tried again is in doubt no more"),
        Deed("cast.correct", Act.BROADCAST, _correct, again=ASKS),
        Deed("cast.reword", Act.BROADCAST, _reword, once=True),
        Deed("cast.answers", Act.BROADCAST, _answers, again=SHOWS),
        Deed("cast.report", Act.BROADCAST, _report, again=SHOWS),
    )
)
