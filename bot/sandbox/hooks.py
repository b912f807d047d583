"""Updates brought to a webhook: at once, in order within a chat, again and again until they are taken."""

import asyncio
import contextlib
from collections import defaultdict, deque
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Any

import aiohttp

from bot.clock import Clock
from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.updates import Updates, Waiting

_LONGEST_PAUSE = 120.0  # seconds between two tries
_ANSWER_WITHIN = 60.0
MOST_CONNECTIONS = 100
USUAL_CONNECTIONS = 40


class Hook:
    """The webhook of one bot, if it has set one.

    Attributes:
        url: Empty where there is none.
        first_pause: Seconds after the first failure; each further one doubles it.
        on_answer: Does what a delivery's answer asks for; the server sets it.
    """

    def __init__(self, clock: Clock, random: Random) -> None:
        self._clock = clock
        self._random = random
        self._updates: Updates | None = None
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(USUAL_CONNECTIONS)
        self._queues: dict[tuple[str, int], deque[Waiting]] = defaultdict(deque)
        self._tasks: dict[tuple[str, int], asyncio.Task[None]] = {}
        self._secret = ""
        self._connections = USUAL_CONNECTIONS
        self._error: tuple[int, str] | None = None
        self.url = ""
        self.first_pause = 1.0
        self.on_answer: Callable[[Json], None] | None = None

    def bind(self, updates: "Updates") -> None:
        """Deliver what waits in *updates*."""
        self._updates = updates

    def set(self, url: str, secret: str, connections: int) -> None:
        """Bring all updates to *url* from now on, those that wait first.

        Args:
            secret: Sent with each in X-Telegram-Bot-Api-Secret-Token; empty for none.
            connections: At most so many at once.
        """
        self._cancel()
        self.url, self._secret, self._connections = url, secret, connections
        self._slots = asyncio.Semaphore(connections)
        self._error = None
        self.resume()

    def resume(self) -> None:
        """Go on after a stop with all that waits."""
        if self.url and self._updates is not None:
            for update in self._updates.pending:
                self.push(update)

    def unset(self) -> None:
        """Leave the updates to whoever asks for them."""
        self._cancel()
        self.url = ""

    async def stop(self) -> None:
        """End deliveries; what was not taken still waits."""
        tasks = list(self._tasks.values())
        self._cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _cancel(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._queues.clear()

    def about(self, pending: int) -> Json:
        """As getWebhookInfo tells it."""
        told: Json = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.url:
            told |= {"max_connections": self._connections, "ip_address": "127.0.0.1"}
            if self._error is not None:
                told |= {"last_error_date": self._error[0], "last_error_message": self._error[1]}
        return told

    def push(self, update: "Waiting") -> None:
        """Bring *update*, if there is a webhook."""
        if not self.url:
            return
        self._queues[update.key].append(update)
        if update.key not in self._tasks:
            self._tasks[update.key] = asyncio.get_running_loop().create_task(self._bring(update.key))

    async def _bring(self, key: tuple[str, int]) -> None:
        queue = self._queues[key]
        pause = self.first_pause
        while queue:
            async with self._slots:
                wait = await self._try(queue[0])
            if wait is None:
                queue.popleft()
                pause = self.first_pause
                continue
            await asyncio.sleep(max(wait, pause * self._random.uniform(0.8, 1.0)))
            pause = min(pause * 2, _LONGEST_PAUSE)
        del self._queues[key], self._tasks[key]

    async def _try(self, update: "Waiting") -> float | None:
        """One delivery; None when it was taken, else the seconds that the receiver asks for."""
        if self._session is None:
            # Not through a proxy: the receiver is on this computer.
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=_ANSWER_WITHIN), trust_env=False
            )
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        try:
            async with self._session.post(
                self.url, json=update.raw, headers=headers, allow_redirects=False
            ) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    await self._taken(update, answer, body)
                    return None
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                after = answer.headers.get("Retry-After", "")
                return float(after) if after.isdigit() else 0.0
        except TimeoutError:
            self._note("Read timeout expired")
        except aiohttp.ClientConnectorError:
            self._note("Connection refused")
        except (aiohttp.ClientError, OSError):
            self._note("Connection was closed by the webhook")
        return 0.0

    async def _taken(self, update: "Waiting", answer: aiohttp.ClientResponse, body: bytes) -> None:
        if self._updates is not None:
            self._updates.done(update)
        if body and answer.content_type == "application/json":
            with contextlib.suppress(ValueError):
                said: Any = await answer.json()
                if self.on_answer and isinstance(said, dict) and isinstance(said.get("method"), str):
                    self.on_answer(said)

    def _note(self, trouble: str) -> None:
        self._error = (int(self._clock.now().timestamp()), trouble)
