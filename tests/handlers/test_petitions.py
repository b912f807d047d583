"""By when an office must answer, and to whom one could turn next."""

from datetime import date

import pytest

from handlers.intake.fields import day_value
from handlers.rules.deadlines import Rung
from handlers.rules.petitions import due_day, next_to, rungs
from handlers.rules.workdays import REPLY_DAYS, Workdays


def letter(to: str, sent: str | None = "2026-11-24", **more: object) -> dict[str, object]:
    """A petition as it is kept."""
    day = {"sent": {"value": day_value(sent)}} if sent else {}
    return {"to": {"value": to}, **day, **{key: {"value": value} for key, value in more.items()}}


@pytest.mark.parametrize(
    ("petition", "due"),
    [
        (letter("ministry"), date(2026, 12, 15)),
        (letter("un"), None),
        (letter("other"), None),
        (letter("police", None), None),
        (letter("police", "2026-10"), date(2026, 11, 20)),  # the latest that it can be: 31 October
        (letter("police", "2026-10/.."), None),
        (letter("un", due=day_value("2026-12-24")), date(2026, 12, 24)),
        (letter("ministry", due=day_value("2026-12")), date(2026, 12, 31)),
        (letter("ministry", due=day_value("2026-12/..")), None),
    ],
)
def test_by_when_an_answer_is_due(petition: dict[str, object], due: date | None) -> None:
    """What was entered goes before what is counted."""
    assert due_day(petition, REPLY_DAYS, Workdays()) == due


def test_other_days_can_hold() -> None:
    """As the steward has set them."""
    assert due_day(letter("un", "2026-11-24"), {"un": 3}, Workdays()) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("to", "then"),
    [
        ("consulate", "ministry"),
        ("ministry", "prosecutor"),
        ("police", "prosecutor"),
        ("prosecutor", "court"),
        ("court", "un"),
        ("un", None),
        ("other", None),
    ],
)
def test_the_next_is_proposed(to: str, then: str | None) -> None:
    """Also while the answer is open, and after a no; not after a yes, nor where it was passed on."""
    assert next_to(letter(to)) == then
    assert next_to(letter(to, outcome="refused")) == then
    assert next_to(letter(to, outcome="granted")) is None
    assert next_to(letter(to, outcome="forwarded")) is None


def test_three_reminders_and_no_more() -> None:
    """Before, on, and after the day."""
    assert rungs(date(2026, 12, 15)) == [
        Rung("soon", date(2026, 12, 12)),
        Rung("today", date(2026, 12, 15)),
        Rung("overdue", date(2026, 12, 16)),
    ]
    assert rungs(None) == []
