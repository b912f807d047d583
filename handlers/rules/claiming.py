"""Entering, correcting, raising and setting aside a claim; what follows from it is written with it.

The situation is derived anew, claims that cannot both be true are marked, and grave news starts on
its way to the family: all in one decision, so that none of it is forgotten.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.rules import badnews, telling
from handlers.rules.claims import (
    CONTRADICTS,
    Certainty,
    Claim,
    What,
    contradictions,
    is_firm,
    read,
    reported,
    situation,
)
from handlers.rules.decision import AddMatter, Change, ChangeCase, ChangeMatter, Decision, Notice
from storage.records import Case, Json, Matter, MatterKind, MatterState, Person

_NEW = "~"  # the id of a claim that has none yet: after every other of the same moment


@dataclass(frozen=True, slots=True)
class Ground:
    """A case as it is when somebody claims something.

    Attributes:
        claims: Its open claims.
        news: Every piece of grave news on it.
        followers: Who hears about it.
        team: Coordinators.
        day_of: The date of a time where the office is.
    """

    case: Case
    claims: Sequence[Matter]
    news: Sequence[Matter]
    followers: Sequence[Person]
    team: Sequence[Person]
    day_of: Callable[[datetime], date]


def enter(
    ground: Ground, body: Json, by: Person, now: datetime, *, corrects: Matter | None = None
) -> Decision:
    """A new claim; or one that stands in place of another, which stays readable.

    Args:
        corrects: As she saw it; where it is another by now, nothing is done.
    """
    stand_in = Matter(
        _NEW, ground.case.id, MatterKind.CLAIM, MatterState.OPEN, by.id, now, now, None, None, 1, None, body
    )
    before = [one for one in ground.claims if corrects is None or one.id != corrects.id]
    after = [*before, stand_in]
    marked = _contradicting(ground, after)
    add = AddMatter(
        ground.case.id,
        MatterKind.CLAIM,
        body,
        by.id,
        replaces=corrects,
        said=CONTRADICTS if _NEW in marked else None,
    )
    what = What(body["what"])
    news = telling.noted(ground.case, what, ground.news, now)
    return Decision(
        (*_marks(before, marked), *_follows(ground, after), *news, add),
        _alerts(ground, by) if news else (),
        ("corrected-claim" if corrects is not None else "claimed", ground.case.id),
    )


def raise_certainty(ground: Ground, one: Matter, to: Certainty, by: Person, now: datetime) -> Decision:
    """Somebody else bears it out, or there is a paper; who raised it, and when, stays with it."""
    steps = [*one.body.get("raised", ()), {"by": by.id, "at": now.isoformat(), "from": one.body["certainty"]}]
    body = {**one.body, "certainty": to.value, "raised": steps}
    after = [replace(each, body=body) if each.id == one.id else each for each in ground.claims]
    marked = _contradicting(ground, after)
    change = ChangeMatter(one, body=body, said=CONTRADICTS if one.id in marked else None)
    others = [each for each in ground.claims if each.id != one.id]
    return Decision(
        (change, *_marks(others, marked), *_follows(ground, after)), (), ("raised-claim", ground.case.id)
    )


def set_aside(ground: Ground, one: Matter, why: str, by: Person) -> Decision:
    """It turned out not to be so: it stays readable with the reason, and counts no more."""
    body = {**one.body, "aside": {"by": by.id, "text": why}}
    after = [each for each in ground.claims if each.id != one.id]
    marked = _contradicting(ground, after)
    change = ChangeMatter(one, state=MatterState.DONE, body=body, said=None)
    return Decision(
        (change, *_marks(after, marked), *_follows(ground, after)), (), ("set-claim-aside", ground.case.id)
    )


def _claims(ground: Ground, after: Sequence[Matter]) -> list[Claim]:
    return [reported(ground.case, ground.day_of), *(read(one, ground.day_of) for one in after)]


def _contradicting(ground: Ground, after: Sequence[Matter]) -> set[str]:
    return {one.id for pair in contradictions(_claims(ground, after)) for one in pair}


def _marks(others: Sequence[Matter], marked: set[str]) -> tuple[Change, ...]:
    """Claims that contradict now and did not, or no more."""
    return tuple(
        ChangeMatter(one, said=CONTRADICTS if one.id in marked else None)
        for one in others
        if (one.said == CONTRADICTS) is not (one.id in marked)
    )


def _follows(ground: Ground, after: Sequence[Matter]) -> tuple[Change, ...]:
    """What changes with the claims: the situation, what families see of it, news that is none any more."""
    claims = _claims(ground, after)
    now = situation(claims)
    body = badnews.shown_from(ground.case, now, firm=is_firm(claims))
    changes: list[Change] = []
    if now is not ground.case.situation or body is not None:
        changes.append(ChangeCase(ground.case.id, situation=now, body=body))
    said = {What(one.body["what"]) for one in after if "what" in one.body}
    return (*changes, *telling.unclaimed(said, ground.news))


def _alerts(ground: Ground, by: Person) -> tuple[Notice, ...]:
    team = telling.team_for(ground.team, ground.followers, by.id)
    return telling.alerts(ground.case, "alert-news", team)
