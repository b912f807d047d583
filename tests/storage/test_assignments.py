"""Exactly one has what several were asked for; and it goes as it came."""

from datetime import timedelta

import pytest

from storage import assignments, cases, load, people
from storage.assignments import Answer, Ping, State
from storage.records import Role
from tests.race import Result, race
from tests.storage.scenes import NOW, a_case


@pytest.fixture
def asked(store):
    """An assignment, and two who are asked."""

    def work(tx):
        one, two = (people.welcome(tx, number, number, NOW).id for number in (1, 2))
        people.set_role(tx, one, Role.VOLUNTEER, NOW)
        case = a_case()
        cases.add(tx, case)
        new = assignments.add(
            tx, case.id, "call", {"what": "call"}, NOW, asked_by=two, due_on=None, urgent=False
        )
        assignments.keep(tx, [Ping(new, who, at, Answer.ASKED, 1, NOW) for at, who in enumerate((one, two))])
        return case.id, new, one, two

    return store.write_now(work)


def test_the_second_is_told_that_the_first_has_it(store, asked):
    case, new, one, two = asked

    def work(tx):
        return [assignments.take(tx, new, who, NOW) for who in (one, two, one)]

    assert store.write_now(work) == [True, False, False]
    standing = store.write_now(lambda tx: assignments.standing(tx, new, two))
    assert standing == (case, State.HELD, one, Answer.ASKED)
    assert store.write_now(load.cases_of) == {one: 1}


def test_only_who_has_it_hands_it_back_and_then_it_is_looked_after_at_once(store, asked):
    _, new, one, two = asked
    later = NOW + timedelta(hours=1)

    def work(tx):
        assert assignments.take(tx, new, one, NOW)
        assert assignments.due(tx, later, 9) == []
        tried = assignments.give_back(tx, new, two, later), assignments.give_back(tx, new, one, later)
        return tried, assignments.due(tx, later, 9), assignments.held_by(tx, one)

    assert store.write_now(work) == ((False, True), [new], [])


@pytest.mark.parametrize("ended", [State.DONE, State.WITHDRAWN])
def test_what_is_over_is_taken_by_nobody(store, asked, ended):
    _, new, one, _ = asked

    def work(tx):
        ends = assignments.end(tx, new, ended, NOW), assignments.end(tx, new, ended, NOW)
        assignments.void(tx, new, NOW)
        return ends, assignments.take(tx, new, one, NOW), assignments.waiting_for(tx, one)

    assert store.write_now(work) == ((True, False), False, [])


def test_it_goes_with_its_case(store, asked):
    case, new, one, _ = asked

    def work(tx):
        assignments.erase_of_case(tx, case)
        return assignments.standing(tx, new, one), assignments.asked(tx, new)

    assert store.write_now(work) == (None, [])


def test_raced_from_two_processes_each_has_exactly_one(database, tmp_path):
    """A short cut of `make race`."""
    assert race(database, tmp_path, offers=40, seed=1) == Result(offers=40, accepted=40, told=40, doubled=0)
