"""Terms, replies, dues: what hangs on a case and has a time of its own."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Do what is due, some at a time."""
    while await house.store.write(lambda tx: house.hotline.rounds.tend_matters(tx, now)):
        house.delivery.wake()
