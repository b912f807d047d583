"""What is asked back: days, places and sums may mean several things, and she says which."""

from collections.abc import Sequence

from bot.sandbox.chats import Message
from handlers.intake.fields import Day
from handlers.intake.outline import Question
from locales.gazetteer import Gazetteer
from locales.partial import in_words
from tests.crash.calendar import Calendar
from tests.crash.phrases import NO_DAY, NO_SUM, PLACES, STILL_TO_COME, SUMS, Phrase, days
from tests.crash.reader import seen
from tests.crash.telling import Teller
from tests.crash.told import Answer


class AskedBack(Teller):
    """Somebody who is asked what she means."""

    async def day(self, question: Question, day: Day, asked: Message, answer: Answer) -> None:
        """A day: in words, from the calendar, by voice, or not known."""
        self.said_days.pop(question.key, None)
        way = self.hands.random.random()
        if way < 0.1:
            self.leaves(question, asked, answer)
        elif way < 0.2:
            self.speaks(answer)
        elif way < 0.35:
            answer.give(await self._calendar(day).chooses(asked))
        else:
            await self._day_in_words(question, day, asked, answer)

    def _calendar(self, day: Day) -> Calendar:
        return Calendar(self.hands, self.today, birth=day.birth)

    async def _day_in_words(self, question: Question, day: Day, asked: Message, answer: Answer) -> None:
        if self.hands.chance(0.2):
            future = self.hands.chance(0.3)
            text = STILL_TO_COME if future else self.hands.random.choice(NO_DAY)
            message = self.says(text, answer)
            asked = await self.me.reads("date-future" if future else "date-unclear", offering="button-pause")
            if self.hands.chance(0.3):
                self.hands.presses(asked, "button-as-written")
                self.means(text, None, answer)
                self.said_days[question.key] = message
                return
        known = days(self.me.language, birth=day.birth, yesterday=self.yesterday)
        while True:
            phrase = self.hands.random.choice(known)
            message = self.says(phrase.text, answer)
            asked = await self._day_asked_back(phrase)
            way = self.hands.random.random()
            if way < 0.1:
                continue  # she says it anew
            if way < 0.2:
                # She mends it where it stands; what it was before is kept all the same.
                answer.state, answer.value = "", None
                phrase = self.hands.random.choice([one for one in known if one.text != phrase.text])
                answer.remarks.append(phrase.text)
                self.hands.edits(message, phrase.text)
                asked = await self._day_asked_back(phrase)
                way = 1.0
            if way < 0.3:
                # What she wrote stays beside the day that she chose.
                answer.give(await self._calendar(day).chooses(asked))
            elif way < 0.35:
                self.leaves(question, asked, answer)
            else:
                labels = [in_words(self.me.language, one["edtf"]) for one in phrase.means]
                self._settles(phrase, asked, answer, labels)
                self.said_days[question.key] = message
            return

    async def _day_asked_back(self, phrase: Phrase) -> Message:
        if len(phrase.means) > 1:
            return await self.me.reads("date-which", offering="button-as-written")
        day = in_words(self.me.language, phrase.means[0]["edtf"])
        return await self.me.reads(
            "", containing=self.me.said("date-you-mean", date=seen(day)), offering="button-as-written"
        )

    def _settles(self, phrase: Phrase, asked: Message, answer: Answer, labels: Sequence[str]) -> None:
        """She says what she meant: one of several, the only one, or what she wrote."""
        if self.hands.chance(0.2):
            self.hands.presses(asked, "button-as-written")
            self.means(phrase.text, None, answer)
            return
        number = self.hands.random.randrange(len(labels))
        only = len(labels) == 1 and "place" not in phrase.means[0]
        label = self.me.plain("button-yes") if only else seen(labels[number])
        self.me.presses_words(asked, label, times=self.hands.haste)
        self.means(phrase.text, phrase.means[number], answer)

    async def place(self, question: Question, asked: Message, answer: Answer) -> None:
        """A place: by its name, on the map, in words, by voice, or not known."""
        way = self.hands.random.random()
        if way < 0.1:
            self.leaves(question, asked, answer)
        elif way < 0.2:
            self.speaks(answer)
        elif way < 0.35:
            latitude, longitude = (round(self.hands.random.uniform(40, 45), 6) for _ in range(2))
            self.me.phone.location(latitude, longitude)
            self.me.acts += 1
            answer.give({"point": [latitude, longitude]}, f"{latitude:.5f}, {longitude:.5f}")
        elif way < 0.55:
            answer.give(None, self.hands.tells())
        else:
            await self._place_by_name(answer)

    async def _place_by_name(self, answer: Answer) -> None:
        while True:
            phrase = self.hands.random.choice(PLACES)
            self.says(phrase.text, answer)
            if phrase.surely:
                self.means(phrase.text, phrase.means[0], answer)
                return
            asked = await self.me.reads("place-which", offering="button-as-written")
            if self.hands.chance(0.8):
                names = [Gazetteer.load().name(one["place"], self.me.language) for one in phrase.means]
                self._settles(phrase, asked, answer, names)
                return

    async def sum(self, question: Question, asked: Message, answer: Answer) -> None:
        """A sum, with its money or without."""
        if self.hands.chance(0.2):
            answer.remarks.append(NO_SUM)
            self.me.says(NO_SUM)
            asked = await self.me.reads("unreadable-amount", offering="button-pause")
        if self.hands.chance(0.3):
            self.leaves(question, asked, answer)
            return
        phrase = self.hands.random.choice(SUMS)
        self.says(phrase.text, answer)
        if phrase.surely:
            self.means(phrase.text, phrase.means[0], answer)
            return
        shown = f"{int(phrase.means[0]['amount']):,}".replace(",", "\u202f")
        which = self.me.said("amount-which", amount=shown)
        asked = await self.me.reads("", containing=which, offering="button-as-written")
        labels = [self.me.said(f"amount-{one['currency'].lower()}", amount=shown) for one in phrase.means]
        self._settles(phrase, asked, answer, labels)
