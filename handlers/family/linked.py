"""Somebody came with a link that makes her no part of the team: what it leads to, she is asked about."""

from handlers.context import Context
from handlers.family import companions, followers
from storage import links


def ask(ctx: Context, token: str) -> None:
    """To follow a case, or to hear of somebody who is out; of one that leads nowhere she is told."""
    if links.by_token(ctx.tx, token, ctx.now) is not None:
        followers.ask(ctx, token)
    else:
        companions.ask(ctx, token)
