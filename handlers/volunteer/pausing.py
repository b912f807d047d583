"""/pause and /resume: somebody of the team rests until a day or until she says so; nothing comes then."""

from collections.abc import Sequence
from datetime import date

from handlers import leaving
from handlers.away import resting_part, there
from handlers.command import ASKS, SAME, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.membership import code_of
from handlers.noting import note
from handlers.rules.decision import Choice, Rows
from handlers.rules.pausing import LONGEST as LONGEST_REST
from handlers.rules.pausing import Until, after_days, back_on, may_be, resting, returned
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from handlers.volunteer.days import days_named
from storage import people, profiles
from storage.records import Json, Lane, Person, Role, Talk

TALK = "pause"
_TEAM = frozenset({Role.VOLUNTEER, Role.COORDINATOR})
_DAYS = "days-"  # with a number: so many whole days
_CANCEL: Rows = ((Choice(msg("button-cancel"), "pause.leave"),),)
_TASKS: Rows = ((Choice(msg("button-tasks-mine"), "tasks.mine"),),)


def _ask(ctx: Context) -> None:
    rows = [(Choice(msg(f"button-pause-{one}"), "pause.until", {"until": one.value}),) for one in Until]
    now = resting_part(ctx, ctx.person)
    if now is not None:
        rows.append((Choice(msg("button-pause-over"), "pause.over"),))
    ctx.show(*((now,) if now is not None else ()), msg("pause-ask"), rows=tuple(rows))


def _until(ctx: Context, args: Json) -> None:
    said, today = str(args["until"]), _today(ctx)
    if said == Until.DATE:
        ctx.talk(TALK, {})
        ctx.show(msg("pause-which-day", days=str(LONGEST_REST.days)), rows=_CANCEL)
    elif said in tuple(Until):
        _rest(ctx, back_on(Until(said), today))
    elif said.startswith(_DAYS):
        _rest(ctx, after_days(int(said.removeprefix(_DAYS)), today))
    elif may_be(date.fromisoformat(said), today):
        _rest(ctx, date.fromisoformat(said))
    else:
        ctx.toast("press-old")  # the day has come meanwhile


def _today(ctx: Context) -> date:
    return ctx.now.astimezone(ctx.office.zone_of(ctx.person)).date()


def _rest(ctx: Context, back: date | None) -> None:
    """She rests from now on; what she has in hand is asked about."""
    _end_talk(ctx)
    told = profiles.of(ctx.tx, ctx.person.id)
    profiles.keep(ctx.tx, resting(told, back), ctx.now)
    leaving.asked_no_more(ctx.tx, ctx.person.id, ctx.now)
    parts: list[Part] = [msg("pause-until-you-say") if back is None else msg("pause-until", day=back)]
    if ctx.person.role is Role.COORDINATOR and not there(ctx.tx, ctx.office, _others(ctx), ctx.now):
        parts.append(msg("pause-nobody-else"))
    hand = leaving.in_hand(ctx.tx, ctx.person.id)
    rows: Rows = ((Choice(msg("button-pause-over"), "pause.over"),),)
    if hand.anything:
        parts += in_hand(hand)
        parts.append(msg("pause-keep-or-back"))
        keep = Choice(msg("button-pause-keep"), "pause.keep", {"open": back is None})
        rows = ((keep,), (Choice(msg("button-pause-back"), "pause.back"),), *rows)
    ctx.show(*parts, rows=rows)


def in_hand(hand: leaving.InHand) -> list[Part]:
    """What she has, by number alone."""
    counts = (("roles", len(hand.roles)), ("tasks", hand.tasks), ("cases", hand.cases))
    return [msg(f"in-hand-{name}", count=str(count)) for name, count in counts if count]


def _others(ctx: Context) -> Sequence[Person]:
    team = people.with_role(ctx.tx, Role.COORDINATOR)
    return [one for one in team if one.id != ctx.person.id and one.reachable]


def _keep(ctx: Context, args: Json) -> None:
    parts = [msg("pause-kept-open" if args["open"] else "pause-kept")]
    if ctx.person.role is Role.COORDINATOR:
        parts.append(msg("pause-kept-cases"))
    ctx.show(*parts, rows=((Choice(msg("button-pause-over"), "pause.over"),),))


def _back(ctx: Context, _args: Json) -> None:
    hand = leaving.in_hand(ctx.tx, ctx.person.id)
    leaving.lay_down(ctx.tx, ctx.person.id, ctx.now)
    note(ctx, "handed-back", ctx.person.id)
    if hand.anything:
        code = code_of(ctx.tx, ctx.person)
        for one in _others(ctx):
            by_day = ctx.office.by_day(one, ctx.now)
            parts = (msg("alert-handed-back", code=code), *in_hand(hand))
            ctx.speech.to(one, *parts, lane=Lane.ALERT, by_day=by_day)
    ctx.show(msg("pause-handed-back"), rows=((Choice(msg("button-pause-over"), "pause.over"),),))


def _over(ctx: Context) -> None:
    _end_talk(ctx)
    told = profiles.of(ctx.tx, ctx.person.id)
    if resting_part(ctx, ctx.person) is None:
        ctx.show(msg("pause-none"), rows=_TASKS)
        return
    profiles.keep(ctx.tx, returned(told), ctx.now)
    day = told.paused_until if not told.paused else None
    # What was to remind her waits where it was put off to.
    ctx.show(msg("pause-over") if day is None else msg("pause-over-early", day=day), rows=_TASKS)


def _heard(ctx: Context, _talk: Talk) -> bool:
    came = ctx.arrival
    if came.text is None or came.file is not None:
        return False
    days = days_named(ctx, LONGEST_REST)
    if not days:
        ctx.say(msg("pause-which-day", days=str(LONGEST_REST.days)), rows=_CANCEL)
        return True
    rows = tuple(
        (Choice(msg("button-task-day", day=one), "pause.until", {"until": one.isoformat()}),) for one in days
    )
    ctx.say(msg("pause-back-on"), rows=(*rows, *_CANCEL))
    return True


def _leave(ctx: Context, _args: Json) -> None:
    _end_talk(ctx)
    ctx.show(msg("cancelled"))


def _end_talk(ctx: Context) -> None:
    if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
        ctx.end_talk()


def _no(ctx: Context, _args: Json) -> None:
    ctx.show(msg("rest-declined"))


OFFER = Offer(
    commands=(
        Command("pause", Act.SERVE, _ask, _TEAM),
        Command("resume", Act.SERVE, _over, frozenset({Role.VOLUNTEER})),
    ),
    deeds=(
        Deed("pause.ask", Act.SERVE, lambda ctx, _args: _ask(ctx), again=ASKS),
        Deed("pause.until", Act.SERVE, _until, again="she rests as it says, from the day of the press"),
        Deed("pause.keep", Act.SERVE, _keep, again=SHOWS),
        Deed("pause.back", Act.SERVE, _back, once=True),
        Deed("pause.over", Act.SERVE, lambda ctx, _args: _over(ctx), again=SAME),
        Deed("pause.leave", Act.SERVE, _leave, again="what it ends is ended"),
        Deed("pause.no", Act.SERVE, _no, again=SHOWS),
    ),
    talks=(Listening(TALK, Act.SERVE, _heard),),
)
