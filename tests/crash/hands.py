"""What somebody's hands do at a phone: write, speak, photograph, press; now and then twice, in haste."""

from dataclasses import dataclass, field
from random import Random

from bot.sandbox.chats import Message
from tests.crash.phrases import NAMES, WORDS
from tests.crash.reader import Reader
from tests.crash.told import file_mark

_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100")
_SHORT, _LONG = 900, 70_000  # bytes of a recording; the long one is sealed in two pieces


@dataclass(slots=True)
class Hands:
    """One person's hands.

    Attributes:
        written: Her messages by their words, where no other says the same.
    """

    reader: Reader
    random: Random
    written: dict[str, Message] = field(default_factory=dict)
    _numbers: int = 0

    def chance(self, share: float) -> bool:
        """Whether she happens to do what so many of a hundred do."""
        return self.random.random() < share

    @property
    def haste(self) -> int:
        """How often she presses."""
        return 2 if self.chance(0.3) else 1

    def presses(self, message: Message, text_id: str) -> None:
        """Press, perhaps twice: the second time must do nothing."""
        self.reader.presses(message, text_id, times=self.haste)

    def tells(self) -> str:
        """Write something that nobody wrote before."""
        self._numbers += 1
        text = f"{self.random.choice(WORDS)}, {self.reader.phone.id} {self._numbers}"
        self.written[text] = self.reader.says(text)
        return text

    def names(self) -> tuple[str, str]:
        """Write a name that nobody else has; returns it with its script."""
        name, script = self.a_name()
        self.reader.says(name)
        return name, script

    def a_name(self) -> tuple[str, str]:
        """Such a name and its script, not yet written."""
        self._numbers += 1
        name, script, letters = self.random.choice(NAMES)
        return f"{name} {''.join(letters[int(digit)] for digit in str(self._numbers))}", script

    def edits(self, message: Message, text: str) -> None:
        """Change what she wrote, where it stands."""
        self.reader.phone.edit(message, text)
        self.reader.acts += 1

    def speaks(self) -> str:
        """A voice message; returns the mark of its file."""
        return self._sent(
            self.reader.phone.voice(self.random.randbytes(self.random.choice((_SHORT, _LONG))), 3)
        )

    def photographs(self) -> str:
        """A photo, or a picture sent as a file."""
        phone, picture = self.reader.phone, self._picture()
        if self.chance(0.5):
            return self._sent(phone.photo(picture))
        return self._sent(phone.document(picture, "photo.jpg", mime="image/jpeg"))

    def captions(self) -> tuple[str, str]:
        """A paper with words under it; returns both."""
        self._numbers += 1
        caption = f"{self.random.choice(WORDS)}, {self.reader.phone.id} {self._numbers}"
        return self._sent(self.reader.phone.document(self._picture(), "paper.jpg", caption)), caption

    def bundles(self) -> list[str]:
        """Three pictures together."""
        came = self.reader.phone.album([self._picture() for _ in range(3)])
        return [self._sent(one) for one in came]

    def _picture(self) -> bytes:
        return _JPEG + self.random.randbytes(2_000) + b"\xff\xd9"

    def _sent(self, message: Message) -> str:
        self.reader.acts += 1
        assert message.file is not None
        return file_mark(message.file.content)
