"""Values that exist nowhere else: whoever finds one outside a seal has found a leak, not an accident.

Each holds one or two *marks*, random words that are sought; what stands around them is ordinary, for
a leak may cut a text or fold its letters.
"""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from PIL import Image, PngImagePlugin

Kind = Literal[
    "name", "text", "phone", "paper", "file", "file name", "caption", "account", "profile", "secret"
]
Script = Literal["latin", "cyrillic", "arabic", "chinese"]
SCRIPTS: tuple[Script, ...] = ("latin", "cyrillic", "arabic", "chinese")

_SYLLABLES: dict[Script, tuple[str, str]] = {
    "latin": ("bdfgklmnprstvz", "aeiou"),
    "cyrillic": ("бвгджзклмнпрст", "аеиоуы"),
    "arabic": ("بتجدرزسشقكلمن", "اەوى"),
}
# Characters of names and of everyday words, in the fonts that we print with.
_CHINESE = "叶尔兰赛依提哈力达尼亚波拉阿本淑华古丽吐逊买克木江艾山热合曼努沙汗玛依"
_AROUND: dict[Script, tuple[str, str]] = {
    "latin": ("They say that ", " was seen there."),
    "cyrillic": ("Говорят, что ", " видели там."),
    "arabic": ("ئۇلار ", " دەيدۇ."),
    "chinese": ("听说", "在那里。"),
}


@dataclass(frozen=True, slots=True)
class Canary:
    """One marked value.

    Attributes:
        said: As a person says or sends it; the words of a text, the name of a file.
        marks: What is sought.
        content: Of a file.
        number: Where it is one; it may be kept in binary.
    """

    kind: Kind
    said: str
    marks: tuple[str, ...]
    content: bytes = b""
    number: int | None = None


@dataclass
class Mint:
    """Makes canaries, no two alike.

    Args:
        tell: Hears of each.

    Attributes:
        made: All of them, in order.
    """

    random: Random
    tell: Callable[[Canary], None] = lambda _one: None
    made: list[Canary] = field(default_factory=list)
    _words: set[str] = field(default_factory=set)

    def word(self, script: Script = "latin", letters: int = 16) -> str:
        """A word that nobody has ever written."""
        while True:
            if script == "chinese":
                word = "".join(self.random.choices(_CHINESE, k=max(6, letters // 2)))
            else:
                hard, soft = _SYLLABLES[script]
                word = "".join(
                    self.random.choice(hard) + self.random.choice(soft) for _ in range(letters // 2)
                )
            if word not in self._words:
                self._words.add(word)
                return word

    def name(self, script: Script = "latin") -> Canary:
        """Of somebody made up: two words."""
        first, last = self.word(script, 10).capitalize(), self.word(script, 12).capitalize()
        return self._keep(Canary("name", f"{first} {last}", (first, last)))

    def text(self, script: Script = "latin", *, kind: Kind = "text") -> Canary:
        """A sentence."""
        word = self.word(script)
        before, after = _AROUND[script]
        return self._keep(Canary(kind, f"{before}{word}{after}", (word,)))

    def phone(self) -> Canary:
        """A number in Kazakhstan, written as people write it; sought as written, and as digits."""
        digits = (
            f"{self.random.choice(('701', '702', '705', '747', '777'))}{self.random.randrange(10**7):07d}"
        )
        said = f"+7 {digits[:3]} {digits[3:6]} {digits[6:8]} {digits[8:]}"
        return self._keep(Canary("phone", said, (said[3:], digits), number=int(f"7{digits}")))

    def paper(self) -> Canary:
        """The number of a passport or a letter."""
        digits = f"{self.random.randrange(10**15):015d}"
        return self._keep(Canary("paper", f"N {digits}", (digits,)))

    def account(self) -> Canary:
        """Telegram's number of somebody; above all that are given out, below what fits there."""
        number = self.random.randrange(3 * 10**12, 4 * 10**12)
        return self._keep(Canary("account", str(number), (str(number),), number=number))

    def profile(self, script: Script = "latin") -> Canary:
        """A word by which Telegram knows somebody: a first or last name, a username."""
        word = self.word(script)
        return self._keep(Canary("profile", word, (word,)))

    def file(self, content: bytes = b"", mark: str = "") -> Canary:
        """A file whose content is marked; a page of text, where none is given."""
        mark = mark or self.word(self.random.choice(SCRIPTS))
        return self._keep(Canary("file", "", (mark,), content or f"{mark}\n".encode() * 40))

    def photo(self) -> Canary:
        """A picture as a phone writes it, with marked metadata."""
        mark = self.word()
        return self.file(_picture("JPEG", mark), mark)

    def picture(self) -> Canary:
        """A picture as Telegram hands it out, with a marked comment."""
        mark = self.word()
        return self.file(_picture("PNG", mark), mark)

    def scan(self) -> Canary:
        """A paper in PDF's clothes."""
        mark = self.word()
        return self.file(f"%PDF-1.4\n% {mark}\n".encode() * 30, mark)

    def voice(self) -> Canary:
        """What passes for a recording."""
        mark = self.word()
        return self.file(b"OggS" + bytes(60) + mark.encode() * 20, mark)

    def file_name(self, ending: str, script: Script = "latin") -> Canary:
        """What somebody called a file."""
        word = self.word(script)
        return self._keep(Canary("file name", f"{word}.{ending}", (word,)))

    def secret(self, said: str, *marks: str) -> Canary:
        """The token, the passphrase, the word for emergencies."""
        return self._keep(Canary("secret", said, marks or (said,)))

    def token(self) -> Canary:
        """A bot's token, of a bot that does not exist."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        private = "".join(self.random.choices(letters, k=35))
        return self.secret(f"{self.random.randrange(10**8, 10**9)}:{private}", private)

    def _keep(self, canary: Canary) -> Canary:
        self.made.append(canary)
        self.tell(canary)
        return canary


def _picture(kind: str, mark: str) -> bytes:
    image = Image.new("RGB", (48, 32), (90, 120, 60))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = mark, "Kumis Phone 7"
    exif[0x8825] = {1: "N", 2: (43.0, 14.0, 20.2), 3: "E", 4: (76.0, 53.0, 22.9)}
    how: dict[str, Any] = {"exif": exif}
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", mark)
        how["pnginfo"] = info
    written = io.BytesIO()
    image.save(written, kind, **how)
    return written.getvalue()


def told(canaries: list[Canary]) -> str:
    """How many there are of each kind."""
    kinds: dict[str, int] = {}
    for one in canaries:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    return json.dumps(kinds)
