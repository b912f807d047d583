"""What was said on a stage, written down so that a coordinator can read and correct it."""

import re
import zlib
from pathlib import Path

from bot.sandbox.chats import Message
from bot.sandbox.phones import Impossible, Phone
from locales.gazetteer import Gazetteer
from locales.partial import in_words
from tests.scenes.stage import TEXTS, Stage
from tests.scenes.told import Act, Album, At, Map, On, Own, Paper, Photo, Press, Speak, Tap

_INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069]")
_CODE = re.compile(r"\b[2346789ACDEFHJKMNPQRTWX]{3}-[2346789ACDEFHJKMNPQRTWX]{3}\b")
_OF_TEAM = re.compile(r"\b[2346789ACDEFHJKMNPQRTWX]{5}\b")  # how the team calls one of its own
_MARK = re.compile(r"\b\d+:[0-9a-f]{16}\b")  # of the audit log: chance
_BEGUN = re.compile(r"(/start) \S+")

_LONG = 240  # letters of one line; longer ones are written down by their beginning and their length

FOLDER = Path(__file__).parent / "transcripts"


class Transcript:
    """Follows some phones and writes down what their owners do and what they read.

    Case codes are chance; each is written as the first, second, … case of the scene.

    Attributes:
        acts: How often people pressed, wrote or sent something so far.
    """

    def __init__(self, stage: Stage, title: str, phones: dict[str, tuple[Phone, str]]) -> None:
        self._stage = stage
        self._lines = [f"# {title}", ""]
        self._names = {phone.id: name for name, (phone, _) in phones.items()}
        self._languages = {phone.id: language for phone, language in phones.values()}
        self._phones = [phone for phone, _ in phones.values()]
        self._read = {phone.id: len(phone.heard) for phone in self._phones}
        self._codes: dict[str, str] = {}
        self.acts = 0

    def speaks_now(self, phone: Phone, language: str) -> None:
        """Her buttons are in another language from now on."""
        self._languages[phone.id] = language

    async def starts(self, phone: Phone) -> None:
        """She presses Start."""
        phone.start()
        await self._then(phone, "/start")

    async def does(self, phone: Phone, *acts: Act) -> None:
        """She does this, one thing after the other, and reads what comes."""
        for act in acts:
            self.acts += 1
            await self._then(phone, self._act(phone, act))

    async def taps(self, phone: Phone, *text_ids: str) -> None:
        """She presses the buttons with these texts of the catalogue, one after the other."""
        await self.does(phone, *map(Tap, text_ids))

    async def taps_label(self, phone: Phone, part: str) -> None:
        """She presses the newest button on which this stands, among other words perhaps."""
        phone.tap(part)
        await self._then(phone, f"[… {part} …]")

    async def mends(self, phone: Phone, text: str, instead: str) -> None:
        """She changes a message that she sent before."""
        before = next(one for one in phone.chat.newest() if one.out and one.text == text)
        phone.edit(before, instead)
        await self._then(phone, f"(changes “{text}”) {instead}")

    async def waits(self, days: int) -> None:
        """Time passes."""
        self._lines += ["", f"— {days} days later —", ""]
        await self._stage.passes(days=days)
        self._write_down(by_words=True)

    def _act(self, phone: Phone, act: Act) -> str:
        """Do it, and say how it is written down."""
        language = self._languages[phone.id]
        match act:
            case str():
                phone.say(act)
                return act
            case Tap(text, number):
                args = {"number": number} if number else {}
                return self._press(phone, TEXTS.plain(language, text, **args))
            case On(edtf):
                return self._press(phone, _on_button(edtf, language))
            case At(place):
                return self._press(phone, Gazetteer.load().name(place, language))
            case Press(label):
                return self._press(phone, label)
            case Speak(seconds):
                phone.voice(b"OggS" + bytes(200), seconds)
                return f"(voice message, {seconds} s)"
            case Photo(caption):
                phone.photo(PICTURE, caption)
                return f"(photo) {caption}".strip()
            case Paper(name, caption):
                phone.document(b"%PDF" + bytes(100), name, caption)
                return f"(file {name}) {caption}".strip()
            case Album(parts, caption, files):
                kind = "document" if files else "photo"
                names = [f"{number}.pdf" for number in range(1, parts + 1)] if files else []
                phone.album([PICTURE] * parts, caption, kind=kind, names=names)
                return f"({parts} {'files' if files else 'photos'} at once) {caption}".strip()
            case Map(latitude, longitude):
                phone.location(latitude, longitude)
                return f"(a point on the map: {latitude}, {longitude})"
            case Own():
                phone.contact()
                return f"[{phone.keys[0][0] if phone.keys else 'contact'}]"

    def _press(self, phone: Phone, label: str) -> str:
        wanted = _INVISIBLE.sub("", label)
        for message in phone.chat.newest():
            for row, labels in enumerate(message.labels):
                for column, shown in enumerate(labels):
                    if _INVISIBLE.sub("", shown).removeprefix("✓ ") == wanted and not message.out:
                        phone.press(message, row, column)
                        return f"[{label}]"
        raise Impossible(f"no button says {label!r}; the last do: {_labels(phone)}")

    async def _then(self, phone: Phone, act: str) -> None:
        self._lines.append(f"{self._names[phone.id]}  {_short(self._clean(act))}")
        await self._stage.settled()
        self._write_down()

    def _write_down(self, *, by_words: bool = False) -> None:
        """Write down what came since.

        Args:
            by_words: What several jobs say at one time comes in the order of chance: by its words.
        """
        for phone in self._phones:
            # Answers to presses go their own way, before or after the rest: they are written first.
            for heard in sorted(
                phone.heard[self._read[phone.id] :],
                key=lambda one: (one.what != "toast", self._clean(one.text) if by_words else ""),
            ):
                mark = {"message": "←", "edit": "↻", "toast": "·", "delete": "×"}[heard.what]
                self._lines.append(f"    {mark} to {self._names[phone.id]}")
                self._lines += [
                    f"      {_short(line)}".rstrip() for line in self._clean(heard.text).split("\n")
                ]
                if heard.message is not None and heard.message.file is not None:
                    self._lines.append(f"      ({self._clean(_file(heard.message))})")
                for row in heard.message.labels if heard.message is not None else ():
                    self._lines.append("      " + " ".join(f"[{self._clean(label)}]" for label in row))
            self._read[phone.id] = len(phone.heard)

    def _clean(self, text: str) -> str:
        text = _MARK.sub("(mark)", _INVISIBLE.sub("", _BEGUN.sub(r"\1 (invitation)", text)))
        text = _OF_TEAM.sub("(team)", text)
        return _CODE.sub(lambda found: self._codes.setdefault(found[0], f"CASE-{len(self._codes) + 1}"), text)

    def text(self) -> str:
        """The whole transcript."""
        return "\n".join(self._lines) + "\n"


def _on_button(edtf: str, language: str) -> str:
    """A day as a button of the calendar says it, or a date in words."""
    return edtf if len(edtf) == 4 else in_words(language, edtf)


def _labels(phone: Phone) -> list[str]:
    message = next((one for one in phone.chat.newest() if one.rows), None)
    return [label for row in message.labels for label in row] if message is not None else []


def _short(line: str) -> str:
    return line if len(line) <= _LONG else f"{line[:80]} … ({len(line)} letters) … {line[-20:]}"


def _file(message: Message) -> str:
    document = message.raw.get("document")
    return f"{message.kind} {document['file_name']}" if document is not None else message.kind


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
