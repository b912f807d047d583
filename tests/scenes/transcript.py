"""What was said on a stage, written down so that a coordinator can read and correct it."""

import re
import zlib
from pathlib import Path

from bot.sandbox.phones import Phone
from tests.scenes.stage import TEXTS, Stage

_INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069]")
_CODE = re.compile(r"\b[2346789ACDEFHJKMNPQRTWX]{3}-[2346789ACDEFHJKMNPQRTWX]{3}\b")
_BEGUN = re.compile(r"(/start) \S+")

FOLDER = Path(__file__).parent / "transcripts"


class Transcript:
    """Follows some phones and writes down what their owners do and what they read.

    Case codes are chance; each is written as the first, second, … case of the scene.
    """

    def __init__(self, stage: Stage, title: str, phones: dict[str, tuple[Phone, str]]) -> None:
        self._stage = stage
        self._lines = [f"# {title}", ""]
        self._names = {phone.id: name for name, (phone, _) in phones.items()}
        self._languages = {phone.id: language for phone, language in phones.values()}
        self._phones = [phone for phone, _ in phones.values()]
        self._read = {phone.id: len(phone.heard) for phone in self._phones}
        self._codes: dict[str, str] = {}

    async def says(self, phone: Phone, text: str) -> None:
        """She writes."""
        phone.say(text)
        await self._then(phone, text)

    async def starts(self, phone: Phone) -> None:
        """She presses Start."""
        phone.start()
        await self._then(phone, "/start")

    async def speaks(self, phone: Phone, seconds: int) -> None:
        """She sends a voice message."""
        phone.voice(b"OggS" + bytes(200), seconds)
        await self._then(phone, f"(voice message, {seconds} s)")

    async def shows(self, phone: Phone, caption: str = "") -> None:
        """She sends a photo."""
        phone.photo(PICTURE, caption)
        await self._then(phone, f"(photo) {caption}".strip())

    async def taps(self, phone: Phone, text_id: str) -> None:
        """She presses the button with this text of the catalogue."""
        await self.taps_label(phone, TEXTS.plain(self._languages[phone.id], text_id))

    async def taps_label(self, phone: Phone, label: str) -> None:
        """She presses the button that says this."""
        phone.tap(label)
        await self._then(phone, f"[{label}]")

    async def waits(self, days: int) -> None:
        """Time passes."""
        self._lines += ["", f"— {days} days later —", ""]
        await self._stage.passes(days=days)
        self._write_down()

    async def _then(self, phone: Phone, act: str) -> None:
        self._lines.append(f"{self._names[phone.id]}  {self._clean(act)}")
        await self._stage.settled()
        self._write_down()

    def _write_down(self) -> None:
        for phone in self._phones:
            # Answers to presses go their own way, before or after the rest: they are written first.
            for heard in sorted(phone.heard[self._read[phone.id] :], key=lambda one: one.what != "toast"):
                mark = {"message": "←", "edit": "↻", "toast": "·", "delete": "×"}[heard.what]
                self._lines.append(f"    {mark} to {self._names[phone.id]}")
                self._lines += [f"      {line}".rstrip() for line in self._clean(heard.text).split("\n")]
                if heard.message is not None and heard.message.file is not None:
                    self._lines.append(f"      ({heard.message.kind})")
                for row in heard.message.labels if heard.message is not None else ():
                    self._lines.append("      " + " ".join(f"[{self._clean(label)}]" for label in row))
            self._read[phone.id] = len(phone.heard)

    def _clean(self, text: str) -> str:
        text = _INVISIBLE.sub("", _BEGUN.sub(r"\1 (invitation)", text))
        return _CODE.sub(lambda found: self._codes.setdefault(found[0], f"CASE-{len(self._codes) + 1}"), text)

    def text(self) -> str:
        """The whole transcript."""
        return "\n".join(self._lines) + "\n"


def compare(name: str, text: str, *, write: bool) -> None:
    """Assert that *text* is the transcript of that name, or write it."""
    path = FOLDER / f"{name}.txt"
    if write:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


PICTURE = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", (64).to_bytes(4, "big") + (48).to_bytes(4, "big") + bytes((8, 0, 0, 0, 0)))
    + _chunk(b"IDAT", zlib.compress(bytes(65 * 48)))
    + _chunk(b"IEND", b"")
)
"""A small grey picture."""
