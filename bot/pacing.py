"""The limits of the line, as arithmetic over a clock that is handed in.

So many messages a second overall, so many more that are paid for, so many to one chat. Evenly
spaced slots a little under the limit pass more than bursts do: at "30 a second" a bursting
sender is stopped for seconds at a time, an even one never.
"""

from collections import deque

_UNDER_THE_LIMIT = 0.985  # of the rate; measured: no 429 in 3,000 messages at 30 a second
_SLOWER, _FASTER = 0.9, 1.01  # after a 429, and for each quiet stretch
_QUIET = 5.0  # seconds without a 429 until the rate grows again
_WARY = 300.0  # seconds in which the rate does not come near again to where the last 429 was
_NEAR = 0.98  # of that rate
_LOWEST = 1.0  # messages a second, however often Telegram complains
_CHAT_BURST = 3  # messages to one person that may follow each other at once; then one a second
CHAT_EVERY = 1.0  # seconds, core.telegram.org/bots/faq: "avoid sending more than one message per second"
_GROUP_LIMIT, _GROUP_WINDOW = 20, 60.5  # messages a minute to one group, ibidem; its minute is not ours
_FORGET_AFTER = 120.0  # seconds after which a chat's past says nothing any more
WINDOW = 1.002
"""Seconds in which no more than the rate is counted; a little more than one, for clocks are not alike."""
_LATENESS = 0.25  # seconds that are caught up; a busy machine wakes so late
_MOST_STEPS = 1000  # of recovery at once; more than lead from the lowest rate to the highest
_SAME_COMPLAINT = 0.5  # seconds; what was on the wire together is refused together, and counts once
_STALLED = 3.0  # seconds by which messages are counted late at the most
_ALONE = 0.15  # seconds by which one is counted late that was overtaken by another's answer
_LEARNING = 3.0  # seconds after the first answer until it is known what is quick
_QUICKEST_OF = 30.0  # seconds; a way may become longer for good


class Passage:
    """One message on its way: Telegram counts it some time between its leaving and its answer.

    Attributes:
        left_at: Seconds on the clock of the pacer.
        counted_by: When it was counted at the latest; None while it is not answered.
        latest: Seconds after which it was counted for certain, or as good as that.
        overtaken: Whether it was answered, or one that left later.
    """

    __slots__ = ("counted_by", "latest", "left_at", "overtaken")

    def __init__(self, left_at: float, counted_by: float | None = None) -> None:
        self.left_at = left_at
        self.counted_by = counted_by
        self.latest = _STALLED
        self.overtaken = False


class Meter:
    """One limit: so many messages a second.

    Two messages that left a second apart are counted less than a second apart when the first was held up on
    its way. How long it was shows when it is answered, or one that left after it: what that took longer than
    the quickest answers do. So a message counts from the latest time at which Telegram can have counted it,
    and no halt of the line, the server or this machine ends in a burst that is too much. What others overtook
    may be late for reasons of its own, and not only on its way there; of that not all is believed.

    Args:
        rate: Messages a second that Telegram allows.
    """

    def __init__(self, rate: float) -> None:
        self.highest = rate * _UNDER_THE_LIMIT
        self.rate = self.highest
        self._ceiling = self.highest
        self._next = 0.0
        # Below one a second the slots alone are the limit, and nothing is caught up.
        self._lately: deque[Passage] = deque(maxlen=int(rate))
        self._lateness = _LATENESS if rate >= 1 else 0.0
        # Seconds from leaving to the answer, the least of this and of the last half minute. At first nothing
        # is known of the way, and the first answers may be late themselves.
        self._quickest = 0.0
        self._quickest_now = self._quickest_before = float("inf")
        self._half_minute = self._known_from = float("-inf")
        # As they left, from the last that was answered on.
        self._unanswered: deque[Passage] = deque(maxlen=self._lately.maxlen)
        self._held_until = 0.0
        self._wary_until = 0.0
        self._grew_at = 0.0

    def free(self, now: float) -> float:
        """The earliest time at which a message may go; seconds on the clock of *now*."""
        free = max(now, self._next, self._held_until)
        if self._lately and len(self._lately) == self._lately.maxlen:
            return max(free, self._counted(self._lately[0], now) + WINDOW)
        return free

    def _counted(self, one: Passage, now: float) -> float:
        if one.counted_by is not None:
            return one.counted_by
        return one.left_at + max(0.0, min(now - one.left_at - self._quickest, one.latest))

    def took(self, now: float, waited_since: float | None) -> Passage:
        """A message goes now. As `Pacer.took`."""
        self._recover(now)
        # From the slot, not from now: timers wake late, and lateness must not add up. But what
        # nobody waited for is not caught up: after a silence there would be a burst.
        slot = now if waited_since is None else max(now - self._lateness, min(waited_since, now))
        self._next = max(self._next, self._held_until, slot) + 1.0 / self.rate
        passage = Passage(now)
        self._lately.append(passage)
        self._unanswered.append(passage)
        return passage

    def answered(self, one: Passage, now: float) -> None:
        """Telegram has answered, or nobody waits for its answer any more."""
        self._learn(now - one.left_at, now)
        one.counted_by = self._counted(one, now)
        while not one.overtaken and self._unanswered:
            earlier = self._unanswered.popleft()
            earlier.overtaken = True
            if now >= self._known_from:
                earlier.latest = max(_ALONE, now - earlier.left_at - self._quickest)

    def _learn(self, seconds: float, now: float) -> None:
        if now - self._half_minute > _QUICKEST_OF:
            if self._known_from < 0:
                self._known_from = now + _LEARNING
            self._half_minute = now
            self._quickest_before, self._quickest_now = self._quickest_now, float("inf")
        self._quickest_now = min(self._quickest_now, seconds)
        if now >= self._known_from:
            self._quickest = min(self._quickest_now, self._quickest_before)

    def assume(self, messages: int, now: float) -> None:
        """So many may have gone just now, sent by somebody else."""
        if not messages:
            return
        for _ in range(min(messages, self._lately.maxlen or 0)):
            self._lately.append(Passage(now, now))
        self._next = max(self._next, now + 1.0 / self.rate)

    def hold(self, until: float) -> None:
        """Nothing goes before *until*."""
        self._held_until = max(self._held_until, until)
        self._grew_at = max(self._grew_at, self._held_until)

    def slow_down(self, until: float) -> None:
        """Telegram complained, and nothing goes before *until*: then a tenth more slowly."""
        if until > self._held_until + _SAME_COMPLAINT:
            lowest = min(_LOWEST, self.highest)
            self._ceiling = max(lowest, self.rate * _NEAR)
            self.rate = max(lowest, self.rate * _SLOWER)
            self._wary_until = until + _WARY
        self.hold(until)

    def _recover(self, now: float) -> None:
        steps = int((now - self._grew_at) / _QUIET)
        if steps <= 0 or self.rate >= self.highest:
            return
        # Silence counts as well: after a quiet hour nothing is left of the complaint.
        most = self._ceiling if now < self._wary_until else self.highest
        self.rate = max(self.rate, min(most, self.rate * _FASTER ** min(steps, _MOST_STEPS)))
        self._grew_at += steps * _QUIET


class Pacer:
    """When a message may go.

    Args:
        rate: Messages a second that Telegram allows this bot; 30, as a rule.
        paid: Messages a second of those that are paid for; None where nobody pays.
        chat_every: Seconds between messages to one person, short bursts aside.
    """

    def __init__(self, rate: float, *, paid: float | None = None, chat_every: float = CHAT_EVERY) -> None:
        self._chat_every = chat_every
        self._free = Meter(rate)
        self._paid = None if paid is None else Meter(paid)
        self._chats: dict[int, deque[float]] = {}
        self._chat_holds: dict[int, float] = {}
        self._swept_at = 0.0

    @property
    def pays(self) -> bool:
        """Whether some messages have a limit of their own."""
        return self._paid is not None

    @property
    def rate(self) -> float:
        """Messages a second, as it is used now; of those that nobody pays for."""
        return self._free.rate

    def meter(self, paid: bool) -> Meter:
        """The limit for what is paid for, or for all else; one for all where nobody pays."""
        return self._paid if paid and self._paid is not None else self._free

    def overall(self, now: float, *, paid: bool = False) -> float:
        """The earliest time at which any message may go; seconds on the clock of *now*."""
        return self.meter(paid).free(now)

    def for_chat(self, chat_id: int, now: float) -> float:
        """The earliest time at which this chat may get one, the overall limit left aside."""
        free = max(now, self._chat_holds.get(chat_id, 0.0))
        past = self._chats.get(chat_id)
        if not past:
            return free
        if chat_id < 0:
            return max(free, past[0] + _GROUP_WINDOW) if len(past) >= _GROUP_LIMIT else free
        # A bucket of three that fills by one a second: past[0] is the third last.
        return max(free, past[0] + _CHAT_BURST * self._chat_every) if len(past) >= _CHAT_BURST else free

    def when(self, chat_id: int, now: float) -> float:
        """The earliest time at which a message to this chat may go."""
        return max(self.overall(now), self.for_chat(chat_id, now))

    def took(
        self, chat_id: int, now: float, *, waited_since: float | None = None, paid: bool = False
    ) -> Passage:
        """A message goes to this chat now.

        Args:
            waited_since: Since when somebody has been waiting without a gap; None: nobody was.
        """
        past = self._chats.get(chat_id)
        if past is None:
            past = self._chats[chat_id] = deque(maxlen=_GROUP_LIMIT if chat_id < 0 else _CHAT_BURST)
        past.append(now)
        if now - self._swept_at > _FORGET_AFTER:
            self._sweep(now)
        return self.meter(paid).took(now, waited_since)

    def assume(self, messages: int, now: float) -> None:
        """So many messages may have left within the last second, sent by whoever delivered before."""
        for meter in (self._free, self._paid):
            if meter is not None:
                meter.assume(messages, now)

    def hold(self, until: float, chat_id: int | None = None, *, paid: bool = False) -> None:
        """Telegram said to wait: nothing goes before *until*, or nothing to this chat.

        Holding everybody also lowers the rate by a tenth, of the limit that was met.
        """
        if chat_id is not None:
            self._chat_holds[chat_id] = max(self._chat_holds.get(chat_id, 0.0), until)
            return
        met = self.meter(paid)
        met.slow_down(until)
        for other in (self._free, self._paid):
            if other is not None and other is not met:
                other.hold(until)

    def _sweep(self, now: float) -> None:
        self._swept_at = now
        for chat_id in [one for one, past in self._chats.items() if now - past[-1] > _FORGET_AFTER]:
            del self._chats[chat_id]
        for chat_id in [one for one, until in self._chat_holds.items() if until < now]:
            del self._chat_holds[chat_id]
