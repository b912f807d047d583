"""How somebody answers one question of each kind, in one of the ways in which people do."""

from bot.sandbox.chats import Message
from handlers.intake.fields import (
    Amount,
    Choice,
    Choices,
    Consent,
    Day,
    Field,
    Files,
    Group,
    Name,
    Phone,
    Picture,
    Place,
)
from handlers.intake.outline import Question
from handlers.intake.questions import FORM
from tests.crash.asked_back import AskedBack
from tests.crash.phrases import NO_NAME
from tests.crash.told import Answer

_CARD = ("+77015550199", "Айгүл")
_NO_NUMBER = "нет телефона"


class Answering(AskedBack):
    """One person's way through the questions."""

    async def to(self, question: Question, asked: Message) -> None:
        """Answer it; what she is asked next is not read here."""
        answer = self.report.to(question.key)
        match question.field:
            case Choice():
                self._one_of_a_few(question, question.field, asked, answer)
            case Choices():
                await self._some_of_a_few(question, question.field, asked, answer)
            case Consent():
                await self._yes_or_no(asked, answer)
            case Name(several=False):
                await self._name(question, asked, answer)
            case Day():
                await self.day(question, question.field, asked, answer)
            case Place():
                await self.place(question, asked, answer)
            case Amount():
                await self.sum(question, asked, answer)
            case Phone():
                await self._number(question, asked, answer)
            case Group():
                await self._list(question, question.field, asked, answer)
            case Field(several=True):
                await self._as_much_as_she_likes(question, asked, answer)
            case _:
                await self._in_a_line(question, asked, answer)

    # One question of each kind.

    def _one_of_a_few(self, question: Question, few: Choice, asked: Message, answer: Answer) -> None:
        way = self.hands.random.random()
        if way < 0.65:
            value = self.hands.random.choice(few.options)
            self.hands.presses(asked, f"option-{question.texts}-{value}")
            answer.give(value)
        elif way < 0.8:
            answer.give(None, self.hands.tells())
        elif way < 0.9:
            self.speaks(answer)
        else:
            self.leaves(question, asked, answer)

    async def _some_of_a_few(self, question: Question, few: Choices, asked: Message, answer: Answer) -> None:
        for value in self.hands.random.choices(few.options, k=self.hands.random.randint(0, 3)):
            chosen = list(answer.value or ())
            label = self.me.plain(f"option-{question.texts}-{value}")
            if value in chosen:
                label = self.me.said("button-chosen", what=label)
                chosen.remove(value)
            else:
                # Who has no citizenship has none beside it.
                chosen = [one for one in chosen if few.alone not in (one, value)] + [value]
            # Twice in haste is not there and back: the second press is one of an old message.
            self.me.presses_words(asked, label, times=self.hands.haste)
            answer.value = chosen or None
            answer.state = "given" if chosen or answer.texts or answer.files else ""
            asked = await self.asks(question)
        if self.hands.chance(0.3):
            answer.texts.append(self.hands.tells())
            asked = await self.me.reads("kept-more", offering="button-done")
        self.ends(question, asked, answer)

    async def _yes_or_no(self, asked: Message, answer: Answer) -> None:
        if self.hands.chance(0.2):
            answer.remarks.append(self.hands.tells())
            asked = await self.me.reads("unreadable-consent", offering="button-pause")
        if self.hands.chance(0.1):
            answer.files.append(self.hands.speaks())
            asked = await self.me.reads("unreadable-consent", offering="button-pause")
        value = self.hands.random.choice(("yes", "no", None))
        if value is not None:
            self.hands.presses(asked, f"button-{value}")
        else:
            self.hands.presses(asked, "button-skip")
            if answer.value is None:
                answer.state = "skipped"
                return
        # To leave out what she had answered before means no.
        answer.give(value or "no")
        answer.language, answer.pressed = self.me.language, answer.pressed + 1

    async def _name(self, question: Question, asked: Message, answer: Answer) -> None:
        if self.hands.chance(0.3):
            unreadable = self.me.says(NO_NAME)
            answer.remarks.append(NO_NAME)
            asked = await self.me.reads("unreadable-name", offering="button-pause")
            if self.hands.chance(0.3):
                # She mends it where it stands; what it was before is kept all the same.
                name, script = self.hands.a_name()
                self.hands.edits(unreadable, name)
                answer.give(script, name)
                return
        way = self.hands.random.random()
        if way < 0.8:
            name, script = self.hands.names()
            answer.give(script, name)
        elif way < 0.9:
            self.speaks(answer)
        else:
            self.leaves(question, asked, answer)

    async def _number(self, question: Question, asked: Message, answer: Answer) -> None:
        me, way = self.me, self.hands.random.random()
        if self.hands.chance(0.1):
            answer.remarks.append(_NO_NUMBER)
            me.says(_NO_NUMBER)
            asked = await me.reads("unreadable-phone", offering="button-pause")
        if way < 0.35:
            self.leaves(question, asked, answer)
        elif way < 0.55:
            answer.give(me.phone.contact().raw["contact"]["phone_number"])
            me.acts += 1
        elif way < 0.7:
            me.phone.contact(*_CARD)
            me.acts += 1
            answer.give(_CARD[0], f"{_CARD[1]}, {_CARD[0]}")
        else:
            digits = f"+7701{self.hands.random.randrange(10**7):07d}"
            me.says(f"{digits} (мама)")
            answer.give(digits, f"{digits} (мама)")

    async def _in_a_line(self, question: Question, asked: Message, answer: Answer) -> None:
        by, way = question.field.by, self.hands.random.random()
        if way < 0.2:
            self.leaves(question, asked, answer)
        elif way < 0.35:
            self.speaks(answer)
        elif way < 0.55 and "photo" in by:
            answer.files += self.hands.bundles() if self.hands.chance(0.4) else [self.hands.photographs()]
            answer.state = "given"
        else:
            if way < 0.55:
                answer.files.append(self.hands.photographs())
                await self.me.reads("kept-with-question", offering="button-pause")
            answer.give(None, self.hands.tells())

    async def _as_much_as_she_likes(self, question: Question, asked: Message, answer: Answer) -> None:
        if isinstance(question.field, Picture) and self.hands.chance(0.2):
            answer.remarks.append(self.hands.tells())
            asked = await self.me.reads("unreadable-photo", offering="button-pause")
        if self.hands.chance(0.25):
            self.leaves(question, asked, answer)
            return
        at_once, count = self.hands.chance(0.3), self.hands.random.randint(1, 3)
        for _ in range(count):
            self._sends_a_piece(question, answer)
            if not at_once:
                asked = await self.me.reads("kept-more", offering="button-done")
        if at_once:
            for _ in range(count):
                asked = await self.me.reads("kept-more", offering="button-done")
        self.ends(question, asked, answer)

    def _sends_a_piece(self, question: Question, answer: Answer) -> None:
        match question.field:
            case Name():
                answer.texts.append(self.hands.names()[0])
                return
            case Picture():
                way = 0.9
            case Files() | Group():
                way = self.hands.random.random()
            case _:
                way = self.hands.random.choice((0.1, 0.1, 0.1, 0.4, 0.4, 0.8))
        if way < 0.3:
            answer.texts.append(self.hands.tells())
        elif way < 0.5:
            answer.files.append(self.hands.speaks())
        elif way < 0.65:
            file, caption = self.hands.captions()
            answer.files.append(file)
            answer.texts.append(caption)
        elif self.hands.chance(0.5):
            answer.files.append(self.hands.photographs())
        else:
            answer.files += self.hands.bundles()

    # Lists.

    async def _list(self, question: Question, group: Group, asked: Message, answer: Answer) -> None:
        way = self.hands.random.random()
        if way < 0.3:
            await self._as_much_as_she_likes(question, asked, answer)
            return
        for _ in range(self.hands.random.randint(1, 2)):
            number = self._next_number(question)
            self.hands.presses(asked, f"button-more-{question.texts}")
            asked = await self._one_thing(question, group, number)
        if self.hands.chance(0.3) and (items := self.report.items(question.key)):
            shown = self.hands.random.randrange(len(items))
            change = self.me.said("button-change-item", number=str(shown + 1))
            self.me.presses_words(asked, change, times=self.hands.haste)
            asked = await self._one_thing(question, group, items[shown])
        if self.hands.chance(0.3) and (items := self.report.items(question.key)):
            shown = self.hands.random.randrange(len(items))
            remove = self.me.said("button-remove-item", number=str(shown + 1))
            self.me.presses_words(asked, remove, times=self.hands.haste)
            self._takes_out(question, group, items[shown], answer)
            asked = await self.me.reads("item-removed", offering="button-pause")
        if self.hands.chance(0.1) and self.report.items(question.key):
            # It is left as it is, and that is not empty.
            self.hands.presses(asked, "button-skip")
            answer.state = "given"
            return
        self.ends(question, asked, answer)

    def _next_number(self, question: Question) -> int:
        prefix = f"{question.key}."
        return 1 + max(
            (int(one.split(".")[1]) for one in self.report.answers if one.startswith(prefix)), default=0
        )

    async def _one_thing(self, question: Question, group: Group, number: int) -> Message:
        """Part after part; returns the list as it is asked for again."""
        parts = [FORM.find(f"{question.key}.{number}.{name}") for name, _ in group.parts]
        before: Question | None = None
        for part in parts:
            assert part is not None
            asked = await self.asks(part)
            if before is not None and self.hands.chance(0.1):
                self.report.to(part.key)  # she was there
                self.hands.presses(asked, "button-back")
                await self.to(before, await self.asks(before))
                asked = await self.asks(part)
            await self.to(part, asked)
            before = part
        return await self.asks(question)

    def _takes_out(self, question: Question, group: Group, number: int, answer: Answer) -> None:
        """The thing leaves the list; what was said of it stays with the question."""
        for name, _ in group.parts:
            key = f"{question.key}.{number}.{name}"
            self.said_days.pop(key, None)
            gone = self.report.answers.pop(key, None)
            if gone is not None:
                answer.remarks += (*gone.texts, *gone.remarks)
                answer.files += gone.files
