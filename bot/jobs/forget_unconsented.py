"""What somebody wrote before saying yes is held for a few days only."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Erase the drafts whose yes never came."""
    await house.store.write(lambda tx: house.hotline.forget_unconsented(tx, now))
