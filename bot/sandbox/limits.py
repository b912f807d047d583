"""Telegram's limits on sending, switched on where somebody wants to meet them.

About 30 messages a second overall, one a second to a person (short bursts pass), 20 a minute
to a group: core.telegram.org/bots/faq. Whoever goes on sending while told to wait may be
made to wait longer (`grudge`), as was seen.
"""

from collections import deque
from dataclasses import dataclass, field

_SECOND, _MINUTE = 1.0, 60.0
_CHAT_BURST = 5  # to one person within so many seconds


@dataclass(slots=True)
class Limits:
    """What may be sent when.

    Attributes:
        rate: Messages in any one second, overall; None: no limit.
        chats: Whether one person and one group have limits, too.
        grudge: Whether each send during a wait makes it longer.
        wait: Seconds that a 429 tells to wait.
    """

    rate: int | None = None
    chats: bool = False
    grudge: bool = False
    wait: int = 3
    accepted: int = 0
    refused: int = 0
    _sent: deque[float] = field(default_factory=deque)
    _by_chat: dict[int, deque[float]] = field(default_factory=dict)
    _held_until: float = 0.0

    def meet(self, chat_id: int, now: float) -> int | None:
        """A message to this chat comes at *now* (seconds): None when it passes, else seconds to wait."""
        if self.rate is None and not self.chats:
            self.accepted += 1
            return None
        if now < self._held_until:
            if self.grudge:
                self._held_until = max(self._held_until, now + self.wait)
            return self._refuse(now)
        while self._sent and self._sent[0] <= now - _SECOND:
            self._sent.popleft()
        if self.rate is not None and len(self._sent) >= self.rate:
            self._held_until = now + self.wait
            return self._refuse(now)
        if self.chats and (until := self._chat_free_at(chat_id, now)) > now:
            self.refused += 1
            return max(1, round(until - now))
        self._sent.append(now)
        if self.chats:
            self._by_chat.setdefault(chat_id, deque(maxlen=20)).append(now)
        self.accepted += 1
        return None

    def _refuse(self, now: float) -> int:
        self.refused += 1
        return max(1, round(self._held_until - now))

    def _chat_free_at(self, chat_id: int, now: float) -> float:
        past = self._by_chat.get(chat_id, deque())
        if chat_id < 0:
            return past[0] + _MINUTE if len(past) >= 20 else now
        recent = [at for at in past if at > now - _CHAT_BURST * _SECOND]
        return recent[0] + _CHAT_BURST * _SECOND if len(recent) >= _CHAT_BURST else now
