"""Broadcasts: those whose time has come begin, those that run go on, and their cards show how far."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Do all that can be done now, slice by slice; what waits is left to the next run."""
    del now  # a long run goes by the clock, slice for slice
    while await house.store.write(lambda tx: house.hotline.rounds.tend_broadcasts(tx, house.clock.now())):
        house.delivery.wake()
    house.delivery.wake()
