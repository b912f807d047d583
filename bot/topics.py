"""Topics of the team's group: makes them, writes into them, closes and deletes them.

Under which number Telegram knows a topic is looked up when a line is sent: it may be a moment old.
"""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from telegram import Bot
from telegram.error import TelegramError

from bot.calls import post
from bot.outcomes import Broken, NoTopic, Outcome, RetryAt, Sent, outcome_of
from bot.render import Call, call_for_topic
from handlers.saying import Spoken
from storage import workspaces
from storage.errors import StoreTrouble
from storage.records import Claimed, Json
from storage.store import Store

KINDS = frozenset(("topic", "topic-line", "topic-close", "topic-open", "topic-delete", "rights"))
_BUSY = timedelta(seconds=2)


class Topics:
    """Over one bot.

    Args:
        speak: Puts a body into a language.
    """

    def __init__(
        self, bot: Bot, store: Store, speak: Callable[[Json, str | None], Spoken], random: Random
    ) -> None:
        self._bot = bot
        self._store = store
        self._speak = speak
        self._random = random

    async def send(self, one: Claimed) -> Outcome:
        """Do what the row says; a number stands in `Sent` where a topic was made."""
        try:
            call = await self._call(one)
        except StoreTrouble:
            return RetryAt(_BUSY, "chat", held=False)
        if call is None:
            return NoTopic("gone")
        try:
            answer = await post(self._bot, call.method, call.fields)
        except TelegramError as error:
            return outcome_of(error, attempts=one.attempts, random=self._random, chat_id=one.chat_id)
        if one.kind == "rights":
            return Sent(None) if _may_manage(answer) else NoTopic("barred")
        if one.kind == "topic":
            made = answer.get("message_thread_id") if isinstance(answer, dict) else None
            return Sent(made) if isinstance(made, int) else Broken("no-number")
        return Sent(None)

    async def _call(self, one: Claimed) -> Call | None:
        """None where the topic is not known any more."""
        thread = one.body.get("thread")
        if one.kind not in ("topic", "rights") and thread is None:
            case_id = str(one.body["case"])
            topic = await self._store.read(lambda tx: workspaces.topic_of(tx, case_id))
            if topic is None or topic.thread is None:
                return None
            thread = topic.thread
        spoken = self._speak(one.body, None) if one.kind == "topic-line" else None
        return call_for_topic(one, thread, spoken, self._bot.token)


def _may_manage(answer: object) -> bool:
    return isinstance(answer, dict) and (
        answer.get("status") == "creator" or bool(answer.get("can_manage_topics"))
    )
