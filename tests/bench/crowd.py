"""Many made-up people with phones, who write to the bot in the ways that are measured."""

import asyncio
import re
import time
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.phones import Phone
from bot.sandbox.world import Sent, World
from locales.catalog import Catalog
from locales.languages import BY_CODE

_ANSWERS = ("sendMessage", "editMessageText")
_TAG = re.compile(r"<[^<>]*>")
_TEXTS = Catalog.load()
_LANGUAGE = "en"
_PATIENCE = 120.0  # seconds, for a bot that has stopped answering


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does in the form once she has read *after*."""

    after: str
    say: str = ""
    tap: str = ""


def _first_line(message_id: str, **args: str) -> str:
    return _TAG.sub("", _TEXTS.text(_LANGUAGE, message_id, **args)).partition("\n")[0]


def _tap(after: str, button: str) -> Act:
    return Act(_first_line(after), tap=_TEXTS.plain(_LANGUAGE, button))


def _say(after: str, words: str) -> Act:
    return Act(_first_line(after), say=words)


_SENT = "report-next"
_NAME = "Сейітқали Ерлан Болатұлы"
_STORY = (
    _say("ask-story", "He drove a load of onions across. Since then his telephone is off."),
    _tap("kept-more", "button-done"),
)
REPORT = (
    _say(_SENT, "/report"),
    _tap("consent-text", "button-agree"),
    _tap("ask-relation", "option-relation-sibling"),
    _say("ask-name", _NAME),
    _tap("ask-event", "option-event-contact-lost"),
    _say("ask-when", "on 14 March 2025"),
    Act(_first_line("date-you-mean", date="14 March 2025"), tap=_TEXTS.plain(_LANGUAGE, "button-yes")),
    _say("ask-where", "near Khorgos"),
    _tap("place-which", "button-as-written"),
    *_STORY,
    _tap("rest-first", "button-go-on"),
    _tap("ask-other-names", "button-skip"),
    _tap("ask-sex", "option-sex-male"),
    _say("ask-birth", "1988"),
    Act(_first_line("date-you-mean", date="1988"), tap=_TEXTS.plain(_LANGUAGE, "button-yes")),
    _tap("ask-citizenship", "option-citizenship-kz"),
    _tap("ask-citizenship", "button-done"),
    _say("ask-residence", "Алматы"),
    _tap("ask-identity", "button-more-identity"),
    _tap("ask-identity-kind", "option-identity-kind-passport"),
    _say("ask-identity-number", "N 0123456"),
    _tap("ask-identity", "button-done"),
    _tap("ask-occupation", "button-unknown"),
    _tap("rest-part", "button-send-report"),
)
"""A report of two sections, from its command to the code that the family is given; then another."""

ANOTHER = (
    _say(_SENT, "/report"),
    _tap("consent-text", "button-agree"),
    Act(_first_line("shared-ask"), tap=_NAME.split()[0]),
    _tap("ask-relation", "option-relation-child"),
    _say("ask-name", _NAME),
    *_STORY,
    _tap("rest-first", "button-send-report"),
)
"""One of somebody else of the same event: what was told before is taken over."""

_REPORT_AGAIN = (*REPORT[:2], _tap("shared-ask", "button-start-anew"), *REPORT[2:])


@dataclass(slots=True)
class Figures:
    """What a load showed.

    Attributes:
        updates: How many were answered.
        seconds: From when the first could be fetched to the last answer.
        delays: Seconds from when an update could be fetched to its answer.
    """

    updates: int = 0
    seconds: float = 0.0
    delays: list[float] = field(default_factory=list)


class Crowd:
    """People who know the bot.

    Args:
        size: How many there are.
    """

    def __init__(self, world: World, size: int) -> None:
        self._world = world
        self.phones = [world.phone(f"relative {number}") for number in range(1, size + 1)]
        self._by_id = {phone.id: phone for phone in self.phones}

    async def arrive(self, *, choose_language: bool) -> None:
        """Everybody presses Start, and waits for the answer; ours asks for a language then."""
        await self._say_and_wait(["/start"] * len(self.phones))
        if choose_language:
            answers = _Answers(self._world)
            for phone in self.phones:
                phone.tap(BY_CODE[_LANGUAGE].own_name)
            # The message changes in place, and the greeting follows.
            await answers.until(2 * len(self.phones))

    async def flood(self, text: str, each: int) -> Figures:
        """Everybody sends *text*, *each* times, before the bot gets the first."""
        return await self._say_and_wait([text] * (each * len(self.phones)))

    async def _say_and_wait(self, texts: Sequence[str]) -> Figures:
        answers = _Answers(self._world)
        for number, text in enumerate(texts):
            self.phones[number % len(self.phones)].say(text)
        began = time.monotonic()
        await answers.until(len(texts))
        return Figures(len(texts), time.monotonic() - began)

    async def trickle(self, text: str, rate: float, count: int) -> Figures:
        """Somebody sends *text*, *rate* times a second, whether or not the one before was answered."""
        asked: dict[str, deque[float]] = defaultdict(deque)
        answers = _Answers(self._world, asked)
        loop, began = asyncio.get_running_loop(), time.monotonic()
        first = loop.time()
        for number in range(count):
            await asyncio.sleep(first + number / rate - loop.time())
            phone = self.phones[number % len(self.phones)]
            asked[phone.id].append(time.monotonic())
            phone.say(text)
        await answers.until(count)
        return Figures(count, time.monotonic() - began, answers.delays)

    async def report(self, people: int, seconds: float) -> Figures:
        """So many people fill in the form over and over, each answering as soon as she is asked."""
        telling = [_Teller(phone) for phone in self.phones[:people]]
        by_id = {one.phone.id: one for one in telling}

        def answered(kind: str, about: Any) -> None:
            if kind == "sent" and about.phone in by_id:
                by_id[about.phone].look()

        stop = self._world.watch.listen(answered)
        began = time.monotonic()
        for one in telling:
            one.look()
        await asyncio.sleep(seconds)
        spent = time.monotonic() - began
        delays = [delay for one in telling for delay in one.delays]
        for one in telling:
            one.resting = True
        async with asyncio.timeout(_PATIENCE):
            while any(one.waits for one in telling):  # noqa: ASYNC110 -- it ends once, and nobody is measured by it
                await asyncio.sleep(0.05)
        stop()
        return Figures(len(delays), spent, delays)


class _Teller:
    """One person in the form."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.delays: list[float] = []
        self.resting = False
        self._acts = REPORT
        self._step = 0
        self._seen = len(phone.heard)
        self._acted = 0.0

    @property
    def waits(self) -> bool:
        """Whether she has been left without an answer."""
        return self._acted > 0.0

    def look(self) -> None:
        """Something was sent to her: if it is what she waits for, she goes on."""
        act = self._acts[self._step]
        if self._acted:
            heard = self.phone.heard[self._seen :]
            if not any(act.after in one.text for one in heard if one.what != "toast"):
                return
            self.delays.append(time.monotonic() - self._acted)
            self._acted = 0.0
        if self.resting:
            return
        self._seen = len(self.phone.heard)
        self._step += 1
        if self._step == len(self._acts):
            # One long, one short; the first of all cannot take anything over.
            self._acts, self._step = ANOTHER if self._acts is REPORT else _REPORT_AGAIN, 0
        self._acted = time.monotonic()
        if act.tap:
            self.phone.tap(act.tap)
        else:
            self.phone.say(act.say)


class _Answers:
    """Counts what the bot says from now on, and how long each answer took."""

    def __init__(self, world: World, asked: dict[str, deque[float]] | None = None) -> None:
        self._asked = asked
        self._count = 0
        self._wanted = 0
        self._enough = asyncio.Event()
        self.delays: list[float] = []
        self._stop = world.watch.listen(self._hear)

    def _hear(self, kind: str, about: Any) -> None:
        if kind != "sent":
            return
        sent: Sent = about
        if sent.method not in _ANSWERS or not sent.ok or sent.phone is None:
            return
        self._count += 1
        if self._asked is not None and self._asked[sent.phone]:
            self.delays.append(time.monotonic() - self._asked[sent.phone].popleft())
        if self._count == self._wanted:
            self._enough.set()

    async def until(self, count: int) -> None:
        """Wait for the *count*-th answer."""
        self._wanted = count
        if self._count < count:
            async with asyncio.timeout(_PATIENCE):
                await self._enough.wait()
        self._stop()
