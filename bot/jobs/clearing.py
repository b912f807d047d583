"""Chats whose owner wants it so are cleared by themselves; numbers too old to be of use are forgotten."""

from datetime import datetime
from functools import partial

from bot.parts import Parts
from storage import messages


async def run(house: Parts, now: datetime) -> None:
    """Do what is due, some people at a time: a long unit of work would make others wait."""
    after: str | None = ""
    while after is not None:
        after = await house.store.write(partial(house.hotline.rounds.tend_chats, now=now, after_id=after))
    house.delivery.wake()
    await house.store.write(partial(messages.purge, now=now))
