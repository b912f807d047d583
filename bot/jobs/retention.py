"""Closed reports are erased after as many days as the office has set; keys that nothing needs go, too."""

from datetime import datetime, timedelta

from bot.jobs.erase import collect_orphans
from bot.jobs.erase import run as finish_erasing
from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Erase what was closed for too long, one report a transaction: a long one would make people wait."""
    days = house.settings.keep_closed_days
    if days is not None:
        before = now - timedelta(days=days)
        while await house.store.write(lambda tx: house.hotline.rounds.erase_closed(tx, before, now)):
            house.delivery.wake()
        await finish_erasing(house, now)
    await collect_orphans(house, now)
