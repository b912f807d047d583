"""Broadcasts: those whose time has come begin, those that run go on, and their cards show how far they are."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Do all that can be done now, slice by slice; what waits for its time or its turn is left to the next."""
    del now  # a long run goes by the clock, slice for slice
    while await house.store.write(lambda tx: house.hotline.tend_broadcasts(tx, house.clock.now())):
        house.delivery.wake()
    house.delivery.wake()
