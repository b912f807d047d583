"""Which letters the bundled fonts can draw: what they cannot would vanish from the page without a word.

The tables are read from the fonts themselves, so no list of ours can grow stale.
"""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_TO_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))  # platform and encoding of a cmap, the widest first
_SEGMENTS, _GROUPS = 4, 12  # the two formats of a cmap that fonts of today use


@cache
def letters(file: str) -> frozenset[int]:
    """The code points that one of our fonts has a glyph for.

    Args:
        file: Its name in the folder of fonts.

    Raises:
        ValueError: It is no font that we can read.
    """
    font = (FONTS / file).read_bytes()
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    parts = {
        (platform, encoding): start + offset
        for platform, encoding, offset in (
            struct.unpack_from(">HHL", font, start + 4 + 8 * each) for each in range(count)
        )
    }
    for kind in _TO_UNICODE:
        if kind in parts:
            return frozenset(_mapped(font, parts[kind]))
    raise ValueError(f"{file} maps no Unicode")


def _table(font: bytes, wanted: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for each in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * each)
        if tag == wanted:
            return int(offset)
    raise ValueError(f"a font without {wanted.decode()}")


def _mapped(font: bytes, at: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", font, at)
    if kind == _GROUPS:
        (count,) = struct.unpack_from(">L", font, at + 12)
        for each in range(count):
            first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * each)
            yield from range(first, last + 1)
    elif kind == _SEGMENTS:
        yield from _in_segments(font, at)
    else:
        raise ValueError(f"a cmap of format {kind}")


def _in_segments(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (at + 14, at + 16 + 2 * count, at + 16 + 4 * count, at + 16 + 6 * count)
    for each in range(count):
        last, first, delta, offset = (
            struct.unpack_from(">H", font, table + 2 * each)[0] for table in (ends, starts, deltas, offsets)
        )
        for letter in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (letter + delta) & 0xFFFF
            else:
                glyph = struct.unpack_from(">H", font, offsets + 2 * each + offset + 2 * (letter - first))[0]
            if glyph:
                yield letter


@cache
def drawn() -> frozenset[int]:
    """The code points that a sheet can show, in either weight."""
    regular = letters("NotoSans-Regular.ttf") | letters("NotoNaskhArabic-Regular.ttf")
    bold = letters("NotoSans-Bold.ttf") | letters("NotoNaskhArabic-Bold.ttf")
    return (regular & bold) | letters("NotoSansCJKsc-Regular.otf")
