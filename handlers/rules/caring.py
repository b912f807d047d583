"""Care for those who carry heavy things: when a rest is proposed, and when they are asked how they are."""

from datetime import date, timedelta
from enum import StrEnum

from handlers.rules.telling import News, Step
from storage.team import Profile

MONTH = timedelta(days=30)
"""So long after one question the next may come; and so long after somebody joined the first."""

KEPT = timedelta(days=30)
"""An answer is erased so long after it was given."""

REST_DAYS = (1, 3, 7)
"""Whole days of rest that are proposed."""

REST_AFTER = timedelta(hours=2)
"""So long after she wrote down that she told it a rest is proposed: not while she still sits over it."""

_AGAIN = timedelta(days=7)  # two heavy things in one week are one proposal


class How(StrEnum):
    """How somebody is, where she would rather press than write."""

    WELL = "well"
    TIRED = "tired"
    HARD = "hard"
    TOO_MUCH = "too-much"


def burdened(before: News, after: News, by: str) -> frozenset[str]:
    """For whom a telling of grave news was heavy: she may want a rest.

    Whoever tells it, after the first time that somebody has heard it from her; and whoever confirmed
    it, when the whole family has heard. Nobody else: that there is such news would be said with it.

    Args:
        by: Who tells.
    """
    told_before = any(before.told[one].get("by") == by for one in before.heard)
    tellers = {by} if after.heard - before.heard and not told_before else set()
    done = after.step is Step.TOLD and before.step is not Step.TOLD and bool(after.heard)
    confirmed = {one for one in (after.first, after.second) if one is not None} if done else set()
    return frozenset(tellers | (confirmed - {by}))


def may_propose(told: Profile, today: date) -> bool:
    """Whether a rest is proposed to her: not to somebody who rests, and not twice within a week."""
    before = told.rest_offered_on
    return not told.rests_on(today) and (before is None or today - before >= _AGAIN)
