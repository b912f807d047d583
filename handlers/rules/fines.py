"""Fines: what is paid and what is not, by currency, and when the owner of a case is reminded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from handlers.rules.deadlines import Rung
from storage.records import Json

WHOM = ("person", "family", "other")
_SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Total:
    """Of one currency.

    Attributes:
        currency: ISO 4217.
        amount: Of all fines, paid or not.
    """

    currency: str
    amount: Decimal
    unpaid: Decimal


def totals(fines: Iterable[Json]) -> list[Total]:
    """By currency, in the order of the alphabet; sums of different currencies are never added up."""
    sums: dict[str, Total] = {}
    for one in fines:
        value = one["amount"]["value"]
        code, amount = str(value["currency"]), Decimal(value["amount"])
        before = sums.get(code, Total(code, Decimal(0), Decimal(0)))
        unpaid = Decimal(0) if is_paid(one) else amount
        sums[code] = Total(code, before.amount + amount, before.unpaid + unpaid)
    return [sums[code] for code in sorted(sums)]


def is_paid(fine: Json) -> bool:
    """Whether it was paid, with or without a day or a receipt."""
    return "paid" in fine


def due_day(fine: Json) -> date | None:
    """The latest day by which it must be paid; None where that is not known."""
    value = fine.get("due", {}).get("value")
    return date.fromisoformat(value["last"]) if value and value["last"] else None


def rungs(due: date | None) -> list[Rung]:
    """Three days before, on the day, and once it is over."""
    if due is None:
        return []
    return [Rung("soon", due - _SOON), Rung("today", due), Rung("overdue", due + timedelta(days=1))]
