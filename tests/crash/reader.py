"""Somebody at a phone who reads what comes, knows what she has read before, and presses what she read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.chats import Message
from bot.sandbox.phones import Heard, Phone
from bot.sandbox.world import World
from locales.catalog import Catalog, Count, strip_marks

TEXTS = Catalog.load()
_GAP = "§§"  # stands in no text
# What some texts need besides the one that is looked for.
_ARGUMENTS: dict[str, dict[str, str]] = {
    "alert-report": {"language": ""},
    "words-of-family": {"language": ""},
    "remind-due": {"which": "", "at": ""},
}


class Unanswered(Exception):
    """Somebody waited for a reply that never came."""


@dataclass(slots=True)
class Reader:
    """A person who acts only on what she reads.

    Attributes:
        patience: Seconds that she waits for one reply.
        acts: How many updates her phone has sent.
    """

    world: World
    phone: Phone
    language: str
    patience: float
    acts: int = 0
    _from: int = 0
    _read: set[str] = field(default_factory=set)

    def plain(self, text_id: str) -> str:
        """One of the hotline's texts in her language."""
        return seen(TEXTS.plain(self.language, text_id))

    def before(self, text_id: str, name: str) -> str:
        """How such a text begins, up to the argument *name*."""
        return self.about(text_id, _GAP, name).removesuffix(_GAP)

    def about(self, text_id: str, code: str, name: str = "code") -> str:
        """Such a text about a case, up to what else it says after the code."""
        spoken = seen(TEXTS.plain(self.language, text_id, **{**_ARGUMENTS.get(text_id, {}), name: code}))
        return spoken[: spoken.index(code) + len(code)]

    def said(self, text_id: str, **args: str) -> str:
        """As `plain`, with what stands in its gaps."""
        return seen(TEXTS.plain(self.language, text_id, **args))

    def counted(self, text_id: str, count: int) -> str:
        """As `plain`, of a text that counts."""
        return seen(TEXTS.plain(self.language, text_id, count=Count(count)))

    async def reads(self, text_id: str, *, containing: str = "", offering: str = "") -> Message:
        """The next thing that says this and that she has not read before.

        A message with buttons is known by its buttons: what comes once more after a crash has the
        same, and she knows that she has read it.

        Args:
            offering: A button; what is long comes as several messages, with the buttons under the last.

        Raises:
            Unanswered: It does not come.
        """
        message = await self._next(self.plain(text_id) if text_id else "", containing, "", text_id)
        label = self.plain(offering) if offering else ""
        if not label or _offers(message, label):
            return message
        return await self._next("", "", label, f"{text_id or containing!r} with {offering}")

    async def _next(self, words: str, containing: str, label: str, sought: str) -> Message:
        heard = self.phone.heard

        def found() -> int:
            for at in range(self._from, len(heard)):
                if self._is_it(heard[at], words, containing, label):
                    return at + 1
            return 0

        try:
            at = await self.world.until(found, self.patience)
        except TimeoutError:
            last = [one.text.split("\n")[0] for one in heard[-3:]]
            raise Unanswered(
                f"{self.phone.id} ({self.language}) waited {self.patience:.0f} s for "
                f"{sought or containing!r}; the last she read: {last}"
            ) from None
        message = heard[at - 1].message
        assert message is not None, "toasts are not looked for"
        self._from = at
        self._read.add(mark_of(message))
        return message

    def _is_it(self, one: Heard, words: str, containing: str, label: str) -> bool:
        if one.message is None or one.what not in ("message", "edit"):
            return False
        if label and not _offers(one.message, label):
            return False
        shown = seen(one.text)
        if words not in shown or containing not in shown:
            return False
        mark = mark_of(one.message)
        return not mark or mark not in self._read

    def presses(self, message: Message, text_id: str, *, times: int = 1) -> None:
        """Press the button that says this, once or in haste more often."""
        self.presses_words(message, self.plain(text_id), times=times)

    def presses_words(self, message: Message, label: str, *, times: int = 1) -> None:
        """As `presses`, for a button that says the same in every language."""
        if not self._pressed(message, lambda shown: shown == label, times):
            raise Unanswered(
                f"{self.phone.id} ({self.language}) finds no button {label!r} in {message.labels}"
            )

    def presses_like(self, message: Message, text_id: str, name: str) -> None:
        """As `presses`, whatever stands in the gap called *name*.

        Raises:
            Unanswered: There is no such button.
        """
        before, _, behind = self.said(text_id, **{name: _GAP}).partition(_GAP)
        if not self._pressed(message, lambda shown: shown.startswith(before) and shown.endswith(behind), 1):
            raise Unanswered(f"{self.phone.id} ({self.language}) finds no {text_id} in {message.labels}")

    def presses_beginning(self, message: Message, beginning: str) -> None:
        """As `presses`, for a button that only begins like this.

        Raises:
            Unanswered: There is no such button.
        """
        if not self._pressed(message, lambda shown: shown.startswith(beginning), 1):
            raise Unanswered(f"{self.phone.id} ({self.language}) finds no {beginning!r} in {message.labels}")

    def _pressed(self, message: Message, is_it: Callable[[str], bool], times: int) -> bool:
        for row, labels in enumerate(message.labels):
            for column, label in enumerate(labels):
                if is_it(seen(label)):
                    for _ in range(times):
                        self.phone.press(message, row, column)
                        self.acts += 1
                    return True
        return False

    def says(self, text: str) -> Message:
        """Write."""
        self.acts += 1
        return self.phone.say(text)


def seen(text: str) -> str:
    """What an eye sees of *text*: the marks that keep names in their direction are not seen."""
    return strip_marks(text)


def _offers(message: Message, label: str) -> bool:
    return any(label == seen(one) for row in message.labels for one in row)


def mark_of(message: Message) -> str:
    """What tells the buttons under *message* from all others; empty without buttons."""
    for row in message.rows:
        for button in row:
            if "callback_data" in button:
                return str(button["callback_data"])[:-1]
    return ""
