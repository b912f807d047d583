"""How somebody is: asked once a month, for one reader, and not for ever."""

from datetime import timedelta

import pytest

from storage import people, wellbeing
from storage.records import Role
from tests.storage.scenes import NOW

MONTH = timedelta(days=30)


@pytest.fixture
def two(store):
    """A volunteer and a coordinator; a relative is there, too."""

    def work(tx):
        ids = [people.welcome(tx, number, number, NOW).id for number in (1, 2, 3)]
        people.set_role(tx, ids[0], Role.VOLUNTEER, NOW)
        people.set_role(tx, ids[1], Role.COORDINATOR, NOW)
        return ids[:2]

    return store.write_now(work)


def test_who_is_on_the_team_for_a_month_is_asked_once_a_month(store, two):
    def work(tx):
        seen = [wellbeing.due(tx, NOW - timedelta(seconds=1))]
        then = NOW + MONTH
        seen.append(wellbeing.due(tx, then - MONTH))
        for one in two:
            wellbeing.ask(tx, one, then)
        seen += [wellbeing.due(tx, then - MONTH), wellbeing.due(tx, then)]
        people.set_reachable(tx, two[0], False)
        return [*seen, wellbeing.due(tx, then)]

    assert store.write_now(work) == [[], two, [], two, two[1:]]


def test_an_answer_is_kept_once_and_goes_when_its_time_is_over(store, two):
    her, reader = two

    def work(tx):
        asked = wellbeing.ask(tx, her, NOW)
        until = NOW + MONTH
        kept = [
            wellbeing.answer(tx, asked, who, reader, {"how": "hard", "text": "x"}, until)
            for who in (reader, her, her)
        ]
        found = wellbeing.find(tx, asked)
        assert found is not None
        gone = wellbeing.purge(tx, until - timedelta(seconds=1)), wellbeing.purge(tx, until)
        return kept, found.body, wellbeing.reader_of(tx, asked), gone

    kept, body, standing, gone = store.write_now(work)
    assert kept == [False, True, False]
    assert body == {"how": "hard", "text": "x"}
    assert (standing, gone) == (None, (0, 1))


@pytest.mark.parametrize("leaves", [0, 1])
def test_it_goes_with_whoever_told_it_and_with_whoever_was_to_read_it(store, two, leaves):
    def work(tx):
        asked = wellbeing.ask(tx, two[0], NOW)
        wellbeing.answer(tx, asked, two[0], two[1], {"how": "well"}, NOW + MONTH)
        wellbeing.forget(tx, two[leaves])
        return wellbeing.find(tx, asked)

    assert store.write_now(work) is None
