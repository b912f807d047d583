"""To whom a broadcast goes: groups, traits, exclusions, kept audiences. Each press is counted anew."""

from dataclasses import replace

from handlers.cast_cards import audience_parts, reach_parts, value_part
from handlers.command import ASKS, SAME, SHOWS, Deed, Listening, Offer
from handlers.context import Context
from handlers.coordinator.broadcast import changed, composing, found
from handlers.noting import note
from handlers.reaching import regions
from handlers.rules import audience as rule
from handlers.rules import codes
from handlers.rules.audience import ACTIVE_DAYS, Audience, Group, Trait
from handlers.rules.broadcasting import audience_of, composed
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.rules.volunteering import Skill
from handlers.saying import msg, raw
from locales.languages import CODES
from storage import audiences, incidents, seeking
from storage.records import Broadcast, Json, Situation, Stage, Talk
from storage.store import Tx

TALK = "cast-whom"
PAGE = 10
_KEPT = 12
_LONGEST_NAME = 40
_INCIDENTS = 100  # of the latest; who wants an older one begins from its own screen


def values(tx: Tx, trait: Trait) -> tuple[str, ...]:
    """What can be chosen of a trait, in the order in which it is shown."""
    match trait:
        case Trait.LANGUAGE:
            return CODES
        case Trait.REGION:
            return regions()
        case Trait.SITUATION:
            return tuple(one.value for one in Situation)
        case Trait.STAGE:
            return tuple(one.value for one in Stage if one is not Stage.MERGED)
        case Trait.INCIDENT:
            return tuple(one.id for one in incidents.every(tx, _INCIDENTS))
        case Trait.SKILL:
            return tuple(Skill)
        case _:
            return ACTIVE_DAYS


def _whom(ctx: Context, args: Json) -> None:
    if (one := composing(ctx, args)) is not None:
        _show(ctx, one)


def _show(ctx: Context, one: Broadcast) -> None:
    at, chosen = {"cast": one.id}, audience_of(one)
    rows: list[tuple[Choice, ...]] = []
    for group in Group:
        mark = "button-cast-on" if group in chosen.who else "button-cast-off"
        rows.append(
            (Choice(msg(mark, what=msg(f"cast-group-{group}")), "cast.group", {**at, "group": group.value}),)
        )
    traits = [
        Choice(msg(f"cast-trait-{trait}"), "cast.trait", {**at, "trait": trait.value, "from": 0})
        for trait in Trait
        if values(ctx.tx, trait)
    ]
    for first in range(0, len(traits), 2):
        rows += ctx.row(*traits[first : first + 2])
    rows.append((Choice(msg("button-cast-leave-out"), "cast.codes", at),))
    if chosen.left_out:
        rows.append((Choice(msg("button-cast-leave-none"), "cast.uncodes", at),))
    rows += ctx.row(
        Choice(msg("button-cast-kept"), "cast.kept", at), Choice(msg("button-cast-keep"), "cast.keep", at)
    )
    rows.append((Choice(msg("button-back"), "cast.open", at),))
    ctx.show(msg("cast-whom"), *audience_parts(ctx.tx, chosen), *reach_parts(one), rows=tuple(rows))


def _set(ctx: Context, one: Broadcast, chosen: Audience) -> Broadcast | None:
    return changed(ctx, one, counted=True, body={**one.body, "audience": rule.kept(chosen)})


def _group(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    if one is None:
        return
    chosen = audience_of(one)
    saved = _set(ctx, one, replace(chosen, who=chosen.who ^ {Group(args["group"])}))
    if saved is not None:
        _show(ctx, saved)


def _trait(ctx: Context, args: Json) -> None:
    if (one := composing(ctx, args)) is not None:
        _values(ctx, one, args)


def _values(ctx: Context, one: Broadcast, args: Json) -> None:
    trait, chosen = Trait(args["trait"]), audience_of(one)
    every = values(ctx.tx, trait)
    first = min(max(0, int(args["from"])), max(0, len(every) - 1)) // PAGE * PAGE
    at = {"cast": one.id, "trait": trait.value, "from": first}
    rows: list[tuple[Choice, ...]] = []
    for value in every[first : first + PAGE]:
        mark = "button-cast-off"
        if value in chosen.only.get(trait, ()):
            mark = "button-cast-on"
        elif value in chosen.without.get(trait, ()):
            mark = "button-cast-not"
        rows.append(
            (Choice(msg(mark, what=value_part(ctx.tx, trait, value)), "cast.toggle", {**at, "value": value}),)
        )
    turns = []
    if first > 0:
        turns.append(Choice(msg("button-page-back"), "cast.trait", {**at, "from": first - PAGE}))
    if first + PAGE < len(every):
        turns.append(Choice(msg("button-page-on"), "cast.trait", {**at, "from": first + PAGE}))
    rows += ctx.row(*turns) if turns else ()
    rows.append((Choice(msg("button-back"), "cast.whom", {"cast": one.id}),))
    ctx.show(
        msg("cast-toggle"),
        msg(f"cast-by-{trait}"),
        *audience_parts(ctx.tx, chosen),
        *reach_parts(one),
        rows=tuple(rows),
    )


def _toggle(ctx: Context, args: Json) -> None:
    one, trait = composing(ctx, args), Trait(args["trait"])
    if one is None:
        return
    if args["value"] not in values(ctx.tx, trait):
        ctx.toast("press-old")
        return
    saved = _set(ctx, one, rule.toggled(audience_of(one), trait, str(args["value"])))
    if saved is not None:
        _values(ctx, saved, args)


def _ask(ctx: Context, args: Json, what: str) -> None:
    one = composing(ctx, args)
    if one is not None:
        ctx.talk(TALK, {"cast": one.id, "of": what})
        ctx.say(
            msg(f"cast-ask-{what}"), rows=((Choice(msg("button-cancel"), "cast.whom", {"cast": one.id}),),)
        )


def _heard(ctx: Context, talk: Talk) -> bool:
    one = found(ctx, talk.body)
    if one is None or not composed(one):
        return False
    text = (ctx.arrival.text or "").strip()
    if talk.body["of"] == "name":
        if not text or len(text) > _LONGEST_NAME:
            ctx.say(msg("cast-name-in-words", longest=str(_LONGEST_NAME)))
            return True
        audiences.keep(ctx.tx, ctx.person.id, text, one.body["audience"], ctx.now)
        note(ctx, "kept-audience", one.id)
        ctx.end_talk()
        _show(ctx, one)
        return True
    read = [codes.read(typed) for typed in text.replace(",", " ").split()]
    ids = {seeking.id_by_code(ctx.tx, code) if code is not None else None for code in read}
    if not ids or None in ids:
        ctx.say(msg("cast-code-unknown"))
        return True
    chosen = audience_of(one)
    left_out = chosen.left_out | {str(one_id) for one_id in ids}
    ctx.end_talk()
    saved = _set(ctx, one, replace(chosen, left_out=left_out))
    if saved is not None:
        _show(ctx, saved)
    return True


def _uncodes(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    saved = _set(ctx, one, replace(audience_of(one), left_out=frozenset())) if one is not None else None
    if saved is not None:
        _show(ctx, saved)


def _kept(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    if one is None:
        return
    rows: list[tuple[Choice, ...]] = []
    for each in audiences.every(ctx.tx, _KEPT):
        at = {"cast": one.id, "kept": each.id}
        rows.append(
            (Choice(raw(each.name), "cast.use", at), Choice(msg("button-cast-forget"), "cast.forget", at))
        )
    rows.append((Choice(msg("button-back"), "cast.whom", {"cast": one.id}),))
    ctx.show(msg("cast-kept" if len(rows) > 1 else "cast-kept-none"), rows=tuple(rows))


def _use(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    each = audiences.find(ctx.tx, str(args["kept"]))
    if one is None or each is None:
        ctx.toast("press-old")
        return
    saved = _set(ctx, one, rule.from_json(each.audience))
    if saved is not None:
        _show(ctx, saved)


def _forget(ctx: Context, args: Json) -> None:
    if audiences.forget(ctx.tx, str(args["kept"])):
        note(ctx, "forgot-audience", None)
    _kept(ctx, args)


OFFER = Offer(
    deeds=(
        Deed("cast.whom", Act.BROADCAST, _whom, again=SHOWS),
        # A press turns a mark that the screen shows; the screen that it stood on is changed with it.
        Deed("cast.group", Act.BROADCAST, _group, again=SAME),
        Deed("cast.trait", Act.BROADCAST, _trait, again=SHOWS),
        Deed("cast.toggle", Act.BROADCAST, _toggle, again=SAME),
        Deed("cast.codes", Act.BROADCAST, lambda ctx, args: _ask(ctx, args, "codes"), again=ASKS),
        Deed("cast.uncodes", Act.BROADCAST, _uncodes, again=SAME),
        Deed("cast.kept", Act.BROADCAST, _kept, again=SHOWS),
        Deed("cast.keep", Act.BROADCAST, lambda ctx, args: _ask(ctx, args, "name"), again=ASKS),
        Deed("cast.use", Act.BROADCAST, _use, again=SAME),
        Deed("cast.forget", Act.BROADCAST, _forget, once=True),
    ),
    talks=(Listening(TALK, Act.BROADCAST, _heard),),
)
