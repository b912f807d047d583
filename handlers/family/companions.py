"""Somebody whom she trusts hears, besides the team, if she does not come back: by a link, and his own yes."""

import secrets

from handlers import invitation
from handlers.command import ASKS, SAME, SHOWS, Deed, Listening, Offer
from handlers.context import Context
from handlers.noting import note
from handlers.rules.decision import Choice
from handlers.rules.outings import COMPANIONS, LINK_LIVES, LINKS
from handlers.rules.roles import Act
from handlers.saying import Part, Short, lines, msg, raw
from storage import companions
from storage.records import Json, Talk

TALK = "companion"
_BYTES = 16  # as an invitation's
_LONGEST = 40  # letters


def _list(ctx: Context, _args: Json) -> None:
    note(ctx, "saw-companions", ctx.person.id)
    named = list(enumerate(companions.of(ctx.tx, ctx.person.id), 1))
    for_whom = companions.for_whom(ctx.tx, ctx.person.id)
    parts: list[Part] = [msg("companions", named=len(named))]
    if named:
        parts.append(
            lines([msg("companion-line", number=str(at), day=Short(ctx.day(one.since))) for at, one in named])
        )
    cuts = tuple(
        (Choice(msg("button-companion-cut", number=str(at)), "companion.cut", {"person": one.companion_id}),)
        for at, one in named
    )
    leaves = tuple(
        (
            Choice(
                msg("button-companion-leave", name=one.known_as),
                "companion.leave",
                {"person": one.person_id},
            ),
        )
        for one in for_whom
    )
    ctx.say(*parts, rows=((Choice(msg("button-companion-add"), "companion.add"),), *cuts, *leaves))


def _add(ctx: Context, _args: Json) -> None:
    full = len(companions.of(ctx.tx, ctx.person.id)) >= COMPANIONS
    if full or companions.count_links(ctx.tx, ctx.person.id, ctx.now) >= LINKS:
        ctx.say(msg("companions-full" if full else "companion-links-out"))
        return
    ctx.talk(TALK, {})
    ctx.say(msg("companion-ask-name"))


def _heard(ctx: Context, _talk: Talk) -> bool:
    name = " ".join((ctx.arrival.text or "").split())
    if not name or ctx.arrival.file is not None:
        return False
    if len(name) > _LONGEST:
        ctx.say(msg("companion-name-long", longest=str(_LONGEST)))
        return True
    ctx.end_talk()
    token = secrets.token_urlsafe(_BYTES)
    companions.make_link(ctx.tx, token, ctx.person.id, name, ctx.now + LINK_LIVES, ctx.now)
    note(ctx, "invited-companion", ctx.person.id)
    ctx.say(
        msg("companion-link", day=ctx.day(ctx.now + LINK_LIVES)),
        raw(invitation.link(ctx.office.bot_username, token)),
    )
    return True


def ask(ctx: Context, token: str) -> None:
    """Ask somebody who came with a link whether he wants to hear."""
    found = companions.link(ctx.tx, token, ctx.now)
    if found is None:
        ctx.say(msg("invite-not-valid"))
    elif found.person_id == ctx.person.id:
        ctx.say(msg("companion-own-link"))
    else:
        ctx.say(
            msg("companion-consent", name=found.known_as),
            msg("follow-consent-risk"),
            rows=(
                (Choice(msg("button-companion-agree"), "companion.agree", {"token": token}),),
                (Choice(msg("button-refuse"), "companion.refuse"),),
            ),
        )


def _agree(ctx: Context, args: Json) -> None:
    token = str(args["token"])
    found = companions.link(ctx.tx, token, ctx.now)
    if found is None or not companions.use_link(ctx.tx, token):
        ctx.show(msg("invite-not-valid"))
        return
    companions.add(ctx.tx, found.person_id, ctx.person.id, found.known_as, ctx.now)
    note(ctx, "became-companion", found.person_id)
    leave = Choice(
        msg("button-companion-leave", name=found.known_as), "companion.leave", {"person": found.person_id}
    )
    ctx.show(msg("companion-agreed", name=found.known_as), rows=((leave,),))


def _refuse(ctx: Context, _args: Json) -> None:
    ctx.show(msg("companion-refused"))


def _cut(ctx: Context, args: Json) -> None:
    _end(ctx, ctx.person.id, str(args["person"]))


def _leave(ctx: Context, args: Json) -> None:
    _end(ctx, str(args["person"]), ctx.person.id)


def _end(ctx: Context, person_id: str, companion_id: str) -> None:
    if companions.remove(ctx.tx, person_id, companion_id):
        note(ctx, "ended-companion", person_id)
    ctx.show(msg("companion-ended"))


OFFER = Offer(
    deeds=(
        Deed("companion.list", Act.SPEAK, _list, again=SHOWS),
        Deed("companion.add", Act.SPEAK, _add, again=ASKS),
        Deed("companion.agree", Act.SPEAK, _agree, once=True),
        Deed("companion.refuse", Act.SPEAK, _refuse, again=SAME),
        Deed("companion.cut", Act.SPEAK, _cut, again=SAME),
        Deed("companion.leave", Act.SPEAK, _leave, again=SAME),
    ),
    talks=(Listening(TALK, Act.SPEAK, _heard),),
)
