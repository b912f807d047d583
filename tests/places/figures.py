"""The figures: how many places are found from their names, from misspelt ones, and how fast."""

import time
from dataclasses import dataclass, field

from handlers.places.finder import find
from locales.gazetteer import Gazetteer
from locales.languages import CODES
from tests.places.misspellings import KINDS, misspelt


@dataclass(slots=True)
class Figures:
    """What came out for one language.

    Attributes:
        found, first: Places among the options for their name, and first of them.
        misspelt: Per way of misspelling the places among the options.
        missed: (id, what was written) of those that were not found.
        seconds: What each question took.
    """

    found: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)
    misspelt: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    missed: list[tuple[str, str]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def measured(gazetteer: Gazetteer) -> dict[str, Figures]:
    """Every place asked for by each of its six names, rightly written and misspelt in three ways."""
    return {code: _of(gazetteer, code) for code in CODES}


def from_everything(figures: dict[str, Figures]) -> set[str]:
    """The places that are found from all six names and from all three misspellings of each."""
    sets = [
        one for each in figures.values() for one in (each.found, *(each.misspelt[kind] for kind in KINDS))
    ]
    return set.intersection(*sets)


def _of(gazetteer: Gazetteer, code: str) -> Figures:
    figures = Figures()
    for place in gazetteer.places.values():
        # A crossing is asked for by the name of either side, and must be found from both.
        sides = place.sides(code)
        options = [_asked(gazetteer, side, figures) for side in sides]
        _note(figures, figures.found, place.id, sides, options)
        if all(found[:1] == (place.id,) for found in options):
            figures.first.add(place.id)
        for kind in KINDS:
            written = tuple(misspelt(side, code, kind) for side in sides)
            options = [_asked(gazetteer, one, figures) for one in written]
            _note(figures, figures.misspelt[kind], place.id, written, options)
    return figures


def _note(
    figures: Figures,
    found: set[str],
    place_id: str,
    written: tuple[str, ...],
    options: list[tuple[str, ...]],
) -> None:
    missed = [one for one, among in zip(written, options, strict=True) if place_id not in among]
    figures.missed += [(place_id, one) for one in missed]
    if not missed:
        found.add(place_id)


def _asked(gazetteer: Gazetteer, text: str, figures: Figures) -> tuple[str, ...]:
    began = time.perf_counter()
    found = find(gazetteer, text)
    figures.seconds.append(time.perf_counter() - began)
    return found.options
