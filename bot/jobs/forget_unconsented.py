"""What somebody wrote before saying yes is held for a few days only."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.app import House


async def run(house: "House", now: datetime) -> None:
    """Erase the drafts whose yes never came."""
    await house.store.write(lambda tx: house.hotline.forget_unconsented(tx, now))
