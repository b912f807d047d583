"""The moment in which one house takes another's place.

A plan is written when everything is ready. From then on there is only forward: whoever comes
after a power cut does what of the plan is left, and until then no command touches the house.
Each move is done when its goal is there, so doing the plan twice does it once.
"""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from storage.backup.durable import new_file, remove_tree, sync_folder
from storage.backup.troubles import OtherDisk
from storage.keys import FILE_NAME
from storage.occupancy import PLAN, STAGE


@dataclass(frozen=True, slots=True)
class Site:
    """Where a house is, or shall be.

    Attributes:
        database: The SQLite file; None on PostgreSQL.
    """

    url: str
    data_dir: Path
    database: Path | None

    @property
    def stage(self) -> Path:
        """Where the new house is made."""
        return self.data_dir / STAGE

    @property
    def new_database(self) -> Path | None:
        """Where a new SQLite file is made: on the disk where it will stay."""
        if self.database is None or self.database.parent == self.data_dir:
            return self.database and self.stage / self.database.name
        return self.database.with_name(f"{self.database.name}.{STAGE}")

    def clear(self) -> None:
        """Nothing of an attempt that came to nothing stays."""
        remove_tree(self.stage)
        for path in _with_journals(self.new_database):
            path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Plan:
    """What must be done to change over.

    Attributes:
        moves: From and to, in this order. What is not there, as a journal, need not be moved.
        committed_as: What the database on PostgreSQL says of itself once it has changed; None on SQLite.
        aside: Where the old house is then, in words; empty where there was none.
        rows, files: What was brought back.
    """

    moves: Sequence[tuple[str, str]]
    committed_as: str | None
    aside: Sequence[str]
    rows: int
    files: int


def moves(site: Site, name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The old out of the way, the new into its place; and where the old is then.

    Args:
        name: Of the folder in the data folder for what was there.

    Raises:
        OtherDisk: `files` cannot be moved with the rest.
    """
    folder = site.data_dir
    there = [one for one in (folder / FILE_NAME, folder / "files") if one.exists()]
    for one in there:
        if one.is_mount() or one.stat().st_dev != folder.stat().st_dev:
            raise OtherDisk
    gone = [(one, folder / name / one.name) for one in there]
    # With its journals, there now or not: left behind, they would be taken for the new one's.
    old = site.database is not None and site.database.exists()
    for one in _with_journals(site.database) if old else []:
        inside = one.parent == folder
        gone.append((one, folder / name / one.name if inside else one.with_name(f"{one.name}.{name}")))
    new = [(site.stage / "files", folder / "files"), (site.stage / FILE_NAME, folder / FILE_NAME)]
    if site.database is not None and site.new_database is not None:
        new.insert(1, (site.new_database, site.database))
    places = [str(goal) for source, goal in gone if source.exists() and goal.parent != folder / name]
    if any(source.exists() and goal.parent == folder / name for source, goal in gone):
        places.insert(0, str(folder / name))
    return [(str(source), str(goal)) for source, goal in (*gone, *new)], places


def _with_journals(database: Path | None) -> list[Path]:
    if database is None:
        return []
    return [database.with_name(database.name + ending) for ending in ("", "-wal", "-shm", "-journal")]


def write(stage: Path, plan: Plan) -> None:
    """From here on there is no way back."""
    half = stage / f"{PLAN}.part"
    with new_file(half) as out:
        out.write(json.dumps(asdict(plan)).encode())
    os.rename(half, stage / PLAN)
    sync_folder(stage)


def read(stage: Path) -> Plan:
    """The plan that was written."""
    told = json.loads((stage / PLAN).read_bytes())
    return Plan(**{**told, "moves": [(source, goal) for source, goal in told["moves"]]})


def carry_out(stage: Path, plan: Plan, at: Callable[[str], None]) -> None:
    """Do what of the plan is left, and take the stage away."""
    for source, goal in ((Path(source), Path(goal)) for source, goal in plan.moves):
        if source.exists() and not goal.exists():
            goal.parent.mkdir(mode=0o700, exist_ok=True)
            os.rename(source, goal)
            sync_folder(goal.parent)
            sync_folder(source.parent)
            at("moved")
    # The plan last: while it is there, somebody comes to do the rest.
    for rest in stage.iterdir():
        if rest.name != PLAN and rest.is_dir():
            remove_tree(rest)
    (stage / PLAN).unlink()
    remove_tree(stage)
    sync_folder(stage.parent)
    at("changed")
