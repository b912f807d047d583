"""When a word about a resting report is due, as a table of times, and that it never presses."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.resting import AGREED, APART, HELD, NOTICE, Care, Rest, Step, tend, terms
from storage.drafts import FIRST_LOOK
from storage.records import Said
from tests.handlers.made import NOON, OFFICE

DAY = timedelta(days=1)
TOLD = Rest(NOON, Said.NOTHING, None, None, agreed=True, told=True, reachable=True)
"""Touched last on a Tuesday at noon, 12:00 in Almaty."""
LEAVE, LET_GO, REMIND, ANNOUNCE, ERASE = Care
NOTHING, REMINDED, TWICE, ANNOUNCED = Said


def after(days: float) -> datetime:
    """So many days after the last touch."""
    return NOON + timedelta(days=days)


def the_step(rest: Rest, now: datetime) -> Step:
    """What happens with the only report that is due."""
    (step,) = tend([rest], OFFICE, now)
    return step


@pytest.mark.parametrize(
    ("days", "said", "care", "then", "due"),
    [
        (0.9, NOTHING, LEAVE, NOTHING, 1),
        (1, NOTHING, REMIND, REMINDED, 3),
        (1.25, NOTHING, REMIND, REMINDED, 3),
        (2.9, REMINDED, LEAVE, REMINDED, 3),
        (3, REMINDED, REMIND, TWICE, 27),
        (4, TWICE, LEAVE, TWICE, 27),
        (20, NOTHING, REMIND, TWICE, 27),  # after a downtime: one for both
        (20, REMINDED, REMIND, TWICE, 27),
        (26, NOTHING, LEAVE, TWICE, 27),  # so near to the announcement it would be one message too many
        (26.9, TWICE, LEAVE, TWICE, 27),
        (27, TWICE, ANNOUNCE, ANNOUNCED, 30),
        (27, NOTHING, ANNOUNCE, ANNOUNCED, 30),
        (29, TWICE, ANNOUNCE, ANNOUNCED, 31),  # after a downtime deletion moves on
        (99, NOTHING, ANNOUNCE, ANNOUNCED, 101),
    ],
)
def test_with_her_yes(days: float, said: Said, care: Care, then: Said, due: float) -> None:
    """A reminder after a day and after three; announced after 27, and then at least two days left."""
    assert the_step(replace(TOLD, said=said), after(days)) == Step(care, then, after(due))


@pytest.mark.parametrize(
    ("days", "said", "care", "then", "due"),
    [
        (1, NOTHING, REMIND, REMINDED, 5),
        (3, REMINDED, LEAVE, REMINDED, 5),
        (4, NOTHING, LEAVE, REMINDED, 5),
        (5, REMINDED, ANNOUNCE, ANNOUNCED, 7),
        (20, NOTHING, ANNOUNCE, ANNOUNCED, 22),
    ],
)
def test_before_her_yes(days: float, said: Said, care: Care, then: Said, due: float) -> None:
    """Without it nothing is kept: one reminder, and a week."""
    held = replace(TOLD, agreed=False, said=said)
    assert the_step(held, after(days)) == Step(care, then, after(due))


@pytest.mark.parametrize(
    ("heard", "days", "care", "due"),
    [
        (27, 29.9, LEAVE, 30),
        (27, 30, ERASE, 30),
        (27, 80, ERASE, 30),
        (29, 30, LEAVE, 31),
        (29, 31, ERASE, 31),
    ],
)
def test_what_was_announced_goes_on_its_day(heard: float, days: float, care: Care, due: float) -> None:
    """Thirty days after the last touch, and two after she heard of it."""
    rest = replace(TOLD, said=ANNOUNCED, heard_at=after(heard))
    assert the_step(rest, after(days)) == Step(care, ANNOUNCED, after(due))


@pytest.mark.parametrize(
    ("days", "said", "care", "then", "due"),
    [
        (1, NOTHING, LEAVE, REMINDED, 3),
        (3, REMINDED, LEAVE, TWICE, 27),
        (27, TWICE, LEAVE, TWICE, 28),  # perhaps she is back tomorrow
        (29.9, TWICE, LEAVE, TWICE, 30),
        (30, TWICE, LET_GO, TWICE, 30),
        (99, NOTHING, LET_GO, NOTHING, 30),
    ],
)
def test_who_cannot_be_reached_is_told_nothing(
    days: float, said: Said, care: Care, then: Said, due: float
) -> None:
    """Nothing is made up for later, and what she told goes on its day."""
    away = replace(TOLD, said=said, reachable=False)
    assert the_step(away, after(days)) == Step(care, then, after(due))


def test_who_heard_of_it_and_then_went_away_is_told_nothing_more() -> None:
    """What was announced happens."""
    away = replace(TOLD, said=ANNOUNCED, heard_at=after(27), reachable=False)
    assert the_step(away, after(30)).care is LET_GO


def test_where_nothing_was_told_nothing_is_announced() -> None:
    """She read the caution and left: one reminder, and in a week it is as if she had never come."""
    empty = replace(TOLD, agreed=False, told=False)
    assert the_step(empty, after(1)).care is REMIND
    assert the_step(empty, after(5)) == Step(LEAVE, NOTHING, after(6))
    assert the_step(empty, after(7)).care is LET_GO


@pytest.mark.parametrize("said", [NOTHING, TWICE, ANNOUNCED])
@pytest.mark.parametrize("days", [1.5, 3.5, 27.5, 30.5, 99.5])
def test_at_night_everything_waits_for_nine_o_clock(days: float, said: Said) -> None:
    """Midnight in Almaty: nothing is said, nothing is erased, nothing counts as said."""
    night = replace(TOLD, said=said, heard_at=after(27) if said is ANNOUNCED else None)
    nine = after(days) + timedelta(hours=9)
    assert the_step(night, after(days)) == Step(LEAVE, said, nine)
    assert the_step(night, nine).next_at != nine


def test_what_is_due_at_night_is_set_for_the_morning_at_once() -> None:
    """She rested at 23:00: what follows is due at 9:00, and so is the day that is named."""
    late = replace(TOLD, touched_at=NOON + timedelta(hours=11))
    nine = timedelta(hours=21)
    assert the_step(late, after(1) + nine) == Step(REMIND, REMINDED, after(3) + nine)
    assert the_step(replace(late, said=TWICE), after(27) + nine).next_at == after(30) + nine


def test_reports_that_are_due_together_are_spoken_of_once() -> None:
    """The most urgent word; reminders are given by it, other announcements wait for tomorrow."""
    now = after(60)
    reminded = replace(TOLD, touched_at=now - 2 * DAY)
    announced = replace(TOLD, touched_at=now - 27 * DAY)
    overdue = replace(TOLD, touched_at=now - 29 * DAY)
    erased = replace(TOLD, said=ANNOUNCED, heard_at=now - 3 * DAY)

    assert [one.care for one in tend([reminded, announced], OFFICE, now)] == [LEAVE, ANNOUNCE]
    assert tend([reminded, announced], OFFICE, now)[0].said is REMINDED
    assert tend([reminded, erased, announced], OFFICE, now) == [
        Step(LEAVE, REMINDED, now + DAY),
        Step(ERASE, ANNOUNCED, after(59)),
        Step(LEAVE, NOTHING, now + APART),
    ]
    # One message names one day, and nothing goes before it.
    assert [one.next_at for one in tend([announced, overdue], OFFICE, now)] == [now + 3 * DAY] * 2
    assert tend([], OFFICE, now) == []


def test_after_a_word_on_one_report_there_is_none_on_another_for_a_day() -> None:
    """Two reports that were left minutes apart are one matter to her."""
    spoken = replace(TOLD, told_last=after(1) - timedelta(minutes=20))
    assert the_step(spoken, after(1)) == Step(LEAVE, REMINDED, after(3))
    spoken = replace(TOLD, told_last=after(27) - timedelta(hours=20))
    assert the_step(spoken, after(27)) == Step(
        LEAVE, NOTHING, OFFICE.next_push(after(27) + timedelta(hours=4))
    )
    # A clock that was wrong for a while holds up nothing.
    assert the_step(replace(TOLD, told_last=after(90)), after(27)).care is ANNOUNCE


def test_a_clock_that_goes_back_says_nothing_twice() -> None:
    """What was said was said."""
    assert the_step(replace(TOLD, said=REMINDED), after(-5)) == Step(LEAVE, REMINDED, after(1))
    assert the_step(replace(TOLD, said=REMINDED), after(1)) == Step(LEAVE, REMINDED, after(3))
    assert the_step(replace(TOLD, said=ANNOUNCED, heard_at=after(70)), after(30)).next_at == after(72)


def test_the_figures_hang_together() -> None:
    """The store looks no later than the first word is due; an announcement leaves its notice."""
    for here in (AGREED, HELD):
        assert here.reminders[0] >= FIRST_LOOK
        assert here.erased - here.announced >= NOTICE
        assert sorted(here.reminders) == list(here.reminders)
    assert terms(agreed=True) is AGREED
    assert terms(agreed=False) is HELD


@given(
    st.builds(
        Rest,
        touched_at=st.floats(-40, 40).map(after),
        said=st.sampled_from([NOTHING, REMINDED, TWICE]),
        heard_at=st.none(),
        told_last=st.none() | st.floats(-40, 40).map(after),
        agreed=st.booleans(),
        told=st.booleans(),
        reachable=st.booleans(),
    ),
    st.floats(-40, 40).map(after),
    st.none() | st.floats(-40, 40).map(after),
)
def test_what_is_left_is_due_again_later(rest: Rest, now: datetime, heard: datetime | None) -> None:
    """Else the clock would turn on one report for ever; and at night nothing happens at all."""
    if heard is not None:
        rest = replace(rest, said=ANNOUNCED, heard_at=heard)
    step = the_step(rest, now)
    if step.care not in (ERASE, LET_GO):
        assert step.next_at > now
        assert OFFICE.may_push(step.next_at)
    if not OFFICE.may_push(now):
        assert (step.care, step.said) == (LEAVE, rest.said)
