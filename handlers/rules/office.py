"""When somebody is really there to read, and by when the hotline can promise to write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.rules.workdays import REPLY_DAYS, Workdays
from handlers.saying import Part, msg

_PUSH_FROM, _PUSH_UNTIL = time(9), time(21)  # a family is never woken by the machine


@dataclass(frozen=True, slots=True)
class Office:
    """The organisation's hours, in its own zone.

    Attributes:
        days: Monday is 0.
        promise_days: After how many days at the latest a family hears again.
        bot_username: As Telegram knows the bot, without @.
        keep_closed_days: After how many days a closed report is erased; None for never.
        workdays: On which days offices work.
        reply_days: After how many working days which of them must answer.
    """

    zone: ZoneInfo
    hours: tuple[time, time]
    days: frozenset[int]
    promise_days: int
    bot_username: str
    keep_closed_days: int | None = None
    workdays: Workdays = field(default_factory=Workdays)
    reply_days: Mapping[str, int] = field(default_factory=lambda: REPLY_DAYS)

    def is_open(self, now: datetime) -> bool:
        """Whether somebody is there at *now*."""
        here = now.astimezone(self.zone)
        return here.weekday() in self.days and self.hours[0] <= here.time() < self.hours[1]

    def opens(self, now: datetime) -> datetime:
        """The next time at which somebody is there, aware, in the office's zone; *now* itself when open."""
        here = now.astimezone(self.zone)
        if self.is_open(now):
            return here
        day = here.date()
        for _ in range(8):
            start = datetime.combine(day, self.hours[0], self.zone)
            if day.weekday() in self.days and start >= here:
                return start
            day += timedelta(days=1)
        raise ValueError("an office that never opens")

    def today(self, now: datetime) -> date:
        """The date at the office."""
        return now.astimezone(self.zone).date()

    def promise(self, now: datetime) -> date:
        """By which day a family is written to next: at the latest as promised, on an office day if any is."""
        latest = self.today(now) + timedelta(days=self.promise_days)
        for earlier in range(self.promise_days):
            day = latest - timedelta(days=earlier)
            if day.weekday() in self.days:
                return day
        return latest

    def may_push(self, now: datetime) -> bool:
        """Whether the machine may write to somebody who did not just write to it."""
        return _PUSH_FROM <= now.astimezone(self.zone).time() < _PUSH_UNTIL

    def next_push(self, at: datetime) -> datetime:
        """The next time at which the machine may write, from *at* on; *at* itself when it may."""
        if self.may_push(at):
            return at
        here = at.astimezone(self.zone)
        day = here.date() if here.time() < _PUSH_FROM else here.date() + timedelta(days=1)
        return datetime.combine(day, _PUSH_FROM, self.zone).astimezone(at.tzinfo)

    def hours_part(self) -> Part:
        """The opening hours as a sentence."""
        start, end = (f"{at:%H:%M}" for at in self.hours)
        city: Part | str = self.zone.key.rpartition("/")[2].replace("_", " ")
        if city == "Almaty":
            city = msg("city-almaty")
        days = sorted(self.days)
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
            return msg(
                "office-hours-range",
                start=start,
                end=end,
                city=city,
                first=msg(f"weekday-{days[0] + 1}"),
                last=msg(f"weekday-{days[-1] + 1}"),
            )
        return msg(
            "office-hours-list",
            start=start,
            end=end,
            city=city,
            days=[msg(f"weekday-{day + 1}") for day in days],
        )

    def reading_part(self, now: datetime) -> Part:
        """When somebody will read what was just written, honestly."""
        return msg("reads-now") if self.is_open(now) else msg("reads-from", at=self.opens(now))
