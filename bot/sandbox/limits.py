"""How much Telegram takes: so many messages a second in all, in one chat, a minute in a group.

Telegram publishes only round numbers (core.telegram.org/bots/faq: about 30 a second overall, one
a second in a chat with short bursts, 20 a minute in a group) and answers whoever exceeds them
with a pause. All limits are off unless asked for.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.refusals import too_many

_MINUTE = 60.0
_LONGEST_HOLD = 3600.0  # seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed.

    Attributes:
        overall: Messages in any one second; None for no limit.
        paid: The same of those for which `allow_paid_broadcast` was given; None where there are no Stars to
            pay them with.
        per_chat: Messages a second in one chat, on average.
        burst: Messages that one chat takes at once before the average counts.
        per_group: Messages in any one minute in a group.
        hold: Seconds for which everything is refused once `overall` or `paid` was exceeded.
        grudge: Whether every message sent during a hold lengthens it by a second.
    """

    overall: int | None = None
    paid: int | None = None
    per_chat: float | None = None
    burst: int = 5
    per_group: int | None = None
    hold: int = 3
    grudge: bool = False


class Gate:
    """Admits messages or refuses them.

    Args:
        seconds: A clock that only goes forward.
    """

    def __init__(self, limits: Limits, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._limits = limits
        self._forget()

    @property
    def limits(self) -> Limits:
        """What is allowed now."""
        return self._limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._limits = limits
        self._forget()

    def _forget(self) -> None:
        self._open = self._limits == Limits()
        self._held_until = 0.0
        self._admitted: deque[float] = deque(maxlen=self._limits.overall)
        self._paid: deque[float] = deque(maxlen=self._limits.paid)
        self._chats: dict[int, tuple[float, float]] = {}  # tokens left, and when that was
        self._groups: dict[int, deque[float]] = {}

    def hold(self, seconds: float) -> None:
        """Refuse everything for *seconds* from now."""
        self._open = False
        self._held_until = self._seconds() + seconds

    def admit(self, chat_id: int, *, group: bool, messages: int = 1, paid: bool = False) -> None:
        """Let *messages* for one chat pass.

        Args:
            paid: Whether the bot pays for going beyond `overall`.

        Raises:
            Refused: 429, with the seconds to wait.
        """
        if self._open:
            return
        now = self._seconds()
        self._check_hold(now)
        limits = self._limits
        most, admitted = limits.overall, self._admitted
        if paid:
            most, admitted = limits.paid, self._paid
        if most is not None and _recent(admitted, now) + messages > max(most, messages):
            self._held_until = now + limits.hold
            raise too_many(max(1, limits.hold))
        if limits.per_chat is not None:
            self._check_chat(chat_id, now, messages, limits.per_chat)
        if group and limits.per_group is not None:
            self._check_group(chat_id, now, messages, limits.per_group)
        admitted.extend([now] * messages)

    def _check_hold(self, now: float) -> None:
        if now >= self._held_until:
            return
        if self._limits.grudge:
            self._held_until = min(self._held_until + 1.0, now + _LONGEST_HOLD)
        raise too_many(max(1, math.ceil(self._held_until - now)))

    def _check_chat(self, chat_id: int, now: float, messages: int, rate: float) -> None:
        most = float(max(self._limits.burst, messages))
        tokens, since = self._chats.get(chat_id, (most, now))
        tokens = min(most, tokens + (now - since) * rate)
        if tokens < messages:
            self._chats[chat_id] = (tokens, now)
            raise too_many(max(1, math.ceil((messages - tokens) / rate)))
        self._chats[chat_id] = (tokens - messages, now)

    def _check_group(self, chat_id: int, now: float, messages: int, most: int) -> None:
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - _MINUTE:
            sent.popleft()
        if len(sent) + messages > most:
            raise too_many(max(1, math.ceil(sent[0] + _MINUTE - now)) if sent else 1)
        sent.extend([now] * messages)


def _recent(admitted: deque[float], now: float) -> int:
    """How many of *admitted* within the last second."""
    while admitted and admitted[0] <= now - 1.0:
        admitted.popleft()
    return len(admitted)
