"""Whoever leaves has nothing in hand any more, and what she told of herself is gone."""

import threading
import time

import pytest

from handlers import leaving
from handlers.arrivals import Arrival, Press
from handlers.context import Context, Speech
from handlers.membership import member, take_role_away
from handlers.offers import DEEDS
from storage import assignments, cases, people, profiles
from storage.assignments import Answer, Ping, State
from storage.profiles import Profile
from storage.records import Role
from storage.store import Store, Tx
from tests.handlers.made import NOON, OFFICE
from tests.storage.scenes import a_case


def world(tx: Tx) -> tuple[str, str, str, str]:
    """A coordinator, a volunteer who has one thing in hand, and is asked for another."""
    vera, her = (people.welcome(tx, number, number, NOON).id for number in (1, 2))
    people.set_role(tx, vera, Role.COORDINATOR, NOON)
    people.set_role(tx, her, Role.VOLUNTEER, NOON)
    profiles.keep(tx, Profile(her, ("kk",)), NOON)
    case = a_case()
    cases.add(tx, case)
    made = [
        assignments.add(tx, case.id, "call", {"what": "x"}, NOON, asked_by=vera, due_on=None, urgent=False)
        for _ in range(2)
    ]
    assignments.keep(tx, [Ping(one, her, 1, Answer.ASKED, 1, NOON) for one in made])
    assert assignments.take(tx, made[0], her, NOON)
    return vera, her, made[0], made[1]


@pytest.mark.parametrize("taken", [False, True])
def test_what_she_had_is_looked_after_at_once(store: Store, taken: bool) -> None:
    """By herself, or where her role is taken away."""
    vera, her, held, asked = store.write_now(world)

    def work(tx: Tx) -> None:
        if taken:
            one = member(tx, her)
            assert one is not None
            take_role_away(Speech(tx, NOON, "k"), one, people.by_id(tx, vera))
        else:
            assert [one.id for one in leaving.forget(tx, her, NOON)] == [held]

    store.write_now(work)
    due = store.write_now(lambda tx: assignments.due(tx, NOON, 9))
    assert set(due) == {held, asked}
    standings = [
        store.write_now(lambda tx, one=one: assignments.standing(tx, one, her)) for one in (held, asked)
    ]
    assert [one and one[1:] for one in standings] == [
        (State.ASKING, None, Answer.HANDED_BACK),
        (State.ASKING, None, Answer.VOID),
    ]
    assert store.write_now(lambda tx: (profiles.known(tx, her), assignments.waiting_for(tx, her))) == (
        False,
        [],
    )


def test_two_coordinators_who_leave_at_one_moment_do_not_both_go(store: Store, other_store: Store) -> None:
    """In two processes: the second finds that she is the last one, and stays."""

    def team(tx: Tx) -> list[str]:
        ids = [people.welcome(tx, number, number, NOON).id for number in (1, 2)]
        for one in ids:
            people.set_role(tx, one, Role.COORDINATOR, NOON)
        return ids

    first, second = store.write_now(team)
    gone = threading.Event()

    def leaves(tx: Tx, who: str) -> None:
        person = people.by_id(tx, who)
        came = Arrival("k", person.chat_id, True, person.chat_id, press=Press("c", "x", 5))
        DEEDS["leave-team.yes"].run(Context(tx, NOON, OFFICE, person, came, Speech(tx, NOON, who)), {})

    def leaves_slowly(tx: Tx) -> None:
        leaves(tx, first)
        gone.set()
        time.sleep(0.3)  # the other begins before this is written

    slow = threading.Thread(target=lambda: store.write_now(leaves_slowly))
    slow.start()
    assert gone.wait(5)
    other_store.write_now(lambda tx: leaves(tx, second))
    slow.join()
    left = store.write_now(lambda tx: [one.id for one in people.with_role(tx, Role.COORDINATOR)])
    assert left == [second]
