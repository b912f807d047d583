"""What has been handled and said is forgotten when no repeat of it can come any more."""

import asyncio
from datetime import datetime, timedelta

from bot.parts import Parts
from handlers.rules.outings import KEPT
from storage import companions, drafts, forgetting, guesses, inbox, keyboards, outings

_KEPT = timedelta(days=2)  # Telegram repeats an unconfirmed update for one

_ENDED = timedelta(days=30)  # for as long somebody is not reminded of another draft too soon


async def run(house: Parts, now: datetime) -> None:
    """Forget old updates and messages, expired buttons, halves of files that a crash left."""
    before = now - _KEPT
    # Each by itself: a long unit of work would make people wait.
    await house.store.write(lambda tx: inbox.purge(tx, before))
    await house.store.write(lambda tx: forgetting.purge(tx, before))
    await house.store.write(lambda tx: keyboards.purge(tx, now))
    await house.store.write(lambda tx: outings.forget(tx, now - KEPT))
    await house.store.write(lambda tx: companions.forget_links(tx, now))
    await house.store.write(lambda tx: guesses.purge(tx, before))
    await house.store.write(lambda tx: drafts.forget_dropped(tx, now - _ENDED))
    await asyncio.to_thread(house.files.tidy, before)
