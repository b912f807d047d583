"""A rotation seals everything anew and then destroys the old keys, whatever dies on the way."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs.rotate_keys import seal_anew
from storage import attachments, cases, drafts, entries, keyboards, keys, outbox, people, prompts, talks
from storage.errors import SealBroken, TooManyRotations
from storage.files import Files
from storage.keyring import KeyRing
from storage.records import Lane
from storage.resealing import PLACES, left, orphans
from storage.store import Store
from storage.vault import Vault
from tests.storage import scenes
from tests.storage.dying import PASSPHRASE
from tests.storage.scenes import NOW

ROOT = Path(__file__).parents[2]
CHEAP = 2**4
CONTENT = b"OggS made-up story " * 10_000


@pytest.fixture
def folder(tmp_path) -> Path:
    """A data folder with its keyring."""
    path = tmp_path / "data"
    path.mkdir()
    keys.create(path, PASSPHRASE, cost=CHEAP)
    return path


@pytest.fixture
def scene(database, folder) -> Iterator[scenes.Scene]:
    """Something in every table, and the copy of a file."""
    store = Store(database, keys.unlock(folder, PASSPHRASE))
    made = store.write_now(scenes.fill)
    (photo,) = store.write_now(lambda tx: attachments.by_ids(tx, [made.attachment]))
    size, digest = Files(folder).write(photo.keys[0], photo.id, [CONTENT])
    store.write_now(lambda tx: attachments.kept(tx, photo, size, {**photo.body, "sha256": digest}))
    yield made
    store.close()


def _ring(vault: Vault) -> KeyRing:
    assert isinstance(vault.keys, KeyRing)
    return vault.keys


def _epochs(folder: Path) -> dict[str, list[int]]:
    with sqlite3.connect(folder / keys.FILE_NAME) as file:
        found: dict[str, list[int]] = {}
        for name, epoch in file.execute("SELECT name, epoch FROM keys ORDER BY name, epoch"):
            found.setdefault(name, []).append(epoch)
        return found


def _everything(store: Store, scene: scenes.Scene) -> list[object]:
    """All that was told, as it opens."""

    def read(tx):
        alert, *_ = outbox.claim(tx, Lane.BROADCAST, 1, NOW + timedelta(minutes=1), NOW)
        outbox.put_back(tx, [alert.id], NOW)
        return [
            people.by_id(tx, scene.relative).chat_id,
            cases.by_id(tx, scene.case).body,
            [one.body for one in entries.of_case(tx, scene.case, 10)],
            [one.body for one in drafts.open_of(tx, scene.relative)],
            attachments.by_ids(tx, [scene.attachment]),
            talks.of(tx, scene.relative),
            keyboards.find(tx, scenes.TOKEN),
            prompts.find(tx, "kk", "name"),
            alert.body,
        ]

    return store.write_now(read)


def _content(store: Store, folder: Path, scene: scenes.Scene) -> bytes:
    (photo,) = store.write_now(lambda tx: attachments.by_ids(tx, [scene.attachment]))
    assert len(photo.keys) == 1
    return b"".join(Files(folder).read(photo.keys, photo.id))


def _finished(database: str, folder: Path, scene: scenes.Scene, told: list[object], epoch: int) -> None:
    vault = keys.unlock(folder, PASSPHRASE)
    store = Store(database, vault)
    try:
        assert _everything(store, scene) == told
        assert _content(store, folder, scene) == CONTENT
        assert store.write_now(lambda tx: left(tx, epoch)) == 0
    finally:
        store.close()
    found = _epochs(folder)
    assert found.pop("lookup") == [0]
    assert set(map(tuple, found.values())) == {(epoch,)}
    assert _ring(vault).rotation() is None


async def test_everything_opens_as_before_and_the_old_keys_are_gone(database, folder, scene):
    """Also for a hotline that has the old keys in its memory; a copy of the old keyring opens nothing new."""
    vault = keys.unlock(folder, PASSPHRASE)
    store = Store(database, vault)
    told, before = _everything(store, scene), _epochs(folder)
    stolen = folder.parent / "stolen"
    stolen.mkdir()
    shutil.copy(folder / keys.FILE_NAME, stolen)

    rotation = _ring(vault).begin_rotation(NOW)
    assert _ring(vault).begin_rotation(NOW) == rotation
    assert {tuple(one) for name, one in _epochs(folder).items() if name != "lookup"} == {(1, 2)}
    assert store.write_now(lambda tx: left(tx, 2)) > 10
    assert _everything(store, scene) == told
    await seal_anew(store, Files(folder), _ring(vault), rotation)

    _finished(database, folder, scene, told, 2)
    assert _epochs(folder).keys() == before.keys()
    assert _everything(store, scene) == told
    row = store.write_now(
        lambda tx: tx.connection.exec_driver_sql(f"SELECT body FROM cases WHERE id = '{scene.case}'").scalar()  # noqa: S608  # our id
    )
    old = keys.unlock(stolen, PASSPHRASE).of(scene.case)
    with pytest.raises(SealBroken):
        old.open(bytes(row), table="cases", column="body", row=scene.case)
    store.close()


async def test_a_report_that_begins_while_the_rotation_does_is_not_lost(database, folder, scene):
    """Another process, which has not heard of it yet, begins one under the old epoch."""
    vault, other = keys.unlock(folder, PASSPHRASE), keys.unlock(folder, PASSPHRASE)
    store, elsewhere = Store(database, vault), Store(database, other)
    elsewhere.write_now(drafts.counts)  # it has just looked, and looks again in ten seconds
    rotation = _ring(vault).begin_rotation(NOW)
    late = elsewhere.write_now(lambda tx: drafts.begin(tx, scene.relative, {"late": 1}, NOW))
    assert _epochs(folder)[late.id] == [1]

    await seal_anew(store, Files(folder), _ring(vault), rotation)

    assert _epochs(folder)[late.id] == [2]
    for one in (store, elsewhere):
        assert one.write_now(lambda tx: drafts.find(tx, late.id, scene.relative)).body == {"late": 1}
        one.close()


async def test_what_does_not_open_stays_as_it_is_and_holds_nothing_up(database, folder, scene):
    """Damaged before; it is counted, and everything else is sealed anew."""
    vault = keys.unlock(folder, PASSPHRASE)
    store = Store(database, vault)
    damaged = b"\x01\x01" + bytes(92)
    store.write_now(
        lambda tx: [
            tx.connection.execute(table.update().where(column == row).values(body=damaged))
            for table, column, row in (
                (cases.cases, cases.cases.c.id, scene.case),
                (talks.talks, talks.talks.c.person_id, scene.relative),
            )
        ]
    )

    await seal_anew(store, Files(folder), _ring(vault), _ring(vault).begin_rotation(NOW))

    assert store.write_now(lambda tx: left(tx, 2)) == 2
    assert set(map(tuple, (one for name, one in _epochs(folder).items() if name != "lookup"))) == {(2,)}
    store.close()


@pytest.mark.parametrize(
    "death",
    [("resealed", 1), ("resealed", 9), ("file-rekeyed", 1), ("file-resealed", 1), ("all-resealed", 1)],
    ids=lambda death: f"{death[0]}-{death[1]}",
)
def test_a_rotation_goes_on_after_a_kill(database, folder, scene, death):
    """By SIGKILL at each step; what the next start finds opens before it goes on, and after."""
    store = Store(database, keys.unlock(folder, PASSPHRASE))
    told = _everything(store, scene)
    store.close()
    command = [sys.executable, "-m", "tests.storage.dying", database, str(folder), "rotate"]

    died = subprocess.run([*command, death[0], str(death[1])], cwd=ROOT, check=False)  # noqa: S603  # our own words only
    assert died.returncode == -signal.SIGKILL
    store = Store(database, keys.unlock(folder, PASSPHRASE))
    assert _everything(store, scene) == told
    (photo,) = store.write_now(lambda tx: attachments.by_ids(tx, [scene.attachment]))
    assert b"".join(Files(folder).read(photo.keys, photo.id)) == CONTENT
    store.close()
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603  # our own words only

    _finished(database, folder, scene, told, 2)


def test_epochs_end_some_day(folder):
    ring = _ring(keys.unlock(folder, PASSPHRASE))
    for _ in range(254):
        ring.end_rotation(ring.begin_rotation(NOW).epoch)

    with pytest.raises(TooManyRotations):
        ring.begin_rotation(NOW)
    assert keys.unlock(folder, PASSPHRASE).epoch == 255


def test_keys_that_no_report_needs_are_found_when_they_are_old(database, folder, scene):
    """Those of a transaction that was rolled back; and of nothing that is there."""
    vault = keys.unlock(folder, PASSPHRASE)
    store = Store(database, vault)

    def broken_off(tx):
        drafts.begin(tx, scene.relative, {}, NOW)
        raise RuntimeError("rolled back")

    with pytest.raises(RuntimeError):
        store.write_now(broken_off)
    store.write_now(drafts.counts)
    names = _ring(vault).reports()
    # An id is never younger than one the process gave before, and other tests live in other years.
    ever = datetime(9999, 1, 1, tzinfo=UTC)
    soon, later = (store.write_now(lambda tx, at=at: orphans(tx, names, at)) for at in (NOW, ever))
    store.close()

    assert len(names) == 3  # a case, a draft, and the orphan
    assert soon == []
    assert len(later) == 1


def test_every_sealed_column_is_found_by_a_rotation():
    """The other decisions about columns stand in `test_columns`."""
    assert {place.table.name for place in PLACES} == {
        "inbox",
        "outbox",
        "people",
        "profiles",
        "outings",
        "companions",
        "companion_links",
        "wellbeing",
        "assignments",
        "talks",
        "keyboards",
        "prompts",
        "approvals",
        "custody",
        "workspaces",
        "broadcasts",
        "audiences",
        "incidents",
        "audit",
        "drafts",
        "cases",
        "entries",
        "matters",
        "tasks",
        "attachments",
    }
