"""A day to come that somebody of the team names in her own words."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.context import Context
from handlers.intake.fields import Day


def days_named(ctx: Context, within: timedelta) -> Sequence[date]:
    """Which days her words may mean, after today where she lives and no further ahead than *within*."""
    read = Day(ahead=True).read((ctx.arrival.text or "").strip() or "-", ctx.day(ctx.now))
    today = ctx.now.astimezone(ctx.office.zone_of(ctx.person)).date()
    days = [date.fromisoformat(one["first"]) for one in read.proposals if one["first"] == one["last"]]
    return [one for one in days if today < one <= today + within]
