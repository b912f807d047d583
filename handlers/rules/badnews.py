"""Grave news: a family sees and hears it from a person first, and from the machine never before.

What a family may be shown at all of how things stand is decided here and nowhere else. How news gets
to her is in `handlers/rules/telling.py`.
"""

from enum import StrEnum
from typing import Any

from handlers.rules.claims import What
from handlers.rules.decision import ChangeCase, Decision
from handlers.rules.reporting import situation_told
from storage.records import Case, Situation

GRAVE = frozenset({What.DIED, What.SENTENCED, What.DEPORTED, What.TRANSFERRED})
"""What is told by a person, and by nothing else."""

_GRAVE_SITUATIONS = {
    Situation.DECEASED: What.DIED,
    Situation.SENTENCED: What.SENTENCED,
    Situation.DEPORTED: What.DEPORTED,
}


class Way(StrEnum):
    """How somebody wants to hear it."""

    CALL = "call"
    VISIT = "visit"
    WRITING = "writing"


def shown_situation(case: Case, person_id: str) -> Situation:
    """The situation as this relative may see it: what she was told, or what is no grave news.

    Until a person has told her, she sees what was shown before; nothing changes and gives it away.
    """
    what = _GRAVE_SITUATIONS.get(case.situation)
    if what is not None and was_told(case, person_id, what):
        return case.situation
    hers = case.body.get("shown-to", {})
    last = [hers[one] for one in _herself(case, person_id) if one in hers]
    return Situation(last[0]) if last else _seen(case)


def told_to(case: Case, what: What, heard: frozenset[str]) -> dict[str, Any]:
    """The case's body when a person has told *heard* that: from now on their screens may show it."""
    told = case.body.get("told", {})
    return {**case.body, "told": {**told, what.value: sorted({*told.get(what, ()), *heard})}}


def _seen(case: Case) -> Situation:
    shown = case.body.get("shown")
    return Situation(shown) if shown else situation_told(case.body.get("answers", {}))


def shown_from(case: Case, situation: Situation, *, firm: bool) -> dict[str, Any] | None:
    """The case's body where what families see changes with the situation; None where it stays.

    What was told before is over with it: who was told of a sentence must be told of the next one, too.

    Args:
        firm: Somebody else bears it out and nothing stands against it; a rumour is shown to no family.
    """
    if situation not in _GRAVE_SITUATIONS and firm:
        over = ("told", "shown-to")
        kept = {name: one for name, one in case.body.items() if name not in over}
        if situation is _seen(case) and kept == case.body:
            return None
        return {**kept, "shown": situation.value}
    before = _GRAVE_SITUATIONS.get(case.situation)
    knew = case.body.get("told", {}).get(before, ()) if situation is not case.situation else ()
    # What she was told stays on her card, also when something else comes that she is not told yet.
    hers = dict.fromkeys(knew, case.situation.value)
    return {**case.body, "shown-to": {**case.body.get("shown-to", {}), **hers}} if hers else None


def was_told(case: Case, person_id: str, what: What) -> bool:
    """Whether a person has told this relative that."""
    return not _herself(case, person_id).isdisjoint(case.body.get("told", {}).get(what, ()))


def wish(case: Case, person_id: str) -> Way | None:
    """How she wants to hear grave news; None where she has not said."""
    hears = case.body.get("hears", {})
    said = [hears[one] for one in _herself(case, person_id) if one in hears]
    return Way(said[0]) if said else None


def _herself(case: Case, person_id: str) -> set[str]:
    """Her, and who she was on this case before she unlinked her account."""
    herself = {person_id}
    for one in reversed(case.body.get("relinked", ())):
        if one["now"] in herself:
            herself.add(one["was"])
    return herself


def choose(case: Case, person_id: str, way: Way) -> Decision:
    """She says how she wants to hear grave news, if there ever is any."""
    hears = {name: one for name, one in case.body.get("hears", {}).items() if name != person_id}
    body = {**case.body, "hears": {**hears, person_id: way.value}}
    return Decision((ChangeCase(case.id, body=body),), (), ("chose-hearing", case.id))
