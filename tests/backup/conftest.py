"""A house on either database: a data folder with keys, rows of every kind, and files."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, select

from storage import attachments, keys, migrate
from storage.backup.restoring import Restored, restore
from storage.backup.taking import Taken, take
from storage.engine import open_engine, sqlite_url
from storage.files import Files
from storage.store import Store
from storage.tables import metadata
from storage.vault import Vault
from tests.storage import scenes

PASSPHRASE = "correct horse battery staple"  # noqa: S105 -- opens nothing
CONTENT = f"{scenes.NAME} {scenes.TEXT}".encode() * 3000
LATER = scenes.NOW + timedelta(hours=1)


def unlock(folder: Path) -> Vault:
    """Opens the keys in a folder as a steward would."""
    return keys.unlock(folder, PASSPHRASE)


def contents(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    engine = open_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: [
                tuple(bytes(one) if isinstance(one, memoryview) else one for one in row)
                for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return found


@dataclass
class Place:
    """Where a house is."""

    url: str
    data_dir: Path

    def backed_up(self, to: Path, now=LATER, **changes: Any) -> Taken:
        """A backup of it, data and keys in two folders below *to*."""
        given: dict[str, Any] = {"unlock": unlock, **changes}
        if "vault" not in given:
            given["vault"] = unlock(self.data_dir)
        return take(self.url, self.data_dir, to / "data", to / "keys", now, **given)

    def restored(self, taken: Taken, now=LATER, **changes: Any) -> Restored:
        """Brought back from a backup."""
        given: dict[str, Any] = {"replace": False, **changes}
        data, ring = given.pop("data", taken.data), given.pop("keys", taken.keys)
        return restore(data, ring, self.url, self.data_dir, given.pop("unlock", unlock), now, **given)

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that is in its database, but for what a restore notes itself."""
        found = contents(self.url)
        found["house"] = [row for row in found["house"] if row[0] != "restored_as"]
        return found

    def files(self) -> dict[str, bytes]:
        """Its sealed files, as they are."""
        folder = self.data_dir / "files"
        return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}

    def everything(self) -> tuple[Any, ...]:
        """Rows, files and keys: what must be the same before and after."""
        return self.rows(), self.files(), (self.data_dir / "keys.db").read_bytes()


def settle(place: Place, pattern: Path | None = None) -> scenes.Scene:
    """Fill a place with a house in full use."""
    place.data_dir.mkdir(mode=0o700, exist_ok=True)
    if pattern is not None:
        shutil.copy(pattern, place.data_dir / "izdeu.db")
    vault = keys.create(place.data_dir, PASSPHRASE, cost=16)
    store = Store(place.url, vault)
    scene = store.write_now(scenes.fill)

    def keep(tx):
        (waiting,) = attachments.by_ids(tx, [scene.attachment])
        Files(place.data_dir).write(waiting.keys[0], waiting.id, [CONTENT])
        attachments.kept(tx, waiting, len(CONTENT), {"file_id": "p", "sha256": "00"})

    store.write_now(keep)
    store.close()
    return scene


def _name(url: str) -> str:
    return str(make_url(url).database)


@pytest.fixture
def make_place(tmp_path, request, sqlite_pattern) -> Callable[..., Place]:
    """Makes places for a house, empty or not, on the database of this kind."""

    def make(name: str, kind: str, *, settled: bool = False) -> Place:
        folder = tmp_path / name
        if kind == "postgresql":
            server = request.getfixturevalue("postgres")
            # A server that keeps hundreds of databases takes long to stop.
            place = Place(server.empty(), folder)
            request.addfinalizer(
                lambda: server.admin.execute(f"DROP DATABASE {_name(place.url)} WITH (FORCE)")
            )
            if settled:
                migrate.upgrade(place.url)
                settle(place)
            return place
        place = Place(sqlite_url(folder / "izdeu.db"), folder)
        if settled:
            settle(place, sqlite_pattern)
        return place

    return make


@pytest.fixture
def home(make_place, database_kind) -> Place:
    """A house in full use; nobody is in it."""
    return make_place("home", database_kind, settled=True)


@pytest.fixture
def elsewhere(make_place, database_kind) -> Place:
    """Where nobody lives yet."""
    return make_place("elsewhere", database_kind)
