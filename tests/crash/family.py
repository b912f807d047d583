"""A family that reports one person after another, in its own language and its own way.

It reads before it acts, as people do; now and then it sends several things at once, presses
twice, changes its mind, rests, or tells something before it was asked.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from bot.sandbox.chats import Message
from handlers.intake.fields import Choice
from handlers.intake.questions import QUESTIONS
from locales.languages import BY_CODE
from tests.crash.reader import Reader, Unanswered, seen
from tests.crash.told import Answer, Report, file_mark

_CODE = re.compile(r"[A-Z0-9]{3}-[A-Z0-9]{3}")
_OPTIONS = {one.key: one.field.options for one in QUESTIONS if isinstance(one.field, Choice)}
_NAMES = ("Ерлан Сейітқали", "Гүлнар Ахметова", "阿依努尔", "ئەركىن تۇرسۇن", "Aigerim Nurlan", "قۇرمانجان")
_WORDS = (
    "шекарада ұсталды",
    "last July, at the border",
    "в июле, в Кульдже",
    "去年七月",
    "ئۆتكەن يىلى",
    "I heard it from a neighbour",
)
_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100")


@dataclass(slots=True)
class Waiting:
    """A family that expects a letter about its case.

    Attributes:
        letter: Known once the coordinator has written it.
        answered: Set when the family has answered it.
    """

    code: str
    letter: "asyncio.Future[str]"
    answered: asyncio.Event


@dataclass(slots=True)
class Family:
    """One family's whole part.

    Attributes:
        desk: Where families that will be answered are known to the coordinator.
        enough: Whether to begin no further report.
        sent: What it told, by the code that it read.
    """

    reader: Reader
    random: Random
    desk: "asyncio.Queue[Waiting]"
    enough: Callable[[], bool]
    sent: dict[str, Report] = field(default_factory=dict)
    _numbers: int = 0

    async def live(self) -> None:
        """Arrive, and report until it is enough.

        Raises:
            Unanswered: A reply is missing.
        """
        me = self.reader
        me.phone.start()
        me.acts += 1
        choice = await me.reads("choose-language")
        me.presses_words(choice, BY_CODE[me.language].own_name)
        await me.reads("welcome")
        while not self.enough():
            await self._reports()

    async def _reports(self) -> None:
        me, report = self.reader, Report()
        if self._chance(0.2):
            # The most important thing first, before anything was asked.
            report.to("story").texts.append(self._says())
            me.presses(await me.reads("loose-where"), "button-report-this", times=self._haste())
        else:
            me.says("/report")
        consent = await self._before_consent(await me.reads("consent-text"), report)
        me.presses(consent, "button-agree", times=self._haste())
        await self._relation(await me.reads("ask-relation"), report)
        await self._name(await me.reads("ask-name"), report)
        await self._event(await me.reads("ask-event"), report)
        await self._in_own_words(await me.reads("ask-when"), report.to("when"))
        await self._in_own_words(await me.reads("ask-where"), report.to("where"))
        await self._story(await me.reads("ask-story"), report.to("story"))
        await self._photo(await me.reads("ask-photo"), report.to("photo"))
        await self._number(await me.reads("ask-phone"), report.to("phone"))
        summary = await self._at_the_end(await me.reads("summary-title"), report)
        me.presses(summary, "button-send-report", times=self._haste())
        done = await me.reads("", containing=me.before("report-sent", "code"))
        found = _CODE.search(seen(done.text))
        if found is None:
            raise Unanswered(f"{me.phone.id}: no code in {done.text!r}")
        code = found[0]
        self.sent[code] = report
        await me.reads("report-next")
        if self._chance(0.4):
            await self._hears_from_the_team(code, report)

    # One question after the other.

    async def _before_consent(self, consent: Message, report: Report) -> Message:
        if not self._chance(0.3):
            return consent
        report.to("story").texts.append(self._says())
        return await self.reader.reads("held-until-consent")

    async def _relation(self, asked: Message, report: Report) -> None:
        answer = report.to("relation")
        if self._chance(0.5):
            self._picks(asked, "relation", answer)
        else:
            await self._in_own_words(asked, answer)

    async def _name(self, _asked: Message, report: Report) -> None:
        answer = report.to("name")
        if self._chance(0.3):
            # No name; it is kept all the same.
            answer.remarks.append(self._says("+7 (701) 000-00-00"))
            await self.reader.reads("unreadable-name")
        answer.texts.append(self._says(f"{self.random.choice(_NAMES)} {self._number_in_letters()}"))
        answer.state = "given"

    async def _event(self, asked: Message, report: Report) -> None:
        self._picks(asked, "event", report.to("event"))

    async def _in_own_words(self, asked: Message, answer: Answer) -> None:
        answer.state = "given"
        way = self.random.random()
        if way < 0.4:
            answer.texts.append(self._says())
        elif way < 0.8:
            answer.files.append(self._speaks())
        else:
            self.reader.presses(asked, "button-unknown", times=self._haste())
            answer.state = "unknown"

    async def _story(self, _asked: Message, answer: Answer) -> None:
        answer.state = "given"
        at_once = self._chance(0.5)
        count = self.random.randint(1, 3)
        for _ in range(count):
            if self._chance(0.7):
                answer.texts.append(self._says())
            else:
                answer.files.append(self._speaks())
            if not at_once:
                kept = await self.reader.reads("kept-more")
        if at_once:
            for _ in range(count):
                kept = await self.reader.reads("kept-more")
        self.reader.presses(kept, "button-done", times=self._haste())

    async def _photo(self, asked: Message, answer: Answer) -> None:
        me = self.reader
        if self._chance(0.4):
            me.presses(asked, "button-skip")
            answer.state = "skipped"
            return
        answer.state = "given"
        way = self.random.random()
        if way < 0.4:
            came = [me.phone.photo(self._picture())]
        elif way < 0.6:
            came = [me.phone.document(self._picture(), "photo.jpg", mime="image/jpeg")]
        else:
            came = me.phone.album([self._picture() for _ in range(3)])
        me.acts += len(came)
        answer.files += [file_mark(one.file.content) for one in came if one.file is not None]
        me.presses(await me.reads("kept-more"), "button-done")

    async def _number(self, asked: Message, answer: Answer) -> None:
        me = self.reader
        way = self.random.random()
        if way < 0.4:
            me.presses(asked, "button-skip")
            answer.state = "skipped"
        elif way < 0.7:
            message = me.phone.contact()
            me.acts += 1
            answer.state, answer.value = "given", message.raw["contact"]["phone_number"]
        else:
            digits = f"+7701{self.random.randrange(10**7):07d}"
            answer.texts.append(self._says(f"{digits} (мама)"))
            answer.state, answer.value = "given", digits

    async def _at_the_end(self, summary: Message, report: Report) -> Message:
        me = self.reader
        if self._chance(0.3):
            me.presses(summary, "button-change", times=self._haste())
            me.presses(await me.reads("change-which"), "label-name")
            await me.reads("ask-name")
            name = report.to("name")
            # The wording before stays as a remark.
            name.remarks += name.texts
            name.texts = [self._says(f"{self.random.choice(_NAMES)} {self._number_in_letters()}")]
            summary = await me.reads("summary-title")
        if self._chance(0.3):
            report.remarks.append(self._says() if self._chance(0.5) else self._speaks())
            summary = await me.reads("summary-title")
        if self._chance(0.3):
            # She edits what she wrote, where it stands.
            story = report.to("story")
            at = self.random.randrange(len(story.texts)) if story.texts else None
            if at is not None:
                written = next(
                    one for one in me.phone.chat.newest() if one.out and one.text == story.texts[at]
                )
                story.texts[at] += " — so it was"
                me.phone.edit(written, story.texts[at])
                me.acts += 1
                summary = await me.reads("summary-title")
        if self._chance(0.2):
            me.presses(summary, "button-pause", times=self._haste())
            me.presses(await me.reads("paused"), "button-resume")
            summary = await me.reads("summary-title")
        return summary

    async def _hears_from_the_team(self, code: str, report: Report) -> None:
        me = self.reader
        waiting = Waiting(code, asyncio.get_running_loop().create_future(), asyncio.Event())
        await self.desk.put(waiting)
        me.presses(await me.reads("notice-update"), "button-read")
        letter = await waiting.letter
        report.letters.append(letter)
        me.presses(await me.reads("", containing=letter), "button-answer")
        await me.reads("", containing=code)
        word = self._says() if self._chance(0.6) else self._speaks()
        report.words.append(word)
        me.presses(await me.reads("", containing=code), "button-done")
        await me.reads("word-done")
        waiting.answered.set()

    # What her hands do.

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _haste(self) -> int:
        return 2 if self._chance(0.3) else 1

    def _says(self, text: str | None = None) -> str:
        if text is None:
            self._numbers += 1
            text = f"{self.random.choice(_WORDS)}, {self.reader.phone.id} {self._numbers}"
        self.reader.says(text)
        return text

    def _speaks(self) -> str:
        content = b"OggS" + self.random.randbytes(self.random.choice((900, 70_000)))
        self.reader.phone.voice(content, 3)
        self.reader.acts += 1
        return file_mark(content)

    def _picks(self, asked: Message, key: str, answer: Answer) -> None:
        value = self.random.choice(_OPTIONS[key])
        self.reader.presses(asked, f"option-{key}-{value}", times=self._haste())
        answer.state, answer.value = "given", value

    def _picture(self) -> bytes:
        return _JPEG + self.random.randbytes(2_000) + b"\xff\xd9"

    def _number_in_letters(self) -> str:
        self._numbers += 1
        return "".join(chr(ord("а") + int(digit)) for digit in str(self._numbers))
