"""Looks for whom a broadcast reaches: slice by slice, opening only the cases that decide.

The machine does it, for counts and for sending; what it opens goes to nobody.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from handlers.rules.audience import ACTIVE_DAYS, Audience, Known, OfCase, Trait, reaches
from handlers.rules.badnews import shown_situation
from locales.gazetteer import Gazetteer
from storage import cases, incidents, profiles, reach
from storage.errors import SealBroken
from storage.profiles import Profile
from storage.reach import Near, Tied
from storage.records import Case, Stage
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Slice:
    """Some people, looked at.

    Attributes:
        found: Whom it reaches of them.
        last_id: Where the next slice begins; None where there is none.
    """

    found: Sequence[Near]
    last_id: str | None


def look(
    tx: Tx,
    audience: Audience,
    after_id: str,
    limit: int,
    now: datetime,
    *,
    spared: Callable[[Profile], bool] = lambda _told: False,
) -> Slice:
    """Look at up to *limit* people with ids after *after_id*.

    Args:
        spared: Who of the team is not written to, as one of the team, after what she told of herself.
    """
    near = reach.some_people(tx, after_id, limit, role=audience.only_role)
    if not near:
        return Slice((), None)
    last_id = near[-1].id
    tied: dict[str, list[Tied]] = {}
    if audience.asks_cases:
        for tie in reach.ties(tx, after_id, last_id):
            tied.setdefault(tie.person_id, []).append(tie)
    under = {one: incidents.case_ids(tx, one) for one in audience.asked(Trait.INCIDENT)}
    told = profiles.between(tx, after_id, last_id) if audience.asks_team else {}
    active = _active(tx, audience, after_id, last_id, now)
    found = []
    for one in near:
        hers = told.get(one.id) or Profile(one.id)
        known = Known(
            one.role,
            one.language or "",
            tuple(_of_case(tx, tie, under) for tie in tied.get(one.id, ())),
            frozenset(span for span, ids in active.items() if one.id in ids),
            skills=frozenset(hers.skills),
            speaks=frozenset(hers.languages),
            places=frozenset(_around(hers.region or "")),
            spared=one.id in told and spared(hers),
        )
        if reaches(audience, known):
            found.append(one)
    return Slice(found, last_id if len(near) == limit else None)


def _active(tx: Tx, audience: Audience, after_id: str, last_id: str, now: datetime) -> dict[str, set[str]]:
    asked = audience.asked(Trait.ACTIVE)
    return {
        span: reach.seen_since(tx, after_id, last_id, now - timedelta(days=int(span)))
        for span in ACTIVE_DAYS
        if span in asked
    }


def _of_case(tx: Tx, tie: Tied, under: Mapping[str, Collection[str]]) -> OfCase:
    @cache
    def opened() -> Case | None:
        try:
            return cases.by_id(tx, tie.case_id)
        except SealBroken:
            return None  # damaged on the disk: it has no region and no situation, and holds up nobody

    def region() -> Collection[str]:
        case = opened()
        return regions_of(case) if case is not None else ()

    def situation() -> str:
        case = opened()
        return shown_situation(case, tie.person_id).value if case is not None else ""

    told = tie.told_by is not None and (
        tie.told_by == tie.person_id or tie.told_by in reach.once(tx, tie.case_id, tie.person_id)
    )
    above = [incident for incident, cases_under in under.items() if tie.case_id in cases_under]
    return OfCase(tie.case_id, told, Stage(tie.stage), above, region, situation)


def regions_of(case: Case) -> tuple[str, ...]:
    """Where the person was last, and what lies around that; where it was told in words alone, nowhere."""
    value = case.body.get("answers", {}).get("where", {}).get("value")
    return _around(str(value.get("place")) if isinstance(value, dict) else "")


def _around(place_id: str) -> tuple[str, ...]:
    table = Gazetteer.load()
    return (place_id, *table.around(place_id)) if place_id in table.places else ()


@cache
def regions() -> tuple[str, ...]:
    """The regions that somebody may choose from: those in which people go missing, first."""
    places = Gazetteer.load().places.values()
    near = [one.id for one in places if one.id.startswith("xj") and one.kind in ("region", "prefecture")]
    cities = ("kz-almaty", "kz-astana", "kz-shymkent")
    far = [one.id for one in places if one.kind == "region" and not one.id.startswith("xj")]
    return (*near, *(one for one in cities if one in Gazetteer.load().places), *far)
