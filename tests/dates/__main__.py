"""`python -m tests.dates`: how many of the dates that relatives write are read, per language."""

import sys

from tests.dates.corpus import HARD, LANGUAGES, Row, rows


def verdict(row: Row) -> str:
    """`right`, `asked` if nothing was understood although it could be, `misread`."""
    options = row.read().options
    if options == row.means:
        return "right"
    return "misread" if options else "asked"


def _line(file: str, found: list[Row], name: str) -> str:
    verdicts = [verdict(row) for row in found]
    counts = [len(found), *(verdicts.count(one) for one in ("right", "asked", "misread"))]
    return f"| {file} | {name} | " + " | ".join(map(str, counts)) + " |"


def main() -> None:
    """Print the table, and what was not read right."""
    print("| file | rows | written | right | asked again | misread |\n|---|---|---|---|---|---|")
    wrong = []
    for file in (*LANGUAGES, HARD):
        found = list(rows(file))
        print(_line(file, found, "all"))
        for run in ("first", "second", "third"):
            print(_line(file, [row for row in found if row.drafted == run], run))
        wrong += [row for row in found if verdict(row) != "right"]
    for row in wrong:
        print(f"{verdict(row)}\t{row.file}\t{row.written}\tmeans {row.means}\tread {row.read()}")
    sys.exit(any(verdict(row) == "misread" for row in wrong))


if __name__ == "__main__":
    main()
