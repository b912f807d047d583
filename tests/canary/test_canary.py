"""Two hundred marked values through all that the hotline does: none of them is readable outside a seal."""

from pathlib import Path
from random import Random

import pytest

from tests.canary.journey import place, travel

_ROUNDS = 1  # through the storm; `make canary` goes until nothing new fails


async def test_no_value_is_readable_anywhere(
    database_kind: str, tmp_path: Path, sqlite_pattern: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Database, WAL, journal, keys, logs, backups, temporary files: 0 found; of the erased, 0 opened."""

    def printed() -> str:
        return "\n".join(capfd.readouterr())

    with place(database_kind, tmp_path, sqlite_pattern) as (database, server):
        journey = await travel(tmp_path, database, server, _ROUNDS, Random(), printed)
    with capfd.disabled():
        print(f"\n{database_kind}: {journey.figures()}")

    leaks = journey.leaks()
    assert leaks == [], "\n".join(leaks)
    assert [(one.kind, one.said) for one in journey.lost] == []
    assert journey.calm >= 200
    assert journey.forced.all >= 400
    assert len(journey.could) == len(journey.erased)
    assert journey.can == set()
    assert journey.keys_left == 0
