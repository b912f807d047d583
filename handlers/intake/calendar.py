"""A day chosen by buttons: the year, then the month, then the day; or only the year, only the month.

What was opened last is kept in the draft: nothing, `198` for a decade, `2025`, `2025-07`.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from handlers.context import Context
from handlers.intake.choosing import choice
from handlers.intake.fields import Day
from handlers.rules.decision import Choice, Rows
from handlers.saying import Part, msg, partly, raw
from storage.records import StoredDraft

_YEARS = 12  # on one page; further back is one press away
_OLDEST = 100  # years ago; the birth of somebody who is looked for


def calendar(ctx: Context, draft: StoredDraft, field: Day, opened: str) -> tuple[Part, Rows]:
    """What is asked, and the buttons.

    Args:
        opened: As the draft keeps it.
    """
    today = ctx.day(ctx.now)
    if len(opened) == 7:
        return msg("calendar-day", date=partly(opened)), _days(draft, opened, today)
    if len(opened) == 4:
        return msg("calendar-month", date=partly(opened)), _months(ctx, draft, opened, today)
    if field.birth and not opened:
        return msg("calendar-decade"), _decades(draft, today)
    return msg("calendar-year"), _years(draft, opened, today)


def back(draft: StoredDraft, field: Day, opened: str) -> Choice:
    """One level up in the calendar; from the uppermost to the question in words."""
    if not opened:
        return choice(draft, msg("button-back"), "shut")
    return choice(draft, msg("button-back"), "calendar", _above(field, opened))


def _decades(draft: StoredDraft, today: date) -> Rows:
    decades = range((today.year - _OLDEST) // 10, today.year // 10 + 1)
    return tuple(_in_rows([choice(draft, raw(f"{one}0–{one}9"), "calendar", str(one)) for one in decades], 3))


def _years(draft: StoredDraft, opened: str, today: date) -> Rows:
    """The years of a decade; without one, the latest."""
    if opened:
        years: Sequence[int] = [int(f"{opened}{last}") for last in range(10)]
    else:
        years = range(today.year, today.year - _YEARS, -1)
    buttons = [choice(draft, raw(str(one)), "calendar", str(one)) for one in years if one <= today.year]
    rows = list(_in_rows(buttons, 3))
    if not opened:
        earlier = str((today.year - _YEARS) // 10)
        rows.append((choice(draft, msg("button-earlier-years"), "calendar", earlier),))
    return tuple(rows)


def _months(ctx: Context, draft: StoredDraft, year: str, today: date) -> Rows:
    months = [f"{year}-{month:02}" for month in range(1, 13)]
    buttons = [choice(draft, partly(one), "calendar", one) for one in months if one <= f"{today:%Y-%m}"]
    whole = (choice(draft, msg("button-only-year"), "day", year),)
    return (whole, *_in_rows(buttons, 1 if ctx.one_a_row else 2))


def _days(draft: StoredDraft, month: str, today: date) -> Rows:
    year, number = int(month[:4]), int(month[5:])
    days = [date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1)]
    buttons = [choice(draft, raw(str(one.day)), "day", one.isoformat()) for one in days if one <= today]
    whole = (choice(draft, msg("button-only-month"), "day", month),)
    return (whole, *_in_rows(buttons, 7))


def _above(field: Day, opened: str) -> str:
    if len(opened) == 7:
        return opened[:4]
    return opened[:3] if len(opened) == 4 and field.birth else ""


def _in_rows(buttons: Sequence[Choice], width: int) -> Iterator[tuple[Choice, ...]]:
    for start in range(0, len(buttons), width):
        yield tuple(buttons[start : start + width])
