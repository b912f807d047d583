"""The places that reports name: where somebody lived, was taken, crossed a border, was last heard of.

A place has one id for ever, which is what a report keeps, and a name in each of the six languages, so
that a coordinator reads in hers what a relative wrote in his. The tables are the .tsv files beside
this one; each says in its head where its facts come from. Kazakh in the Arabic script is not in them:
it is made by rule when it is asked for.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from locales.kazakh_arabic import Exceptions, to_arabic

Kind = Literal[
    "country", "region", "city", "district", "prefecture", "county", "crossing", "embassy", "consulate"
]
KINDS: tuple[Kind, ...] = get_args(Kind)

BOTH_SIDES = " – "
"""Stands in a crossing's name between the name on one side of the border and on the other."""

WRITTEN = ("en", "ru", "kk", "zh-Hans", "ug")
"""The languages that have a column of their own."""

_HERE = Path(__file__).parent
_COLUMNS = ("id", "kind", "within", *WRITTEN, "also")
_BEHIND = {"zh-Hans": "{name}（{within}）", "ug": "{name}، {within}", "kk-Arab": "{name}، {within}"}


class Unreadable(ValueError):
    """A table of places is not as it should be."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        id: Lower-case ASCII; never changed and never used again for another place.
        within: The id of the place it lies in, or None.
        written: Its name per language of `WRITTEN`.
        also: Other names and spellings, in any script; for finding it, never shown.
    """

    id: str
    kind: Kind
    within: str | None
    written: Mapping[str, str]
    also: tuple[str, ...]

    def named(self, code: str) -> str:
        """Its name in language *code*, as it stands on a map.

        Raises:
            KeyError: No such language.
        """
        return _in_arabic(self.written["kk"]) if code == "kk-Arab" else self.written[code]

    def sides(self, code: str) -> tuple[str, ...]:
        """A crossing's names on both sides; of any other place the one name."""
        name = self.named(code)
        return tuple(name.split(BOTH_SIDES)) if self.kind == "crossing" else (name,)


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All places, by their ids."""

    places: Mapping[str, Place]

    @classmethod
    @cache
    def load(cls, folder: Path = _HERE) -> "Gazetteer":
        """Read every table of *folder*, once in a process.

        Raises:
            Unreadable: A row lacks a column, says an id twice, or lies in a place that there is none of.
        """
        places: dict[str, Place] = {}
        for file in sorted(folder.glob("*.tsv")):
            for place in _rows(file):
                if place.id in places:
                    raise Unreadable(f"{file.name}: {place.id} is there already")
                places[place.id] = place
        for place in places.values():
            if place.within is not None and place.within not in places:
                raise Unreadable(f"{place.id} lies in {place.within}, which is not there")
        return cls(MappingProxyType(places))

    def name(self, place_id: str, code: str) -> str:
        """Its name in language *code*; where two places share it, with the place around it.

        Raises:
            KeyError: No such place, or no such language.
        """
        place = self.places[place_id]
        name = place.named(code)
        if place.within is None or name not in _shared(self, code):
            return name
        within = self.places[place.within].named(code)
        return _BEHIND.get(code, "{name}, {within}").format(name=name, within=within)

    def around(self, place_id: str) -> Iterator[str]:
        """The places it lies in, the nearest first."""
        within = self.places[place_id].within
        while within is not None:
            yield within
            within = self.places[within].within


@cache
def _shared(gazetteer: Gazetteer, code: str) -> frozenset[str]:
    counted = Counter(place.named(code) for place in gazetteer.places.values())
    return frozenset(name for name, times in counted.items() if times > 1)


@cache
def _in_arabic(kazakh: str) -> str:
    return to_arabic(kazakh, _exceptions())


@cache
def _exceptions() -> Exceptions:
    return Exceptions.load()


def _rows(file: Path) -> Iterator[Place]:
    lines = [
        line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    if not lines or tuple(lines[0].split("\t")) != _COLUMNS:
        raise Unreadable(f"{file.name}: the first line does not name the columns")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(_COLUMNS):
            raise Unreadable(f"{file.name}: {len(cells)} columns in {line!r}")
        row = dict(zip(_COLUMNS, cells, strict=True))
        kinds = [kind for kind in KINDS if kind == row["kind"]]
        written = {code: row[code] for code in WRITTEN}
        if not kinds or not row["id"] or not all(written.values()):
            raise Unreadable(f"{file.name}: no such kind, or a name is missing, in {line!r}")
        also = tuple(name for name in row["also"].split(" | ") if name)
        yield Place(row["id"], kinds[0], row["within"] or None, MappingProxyType(written), also)
