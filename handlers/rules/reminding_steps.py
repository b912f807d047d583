"""How long before and after a task's time somebody hears of it: one row a kind of task.

The steward sets other hours by IZDEU_REMINDERS.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

_MOST = 24 * 60  # hours: sixty days


class Kind(StrEnum):
    """What sort of task it is."""

    CALL = "call"
    VISIT = "visit"  # somebody has to be somewhere
    PAPER = "paper"  # a letter, a petition, a translation
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Steps:
    """When whoever has the task is reminded.

    Attributes:
        before: How long before its time; zero: not before.
        again: How long after its time, when it is not done.
        up: How long after its time coordinators hear that it is not done.
    """

    before: timedelta
    again: timedelta
    up: timedelta


def _hours(before: int, again: int, up: int) -> Steps:
    return Steps(*(timedelta(hours=one) for one in (before, again, up)))


STEPS: Mapping[str, Steps] = MappingProxyType(
    {
        Kind.CALL: _hours(3, 24, 48),
        Kind.VISIT: _hours(24, 3, 24),  # a missed visit cannot wait for two days
        Kind.PAPER: _hours(48, 24, 72),
        Kind.OTHER: _hours(24, 24, 48),
    }
)


def read(written: str) -> dict[str, Steps]:
    """What a steward writes, `call=3/24/48, visit=24/3/24`, in hours, beside what holds without it.

    Raises:
        ValueError: Something in it is no kind, or has not three numbers of hours.
    """
    found = {str(name): steps for name, steps in STEPS.items()}
    for one in filter(None, (part.strip() for part in written.split(","))):
        name, _, hours = (word.strip() for word in one.partition("="))
        numbers = hours.split("/")
        if name not in found or len(numbers) != 3:
            raise ValueError(f"{name} is no kind of task, or has not three numbers of hours")
        if not all(number.isascii() and number.isdecimal() and int(number) <= _MOST for number in numbers):
            raise ValueError(f"{name} has hours that are no number up to {_MOST}")
        before, again, up = map(int, numbers)
        if not 0 < again <= up:
            raise ValueError(f"{name} reaches coordinators before whoever has the task heard twice")
        found[name] = _hours(before, again, up)
    return found
