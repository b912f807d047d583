"""Brings a house back from its backup: whole beside the old one first, then in its place at once.

Killed at any time, it leaves the old house or the new one. In the short time between, no command
touches the house, and the same restore, run again, goes on.
"""

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from storage import house, migrate, occupancy
from storage.backup import keyring, loading, switching
from storage.backup.archive import Member, Reader
from storage.backup.durable import new_file, sync_file, sync_folder
from storage.backup.keeping import stamp
from storage.backup.keyring import Unlock
from storage.backup.opening import Tried
from storage.backup.sweeping import sweep
from storage.backup.switching import Plan, Site
from storage.backup.troubles import HouseExists
from storage.backup.verifying import FILE, Found, check_seal, check_step, examine
from storage.engine import open_engine, sqlite_path, troubles_told
from storage.ids import new_id
from storage.keys import FILE_NAME
from storage.store import Tx
from storage.vault import Vault

_FACT = "restored_as"
At = Callable[[str], None]
"""Hears of every step."""

_ROOM = 3  # times the rows: the new file, its journal while it grows, and what indexes take


@dataclass(frozen=True, slots=True)
class Restored:
    """A house that was brought back.

    Attributes:
        aside: Where the one before is now; empty where there was none.
        found: What was in the backup; None where an interrupted restore was only brought to its end.
        tried: What of a sample opened afterwards.
    """

    rows: int
    files: int
    aside: tuple[str, ...]
    found: Found | None = None
    tried: Tried | None = None


def _silent(_step: str) -> None:
    pass


def prove(data: Path, keys: Path, unlock: Unlock, scratch: Path, *, unsealed: bool) -> tuple[Found, Vault]:
    """Read a backup as a restore would, and open what it opens.

    Args:
        scratch: An empty folder for a copy of the keys.

    Raises:
        As `restore`.
    """
    keyring.examine(keys)
    found = examine(data)
    check_step(found)
    vault = keyring.opened(keys, scratch / "ring", unlock)
    check_seal(found, vault, unsealed=unsealed)
    return found, vault


def restore(
    data: Path,
    keys: Path,
    url: str,
    data_dir: Path,
    unlock: Unlock,
    now: datetime,
    *,
    replace: bool,
    unsealed: bool = False,
    at: At = _silent,
) -> Restored:
    """Bring a house back, or an interrupted restore to its end.

    Args:
        data, keys: The two files of a backup, or keys that are newer than the data.
        url, data_dir: Where the house shall be.
        replace: Whether one that is there may be moved aside.
        unsealed: Whether a backup will do that nobody sealed.

    Raises:
        BackupTrouble: Of `storage.backup.troubles`, or the hotline runs. Nothing was touched.
        WrongPassphrase, ForeignKeys, SchemaTooNew: Nothing was touched.
        StoreTrouble: The database is out of reach. Nothing was touched, or the same restore goes on.
        OSError: A file cannot be read, or there is no room. Nothing was touched.
    """
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    site = Site(url, data_dir, sqlite_path(url))
    with occupancy.alone(data_dir):
        if (done := _brought_to_its_end(site, at)) is not None:
            return done
        site.clear()
        if not replace and _lived_in(site):
            raise HouseExists
        try:
            site.stage.mkdir(mode=0o700)
            at("begun")
            found, vault = prove(data, keys, unlock, site.stage, unsealed=unsealed)
            _check_room(found, data_dir)
            at("proven")
            with new_file(site.stage / FILE_NAME) as copy, open(keys, "rb") as given:
                shutil.copyfileobj(given, copy)
            (site.stage / "files").mkdir(mode=0o700)
            build = _build_postgres if site.database is None else _build_sqlite
            plan, tried = build(site, data, found, vault, now, at)
        except BaseException:
            if not occupancy.unfinished(data_dir):
                site.clear()
            raise
        switching.carry_out(site.stage, plan, at)
    return Restored(plan.rows, plan.files, tuple(plan.aside), found, tried)


def _build_sqlite(
    site: Site, data: Path, found: Found, vault: Vault, now: datetime, at: At
) -> tuple[Plan, Tried]:
    new = site.new_database
    assert new is not None, "or it is PostgreSQL's turn"
    with loading.new_sqlite(new) as connection:
        tried = _fill(connection, data, site.stage, found, vault, now, at)
    sync_file(new)
    sync_folder(new.parent)
    moves, aside = switching.moves(site, f"before-{stamp(now)}")
    plan = Plan(moves, None, aside, sum(found.rows.values()), found.files)
    at("ready")
    switching.write(site.stage, plan)
    at("planned")
    return plan, tried


def _build_postgres(
    site: Site, data: Path, found: Found, vault: Vault, now: datetime, at: At
) -> tuple[Plan, Tried]:
    name, mark = f"before-{stamp(now)}", new_id(now)
    schema = f"izdeu_{name}".replace("-", "_").lower()
    with loading.postgres_anew(site.url, schema) as (connection, had):
        tried = _fill(connection, data, site.stage, found, vault, now, at)
        house.write(Tx(connection, vault), _FACT, mark)
        moves, aside = switching.moves(site, name)
        if had:
            aside.append(f"the schema {schema} of the database")
        plan = Plan(moves, mark, aside, sum(found.rows.values()), found.files)
        at("ready")
        # Before the commit: whoever finds the plan asks the database whether it was heard.
        switching.write(site.stage, plan)
        at("planned")
    at("committed")
    return plan, tried


def _fill(
    connection: Connection, data: Path, stage: Path, found: Found, vault: Vault, now: datetime, at: At
) -> Tried:
    def keep(member: Member) -> None:
        place = FILE.fullmatch(member.name)
        assert place is not None, "`table_of` lets no other name through"
        drawer = stage / "files" / place[1]
        drawer.mkdir(mode=0o700, exist_ok=True)
        with new_file(drawer / place[2]) as out:
            for piece in member.content:
                out.write(piece)
        at("file")

    reader = Reader(data)
    try:
        loading.load(connection, found, reader, keep)
    finally:
        reader.close()
    for drawer in (stage / "files").iterdir():
        sync_folder(drawer)
    sync_folder(stage / "files")
    at("loaded")
    tried = loading.finish(connection, vault, stage)
    sweep(Tx(connection, vault), now)
    return tried


def _brought_to_its_end(site: Site, at: At) -> Restored | None:
    """What an interrupted restore came to; None when there was none, or nothing of it holds."""
    if not occupancy.unfinished(site.data_dir):
        return None
    plan = switching.read(site.stage)
    if plan.committed_as is not None and _mark(site.url) != plan.committed_as:
        return None  # the server never heard the commit: the old house is as it was
    switching.carry_out(site.stage, plan, at)
    return Restored(plan.rows, plan.files, tuple(plan.aside))


def _mark(url: str) -> str | None:
    if migrate.current(url) is None:
        return None
    engine = open_engine(url)
    try:
        with troubles_told(), engine.begin() as connection:
            found: str | None = connection.exec_driver_sql(
                f"SELECT value FROM house WHERE name = '{_FACT}'"  # noqa: S608 -- our own word
            ).scalar()
            return found
    finally:
        engine.dispose()


def _lived_in(site: Site) -> bool:
    there = migrate.current(site.url) is not None if site.database is None else site.database.exists()
    files = site.data_dir / "files"
    return there or (site.data_dir / FILE_NAME).exists() or (files.is_dir() and any(files.iterdir()))


def _check_room(found: Found, data_dir: Path) -> None:
    rows = 0 if found.ending is None else int(found.ending.facts.get("row_bytes", 0))
    needed = found.size + rows * _ROOM
    if shutil.disk_usage(data_dir).free < needed:
        words = f"Not enough room: {needed // 1024**2 + 1:,} MiB are needed"
        raise OSError(errno.ENOSPC, words, str(data_dir))
