"""Who is asked next: in order, within her own hours, three at most, and never whom it is not for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.family.habits import CITIES
from handlers.rules import assigning
from handlers.rules.assigning import MOST_TRIED, SHOWN, in_line, later, turn
from handlers.rules.office import held_until, within_hours
from handlers.rules.volunteering import Helper, Need, Skill, able, monday_after, ranked
from storage.assignments import Answer, Assignment, Ping, State
from storage.profiles import Profile
from storage.records import Role
from tests.handlers.made import NOON, OFFICE, a_person

NEED = Need(Skill.CALL, "kk", None)
HOUR = timedelta(hours=1)
ASSIGNMENT = Assignment(
    "it", "case", "call", State.ASKING, False, "vera", NOON, None, None, NOON, NOON, {"what": "x"}
)


def a_helper(name: str, load: int = 0, *, family: bool = False, **told: object) -> Helper:
    person = a_person(name, Role.VOLUNTEER)
    told = {"languages": ("kk",), "skills": ("call",), **told}
    return Helper(person, Profile(name, **told), load, family)  # type: ignore[arg-type]  # as each test says


ANNA, BELA, CILA, DINA = (a_helper(one) for one in ("anna", "bela", "cila", "dina"))
ALL = [ANNA, BELA, CILA, DINA]


def asked_of(pings: list[Ping]) -> list[str]:
    return [one.person_id for one in pings if one.state is Answer.ASKED]


def after(pings: list[Ping], done: assigning.Turn) -> list[Ping]:
    """As it is kept after a turn."""
    return sorted(
        {**{one.person_id: one for one in pings}, **{one.person_id: one for one in done.kept}}.values(),
        key=lambda one: one.place,
    )


def test_who_does_not_answer_in_three_hours_makes_room_for_the_next_and_then_the_coordinator_hears():
    pings = in_line(ASSIGNMENT, [], ["bela", "anna"], NOON)
    now, seen = NOON, []
    for _ in range(MOST_TRIED):
        done = turn(ASSIGNMENT, pings, ALL, OFFICE, now)
        pings = after(pings, done)
        seen += asked_of(pings)
        assert done.next_at == now + 3 * HOUR
        assert not done.nobody
        early = turn(ASSIGNMENT, pings, ALL, OFFICE, now + HOUR)
        assert (early.kept, early.asks) == ((), ())
        now = done.next_at
    last = turn(ASSIGNMENT, pings, ALL, OFFICE, now)
    # Whom she chose in her order; then whoever fits best of the others; then nobody else by itself.
    assert seen == ["bela", "anna", "cila"]
    assert (last.asks, last.next_at, last.nobody) == ((), None, True)


def test_where_a_case_cannot_wait_an_hour_is_enough():
    done = turn(replace(ASSIGNMENT, urgent=True), [], ALL, OFFICE, NOON)
    assert done.next_at == NOON + HOUR


def test_several_are_asked_at_once_and_nobody_else_before_they_have_answered():
    pings = in_line(ASSIGNMENT, [], ["anna", "bela"], NOON)
    done = turn(ASSIGNMENT, pings, ALL, OFFICE, NOON, all_at_once=True)
    pings = after(pings, done)
    assert asked_of(pings) == ["anna", "bela"]
    no = [replace(one, state=Answer.DECLINED) if one.person_id == "anna" else one for one in pings]
    assert turn(ASSIGNMENT, no, ALL, OFFICE, NOON + HOUR).asks == ()
    none = [replace(one, state=Answer.DECLINED, at=NOON + HOUR) for one in pings]
    (next_one,) = turn(ASSIGNMENT, none, ALL, OFFICE, NOON + HOUR).asks
    assert next_one.person_id == "cila"


def test_later_lets_the_next_be_asked_and_comes_back():
    pings = after([], turn(ASSIGNMENT, [], ALL, OFFICE, NOON))
    pings = [later(ASSIGNMENT, pings[0], ANNA, OFFICE, NOON + HOUR)]
    done = turn(ASSIGNMENT, pings, ALL, OFFICE, NOON + HOUR)
    assert [one.person_id for one in done.asks] == ["bela"]
    pings = after(pings, done)
    again = turn(ASSIGNMENT, pings, ALL, OFFICE, NOON + 4 * HOUR)
    assert [(one.person_id, one.times) for one in again.asks] == [("anna", 2)]


def test_who_pauses_or_leaves_is_waited_for_no_longer():
    pings = after([], turn(ASSIGNMENT, [], ALL, OFFICE, NOON))
    done = turn(ASSIGNMENT, pings, ALL[1:], OFFICE, NOON + HOUR)
    assert [(one.person_id, one.state) for one in done.kept] == [
        ("anna", Answer.LAPSED),
        ("bela", Answer.ASKED),
    ]


def test_looked_for_anew_the_count_begins_anew():
    tried = [Ping("it", f"x{n}", n, Answer.LAPSED, 1, NOON - HOUR) for n in range(3)]
    assert [one.person_id for one in turn(ASSIGNMENT, tried, ALL, OFFICE, NOON).asks] == ["anna"]
    counted = [replace(one, at=NOON) for one in tried]
    assert turn(ASSIGNMENT, counted, ALL, OFFICE, NOON).nobody


@pytest.mark.parametrize(
    ("other", "may"),
    [
        (a_helper("x"), True),
        (a_helper("x", load=3), False),
        (a_helper("x", load=3, most=5), True),
        (a_helper("x", family=True), False),
        (a_helper("x", languages=("ru",)), False),
        (a_helper("x", languages=()), True),
        (a_helper("x", skills=("drive",)), False),
        (a_helper("x", skills=()), True),
        (a_helper("x", paused=True), False),
        (a_helper("x", paused_until=date(2026, 11, 25)), False),
        (a_helper("x", paused_until=date(2026, 11, 24)), True),
        (a_helper("x", days_off=frozenset(range(7))), False),
        (replace(a_helper("x"), person=replace(ANNA.person, reachable=False)), False),
    ],
)
def test_who_may_be_asked(other: Helper, may: bool):
    assert able(other, NEED, OFFICE, NOON) is may


def test_a_petition_can_be_written_by_whoever_speaks_another_language_but_after_others():
    writes = Need(Skill.WRITE, "kk", None)
    hers = [a_helper("ru", languages=("ru",), skills=("write",)), a_helper("kk", skills=("write",))]
    assert [one.person.id for one in ranked(hers, writes, OFFICE, NOON)] == ["kk", "ru"]


def test_a_visit_goes_to_whoever_is_near_and_a_call_to_whoever_has_least():
    there = a_helper("there", load=2, region="kz-almaty", skills=("visit", "call"))
    far = a_helper("far", region="kz-astana", skills=("visit", "call"))
    visit = Need(Skill.VISIT, "kk", "kz-almaty")
    assert [one.person.id for one in ranked([far, there], visit, OFFICE, NOON)] == ["there", "far"]
    assert [one.person.id for one in ranked([far, there], NEED, OFFICE, NOON)] == ["far", "there"]


def test_only_who_calls_or_visits_sees_how_the_family_is_reached():
    contact = {"phone", "call-times", "second-contact"}
    assert {one for one in Skill if contact & set(SHOWN[one])} == {Skill.CALL, Skill.VISIT}
    assert set(SHOWN) == set(Skill)
    assert SHOWN[Skill.DRIVE] == ()


TIMES = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
PROFILES = st.builds(
    Profile,
    st.just("x"),
    hours=st.sampled_from([(time(9), time(13)), (time(18), time(21)), (time(18), time(22, 30))]),
    days_off=st.frozensets(st.integers(0, 6), max_size=5),
)


@given(TIMES, st.sampled_from(sorted(CITIES.values())), PROFILES)
def test_her_own_hours_and_days_off_hold_wherever_she_lives(now: datetime, zone: str, own: Profile):
    from zoneinfo import ZoneInfo

    when = held_until(zone, now, own) or now
    here = when.astimezone(ZoneInfo(zone))
    assert now <= when
    assert own.hours[0] <= here.time() < own.hours[1]
    assert here.weekday() not in own.days_off
    assert held_until(zone, when, own) is None


@given(TIMES, st.sampled_from(sorted(CITIES.values())), PROFILES)
def test_an_answer_is_waited_for_in_her_own_hours_only(now: datetime, zone: str, own: Profile):
    """Counted minute by minute, three hours of hers are between asking and the next in line."""
    until = within_hours(zone, now, 3 * HOUR, own)
    step = timedelta(minutes=5)
    counted, at = timedelta(0), now
    while at < until:
        counted += step if held_until(zone, at, own) is None else timedelta(0)
        at += step
    assert abs(counted - 3 * HOUR) <= 3 * step


def test_a_rest_until_she_says_so_is_looked_at_again_each_morning():
    own = Profile("x", paused=True)
    assert held_until("Asia/Almaty", NOON, own) == datetime(2026, 11, 25, 4, tzinfo=UTC)
    assert held_until("Asia/Almaty", NOON, replace(own, paused=False)) is None


def test_until_monday_is_never_today():
    assert monday_after(date(2026, 11, 24)) == date(2026, 11, 30)
    assert monday_after(date(2026, 11, 30)) == date(2026, 12, 7)
