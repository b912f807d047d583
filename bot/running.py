"""A house from its opening to the signal that ends it."""

import asyncio
import gc
from contextlib import suppress

from bot.app import open_house
from bot.clock import Clock
from bot.settings import Settings
from bot.signals import until_signalled
from storage.vault import Vault


async def run_house(settings: Settings, vault: Vault, clock: Clock) -> None:
    """Open a house and run it until a signal ends it.

    Raises:
        As `open_house`.
    """
    stop = until_signalled()
    open_now = asyncio.Event()

    async def open_and_run() -> None:
        async with open_house(settings, vault, clock) as house:
            open_now.set()
            # To look through all that was loaded for good takes a tenth of a second, and everybody waits.
            gc.collect()
            gc.freeze()
            await house.run(stop)

    running, stopped = asyncio.create_task(open_and_run()), asyncio.create_task(stop.wait())
    await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
    if not open_now.is_set():
        running.cancel()  # it may be waiting for a line that is not there
    stopped.cancel()
    with suppress(asyncio.CancelledError):
        await running
