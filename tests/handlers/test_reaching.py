"""Whom a broadcast reaches by what volunteers told of themselves, in a real database."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from handlers.rules.audience import Audience, Group, Trait
from handlers.rules.volunteering import Skill
from storage import people, profiles
from storage.profiles import Profile
from storage.records import Role, Situation
from storage.store import Store, Tx
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
    """What volunteers told is read only where it chooses."""
    monkeypatch.delattr(profiles, "between")
    assert whom(store, VOLUNTEERS) == set(team.values())
    families = Audience(frozenset({Group.FAMILIES}))
    assert whom(store, only(families, Trait.LANGUAGE, "kk")) == set()
    with pytest.raises(AttributeError):
        whom(store, only(VOLUNTEERS, Trait.SKILL, "drive"))
