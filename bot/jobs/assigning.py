"""Who is asked for a role on a case and does not answer makes room for the next."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Ask whoever is next, some at a time; who was asked stands in SQL, so that nobody is asked twice."""
    while await house.store.write(lambda tx: house.hotline.rounds.tend_assignments(tx, now)):
        house.delivery.wake()
