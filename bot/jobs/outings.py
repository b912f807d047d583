"""Whoever is out is asked when she should be back, reminded, and then others hear."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Do what is due, some at a time; what was said stands in SQL, so that nothing is said twice."""
    while await house.store.write(lambda tx: house.hotline.rounds.tend_outings(tx, now)):
        house.delivery.wake()
