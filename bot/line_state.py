"""What outcomes say about the line, beyond their own messages: that it is down, or that all must wait."""

import asyncio

import structlog

from bot.clock import Clock
from bot.logs import Once
from bot.metrics import Metrics, age
from bot.outcomes import Broken, LineDown, Outcome, RetryAt, Sent, Unknown
from bot.pacing import Pacer
from bot.patience import Patience
from storage.records import Claimed, Lane

_log = structlog.get_logger(__name__)


class LineState:
    """The line, as the last outcomes left it.

    Attributes:
        down: Whether it is known to be down.
        probe: While it is: the message that finds out.
        held_until: Until then nothing is to be leased; seconds on the event loop's clock.
    """

    def __init__(self, pacer: Pacer, clock: Clock, metrics: Metrics, patience: Patience) -> None:
        self._pacer = pacer
        self._clock = clock
        self._metrics = metrics
        self._patience = patience
        self._line = Once(_log, "delivery")
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nothing is known."""
        self.down = False
        self.probe = ""
        self.held_until = 0.0

    def may_go(self, one: Claimed) -> bool:
        """While it is down only one message goes, to find out; the others stay where they are."""
        return not self.down or one.id == self.probe

    def heard(self, one: Claimed, outcome: Outcome, *, paid: bool) -> bool:
        """Learn from the outcome of *one*.

        Returns:
            Whether what waits for its turn had better be given back: it will not leave soon.
        """
        self._metrics.sent[one.lane.name.lower(), type(outcome).__name__.lower()] += 1
        if isinstance(outcome, LineDown):
            self._line.trouble(outcome.reason)
            if not self.down or one.id == self.probe:
                self.down = True
                self.held_until = _now() + self._patience.after_failure()
            return True
        holds = isinstance(outcome, RetryAt) and outcome.held and self._hold(one, outcome, paid)
        if isinstance(outcome, Sent) and one.lane is Lane.REPLY:
            self._metrics.reply_seconds += age(self._clock.now(), one.made_at)
        elif isinstance(outcome, Broken):
            _log.error("message broken", reason=outcome.reason, kind=one.kind, lane=one.lane.name)
        if self.down and not isinstance(outcome, Unknown):
            self.down = False
            self._patience.reset()
            self._line.over()
        return holds

    def _hold(self, one: Claimed, told: RetryAt, paid: bool) -> bool:
        until = _now() + told.after.total_seconds()
        if told.scope != "all":
            self._pacer.hold(until, one.chat_id)
            return False
        self._pacer.hold(until, paid=paid)
        self.held_until = max(self.held_until, until)
        return True


def _now() -> float:
    return asyncio.get_running_loop().time()
