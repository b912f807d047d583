"""The team is asked how it is, and what was answered goes when its time is over."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Ask whoever is to be asked now; that she was stands in SQL."""
    if await house.store.write(lambda tx: house.hotline.rounds.tend_caring(tx, now)):
        house.delivery.wake()
