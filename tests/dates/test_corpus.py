"""Every row of the corpora is read exactly as it says."""

import itertools

import pytest

from tests.dates.corpus import HARD, LANGUAGES, Row, rows

ROWS = [row for file in (*LANGUAGES, HARD) for row in rows(file)]


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.file}:{row.written}{' (born)' if row.born else ''}"
)
def test_a_date_is_read_or_asked_again(row: Row) -> None:
    """What is understood, in its order; and why nothing was."""
    read = row.read()
    assert read.options == row.means
    assert read.trouble == (None if row.means else "future" if row.future else "unclear")


def test_every_language_has_its_relatives() -> None:
    """Enough rows, and most of them from before the reader was tuned."""
    for file, found in itertools.groupby(ROWS, key=lambda row: row.file):
        group = list(found)
        assert len({(row.written, row.born) for row in group}) >= 60, file
        assert sum(bool(row.drafted) for row in group) >= 60, file
