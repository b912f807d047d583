"""Stored updates are handled here: one chat in its order, different chats side by side.

One update is one transaction: what it changed, what must be said because of it, and its own
end in the inbox are committed together or not at all. One that cannot be handled is tried
again, then kept aside, and its chat goes on.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import structlog
from telegram import Bot, Update

from bot.clock import Clock
from bot.logs import Once
from bot.metrics import Metrics
from bot.patience import Patience
from bot.steps import step
from bot.turns import ChatQueue, Turn
from handlers.arrivals import Malformed
from handlers.hotline import Hotline
from handlers.toasts import Toast
from storage import inbox
from storage.errors import StoreTrouble
from storage.records import Incoming
from storage.store import Store, Tx

SIDE_BY_SIDE = 32  # chats; as many as the store commits together
_SCAN = 500  # chats a look
_AGAIN_SOON = 0.1  # seconds until a chat that another process was at is looked at again
_BETWEEN_ATTEMPTS = 0.2  # seconds, times the attempts so far

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Handled:
    """What one unit of work did, for what comes after its commit."""

    how: Literal["handled", "aside"]
    toasts: tuple[Toast, ...] = ()
    fetch: bool = False
    tend: bool = False


class Dispatcher:
    """Runs the hotline over the inbox.

    Args:
        bot: Only handed to parsed updates; nothing is asked of it.
        answer: Answers button presses; must not wait.
        spoke: Called after each commit that may have left something to say.
        fetch: Called when files wait to be fetched.
        tend: Called when a broadcast is to be looked after.
        scan_every: Seconds between looks for what other processes left.
    """

    def __init__(
        self,
        store: Store,
        hotline: Hotline,
        bot: Bot,
        clock: Clock,
        metrics: Metrics,
        patience: Patience,
        *,
        answer: Callable[[Toast], None],
        spoke: Callable[[], None],
        fetch: Callable[[], None],
        tend: Callable[[], None] = lambda: None,
        scan_every: float,
    ) -> None:
        self._store = store
        self._hotline = hotline
        self._bot = bot
        self._clock = clock
        self._metrics = metrics
        self._patience = patience
        self._answer = answer
        self._spoke = spoke
        self._fetch = fetch
        self._tend = tend
        self._scan_every = scan_every
        self._trouble = Once(_log, "dispatch")
        self._queue = ChatQueue()
        self._closed_until = 0.0
        self.scanned = asyncio.Event()

    def wake(self, chat_key: str, press: bool = False) -> None:
        """One more update of this chat is stored. Presses go first: Telegram forgets them in 150 seconds."""
        self._queue.put(chat_key, first=press)

    async def run(self) -> None:
        """Handle what is there and what comes, until cancelled."""
        self._queue.take_back()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._scan())
            for _ in range(SIDE_BY_SIDE):
                group.create_task(self._work())

    async def _scan(self) -> None:
        while True:
            try:
                for chat_key in await self._store.read(lambda tx: inbox.chats_waiting(tx, _SCAN)):
                    self._queue.found(chat_key)
                self.scanned.set()
            except StoreTrouble as error:
                self._trouble.trouble(str(error))
            await asyncio.sleep(self._scan_every)

    async def _work(self) -> None:
        while True:
            chat_key = await self._queue.take()
            turn: Turn = "again"
            try:
                turn = await self._one(chat_key)
                self._trouble.over()
                self._patience.reset()
            except StoreTrouble as error:
                self._trouble.trouble(str(error))
                await self._pause()
            except Exception:  # the edge of the loop: one chat's trouble must not become everybody's
                _log.exception("dispatch failed")
                await self._pause()
            if self._queue.done(chat_key, turn) and not self._store.sqlite:
                # Another process may be at this chat and not know of its newest update.
                asyncio.get_running_loop().call_later(_AGAIN_SOON, self._queue.found, chat_key)

    async def _pause(self) -> None:
        """Wait as long as everybody who met the same trouble."""
        now = asyncio.get_running_loop().time()
        if now >= self._closed_until:
            self._closed_until = now + self._patience.after_failure()
        await asyncio.sleep(self._closed_until - now)

    async def _one(self, chat_key: str) -> Turn:
        """Handle the chat's next update."""
        at: list[Incoming] = []
        try:
            handled = await self._store.write(lambda tx: self._unit(tx, chat_key, at))
        except StoreTrouble:
            raise
        except Exception as error:  # a defect of ours met this update: nothing of the attempt is kept
            if not at:
                raise
            _log.exception("handling failed", attempt=at[0].attempts + 1)
            self._metrics.stumbled += 1
            return await self._stumbled(chat_key, at[0], type(error).__name__)
        return self._after(handled)

    def _unit(self, tx: Tx, chat_key: str, at: list[Incoming]) -> _Handled | None:
        """One update in one transaction. *at* hears which it was before anything can fail."""
        one = inbox.next_in(tx, chat_key)
        if one is None:
            return None
        at.append(one)
        step("before-handle")
        now = self._clock.now()
        read = _read(one, self._bot)
        if isinstance(read, str):
            return self._aside(tx, one, read, now)
        try:
            reaction = self._hotline.receive(tx, read, now, key=_key(one))
        except Malformed as error:
            # Found before anything was written; trying again would find the same.
            return self._aside(tx, one, f"malformed-{error}", now)
        inbox.done(tx, one, now)
        step("handled")
        return _Handled(
            "handled", _every_press_answered(read, reaction.toasts), reaction.fetch, reaction.tend
        )

    def _aside(self, tx: Tx, one: Incoming, why: str, now: datetime) -> _Handled:
        inbox.set_aside(tx, one, why, now)
        self._hotline.apologise(tx, None, now, key=_key(one))
        return _Handled("aside")

    async def _stumbled(self, chat_key: str, one: Incoming, trouble: str) -> Turn:
        attempts = one.attempts + 1
        if attempts < inbox.MAX_ATTEMPTS:
            await self._store.write(lambda tx: inbox.stumbled(tx, one, trouble))
            await asyncio.sleep(_BETWEEN_ATTEMPTS * attempts)
            return "again"
        return self._after(await self._store.write(lambda tx: self._give_up(tx, chat_key, one, trouble)))

    def _give_up(self, tx: Tx, chat_key: str, one: Incoming, trouble: str) -> _Handled | None:
        still = inbox.next_in(tx, chat_key)
        if still is None or still.update_id != one.update_id:
            return None  # another process was luckier with it
        now = self._clock.now()
        inbox.set_aside(tx, one, trouble, now)
        read = _read(one, self._bot)
        update = None if isinstance(read, str) else read
        try:
            with tx.savepoint():
                self._hotline.apologise(tx, update, now, key=_key(one))
        except StoreTrouble:
            raise
        except Exception:  # what broke the handling may break the apology; the chat must go on all the same
            _log.exception("apology failed")
        return _Handled("aside", () if update is None else _every_press_answered(update, ()))

    def _after(self, handled: _Handled | None) -> Turn:
        if handled is None:
            return "nothing"
        step("committed")
        if handled.how == "aside":
            self._metrics.aside += 1
        else:
            self._metrics.handled += 1
        for toast in handled.toasts:
            self._answer(toast)
        if handled.fetch:
            self._fetch()
        if handled.tend:
            self._tend()
        self._spoke()
        return "did"


def _key(one: Incoming) -> str:
    return f"update/{one.bot_id}/{one.update_id}"


def _read(one: Incoming, bot: Bot) -> Update | str:
    """The update, or a short word on why it is none."""
    if one.update_id < 0:
        return "no-number"
    try:
        raw = json.loads(one.raw)
        if not isinstance(raw, Mapping):
            return "no-object"
        return Update.de_json(_lightened(raw), bot)
    except Exception as error:  # whatever a stranger's bytes do to the parser, they are kept aside
        return f"unreadable-{type(error).__name__}"


def _lightened(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Of a pressed button's message only its place: reading the rest took a fifth of the work of a press."""
    press: Any = raw.get("callback_query")
    message = press.get("message") if isinstance(press, Mapping) else None
    if not isinstance(message, Mapping):
        return dict(raw)
    place = {name: message[name] for name in ("chat", "message_id") if name in message}
    return {**raw, "callback_query": {**press, "message": {**place, "date": 0}}}  # as Telegram tells old ones


def _every_press_answered(update: Update, toasts: tuple[Toast, ...]) -> tuple[Toast, ...]:
    """*toasts*, and an empty one for a press that none of them answers: its button would go on spinning."""
    press = update.callback_query
    if press is None or any(toast.callback_id == press.id for toast in toasts):
        return toasts
    return (*toasts, Toast(press.id, None, False))
