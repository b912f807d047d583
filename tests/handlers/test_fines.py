"""Sums by currency, paid and not."""

from datetime import date
from decimal import Decimal

from handlers.intake.fields import day_value
from handlers.rules.fines import Total, due_day, rungs, totals


def fine(amount: str, currency: str, **more: object) -> dict[str, object]:
    """A fine as it is kept."""
    return {"amount": {"value": {"amount": amount, "currency": currency}}, **more}


def test_sums_of_different_currencies_are_never_added_up() -> None:
    """And what is paid stays in the sum of all."""
    found = totals(
        [
            fine("87000", "KZT"),
            fine("5000", "CNY"),
            fine("15000.50", "KZT", paid={"value": None}),
            fine("0.10", "KZT"),
            fine("0.20", "KZT"),
        ]
    )
    assert found == [
        Total("CNY", Decimal("5000"), Decimal("5000")),
        Total("KZT", Decimal("102000.80"), Decimal("87000.30")),
    ]
    assert totals([]) == []


def test_the_latest_day_counts_by_which_it_may_be_paid() -> None:
    """Nothing is due where no day was entered."""
    assert due_day(fine("1", "KZT", due={"value": day_value("2026-12")})) == date(2026, 12, 31)
    assert due_day(fine("1", "KZT")) is None
    assert [one.day.day for one in rungs(date(2026, 12, 15))] == [12, 15, 16]
    assert rungs(None) == []
