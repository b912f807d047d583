"""Coordinators hear each day where the audit log ends, so that none of it can be taken away unseen."""

from datetime import datetime

from bot.parts import Parts


async def run(house: Parts, now: datetime) -> None:
    """Tell it, if it is time; the day on which it was told stands in the database."""
    if await house.store.write(lambda tx: house.hotline.rounds.tell_audit_head(tx, now)):
        house.delivery.wake()
