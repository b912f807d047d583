"""/profile: what somebody of the team tells of herself: one question at a time, each to be changed later."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.away import resting_part
from handlers.command import ASKS, SAME, SHOWS, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.family.habits import CITIES, city_of
from handlers.intake.fields import Place
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.rules.volunteering import HOURS, MOST, Skill
from handlers.saying import Part, lines, msg, place
from locales.gazetteer import Gazetteer
from locales.languages import CODES
from storage import people, profiles
from storage.profiles import Profile
from storage.records import Json, Role, Talk

TALK = "profile"
QUESTIONS = ("languages", "region", "skills", "zone", "hours", "days-off", "most")
"""In the order in which they are asked; each has `ask-profile-<name>`, and `profile-<name>` as its label."""

_TEAM = frozenset({Role.VOLUNTEER, Role.COORDINATOR})
_LONGEST_PLACE = 120  # letters; longer is no place but something that she tells


def offered(ctx: Context) -> tuple[Sequence[Part], Rows]:
    """Whether she will tell a few things now; nothing where she was asked that before."""
    if profiles.known(ctx.tx, ctx.person.id):
        return (), ()
    now = Choice(msg("button-profile-now"), "profile.begin")
    return (msg("profile-offer"),), ctx.row(now, Choice(msg("button-profile-later"), "profile.later"))


def _begin(ctx: Context, _args: Json) -> None:
    _ask(ctx, QUESTIONS[0], walk=True, answer=ctx.say)


def _later(ctx: Context, _args: Json) -> None:
    _keep(ctx, profiles.of(ctx.tx, ctx.person.id))
    ctx.say(msg("profile-later"))


def _question(ctx: Context, args: Json) -> None:
    if args["what"] in QUESTIONS:
        _ask(ctx, args["what"], walk=bool(args.get("walk")))
    else:
        ctx.toast("press-old")


def _ask(
    ctx: Context,
    key: str,
    *,
    walk: bool,
    said: Sequence[Part] = (),
    answer: Callable[..., None] | None = None,
) -> None:
    """One question; *walk*: the others follow."""
    ctx.talk(TALK, {"at": key, "walk": walk})
    step = [msg("profile-step", number=str(QUESTIONS.index(key) + 1), total=str(len(QUESTIONS)))]
    rows = (*_choices(ctx, key, walk), *_ends(ctx, key, walk))
    (answer or ctx.show)(*(step if walk else ()), *said, msg(f"ask-profile-{key}"), rows=rows)


def _choices(ctx: Context, key: str, walk: bool) -> Rows:
    told = profiles.of(ctx.tx, ctx.person.id)

    def ticks(parts: Sequence[tuple[Any, Part]], chosen: Sequence[Any] | frozenset[Any]) -> Rows:
        return tuple(
            (
                Choice(
                    msg("button-chosen", what=part) if value in chosen else part,
                    "profile.tick",
                    {"what": key, "value": value, "on": value not in chosen, "walk": walk},
                ),
            )
            for value, part in parts
        )

    def one_of(parts: Sequence[tuple[Any, Part]]) -> list[Choice]:
        return [Choice(part, "profile.set", {"what": key, "value": one, "walk": walk}) for one, part in parts]

    match key:
        case "languages":
            return ticks([(one, msg(f"language-{one}")) for one in CODES], told.languages)
        case "skills":
            return ticks([(one.value, msg(f"skill-{one}")) for one in Skill], told.skills)
        case "days-off":
            return ticks([(day, msg(f"weekday-{day + 1}")) for day in range(7)], told.days_off)
        case "region":
            return ((*one_of([(None, msg("button-profile-nowhere"))]),),)
        case "zone":
            cities = one_of([(zone, msg(f"button-zone-{name}")) for name, zone in CITIES.items()])
            return (*_pairs(ctx, cities), (*one_of([(None, msg("button-zone-office"))]),))
        case "hours":
            return tuple((one,) for one in one_of([(name, _span(name)) for name in HOURS]))
        case _:
            return (tuple(one_of([(most, msg("profile-number", number=str(most))) for most in MOST])),)


def _pairs(ctx: Context, choices: Sequence[Choice]) -> Rows:
    rows: list[tuple[Choice, ...]] = []
    for at in range(0, len(choices), 2):
        rows += ctx.row(*choices[at : at + 2])
    return tuple(rows)


def _span(name: str) -> Part:
    begins, ends = HOURS[name]
    return msg("profile-span", start=f"{begins:%H:%M}", end=f"{ends:%H:%M}")


def _ends(ctx: Context, key: str, walk: bool) -> Rows:
    if not walk:
        return ((Choice(msg("button-profile-done"), "profile.show"),),)
    after = {"after": key}
    return ctx.row(
        Choice(msg("button-profile-next"), "profile.next", after),
        Choice(msg("button-profile-enough"), "profile.show"),
    )


def _next(ctx: Context, args: Json) -> None:
    at = QUESTIONS.index(args["after"]) + 1
    if at < len(QUESTIONS):
        _ask(ctx, QUESTIONS[at], walk=True)
    else:
        _show(ctx)


def _tick(ctx: Context, args: Json) -> None:
    told, value, on = profiles.of(ctx.tx, ctx.person.id), args["value"], bool(args["on"])
    match args["what"]:
        case "languages" if value in CODES:
            chosen = {*told.languages, value} if on else {*told.languages} - {value}
            _keep(ctx, replace(told, languages=tuple(one for one in CODES if one in chosen)))
        case "skills" if value in tuple(Skill):
            chosen = {*told.skills, value} if on else {*told.skills} - {value}
            _keep(ctx, replace(told, skills=tuple(one.value for one in Skill if one in chosen)))
        case "days-off" if value in range(7):
            days = told.days_off | {int(value)} if on else told.days_off - {int(value)}
            _keep(ctx, replace(told, days_off=days))
        case _:
            ctx.toast("press-old")
            return
    _ask(ctx, args["what"], walk=bool(args["walk"]))


def _set(ctx: Context, args: Json) -> None:
    told, value = profiles.of(ctx.tx, ctx.person.id), args["value"]
    match args["what"]:
        case "region" if value is None or value in Gazetteer.load().places:
            _keep(ctx, replace(told, region=value))
        case "zone" if value is None or value in CITIES.values():
            people.set_habits(ctx.tx, ctx.person, zone=value, way=ctx.person.way)
            ctx.person = replace(ctx.person, zone=value)
        case "hours" if value in HOURS:
            _keep(ctx, replace(told, hours=HOURS[value]))
        case "most" if value in MOST:
            _keep(ctx, replace(told, most=int(value)))
        case _:
            ctx.toast("press-old")
            return
    _next(ctx, {"after": args["what"]}) if args["walk"] else _show(ctx)


def _keep(ctx: Context, told: Profile) -> None:
    profiles.keep(ctx.tx, told, ctx.now)


def _heard(ctx: Context, talk: Talk) -> bool:
    """Only a place is asked for in words; whatever else she says belongs somewhere else."""
    text = (ctx.arrival.text or "").strip()
    came = ctx.arrival
    if talk.body["at"] != "region" or not text or came.file is not None or len(text) > _LONGEST_PLACE:
        return False
    walk = bool(talk.body["walk"])
    read = Place().read(text, ctx.day(ctx.now))
    if read.value is not None:
        _keep(ctx, replace(profiles.of(ctx.tx, ctx.person.id), region=str(read.value["place"])))
        after = QUESTIONS.index("region") + 1
        _ask(ctx, QUESTIONS[after], walk=True, answer=ctx.say) if walk else _show(ctx)
        return True
    found = [str(one["place"]) for one in read.proposals]
    rows = tuple(
        (Choice(place(one), "profile.set", {"what": "region", "value": one, "walk": walk}),) for one in found
    )
    said = msg("profile-place-which") if found else msg("profile-place-unknown")
    ctx.say(said, rows=(*rows, *_ends(ctx, "region", walk)))
    return True


def _show(ctx: Context) -> None:
    """What she told, each line with its button."""
    if ctx.talk_now is not None and ctx.talk_now.kind == TALK:
        ctx.end_talk()
    told = profiles.of(ctx.tx, ctx.person.id)
    resting = resting_part(ctx, ctx.person)
    labels = {key: msg(f"label-profile-{key}") for key in QUESTIONS}
    said = [msg("profile-line", what=labels[key], told=_told(ctx, told, key)) for key in QUESTIONS]
    asked = msg("profile-how-on" if told.asked_how else "profile-how-off")
    rows = [*_pairs(ctx, [Choice(labels[key], "profile.ask", {"what": key}) for key in QUESTIONS])]
    on = "button-how-off" if told.asked_how else "button-how-on"
    rows.append((Choice(msg(on), "profile.how", {"on": not told.asked_how}),))
    if resting is None:
        rows.append((Choice(msg("button-pause-ask"), "pause.ask"),))
    else:
        rows.append((Choice(msg("button-pause-over"), "pause.over"),))
    rows.append((Choice(msg("button-leave-team"), "leave-team.ask"),))
    parts = [msg("profile-title"), lines(said), asked, *((resting,) if resting is not None else ())]
    ctx.show(*parts, rows=tuple(rows))


def _told(ctx: Context, told: Profile, key: str) -> Part | list[Part]:
    match key:
        case "languages" if told.languages:
            return [msg(f"language-{one}") for one in told.languages]
        case "skills" if told.skills:
            return [msg(f"skill-{one}") for one in told.skills]
        case "days-off" if told.days_off:
            return [msg(f"weekday-{day + 1}") for day in sorted(told.days_off)]
        case "region" if told.region is not None:
            return place(told.region)
        case "zone":
            return city_of(ctx.person)
        case "hours":
            begins, ends = told.hours
            return msg("profile-span", start=f"{begins:%H:%M}", end=f"{ends:%H:%M}")
        case "most":
            return msg("profile-number", number=str(told.most))
        case _:
            return msg("profile-untold")


def _how(ctx: Context, args: Json) -> None:
    _keep(ctx, replace(profiles.of(ctx.tx, ctx.person.id), asked_how=bool(args["on"])))
    _show(ctx)


OFFER = Offer(
    commands=(Command("profile", Act.SERVE, _show, _TEAM),),
    deeds=(
        Deed("profile.show", Act.SERVE, lambda ctx, _args: _show(ctx), again=SHOWS),
        Deed("profile.begin", Act.SERVE, _begin, again=ASKS),
        Deed("profile.later", Act.SERVE, _later, again=SAME),
        Deed("profile.ask", Act.SERVE, _question, again=ASKS),
        Deed("profile.next", Act.SERVE, _next, again=ASKS),
        Deed("profile.tick", Act.SERVE, _tick, again=SAME),
        Deed("profile.set", Act.SERVE, _set, again=SAME),
        Deed("profile.how", Act.SERVE, _how, again=SAME),
    ),
    talks=(Listening(TALK, Act.SERVE, _heard),),
)
