"""Unfinished reports that rest: a kind word, and in the end, announced in time, they go."""

from datetime import datetime

from bot.parts import Parts
from bot.steps import step
from storage.store import Tx


async def run(house: Parts, now: datetime) -> None:
    """Do what is due, some people at a time: a long unit of work would make others wait."""

    def tend(tx: Tx) -> int:
        tended = house.hotline.rounds.tend_resting(tx, now)
        if tended:
            step("tended")
        return tended

    while await house.store.write(tend):
        house.delivery.wake()
