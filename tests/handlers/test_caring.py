"""For whom something was heavy; and how somebody is, which exactly one person can open."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers import caring
from handlers.arrivals import Arrival, Press
from handlers.context import Context, Speech
from handlers.offers import DEEDS
from handlers.rules.caring import KEPT, MONTH, burdened, may_propose
from handlers.rules.claims import What
from handlers.rules.telling import News, Step, tell
from storage import people, profiles, talks, wellbeing
from storage.records import Json, Person, Role
from storage.store import Store, Tx
from storage.tables import audit
from storage.tables import wellbeing as rows
from storage.team import Profile
from tests.handlers.made import NOON, OFFICE

CARRIED = News(What.DIED, Step.CARRIED, "vera", "olga", "mira")
TODAY = date(2026, 11, 24)


def told(news: News, to: str, how: str = "visit", *, by: str = "mira", still: tuple[str, ...]) -> News:
    """One of the family is told, or it was tried."""
    after = tell(news, by, to, {"how": how, "by": by}, still)
    assert isinstance(after, News)
    return after


def test_whoever_tells_it_is_asked_after_the_first_time_and_those_who_confirmed_it_at_the_end() -> None:
    """Two relatives; the first cannot be reached at the first try."""
    still = ("mother", "aunt")
    tried = told(CARRIED, "mother", "unreached", still=still)
    first = told(tried, "mother", still=still)
    last = told(first, "aunt", still=still)
    assert burdened(CARRIED, tried, "mira") == frozenset()
    assert burdened(tried, first, "mira") == {"mira"}
    assert last.step is Step.TOLD
    assert burdened(first, last, "mira") == {"vera", "olga"}


def test_another_who_goes_on_telling_is_asked_too() -> None:
    """And nobody twice: who confirmed it and carries it hears once."""
    still = ("mother", "aunt")
    first = told(CARRIED, "mother", still=still)
    now_vera = replace(first, carrier="vera")
    last = told(now_vera, "aunt", by="vera", still=still)
    assert burdened(now_vera, last, "vera") == {"vera", "olga"}
    alone = told(replace(CARRIED, carrier="vera"), "mother", by="vera", still=("mother",))
    assert burdened(replace(CARRIED, carrier="vera"), alone, "vera") == {"vera", "olga"}


@pytest.mark.parametrize(
    ("profile", "may"),
    [
        (Profile("x"), True),
        (Profile("x", rest_offered_on=TODAY - timedelta(days=6)), False),
        (Profile("x", rest_offered_on=TODAY - timedelta(days=7)), True),
        (Profile("x", paused=True), False),
        (Profile("x", paused_until=TODAY), True),
    ],
)
def test_a_rest_is_not_proposed_twice_in_a_week(profile: Profile, may: bool) -> None:
    """Nor to somebody who rests."""
    assert may_propose(profile, TODAY) is may


# How somebody is.


def team(tx: Tx) -> list[Person]:
    """Dana, a volunteer; Vera and Olga, who are coordinators."""
    found = []
    for account, role in ((1, Role.VOLUNTEER), (2, Role.COORDINATOR), (3, Role.COORDINATOR)):
        person = people.welcome(tx, account, account, NOON)
        people.set_language(tx, person.id, "en")
        people.set_role(tx, person.id, role, NOON)
        found.append(people.by_id(tx, person.id))
    return found


def press(tx: Tx, person: Person, deed: str, args: Json) -> list[Json]:
    """She presses; what is said then, by its bodies."""
    came = Arrival("k", person.chat_id, True, person.chat_id, press=Press("c", "x", 5))
    ctx = Context(tx, NOON + MONTH, OFFICE, person, came, Speech(tx, NOON + MONTH, f"{deed}/{args}"))
    DEEDS[deed].run(ctx, args)
    return said(tx)


def said(tx: Tx) -> list[Json]:
    """What is to be said, and is forgotten by it."""
    from storage.tables import outbox as waiting

    found = []
    for row in tx.execute(select(waiting).order_by(waiting.c.id)):
        found.append(tx.vault.open_json(row.body, table="outbox", column="body", row=row.id))
    tx.connection.execute(waiting.delete())
    return found


def ids(bodies: list[Json]) -> set[str]:
    return {str(part.get("id", "raw")) for body in bodies for part in body["parts"]}


def answered(tx: Tx, dana: Person, vera: Person) -> str:
    """Dana has said it to Vera."""
    question = wellbeing.ask(tx, dana.id, NOON)
    press(tx, dana, "caring.begin", {"asked": question, "reader": vera.id})
    press(tx, dana, "caring.how", {"number": 1, "how": "hard"})
    assert ids(press(tx, dana, "caring.send", {"number": 2})) >= {"how-sent", "alert-how"}
    return question


def test_nobody_but_the_one_reader_opens_it(store: Store) -> None:
    """Not another coordinator, not she herself later: that is one answer with what is not there."""

    def work(tx: Tx) -> None:
        dana, vera, olga = team(tx)
        question = answered(tx, dana, vera)
        nothing = press(tx, olga, "caring.read", {"asked": "0" * 32})
        assert ids(nothing) == {"not-there"}
        assert press(tx, olga, "caring.read", {"asked": question}) == nothing
        assert ids(press(tx, dana, "caring.read", {"asked": question})) == {"not-there"}
        for deed, args in (("caring.whom", {}), ("caring.begin", {"reader": olga.id})):
            assert ids(press(tx, olga, deed, {"asked": question, **args})) == {"not-there"}
        assert "option-how-hard" in ids(press(tx, vera, "caring.read", {"asked": question}))
        assert list(tx.execute(select(audit))) == []

    store.write_now(work)


def test_it_can_be_said_once_and_to_nobody_who_is_no_coordinator(store: Store) -> None:
    """A second answer does not take the place of the first, nor go to another."""

    def work(tx: Tx) -> None:
        dana, vera, olga = team(tx)
        question = answered(tx, dana, vera)
        again = {"asked": question, "reader": olga.id}
        assert ids(press(tx, dana, "caring.begin", again)) == {"how-answered-before"}
        other = wellbeing.ask(tx, dana.id, NOON)
        for nobody in (dana.id, "0" * 32):
            assert ids(press(tx, dana, "caring.begin", {"asked": other, "reader": nobody})) == {"not-there"}
        press(tx, dana, "caring.begin", {"asked": other, "reader": olga.id})
        people.set_role(tx, olga.id, Role.FAMILY, NOON)
        assert ids(press(tx, dana, "caring.how", {"number": 1, "how": "hard"})) == {"how-reader-gone"}
        assert talks.of(tx, dana.id) is None

    store.write_now(work)


@pytest.mark.parametrize(
    ("how", "asked", "later"),
    [
        ({}, 1, 0),
        ({"asked_how": False}, 0, 0),
        ({"paused": True}, 0, 0),
        ({"days_off": frozenset({1})}, 0, 1),  # it is a Tuesday
    ],
)
def test_who_is_asked_and_when(store: Store, how: dict[str, Any], asked: int, later: int) -> None:
    """At her hours, once a month, whoever has not said no; the answer is erased after its time."""

    def work(tx: Tx) -> None:
        dana, vera, olga = team(tx)
        for one in (vera, olga):
            profiles.keep(tx, Profile(one.id, asked_how=False), NOON)
        profiles.keep(tx, Profile(dana.id, **how), NOON)
        then = NOON + timedelta(days=35)
        night = then - timedelta(hours=8)
        assert [caring.tend(tx, OFFICE, at) for at in (NOON, night)] == [0, 0]
        assert [caring.tend(tx, OFFICE, at) for at in (then, then)] == [asked, 0]
        said_then = ids(said(tx))
        assert said_then == ({"notice-update", "how-are-you", "how-one-reader"} if asked else set())
        assert caring.tend(tx, OFFICE, then + timedelta(days=29)) == later

    store.write_now(work)


def test_it_is_erased_after_its_time(store: Store) -> None:
    """By the same job that asks."""

    def work(tx: Tx) -> None:
        dana, vera, _ = team(tx)
        answered(tx, dana, vera)
        until = NOON + MONTH + KEPT
        caring.tend(tx, OFFICE, until - timedelta(seconds=1))
        assert [row.person_id for row in tx.execute(select(rows)) if row.body is not None] == [dana.id]
        caring.tend(tx, OFFICE, until)
        assert [row for row in tx.execute(select(rows)) if row.body is not None] == []

    store.write_now(work)


def test_where_nobody_could_read_it_nobody_is_asked(store: Store) -> None:
    """The only coordinator has nobody to tell it to."""

    def work(tx: Tx) -> None:
        dana, vera, olga = team(tx)
        for one in (dana, olga):
            people.set_role(tx, one.id, Role.FAMILY, NOON)
        assert wellbeing.due(tx, NOON) == [vera.id]
        assert caring.tend(tx, OFFICE, NOON + MONTH) == 0

    store.write_now(work)
