"""The coordinator: hears of every report; takes those that wait for a letter, writes, and reads."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.sandbox.chats import Message
from locales.languages import BY_CODE
from tests.crash.desk import Desk, Waiting
from tests.crash.reader import Reader, Unanswered, mark_of, seen

_CODE_LENGTH = len("K7Q-4M2")
_ALERTS = ("alert-report", "alert-draft-shown", "alert-changed")


@dataclass(slots=True)
class Coordinator:
    """One coordinator's whole part.

    Attributes:
        desk: The families that wait for a letter.
    """

    reader: Reader
    desk: Desk
    _alerts: dict[tuple[str, str], Message] = field(default_factory=dict)
    _marks: set[str] = field(default_factory=set)
    _looked: int = 0

    async def arrives(self, token: str) -> None:
        """Come with an invitation.

        Raises:
            Unanswered: A reply is missing.
        """
        me = self.reader
        me.phone.start(token)
        me.acts += 1
        me.presses_words(await me.reads("choose-language"), BY_CODE[me.language].own_name)
        await me.reads("welcome-coordinator")

    async def works(self) -> None:
        """Write a letter to each family that waits for one, until cancelled.

        Raises:
            Unanswered: A reply is missing.
        """
        while True:
            family = await self.desk.next()
            await (self._reads_and_answers(family) if family.unfinished else self._answers(family))

    async def _reads_and_answers(self, family: Waiting) -> None:
        """An unfinished report that the team may read."""
        me = self.reader
        letter = f"{family.code}: біз оқыдық"
        me.presses(await self._alert("alert-draft-shown", family.code), "button-read-draft")
        title = me.said("draft-title", code=family.code)
        me.presses(await me.reads("", containing=title, offering="button-answer"), "button-answer")
        await me.reads("letter-rules")
        await self._writes(letter, family)
        await me.reads("", containing=me.counted("letter-sent", 1))
        await family.answered.wait()

    async def _writes(self, letter: str, family: Waiting) -> None:
        me = self.reader
        me.says(letter)
        preview = await me.reads("letter-sure", containing=letter)
        family.letter.set_result(letter)
        me.presses(preview, "button-send-letter", times=2)

    async def _answers(self, family: Waiting) -> None:
        me = self.reader
        letter = f"{family.code}: біз сот орнына жаздық"
        me.presses(await self._alert("alert-report", family.code), "button-open-case")
        card = await me.reads("case-owner-nobody", containing=family.code, offering="button-take")
        me.presses(card, "button-take")
        card = await me.reads("case-owner-you", containing=family.code, offering="button-write-family")
        me.presses(card, "button-write-family")
        await me.reads("letter-rules", containing=family.code)
        await self._writes(letter, family)
        await me.reads("", containing=me.before("letter-promise", "day"))
        await family.answered.wait()
        me.presses(await me.reads("", containing=me.about("alert-word", family.code)), "button-read")
        await me.reads("", containing=me.about("words-of-family", family.code))

    async def _alert(self, text_id: str, code: str) -> Message:
        """The alert about this report; it may have come long ago."""

        def come() -> Message | None:
            self._look()
            return self._alerts.get((text_id, code))

        try:
            message = await self.reader.world.until(come, self.reader.patience)
        except TimeoutError:
            raise Unanswered(f"{self.reader.phone.id} was not told of report {code}: {text_id}") from None
        assert message is not None, "until returns what is true"
        if text_id == "alert-draft-shown":
            # A case that is added to has the code of its report, and may be shown once more.
            del self._alerts[text_id, code]
        return message

    def _look(self) -> None:
        heard = self.reader.phone.heard
        begins = {text_id: self.reader.before(text_id, "code") for text_id in _ALERTS}
        for one in heard[self._looked :]:
            # What comes once more after a crash is the same alert: its buttons tell.
            if one.message is None or not (mark := mark_of(one.message)) or mark in self._marks:
                continue
            # The first line of what is pushed says nothing.
            told = seen(one.text).partition("\n\n")[2]
            for text_id, beginning in begins.items():
                if told.startswith(beginning):
                    self._marks.add(mark)
                    code = told.removeprefix(beginning)[:_CODE_LENGTH]
                    self._alerts.setdefault((text_id, code), one.message)
        self._looked = len(heard)

    def never_told(self, text_id: str, codes: Iterable[str]) -> list[str]:
        """Reports of which no such alert came."""
        self._look()
        return [code for code in codes if (text_id, code) not in self._alerts]
