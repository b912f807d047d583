"""The rehearsal: the real hotline, a local stand-in for Telegram, and a page with phones.

Nothing leaves the computer, everybody is made up, and nothing is left afterwards.
"""

import asyncio
import os
import tempfile
import webbrowser
from contextlib import suppress
from functools import partial
from pathlib import Path

import typer

from bot.app import House, open_house
from bot.clock import MovableClock
from bot.inviting import new_invite
from bot.logs import set_up
from bot.sandbox.people import CAST
from bot.sandbox.server import app, serve
from bot.sandbox.world import TOKEN, World
from bot.settings import load
from bot.signals import until_signalled
from storage.records import Role
from storage.vault import KEY_BYTES, Vault


async def run_demo(port: int, *, browser: bool) -> None:
    """Run the rehearsal until a signal ends it.

    Args:
        port: Of the page, on the loopback address; 0 for any.
        browser: Whether to open the page.

    Raises:
        OSError: The port is taken.
    """
    stop = until_signalled()
    set_up("WARNING", [TOKEN])
    clock = MovableClock()
    world = World(clock, token=TOKEN)
    served = await serve(app(world), port=port)
    try:
        with tempfile.TemporaryDirectory(prefix="izdeu-demo-") as folder:
            settings = load(
                {"IZDEU_TOKEN": TOKEN, "IZDEU_API_URL": served.url, "IZDEU_DATA_DIR": folder},
                base=Path(folder),
            )
            # The key lives in memory only: when the rehearsal ends, nothing of it could be read anyway.
            vault = Vault(os.urandom(KEY_BYTES))
            async with open_house(settings, vault, clock) as house:
                running = asyncio.create_task(house.run(stop))
                await _invite_the_cast(house, world)
                typer.echo(f"Rehearsal: {served.url}/")
                typer.echo(
                    "Everybody there is made up; key and data are thrown away at the end. Ctrl-C ends it."
                )
                if browser:
                    with suppress(webbrowser.Error):
                        await asyncio.to_thread(webbrowser.open, f"{served.url}/")
                await running
    finally:
        # After the bot: its long poll would hold the server open.
        await served.stop()
    typer.echo("The rehearsal is over; nothing of it is left.")


async def _invite_the_cast(house: House, world: World) -> None:
    """The team opens real invite links, so that the page is ready at once."""
    for actor in CAST:
        if actor.role == "relative":
            continue
        token = await house.store.write(partial(new_invite, role=Role(actor.role), clock=house.clock))
        world.phone(actor.id).start(token)
