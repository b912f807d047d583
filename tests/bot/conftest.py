"""What the tests of the machine share: a hotline that says back what it hears, and raw updates.

The machine is tested with this small hotline, so that a change of words or questions never
breaks a test of carrying messages.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
import telegram

from bot.clock import MovableClock
from bot.logs import set_up
from bot.metrics import Metrics
from bot.patience import Patience
from handlers.hotline import Reaction
from handlers.saying import Spoken
from handlers.toasts import Toast
from storage import inbox, outbox
from storage.locks import Roles
from storage.records import Json, Lane, Outgoing
from storage.store import Store, Tx

BOT_ID = 100200300


class Stumble(Exception):
    """What the small hotline raises when it is told to."""


@dataclass
class Echo:
    """A hotline that says back what it hears, through the outbox like the real one.

    Attributes:
        heard: Texts in the order in which they were handled, also of attempts that were rolled back.
        stumbles: How often it raises before it handles a text; -1 for always.
        gone: Persons whom delivery reported.
        notes: Where a process on this machine notes what leaves.
    """

    heard: list[str] = field(default_factory=list)
    stumbles: dict[str, int] = field(default_factory=dict)
    apologies: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    notes: Path = Path("notes")

    def receive(self, tx: Tx, update: telegram.Update, now: datetime, *, key: str) -> Reaction:
        if update.callback_query is not None:
            return Reaction((Toast(update.callback_query.id, "pressed"),))
        message = update.message
        if message is None:
            return Reaction()
        text = message.text or ""
        self.heard.append(text)
        say(tx, message.chat.id, text, key, now)
        left = self.stumbles.get(text, 0)
        if left:
            self.stumbles[text] = left - 1
            raise Stumble(text)
        return Reaction(fetch=text == "a file")

    def apologise(self, tx: Tx, update: telegram.Update | None, now: datetime, *, key: str) -> None:
        self.apologies.append(key)
        if update is not None and update.message is not None:
            say(tx, update.message.chat.id, "sorry", f"{key}:sorry", now)

    def unreachable(self, tx: Tx, person_id: str, now: datetime, *, key: str, told: bool = True) -> None:
        self.gone.append(person_id)

    def keep_promises(self, tx: Tx, now: datetime) -> int:
        return 0

    def tend_resting(self, tx: Tx, now: datetime) -> int:
        return 0

    def tell_audit_head(self, tx: Tx, now: datetime) -> int:
        return 0

    def tend_chats(self, tx: Tx, now: datetime, after_id: str) -> str | None:
        return None


def say(
    tx: Tx,
    chat_id: int,
    text: str,
    key: str,
    now: datetime,
    *,
    lane: Lane = Lane.REPLY,
    kind: str = "text",
    person_id: str | None = None,
    **fields: Any,
) -> None:
    """Put one message into the outbox."""
    body = {"parts": [{"raw": text}], **fields}
    outbox.add(tx, [Outgoing(key, chat_id, person_id, lane, kind, now, body)], now)


def echoed(body: Json, _language: str | None) -> Spoken:
    """A body of `say`, put into words."""
    return Spoken("".join(part["raw"] for part in body["parts"]), (), None, False)


def raw_message(update_id: int, chat_id: int, text: str) -> dict[str, Any]:
    """An update as Telegram gives it: somebody wrote *text*."""
    person = {"id": chat_id, "is_bot": False, "first_name": "Сәуле", "language_code": "kk"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_793_000_000,
            "chat": {"id": chat_id, "type": "private", "first_name": "Сәуле"},
            "from": person,
            "text": text,
        },
    }


def raw_press(update_id: int, chat_id: int, callback_id: str) -> dict[str, Any]:
    """An update as Telegram gives it: somebody pressed a button."""
    message = raw_message(update_id, chat_id, "a question")["message"]
    return {
        "update_id": update_id,
        "callback_query": {
            "id": callback_id,
            "from": message["from"],
            "message": message,
            "chat_instance": "1",
            "data": "x",
        },
    }


async def until(condition: Callable[[], Any], seconds: float = 8.0) -> None:
    """Wait for something that happens in a task or thread of its own and tells nobody."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 -- see above
            await asyncio.sleep(0.005)


async def states(store: Store) -> tuple[dict[str, int], dict[str, int]]:
    """The inbox and the outbox by state."""
    return await store.read(inbox.counts), await store.read(outbox.counts)


@pytest.fixture(autouse=True, scope="session")
def _logs() -> None:
    """Logs as they are in the running hotline: no words of people, no local variables."""
    set_up("WARNING")


@pytest.fixture
def echo(tmp_path: Path) -> Echo:
    """A hotline that says back what it hears."""
    return Echo(notes=tmp_path / "delivery")


@pytest.fixture
def clock() -> MovableClock:
    """A clock that a test may move."""
    return MovableClock()


@pytest.fixture
def metrics() -> Metrics:
    """Fresh numbers."""
    return Metrics()


@pytest.fixture
def impatience() -> Patience:
    """Waits hundredths of seconds where the hotline waits seconds."""
    return Patience(Random(7), first=0.01, longest=0.05)


@pytest.fixture
def roles(database: str) -> Iterator[Roles]:
    """This process's roles in the fresh database."""
    opened = Roles(database)
    yield opened
    opened.close()
