"""Whom a broadcast is for: chosen as a value, matched against what is known of one person at a time.

A family is chosen by what it is shown of its own case, never by grave news that nobody has told it: a
broadcast to the families of the dead would be that news.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from storage.records import Json, Role, Stage


class Group(StrEnum):
    """As what somebody is written to."""

    FAMILIES = "families"  # who told of somebody missing
    FOLLOWERS = "followers"  # who follows a case that another told
    VOLUNTEERS = "volunteers"
    COORDINATORS = "coordinators"


class Trait(StrEnum):
    """By what people are chosen, or left out."""

    LANGUAGE = "language"
    REGION = "region"
    SITUATION = "situation"
    STAGE = "stage"
    INCIDENT = "incident"
    SKILL = "skill"
    ACTIVE = "active"  # wrote within so many days


ACTIVE_DAYS = ("7", "30", "90", "365")


@dataclass(frozen=True, slots=True)
class OfCase:
    """What is known of one case that she follows; what is sealed is asked for only where it decides.

    Attributes:
        told: She told it herself.
        incidents: What it is under.
        region: The places where the person was last, the nearest first.
        situation: As she is shown it.
    """

    id: str
    told: bool
    stage: Stage
    incidents: Collection[str]
    region: Callable[[], Collection[str]]
    situation: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person.

    Attributes:
        language: In which she reads the hotline.
        active: The spans of `ACTIVE_DAYS` within which she wrote.
        speaks: Languages that she told of as a volunteer.
        places: Where she is as a volunteer, and what lies around that.
        spared: She is on the team, and rests.
    """

    role: Role
    language: str
    cases: tuple[OfCase, ...] = ()
    active: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    speaks: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    spared: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom it is for.

    Attributes:
        who: At least one of these she must be.
        only: By trait: one of these she must have.
        without: By trait: none of these.
        left_out: Ids of cases whose families do not get it.
    """

    who: frozenset[Group] = frozenset()
    only: Mapping[Trait, frozenset[str]] = field(default_factory=dict)
    without: Mapping[Trait, frozenset[str]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @property
    def asks_cases(self) -> bool:
        """Whether cases must be looked at."""
        return not self.who.isdisjoint({Group.FAMILIES, Group.FOLLOWERS})

    @property
    def asks_team(self) -> bool:
        """Whether it is for somebody as one of the team."""
        return not self.who.isdisjoint({Group.VOLUNTEERS, Group.COORDINATORS})

    @property
    def only_role(self) -> Role | None:
        """The role that everybody has whom it reaches; None where there are several."""
        if self.who == {Group.VOLUNTEERS}:
            return Role.VOLUNTEER
        return Role.COORDINATOR if self.who == {Group.COORDINATORS} else None

    def asks(self, trait: Trait) -> bool:
        """Whether this trait decides anything."""
        return bool(self.asked(trait))

    def asked(self, trait: Trait) -> frozenset[str]:
        """The values of this trait by which somebody is chosen or left out."""
        return self.only.get(trait, frozenset()) | self.without.get(trait, frozenset())


FIRST = Audience(without={Trait.STAGE: frozenset({Stage.CLOSED.value})})
"""With what a new one begins: who is on a case that is not closed."""


def of_incident(incident_id: str) -> Audience:
    """The families of all who are under an incident, and whoever else follows their cases."""
    return Audience(
        frozenset({Group.FAMILIES, Group.FOLLOWERS}),
        {Trait.INCIDENT: frozenset({incident_id})},
        FIRST.without,
    )


def kept(audience: Audience) -> dict[str, Any]:
    """As JSON."""
    return {
        "who": sorted(audience.who),
        "only": {trait.value: sorted(values) for trait, values in audience.only.items()},
        "without": {trait.value: sorted(values) for trait, values in audience.without.items()},
        "left-out": sorted(audience.left_out),
    }


def from_json(body: Json) -> Audience:
    """From what `kept` gave."""
    return Audience(
        frozenset(Group(one) for one in body["who"]),
        {Trait(trait): frozenset(values) for trait, values in body["only"].items()},
        {Trait(trait): frozenset(values) for trait, values in body["without"].items()},
        frozenset(body["left-out"]),
    )


def toggled(audience: Audience, trait: Trait, value: str) -> Audience:
    """One press on a value: only these; a second: all but these; a third: it does not matter."""
    only, without = audience.only.get(trait, frozenset()), audience.without.get(trait, frozenset())
    if value in only:
        only, without = only - {value}, without | {value}
    elif value in without:
        without -= {value}
    else:
        only |= {value}
    if trait is Trait.ACTIVE:
        # One span says it all: the shortest of two would make the other needless.
        only, without = (only & {value}, without & {value})
    return Audience(
        audience.who,
        _with(audience.only, trait, only),
        _with(audience.without, trait, without),
        audience.left_out,
    )


def _with(
    chosen: Mapping[Trait, frozenset[str]], trait: Trait, values: frozenset[str]
) -> dict[Trait, frozenset[str]]:
    rest = {one: some for one, some in chosen.items() if one is not trait}
    return {**rest, trait: values} if values else rest


def reaches(audience: Audience, known: Known) -> bool:
    """Whether this person is meant."""
    if not _fits(audience, Trait.ACTIVE, known.active):
        return False
    if _is_asked_volunteer(audience, known) and _by_profile(audience, known):
        return True
    if not _fits(audience, Trait.LANGUAGE, (known.language,)):
        return False
    if Group.COORDINATORS in audience.who and known.role is Role.COORDINATOR and not known.spared:
        return True
    if any(one.id in audience.left_out for one in known.cases):
        return False
    return any(_by_case(audience, one) for one in known.cases)


def _is_asked_volunteer(audience: Audience, known: Known) -> bool:
    return Group.VOLUNTEERS in audience.who and known.role is Role.VOLUNTEER and not known.spared


def _by_profile(audience: Audience, known: Known) -> bool:
    return (
        _fits(audience, Trait.LANGUAGE, {known.language, *known.speaks})
        and _fits(audience, Trait.REGION, known.places)
        and _fits(audience, Trait.SKILL, known.skills)
    )


def _by_case(audience: Audience, case: OfCase) -> bool:
    if (Group.FAMILIES if case.told else Group.FOLLOWERS) not in audience.who or case.stage is Stage.MERGED:
        return False
    return (
        _fits(audience, Trait.STAGE, (case.stage.value,))
        and _fits(audience, Trait.INCIDENT, case.incidents)
        # Asked last, and only where it decides: to answer, the case must be opened.
        and (not audience.asks(Trait.REGION) or _fits(audience, Trait.REGION, case.region()))
        and (not audience.asks(Trait.SITUATION) or _fits(audience, Trait.SITUATION, (case.situation(),)))
    )


def _fits(audience: Audience, trait: Trait, has: Iterable[str]) -> bool:
    has = frozenset(has)
    only = audience.only.get(trait)
    return (only is None or not only.isdisjoint(has)) and audience.without.get(trait, frozenset()).isdisjoint(
        has
    )
