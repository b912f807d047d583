"""What one run of the sending benchmarks asks for, and what came out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FREE = 30
"""Messages a second that cost nothing, core.telegram.org/bots/faq."""

AUTHOR = 7_000_000_001
"""The coordinator who wrote the broadcast: the first phone of a sandbox without a cast."""

ASKERS = range(AUTHOR + 1, AUTHOR + 201)
"""Relatives who ask something while it is being sent."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One broadcast to the accounts from 1 on.

    Attributes:
        rate: Messages a second that the server allows.
        messages: That wait when the bot starts, each for another person.
        paid: Whether only what the bot pays for has that rate, and everything else `FREE` a second.
        asking: Questions a second that people ask meanwhile; 0 for none.
        latency: Seconds from a request to its answer, whatever the server does.
        grudge: Whether each message sent during a hold makes it longer.
        cut: Seconds after which the run ends, and what has not come by then would have come later.
        longest: Seconds after which it ends, and what has not come is lost.
        still: Seconds without a request after which nothing more is expected; None: whoever began the server
            says when it is over.
        marks: Of the people whom it reached: each time it has come so far, the server tells.
        trouble: The share of the requests that meet trouble.
        kinds: Of trouble; see `faults.Faulty`.
        blocked: The share of the people who have blocked the bot.
        seed: Of what goes wrong.
    """

    rate: int
    messages: int
    paid: bool = False
    asking: float = 0.0
    latency: float = 0.0
    grudge: bool = False
    cut: float | None = None
    longest: float = 3600.0
    still: float | None = 20.0
    marks: Sequence[int] = ()
    trouble: float = 0.0
    kinds: Sequence[str] = ("failure", "cut-before", "cut-after", "hang", "hold")
    blocked: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server saw.

    Attributes:
        arrived: Persons who got the message.
        twice: Messages that came again.
        span: Seconds from the first to the last.
        passed: Messages of any kind within that time that count against the same limit.
        refused: 429s in all.
        refused_late: 429s later than ten seconds after the first message.
        delays: Milliseconds from when a question could be fetched until its answer was here, without what
            the line takes both ways; sorted.
        asked: Questions asked.
        missing: Accounts that never got it.
        doubled: Accounts that got it more than once.
        troubles: How many requests met which; see `faults.Faulty`.
        lag: Milliseconds by which the server itself was late at p95: on a busy machine it is not the bot.
        cpu: Seconds of CPU that the bot used.
        memory: Megabytes (RSS), the most.
        load: The machine's load average when it ended.
    """

    arrived: int
    twice: int
    span: float
    passed: int
    refused: int
    refused_late: int
    delays: Sequence[float]
    asked: int
    missing: Sequence[int] = field(default=(), repr=False)
    doubled: Sequence[int] = field(default=(), repr=False)
    troubles: Mapping[str, int] = field(default_factory=dict)
    lag: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    load: float = 0.0

    def rate(self, plan: Plan, *, alone: bool = False) -> float:
        """Messages a second, with whatever else took part of the limit.

        Whoever lost some was not faster by that: then it goes by the time that all would have taken.

        Args:
            alone: Only those of the broadcast.
        """
        span = self.span
        if plan.cut is None and self.arrived < plan.messages:
            span = max(span, plan.messages / plan.rate)
        return ((self.arrived if alone else self.passed) - 1) / span if span else 0.0

    @property
    def unanswered(self) -> int:
        """Questions to which no answer came."""
        return self.asked - len(self.delays)

    def delay(self, share: float) -> float | None:
        """Milliseconds within which this share of the answers came."""
        if not self.delays:
            return None
        return self.delays[min(len(self.delays) - 1, int(share * len(self.delays)))]
