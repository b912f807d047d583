"""Kazakh in the Arabic script (töte jazu), made by rule from the Cyrillic.

The two scripts write the same language letter for letter, so one text is translated, and the other
follows it. What a letter cannot show is whether a vowel is soft: ا is а and ә, و is о
and ө, ۇ is ұ and ү, ى is ы and і. A soft word says so once, by a hamza before it, unless
it holds ك, گ or ە, which occur in soft words only. Words and messages for which the rule is wrong
stand in kazakh_arabic.toml.

    python -m locales.kazakh_arabic     writes locales/kk-Arab/ anew from locales/kk/
"""

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

HAMZA = "\u0621"  # as readers type it and CLDR writes it, not U+0674, which few keyboards have

_HERE = Path(__file__).parent
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгғдежзийкқлмнңопрстуұфхһчшыі", "ابۆگعدەجزييكقلمنڭوپرستۋۇفحھچشىى", strict=True)),
        **dict(zip("әөүэ", "اوۇە", strict=True)),
        "ё": "يو",
        "ц": "تس",
        "щ": "شش",
        "ю": "يۋ",
        "я": "يا",
        "ъ": "",
        "ь": "",
    }
)
_GLIDE = re.compile("и(?=[йюяё])")  # Азия is ازيا: the letter after it brings the same sound
_SAYS_SOFT = re.compile("[кгеэ]")
_DECIDES = re.compile("[әөүі]|[аоұықғ]")  # words that mix both, mostly compounds and loans, go by the first
_WORD = re.compile("[а-яёәғқңөұүһі]+", re.IGNORECASE)
_KEPT = re.compile("(<[^<>]*>?|&\\w+;|&#\\w+;|https?://\\S*)")
_MARKS = str.maketrans({",": "،", ";": "؛", "?": "؟"})
_PAUSE = re.compile('[,;?](?=[\\s»”")\\]?!.]|$)')  # only where a sentence pauses: 3,5 keeps its comma

_NOTICE = (
    "# Made by rule: change locales/kk/{name} or locales/kazakh_arabic.toml,\n"
    "# then run: python -m locales.kazakh_arabic\n\n"
)


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Where the rule is wrong.

    Attributes:
        beginnings: Cyrillic beginnings of words, in small letters → their Arabic spelling; what follows
            goes by rule, without a hamza. The longest that fits is taken.
        messages: Message ids → the whole Fluent value in Arabic script.
    """

    beginnings: dict[str, str]
    messages: dict[str, str]

    @classmethod
    def load(cls, file: Path = _HERE / "kazakh_arabic.toml") -> "Exceptions":
        """Read the table; a missing file holds none."""
        if not file.exists():
            return cls({}, {})
        found = tomllib.loads(file.read_text(encoding="utf-8"))
        return cls(found.get("words", {}), found.get("messages", {}))


NONE = Exceptions({}, {})


def to_arabic(cyrillic: str, exceptions: Exceptions = NONE) -> str:
    """*cyrillic* in the Arabic script; tags, addresses, numbers and Latin words stay as they are."""
    parts = _KEPT.split(cyrillic)
    parts[::2] = [_text(part, exceptions) for part in parts[::2]]
    return "".join(parts)


def _text(cyrillic: str, exceptions: Exceptions) -> str:
    paused = _PAUSE.sub(lambda found: found[0].translate(_MARKS), cyrillic)
    return _WORD.sub(lambda found: _word(found[0].lower(), exceptions), paused)


def _word(word: str, exceptions: Exceptions) -> str:
    for end in range(len(word), 0, -1):
        known = exceptions.beginnings.get(word[:end])
        if known is not None:
            return known + _letters(word[end:])
    soft = _DECIDES.search(word)
    hamza = HAMZA if soft and soft[0] in "әөүі" and not _SAYS_SOFT.search(word) else ""
    return hamza + _letters(word)


def _letters(word: str) -> str:
    return _GLIDE.sub("", word).translate(_LETTERS)


class _Turned(Transformer):
    """Turns the text of a message, and leaves its variables, keys and references alone."""

    def __init__(self, exceptions: Exceptions) -> None:
        self._exceptions = exceptions

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:
        return ast.TextElement(to_arabic(node.value, self._exceptions))


def turn(source: str, exceptions: Exceptions = NONE) -> str:
    """A whole .ftl file in the Arabic script, its comments left out."""
    parser, turned = FluentParser(with_spans=False), _Turned(exceptions)
    body: list[ast.EntryType] = []
    for entry in parser.parse(source).body:
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        entry.comment = None
        known = exceptions.messages.get(entry.id.name)
        if known is not None:
            written = parser.parse_entry(
                f"{entry.id.name} =\n    " + known.strip().replace("\n", "\n    ") + "\n"
            )
            body.append(written)
        else:
            body.append(turned.visit(entry))
    return str(FluentSerializer().serialize(ast.Resource(body)))


def made(root: Path = _HERE, exceptions: Exceptions | None = None) -> dict[str, str]:
    """What the rule gives: file name → text, for each file of `root/kk`."""
    table = exceptions if exceptions is not None else Exceptions.load(root / "kazakh_arabic.toml")
    return {
        file.name: _NOTICE.format(name=file.name) + turn(file.read_text(encoding="utf-8"), table)
        for file in sorted((root / "kk").glob("*.ftl"))
    }


def main(root: Path = _HERE) -> None:
    """Write `root/kk-Arab` anew."""
    folder = root / "kk-Arab"
    folder.mkdir(exist_ok=True)
    files = made(root)
    for stale in folder.glob("*.ftl"):
        if stale.name not in files:
            stale.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(files)} files written to {folder.name}\n")


if __name__ == "__main__":
    main()
