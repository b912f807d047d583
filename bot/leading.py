"""What only one process may do at a time: polling, delivering, ticking.

A role is taken through the database or a locked file, so it falls free when its process dies.
Whoever holds it looks every two seconds whether it still does, and stops at once when not.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

ROLES = ("receive", "deliver", "tick")
LOOK_EVERY = 2.0  # seconds; a dead leader's role is taken well within 15

_log = structlog.get_logger(__name__)


class Locks(Protocol):
    """As `storage.locks.Roles`; every call may wait for the database."""

    def take(self, name: str) -> bool: ...
    def holds(self, name: str) -> bool: ...
    def release(self, name: str) -> None: ...


class Leadership:
    """One role, led by this process or waited for.

    Args:
        locks: Shared by all processes of the house.
        role: receive, deliver or tick.
        look_every: Seconds between two looks.
    """

    def __init__(self, locks: Locks, role: str, *, look_every: float = LOOK_EVERY) -> None:
        self._locks = locks
        self._look_every = look_every
        self.role = role
        self.held = False

    async def run(self, work: Callable[[], Awaitable[None]]) -> None:
        """Wait for the role, do *work* while it is held, and wait again; ends when *work* ends by itself.

        Raises:
            Exception: What *work* raised; the role is released before.
        """
        while True:
            while not await asyncio.to_thread(self._locks.take, self.role):  # noqa: ASYNC110 -- another process tells nobody
                await asyncio.sleep(self._look_every)
            self.held = True
            _log.info("leading", role=self.role)
            try:
                if await self._while_held(work):
                    return
            finally:
                self.held = False
                await asyncio.shield(asyncio.to_thread(self._locks.release, self.role))
            _log.warning("leadership lost", role=self.role)

    async def _while_held(self, work: Callable[[], Awaitable[None]]) -> bool:
        """Whether *work* ended by itself; False when the role was lost under it."""
        doing = asyncio.ensure_future(work())
        try:
            while True:
                done, _ = await asyncio.wait({doing}, timeout=self._look_every)
                if done:
                    await doing
                    return True
                if not await asyncio.to_thread(self._locks.holds, self.role):
                    self.held = False
                    return False
        finally:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
