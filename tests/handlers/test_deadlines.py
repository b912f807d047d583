"""Each word once, the highest that is true, at no time of night, across any downtime."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.rules.deadlines import Rung, Turn, at_rest, first_look, is_back, must_not_ask, turn
from storage.records import Situation, Stage
from tests.handlers.made import NOON, OFFICE, a_case

RUNGS = (
    Rung("soon", date(2026, 11, 24)),
    Rung("today", date(2026, 11, 27)),
    Rung("over", date(2026, 11, 28), silent=True),
)


def at(day: int, hour: int = 12) -> datetime:
    """An hour of a day of November in Almaty."""
    return datetime(2026, 11, day, hour, tzinfo=OFFICE.zone)


@pytest.mark.parametrize(
    ("said", "now", "word", "after", "next_at"),
    [
        (None, at(23), None, None, at(24, 9)),
        (None, at(24), "soon", "soon", at(27, 9)),
        ("soon", at(24), None, "soon", at(27, 9)),
        ("soon", at(27), "today", "today", at(28, 9)),
        (None, at(27), "today", "today", at(28, 9)),  # "soon" was missed, and is not true any more
        ("soon", at(28), None, "over", None),
        (None, at(30), None, "over", None),
        ("over", at(30), None, "over", None),
        ("today", at(23), None, "today", at(28, 9)),  # the clock went back: nothing is said twice
        (None, at(24, 5), None, None, at(24, 9)),
        (None, at(24, 22), None, None, at(25, 9)),
    ],
)
def test_what_is_said_and_when_to_look_again(
    said: str | None, now: datetime, word: str | None, after: str | None, next_at: datetime | None
) -> None:
    """One line for each case."""
    assert turn(RUNGS, said, OFFICE, now) == Turn(word, after, next_at.astimezone(UTC) if next_at else None)


def test_looked_at_every_hour_or_once_a_week_no_word_comes_twice() -> None:
    """Whatever the rhythm, each word at most once, and none that is over."""
    for hours in (1, 5, 24, 40, 80, 200):
        said, heard, now = None, [], at(20)
        while now < at(30):
            found = turn(RUNGS, said, OFFICE, now)
            said = found.said
            heard += [found.word] if found.word else []
            now += timedelta(hours=hours)
        assert heard in (["soon", "today"], ["soon"], ["today"], [])
        assert hours > 8 or heard == ["soon", "today"]


def test_who_enters_something_hears_of_it_tomorrow_at_the_earliest() -> None:
    """Today she knows it herself."""
    assert first_look(RUNGS, OFFICE, NOON) == at(25, 9)
    assert first_look(RUNGS, OFFICE, NOON - timedelta(days=5)) == at(24, 9)
    assert first_look((), OFFICE, NOON) is None


def test_nothing_is_said_of_what_has_ended() -> None:
    """A closed case, and one that is worked on elsewhere."""
    assert [one for one in Stage if at_rest(a_case(stage=one))] == [Stage.CLOSED, Stage.MERGED]


def test_whom_the_machine_must_not_ask() -> None:
    """Who is back is not looked for; of who is dead only a person speaks."""
    knows = [one for one in Situation if must_not_ask(replace(a_case(), situation=one))]
    assert knows == [Situation.RELEASED, Situation.LOCATED, Situation.DECEASED]
    assert [one for one in Situation if is_back(replace(a_case(), situation=one))] == knows[:2]
    assert must_not_ask(a_case(stage=Stage.CLOSED))
