"""A family that was promised word by a day hears on that day, even if there is nothing new.

The team is reminded before.
"""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Say what is due, some at a time; what was said stands in SQL, so that nothing is said twice."""
    while await house.store.write(lambda tx: house.hotline.rounds.keep_promises(tx, now)):
        house.delivery.wake()
