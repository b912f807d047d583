"""A backup that is not as it was written is found out, and whatever is wrong is said in one line."""

import shutil
import sqlite3
from random import Random

import pytest

from storage import keys, migrate
from storage.backup import archive, restoring
from storage.backup.troubles import BackupDamaged, BackupTooNew, DatabaseDamaged, KeysDamaged
from storage.backup.verifying import examine
from storage.errors import ForeignKeys, NoKeys, SchemaTooNew, WrongPassphrase
from tests.backup.conftest import LATER, PASSPHRASE, unlock

FLIPS = 400


@pytest.fixture
def taken(home, tmp_path):
    return home.backed_up(tmp_path)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_every_flipped_bit_is_found(taken, tmp_path):
    """Also in what no reader looks at: padding, headers, the end."""
    whole, random = taken.data.read_bytes(), Random(7)
    copy = tmp_path / "damaged.tar"
    places = [random.randrange(len(whole)) for _ in range(FLIPS)]
    places += [0, 600, len(whole) - 1, len(whole) - 1024, whole.index(b"end.json"), whole.index(b'"digest"')]
    found = 0
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << random.randrange(8)
        copy.write_bytes(damaged)
        with pytest.raises(BackupDamaged):
            examine(copy)
        found += 1

    assert found == len(places)
    copy.write_bytes(whole)
    assert examine(copy).files == 1


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_backup_that_was_cut_or_has_something_behind_it_is_found(taken, tmp_path):
    whole, copy = taken.data.read_bytes(), tmp_path / "damaged.tar"
    for length in (0, 1, 511, 512, 513, len(whole) // 2, len(whole) - 1024, len(whole) - 1):
        copy.write_bytes(whole[:length])
        with pytest.raises(BackupDamaged):
            examine(copy)
    for behind in (b"\0", b"x"):
        copy.write_bytes(whole + behind)
        with pytest.raises(BackupDamaged):
            examine(copy)


def test_damage_touches_nothing(home, taken, tmp_path):
    was = home.everything()
    damaged = bytearray(taken.data.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    copy = tmp_path / "damaged.tar"
    copy.write_bytes(damaged)

    with pytest.raises(BackupDamaged):
        home.restored(taken, data=copy, replace=True)

    assert home.everything() == was
    assert not (home.data_dir / "restoring").exists()


def test_keys_that_do_not_fit_touch_nothing(home, taken, elsewhere, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    keys.create(other, PASSPHRASE, cost=16)
    rotten = tmp_path / "rotten.db"
    rotten.write_bytes(bytes(len(taken.keys.read_bytes())))
    empty = tmp_path / "empty.db"
    empty.touch()

    for given, trouble in (
        ({"keys": other / "keys.db"}, ForeignKeys),
        ({"keys": rotten}, KeysDamaged),
        ({"keys": empty}, KeysDamaged),
        ({"keys": tmp_path / "nowhere.db"}, FileNotFoundError),
        ({"data": tmp_path / "nowhere.tar"}, FileNotFoundError),
        ({"data": taken.keys}, BackupDamaged),
        ({"unlock": lambda folder: keys.unlock(folder, "something else")}, WrongPassphrase),
    ):
        with pytest.raises(trouble):
            elsewhere.restored(taken, **given)
        assert sorted(one.name for one in elsewhere.data_dir.iterdir()) == ["house.lock"]


def test_an_unsealed_backup_with_foreign_keys_is_refused_by_the_database_itself(home, elsewhere, tmp_path):
    taken = home.backed_up(tmp_path, vault=None, unlock=None)
    other = tmp_path / "other"
    other.mkdir()
    keys.create(other, PASSPHRASE, cost=16)

    with pytest.raises(ForeignKeys):
        elsewhere.restored(taken, keys=other / "keys.db", unsealed=True)

    assert elsewhere.restored(taken, unsealed=True).files == 1


def test_whoever_alters_a_role_in_a_backup_is_found_out(taken, elsewhere, tmp_path, monkeypatch):
    """Sums can be made anew by anybody, the seal cannot."""
    copy = tmp_path / "altered.tar"
    reader = archive.Reader(taken.data)
    with open(copy, "wb") as out:
        writer = archive.Writer(out, LATER)
        writer.head({name: value for name, value in reader.head.items() if name != "format"})
        for member in reader.members():
            content = member.whole().replace(b'"family"', b'"coordinator"')
            writer.add(member.name, len(content), [content])
        ending = reader.ending
        writer.end(
            {name: value for name, value in ending.facts.items() if name != "digest"},
            lambda note, digest: ending.sealed,
        )
    reader.close()
    assert b'"family"' not in copy.read_bytes()

    with pytest.raises(ForeignKeys):
        elsewhere.restored(taken, data=copy)


def test_newer_formats_and_steps_are_refused(home, elsewhere, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "FORMAT", 2)
    newer = home.backed_up(tmp_path / "format")
    monkeypatch.setattr(archive, "FORMAT", 1)
    with pytest.raises(BackupTooNew):
        elsewhere.restored(newer)

    taken = home.backed_up(tmp_path / "step")
    monkeypatch.setattr(migrate, "HEAD", "0000")
    monkeypatch.setattr(migrate, "known", lambda step: step in (None, "0000"))
    with pytest.raises(SchemaTooNew):
        elsewhere.restored(taken)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_damaged_database_gives_no_backup(home, tmp_path):
    path = home.data_dir / "izdeu.db"
    with sqlite3.connect(path) as database:
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_people_role'"
        ).fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[page * size - 8 : page * size] = b"disorder"
    path.write_bytes(content)

    with pytest.raises(DatabaseDamaged):
        home.backed_up(tmp_path)

    assert [one.name for one in (tmp_path / "data").iterdir()] == []
    assert [one.name for one in (tmp_path / "keys").iterdir()] == []


def test_without_keys_there_is_nothing_to_back_up(home, tmp_path):
    vault = unlock(home.data_dir)
    (home.data_dir / "keys.db").unlink()

    with pytest.raises(NoKeys):
        home.backed_up(tmp_path, vault=vault)

    assert [one.name for one in (tmp_path / "data").iterdir()] == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_destroyed_keys_do_not_come_along(home, tmp_path):
    """What lies in free pages of the keys is in no backup."""
    secret = b"a wrapped key that was destroyed" * 40
    with sqlite3.connect(home.data_dir / "keys.db") as ring:
        ring.execute("PRAGMA secure_delete = OFF")
        ring.execute("CREATE TABLE more (wrapped BLOB)")
        ring.execute("INSERT INTO more VALUES (?)", [secret])
        ring.commit()
        ring.execute("DELETE FROM more")
        ring.commit()
    assert secret[:32] in (home.data_dir / "keys.db").read_bytes()

    taken = home.backed_up(tmp_path)

    assert secret[:32] not in taken.keys.read_bytes()


def test_no_room_is_said_before_anything_is_written(home, taken, elsewhere, monkeypatch):
    free = shutil.disk_usage(home.data_dir)._replace(free=10_000)
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _path: free)

    with pytest.raises(OSError, match="Not enough room: 1 MiB are needed"):
        elsewhere.restored(taken)

    assert sorted(one.name for one in elsewhere.data_dir.iterdir()) == ["house.lock"]
