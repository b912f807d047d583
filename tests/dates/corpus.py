"""What relatives write when they are asked for a date, and what each of it means.

`corpus/*.tsv`: written, today (if not 24 November 2026), the EDTF options joined by " | ", or `?` if it must
be asked again, or `future`; `born` if a day of birth is asked, `ahead` if one to come is;
`first` if the row was written before the reader had been run for the first time, so that the figures
of these rows were not tuned.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handlers.dates.reader import DateReading, read_date

TODAY = date(2026, 11, 24)  # a Tuesday
LANGUAGES = ("en", "ru", "kk", "kk-Arab", "zh-Hans", "ug")
HARD = "hard"
_FOLDER = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a corpus file.

    Attributes:
        means: EDTF, likeliest first; none if it must be asked again.
        drafted: Before which run it was written: `first`, `second`, `third`, or none.
    """

    file: str
    written: str
    today: date
    means: tuple[str, ...]
    future: bool
    born: bool
    ahead: bool
    drafted: str

    def read(self) -> DateReading:
        """What the reader makes of it."""
        return read_date(self.written, self.today, birth=self.born, ahead=self.ahead)


def rows(file: str) -> Iterator[Row]:
    """The rows of a corpus file."""
    with (_FOLDER / f"{file}.tsv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            means = line["means"]
            yield Row(
                file=file,
                written=line["written"],
                today=date.fromisoformat(line["today"]) if line["today"] else TODAY,
                means=() if means in ("?", "future") else tuple(means.split(" | ")),
                future=means == "future",
                born=line["asked"] == "born",
                ahead=line["asked"] == "ahead",
                drafted=line["drafted"],
            )
