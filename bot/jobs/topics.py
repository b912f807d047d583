"""Cases that were open before the team's group was get their topics there, some at a time."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """The next ones, once those before have been made."""
    if await house.store.write(lambda tx: house.hotline.rounds.tend_topics(tx, now)):
        house.delivery.wake()
