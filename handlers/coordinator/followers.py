"""The section "Family" of a case: who follows it, by codes; who waits to be let in; letting somebody go."""

from handlers import following
from handlers.access import case_for, link_for
from handlers.command import ASKS, SHOWS, CardPlace, Deed, Offer, Section
from handlers.context import Context
from handlers.decisions import carried_out
from handlers.noting import note
from handlers.rules.decision import Choice, Rows
from handlers.rules.following import MOST, approved, let_back, refused
from handlers.rules.roles import Act
from handlers.saying import Part, lines, msg
from locales.languages import SOURCE
from storage import cases, entries, links, people
from storage.records import Case, EntryKind, Json, Person

_LINES = 15


def _facts(ctx: Context, case: Case) -> list[Part]:
    """Who waits to be let in, and how many of those to whom the last letter went have opened it."""
    waiting = links.waiting(ctx.tx, case.id)
    parts = [msg("family-waiting", count=len(waiting))] if waiting else []
    letters = [one for one in entries.of_case(ctx.tx, case.id, _LINES) if one.kind is EntryKind.UPDATE]
    if letters and len(to := letters[-1].body.get("to", ())) > 1:
        opened = len(entries.readers(ctx.tx, letters[-1].id).intersection(to))
        day = ctx.day(letters[-1].at)
        parts.append(msg("family-opened", day=day, opened=str(opened), count=str(len(to))))
    return parts


def _show(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_CASE)
    if case is None:
        return
    note(ctx, "saw-followers", case.id)
    letters = [one for one in entries.of_case(ctx.tx, case.id, _LINES) if one.kind is EntryKind.UPDATE]
    opened = entries.readers(ctx.tx, letters[-1].id) if letters else frozenset()
    found = cases.followers_of(ctx.tx, case.id)
    shown = [_line(ctx, case, one, bool(letters), opened) for one in found]
    parts: list[Part] = [msg("family-title", code=case.code)]
    parts.append(lines(shown) if shown else msg("family-nobody"))
    rows: list[tuple[Choice, ...]] = []
    for link in links.waiting(ctx.tx, case.id):
        who = people.by_id(ctx.tx, str(link.used_by))
        code = following.code_of(ctx, case, who)
        parts.append(msg("family-asks", code=code, day=ctx.day(link.used_at or link.made_at)))
        rows.append((Choice(msg("button-follow-approve", code=code), "follow.approve", {"link": link.id}),))
        rows.append((Choice(msg("button-follow-refuse", code=code), "follow.refuse", {"link": link.id}),))
    for one in found:
        if one.id != ctx.person.id:
            cut = msg("button-follow-cut", code=following.code_of(ctx, case, one))
            rows.append((Choice(cut, "follow.end", {"case": case.id, "person": one.id}),))
    for one in following.cut_off(ctx, case):
        code = following.code_of(ctx, case, one)
        parts.append(msg("family-cut-off", code=code))
        again = Choice(
            msg("button-follow-again", code=code), "follow.again", {"case": case.id, "person": one.id}
        )
        rows.append((again,))
    ctx.show(*parts, rows=(*rows, *_back(case)))


def _line(ctx: Context, case: Case, one: Person, any_letter: bool, opened: frozenset[str]) -> Part:
    told = [
        msg(
            "family-line",
            code=following.code_of(ctx, case, one),
            language=msg(f"language-{one.language or SOURCE}"),
        ),
    ]
    if following.told_it(case, one):
        told.append(msg("family-teller"))
    if not one.reachable:
        told.append(msg("family-unreached"))
    elif any_letter:
        told.append(msg("family-has-opened" if one.id in opened else "family-not-opened"))
    told.append(msg(f"family-way-{one.way}"))
    return {"row": told}


def _back(case: Case) -> Rows:
    return (
        (Choice(msg("button-family"), "follow.show", {"case": case.id}),),
        (Choice(msg("button-open-case"), "case.open", {"case": case.id}),),
    )


def _approve(ctx: Context, args: Json) -> None:
    found = link_for(ctx, args["link"], Act.WORK_CASE)
    if found is None:
        return
    link, case = found
    if link.state != links.ASKED or link.used_by is None:
        ctx.show(msg("family-decided"), rows=_back(case))
        return
    followers = cases.followers_of(ctx.tx, case.id)
    if len(followers) >= MOST:
        ctx.undone = True
        ctx.show(msg("family-full"), rows=_back(case))
        return
    person = people.by_id(ctx.tx, link.used_by)
    teller = next((one for one in followers if one.id == link.made_by), None)
    if carried_out(ctx, approved(case, link, person, teller, ctx.person, ctx.office, ctx.now)):
        ctx.show(msg("family-approved", code=following.code_of(ctx, case, person)), rows=_back(case))


def _refuse(ctx: Context, args: Json) -> None:
    found = link_for(ctx, args["link"], Act.WORK_CASE)
    if found is None:
        return
    link, case = found
    if link.state != links.ASKED or link.used_by is None:
        ctx.show(msg("family-decided"), rows=_back(case))
        return
    person = people.by_id(ctx.tx, link.used_by)
    if carried_out(ctx, refused(case, link, person, ctx.person, ctx.office, ctx.now)):
        ctx.show(msg("family-refused", code=following.code_of(ctx, case, person)), rows=_back(case))


def _end(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    person = _follower(ctx, case, args)
    if person is None:
        ctx.show(msg("follow-gone"), rows=_back(case))
        return
    code = following.code_of(ctx, case, person)
    yes = (Choice(msg("button-follow-cut-yes"), "follow.ended", args),)
    sure = "follow-cut-teller-sure" if following.told_it(case, person) else "follow-cut-sure"
    ctx.show(msg(sure, code=code), rows=(yes, *_back(case)))


def _ended(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    person = _follower(ctx, case, args)
    if person is None:
        ctx.show(msg("follow-gone"), rows=_back(case))
        return
    end = following.end_teller if following.told_it(case, person) else following.end
    if end(ctx, case, person):
        ctx.show(msg("follow-cut"), rows=_back(case))


def _follower(ctx: Context, case: Case, args: Json) -> Person | None:
    """The one whom a button names; not herself, who leaves as her family does."""
    found = cases.followers_of(ctx.tx, case.id)
    return next((one for one in found if one.id == args["person"] and one.id != ctx.person.id), None)


def _again(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.WORK_CASE)
    if case is None:
        return
    found = following.cut_off(ctx, case)
    # Nobody lets herself in.
    person = next((one for one in found if one.id == args["person"] and one.id != ctx.person.id), None)
    if person is None:
        ctx.show(msg("family-decided"), rows=_back(case))
    elif carried_out(ctx, let_back(case, person, ctx.office, ctx.now)):
        ctx.show(msg("family-again", code=following.code_of(ctx, case, person)), rows=_back(case))


OFFER = Offer(
    deeds=(
        Deed("follow.show", Act.SEE_CASE, _show, again=SHOWS),
        Deed("follow.approve", Act.WORK_CASE, _approve, once=True),
        Deed("follow.refuse", Act.WORK_CASE, _refuse, once=True),
        Deed("follow.end", Act.WORK_CASE, _end, again=ASKS),
        Deed("follow.ended", Act.WORK_CASE, _ended, once=True),
        Deed("follow.again", Act.WORK_CASE, _again, once=True),
    ),
    sections=(
        Section(
            "follow.show",
            lambda _ctx, _case: msg("button-family"),
            CardPlace.FAMILY,
            _facts,
            lambda _ctx, case: "paper" not in case.body,
        ),
    ),
)
