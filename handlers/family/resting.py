"""What the buttons under a word about resting reports do: go on, keep it longer, erase it.

To go on is to touch: who opens her report again has it whole before her, for as long as if
she had only just begun to rest. The message itself names nobody; names stand only in what
follows a tap.
"""

from handlers.access import own_draft, own_drafts
from handlers.command import ASKS, SAME, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.intake import conversation
from handlers.intake.showing import title
from handlers.rules.decision import Choice
from handlers.rules.resting import terms
from handlers.rules.roles import Act
from handlers.saying import msg
from storage import drafts
from storage.records import Json, StoredDraft

_BUTTONS = 8  # reports to choose from in one message


def _resume(ctx: Context, args: Json) -> None:
    if "draft" in args:
        draft = conversation.named(ctx, args)
        if draft is not None:
            _go_on(ctx, draft)
        return
    unfinished = own_drafts(ctx, _BUTTONS)
    if not unfinished:
        ctx.toast("press-old")
    elif len(unfinished) == 1:
        _go_on(ctx, unfinished[0])
    else:
        rows = tuple((Choice(title(ctx, one), "rest.resume", {"draft": one.id}),) for one in unfinished)
        ctx.show(msg("rest-which"), rows=rows)


def _go_on(ctx: Context, draft: StoredDraft) -> None:
    drafts.touch(ctx.tx, draft.id, ctx.person.id, ctx.now)
    conversation.resume(ctx, draft)


def _keep(ctx: Context, args: Json) -> None:
    kept = [one for one in _hers(ctx, args) if drafts.touch(ctx.tx, one.id, ctx.person.id, ctx.now)]
    if not kept:
        ctx.toast("press-old")
        return
    # A report without a yes stays less long: of several the nearest day is named.
    until = min(ctx.now + terms(agreed=one.body["consent"] is not None).erased for one in kept)
    ctx.show(
        msg("rest-longer", day=ctx.day(ctx.office.next_push(until))),
        rows=((Choice(msg("button-resume"), "rest.resume"),), (Choice(msg("button-person"), "person.ask"),)),
    )


def _erase(ctx: Context, args: Json) -> None:
    unfinished = _hers(ctx, args)[:_BUTTONS]
    if not unfinished:
        ctx.toast("press-old")
        return
    rows = tuple(
        (
            Choice(
                msg("button-erase-draft", title=title(ctx, one)),
                "privacy.ask",
                {"draft": one.id},
            ),
        )
        for one in unfinished
    )
    ctx.show(msg("rest-erase-which"), rows=rows)


def _hers(ctx: Context, args: Json) -> list[StoredDraft]:
    """Those that a button speaks of and that are still unfinished."""
    found = (own_draft(ctx, one) for one in args["drafts"])
    return [one for one in found if one is not None]


OFFER = Offer(
    deeds=(
        Deed("rest.resume", Act.TELL, _resume, again=SHOWS),
        Deed("rest.keep", Act.TELL, _keep, again=SAME),
        Deed("rest.erase", Act.TELL, _erase, again=ASKS),
    ),
)
