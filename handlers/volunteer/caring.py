"""How somebody of the team is: she says it to one coordinator, whom she chooses before she answers.

Nobody else can open it, no line anywhere says that she answered or to whom, and it goes after a time.
"""

from dataclasses import replace

from handlers.access import not_there, wellbeing_for
from handlers.caring import readers
from handlers.command import ASKS, SAME, SHOWS, Deed, Listening, Offer
from handlers.context import Context
from handlers.membership import code_of
from handlers.rules.caring import KEPT, How
from handlers.rules.decision import Choice, Rows
from handlers.rules.discretion import FLEETING
from handlers.rules.roles import Act
from handlers.saying import Part, msg, raw
from storage import people, profiles, wellbeing
from storage.records import Json, Lane, Person, Talk

TALK = "caring"
_LONGEST = 2_000  # letters


def _whom(ctx: Context, args: Json) -> None:
    question = _still_open(ctx, args["asked"])
    if question is None:
        return
    rows = tuple(
        (
            Choice(
                msg("by-member", code=code_of(ctx.tx, one)),
                "caring.begin",
                {"asked": question, "reader": one.id},
            ),
        )
        for one in readers(ctx.tx, ctx.person)
    )
    skip = (Choice(msg("button-how-not-now"), "caring.skip"),)
    ctx.show(msg("how-whom" if rows else "how-nobody"), rows=(*rows, skip))


def _still_open(ctx: Context, asked_id: object) -> str | None:
    """The id of what she was asked, while she has not answered it; else she is told."""
    found = wellbeing_for(ctx, asked_id)
    if found is None:
        return None
    if found.body is not None:
        ctx.undone = True
        ctx.show(msg("how-answered-before"))
        return None
    return found.id


def _reader(ctx: Context, person_id: object) -> Person | None:
    """The one whom she chose, while she could still read it."""
    return next((one for one in readers(ctx.tx, ctx.person) if one.id == person_id), None)


def _begin(ctx: Context, args: Json) -> None:
    question, reader = _still_open(ctx, args["asked"]), _reader(ctx, args["reader"])
    if question is None:
        return
    if reader is None:
        not_there(ctx)
        return
    _go(ctx, {"asked": question, "reader": reader.id, "how": None, "text": "", "number": 0}, reader)


def _go(ctx: Context, body: Json, reader: Person, *, new: bool = False) -> None:
    """Who reads it stands above each answer; only the buttons that are shown last count."""
    number = int(body["number"]) + 1
    ctx.talk(TALK, {**body, "number": number})
    code = code_of(ctx.tx, reader)
    parts = [msg("how-read-by", code=code, days=str(KEPT.days)), *_answered(body)]
    rows: Rows = tuple(
        (Choice(_named(one, body["how"]), "caring.how", {"number": number, "how": one.value}),) for one in How
    )
    if body["how"] or body["text"]:
        parts.append(msg("how-send-or-more"))
        rows = (*rows, (Choice(msg("button-how-send", code=code), "caring.send", {"number": number}),))
    else:
        parts.append(msg("how-press-or-write"))
    (ctx.say if new else ctx.show)(*parts, rows=(*rows, (Choice(msg("button-cancel"), "caring.leave"),)))


def _named(one: How, chosen: object) -> Part:
    said = msg(f"option-how-{one}")
    return msg("button-chosen", what=said) if one == chosen else said


def _answered(body: Json) -> list[Part]:
    return [raw(str(body["text"]))] if body["text"] else []


def _current(ctx: Context, number: object) -> tuple[Json, Person] | None:
    """What she is about to answer, and for whom, if the button is one of the latest."""
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or talk.body["number"] != number:
        ctx.toast("press-old")
        return None
    return _open_still(ctx, talk)


def _open_still(ctx: Context, talk: Talk) -> tuple[Json, Person] | None:
    reader = _reader(ctx, talk.body["reader"])
    if reader is None:
        ctx.end_talk()
        again = (Choice(msg("button-how-answer"), "caring.whom", {"asked": talk.body["asked"]}),)
        ctx.say(msg("how-reader-gone"), rows=(again,))
        return None
    return talk.body, reader


def _how(ctx: Context, args: Json) -> None:
    found = _current(ctx, args["number"])
    if found is not None:
        _go(ctx, {**found[0], "how": How(args["how"]).value}, found[1])


def _heard(ctx: Context, talk: Talk) -> bool:
    found = _open_still(ctx, talk)
    if found is None:
        return True
    body, reader = found
    text = (ctx.arrival.text or "").strip()
    whole = "\n".join(filter(None, (str(body["text"]), text)))
    if not text or ctx.arrival.file is not None or ctx.arrival.edited or len(whole) > _LONGEST:
        ctx.say(msg("how-in-words", longest=str(_LONGEST)))
        return True
    _go(ctx, {**body, "text": whole}, reader, new=True)
    return True


def _send(ctx: Context, args: Json) -> None:
    found = _current(ctx, args["number"])
    if found is None:
        return
    ctx.end_talk()
    body, reader = found
    question, until = _still_open(ctx, body["asked"]), ctx.now + KEPT
    answer = {"how": body["how"], "text": body["text"]}
    if question is None or not wellbeing.answer(ctx.tx, question, ctx.person.id, reader.id, answer, until):
        return
    read = ((Choice(msg("button-how-read"), "caring.read", {"asked": question}),),)
    told = profiles.of(ctx.tx, reader.id)
    by_day = ctx.office.by_hours(reader, told, ctx.now)
    ctx.speech.to(reader, msg("alert-how"), rows=read, lane=Lane.ALERT, by_day=by_day)
    ctx.show(msg("how-sent", code=code_of(ctx.tx, reader), day=ctx.day(until)))


def _read(ctx: Context, args: Json) -> None:
    """It stands in the reader's chat for minutes, whatever else she wants there."""
    found = wellbeing_for(ctx, args["asked"], reads=True)
    if found is None or found.body is None:
        return
    ctx.speech.gone_after[ctx.person.id] = FLEETING
    who = code_of(ctx.tx, people.by_id(ctx.tx, found.person_id))
    parts = [msg("how-of", code=who, day=ctx.day(found.asked_at))]
    if found.body["how"] is not None:
        parts.append(msg(f"option-how-{found.body['how']}"))
    if found.body["text"]:
        parts.append(raw(str(found.body["text"])))
    ctx.say(*parts, msg("how-for-you-alone"))


def _skip(ctx: Context, _args: Json) -> None:
    ctx.show(msg("how-skipped"))


def _never(ctx: Context, _args: Json) -> None:
    told = profiles.of(ctx.tx, ctx.person.id)
    profiles.keep(ctx.tx, replace(told, asked_how=False), ctx.now)
    ctx.show(msg("how-never"))


def _leave(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):
        ctx.show(msg("how-skipped"))


OFFER = Offer(
    deeds=(
        Deed("caring.whom", Act.SERVE, _whom, again=ASKS),
        Deed("caring.begin", Act.SERVE, _begin, again=ASKS),
        Deed("caring.how", Act.SERVE, _how, again="it is bound to what was shown last"),
        Deed("caring.send", Act.SERVE, _send, once=True),
        Deed("caring.read", Act.SEE_TEAM, _read, again=SHOWS),
        Deed("caring.skip", Act.SERVE, _skip, again=SHOWS),
        Deed("caring.never", Act.SERVE, _never, again=SAME),
        Deed("caring.leave", Act.SERVE, _leave, again="what it ends is ended"),
    ),
    talks=(Listening(TALK, Act.SERVE, _heard),),
)
