"""Whoever told a case lets one more of the family follow it: by a link that works once, within a week.

What the other agrees to is said before anything is shown; that somebody of the team must let her
in, too. Each can leave by herself.
"""

import secrets

from handlers import following, invitation
from handlers.access import case_for, linked_case
from handlers.command import ASKS, SAME, SHOWS, Deed, Listening, Offer
from handlers.context import Context
from handlers.decisions import carry_out
from handlers.noting import note
from handlers.rules import casework
from handlers.rules.decision import Choice, Rows
from handlers.rules.following import LINKS, LIVES, MOST, asked
from handlers.rules.roles import Act
from handlers.saying import Part, Short, lines, msg, raw
from storage import cases, links, people
from storage.records import Case, Json, Role, Talk

TALK = "follow"
_BYTES = 16  # as an invitation's


def ask(ctx: Context, token: str) -> None:
    """Ask somebody who came with a link whether she wants to follow; nothing of the case is said."""
    found = linked_case(ctx, token)
    if found is None:
        ctx.say(msg("invite-not-valid"))
        return
    _, case = found
    if cases.follows(ctx.tx, case.id, ctx.person.id):
        # She tries it before she passes it on, and does not use it up.
        ctx.say(msg("follow-already"))
        return
    ctx.say(
        msg("follow-consent"),
        msg("follow-consent-risk"),
        rows=(
            (Choice(msg("button-follow-agree"), "follow.agree", {"token": token}),),
            (Choice(msg("button-refuse"), "follow.refuse-it"),),
        ),
    )


def wait_for_language(ctx: Context, token: str) -> None:
    """She came with a link and has no language yet: what she agrees to must be in hers."""
    ctx.talk(TALK, {"token": token})


def _agree(ctx: Context, args: Json) -> None:
    found = linked_case(ctx, str(args["token"]))
    if found is None:
        ctx.show(msg("invite-not-valid"))
        return
    link, case = found
    if cases.follows(ctx.tx, case.id, ctx.person.id):
        ctx.show(msg("follow-already"))
        return
    links.use(ctx.tx, link.id, ctx.person.id, ctx.now)
    readers = casework.responsible(case, people.with_role(ctx.tx, Role.COORDINATOR))
    carry_out(ctx.speech, asked(case, ctx.person, readers, ctx.office, ctx.now), ctx.person.id)
    ctx.show(
        msg("follow-waits"),
        ctx.office.reading_part(ctx.now, readers),
        rows=((Choice(msg("button-settings-way"), "way.ask"),),),
    )


def _refuse(ctx: Context, _args: Json) -> None:
    ctx.show(msg("follow-refused-it"))


def _heard(ctx: Context, _talk: Talk) -> bool:
    return False  # what she writes meanwhile has nothing to do with the link


def _mine(ctx: Context, args: Json) -> None:
    """Who follows this case beside her; for whoever told it, with the ways to change it."""
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is None:
        return
    note(ctx, "saw-followers", case.id)
    where = {"case": case.id}
    if not following.told_it(case, ctx.person):
        rows: Rows = ((Choice(msg("button-follow-leave"), "follow.leave", where),), *_back(case))
        ctx.show(msg("follow-you-only", code=case.code), rows=rows)
        return
    found = following.others(ctx, case)
    shown = [_line(ctx, case, one.id) for one in found]
    parts: list[Part] = [msg("follow-title", code=case.code)]
    parts.append(lines(shown) if shown else msg("follow-nobody"))
    cuts = tuple(
        (
            Choice(
                msg("button-follow-cut", code=following.code_of(ctx, case, one)),
                "follow.part",
                {**where, "person": one.id},
            ),
        )
        for one in found
    )
    ctx.show(*parts, rows=((Choice(msg("button-follow-more"), "follow.ask", where),), *cuts, *_back(case)))


def _line(ctx: Context, case: Case, person_id: str) -> Part:
    person = people.by_id(ctx.tx, person_id)
    since = cases.follows_since(ctx.tx, case.id, person_id)
    day = ctx.day(since) if since is not None else ctx.day(ctx.now)
    return msg("follow-line", code=following.code_of(ctx, case, person), day=Short(day))


def _back(case: Case) -> Rows:
    return ((Choice(msg("button-open-report"), "cases.show", {"case": case.id}),),)


def _ask(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    full = len(cases.followers_of(ctx.tx, case.id)) >= MOST
    if full or links.count_open(ctx.tx, case.id, ctx.now) >= LINKS:
        ctx.show(msg("follow-full" if full else "follow-links-out"), rows=_back(case))
        return
    make = (Choice(msg("button-follow-link"), "follow.link", {"case": case.id}),)
    ctx.show(msg("follow-explained"), rows=(make, *_back(case)))


def _link(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    if links.count_open(ctx.tx, case.id, ctx.now) >= LINKS:
        ctx.show(msg("follow-links-out"), rows=_back(case))
        return
    token = secrets.token_urlsafe(_BYTES)
    links.add(ctx.tx, token, case.id, ctx.person.id, ctx.now + LIVES, ctx.now)
    note(ctx, "invited-follower", case.id)
    ctx.say(
        msg("follow-link", day=ctx.day(ctx.now + LIVES)),
        raw(invitation.link(ctx.office.bot_username, token)),
        rows=_back(case),
    )


def _part(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    person = following.one_of(ctx, case, args["person"])
    if person is None:
        ctx.show(msg("follow-gone"), rows=_back(case))
        return
    code = following.code_of(ctx, case, person)
    yes = (Choice(msg("button-follow-cut-yes"), "follow.parted", args),)
    ctx.show(msg("follow-cut-sure", code=code), rows=(yes, *_back(case)))


def _parted(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.AMEND_CASE)
    if case is None:
        return
    person = following.one_of(ctx, case, args["person"])
    if person is None or following.end(ctx, case, person):
        ctx.show(msg("follow-cut" if person is not None else "follow-gone"), rows=_back(case))


def _leave(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is not None:
        yes = (Choice(msg("button-follow-leave-yes"), "follow.left", {"case": case.id}),)
        ctx.show(msg("follow-leave-sure", code=case.code), rows=(yes, *_back(case)))


def _left(ctx: Context, args: Json) -> None:
    case = case_for(ctx, args["case"], Act.SEE_OWN_CASE)
    if case is None:
        return
    if following.told_it(case, ctx.person):
        ctx.show(msg("follow-teller-stays"), rows=_back(case))
    elif following.end(ctx, case, ctx.person):
        ctx.show(msg("follow-left"))


OFFER = Offer(
    deeds=(
        Deed("follow.agree", Act.SPEAK, _agree, once=True),
        Deed("follow.refuse-it", Act.SPEAK, _refuse, again=SAME),
        Deed("follow.mine", Act.SEE_OWN_CASE, _mine, again=SHOWS),
        Deed("follow.ask", Act.AMEND_CASE, _ask, again=ASKS),
        Deed("follow.link", Act.AMEND_CASE, _link, once=True),
        Deed("follow.part", Act.AMEND_CASE, _part, again=ASKS),
        Deed("follow.parted", Act.AMEND_CASE, _parted, once=True),
        Deed("follow.leave", Act.SEE_OWN_CASE, _leave, again=ASKS),
        Deed("follow.left", Act.SEE_OWN_CASE, _left, once=True),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard),),
)
