"""One report from its first question to the press that sends it, with everything that people do on the way.

She goes back, rests, changes and corrects, tells what nobody asked for, presses what is long old.
Which question must come next she works out herself, and waits for exactly that one.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.sandbox.chats import Message
from handlers.intake.outline import Question, Section, applies
from handlers.intake.questions import FORM
from locales.partial import in_words
from tests.crash.answering import Answering
from tests.crash.hands import Hands
from tests.crash.phrases import days
from tests.crash.reader import Reader, seen
from tests.crash.told import Report

_LAST = FORM.sections[-1]

Calls = Callable[["Interview", Message], Awaitable[None]]
"""Asks for a person from a message of the report, and comes back to it."""


@dataclass(slots=True)
class Interview:
    """One report, in the telling.

    Attributes:
        amending: It adds to a case that was sent.
        calls: How she asks for a person.
        shown: She lets the team read it before it is sent.
        place: The section after which she rests; None where everything is read back.
        before: How many remarks the report had before.
    """

    hands: Hands
    report: Report
    answering: Answering
    calls: Calls
    amending: bool = False
    shown: bool = False
    place: Section | None = None
    before: int = 0
    _old: Message | None = None

    @property
    def _me(self) -> Reader:
        return self.hands.reader

    @property
    def send_button(self) -> str:
        """What sends it."""
        return "button-send-changes" if self.amending else "button-send-report"

    # Through the questions.

    async def section(self, section: Section) -> Message:
        """Answer what is open in it, one question after the other; returns the rest after it."""
        while (question := self._open_in(section)) is not None:
            asked = await self.answering.asks(question)
            self._presses_an_old_button(asked)
            if self.hands.chance(0.1):
                asked = await self._is_distracted(question, asked)
            if self.hands.chance(0.08) and await self._goes_back(section, question, asked):
                continue
            self._old = asked
            await self.answering.to(question, asked)
        self.place = None if section is _LAST else section
        return await self.here()

    async def here(self) -> Message:
        """The rest, or everything read back, where she is now."""
        return await self._me.reads(self._rest_text(self.place), offering=self.send_button)

    def _rest_text(self, place: Section | None) -> str:
        if place is None:
            return "summary-title"
        return "rest-first" if place is FORM.sections[0] and not self.amending else "rest-part"

    def _told(self) -> dict[str, dict[str, object]]:
        return {
            "answers": {
                key: {"state": one.state, "value": one.value, "texts": one.texts, "files": one.files}
                for key, one in self.report.answers.items()
            }
        }

    def _asked_in(self, section: Section) -> list[Question]:
        told = self._told()
        return [one for one in section.questions if applies(one, told)]

    def _open_in(self, section: Section) -> Question | None:
        answers = self.report.answers
        return next(
            (one for one in self._asked_in(section) if one.key not in answers or not answers[one.key].state),
            None,
        )

    def _presses_an_old_button(self, asked: Message) -> None:
        """Under a question that she answered in words: it must do nothing any more."""
        old, self._old = self._old, None
        if old is not None and old is not asked and self.hands.chance(0.1):
            label = self._me.plain("button-unknown")
            if any(label == seen(one) for row in old.labels for one in row):
                self._me.presses(old, "button-unknown")

    async def _is_distracted(self, question: Question, asked: Message) -> Message:
        """Something else, and back; returns the question as it is asked again."""
        way = self.hands.random.random()
        if way < 0.4:
            await self.rests(asked)
        elif way < 0.7 or not self._corrects(besides=question.key):
            await self.calls(self, asked)
        return await self.answering.asks(question)

    async def rests(self, message: Message) -> None:
        """Pause, and go on; now and then something else comes to her mind in between."""
        if self.hands.chance(0.7):
            self.hands.presses(message, "button-pause")
        else:
            self._me.says("/cancel")
        paused = await self._me.reads("paused")
        if self.hands.chance(0.3):
            self.report.remarks.append(self.hands.tells())
            self._me.presses_like(await self._me.reads("loose-where"), "button-add-to-draft", "title")
        else:
            self._me.presses(paused, "button-resume")

    async def _goes_back(self, section: Section, question: Question, asked: Message) -> bool:
        """To the question before, to answer that anew; or to the rest before the section, and on again."""
        asked_here = self._asked_in(section)
        before = asked_here[: asked_here.index(question)]
        if not before and section is FORM.sections[0]:
            return False
        self.report.to(question.key)  # she was there
        self.hands.presses(asked, "button-back")
        if before:
            await self.answering.to(before[-1], await self.answering.asks(before[-1]))
        else:
            place = FORM.sections[FORM.sections.index(section) - 1]
            rest = await self._me.reads(self._rest_text(place), offering="button-go-on")
            self._me.presses(rest, "button-go-on")
        return True

    # From a rest.

    @property
    def next_section(self) -> Section | None:
        """Where "Go on" leads."""
        if self.place is None:
            return None
        ahead = FORM.sections[FORM.sections.index(self.place) + 1 :]
        return next((one for one in ahead if self._open_in(one) is not None), None)

    async def goes_on(self, rest: Message) -> Message:
        """To the next section, and to its end."""
        section = self.next_section
        assert section is not None
        self.hands.presses(rest, "button-go-on")
        return await self.section(section)

    async def chooses_a_part(self, rest: Message) -> Message:
        """To a section of her choice, or back from the choice."""
        self.hands.presses(rest, "button-parts")
        parts = await self._me.reads("parts-which")
        if self.hands.chance(0.2):
            self.hands.presses(parts, "button-back")
            return await self.here()
        section = self.hands.random.choice(FORM.sections)
        label = self._me.plain(f"section-{section.key}")
        done = self._open_in(section) is None
        if done:
            label = self._me.said("button-chosen", what=label)
        self._me.presses_words(parts, label, times=self.hands.haste)
        if done:
            first = self._asked_in(section)[0]
            await self.answering.to(first, await self.answering.asks(first))
        return await self.section(section)

    async def reads_all(self, rest: Message) -> Message:
        """Everything read back, from a rest."""
        self.hands.presses(rest, "button-read-all")
        self.place = None
        return await self.here()

    async def lingers(self, rest: Message) -> Message:
        """What people do before they send or go on."""
        if self.hands.chance(0.3):
            rest = await self._changes(rest)
        if self.hands.chance(0.2):
            rest = await self._remembers_something()
        if self.hands.chance(0.25) and self._corrects():
            rest = await self.here()
        if self.hands.chance(0.2) and await self._corrects_a_day():
            rest = await self.here()
        if self.hands.chance(0.15):
            await self.rests(rest)
            rest = await self.here()
        if self.hands.chance(0.15):
            await self.calls(self, rest)
            rest = await self.here()
        return rest

    async def _changes(self, rest: Message) -> Message:
        self.hands.presses(rest, "button-change")
        which = await self._me.reads("change-which")
        told = self.report.answers
        listed = FORM.questions if self.place is None else self.place.questions
        can = [one for one in listed if one.required or (one.key in told and told[one.key].state)]
        if not can or self.hands.chance(0.1):
            self.hands.presses(which, "button-back")
            return await self.here()
        question = self.hands.random.choice(can)
        self.hands.presses(which, f"label-{question.texts}")
        asked = await self.answering.asks(question)
        if self.hands.chance(0.1):
            self.report.to(question.key)
            self.hands.presses(asked, "button-back")
        else:
            await self.answering.to(question, asked)
        return await self.here()

    async def _remembers_something(self) -> Message:
        """What no question asked for."""
        way = self.hands.random.random()
        if way < 0.5:
            self.report.remarks.append(self.hands.tells())
        elif way < 0.8:
            self.report.remarks.append(self.hands.speaks())
        else:
            self.report.remarks += self.hands.bundles()
        return await self.here()

    def _corrects(self, besides: str = "") -> bool:
        """She edits what she wrote, where it stands; what is shown after that is not read here.

        Args:
            besides: Not what she wrote to this question.
        """
        written = self.hands.written
        can = [
            (answer.texts, at)
            for key, answer in self.report.answers.items()
            if key != besides
            for at, text in enumerate(answer.texts)
            if text in written
        ]
        if not besides:
            remarks = self.report.remarks
            can += [(remarks, at) for at in range(self.before, len(remarks)) if remarks[at] in written]
        if not can:
            return False
        texts, at = self.hands.random.choice(can)
        before, after = texts[at], f"{texts[at]} — so it was"
        message = written[after] = written.pop(before)
        texts[at] = after
        self.hands.edits(message, after)
        return True

    async def _corrects_a_day(self) -> bool:
        """She edits the words that named a day: she is asked what she means now, and comes back."""
        said = self.answering.said_days
        can = [key for key in said if self.report.to(key).texts]
        if not can:
            return False
        key = self.hands.random.choice(can)
        known = days(self._me.language, birth=key == "birth", yesterday=self.answering.yesterday)
        before = self.report.to(key).texts[-1]
        phrase = self.hands.random.choice(
            [one for one in known if len(one.means) == 1 and one.text != before]
        )
        self.hands.edits(said[key], phrase.text)
        day = in_words(self._me.language, phrase.means[0]["edtf"])
        meant = self._me.said("date-you-mean", date=seen(day))
        asked = await self._me.reads("", containing=meant, offering="button-yes")
        self.hands.presses(asked, "button-yes")
        answer = self.report.to(key)
        answer.texts, answer.value = [phrase.text], phrase.means[0]
        return True
