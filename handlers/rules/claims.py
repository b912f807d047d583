"""What is said to have happened, by whom and how sure; and what follows from all of it together.

Nothing here overwrites anything: claims stand beside one another, also where they cannot both be
true, and what we best know is derived from them anew each time, in whatever order they came.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations

from storage.records import Case, Json, Matter, Situation


class What(StrEnum):
    """What a claim says."""

    MISSING = "missing"
    DETAINED = "detained"
    CHARGED = "charged"
    SENTENCED = "sentenced"
    TRANSFERRED = "transferred"
    DEPORTED = "deported"
    RESTRICTED = "restricted"  # passport taken, house arrest, under watch
    RELEASED = "released"
    CONTACT = "contact"  # seen, or in contact
    LOCATED = "located"
    DIED = "died"
    OTHER = "other"


class Source(StrEnum):
    """From where we have it."""

    RELATIVE = "relative"
    PAPER = "paper"  # of an office
    CALL = "call"
    LIST = "list"
    MEDIA = "media"
    OTHER = "other"


class Certainty(StrEnum):
    """How sure it is, the least first."""

    SAID = "said"
    CORROBORATED = "corroborated"
    DOCUMENTED = "documented"

    @property
    def rank(self) -> int:
        """0 for what is only said."""
        return _RANKS[self]

    @property
    def higher(self) -> tuple["Certainty", ...]:
        """To what it can be raised."""
        return tuple(one for one in Certainty if one.rank > self.rank)


_RANKS = {one: number for number, one in enumerate(Certainty)}

CONTRADICTS = "contradicts"
"""The `said` of an open claim that cannot be true beside another."""

REPORT = "report"
"""The id of what the family's own report says, which is a claim like any other."""

_MEANS = {
    What.MISSING: Situation.MISSING,
    What.DETAINED: Situation.DETAINED,
    What.CHARGED: Situation.DETAINED,
    What.SENTENCED: Situation.SENTENCED,
    What.TRANSFERRED: Situation.DETAINED,
    What.DEPORTED: Situation.DEPORTED,
    What.RESTRICTED: Situation.RESTRICTED,
    What.RELEASED: Situation.RELEASED,
    What.LOCATED: Situation.LOCATED,
    What.DIED: Situation.DECEASED,
}
_HELD = frozenset({What.DETAINED, What.CHARGED, What.SENTENCED, What.TRANSFERRED})
_ALIVE = _HELD | {What.DEPORTED, What.RESTRICTED, What.RELEASED, What.CONTACT, What.LOCATED}
# Not so on one and the same day. Somebody may be missing to her family and held, or found.
_EXCLUDE = frozenset(
    frozenset({one, What.RELEASED}) for one in (*_HELD, What.MISSING)
) | frozenset(frozenset({one, What.RESTRICTED}) for one in _HELD)  # fmt: skip

_EVENTS = {
    "taken": What.DETAINED,
    "gathering": What.DETAINED,
    "sentenced": What.SENTENCED,
    "restricted": What.RESTRICTED,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One of them.

    Attributes:
        first: The earliest day of which it may speak; None where that is open or no day is known.
        last: The latest one; None where it goes on, or no day is known.
        entered: When it came to us.
        day: That, where the office is.
    """

    id: str
    what: What
    source: Source
    certainty: Certainty
    first: date | None
    last: date | None
    entered: datetime
    day: date

    @property
    def span(self) -> tuple[date, date]:
        """The days of which it speaks; without any, the day on which it came. Nobody knows of a later one."""
        if self.first is None and self.last is None:
            return self.day, self.day
        if self.last is None:
            first = self.first or date.min
            return first, max(first, self.day)
        first = self.first or date.min
        return first, min(self.last, max(first, self.day))

    @property
    def _order(self) -> tuple[date, int, datetime, str]:
        return self.span[1], self.certainty.rank, self.entered, self.id


def read(matter: Matter, day_of: Callable[[datetime], date]) -> Claim:
    """The claim that a matter keeps.

    Args:
        day_of: The date of a time where the office is.
    """
    body = matter.body
    first, last = _days(body.get("day"))
    return Claim(
        matter.id,
        What(body.get("what", What.OTHER)),
        Source(body.get("source", Source.OTHER)),
        Certainty(body.get("certainty", Certainty.SAID)),
        first,
        last,
        matter.at,
        day_of(matter.at),
    )


def reported(case: Case, day_of: Callable[[datetime], date]) -> Claim:
    """What the report itself says: that it has been so since then, and was on the day of the report."""
    answers = case.body.get("answers", {})
    what = _EVENTS.get(answers.get("event", {}).get("value") or "", What.MISSING)
    first, _ = _days(answers.get("when", {}).get("value"))
    day = day_of(case.made_at)
    since = first if first is not None and first <= day else day
    return Claim(REPORT, what, Source.RELATIVE, Certainty.SAID, since, None, case.made_at, day)


def all_of(case: Case, open_ones: Iterable[Matter], day_of: Callable[[datetime], date]) -> list[Claim]:
    """What the report says, and every open claim on the case."""
    return [reported(case, day_of), *(read(one, day_of) for one in open_ones)]


def _days(value: Json | None) -> tuple[date | None, date | None]:
    if not isinstance(value, dict):
        return None, None
    first, last = value.get("first"), value.get("last")
    return (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


def decisive(claims: Iterable[Claim]) -> Claim | None:
    """The claim that we go by: the latest of those that somebody else bears out, or else of all.

    One voice alone is not enough for a death. At the same day the surer one counts.
    """
    return max(_weighed(claims), key=lambda one: one._order, default=None)


def _weighed(claims: Iterable[Claim]) -> list[Claim]:
    speak = [
        one
        for one in claims
        if one.what in _MEANS and not (one.what is What.DIED and one.certainty is Certainty.SAID)
    ]
    return [one for one in speak if one.certainty is not Certainty.SAID] or speak


def situation(claims: Sequence[Claim]) -> Situation:
    """What we best know, from all claims; the order in which they stand does not matter."""
    chosen = decisive(claims)
    if chosen is None:
        return Situation.UNKNOWN
    if chosen.what is What.TRANSFERRED:
        # Moving somebody to another place ends no sentence.
        others = [one for one in _weighed(claims) if one.what is not What.TRANSFERRED]
        before = max(others, key=lambda one: one._order, default=None)
        if before is not None and before.what is What.SENTENCED:
            return Situation.SENTENCED
    return _MEANS[chosen.what]


def contradict(one: Claim, other: Claim) -> bool:
    """Whether both cannot be true."""
    if one.what is What.DIED and other.what is What.DIED:
        return not _overlap(one, other)
    if What.DIED in (one.what, other.what):
        died, lives = (one, other) if one.what is What.DIED else (other, one)
        # In custody, or on the day of a release, somebody may die; after a death nobody is seen.
        return lives.what in _ALIVE and _seen_from(lives) > died.span[1]
    return frozenset({one.what, other.what}) in _EXCLUDE and _overlap(one, other)


def _seen_from(one: Claim) -> date:
    """The first day on which it speaks of somebody living; a state that goes on does so to its end."""
    return one.span[1] if one.last is None else one.span[0]


def _overlap(one: Claim, other: Claim) -> bool:
    return one.span[0] <= other.span[1] and other.span[0] <= one.span[1]


def contradictions(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs that cannot both be true, each once, the longest known first."""
    ordered = sorted(claims, key=lambda one: (one.entered, one.id))
    return [(one, other) for one, other in combinations(ordered, 2) if contradict(one, other)]


def against_paper(one: Claim, other: Claim) -> bool:
    """Whether it is the family's word that stands against an official paper."""
    return {one.source, other.source} == {Source.RELATIVE, Source.PAPER}


def is_firm(claims: Sequence[Claim]) -> bool:
    """Whether what we go by is borne out, nothing stands against it, and the family says nothing newer."""
    chosen = decisive(claims)
    if chosen is None or chosen.certainty is Certainty.SAID:
        return False
    return not any(contradict(chosen, one) or _answers(one, chosen) for one in claims if one != chosen)


def _answers(one: Claim, chosen: Claim) -> bool:
    """Whether the family, on a later day, says something else."""
    newer = one.source is Source.RELATIVE and one.span[1] > chosen.span[1]
    return newer and one.what in _MEANS and _MEANS[one.what] is not _MEANS[chosen.what]
