"""Reads a page that was drawn as SVG: which letters stand where, as an eye would see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
TOP, BOTTOM = 66.0, 780.0
"""Points from the upper edge, between which no header and no page number stands."""


@dataclass(frozen=True)
class Glyph:
    """One letter in one size; the same shape has the same name on every page."""

    shape: str
    x: float
    y: float


def glyphs(svg: bytes) -> list[Glyph]:
    """All letters of the page's body, line by line, each line from left to right."""
    found = [one for one in _within(ElementTree.fromstring(svg), 0.0, 0.0) if TOP < one.y < BOTTOM]  # noqa: S314 -- drawn by us
    return sorted(found, key=lambda one: (round(one.y, 1), one.x))


def lines(svg: bytes) -> list[list[str]]:
    """The shapes of each line, from left to right."""
    return [[one.shape for one in line] for _, line in groupby(glyphs(svg), lambda one: round(one.y, 1))]


def strokes(svg: bytes, width: str) -> int:
    """How many things are drawn with lines of this width."""
    return sum(one.get("stroke-width") == width for one in ElementTree.fromstring(svg).iter(f"{_SVG}path"))  # noqa: S314


def contains(line: list[str], part: list[str]) -> bool:
    """Whether *part* stands in *line* in one piece."""
    return any(line[at : at + len(part)] == part for at in range(len(line) - len(part) + 1))


def _within(node: ElementTree.Element, x: float, y: float) -> Iterator[Glyph]:
    moved = node.get("transform", "")
    if moved.startswith("translate("):
        by = [float(one) for one in moved[len("translate(") : -1].split()]
        x, y = x + by[0], y + (by[1] if len(by) > 1 else 0.0)
    elif moved.startswith("matrix("):
        by = [float(one) for one in moved[len("matrix(") : -1].split()]
        assert by[:4] == [1, 0, 0, -1], moved
        x, y = x + by[4], y + by[5]
    if node.tag == f"{_SVG}use":
        yield Glyph(node.attrib[_HREF], x + float(node.get("x", 0)), y - float(node.get("y", 0)))
    for child in node:
        yield from _within(child, x, y)
