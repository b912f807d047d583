"""Takes messages out of a chat, some at a time, and tells exactly which went and which did not.

What is not there any more counts as gone. Nothing is noted here: the outcome is settled with
the row that asked for it, so that after a crash the same is asked once more, and no harm done.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from telegram import Bot
from telegram.error import TelegramError

from bot.calls import post
from bot.clock import Clock
from bot.outcomes import Broken, Cleared, Missing, Outcome, RetryAt, outcome_of
from storage import messages
from storage.errors import StoreTrouble
from storage.records import Claimed, Trace
from storage.store import Store, Tx

_TOGETHER = 100  # messages of one deleteMessages, core.telegram.org/bots/api#deletemessages
_SINGLY = 20  # requests of one turn; the next turn of the chat goes on
# deleteMessages answers only that it was done: what may be too old is asked about by itself.
_SURELY_YOUNG = messages.DELETABLE_FOR - timedelta(hours=1)
_BUSY = timedelta(seconds=1)


class Clearing:
    """Over one bot.

    Args:
        random: For the pauses between tries.
    """

    def __init__(self, bot: Bot, store: Store, clock: Clock, random: Random) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._random = random

    async def send(self, one: Claimed) -> Outcome:
        """Do the next part of *one*. Never raises for anything that is wrong with messages or line."""
        if "numbers" in one.body:
            # They are younger than that; whoever chose them has seen to it.
            young, old = [int(number) for number in one.body["numbers"]], []
        else:
            try:
                found = await self._store.read(lambda tx: _to_go(tx, one))
            except StoreTrouble:
                return RetryAt(_BUSY, "chat", held=False)
            sure_since = self._clock.now() - _SURELY_YOUNG
            young = [trace.number for trace in found if trace.sent_at > sure_since]
            old = [trace.number for trace in found if trace.sent_at <= sure_since]
        if old:
            return await self._singly(one, old, more=True)
        if not young:
            return Cleared((), (), more=False)
        numbers = young[:_TOGETHER]
        try:
            await post(self._bot, "deleteMessages", {"chat_id": one.chat_id, "message_ids": numbers})
        except TelegramError as error:
            outcome = self._outcome(error, one)
            return await self._singly(one, numbers, more=True) if isinstance(outcome, Missing) else outcome
        # Once more where there may be others: an answer may have been said meanwhile.
        return Cleared(tuple(numbers), (), more="numbers" not in one.body or len(young) > len(numbers))

    async def _singly(self, one: Claimed, numbers: Sequence[int], *, more: bool) -> Outcome:
        removed: list[int] = []
        refused: list[int] = []
        for number in numbers[:_SINGLY]:
            try:
                await post(self._bot, "deleteMessage", {"chat_id": one.chat_id, "message_id": number})
            except TelegramError as error:
                outcome = self._outcome(error, one)
                if not isinstance(outcome, Missing | Broken):
                    if removed or refused:
                        break  # what was done is noted first; the trouble will still be there
                    return outcome
                (removed if "not found" in str(error).lower() else refused).append(number)
            else:
                removed.append(number)
        return Cleared(tuple(removed), tuple(refused), more)

    def _outcome(self, error: TelegramError, one: Claimed) -> Outcome:
        return outcome_of(error, attempts=one.attempts, random=self._random, chat_id=one.chat_id)


def _to_go(tx: Tx, one: Claimed) -> Sequence[Trace]:
    if one.body.get("late"):
        return messages.pushed(tx, one.chat_id, _TOGETHER)
    return messages.standing(tx, one.chat_id, datetime.fromisoformat(one.body["asked"]), _TOGETHER)
