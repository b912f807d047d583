"""Where somebody was, and when: what is known of it in one order, and where nothing is.

Days are known in part. A point stands where its first possible day puts it; a gap is shown where
between the last day that one can be, and the first of the next, there are more than four weeks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from handlers.intake.outline import items_of
from storage.records import Json

KINDS = ("to-cn", "to-kz", "passport", "summons", "contact", "call", "other")
_GAP = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that happened.

    Attributes:
        kind: Of `KINDS`; `border` where it is not known in which direction it was crossed.
        day: As a `Day` answer has it; None where it is not known at all.
        source: `report`, or the id of the matter.
        told: What else is known of it, as answers.
    """

    kind: str
    day: Json | None
    source: str
    told: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing is known between these two months, EDTF."""

    since: str
    until: str


def timeline(points: Iterable[Point]) -> list[Point | Gap]:
    """The earliest first, with the gaps; what has no day stands at the end."""
    known = list(points)
    dated = sorted((one for one in known if one.day is not None), key=_order)
    found: list[Point | Gap] = []
    reached: date | None = None
    for one in dated:
        assert one.day is not None
        first, last = _day(one.day["first"]), _day(one.day["last"])
        if reached is not None and first is not None and first - reached > _GAP:
            found.append(Gap(f"{reached:%Y-%m}", f"{first:%Y-%m}"))
        found.append(one)
        # What is open at its end ("since March") says nothing of later days; its first day is what counts.
        end = last or first
        reached = end if reached is None or (end is not None and end > reached) else reached
    return [*found, *(one for one in known if one.day is None)]


def _order(one: Point) -> tuple[date, date]:
    assert one.day is not None
    first, last = _day(one.day["first"]), _day(one.day["last"])
    return first or last or date.min, last or date.max


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None


def told_points(told: Json) -> list[Point]:
    """What the report says already: crossings, and when the person was last seen or heard of."""
    answers = told["answers"]
    points = []
    for number in items_of(told, "crossings"):
        parts = {
            name: answers.get(f"crossings.{number}.{name}", {}) for name in ("place", "direction", "date")
        }
        direction = parts["direction"].get("value") or "border"
        points.append(Point(direction, _partial(parts["date"]), "report", parts))
    last_seen = _partial(answers.get("when", {}))
    if last_seen is not None:
        points.append(Point("contact", last_seen, "report", {"place": answers.get("where", {})}))
    return points


def _partial(answer: Json) -> Json | None:
    value = answer.get("value")
    return value if isinstance(value, dict) and "edtf" in value else None
