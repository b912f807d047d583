"""Whom a broadcast reaches by what volunteers told, by when somebody wrote, by events; in a real database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from handlers.rules.audience import Audience, Group, Trait
from handlers.rules.volunteering import Skill
from storage import cases, incidents, people, profiles
from storage.profiles import Profile
from storage.records import Role, Situation
from storage.store import Store, Tx
from storage.tables import people as people_rows
from storage.tables import profiles as rows
from tests.handlers.made import NOON
from tests.handlers.test_casting import VOLUNTEERS, crowd, family, whom

BOTH = Audience(frozenset({Group.VOLUNTEERS, Group.FAMILIES}))


def told(tx: Tx, **how: tuple[str | None, tuple[str, ...], tuple[str, ...]]) -> dict[str, str]:
    """Volunteers who read in English; of each, by her name here: region, languages, skills. Their ids."""
    team = crowd(tx, len(how))
    for person, (region, languages, skills) in zip(team, how.values(), strict=True):
        profiles.keep(tx, Profile(person.id, languages, region, skills), NOON)
    return dict(zip(how, (one.id for one in team), strict=True))


def only(audience: Audience, trait: Trait, *values: str) -> Audience:
    return replace(audience, only={trait: frozenset(values)})


@pytest.fixture
def team(store: Store) -> dict[str, str]:
    return store.write_now(
        lambda tx: told(
            tx,
            driver=("kz-almaty", ("kk", "ru"), ("drive", "call")),
            lawyer=("xj-ili", ("zh-Hans",), ("legal",)),
            silent=(None, (), ()),
        )
    )


def test_by_skill_whoever_has_told_it(store: Store, team: dict[str, str]) -> None:
    """Who has told nothing is neither chosen by a skill nor left out by one."""
    assert whom(store, only(VOLUNTEERS, Trait.SKILL, Skill.DRIVE)) == {team["driver"]}
    assert whom(store, only(VOLUNTEERS, Trait.SKILL, "drive", "legal")) == {team["driver"], team["lawyer"]}
    without = replace(VOLUNTEERS, without={Trait.SKILL: frozenset({"drive"})})
    assert whom(store, without) == {team["lawyer"], team["silent"]}


def test_by_the_languages_that_she_speaks_and_the_one_that_she_reads(
    store: Store, team: dict[str, str]
) -> None:
    """A volunteer who reads English here and speaks Kazakh has both; a relative only what she reads."""
    mother = store.write_now(lambda tx: family(tx, 7, "K7Q-4M2", None, Situation.MISSING))
    store.write_now(lambda tx: people.set_language(tx, mother.id, "kk"))
    assert whom(store, only(BOTH, Trait.LANGUAGE, "kk")) == {team["driver"], mother.id}
    assert whom(store, only(BOTH, Trait.LANGUAGE, "en")) == set(team.values())
    without = replace(BOTH, without={Trait.LANGUAGE: frozenset({"zh-Hans"})})
    assert whom(store, without) == {team["driver"], team["silent"], mother.id}


def test_by_the_region_where_she_is(store: Store, team: dict[str, str]) -> None:
    """A region holds what lies in it, for volunteers as for families; coordinators are everywhere."""
    mother = store.write_now(lambda tx: family(tx, 7, "K7Q-4M2", "xj-ili", Situation.MISSING))
    assert whom(store, only(BOTH, Trait.REGION, "xj")) == {team["lawyer"], mother.id}
    assert whom(store, only(BOTH, Trait.REGION, "kz-almaty")) == {team["driver"]}

    def joins(tx: Tx) -> str:
        person = people.welcome(tx, 8, 8, NOON)
        people.set_role(tx, person.id, Role.COORDINATOR, NOON)
        return person.id

    everywhere = Audience(frozenset({Group.COORDINATORS}))
    joined = store.write_now(joins)
    assert whom(store, only(everywhere, Trait.REGION, "xj")) == {joined}


def test_what_is_damaged_holds_up_nobody(store: Store, team: dict[str, str]) -> None:
    """She counts as somebody who has told nothing."""

    def damage(tx: Tx) -> None:
        tx.execute(update(rows).where(rows.c.person_id == team["driver"]).values(body=b"damaged"))

    store.write_now(damage)
    assert whom(store, only(VOLUNTEERS, Trait.SKILL, "drive", "legal")) == {team["lawyer"]}


def test_nothing_is_opened_where_nothing_of_it_decides(
    store: Store, team: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the team told of itself is read only where the team is asked: whoever rests is spared."""
    assert whom(store, VOLUNTEERS) == set(team.values())
    monkeypatch.delattr(profiles, "between")
    families = Audience(frozenset({Group.FAMILIES}))
    assert whom(store, only(families, Trait.LANGUAGE, "kk")) == set()
    with pytest.raises(AttributeError):
        whom(store, VOLUNTEERS)


def test_by_when_she_last_wrote(store: Store, team: dict[str, str]) -> None:
    """Within so many days, or not; the day itself counts."""

    def wrote(tx: Tx) -> None:
        for name, days in (("driver", 0), ("lawyer", 30), ("silent", 31)):
            at = NOON - timedelta(days=days)
            tx.execute(update(people_rows).where(people_rows.c.id == team[name]).values(seen_at=at))

    store.write_now(wrote)
    assert whom(store, only(VOLUNTEERS, Trait.ACTIVE, "7")) == {team["driver"]}
    assert whom(store, only(VOLUNTEERS, Trait.ACTIVE, "30")) == {team["driver"], team["lawyer"]}
    lately = replace(VOLUNTEERS, without={Trait.ACTIVE: frozenset({"30"})})
    assert whom(store, lately) == {team["silent"]}


def test_by_the_event_that_a_case_is_under(store: Store) -> None:
    """Of two events either; an event that is not there chooses nobody."""

    def tell(tx: Tx) -> tuple[list[str], list[str]]:
        author = people.welcome(tx, 50, 50, NOON)
        who = [
            family(tx, number, code, None, Situation.MISSING).id
            for number, code in ((1, "K7Q-4M2"), (2, "K7Q-4M3"), (3, "K7Q-4M4"))
        ]
        events = [incidents.begin(tx, author.id, name, NOON) for name in ("one", "two")]
        for person, event in zip(who, events, strict=False):
            ((case_id, _),) = cases.codes_followed(tx, person)
            incidents.put(tx, event, case_id, NOON)
        return who, events

    who, events = store.write_now(tell)
    families = Audience(frozenset({Group.FAMILIES}))
    assert whom(store, only(families, Trait.INCIDENT, events[0])) == {who[0]}
    assert whom(store, only(families, Trait.INCIDENT, *events)) == set(who[:2])
    without = replace(families, without={Trait.INCIDENT: frozenset({events[0]})})
    assert whom(store, without) == set(who[1:])
    assert whom(store, only(families, Trait.INCIDENT, "f" * 32)) == set()
