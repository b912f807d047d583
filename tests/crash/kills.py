"""Which bot dies when: at each named step in turn, and at moments that nobody chose."""

from collections import deque
from dataclasses import dataclass
from random import Random
from typing import get_args

from bot.steps import Step

STEPS: tuple[str, ...] = get_args(Step)
_AT_A_STEP = 0.65  # of the kills; at least once at each
_PASSINGS = 25  # the most often that a step is passed before it kills
# The same, of steps that are passed seldom.
_SELDOM = {"fetched": 5, "copied": 5, "printed": 1, "tended": 2, "reminded": 2}
_LONGEST_LIFE = 1.5  # seconds of a bot that is killed at random; from before it has opened the house


@dataclass(frozen=True, slots=True)
class Kill:
    """How one bot shall end.

    Attributes:
        step: Where it kills itself, at the *passings*-th passing; None to be killed from outside.
        after: Seconds after its birth.
    """

    step: str | None
    passings: int = 0
    after: float = 0.0


def planned(kills: int, random: Random) -> deque[Kill]:
    """So many kills, in an order that says nothing."""
    at_steps = min(kills, max(len(STEPS), round(kills * _AT_A_STEP)))
    plan = [_at(STEPS[number % len(STEPS)], random) for number in range(at_steps)]
    plan += [Kill(None, after=random.uniform(0.0, _LONGEST_LIFE)) for _ in range(kills - at_steps)]
    random.shuffle(plan)
    return deque(plan)


def _at(step: str, random: Random) -> Kill:
    return Kill(step, random.randint(1, _SELDOM.get(step, _PASSINGS)))
