"""What volunteers can do and when, and who fits what is asked: a proposal, and never a verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from handlers.rules.office import Office, held_until
from handlers.saying import Part, msg, place
from locales.gazetteer import Gazetteer
from storage.records import Person
from storage.team import DAY, Profile


class Skill(StrEnum):
    """What somebody can do, and what is asked of her on a case."""

    CALL = "call"
    TRANSLATE = "translate"
    VISIT = "visit"
    WRITE = "write"  # petitions
    LEGAL = "legal"
    DRIVE = "drive"


def role_part(skill: str) -> Part:
    """What is asked on a case, in a few words."""
    return msg(f"option-role-skill-{skill}")


HOURS: dict[str, tuple[time, time]] = {
    "day": DAY,
    "morning": (time(9), time(13)),
    "afternoon": (time(13), time(18)),
    "evening": (time(18), time(21)),
    "late": (time(18), time(22, 30)),
}
"""What can be chosen, by the name of its text."""

MOST = (1, 2, 3, 5, 8)
"""How many cases at once can be chosen."""

_IN_HER_WORDS = frozenset({Skill.CALL, Skill.TRANSLATE, Skill.VISIT})  # worth nothing in another language
_ON_THE_SPOT = frozenset({Skill.VISIT, Skill.DRIVE})
_THERE, _NEAR, _ELSEWHERE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked for.

    Attributes:
        language: That the family speaks.
        region: A place of the gazetteer; None where it does not matter.
        urgent: Whoever is there now comes first.
    """

    skill: Skill
    language: str
    region: str | None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Helper:
    """A volunteer, as she is now.

    Attributes:
        load: On how many cases she has something in hand.
        family: She follows the case that it is about.
    """

    person: Person
    profile: Profile
    load: int
    family: bool = False


def monday_after(today: date) -> date:
    """The next Monday; a week away on a Monday."""
    return today + timedelta(days=7 - today.weekday())


def able(one: Helper, need: Need, office: Office, now: datetime) -> bool:
    """Whether she may be asked at all: what she told forbids it nowhere.

    What she has told nothing of is not held against her.
    """
    told = one.profile
    today = now.astimezone(office.zone_of(one.person)).date()
    return (
        one.person.reachable
        and not one.family
        and one.load < told.most
        and not told.rests_on(today)
        and len(told.days_off) < 7
        and (not told.skills or need.skill in told.skills)
        and not (need.skill in _IN_HER_WORDS and told.languages and need.language not in told.languages)
    )


def ranked(helpers: Iterable[Helper], need: Need, office: Office, now: datetime) -> list[Helper]:
    """Who may be asked, whoever fits best first."""

    def order(one: Helper) -> tuple[object, ...]:
        told = one.profile
        speaks, far = need.language not in told.languages, _distance(told.region, need.region)
        first = (far, speaks) if need.skill in _ON_THE_SPOT else (speaks, far)
        away = held_until(office.zone_of(one.person).key, now, told) or now
        waits = away if need.urgent else now
        return (need.skill not in told.skills, waits, *first, one.load / told.most, away, one.person.id)

    return sorted((one for one in helpers if able(one, need, office, now)), key=order)


def why(one: Helper, need: Need, office: Office, now: datetime) -> list[Part]:
    """What speaks for her, and what is not known, each in some words."""
    told = one.profile
    parts: list[Part] = []
    if need.skill not in told.skills:
        parts.append(msg("fits-skills-unknown"))
    if need.language in told.languages:
        parts.append(msg("fits-language", language=msg(f"language-{need.language}")))
    else:
        parts.append(msg("fits-language-other" if told.languages else "fits-language-unknown"))
    if told.region is not None:
        near = need.region is not None and _distance(told.region, need.region) == _NEAR
        parts.append(msg("fits-near" if near else "fits-place", place=place(told.region)))
    parts.append(msg("fits-load", load=str(one.load), most=str(told.most)))
    away = held_until(office.zone_of(one.person).key, now, told)
    parts.append(msg("fits-now") if away is None else msg("fits-from", at=away))
    return parts


def _distance(hers: str | None, wanted: str | None) -> int:
    if hers is None or wanted is None:
        return _ELSEWHERE
    table = Gazetteer.load()
    around_hers, around_wanted = _with_around(table, hers), _with_around(table, wanted)
    if hers in around_wanted or wanted in around_hers:
        return _THERE
    return _NEAR if set(around_hers) & set(around_wanted) else _ELSEWHERE


def _with_around(table: Gazetteer, place_id: str) -> Sequence[str]:
    """It and what it lies in, without its country: all of Kazakhstan is not near."""
    if place_id not in table.places:
        return (place_id,)
    return [one for one in (place_id, *table.around(place_id)) if table.places[one].kind != "country"] or [
        place_id
    ]
