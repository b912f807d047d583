"""On Monday morning coordinators hear of the week that is over."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Tell it, if it is time; the Monday for which it was told stands in the database."""
    if await house.store.write(lambda tx: house.hotline.rounds.tell_week(tx, now)):
        house.delivery.wake()
