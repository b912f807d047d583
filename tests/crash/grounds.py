"""All grounds: SQLite and PostgreSQL, one process and two; side by side, because they mostly wait."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from storage import migrate
from storage.engine import sqlite_url
from tests.crash.figures import Figures
from tests.crash.ground import Ground, tried
from tests.crash.nursery import Nursery

GROUNDS = (
    ("sqlite-1", "sqlite", 1),
    ("sqlite-2", "sqlite", 2),
    ("postgresql-1", "postgresql", 1),
    ("postgresql-2", "postgresql", 2),
)
_TAKEOVERS = 12  # one of so many kills, where there are two


async def all_tried(
    folder: Path,
    postgres: Callable[[], str],
    kills: int,
    random: Random,
    *,
    only: str | None = None,
    say: Callable[[Figures], None] = lambda _figures: None,
) -> Sequence[Figures]:
    """Kill so often in all.

    Args:
        folder: An empty one.
        postgres: Makes an empty PostgreSQL database and returns its address.
        only: The one ground that is wanted.
        say: Hears of each ground when it is done.
    """
    wanted = [one for one in GROUNDS if only in (None, one[0])]
    grounds = []
    for number, (name, database, processes) in enumerate(wanted):
        place = folder / name
        place.mkdir()
        share = kills // len(wanted) + (number < kills % len(wanted))
        ground = Ground(
            name=name,
            database=postgres() if database == "postgresql" else sqlite_url(place / "izdeu.db"),
            folder=place,
            processes=processes,
            kills=share,
            takeovers=max(1, share // _TAKEOVERS) if processes > 1 else 0,
        )
        # One after the other: Alembic walks one database at a time.
        migrate.upgrade(ground.database)
        grounds.append(ground)

    async with Nursery() as nursery:

        async def one(ground: Ground) -> Figures:
            figures = await tried(ground, nursery, Random(random.random()))
            say(figures)
            return figures

        return await asyncio.gather(*(one(ground) for ground in grounds))
