"""/safe: somebody goes where it may be dangerous, and says by when she will be safe again."""

import re
from datetime import datetime, timedelta

from handlers.access import outing_for, own_outing
from handlers.command import ASKS, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.guarding import alarm, answers, clock, over, place_of, placed
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules.decision import Choice, Rows
from handlers.rules.outings import LONGEST, MORE, Said, What
from handlers.rules.roles import Act, may
from handlers.saying import Part, lines, msg
from storage import companions, outings, people
from storage.outings import ENDED, SAFE, Outing
from storage.records import Json, Role, Talk

TALK = "outing"
_HOURS = (1, 2, 3, 6)
_TIME = re.compile(r"\D{0,12}(\d{1,2})(?:\s*[:.点點時时]\s*(\d{2}))?\D{0,12}")
_LONGEST_PLACE = 500  # letters


def _begin(ctx: Context) -> None:
    outing = outings.of(ctx.tx, ctx.person.id)
    if outing is not None:
        _go_on(ctx, outing)
        return
    kinds = tuple((Choice(msg(f"button-outing-{one}"), "outing.what", {"what": one.value}),) for one in What)
    ctx.say(msg("outing-ask-what"), rows=(*kinds, *_ways(ctx)))


def _ways(ctx: Context) -> Rows:
    rows: Rows = ((Choice(msg("button-companions"), "companion.list"),),)
    if may(ctx.person.role, Act.SEE_TEAM):
        rows = (*rows, (Choice(msg("button-outing-board"), "outing.board"),))
    return rows


def _what(ctx: Context, args: Json) -> None:
    what = What(args["what"])
    ctx.talk(TALK, {"what": what.value})
    hours = [
        Choice(msg("button-outing-hours", hours=count), "outing.hours", {"what": what.value, "hours": count})
        for count in _HOURS
    ]
    ctx.show(msg("outing-ask-until"), rows=(*ctx.row(*hours[:2]), *ctx.row(*hours[2:])))


def _hours(ctx: Context, args: Json) -> None:
    _set_out(ctx, What(args["what"]), ctx.now + timedelta(hours=int(args["hours"])))


def _set_out(ctx: Context, what: What, until: datetime) -> None:
    running = outings.of(ctx.tx, ctx.person.id)
    if running is not None:
        _go_on(ctx, running)
        return
    outing = outings.begin(ctx.tx, ctx.person.id, until, {"what": what.value}, ctx.now)
    note(ctx, "set-out", ctx.person.id)
    _go_on(ctx, outing)


def _go_on(ctx: Context, outing: Outing) -> None:
    """Her next words, and her location, say where she is."""
    ctx.talk(TALK, {"outing": outing.id})
    named = len(companions.of(ctx.tx, ctx.person.id))
    ctx.say(
        msg("outing-card", at=clock(ctx.office, ctx.person, outing.until_at), named=named),
        msg("outing-share"),
        rows=(*answers(outing), *_ways(ctx)),
    )


def _heard(ctx: Context, talk: Talk) -> bool:
    if "what" in talk.body:
        return _heard_until(ctx, What(talk.body["what"]))
    outing = own_outing(ctx, talk.body["outing"])
    if outing is None:
        ctx.end_talk()
        return False
    came = ctx.arrival
    place = list(came.place) if came.place is not None else (came.text or "").strip()
    if not place or came.file is not None or len(place) > _LONGEST_PLACE:
        return False  # something else that she wants to tell: it must not be lost
    outings.change(ctx.tx, outing, ctx.now, body=placed(outing, place, ctx.now))
    ctx.say(msg("outing-placed"), rows=answers(outing))
    return True


def _heard_until(ctx: Context, what: What) -> bool:
    if ctx.arrival.text is None or ctx.arrival.file is not None:
        return False
    zone = ctx.office.zone_of(ctx.person)
    until = time_of_day(ctx.arrival.text, ctx.now.astimezone(zone))
    if until is None:
        ctx.say(msg("outing-no-time"))
    else:
        _set_out(ctx, what, until.astimezone(ctx.now.tzinfo))
    return True


def time_of_day(text: str, here: datetime) -> datetime | None:
    """The next time of day that *text* names, within a day; None where it names none.

    Args:
        here: Now, aware, where she is.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        return None
    at = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return at if at > here else at + LONGEST


def _hers(ctx: Context, args: Json) -> Outing | None:
    outing = own_outing(ctx, args["outing"])
    if outing is None:
        ctx.undone = True
        ctx.show(msg("outing-over"))
    return outing


def _ended(ctx: Context) -> None:
    talk = ctx.talk_now
    if talk is not None and talk.kind == TALK:
        ctx.end_talk()


def _safe(ctx: Context, args: Json) -> None:
    outing = _hers(ctx, args)
    if outing is None:
        return
    outings.change(ctx.tx, outing, ctx.now, state=SAFE, look_at=None)
    note(ctx, "came-back", ctx.person.id)
    _ended(ctx)
    ctx.show(msg("outing-thanks"))
    if outing.said == Said.ALARMED:
        over(ctx.speech, ctx.person, "alert-outing-safe")


def _more(ctx: Context, args: Json) -> None:
    outing = _hers(ctx, args)
    if outing is None:
        return
    until = max(outing.until_at, ctx.now) + MORE
    outings.change(ctx.tx, outing, ctx.now, said=None, until_at=until, look_at=until)
    note(ctx, "stays-out", ctx.person.id)
    ctx.say(msg("outing-longer", at=clock(ctx.office, ctx.person, until)), rows=answers(outing))
    if outing.said == Said.ALARMED:
        over(ctx.speech, ctx.person, "alert-outing-answered")


def _help(ctx: Context, args: Json) -> None:
    outing = _hers(ctx, args)
    if outing is None:
        return
    outings.change(ctx.tx, outing, ctx.now, said=Said.ALARMED, look_at=None)
    note(ctx, "called-for-help", ctx.person.id)
    alarm(ctx.speech, outing, ctx.person, "alert-outing-help")
    ctx.say(msg("outing-help-told"), msg("outing-share"), rows=answers(outing)[:1])


def _board(ctx: Context, _args: Json) -> None:
    note(ctx, "saw-outings", None)
    found = outings.every_out(ctx.tx)
    rows = tuple(
        (
            Choice(
                msg("button-outing-reached-code", code=code_of(ctx.tx, people.by_id(ctx.tx, one.person_id))),
                "outing.reached",
                {"outing": one.id},
            ),
        )
        for one in found
        if one.said == Said.ALARMED and one.person_id != ctx.person.id
    )
    shown = lines([_line(ctx, one) for one in found]) if found else msg("outing-board-none")
    ctx.say(msg("outing-board"), shown, rows=rows)


def _line(ctx: Context, one: Outing) -> Part:
    code = code_of(ctx.tx, people.by_id(ctx.tx, one.person_id))
    what = msg(f"outing-what-{one.body['what']}")
    state = msg(f"outing-state-{one.said or 'out'}")
    return msg("outing-line", code=code, what=what, at=one.until_at, state=state)


def _reached(ctx: Context, args: Json) -> None:
    outing = outing_for(ctx, args["outing"], Act.SEE_TEAM)
    if outing is None:
        return
    person = people.by_id(ctx.tx, outing.person_id)
    outings.change(ctx.tx, outing, ctx.now, state=ENDED, look_at=None)
    note(ctx, "reached-outing", person.id)
    over(ctx.speech, person, "alert-outing-reached")
    ctx.show(msg("outing-reached", code=code_of(ctx.tx, person)), *place_of(outing))


OFFER = Offer(
    commands=(Command("safe", Act.SPEAK, _begin, frozenset({Role.VOLUNTEER, Role.COORDINATOR})),),
    deeds=(
        Deed("outing.what", Act.SPEAK, _what, again=ASKS),
        Deed("outing.hours", Act.SPEAK, _hours, again="whoever is out is shown what runs already"),
        Deed("outing.safe", Act.SPEAK, _safe, once=True),
        Deed("outing.more", Act.SPEAK, _more, once=True),
        Deed("outing.help", Act.SPEAK, _help, once=True),
        Deed("outing.board", Act.SEE_TEAM, _board, again=SHOWS),
        Deed("outing.reached", Act.SEE_TEAM, _reached, once=True),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard),),
)
