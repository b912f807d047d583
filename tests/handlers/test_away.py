"""What reaches somebody of the team who rests: nothing that another hears, too."""

from datetime import date

import pytest

from handlers import away
from handlers.reaching import look
from handlers.rules.audience import Audience, Group, Trait
from handlers.rules.decision import Notice
from handlers.saying import msg
from storage import people, profiles
from storage.records import Lane, Person, Role
from storage.store import Store, Tx
from storage.team import Profile
from tests.handlers.made import NOON, OFFICE

BACK = date(2026, 11, 30)
RESTS = {"paused_until": BACK}


def somebody(tx: Tx, account: int, role: Role, **told: object) -> Person:
    person = people.welcome(tx, account, account, NOON)
    people.set_role(tx, person.id, role, NOON)
    if told:
        profiles.keep(tx, Profile(person.id, **told), NOON)  # type: ignore[arg-type]  # as the tests name it
    return people.by_id(tx, person.id)


def alert(person: Person, text: str = "alert-task-alone", *, by_day: bool = True) -> Notice:
    day = OFFICE.by_day(person, NOON) if by_day else None
    return Notice(person.id, Lane.ALERT, (msg(text),), (), day)


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.COORDINATOR])
def test_what_another_hears_too_she_does_not(store: Store, role: Role) -> None:
    """The same words; other words are for her."""

    def work(tx: Tx) -> None:
        her, other = somebody(tx, 1, role, **RESTS), somebody(tx, 2, role)
        heard = away.heard_by(tx, [alert(her), alert(other)], NOON)
        assert [person.id for person, _ in heard] == [other.id]
        both = away.heard_by(tx, [alert(her, "alert-task-help-alone"), alert(other)], NOON)
        assert [person.id for person, _ in both] == [her.id, other.id]

    store.write_now(work)


@pytest.mark.parametrize(
    ("role", "waits"), [(Role.VOLUNTEER, True), (Role.COORDINATOR, False), (Role.FAMILY, False)]
)
def test_what_is_for_her_alone(store: Store, role: Role, waits: bool) -> None:
    """With a volunteer it waits until she is back; a coordinator hears what nobody else would."""

    def work(tx: Tx) -> None:
        her = somebody(tx, 1, role, **RESTS)
        ((_, notice),) = away.heard_by(tx, [alert(her)], NOON)
        assert notice.by_day is not None
        assert notice.by_day.own is waits
        here = notice.by_day.at.astimezone(OFFICE.zone)
        assert (here.date(), f"{here:%H:%M}") == ((BACK, "09:00") if waits else (NOON.date(), "12:00"))

    store.write_now(work)


def test_what_is_said_at_any_hour_and_where_all_rest_everybody_hears(store: Store) -> None:
    """Nothing falls between two chairs."""

    def work(tx: Tx) -> None:
        her, other = (somebody(tx, one, Role.COORDINATOR, paused=True) for one in (1, 2))
        third = somebody(tx, 3, Role.COORDINATOR)
        assert len(away.heard_by(tx, [alert(her), alert(other)], NOON)) == 2
        people.set_reachable(tx, third.id, False)
        gone = people.by_id(tx, third.id)
        assert len(away.heard_by(tx, [alert(her), alert(gone)], NOON)) == 2  # nobody else would hear it
        at_once = [alert(one, by_day=False) for one in (her, third)]
        assert len(away.heard_by(tx, at_once, NOON)) == 2

    store.write_now(work)


@pytest.mark.parametrize(("urgent", "reached"), [(False, 1), (True, 2)])
def test_a_broadcast_to_the_team_leaves_out_who_rests(store: Store, urgent: bool, reached: int) -> None:
    """Unless it is urgent; as one of a family she gets what families get."""

    def work(tx: Tx) -> None:
        somebody(tx, 1, Role.VOLUNTEER, skills=("call",), **RESTS)
        somebody(tx, 2, Role.VOLUNTEER, skills=("call", "drive"))
        somebody(tx, 3, Role.VOLUNTEER, skills=("drive",))
        somebody(tx, 4, Role.VOLUNTEER)
        who = Audience(frozenset({Group.VOLUNTEERS}), {Trait.SKILL: frozenset({"call"})})
        spared = away.spared(tx, OFFICE, NOON, urgent=urgent)
        assert len(look(tx, who, "", 9, NOON, spared=spared).found) == reached

    store.write_now(work)
