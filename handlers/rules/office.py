"""When somebody is really there to read, and by when the hotline can promise to write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.rules.reminding_steps import STEPS, Steps
from handlers.rules.workdays import REPLY_DAYS, Workdays
from handlers.saying import Part, msg
from storage.records import Person
from storage.team import Profile

_USUAL = Profile("")  # nobody is woken by the machine, wherever she lives
_LONGEST_REST = 62  # days that are looked through for one on which somebody is there
_WORD_FROM = time(12)  # so long the team has on a promised day to write something better


@dataclass(frozen=True, slots=True)
class Daytime:
    """When somebody is told of something: at a time of day where she lives.

    Attributes:
        at: Not earlier; by her day already. When it really goes out, after whatever held it up, her
            day is looked at again: she may live elsewhere by then.
        zone: Whose day counts where she has named none.
        own: The hours, days off and rest that she has told count, instead of the usual day.
    """

    at: datetime
    zone: str
    own: bool = False


def held_until(zone: str, now: datetime, own: Profile | None = None) -> datetime | None:
    """Until when something must wait that would go out at night in *zone*; None: it is day there.

    Args:
        own: Whose hours, days off and rest count, instead of the usual day. Of a rest without an
            end the next morning is told: she may be back by then.
    """
    here = now.astimezone(ZoneInfo(zone))
    profile = own or _USUAL
    for ahead in range(_LONGEST_REST):
        day = here.date() + timedelta(days=ahead)
        if day.weekday() in profile.days_off or profile.rests_on(day):
            continue
        begins, ends = (datetime.combine(day, at, here.tzinfo) for at in profile.hours)
        if here < begins:
            return begins.astimezone(now.tzinfo)
        if here < ends:
            return None
    tomorrow = datetime.combine(here.date() + timedelta(days=1), profile.hours[0], here.tzinfo)
    return tomorrow.astimezone(now.tzinfo)


def within_hours(zone: str, at: datetime, span: timedelta, own: Profile) -> datetime:
    """When *span* has gone by from *at* on, if only her own hours count."""
    when, left = at, span
    for _ in range(_LONGEST_REST):
        when = held_until(zone, when, own) or when
        here = when.astimezone(ZoneInfo(zone))
        ends = datetime.combine(here.date(), own.hours[1], here.tzinfo).astimezone(when.tzinfo)
        if when + left <= ends:
            break
        left -= max(ends - when, timedelta(0))
        when = max(ends, when)
    return when + left


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
        reminders: When somebody is reminded of a task, by its kind.
        broadcast_alone: To how many people one coordinator may write at once without another's yes.
    """

    zone: ZoneInfo
    hours: tuple[time, time]
    days: frozenset[int]
    promise_days: int
    bot_username: str
    keep_closed_days: int | None = None
    workdays: Workdays = field(default_factory=Workdays)
    reply_days: Mapping[str, int] = field(default_factory=lambda: REPLY_DAYS)
    reminders: Mapping[str, Steps] = field(default_factory=lambda: STEPS)
    broadcast_alone: int = 50

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

    def zone_of(self, person: Person) -> ZoneInfo:
        """Where she lives, as far as we know."""
        return ZoneInfo(person.zone) if person.zone is not None else self.zone

    def may_push(self, now: datetime, zone: ZoneInfo | None = None) -> bool:
        """Whether the machine may write to somebody who did not just write to it.

        Args:
            zone: The reader's; None: that of the office.
        """
        return held_until((zone or self.zone).key, now) is None

    def next_push(self, at: datetime, zone: ZoneInfo | None = None) -> datetime:
        """The next time at which the machine may write, from *at* on; *at* itself when it may."""
        return held_until((zone or self.zone).key, at) or at

    def by_day(self, person: Person, now: datetime) -> Daytime:
        """As soon as it is day where she lives."""
        return Daytime(self.next_push(now, self.zone_of(person)), self.zone.key)

    def by_hours(self, person: Person, own: Profile, now: datetime) -> Daytime:
        """As soon as she is there, by the hours that she has told."""
        zone = self.zone_of(person).key
        return Daytime(held_until(zone, now, own) or now, self.zone.key, own=True)

    def words_are_due(self, now: datetime) -> bool:
        """Whether it is late enough on a promised day to say that there is nothing new."""
        return now.astimezone(self.zone).time() >= _WORD_FROM

    def next_word(self, at: datetime, zone: ZoneInfo) -> datetime:
        """The next time, from *at* on, at which somebody in *zone* may hear that there is nothing new.

        All words that fall due on one day of the office are due by noon there. Said only between
        then and midnight, they are said together: once a day to each reader, at her daytime.
        """
        when = at
        for _ in range(4):
            when = self.next_push(when, zone)
            if self.words_are_due(when):
                return when
            noon = datetime.combine(self.today(when), _WORD_FROM, self.zone)
            when = noon.astimezone(at.tzinfo)
        return self.next_push(when, zone)  # so far away that the afternoon there is never daytime here

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

    def reading_part(self, now: datetime, readers: Iterable[Person] = ()) -> Part:
        """When somebody will read what was just written, honestly.

        Args:
            readers: Who is told of it; where all of them sleep while the office is open, nobody reads yet.
        """
        at = self._reads(now, readers)
        return msg("reads-now") if at <= now else msg("reads-from", at=at)

    def absence(self, now: datetime, readers: Iterable[Person]) -> tuple[Part, ...]:
        """As `reading_part`, where nobody reads just now; else nothing."""
        at = self._reads(now, readers)
        return () if at <= now else (msg("reads-from", at=at),)

    def _reads(self, now: datetime, readers: Iterable[Person]) -> datetime:
        opens = self.opens(now)
        at = min((self.next_push(opens, self.zone_of(one)) for one in readers), default=opens)
        return at.astimezone(self.zone)
