"""The team is reminded of its tasks: once, at each one's own hours."""

from datetime import datetime

from bot.parts import Parts
from bot.steps import step
from storage.store import Tx


async def run(house: Parts, now: datetime) -> None:
    """Say what is due, to some people at a time; what was said stands in SQL."""

    def tend(tx: Tx) -> int:
        tended = house.hotline.rounds.tend_reminders(tx, now)
        if tended:
            step("reminded")
        return tended

    while await house.store.write(tend):
        house.delivery.wake()
