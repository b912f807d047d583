"""Who wants to know what happens in the world: tests that wait, pages that show."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
Listener = Callable[[str, Any], None]


class Watch:
    """Tells of every change, as it happens and in the loop in which it happens."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []
        self._listeners: list[Listener] = []

    def tell(self, kind: str, about: Any = None) -> None:
        """Something changed.

        Args:
            kind: phone, toast, answered, sent, clock, switches, updates or moved.
            about: What it is about, for the listeners.
        """
        for listener in self._listeners:
            listener(kind, about)
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            for future in waiting:
                if not future.done():
                    future.set_result(None)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell *listener* of every change; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def until(self, found: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109 -- tests read it as a deadline
        """Wait until *found* returns something true, and return that.

        Args:
            timeout: Seconds of real time.

        Raises:
            TimeoutError: It never did.
        """
        async with asyncio.timeout(timeout):
            while not (result := found()):
                await self._change()
        return result

    async def quiet(self, still: float = 0.2, timeout: float = 5.0) -> None:  # noqa: ASYNC109 -- as above
        """Wait until nothing has happened for *still* seconds.

        Raises:
            TimeoutError: It never became quiet.
        """
        async with asyncio.timeout(timeout):
            while True:
                try:
                    await asyncio.wait_for(self._change(), still)
                except TimeoutError:
                    return

    def _change(self) -> "asyncio.Future[None]":
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return future
