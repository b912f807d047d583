"""What people send is stored first and confirmed to Telegram second, so that no crash in between loses it.

Telegram forgets an update when it is asked for the next one. So the next one is asked for
only after the commit; an update that comes twice is refused by the database.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.calls import post
from bot.clock import Clock
from bot.logs import Once
from bot.metrics import Metrics
from bot.patience import Patience
from bot.reading import shallow
from bot.steps import step
from storage import inbox
from storage.errors import StoreTrouble
from storage.records import Incoming
from storage.store import Store

LONG_POLL = 50  # seconds; the longest that Telegram holds a poll open
_AFTER_ANSWER = 10  # seconds that an answer may take beyond that
BATCH = 100  # updates; the most that one poll gives
_LOWEST, _HIGHEST = 0, 2**63 - 1

# Named, because Telegram goes on with what another program asked for before us. Nothing else concerns us.
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")

_log = structlog.get_logger(__name__)

Woken = Callable[[str, bool], None]
"""Hears the chat key of an update that was just stored, and whether it is a button press."""


class Keeper:
    """Stores raw updates; for whoever gets them, by poll or by webhook.

    Args:
        bot_id: Telegram's number of the bot; update numbers are only unique to one bot.
        woken: Called after the commit.
    """

    def __init__(self, store: Store, bot_id: int, clock: Clock, metrics: Metrics, woken: Woken) -> None:
        self._store = store
        self._bot_id = bot_id
        self._clock = clock
        self._metrics = metrics
        self._woken = woken

    async def keep(self, raws: Sequence[Any]) -> None:
        """Store *raws*; when this returns they are committed.

        Raises:
            StoreTrouble: None of them is stored.
        """
        if not raws:
            return
        now = self._clock.now()
        arrived = []
        for raw in raws:
            body = written(raw)
            number = update_number(raw)
            if number is None:
                # Its content is its name, so that a repeat is still known as one.
                number = -1 - int.from_bytes(hashlib.sha256(body).digest()[:7], "big")
            chat = chat_of(raw)
            key = self._store.vault.lookup("chat", chat if chat is not None else f"update:{number}")
            arrived.append(Incoming(self._bot_id, number, key, 0, now, body))
        step("received")
        kept = await self._store.write(lambda tx: inbox.keep(tx, arrived))
        step("stored")
        self._metrics.received += len(arrived)
        self._metrics.stored += kept
        for one, raw in zip(arrived, raws, strict=True):
            self._woken(one.chat_key, isinstance(raw, Mapping) and "callback_query" in raw)


def written(raw: Any) -> bytes:
    try:
        return json.dumps(raw, separators=(",", ":")).encode("ascii")
    except RecursionError:
        # Nests that could just be read and cannot be written; nobody's message is one.
        return json.dumps(shallow(raw), separators=(",", ":")).encode("ascii")


def update_number(raw: Any) -> int | None:
    """The update's own number; None where it has none that Telegram could have given."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    if isinstance(number, int) and not isinstance(number, bool) and _LOWEST <= number <= _HIGHEST:
        return number
    return None


def chat_of(raw: Any) -> int | None:
    """The number of the chat in which something happened, or of the account where there is no chat."""
    if not isinstance(raw, Mapping):
        return None
    for kind, content in raw.items():
        if kind == "update_id" or not isinstance(content, Mapping):
            continue
        message = content.get("message") if kind == "callback_query" else content
        for holder, name in (
            (message, "chat"),
            (content, "from"),
            (content, "user"),
            (content, "voter_chat"),
        ):
            where = holder.get(name) if isinstance(holder, Mapping) else None
            number = where.get("id") if isinstance(where, Mapping) else None
            if isinstance(number, int) and not isinstance(number, bool):
                return number
    return None


class Poller:
    """Asks Telegram for updates, for ever; to be run by one process at a time."""

    def __init__(self, bot: Bot, keeper: Keeper, patience: Patience, *, long_poll: int = LONG_POLL) -> None:
        self._bot = bot
        self._keeper = keeper
        self._patience = patience
        self._long_poll = long_poll
        self._line = Once(_log, "line")
        self._disk = Once(_log, "inbox")
        self._answered = asyncio.get_running_loop().time()

    def answers(self) -> bool:
        """Whether Telegram has answered within twice the longest poll."""
        return asyncio.get_running_loop().time() - self._answered < 2 * (self._long_poll + _AFTER_ANSWER)

    async def run(self) -> None:
        """Poll until cancelled. No trouble ends it: each is said once and waited out."""
        offset: int | None = None
        webhook_gone = False
        while True:
            try:
                if not webhook_gone:
                    await post(self._bot, "deleteWebhook", {"drop_pending_updates": False})
                    webhook_gone = True
                raws = await self._ask(offset)
                self._line.over()
                self._answered = asyncio.get_running_loop().time()
                if offset is not None:
                    step("confirmed")
                await self._keeper.keep(raws)
                self._disk.over()
            except TelegramError as error:
                self._line.trouble(type(error).__name__)
                # A webhook that somebody else set answers with a conflict, too.
                webhook_gone = webhook_gone and not isinstance(error, Conflict)
                await asyncio.sleep(self._patience.after_failure(_at_least(error)))
                continue
            except StoreTrouble as error:
                self._disk.trouble(str(error))
                # Within half a second Telegram would answer the same question with a single update.
                await asyncio.sleep(self._patience.after_failure())
                continue
            except Exception:  # the edge of the loop: whatever it is, people's messages must go on coming in
                _log.exception("polling failed")
                await asyncio.sleep(self._patience.after_failure())
                continue
            numbers = [number for number in map(update_number, raws) if number is not None]
            if raws and not numbers:
                # Nothing here can be confirmed, so the same would come again at once.
                await asyncio.sleep(self._patience.after_failure())
                continue
            self._patience.reset()
            # After an empty answer everything before is confirmed. Telegram begins a new row of
            # numbers, perhaps lower ones, after a week of silence: so the old offset is let go.
            offset = max(numbers) + 1 if numbers else None

    async def _ask(self, offset: int | None) -> Sequence[Any]:
        answer = await post(
            self._bot,
            "getUpdates",
            {"offset": offset, "limit": BATCH, "timeout": self._long_poll, "allowed_updates": list(KINDS)},
            read_timeout=self._long_poll + _AFTER_ANSWER,
        )
        if not isinstance(answer, list):
            raise TelegramError("getUpdates did not answer with a list")
        return answer


def _at_least(error: TelegramError) -> float:
    """Seconds that Telegram itself asked us to wait."""
    if not isinstance(error, RetryAfter):
        return 0.0
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
