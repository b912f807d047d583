"""Somebody is out where it may be dangerous: when she is asked, reminded, and when others hear.

Asked when she should be back, reminded twice, and then her companions and the team are alerted, also
at night: that is what it is for. After a downtime nothing is left out, but it goes faster; where that
was long, others hear at once, and that the hotline was late.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

STEP = timedelta(minutes=10)
"""Between the question, two reminders, and the alert."""
HURRY = timedelta(minutes=3)
"""The same, where the question came late."""
LATE = timedelta(minutes=20)
"""The hotline stood still for so long: it hurries."""
TOO_LATE = timedelta(hours=2)
"""And so long, that nothing is waited for any more."""
MORE = timedelta(minutes=30)
"""What one press adds."""
LONGEST = timedelta(hours=24)
KEPT = timedelta(hours=48)
"""After its end an outing is forgotten, with where she was."""
COMPANIONS = 5
LINKS = 5
LINK_LIVES = timedelta(days=2)


class What(StrEnum):
    """Where she goes."""

    GATHERING = "gathering"
    COURT = "court"
    VISIT = "visit"
    OTHER = "other"


class Said(StrEnum):
    """What the machine has said, in its order."""

    ASKED = "asked"
    REMINDED = "reminded"
    REMINDED_TWICE = "reminded-twice"
    ALARMED = "alarmed"


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said now.

    Attributes:
        look_at: When to look again; None: never, it is for people now.
        late: Nothing could be said in time.
    """

    said: Said
    look_at: datetime | None
    late: bool


def turn(said: str | None, until_at: datetime, now: datetime, *, reachable: bool) -> Turn:
    """What to say of one that is due.

    Args:
        said: What was said last.
        reachable: Whether she can be asked at all; if not, others hear when she should be back.
    """
    steps = list(Said)
    late = now - until_at >= TOO_LATE and said != Said.REMINDED_TWICE
    following = steps[0] if said is None else steps[min(steps.index(Said(said)) + 1, len(steps) - 1)]
    if late or not reachable or following is Said.ALARMED:
        return Turn(Said.ALARMED, None, late)
    # Had each come in its time, this one would have come then.
    planned = until_at + steps.index(following) * STEP
    return Turn(following, now + (HURRY if now - planned >= LATE else STEP), False)
