"""Where a coordinator learns which families wait for her, and they, what she wrote."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.sandbox.chats import Message
from tests.crash.hands import Hands
from tests.crash.interview import Interview
from tests.crash.reader import Unanswered, seen
from tests.crash.told import Ledger

_CODE = re.compile(r"[A-Z0-9]{3}-[A-Z0-9]{3}")


@dataclass(slots=True)
class Waiting:
    """A family that expects a letter.

    Attributes:
        code: Of its case, or of the unfinished report that the team may read.
        unfinished: Which of them.
        letter: Known once the coordinator has written it.
        begun: Set when she has begun with this one.
        answered: Set when the family has answered it.
    """

    code: str
    unfinished: bool
    letter: "asyncio.Future[str]"
    begun: asyncio.Event
    answered: asyncio.Event

    @classmethod
    def for_letter(cls, code: str, *, unfinished: bool = False) -> "Waiting":
        """Somebody who begins to wait now."""
        letter = asyncio.get_running_loop().create_future()
        return cls(code, unfinished, letter, asyncio.Event(), asyncio.Event())


@dataclass(slots=True)
class Desk:
    """One coordinator's, before which families stand in a row, however long that takes."""

    _row: "asyncio.Queue[Waiting]" = field(default_factory=asyncio.Queue)
    _closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def queues(self, family: Waiting) -> None:
        """Wait until the coordinator has time for this family.

        Raises:
            Unanswered: She has none any more.
        """
        await self._row.put(family)
        begun, closed = (asyncio.create_task(one.wait()) for one in (family.begun, self._closed))
        await asyncio.wait((begun, closed), return_when=asyncio.FIRST_COMPLETED)
        begun.cancel()
        closed.cancel()
        if not family.begun.is_set():
            raise Unanswered(f"the coordinator never came to {family.code}")

    async def next(self) -> Waiting:
        """The next family, whose turn it is now."""
        family = await self._row.get()
        family.begun.set()
        return family

    def close(self) -> None:
        """Nobody comes to anybody any more."""
        self._closed.set()


def calling(hands: Hands, ledger: Ledger, desk: Desk) -> Callable[[Interview, Message], Awaitable[None]]:
    """How this family asks for a person in the middle of a report; every time is noted in *ledger*."""

    async def calls(interview: Interview, message: Message) -> None:
        me = hands.reader
        times = hands.haste
        me.presses(message, "button-person", times=times)
        ledger.asked += [""] * times
        called = await me.reads("person-called", offering="button-resume")
        for _ in range(times - 1):
            called = await me.reads("person-called", offering="button-resume")
        if not interview.shown and hands.chance(0.35):
            await _lets_read(interview, called)
        elif hands.chance(0.7):
            ledger.asked.append(hands.tells() if hands.chance(0.6) else hands.speaks())
            called = await me.reads("person-kept", offering="button-resume")
        me.presses(called, "button-resume")

    async def _lets_read(interview: Interview, called: Message) -> None:
        """The team reads what she has told so far, and writes to her."""
        me = hands.reader
        interview.shown = True
        me.presses(called, "button-show-draft")
        told = me.before("draft-shown", "code")
        shown = await me.reads("", containing=told, offering="button-resume")
        waiting = Waiting.for_letter(code_in(shown.text), unfinished=True)
        await desk.queues(waiting)
        me.presses(await me.reads("notice-update"), "button-read")
        letter = await waiting.letter
        ledger.answered.append(letter)
        await me.reads("", containing=letter)
        waiting.answered.set()

    return calls


def code_in(text: str) -> str:
    """The code that *text* names.

    Raises:
        Unanswered: There is none.
    """
    found = _CODE.search(seen(text))
    if found is None:
        raise Unanswered(f"no code in {text!r}")
    return found[0]
