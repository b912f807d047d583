"""The bot as `izdeu run` runs it, but with no limit on what it sends: else that is all that is measured."""

import asyncio

from bot.app import open_house
from bot.clock import SystemClock
from bot.logs import set_up
from bot.pacing import Pacer
from bot.settings import load
from bot.signals import until_signalled
from storage import keys

_UNLIMITED = 1e6  # messages a second


async def _run() -> None:
    settings = load()
    assert settings.token is not None
    assert settings.passphrase_file is not None
    set_up("WARNING", [settings.token.get_secret_value()])
    vault = keys.unlock(settings.data_dir, settings.passphrase_file.read_text(encoding="utf-8"))
    pacer = Pacer(_UNLIMITED, chat_every=0.0)
    async with open_house(settings, vault, SystemClock(), pacer=pacer) as house:
        await house.run(until_signalled())


if __name__ == "__main__":
    asyncio.run(_run())
