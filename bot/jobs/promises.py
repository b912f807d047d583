"""A family that was promised word by a day hears on that day, even if there is nothing new."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.app import House


async def run(house: "House", now: datetime) -> None:
    """Say what is due; the rule itself keeps it from being said twice."""
    if await house.store.write(lambda tx: house.hotline.keep_promises(tx, now)):
        house.delivery.wake()
