"""The coordinator: hears of every report; takes those that wait for a letter, writes, and reads."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.sandbox.chats import Message
from locales.languages import BY_CODE
from tests.crash.family import Waiting
from tests.crash.reader import Reader, Unanswered, seen

_CODE_LENGTH = len("K7Q-4M2")


@dataclass(slots=True)
class Coordinator:
    """One coordinator's whole part.

    Attributes:
        desk: The families that wait for a letter.
    """

    reader: Reader
    desk: "asyncio.Queue[Waiting]"
    _alerts: dict[str, Message] = field(default_factory=dict)
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
            await self._answers(await self.desk.get())

    async def _answers(self, family: Waiting) -> None:
        me = self.reader
        letter = f"{family.code}: біз сот орнына жаздық"
        me.presses(await self._alert(family.code), "button-open-case")
        me.presses(await me.reads("case-owner-nobody", containing=family.code), "button-take")
        me.presses(await me.reads("case-owner-you", containing=family.code), "button-write-family")
        await me.reads("letter-rules", containing=family.code)
        me.says(letter)
        preview = await me.reads("letter-sure", containing=letter)
        family.letter.set_result(letter)
        me.presses(preview, "button-send-letter", times=2)
        await me.reads("", containing=me.before("letter-promise", "day"))
        await family.answered.wait()
        me.presses(await me.reads("", containing=me.about("alert-word", family.code)), "button-read")
        await me.reads("", containing=me.about("words-of-family", family.code))

    async def _alert(self, code: str) -> Message:
        """The alert about this report; it may have come long ago."""

        def come() -> Message | None:
            self._look()
            return self._alerts.get(code)

        try:
            message = await self.reader.world.until(come, self.reader.patience)
        except TimeoutError:
            raise Unanswered(f"{self.reader.phone.id} was not told of report {code}") from None
        assert message is not None, "until returns what is true"
        return message

    def _look(self) -> None:
        heard = self.reader.phone.heard
        begins = self.reader.before("alert-report", "code")
        for one in heard[self._looked :]:
            if one.message is not None and seen(one.text).startswith(begins):
                code = seen(one.text).removeprefix(begins)[:_CODE_LENGTH]
                self._alerts.setdefault(code, one.message)
        self._looked = len(heard)

    def never_told(self, codes: Iterable[str]) -> list[str]:
        """Reports of which no alert came."""
        self._look()
        return [code for code in codes if code not in self._alerts]
