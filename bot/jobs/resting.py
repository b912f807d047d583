"""Unfinished reports that rest: a kind word, and in the end, announced in time, they go."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Do what is due, some people at a time: a long unit of work would make others wait."""
    while await house.store.write(lambda tx: house.hotline.tend_resting(tx, now)):
        house.delivery.wake()
