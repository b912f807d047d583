"""A kind of answer: how many."""

import re
from dataclasses import dataclass
from datetime import date

from handlers.intake.fields import Field, Reading

_LONGEST = 6  # digits


@dataclass(frozen=True, slots=True)
class Number(Field):
    """How many, in figures of any script. The value is the number.

    Attributes:
        most: More is a slip of the finger.
    """

    most: int = 1_000

    @property
    def troubles(self) -> tuple[str, ...]:
        return ("unreadable-number", "unreadable-long")

    def read(self, text: str, today: date) -> Reading:
        if len(text) > self.longest:
            return Reading(trouble="unreadable-long")
        found = re.findall(r"\d+", text)
        if len(found) != 1 or len(found[0]) > _LONGEST or not 0 < int(found[0]) <= self.most:
            return Reading(trouble="unreadable-number")
        return Reading(value=int(found[0]))
