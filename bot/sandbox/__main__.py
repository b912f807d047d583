"""The sandbox alone, in a process of its own: `python -m bot.sandbox --port 8081`."""

import argparse
import asyncio
import signal

from bot.clock import MovableClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import app, serve
from bot.sandbox.world import TOKEN, World


async def _run(asked: argparse.Namespace) -> None:
    limits = Limits(
        overall=asked.rate,
        per_chat=1.0 if asked.per_chat else None,
        per_group=20 if asked.per_chat else None,
        hold=asked.hold,
        grudge=asked.grudge,
    )
    world = World(MovableClock(), asked.token, limits=limits)
    world.add_accounts(asked.accounts)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with await serve(app(world), port=asked.port) as served:
        print(served.url, flush=True)  # noqa: T201 -- whoever started the process reads it
        await stop.wait()


def main() -> None:
    """Read the arguments and serve until a signal."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="on the loopback address; 0 for any")
    parser.add_argument("--token", default=TOKEN, help="the bot's; made up")
    parser.add_argument("--rate", type=int, help="messages a second, overall; without it there is no limit")
    parser.add_argument("--per-chat", action="store_true", help="also limit single chats and groups")
    parser.add_argument("--hold", type=int, default=3, help="seconds that a 429 tells to wait")
    parser.add_argument("--grudge", action="store_true", help="each message during a hold lengthens it")
    parser.add_argument(
        "--accounts", type=int, default=0, help="so many people, numbered from 1, know the bot"
    )
    asyncio.run(_run(parser.parse_args()))


if __name__ == "__main__":
    main()
