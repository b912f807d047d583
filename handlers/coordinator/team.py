"""/team: who is on it, by codes; inviting a volunteer, asking for a coordinator, taking a role away."""

from typing import Any

from handlers import invitation
from handlers.access import not_there
from handlers.approving import ask
from handlers.away import resting_part
from handlers.command import ASKS, SAME, SHOWS, Approvable, Command, Deed, Listening, Offer
from handlers.context import Context
from handlers.membership import Member, member, members, take_role_away
from handlers.rules.approvals import Kind
from handlers.rules.decision import Choice, Rows
from handlers.rules.roles import Act
from handlers.saying import Part, Short, lines, msg, raw, row
from storage import approvals, audit, people
from storage.records import Approval, Json, Lane, Role, Talk

TALK = "team"
_REQUESTS = 5  # that wait for a yes, in one message
_LONGEST_REASON = 500  # letters; it is read on a phone
_BACK: Rows = ((Choice(msg("button-team"), "team.show"),),)


def _show(ctx: Context) -> None:
    team = members(ctx.tx)
    rows: list[tuple[Choice, ...]] = [
        (
            Choice(
                msg("button-request", at=Short(ctx.day(one.made_at))), "approval.open", {"approval": one.id}
            ),
        )
        for one in approvals.open_ones(ctx.tx, ctx.now)[:_REQUESTS]
    ]
    rows += [
        (Choice(_line(ctx, one), "team.member", {"person": one.person.id}),)
        for one in team
        if one.person.id != ctx.person.id
    ]
    rows.append((Choice(msg("button-invite-volunteer"), "team.invite"),))
    rows.append((Choice(msg("button-propose-coordinator"), "team.propose", {}),))
    yours = next(one for one in team if one.person.id == ctx.person.id)
    parts = [msg("team-title"), lines([_line(ctx, one) for one in team]), msg("team-you", code=yours.code)]
    ctx.show(*parts, rows=tuple(rows))


def _line(ctx: Context, one: Member) -> Part:
    said = msg("team-line", code=one.code, role=msg(f"role-{one.person.role}"), day=ctx.day(one.since))
    resting = resting_part(ctx, one.person)
    return said if resting is None else row([said, resting])


def _named(ctx: Context, args: Json) -> Member | None:
    """The other that a button speaks of; a relative and nobody are the same."""
    one = member(ctx.tx, args["person"])
    if one is None or one.person.id == ctx.person.id:
        not_there(ctx)
        return None
    return one


def _member(ctx: Context, args: Json) -> None:
    one = _named(ctx, args)
    if one is None:
        return
    rows: list[tuple[Choice, ...]] = [(Choice(msg("button-take-role"), "team.ask", args),)]
    if one.person.role is Role.VOLUNTEER:
        rows.append((Choice(msg("button-propose-member"), "team.propose", args),))
    ctx.show(_line(ctx, one), rows=(*rows, *_BACK))


def _ask(ctx: Context, args: Json) -> None:
    one = _named(ctx, args)
    if one is not None:
        yes = (Choice(msg("button-take-role"), "team.remove", args),)
        ctx.show(_line(ctx, one), msg("team-remove-sure"), rows=(yes, *_BACK))


def _remove(ctx: Context, args: Json) -> None:
    one = _named(ctx, args)
    if one is not None:
        take_role_away(ctx.speech, one, ctx.person)
        ctx.show(msg("team-removed", code=one.code), rows=_BACK)


def _invite(ctx: Context, _args: Json) -> None:
    link = invitation.link(ctx.office.bot_username, invitation.make(ctx.tx, Role.VOLUNTEER, ctx.now))
    audit.write(ctx.tx, ctx.person.id, "invited", None, ctx.now)
    ctx.say(msg("team-invite"), raw(link), rows=_BACK)


def _propose(ctx: Context, args: Json) -> None:
    content: dict[str, Any] = {"link": True}
    if "person" in args:
        one = _named(ctx, args)
        if one is None:
            return
        content = {"person": one.person.id}
    ctx.talk(TALK, {"content": content, "reason": None, "number": 0})
    ctx.say(
        msg("team-why-new" if "link" in content else "team-why"),
        rows=((Choice(msg("button-cancel"), "team.cancel"),),),
    )


def _heard(ctx: Context, talk: Talk) -> bool:
    reason = (ctx.arrival.text or "").strip()
    if not reason or len(reason) > _LONGEST_REASON:
        ctx.say(msg("team-reason-in-words", longest=str(_LONGEST_REASON)))
        return True
    # What a preview showed is what its button sends.
    number = int(talk.body["number"]) + 1
    ctx.talk(TALK, {**talk.body, "reason": reason, "number": number})
    ctx.say(
        msg("team-reason"),
        raw(reason),
        rows=(
            (Choice(msg("button-ask-approval"), "team.send", {"number": number}),),
            (Choice(msg("button-cancel"), "team.cancel"),),
        ),
    )
    return True


def _send(ctx: Context, args: Json) -> None:
    talk = ctx.talk_now
    if talk is None or talk.kind != TALK or talk.body["number"] != args["number"]:
        ctx.toast("press-old")
        return
    ctx.end_talk()
    if _granted_to(ctx, talk.body["content"]) is None:
        not_there(ctx)
        return
    ask(ctx, Kind.GRANT_COORDINATOR, talk.body["content"], talk.body["reason"])


def _cancel(ctx: Context, _args: Json) -> None:
    if ctx.leave(TALK):
        ctx.show(msg("cancelled"))


def _granted_to(ctx: Context, content: Json) -> list[Part] | None:
    """Who would be a coordinator; None where she is no volunteer any more."""
    if "link" in content:
        return [msg("approval-grant-link")]
    one = member(ctx.tx, content["person"])
    if one is None or one.person.role is not Role.VOLUNTEER:
        return None
    return [_line(ctx, one)]


def _grant(ctx: Context, approval: Approval) -> None:
    asker = people.by_id(ctx.tx, approval.asked_by)
    if "link" in approval.content:
        link = invitation.link(ctx.office.bot_username, invitation.make(ctx.tx, Role.COORDINATOR, ctx.now))
        audit.write(ctx.tx, asker.id, "invited", None, ctx.now)
        ctx.speech.to(asker, msg("team-invite-coordinator"), raw(link))
        return
    person_id = str(approval.content["person"])
    people.set_role(ctx.tx, person_id, Role.COORDINATOR, ctx.now)
    became = people.by_id(ctx.tx, person_id)
    audit.write(ctx.tx, ctx.person.id, "became-coordinator", person_id, ctx.now)
    ctx.speech.menu(became)
    ctx.speech.to(became, msg("welcome-coordinator"), lane=Lane.ALERT)


OFFER = Offer(
    commands=(Command("team", Act.SEE_TEAM, _show, frozenset({Role.COORDINATOR})),),
    deeds=(
        Deed("team.show", Act.SEE_TEAM, lambda ctx, _args: _show(ctx), again=SHOWS),
        Deed("team.member", Act.SEE_TEAM, _member, again=SHOWS),
        Deed("team.ask", Act.CHANGE_TEAM, _ask, again=ASKS),
        Deed("team.remove", Act.CHANGE_TEAM, _remove, once=True),
        Deed("team.invite", Act.CHANGE_TEAM, _invite, once=True),
        Deed("team.propose", Act.CHANGE_TEAM, _propose, again=ASKS),
        Deed("team.send", Act.CHANGE_TEAM, _send, once=True),
        Deed("team.cancel", Act.CHANGE_TEAM, _cancel, again=SAME),
    ),
    talks=(Listening(TALK, Act.CHANGE_TEAM, _heard),),
    approvals=(Approvable(Kind.GRANT_COORDINATOR, _granted_to, _grant),),
)
