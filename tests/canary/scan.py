"""Looks for many values, in every form in which they might be written, in one pass over the bytes.

Of each form the words of eight bytes at its first eight offsets are known. Wherever the form
stands, one of them lies on a multiple of eight: so only every eighth byte has to be looked at,
and what is suspected there is then sought exactly. Short forms go by four bytes in the same way.
"""

import base64
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from tests.canary.mint import Canary

_LONG, _SHORT = 8, 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A canary where none may be.

    Attributes:
        encoding: In which it stands there.
    """

    canary: int
    encoding: str


def forms(mark: str) -> Iterator[tuple[str, bytes]]:
    """Everything that *mark* may look like on a disk."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = mark.encode(encoding)
        yield encoding, plain
        yield f"hex of {encoding}", plain.hex().encode()
        yield f"HEX of {encoding}", plain.hex().upper().encode()
        for shift, piece in enumerate(_base64(plain)):
            yield f"base64 of {encoding}, {shift}", piece
            yield f"base64url of {encoding}, {shift}", piece.replace(b"+", b"-").replace(b"/", b"_")
    plain = mark.encode()
    percent = quote(plain)
    yield "percent", percent.encode()
    yield "percent, small", _small_percent(percent).encode()
    yield "plus for space", percent.replace("%20", "+").encode()
    escaped = json.dumps(mark)[1:-1]
    yield "json", escaped.encode()
    yield "json, large", _large_escapes(escaped).encode()
    yield "json in json", json.dumps(escaped)[1:-1].encode()
    yield "repr of bytes", repr(plain)[2:-1].encode()
    for folded in {mark.lower(), mark.upper()} - {mark}:
        yield "folded letters", folded.encode()


def _base64(plain: bytes) -> Iterator[bytes]:
    """What stays the same of its base64 at each of the three places where it may begin."""
    for shift in range(3):
        encoded = base64.b64encode(bytes(shift) + plain)
        # Letters that also hold bits of what stands before or after say nothing of ours.
        begin = -(-8 * shift // 6)
        yield encoded[begin : 8 * (shift + len(plain)) // 6]


def _small_percent(text: str) -> str:
    pieces = text.split("%")
    return "%".join([pieces[0], *(one[:2].lower() + one[2:] for one in pieces[1:])])


def _large_escapes(text: str) -> str:
    pieces = text.split("\\u")
    return "\\u".join([pieces[0], *(one[:4].upper() + one[4:] for one in pieces[1:])])


def _numbers(number: int) -> Iterator[tuple[str, bytes]]:
    """A number as the two databases keep it: SQLite in six bytes, PostgreSQL in eight."""
    yield "number of 6 bytes", number.to_bytes(6, "big")
    yield "number of 8 bytes", number.to_bytes(8, "little")


class Scanner:
    """Knows all forms of the canaries that it has learnt.

    Attributes:
        canaries: By number.
        forms: How many are sought.
    """

    def __init__(self, canaries: Iterable[Canary] = ()) -> None:
        self.canaries: list[Canary] = []
        self._known: dict[bytes, Hit] = {}
        self._plain: dict[bytes, Hit] = {}
        self._long: dict[int, list[bytes]] = defaultdict(list)
        self._short: dict[int, list[bytes]] = defaultdict(list)
        self._long_words: set[int] = set()
        self._short_words: set[int] = set()
        for one in canaries:
            self.learn(one)

    @property
    def forms(self) -> int:
        """How many byte strings are sought."""
        return len(self._known) + len(self._plain)

    def learn(self, canary: Canary) -> None:
        """Seek this one, too, from now on."""
        number = len(self.canaries)
        self.canaries.append(canary)
        for mark in canary.marks:
            for encoding, form in forms(mark):
                self._seek(form, Hit(number, encoding))
        if canary.number is not None:
            for encoding, form in _numbers(canary.number):
                self._plain[form] = Hit(number, encoding)

    def _seek(self, form: bytes, hit: Hit) -> None:
        if form in self._known:
            return
        if len(form) < 2 * _SHORT - 1:
            raise ValueError(f"{hit.encoding} of {form!r} is too short to be no accident")
        self._known[form] = hit
        long = len(form) >= 2 * _LONG - 1
        size, by_word, words = (
            (_LONG, self._long, self._long_words) if long else (_SHORT, self._short, self._short_words)
        )
        for offset in range(size):
            word = int.from_bytes(form[offset : offset + size], sys.byteorder)
            by_word[word].append(form)
            words.add(word)

    def hits(self, content: bytes) -> set[Hit]:
        """What stands in *content*, in whatever form."""
        found = {self._known[form] for form in self._suspects(content) if form in content}
        return found | {hit for form, hit in list(self._plain.items()) if form in content}

    def values(self, content: bytes) -> set[int]:
        """The numbers of the canaries that stand in it."""
        return {hit.canary for hit in self.hits(content)}

    def _suspects(self, content: bytes) -> set[bytes]:
        found: set[bytes] = set()
        view = memoryview(content + bytes(-len(content) % _LONG))
        # Walked through as numbers, none of which is kept: that is what makes it quick.
        for word in self._long_words.intersection(view.cast("Q")):
            found.update(self._long[word])
        for word in self._short_words.intersection(view.cast("I")):
            found.update(self._short[word])
        return found
