"""How a process is told to end."""

import asyncio
import signal


def until_signalled() -> asyncio.Event:
    """An event that SIGINT or SIGTERM sets; in the running loop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
