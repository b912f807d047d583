"""Where somebody lives, so that nobody writes to her at night, and how what the team writes comes to her."""

from handlers.command import ASKS, SAME, Deed, Offer
from handlers.context import Context
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Part, msg
from storage import people
from storage.records import Json, Person, Way

CITIES = {
    "almaty": "Asia/Almaty",
    "tashkent": "Asia/Tashkent",
    "urumqi": "Asia/Urumqi",
    "beijing": "Asia/Shanghai",
    "istanbul": "Europe/Istanbul",
    "moscow": "Europe/Moscow",
    "berlin": "Europe/Berlin",
    "london": "Europe/London",
    "new-york": "America/New_York",
    "los-angeles": "America/Los_Angeles",
}
"""By the name of its text. People know a city whose clock is theirs, and seldom a zone."""
_NAMES = {zone: name for name, zone in CITIES.items()}


def city_of(person: Person) -> Part:
    """The city whose clock is hers."""
    return msg("zone-office") if person.zone is None else msg(f"zone-{_NAMES.get(person.zone, 'other')}")


def told(ctx: Context) -> list[Part]:
    """Both, as they are set now."""
    return [msg("settings-zone", city=city_of(ctx.person)), msg(f"settings-way-{ctx.person.way}")]


def _ask_zone(ctx: Context, _args: Json) -> None:
    choices = [
        Choice(msg(f"button-zone-{name}"), "zone.set", {"zone": zone}) for name, zone in CITIES.items()
    ]
    rows: list[tuple[Choice, ...]] = []
    for at in range(0, len(choices), 2):
        rows += ctx.row(*choices[at : at + 2])
    rows.append((Choice(msg("button-zone-office"), "zone.set", {"zone": None}),))
    ctx.say(msg("zone-ask"), rows=tuple(rows))


def _set_zone(ctx: Context, args: Json) -> None:
    zone = args["zone"]
    if zone is not None and zone not in _NAMES:
        ctx.toast("press-old")
        return
    people.set_habits(ctx.tx, ctx.person, zone=zone, way=ctx.person.way)
    city = msg("zone-office") if zone is None else msg(f"zone-{_NAMES[zone]}")
    ctx.show(msg("settings-zone", city=city))


def _ask_way(ctx: Context, _args: Json) -> None:
    rows = tuple((Choice(msg(f"button-way-{one}"), "way.set", {"way": one.value}),) for one in Way)
    ctx.say(msg("way-ask"), rows=rows)


def _set_way(ctx: Context, args: Json) -> None:
    way = Way(args["way"])
    people.set_habits(ctx.tx, ctx.person, zone=ctx.person.zone, way=way)
    ctx.show(msg(f"settings-way-{way}"))


OFFER = Offer(
    deeds=(
        Deed("zone.ask", Act.SPEAK, _ask_zone, again=ASKS),
        Deed("zone.set", Act.SPEAK, _set_zone, again=SAME),
        Deed("way.ask", Act.SPEAK, _ask_way, again=ASKS),
        Deed("way.set", Act.SPEAK, _set_way, again=SAME),
    )
)
