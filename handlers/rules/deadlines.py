"""What is said before, on and after a day by which something is due: each word once, whatever was missed.

A day has rungs before and behind it. Whoever looks says the highest that has come and was not said;
after a downtime the lower ones are not made up for, for what they say is not true any more. Here
alone it stands when the machine may speak of what hangs on a case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from handlers.rules.office import Office
from storage.records import Case, Situation, Stage

_AT_REST = frozenset({Stage.CLOSED, Stage.MERGED})
_BACK = frozenset({Situation.RELEASED, Situation.LOCATED})


@dataclass(frozen=True, slots=True)
class Rung:
    """One word, and the day from which on it is true.

    Attributes:
        silent: Nobody hears it; it only ends what was true before.
    """

    word: str
    day: date
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What is done now.

    Attributes:
        word: What is said; None for nothing.
        said: What has been said after that, silently or not.
        watch_at: When to look again, UTC; None for never.
    """

    word: str | None
    said: str | None
    watch_at: datetime | None


def turn(rungs: Sequence[Rung], said: str | None, office: Office, now: datetime) -> Turn:
    """What to say now, and when to look again.

    Args:
        rungs: In the order of their days.
        said: The word that was said last.
        now: Aware.
    """
    if not office.may_push(now):
        return Turn(None, said, office.next_push(now).astimezone(UTC))
    today = office.today(now)
    before = next((place for place, one in enumerate(rungs) if one.word == said), -1)
    here = max((place for place, one in enumerate(rungs) if one.day <= today), default=-1)
    reached = max(before, here)
    watch_at = morning(rungs[reached + 1].day, office) if reached + 1 < len(rungs) else None
    if here <= before:
        return Turn(None, said, watch_at)
    return Turn(None if rungs[here].silent else rungs[here].word, rungs[here].word, watch_at)


def first_look(rungs: Sequence[Rung], office: Office, now: datetime) -> datetime | None:
    """When to look first at what is entered now: tomorrow at the earliest, for today she knows herself."""
    if not rungs:
        return None
    return morning(max(rungs[0].day, office.today(now) + timedelta(days=1)), office)


def morning(day: date, office: Office) -> datetime:
    """The first time on this day at which the machine may write, UTC."""
    return office.next_push(datetime.combine(day, time(), office.zone)).astimezone(UTC)


def at_rest(case: Case) -> bool:
    """Whether our work on the case has ended: then nobody is reminded of anything."""
    return case.stage in _AT_REST


def is_back(case: Case) -> bool:
    """Whether nobody looks for the person any more: then no urgent way is counted."""
    return case.situation in _BACK


def must_not_ask(case: Case) -> bool:
    """Whether the machine must not ask a family if the person is at home.

    It is known already; or there is news that only a person brings, and the question would be cruel.
    """
    return at_rest(case) or is_back(case) or case.situation is Situation.DECEASED
