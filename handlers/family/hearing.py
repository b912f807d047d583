"""What a relative reads of where our work stands, and how she wants to hear grave news, if there ever is any.

Everybody is asked the latter, and the button stands on every card: it tells nothing.
"""

from handlers.access import case_for
from handlers.command import ASKS, SAME, SHOWS, Deed, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.noting import note
from handlers.rules import badnews, lifecycle
from handlers.rules.badnews import Way
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, msg, raw
from storage import cases
from storage.records import Case, Json, Stage

_BUTTONS = 20  # reports to choose from in one message


def _read(ctx: Context, args: Json) -> None:
    """What the neutral line stood for: our work ended, goes on, or goes on elsewhere."""
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is None:
        return
    note(ctx, "read-stage", case.id)
    parts: list[Part] = [msg("case-title", code=case.code), lifecycle.shown_stage(case, ctx.person.id)]
    if case.stage is Stage.CLOSED:
        parts.append(msg("stage-closed-goes-on"))
    rows = (
        (Choice(msg("button-see-report"), "cases.show", {"case": case.id}),),
        (Choice(msg("button-answer"), "word.write", {"case": case.id}),),
        (Choice(msg("button-my-reports"), "cases.list"),),
    )
    ctx.show(*parts, rows=rows)


def _which(ctx: Context, _args: Json) -> None:
    """From the settings: of her one case at once; of several, she says of which."""
    followed = cases.codes_followed(ctx.tx, ctx.person.id)[:_BUTTONS]
    if len(followed) == 1:
        _ask(ctx, {"case": followed[0][0]})
        return
    rows = tuple((Choice(raw(code), "news.wish", {"case": case_id}),) for case_id, code in followed)
    ctx.show(msg("hearing-which" if followed else "hearing-no-report"), rows=rows)


def _ask(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is None:
        return
    way = badnews.wish(case, ctx.person.id)
    now = msg(f"hearing-now-{way}") if way is not None else msg("hearing-now-none")
    rows = [
        (Choice(msg(f"button-hearing-{one}"), "news.wished", {"case": case.id, "way": one.value}),)
        for one in Way
    ]
    ctx.show(msg("hearing-ask"), now, rows=(*rows, *_back(case)))


def _wished(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is not None:
        way = Way(args["way"])
        carry_out(ctx.speech, badnews.choose(case, ctx.person.id, way), ctx.person.id)
        ctx.show(msg(f"hearing-now-{way}"), rows=_back(case))


def _back(case: Case) -> Rows:
    return ((Choice(msg("button-see-report"), "cases.show", {"case": case.id}),),)


OFFER = Offer(
    deeds=(
        Deed("stage.read", Act.SEE_OWN_CASE, _read, again=SHOWS),
        Deed("news.which", Act.SPEAK, _which, again=ASKS),
        Deed("news.wish", Act.SEE_OWN_CASE, _ask, again=ASKS),
        Deed("news.wished", Act.SEE_OWN_CASE, _wished, again=SAME),
    ),
)
