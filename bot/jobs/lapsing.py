"""Requests that nobody decides: the team is reminded in time, and whoever asked hears how it ended."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Do what is due, some requests at a time."""
    while await house.store.write(lambda tx: house.hotline.rounds.tend_requests(tx, now)):
        house.delivery.wake()
