"""Reads the names of all cases into this process's memory, beside everything else that it does.

It begins when somebody first searches: a process that nobody asks knows no names.
"""

import asyncio

import structlog

from handlers.hotline import Hotline
from storage.errors import StoreTrouble
from storage.store import Store

_AT_ONCE = 1_000  # cases of one transaction; a fifth of a second
_log = structlog.get_logger(__name__)


class NameReading:
    """One at a time, however often it is asked for."""

    def __init__(self, store: Store, hotline: Hotline) -> None:
        self._store = store
        self._hotline = hotline
        self._task: asyncio.Task[None] | None = None

    def listen(self) -> None:
        """From now on a search may ask for it, from whatever thread it runs in."""
        loop = asyncio.get_running_loop()

        def wanted() -> None:
            loop.call_soon_threadsafe(self.begin)

        self._hotline.names.wanted = wanted

    def begin(self) -> None:
        """Read what is not read yet."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        try:
            while not await self._store.read(lambda tx: self._hotline.names.catch_up(tx, _AT_ONCE)):
                pass
        except StoreTrouble:
            _log.warning("names not read")  # the next search begins again where this ended

    async def end(self) -> None:
        """Stop, and let nothing stay in memory."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        self._hotline.names.wanted = lambda: None
        self._hotline.names.forget()
