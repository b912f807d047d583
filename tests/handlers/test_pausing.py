"""Until when somebody rests, by the words of her buttons."""

from datetime import date

import pytest

from handlers.rules.pausing import LONGEST, Until, after_days, back_on, may_be, resting, returned
from storage.team import Profile

TUESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("until", "today", "back"),
    [
        (Until.TOMORROW, TUESDAY, date(2026, 11, 25)),
        (Until.MONDAY, TUESDAY, MONDAY),
        (Until.MONDAY, date(2026, 11, 29), MONDAY),
        (Until.MONDAY, MONDAY, date(2026, 12, 7)),
        (Until.SAY, TUESDAY, None),
    ],
)
def test_the_day_on_which_she_is_back(until: Until, today: date, back: date | None) -> None:
    """A Monday on which she asks is not the one that she means."""
    assert back_on(until, today) == back


def test_only_she_can_name_a_day() -> None:
    """And it lies ahead, and not too far."""
    with pytest.raises(ValueError, match="only she"):
        back_on(Until.DATE, TUESDAY)
    ahead = [may_be(day, TUESDAY) for day in (TUESDAY, MONDAY, TUESDAY + LONGEST)]
    assert (*ahead, may_be(TUESDAY + LONGEST + (MONDAY - TUESDAY), TUESDAY)) == (False, True, True, False)


def test_whole_days_of_rest_are_whole() -> None:
    """One day of rest is the day after this one; she is back on the next."""
    back = after_days(1, TUESDAY)
    told = resting(Profile("x"), back)
    assert [told.rests_on(date(2026, 11, day)) for day in (24, 25, 26)] == [True, True, False]


def test_a_rest_follows_the_one_before_and_ends_when_she_says_so() -> None:
    """Without a day, and then with one: the last word counts."""
    told = resting(resting(Profile("x", ("kk",)), None), MONDAY)
    assert (told.paused, told.paused_until) == (False, MONDAY)
    assert resting(told, None).rests_on(date(2030, 1, 1))
    assert returned(resting(told, None)) == Profile("x", ("kk",))
