"""Kill −9 at every named step and at random, on both databases, with one process and with two."""

import asyncio
from pathlib import Path
from random import Random

from tests.conftest import Postgres
from tests.crash.figures import AT_RANDOM, TAKEOVER
from tests.crash.grounds import GROUNDS, all_tried
from tests.crash.kills import STEPS

KILLS = 80  # each step on each ground, and some at random
TAKEN_OVER_WITHIN = 15.0  # seconds


def test_eighty_kills_lose_nothing_double_nothing_and_leave_nobody_waiting(
    postgres: Postgres, tmp_path: Path
) -> None:
    """Families report in six languages while bots die; `python -m tests.crash` does it a thousand times."""
    figures = asyncio.run(all_tried(tmp_path, postgres.empty, KILLS, Random(KILLS)))

    assert [line for one in figures for line in one.wrong] == []
    assert [one.ground for one in figures] == [name for name, _, _ in GROUNDS]
    assert all(one.reports >= 6 and one.replies > one.updates // 2 for one in figures)
    # Each of the long ways was gone: told more, called a person, took a receipt, left a report to the clock.
    assert all(
        sum(getattr(one, what) for one in figures) >= len(GROUNDS)
        for what in ("amended", "asked", "receipts", "erased", "letters", "reminded")
    )
    kills = {step for one in figures for step in one.kills}
    assert kills >= {*STEPS, AT_RANDOM, TAKEOVER}
    assert sum(one.kills.total() for one in figures) >= KILLS
    took = [
        (role, seconds) for one in figures for role, all_took in one.takeovers.items() for seconds in all_took
    ]
    assert {role for role, _ in took} == {"receive", "deliver", "tick"}
    assert max(seconds for _, seconds in took) < TAKEN_OVER_WITHIN
