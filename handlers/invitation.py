"""A one-use link makes somebody part of the team, lets her follow a case of her family, or hear
of somebody who trusts her.

Used, refused, expired and invented ones get the same answer.
"""

import secrets
from datetime import datetime, timedelta

from handlers.context import Context
from handlers.guessing import attempt
from handlers.noting import note
from handlers.rules.guessing import Secret
from handlers.rules.roles import Act, may
from handlers.saying import msg
from locales.languages import SOURCE, guess
from storage import companions, invites, links, people
from storage.records import Lane, Role
from storage.store import Tx

LIVES = timedelta(hours=24)
_BYTES = 16  # 128 bits; 22 characters of the alphabet that a deep link may carry


def make(tx: Tx, role: Role, now: datetime) -> str:
    """Remember a fresh invitation; returns its token, which is kept nowhere."""
    token = secrets.token_urlsafe(_BYTES)
    invites.add(tx, token, role, now + LIVES, now)
    return token


def link(username: str, token: str) -> str:
    """The deep link that hands *token* to the bot."""
    return f"https://t.me/{username}?start={token}"


def accept(ctx: Context, payload: str) -> Role | str | None:
    """Try the link that somebody came with: the role that it gave her; or its token, if it leads elsewhere.

    One that is used, refused, too old or invented gets the same words and takes the same time.
    """
    # A coordinator who tries a link before she passes it on neither uses it up nor becomes less by it.
    tries = may(ctx.person.role, Act.SEE_QUEUE)

    def find() -> Role | str | None:
        role = None if tries else invites.use(ctx.tx, payload, ctx.person.id, ctx.now)
        known = links.by_token(ctx.tx, payload, ctx.now) or companions.link(ctx.tx, payload, ctx.now)
        return role or (payload if known else None)

    found = find() if tries else attempt(ctx, Secret.INVITE, find)
    if found is None:
        spoken = ctx.person.language or guess(ctx.arrival.language_code) or SOURCE
        ctx.say(msg("invite-not-valid"), language=spoken)
    if isinstance(found, Role):
        _joined(ctx, found)
    return found


def _joined(ctx: Context, role: Role) -> None:
    others = [one for one in people.with_role(ctx.tx, role) if one.id != ctx.person.id]
    ctx.takes_role(role)
    note(ctx, f"became-{role.value}", ctx.person.id)
    for one in others if may(role, Act.SEE_QUEUE) else ():
        # A link in the wrong hands is noticed by the others at once.
        ctx.speech.to(one, msg("alert-new-coordinator"), lane=Lane.ALERT)
