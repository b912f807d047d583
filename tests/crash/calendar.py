"""Somebody chooses a day from the calendar: the year, perhaps the month, perhaps the day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from bot.sandbox.chats import Message
from locales.partial import in_words
from tests.crash.hands import Hands
from tests.crash.phrases import Value, when
from tests.crash.reader import seen


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of one question.

    Attributes:
        today: At the office.
        birth: It begins with decades.
    """

    hands: Hands
    today: date
    birth: bool

    async def chooses(self, asked: Message) -> Value:
        """Open it, and choose; returns what was chosen."""
        me = self.hands.reader
        self.hands.presses(asked, "button-calendar")
        if self.hands.chance(0.1):
            # She shuts it, and opens it after all.
            shut = await me.reads(
                "calendar-decade" if self.birth else "calendar-year", offering="button-back"
            )
            self.hands.presses(shut, "button-back")
            self.hands.presses(await me.reads("", offering="button-calendar"), "button-calendar")
        year = await self._year()
        month = await self._month(year)
        if month is None:
            return when(f"{year}", f"{year}-01-01", f"{year}-12-31")
        named = f"{year}-{month:02}"
        days = await self._asks("calendar-day", named)
        if self.hands.chance(0.2):
            # Another month, please.
            self.hands.presses(days, "button-back")
            month = await self._month(year)
            if month is None:
                return when(f"{year}", f"{year}-01-01", f"{year}-12-31")
            named = f"{year}-{month:02}"
            days = await self._asks("calendar-day", named)
        last = monthrange(year, month)[1]
        if self.hands.chance(0.2):
            self.hands.presses(days, "button-only-month")
            return when(named, f"{named}-01", f"{named}-{last:02}")
        day = self.hands.random.randint(1, last)
        self._presses(days, str(day))
        whole = f"{named}-{day:02}"
        return when(whole, whole, whole)

    async def _year(self) -> int:
        me, random = self.hands.reader, self.hands.random
        if self.birth:
            decade = random.randint(195, 199)
            self._presses(await me.reads("calendar-decade"), f"{decade}0–{decade}9")
            years = await me.reads("calendar-year")
            year = decade * 10 + random.randrange(10)
        else:
            years = await me.reads("calendar-year")
            # All of its months have been.
            year = self.today.year - random.randint(1, 8)
            if self.hands.chance(0.2):
                self.hands.presses(years, "button-earlier-years")
                years = await me.reads("calendar-year")
                year = (self.today.year - 12) // 10 * 10 + random.randrange(5)
        self._presses(years, str(year))
        return year

    async def _month(self, year: int) -> int | None:
        months = await self._asks("calendar-month", f"{year}")
        if self.hands.chance(0.15):
            self.hands.presses(months, "button-only-year")
            return None
        month = self.hands.random.randint(1, 12)
        self._presses(months, in_words(self.hands.reader.language, f"{year}-{month:02}"))
        return month

    async def _asks(self, text_id: str, edtf: str) -> Message:
        me = self.hands.reader
        return await me.reads("", containing=me.said(text_id, date=seen(in_words(me.language, edtf))))

    def _presses(self, message: Message, label: str) -> None:
        self.hands.reader.presses_words(message, seen(label), times=self.hands.haste)
