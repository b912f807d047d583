"""Somebody at a phone who reads what comes, knows what she has read before, and presses what she read."""

from dataclasses import dataclass, field

from bot.sandbox.chats import Message
from bot.sandbox.phones import Heard, Phone
from bot.sandbox.world import World
from locales.catalog import Catalog, strip_marks

TEXTS = Catalog.load()
_GAP = "§§"  # stands in no text
# What some texts need besides the one that is looked for.
_ARGUMENTS: dict[str, dict[str, str]] = {
    "alert-report": {"language": ""},
    "words-of-family": {"language": ""},
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

    async def reads(self, text_id: str, *, containing: str = "") -> Message:
        """The next thing that says this and that she has not read before.

        A message with buttons is known by its buttons: what comes once more after a crash has the
        same, and she knows that she has read it.

        Raises:
            Unanswered: It does not come.
        """
        words = self.plain(text_id) if text_id else ""
        heard = self.phone.heard

        def found() -> int:
            for at in range(self._from, len(heard)):
                if self._is_it(heard[at], words, containing):
                    return at + 1
            return 0

        try:
            at = await self.world.until(found, self.patience)
        except TimeoutError:
            last = [one.text.split("\n")[0] for one in heard[-3:]]
            raise Unanswered(
                f"{self.phone.id} ({self.language}) waited {self.patience:.0f} s for "
                f"{text_id or containing!r}; the last she read: {last}"
            ) from None
        message = heard[at - 1].message
        assert message is not None, "toasts are not looked for"
        self._from = at
        self._read.add(mark_of(message))
        return message

    def _is_it(self, one: Heard, words: str, containing: str) -> bool:
        if one.message is None or one.what not in ("message", "edit"):
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
        for row, labels in enumerate(message.labels):
            if label in (shown := [seen(one) for one in labels]):
                for _ in range(times):
                    self.phone.press(message, row, shown.index(label))
                    self.acts += 1
                return
        raise Unanswered(f"{self.phone.id} ({self.language}) finds no button {label!r} in {message.labels}")

    def says(self, text: str) -> Message:
        """Write."""
        self.acts += 1
        return self.phone.say(text)


def seen(text: str) -> str:
    """What an eye sees of *text*: the marks that keep names in their direction are not seen."""
    return strip_marks(text)


def mark_of(message: Message) -> str:
    """What tells the buttons under *message* from all others; empty without buttons."""
    for row in message.rows:
        for button in row:
            if "callback_data" in button:
                return str(button["callback_data"])[:-1]
    return ""
