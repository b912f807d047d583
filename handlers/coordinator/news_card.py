"""The card of grave news: how far each piece is, who wants to hear it how, and what can be done next."""

from collections.abc import Sequence

from handlers import approving
from handlers.context import Context
from handlers.coordinator.claimed import told_of
from handlers.membership import code_of
from handlers.rules import badnews, telling
from handlers.rules.approvals import Kind
from handlers.rules.decision import Choice
from handlers.rules.roles import reported_by
from handlers.rules.telling import FAMILY, News, Step
from handlers.saying import Part, lines, msg, partly, raw, row
from storage import approvals, cases, matters, people
from storage.records import Case, Matter, MatterKind, Person


def screen(ctx: Context, case: Case) -> None:
    """Every piece with what is claimed, and below them whom of the family it is for."""
    found = matters.of_case(ctx.tx, case.id, MatterKind.NEWS)
    followers = cases.followers_of(ctx.tx, case.id)
    parts: list[Part] = [msg("news-title", code=case.code), msg("news-rule")]
    if not found:
        parts.append(msg("news-none"))
    rows: list[tuple[Choice, ...]] = []
    for number, one in enumerate(found, start=1):
        news = telling.read(one)
        said = row([msg(f"option-claim-what-{news.what}")], number)
        parts.append(lines([said, *_standing(ctx, news, followers)]))
        if news.step is not Step.WITHDRAWN:
            parts += told_of(ctx, case, news.what)
        rows += _steps(ctx, one, news, number, followers)
    if followers:
        parts.append(lines([_relative(case, one, number) for number, one in enumerate(followers, start=1)]))
    if not approving.others(ctx) and telling.waits(found):
        parts.append(msg("news-alone"))
    rows.append((Choice(msg("button-open-case"), "case.open", {"case": case.id}),))
    ctx.show(*parts, rows=tuple(rows))


def _standing(ctx: Context, news: News, followers: Sequence[Person]) -> list[Part]:
    places = {one.id: str(place) for place, one in enumerate(followers, start=1)}
    parts: list[Part] = [msg(f"news-step-{news.step}")]
    if news.carrier is not None and news.step is not Step.WITHDRAWN:
        hers = news.carrier == ctx.person.id
        parts.append(msg("news-carrier-you") if hers else msg("news-carrier", code=_code(ctx, news.carrier)))
    for person_id, how in news.told.items():
        said = msg(f"option-told-how-{how['how']}")
        told = msg("news-told-line", who=places.get(person_id, "…"), how=said)
        parts.append(row([told, partly(how["day"]["edtf"])]))
        if how["text"]:
            parts.append(raw(how["text"]))
    return parts


def _relative(case: Case, one: Person, number: int) -> Part:
    """Somebody of the family, by how she stands to the case and how she wants to hear it."""
    way = badnews.wish(case, one.id)
    stands = "news-teller" if reported_by(case.body, one.id) else "news-follower"
    wants = msg(f"news-wish-{way}") if way is not None else msg("news-wish-none")
    return row([msg(stands, who=str(number)), wants])


def _code(ctx: Context, person_id: str) -> str:
    return code_of(ctx.tx, people.by_id(ctx.tx, person_id))


def _steps(
    ctx: Context, one: Matter, news: News, number: int, followers: Sequence[Person]
) -> list[tuple[Choice, ...]]:
    """What can be done with it now; with several, the button says with which."""
    seen = {"news": one.id, "revision": one.revision}

    if news.step is Step.NOTED or (news.step is Step.ASKED and not is_asked(ctx, one)):
        return [(Choice(row([msg("button-news-confirm")], number), "news.confirm", seen),)]
    if news.step is Step.CONFIRMED:
        return [(Choice(row([msg("button-news-carrier")], number), "news.carrier", seen),)]
    if news.step not in (Step.CARRIED, Step.TOLD):
        return []
    rows: list[tuple[Choice, ...]] = []
    if news.carrier == ctx.person.id:
        untold: list[tuple[str, str | None]] = [] if followers else [(FAMILY, None)]
        untold += [(each.id, str(place)) for place, each in enumerate(followers, start=1)]
        for to, who in untold:
            if to not in news.heard:
                text = msg("button-news-told", who=who) if who else msg("button-news-told-family")
                rows.append((Choice(row([text], number), "news.told", {**seen, "to": to}),))
    if news.step is Step.CARRIED or rows:
        rows.append((Choice(row([msg("button-news-other-carrier")], number), "news.carrier", seen),))
    return rows


def is_asked(ctx: Context, one: Matter) -> bool:
    """Whether a second yes is being waited for."""
    return any(
        each.kind == Kind.CONFIRM_NEWS and each.content.get("news") == one.id
        for each in approvals.open_ones(ctx.tx, ctx.now)
    )
