"""A family that was promised word by a day hears on that day, even if there is nothing new."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Say what is due; the rule itself keeps it from being said twice."""
    if await house.store.write(lambda tx: house.hotline.keep_promises(tx, now)):
        house.delivery.wake()
