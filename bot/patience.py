"""How long to wait before trying again: longer each time, and never all at the same moment."""

from dataclasses import dataclass, field
from random import Random


@dataclass(slots=True)
class Patience:
    """Exponential waiting with jitter, for one thing that may fail again and again.

    Attributes:
        first: Seconds after the first failure.
        longest: Seconds that are never exceeded.
    """

    random: Random
    first: float = 0.5
    longest: float = 30.0
    failures: int = field(default=0, init=False)

    def after_failure(self, at_least: float = 0.0) -> float:
        """Seconds to wait now: half a step to a whole one, but not less than *at_least* and `first`."""
        whole = min(self.longest, self.first * 2.0 ** min(self.failures, 16))
        self.failures += 1
        return max(self.first, at_least, whole * self.random.uniform(0.5, 1.0))

    def reset(self) -> None:
        """It worked."""
        self.failures = 0
