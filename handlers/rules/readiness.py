"""What a UN body needs before it takes a case up, and how long the urgent way is open.

The UN Working Group on Enforced or Involuntary Disappearances (WGEID) requires six elements: full name;
date, at least month and year; place; the State forces believed responsible; the steps that were taken, or
why none could be; who submits. A case that is not older than three months goes the urgent way (its
methods of work). The Committee on Enforced Disappearances (CED, art. 30 of the Convention) takes
cases in a State party, or of a national of one, and never anonymous ones; China is none (general
knowledge, to be checked). Whether it applies a lawyer confirms: here it is only proposed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.intake.outline import items_of
from handlers.rules.deadlines import Rung
from handlers.rules.terms import Ends, Unit, last_day
from storage.records import Json

BODIES = ("wgeid", "ced", "wgad", "other")
OUTCOMES = ("registered", "asked", "transmitted", "refused", "closed")
ELEMENTS = ("name", "when", "where", "officials", "petitions", "phone")
"""The six, each by the question that asks for it, in the order of the form."""

_MONTH = 31
_CED_SINCE = date(2010, 12, 23)  # the Convention's entry into force; general knowledge, to be checked
_LEFT = (30, 14, 3)  # days at which the owner is reminded


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is there and what is not.

    Attributes:
        missing: Of `ELEMENTS`.
        consent: The family's answer to the UN question: yes, no, or None.
        ced: Whether art. 30 may be arguable.
    """

    missing: tuple[str, ...]
    consent: str | None
    ced: bool


def readiness(told: Json, *, petitioned: bool, homes: Iterable[str] = ()) -> Readiness:
    """Judge a report.

    Args:
        told: The case's body.
        petitioned: Whether the team itself has recorded a petition: steps by others count, too.
        homes: Ids of the countries in which the place of the report lies, as far as it is known.
    """
    there = {
        "name": _given(told, "name"),
        "when": _to_the_month(told),
        "where": _given(told, "where"),
        "officials": _given(told, "officials"),
        "petitions": petitioned
        or bool(items_of(told, "petitions"))
        or _given(told, "petitions")
        or _given(told, "obstacles"),
        "phone": _given(told, "phone"),
    }
    consent = told["answers"].get("consent-un", {}).get("value")
    return Readiness(tuple(one for one in ELEMENTS if not there[one]), consent, _arguable(told, set(homes)))


def _given(told: Json, key: str) -> bool:
    answer = told["answers"].get(key, {})
    return answer.get("state") == "given" and bool(
        answer.get("value") or answer.get("texts") or answer.get("files")
    )


def disappeared(told: Json) -> Ends | None:
    """The first and the last day that it can have been; None where that is not known, or open."""
    value = told["answers"].get("when", {}).get("value")
    if not isinstance(value, dict) or not value.get("first") or not value.get("last"):
        return None
    return Ends(date.fromisoformat(value["first"]), date.fromisoformat(value["last"]))


def _to_the_month(told: Json) -> bool:
    day = disappeared(told)
    return day is not None and (day.last - day.first).days < _MONTH


def _arguable(told: Json, homes: set[str]) -> bool:
    """A national of Kazakhstan, which is a party, or taken there, since the Convention holds."""
    chosen = told["answers"].get("citizenship", {}).get("value") or ()
    day = disappeared(told)
    return ("kz" in chosen or "kz" in homes) and (day is None or day.last >= _CED_SINCE)


def window(told: Json) -> Ends | None:
    """The last day of the urgent way: three months from the disappearance, which itself does not count."""
    day = disappeared(told)
    if day is None:
        return None
    # By the term's own way of counting, from the day after.
    first, last = (last_day(one + timedelta(days=1), 3, Unit.MONTHS) for one in (day.first, day.last))
    return Ends(first, last)


def rungs(ends: Ends | None) -> list[Rung]:
    """The owner is reminded by the earlier end, which is the one that can be missed."""
    if ends is None:
        return []
    left = [Rung(f"left-{days}", ends.first - timedelta(days=days)) for days in _LEFT]
    return [*left, Rung("over", ends.first + timedelta(days=1), silent=True)]
