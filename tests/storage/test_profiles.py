"""What volunteers told of themselves comes back as they told it."""

from datetime import date, time

import pytest

from storage import people, profiles
from storage.profiles import Profile
from tests.storage.scenes import NOW


@pytest.fixture
def person(store):
    return store.write_now(lambda tx: people.welcome(tx, 7, 7, NOW)).id


def test_whoever_told_nothing_has_the_usual(store, person):
    assert store.write_now(lambda tx: (profiles.of(tx, person), profiles.known(tx, person))) == (
        Profile(person),
        False,
    )


def test_what_was_told_last_is_kept_until_she_leaves(store, person):
    told = Profile(
        person,
        ("kk", "ru"),
        "Almaty",
        ("call", "drive"),
        (time(18), time(21, 30)),
        frozenset({5, 6}),
        2,
        date(2026, 12, 1),
        paused=True,
        asked_how=False,
        rest_offered_on=date(2026, 11, 24),
    )
    store.write_now(lambda tx: profiles.keep(tx, Profile(person), NOW))
    store.write_now(lambda tx: profiles.keep(tx, told, NOW))
    assert store.write_now(lambda tx: (profiles.of(tx, person), profiles.several(tx, [person]))) == (
        told,
        {person: told},
    )
    store.write_now(lambda tx: profiles.remove(tx, person))
    assert not store.write_now(lambda tx: profiles.known(tx, person))


@pytest.mark.parametrize(
    ("profile", "day", "rests"),
    [
        (Profile("x"), date(2026, 11, 30), False),
        (Profile("x", paused_until=date(2026, 11, 30)), date(2026, 11, 29), True),
        (Profile("x", paused_until=date(2026, 11, 30)), date(2026, 11, 30), False),
        (Profile("x", paused=True), date(2030, 1, 1), True),
    ],
)
def test_rest_ends_on_the_day_that_she_named(profile, day, rests):
    assert profile.rests_on(day) is rests
