"""Makes any text fit to be typeset: every letter drawn, nothing unseen at work, numbers the right way round.

A relative may have typed or pasted anything. Here it becomes paragraphs, each with the
direction in which it is read. Left to itself, a telephone number inside Arabic script
is drawn with its groups in reverse, and a letter that no font has is drawn as nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.documents.coverage import drawn
from locales.languages import Direction

NOT_DRAWN = "□"
"""Stands for a letter that no font of ours has."""

ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u200c-\u200f\u25cc\ufb50-\ufdff\ufe70-\ufefc]"
"""What Naskh draws; its blanks and digits come from where all others come from."""

_ARABIC_WORDS = re.compile(f"({ARABIC}+(?: +{ARABIC}+)*)")
_AROUND_LINE_ENDS = re.compile(" *\n *")
_FREE_LINES = re.compile("\n{3,}")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What is not seen and does nothing good on paper: controls, forced directions, variants, tags, soft hyphens.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u202a-\u202e"
    "\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_STEERING = frozenset("\u061c\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
_LEFT_TO_RIGHT, _POP, _LEFT_MARK = "\u2066", "\u2069", "\u200e"
_ISOLATES = re.compile("[\u2066-\u2069]")
_JOINER = "\u200d"
# Skin tones and the like belong to the picture before them.
_PICTURE_PARTS = re.compile("[\U0001f3fb-\U0001f3ff\u20e3]")

_EUROPEAN = "0-9A-Za-zÀ-ɏЀ-ԯ"
_ARABIC_DIGITS = "٠-٩۰-۹"
_SIGNS = f"[{_EUROPEAN}{_ARABIC_DIGITS}]+"
_BETWEEN = "[-\\u2010-\\u2013./:_@+#№=&?*'~| \\u00a0]{1,3}"
_IN_BRACKETS = f"\\([0-9{_ARABIC_DIGITS}]+\\)"
# An address of the web; or a code, a date, a telephone or document number: letters and digits with a few
# signs or gaps between them.
_NUMBERED = re.compile(
    r"(?:https?://|www\.)[!-~]+|"
    rf"(?:[+#№][ \u00a0]?)?(?:{_SIGNS}|{_IN_BRACKETS})"
    rf"(?:{_BETWEEN}(?:{_SIGNS}|{_IN_BRACKETS})|{_IN_BRACKETS}|(?<=\)){_SIGNS})*%?"
)
_ARABIC_RUN = re.compile("[٠-٩]")
_GAP_IN_RUN = re.compile(f"[^{_ARABIC_DIGITS}]+")

_LONGEST_WORD, _A_PIECE = 40, 20  # letters; an address or a key would run off the page
_WORD = re.compile(rf"[^\s\u200b\u3000-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{{{_LONGEST_WORD},}}")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it goes to the typesetter; empty where a line was left free."""

    text: str
    direction: Direction


def own_words(text: str, page: Direction) -> tuple[Line, ...]:
    """Paragraphs that each go the way of their first letter, in which somebody wrote them.

    Args:
        page: The way of a line that was left free.
    """
    return tuple(
        Line(_breakable(_ordered(line)), _first(line) or ("ltr" if line else page))
        for line in _lines(clean(text))
    )


def our_words(text: str, page: Direction) -> tuple[Line, ...]:
    """Paragraphs in the language of the page: they go its way even if a name or code begins them."""
    return tuple(Line(_breakable(_ordered(line)), _page_way(line, page)) for line in _lines(clean(text)))


def runs(line: str) -> list[str]:
    """*line* in pieces, of which every second one, beginning with the second, is in Arabic script."""
    found = _ARABIC_WORDS.split(line)
    return found if found[-1] or len(found) == 1 else found[:-1]


def clean(text: str) -> str:
    """*text* with every letter drawn, or □ in its place; line ends are \\n, and nothing unseen is left."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    whole = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", whole)).replace("\t", " ")
    whole = _UNSEEN.sub("", whole)
    if _ISOLATES.search(whole):
        whole = "\n".join(line if _closed(line) else _ISOLATES.sub("", line) for line in whole.split("\n"))
    return whole if _all_drawn(whole) else "".join(_shown(whole))


def _all_drawn(text: str) -> bool:
    known = drawn()
    return all(ord(one) in known or one == "\n" or one in _STEERING for one in text)


def _shown(text: str) -> Iterator[str]:
    known = drawn()
    picture = joined = False  # what is joined to a picture is a part of it: one sign stands for all
    for one in text:
        if picture and (one == _JOINER or _PICTURE_PARTS.match(one) or (joined and not one.isalnum())):
            joined = one == _JOINER
            continue
        plain = one if ord(one) in known or one == "\n" or one in _STEERING else _plainer(one)
        picture, joined = plain == NOT_DRAWN != one, False
        yield plain


def _plainer(letter: str) -> str:
    """The same letter in a form that is drawn: taken apart, or without its ornament."""
    if unicodedata.category(letter) == "Zs":
        return " "
    known = drawn()
    for form in ("NFD", "NFKC"):
        other = unicodedata.normalize(form, letter)
        if all(ord(one) in known for one in other):
            return other
    return NOT_DRAWN


def _lines(text: str) -> list[str]:
    return _FREE_LINES.sub("\n\n", _AROUND_LINE_ENDS.sub("\n", text)).strip("\n ").split("\n")


def _breakable(line: str) -> str:
    return _WORD.sub(
        lambda word: "\u200b".join(word[0][at : at + _A_PIECE] for at in range(0, len(word[0]), _A_PIECE)),
        line,
    )


def _ordered(line: str) -> str:
    """*line* with its numbers and codes isolated, where anything in it is read from right to left."""
    if not any(unicodedata.bidirectional(one) in ("R", "AL", "AN") for one in line):
        return line
    return _NUMBERED.sub(_isolated, line)


def _isolated(found: re.Match[str]) -> str:
    run = found[0]
    if not any(one.isdigit() for one in run):
        return run
    if _ARABIC_RUN.search(run):
        # Their groups would change places even within an isolate; a mark between them holds them.
        run = _GAP_IN_RUN.sub(lambda gap: f"{gap[0]}{_LEFT_MARK}", run)
    return f"{_LEFT_TO_RIGHT}{run}{_POP}"


def _page_way(line: str, page: Direction) -> Direction:
    ways = {way for one in line if (way := _way(one)) is not None}
    return page if page in ways or not ways else ways.pop()


def _first(line: str) -> Direction | None:
    """The direction of the first letter outside of isolates, or else of the first one at all."""
    depth = 0
    inside: Direction | None = None
    for one in line:
        if "\u2066" <= one <= "\u2068":
            depth += 1
        elif one == _POP:
            depth -= 1
        elif (way := _way(one)) is not None:
            if depth == 0:
                return way
            inside = inside or way
    return inside


def _way(letter: str) -> Direction | None:
    match unicodedata.bidirectional(letter):
        case "L":
            return "ltr"
        case "R" | "AL":
            return "rtl"
    return None


def _closed(line: str) -> bool:
    """Whether every isolate in *line* is closed within it, and none that is not."""
    depth = 0
    for mark in _ISOLATES.findall(line):
        depth += -1 if mark == _POP else 1
        if depth < 0:
            return False
    return depth == 0
