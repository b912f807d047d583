"""`python -m tests.places`: how many places are found, per language, as Markdown."""

import argparse
from pathlib import Path

from handlers.places.finder import find
from locales.gazetteer import Gazetteer
from locales.languages import CODES
from tests.places.figures import from_everything, measured
from tests.places.misspellings import KINDS
from tests.places.phrases import NO_PLACE, PHRASES


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.places", description=__doc__)
    parser.add_argument("--tables", type=Path, help="a folder of tables to take instead of the bundled ones")
    parser.add_argument("--missed", action="store_true", help="also print what was not found")
    asked = parser.parse_args()
    gazetteer = Gazetteer.load(asked.tables) if asked.tables else Gazetteer.load()
    find(gazetteer, "Almaty")
    figures = measured(gazetteer)
    total = len(gazetteer.places)
    print(f"{total} places; {len(from_everything(figures))} found from all six names and all misspellings\n")
    print("| language | found | first | " + " | ".join(KINDS) + " | p95 ms | worst ms |")
    print("| --- " * (5 + len(KINDS)) + "|")
    for code in CODES:
        one = figures[code]
        took = sorted(one.seconds)
        cells = [len(one.found), len(one.first), *(len(one.misspelt[kind]) for kind in KINDS)]
        shown = " | ".join(f"{cell} ({cell / total:.1%})" for cell in cells)
        print(f"| {code} | {shown} | {took[int(len(took) * 0.95)] * 1e3:.2f} | {took[-1] * 1e3:.2f} |")
    guessed = [text for text in NO_PLACE if find(gazetteer, text).options]
    print(f"\n{len(PHRASES)} phrases, {len(NO_PLACE)} texts without a place, guesses in {len(guessed)}")
    if asked.missed:
        for code in CODES:
            for place_id, written in figures[code].missed:
                print(f"{code}\t{place_id}\t{written}\t{' '.join(find(gazetteer, written).options)}")


if __name__ == "__main__":
    main()
