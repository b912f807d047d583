"""When a broadcast goes: now, at a time of some city, or each week; and whether it may wake people."""

from datetime import date, timedelta

from handlers.cast_cards import when_part
from handlers.command import SAME, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.coordinator.broadcast import changed, composing
from handlers.family.habits import CITIES
from handlers.rules.broadcasting import first_start
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Short, msg
from storage.records import Broadcast, Json

_DAYS = 8
_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30))
_A_ROW = 6


def _when(ctx: Context, args: Json) -> None:
    if (one := composing(ctx, args)) is not None:
        _show(ctx, one)


def _show(ctx: Context, one: Broadcast) -> None:
    at = {"cast": one.id}
    zone = {"zone": ctx.office.zone.key}
    ctx.show(
        when_part(one),
        msg("cast-urgent" if one.urgent else "cast-quiet"),
        rows=(
            (Choice(msg("button-cast-now"), "cast.now", at),),
            (Choice(msg("button-cast-at"), "cast.time", {**at, **zone, "kind": "at"}),),
            (Choice(msg("button-cast-weekly"), "cast.time", {**at, **zone, "kind": "weekly"}),),
            (
                Choice(
                    msg("button-cast-quiet" if one.urgent else "button-cast-urgent"),
                    "cast.urgent",
                    {**at, "urgent": not one.urgent},
                ),
            ),
            (Choice(msg("button-back"), "cast.open", at),),
        ),
    )


def _now(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    saved = changed(ctx, one, body={**one.body, "when": {"kind": "now"}}) if one is not None else None
    if saved is not None:
        _show(ctx, saved)


def _urgent(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    saved = changed(ctx, one, counted=True, urgent=bool(args["urgent"])) if one is not None else None
    if saved is not None:
        _show(ctx, saved)


def _time(ctx: Context, args: Json) -> None:
    """Asks for what is not known yet: the day, then the time; the city can be changed at the day."""
    one = composing(ctx, args)
    if one is None:
        return
    if "day" not in args:
        _ask_day(ctx, one, args)
    elif "time" not in args:
        _ask_time(ctx, one, args)
    else:
        _set(ctx, one, args)


def _ask_day(ctx: Context, one: Broadcast, args: Json) -> None:
    if args["kind"] == "weekly":
        choices = [
            Choice(msg(f"weekday-{day + 1}"), "cast.time", {**args, "day": str(day)}) for day in range(7)
        ]
    else:
        today = ctx.day(ctx.now)
        days = [today + timedelta(days=number) for number in range(_DAYS)]
        choices = [
            Choice(msg("cast-day", day=Short(day)), "cast.time", {**args, "day": day.isoformat()})
            for day in days
        ]
    rows: list[tuple[Choice, ...]] = []
    for first in range(0, len(choices), 2):
        rows += ctx.row(*choices[first : first + 2])
    rows.append((Choice(msg("button-cast-zone"), "cast.zone", {"cast": one.id, "kind": args["kind"]}),))
    rows.append((Choice(msg("button-back"), "cast.when", {"cast": one.id}),))
    city = next((name for name, zone in CITIES.items() if zone == args["zone"]), "office")
    ctx.show(msg("cast-ask-day", city=msg(f"zone-{city}")), rows=tuple(rows))


def _ask_time(ctx: Context, one: Broadcast, args: Json) -> None:
    # Numbers are read in the same direction in all six languages, so these stand side by side.
    choices = [Choice(msg("cast-time", time=at), "cast.time", {**args, "time": at}) for at in _HOURS]
    rows = [tuple(choices[first : first + _A_ROW]) for first in range(0, len(choices), _A_ROW)]
    rows.append((Choice(msg("button-back"), "cast.when", {"cast": one.id}),))
    ctx.show(msg("cast-ask-time"), rows=tuple(rows))


def _set(ctx: Context, one: Broadcast, args: Json) -> None:
    when = {"kind": str(args["kind"]), "zone": str(args["zone"]), "time": str(args["time"])}
    if when["kind"] == "weekly":
        when["weekday"] = str(args["day"])
    else:
        when["day"] = date.fromisoformat(str(args["day"])).isoformat()
    if first_start(when, ctx.now) is None:
        ctx.toast("cast-too-late", alert=True)
        return
    saved = changed(ctx, one, body={**one.body, "when": when})
    if saved is not None:
        _show(ctx, saved)


def _zone(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    if one is None:
        return
    choices = [
        Choice(msg(f"button-zone-{name}"), "cast.time", {**args, "zone": zone})
        for name, zone in CITIES.items()
    ]
    rows: list[tuple[Choice, ...]] = []
    for first in range(0, len(choices), 2):
        rows += ctx.row(*choices[first : first + 2])
    ctx.show(msg("cast-ask-zone"), rows=tuple(rows))


OFFER = Offer(
    deeds=(
        Deed("cast.when", Act.BROADCAST, _when, again=SHOWS),
        Deed("cast.now", Act.BROADCAST, _now, again=SAME),
        Deed("cast.urgent", Act.BROADCAST, _urgent, again=SAME),
        Deed("cast.time", Act.BROADCAST, _time, again=SAME),
        Deed("cast.zone", Act.BROADCAST, _zone, again=SHOWS),
    )
)
