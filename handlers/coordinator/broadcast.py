"""/broadcast: writing to many at once. Here the list, the card of one, and its sending."""

from contextlib import suppress
from typing import Any

from handlers import away
from handlers.access import not_there
from handlers.approving import ask
from handlers.cast_cards import (
    begun_with,
    card,
    hours_part,
    reach_parts,
    show_progress,
    state_part,
    when_part,
)
from handlers.command import ASKS, SHOWS, Command, Deed, Offer
from handlers.context import Context
from handlers.emptying import in_place
from handlers.evidence.passing import scan_of
from handlers.noting import note
from handlers.reaching import look
from handlers.rules import audience
from handlers.rules import broadcasting as rule
from handlers.rules.approvals import Kind
from handlers.rules.decision import Choice
from handlers.rules.roles import Act
from handlers.saying import Short, msg
from storage import attachments, broadcasts, incidents
from storage.errors import Overtaken
from storage.records import Broadcast, CastKind, CastState, Json, Role

COUNTED_AT_ONCE = 500  # people who are looked at while she waits; more are counted in the background
_LISTED = 6


def found(ctx: Context, args: Json) -> Broadcast | None:
    """The broadcast of a button; where there is none, she is told."""
    one = broadcasts.find(ctx.tx, str(args["cast"]))
    if one is None or one.state is CastState.DROPPED:
        not_there(ctx)
        return None
    return one


def composing(ctx: Context, args: Json) -> Broadcast | None:
    """As `found`, one that can still be changed; another is shown as it is."""
    one = found(ctx, args)
    if one is not None and not rule.composed(one):
        ctx.toast("press-old")
        show(ctx, one)
        return None
    return one


def changed(ctx: Context, one: Broadcast, *, counted: bool = False, **how: Any) -> Broadcast | None:
    """Write what she changed; where another was faster, she is told.

    Args:
        counted: Whom it reaches is another now, and is counted anew.
        how: As `storage.broadcasts.save`.
    """
    body = how.get("body", one.body)
    if counted:
        how["body"], how["state"], how["after_id"] = _counted(
            ctx, one, body, urgent=how.get("urgent", one.urgent)
        )
    try:
        return broadcasts.save(ctx.tx, one, ctx.now, **how)
    except Overtaken:
        ctx.undone = True
        ctx.say(msg("changed-meanwhile"))
        return None


def _counted(ctx: Context, one: Broadcast, body: Json, *, urgent: bool) -> tuple[Json, CastState, str | None]:
    """Count at once where there are few; else begin, and let the machine go on."""
    chosen = audience.from_json(body["audience"])
    spared = away.spared(ctx.tx, ctx.office, ctx.now, urgent=urgent)
    seen = look(ctx.tx, chosen, "", COUNTED_AT_ONCE, ctx.now, spared=spared)
    by: dict[str, int] = {}
    for near in seen.found:
        by[near.language or ""] = by.get(near.language or "", 0) + 1
    body = {**body, "count": {"by": by}}
    if seen.last_id is None:
        return body, CastState.COMPOSING, None
    number = in_place(ctx.tx, ctx.person, ctx.arrival, ctx.now)
    ctx.tend = True
    return begun_with(body, ctx.person.id, number), CastState.SIZING, seen.last_id


def show(ctx: Context, one: Broadcast) -> None:
    """Its card."""
    parts, rows = card(ctx.tx, one, ctx.now)
    ctx.show(*parts, rows=(*rows, (Choice(msg("button-cast-list"), "cast.list"),)))


def _list(ctx: Context) -> None:
    rows: list[tuple[Choice, ...]] = []
    for one in (
        *broadcasts.composed_by(ctx.tx, ctx.person.id, _LISTED),
        *broadcasts.open_ones(ctx.tx),
        *broadcasts.latest(ctx.tx, _LISTED),
    ):
        day = Short(ctx.day(one.start_at or one.made_at))
        label = msg("button-cast-row", day=day, state=state_part(one))
        rows.append((Choice(label, "cast.open", {"cast": one.id}),))
    rows.append((Choice(msg("button-cast-new"), "cast.new"),))
    ctx.show(msg("cast-list"), rows=tuple(rows))


def _new(ctx: Context, args: Json) -> None:
    body, incident = rule.blank(), args.get("incident")
    if incident is not None:
        if incidents.find(ctx.tx, str(incident)) is None:
            not_there(ctx)
            return
        body["audience"] = audience.kept(audience.of_incident(str(incident)))
    one = broadcasts.begin(ctx.tx, ctx.person.id, body, ctx.now)
    note(ctx, "began-broadcast", one.id)
    counted = changed(ctx, one, counted=True) if incident is not None else one
    if counted is not None:
        show(ctx, counted)


def _open(ctx: Context, args: Json) -> None:
    if (one := found(ctx, args)) is not None:
        note(ctx, "saw-broadcast", one.id)
        show(ctx, one)
        _moves_here(ctx, one)


def _moves_here(ctx: Context, one: Broadcast) -> None:
    """Where its card is hers, it goes on in the message that she looks at now."""
    number = in_place(ctx.tx, ctx.person, ctx.arrival, ctx.now)
    if number is None or rule.composed(one) or (one.body.get("card") or {}).get("to") != ctx.person.id:
        return
    # Where it has moved on in this moment, the card stays where it was.
    with suppress(Overtaken):
        broadcasts.save(ctx.tx, one, ctx.now, body=begun_with(one.body, ctx.person.id, number))


def _drop(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    if one is not None and changed(ctx, one, state=CastState.DROPPED, body=rule.blank()) is not None:
        if one.kind is not CastKind.CORRECTION:  # what that would change is still in use
            ctx.erase_files([said["file"] for said in one.body["texts"].values() if said.get("file")])
        note(ctx, "dropped-broadcast", one.id)
        ctx.show(msg("cast-dropped-it"), rows=((Choice(msg("button-cast-list"), "cast.list"),),))


def _sure(ctx: Context, args: Json) -> None:
    """What will happen, with numbers; her yes is bound to what she reads here."""
    one = composing(ctx, args)
    if one is None:
        return
    if (lacking := rule.lacks(one)) is not None:
        ctx.toast(lacking, alert=True)
        return
    if one.kind is not CastKind.CORRECTION:
        one = changed(ctx, one, counted=True)
        if one is None:
            return
        if one.state is CastState.SIZING:
            show(ctx, one)
            return
    if not _total(one) and one.body["when"]["kind"] == "now":
        ctx.toast("cast-reaches-nobody", alert=True)
        return
    second = rule.needs_second(_total(one), ctx.office.broadcast_alone, one.approved_by)
    parts = [msg("cast-sure"), *reach_parts(one), when_part(one), hours_part(one)]
    if second:
        parts.append(msg("cast-second", people=ctx.office.broadcast_alone))
    button = msg("button-ask-approval" if second else "button-cast-send")
    ctx.show(
        *parts,
        rows=(
            (Choice(button, "cast.send", {"cast": one.id, "version": one.version}),),
            (Choice(msg("button-back"), "cast.open", {"cast": one.id}),),
        ),
    )


def _total(one: Broadcast) -> int:
    by = one.body.get("count", {}).get("by", {})
    return sum(by.values()) if one.kind is CastKind.CORRECTION else rule.reach(one.body, by).total


def _send(ctx: Context, args: Json) -> None:
    one = composing(ctx, args)
    if one is None:
        return
    if one.version != args["version"] or one.state is CastState.SIZING or rule.lacks(one) is not None:
        ctx.toast("press-old")
        show(ctx, one)
        return
    if rule.first_start(one.body["when"], ctx.now) is None:
        ctx.toast("cast-too-late", alert=True)
        ctx.undone = True
        return
    if not _files_clean(ctx, one):
        ctx.undone = True
        ctx.say(msg("file-held-back"))
        return
    if not rule.needs_second(_total(one), ctx.office.broadcast_alone, one.approved_by):
        started(ctx, one, ctx.person.id)
        return
    exact = rule.exact(one)
    asked = ask(ctx, Kind.BROADCAST, {"cast": one.id, "exact": exact, "people": _total(one)}, "")
    if asked is not None:
        waits = {**one.body, "asked": {"approval": asked.id, "by": ctx.person.id}}
        changed(ctx, one, state=CastState.ASKED, body=waits)


def _files_clean(ctx: Context, one: Broadcast) -> bool:
    ids = [said["file"]["id"] for said in one.body["texts"].values() if said.get("file")]
    return all(scan_of(file).get("state") != "found" for file in attachments.by_ids(ctx.tx, ids))


def started(ctx: Context, one: Broadcast, author_id: str, approved_by: str | None = None) -> None:
    """From now on it goes its way; its card stands in the chat of whoever sent it."""
    state, start = CastState.PLANNED, rule.first_start(one.body["when"], ctx.now)
    kind = CastKind.WEEKLY if one.body["when"]["kind"] == "weekly" else one.kind
    values: dict[str, Any] = {
        "state": state,
        "start_at": start,
        "kind": kind,
        "body": begun_with(one.body, author_id),
    }
    if approved_by is not None:
        values["approved_by"] = approved_by
    saved = changed(ctx, one, **values)
    if saved is None:
        return
    note(ctx, "sent-broadcast", one.id, details={"people": _total(one)})
    ctx.tend = True
    show_progress(ctx.tx, saved, ctx.now, must=True)


OFFER = Offer(
    commands=(Command("broadcast", Act.BROADCAST, _list, frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("cast.list", Act.BROADCAST, lambda ctx, _args: _list(ctx), again=SHOWS),
        Deed("cast.new", Act.BROADCAST, _new, once=True),
        Deed("cast.open", Act.BROADCAST, _open, again=SHOWS),
        Deed("cast.drop", Act.BROADCAST, _drop, once=True),
        Deed("cast.sure", Act.BROADCAST, _sure, again=ASKS),
        Deed("cast.send", Act.BROADCAST, _send, once=True),
    ),
)
