"""The second coordinator's yes to a broadcast: what she is shown, what follows, and where there is none."""

from collections.abc import Sequence

from handlers.cast_cards import audience_parts, hours_part, language_part, reach_parts, when_part
from handlers.command import ASKS, Approvable, Deed, Offer
from handlers.context import Context, Speech
from handlers.coordinator.broadcast import changed, found, show, started
from handlers.noting import note
from handlers.rules import broadcasting as rule
from handlers.rules.approvals import Kind
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, labelled_msg, msg, raw
from storage import approvals, audit, broadcasts
from storage.errors import Overtaken
from storage.records import Approval, CastKind, CastState, Json


def _shown(ctx: Context, content: Json) -> Sequence[Part] | None:
    """What exactly would be sent, to the letter; None where it was changed or dropped meanwhile."""
    one = broadcasts.find(ctx.tx, str(content["cast"]))
    if one is None or one.state is not CastState.ASKED or rule.exact(one) != content["exact"]:
        return None
    if rule.first_start(one.body["when"], ctx.now) is None:
        return None
    parts: list[Part] = []
    if one.kind is not CastKind.CORRECTION:
        parts += [*audience_parts(ctx.tx, rule.audience_of(one)), *reach_parts(one)]
    elif one.body.get("delete"):
        parts.append(msg("cast-deletes", people=int(content["people"])))
    for code, said in one.body["texts"].items():
        parts.append(labelled_msg("cast-wording", language_part(code)))
        if said.get("file"):
            parts.append(msg("cast-with-file", kind=msg(f"cast-file-{said['file']['kind']}")))
        if said.get("text"):
            parts.append(raw(said["text"]))
    if one.body["link"]:
        parts.append(msg("cast-link", link=one.body["link"]))
    return [*parts, when_part(one), hours_part(one)]


def _more(content: Json) -> Rows:
    # Words show neither a photo nor how it is laid out.
    return ((Choice(msg("button-cast-preview"), "cast.preview", {"cast": content["cast"]}),),)


def _approved(ctx: Context, approval: Approval) -> None:
    one = broadcasts.find(ctx.tx, str(approval.content["cast"]))
    if one is not None:
        started(ctx, one, approval.asked_by, approved_by=ctx.person.id)


def _ended(speech: Speech, approval: Approval) -> Rows:
    """It is composed again, so that it neither waits for ever nor goes out by an old yes."""
    one = broadcasts.find(speech.tx, str(approval.content["cast"]))
    if one is None or one.state is not CastState.ASKED or rule.asked_in(one) != approval.id:
        return ()
    try:
        broadcasts.save(speech.tx, one, speech.now, state=CastState.COMPOSING)
    except Overtaken:
        return ()  # somebody took it back in this moment
    return ((Choice(msg("button-cast-ask-again"), "cast.open", {"cast": one.id}),),)


def _back(ctx: Context, args: Json) -> None:
    """What waits for a yes is taken back to be changed: nobody can say yes to it any more."""
    one = found(ctx, args)
    if one is None or one.state is not CastState.ASKED:
        ctx.toast("press-old")
        return
    saved = changed(ctx, one, state=CastState.COMPOSING)
    if saved is None:
        return
    asked = approvals.find(ctx.tx, rule.asked_in(one))
    if asked is not None and approvals.decide(
        ctx.tx, asked.id, asked.content_key, approvals.WITHDRAWN, ctx.person.id, ctx.now
    ):
        audit.write(ctx.tx, ctx.person.id, "approval-withdrawn", asked.id, ctx.now)
    note(ctx, "took-broadcast-back", one.id)
    show(ctx, saved)


OFFER = Offer(
    deeds=(Deed("cast.back", Act.BROADCAST, _back, again=ASKS),),
    approvals=(Approvable(Kind.BROADCAST, _shown, _approved, _more, _ended),),
)
