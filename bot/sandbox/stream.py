"""The page's event stream: what changed, told to every open page."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from bot.sandbox import window
from bot.sandbox.chats import Chat
from bot.sandbox.refusals import Json
from bot.sandbox.world import World

_STILL_THERE = 15.0  # seconds without news, after which a comment keeps the line open

_GATHERED = 0.03  # seconds: a thousand messages must not send the same chat a thousand times


class Streams:
    """All open streams.

    A phone that changes many times before a page takes the news is told once, as it is then.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._open: set[asyncio.Event] = set()
        self._closed = False

    def close(self) -> None:
        """End all streams, now and later."""
        self._closed = True
        for woken in self._open:
            woken.set()

    async def follow(self) -> AsyncIterator[str]:
        """The events for one page, as the lines of its stream."""
        woken = asyncio.Event()
        news: dict[Any, Callable[[], Json | None]] = {}
        later: list[asyncio.TimerHandle] = []
        loop = asyncio.get_running_loop()

        def note(kind: str, about: Any) -> None:
            event = self._event(kind, about)
            if event is None:
                return
            # Phones, clock and switches are told as they are when the page takes the news; the rest in full.
            key = (kind, getattr(about, "id", None)) if kind in ("phone", "clock", "switches") else object()
            news.pop(key, None)
            news[key] = event
            woken.set()
            wait = self._passes(kind, about)
            if wait is not None:
                later.append(loop.call_later(wait, note, kind, about))

        self._open.add(woken)
        stop = self._world.watch.listen(note)
        try:
            yield ": the rehearsal begins\n\n"
            while not self._closed:
                try:
                    await asyncio.wait_for(woken.wait(), _STILL_THERE)
                except TimeoutError:
                    yield ": still there\n\n"
                    continue
                await asyncio.sleep(_GATHERED)
                woken.clear()
                later = [each for each in later if each.when() > loop.time()]
                waiting = list(news.values())
                news.clear()
                for event in waiting:
                    told = event()
                    if told is not None:
                        yield f"data: {json.dumps(told, separators=(',', ':'))}\n\n"
        finally:
            stop()
            self._open.discard(woken)
            for timer in later:
                timer.cancel()

    def _event(self, kind: str, about: Any) -> Callable[[], Json | None] | None:
        world = self._world
        if kind == "phone" and isinstance(about, Chat):
            return lambda: self._phone(about)
        if kind == "toast":
            phone, heard = about
            return lambda: {"type": "toast", "phone": phone.id, "text": heard.text, "alert": heard.alert}
        if kind == "sent":
            return lambda: {"type": "sent", "item": window.sent(about)}
        if kind == "clock":
            return lambda: {"type": "clock", "now": world.clock.now().isoformat()}
        if kind == "switches":
            return lambda: {"type": "switches", "switches": window.switches(world)}
        return None

    def _phone(self, chat: Chat) -> Json | None:
        found = next((each for each in self._world.phones if each.chat is chat), None)
        return None if found is None else {"type": "phone", "phone": window.phone(found)}

    def _passes(self, kind: str, about: Any) -> float | None:
        """Seconds after which the same thing looks different by itself: typing ends, a switch goes back."""
        if kind == "phone" and isinstance(about, Chat) and about.typing is not None:
            until = about.typing[1]
        elif kind == "switches" and self._world.switches.until is not None:
            until = self._world.switches.until
        else:
            return None
        left = (until - self._world.clock.now()).total_seconds()
        return left + 0.05 if left > 0 else None
