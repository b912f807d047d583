"""A house that was backed up and brought back is the same house, on either database and between them."""

import stat

import pytest

from storage import attachments, house, keys, migrate
from storage.backup.troubles import HouseExists, NotSealed
from storage.errors import HouseInUse
from storage.files import Files
from storage.occupancy import lived_in
from storage.store import Store
from tests.backup.conftest import CONTENT, LATER, PASSPHRASE, unlock
from tests.conftest import KINDS
from tests.storage.test_readable import _readable


@pytest.mark.parametrize("other", KINDS)
def test_everything_comes_back_on_the_same_database_and_on_the_other(home, make_place, other, tmp_path):
    before = home.everything()
    taken = home.backed_up(tmp_path)
    elsewhere = make_place("elsewhere", other)

    done = elsewhere.restored(taken)

    rows, files, _ = elsewhere.everything()
    assert (rows, files) == before[:2]
    assert (done.rows, done.files, done.aside) == (sum(map(len, rows.values())), 1, ())
    assert done.tried.opened > 10
    assert done.tried.broken == 0
    assert home.everything() == before
    vault = keys.unlock(elsewhere.data_dir, PASSPHRASE)
    (name,) = (path.name for path in (elsewhere.data_dir / "files").rglob("*") if path.is_file())
    store = Store(elsewhere.url, vault)
    (photo,) = store.write_now(lambda tx: attachments.by_ids(tx, [name]))
    assert b"".join(Files(elsewhere.data_dir).read(photo.keys, name)) == CONTENT
    store.write_now(house.claim)
    store.close()
    migrate.check(elsewhere.url)
    assert not (elsewhere.data_dir / "restoring").exists()


def test_only_the_owner_may_read_a_backup_and_nothing_in_it_is_readable(home, tmp_path):
    taken = home.backed_up(tmp_path)

    assert taken.sealed
    assert taken.keys_open
    assert (taken.found.absent, taken.found.strange) == (0, 0)
    assert (taken.data.name, taken.keys.name) == (
        "izdeu-20261101T100000Z-data.tar",
        "izdeu-20261101T100000Z-keys.db",
    )
    for path in (taken.data, taken.keys):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert _readable(path.read_bytes()) == []
    assert [one.name for one in taken.data.parent.iterdir()] == [taken.data.name]
    assert [one.name for one in taken.keys.parent.iterdir()] == [taken.keys.name]


def test_a_house_that_is_there_is_replaced_only_when_told_to_and_moved_aside(home, make_place, tmp_path):
    taken = home.backed_up(tmp_path)
    kind = "sqlite" if home.url.startswith("sqlite") else "postgresql"
    other = make_place("other", kind, settled=True)
    was, wanted = other.everything(), home.everything()

    with pytest.raises(HouseExists):
        other.restored(taken)
    assert other.everything() == was
    done = other.restored(taken, replace=True)

    assert other.everything()[:2] == wanted[:2]
    old = other.data_dir / "before-20261101T100000Z"
    assert str(old) in done.aside
    assert (old / "keys.db").read_bytes() == was[2]
    assert {one.name for one in (old / "files").rglob("*") if one.is_file()} == {
        name.split("/")[1] for name in was[1]
    }
    if kind == "postgresql":
        assert done.aside[1] == "the schema izdeu_before_20261101t100000z of the database"
        store = Store(other.url, unlock(other.data_dir))
        count = "SELECT count(*) FROM izdeu_before_20261101t100000z.people"
        assert store.write_now(lambda tx: tx.connection.exec_driver_sql(count).scalar()) == 2
        store.close()
    else:
        assert (old / "izdeu.db").exists()


def test_a_house_is_replaced_again_and_again(home, tmp_path):
    """Each time the one before is kept beside."""
    taken = home.backed_up(tmp_path)
    for second in range(3):
        home.restored(taken, now=LATER.replace(second=second), replace=True)

    assert len(list(home.data_dir.glob("before-*"))) == 3


def test_nobody_restores_a_house_in_which_somebody_lives(home, tmp_path):
    taken, was = home.backed_up(tmp_path), home.everything()

    with lived_in(home.data_dir), pytest.raises(HouseInUse):
        home.restored(taken, replace=True)

    assert home.everything() == was


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_nobody_changes_a_database_to_which_somebody_is_connected(home, tmp_path):
    """Another machine may share it, whose data folder is its own."""
    taken, was = home.backed_up(tmp_path), home.everything()
    store = Store(home.url, unlock(home.data_dir))
    store.write_now(house.check)

    with pytest.raises(HouseInUse):
        home.restored(taken, replace=True)
    store.close()

    assert home.everything() == was


def test_a_house_that_nobody_has_used_yet_is_one_too(make_place, database_kind, tmp_path):
    place = make_place("new", database_kind)
    place.data_dir.mkdir()
    migrate.upgrade(place.url)
    keys.create(place.data_dir, PASSPHRASE, cost=16)

    done = make_place("elsewhere", database_kind).restored(place.backed_up(tmp_path))

    assert (done.rows, done.files) == (0, 0)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_database_outside_of_the_data_folder_stays_where_it_is(home, tmp_path):
    taken = home.backed_up(tmp_path)
    (tmp_path / "apart").mkdir()
    home.url = f"sqlite:///{tmp_path}/apart/house.db"
    home.data_dir = tmp_path / "folder"

    home.restored(taken)
    done = home.restored(taken, replace=True)

    assert sorted(one.name for one in (tmp_path / "apart").iterdir()) == [
        "house.db",
        "house.db.before-20261101T100000Z",
    ]
    assert str(tmp_path / "apart" / "house.db.before-20261101T100000Z") in done.aside
    assert len(home.rows()["people"]) == 2


def test_what_was_erased_while_the_backup_was_made_is_noted(home, tmp_path):
    """A row says that the file is kept; the file is gone."""
    scene_file = next(iter(home.files())).split("/")[1]

    def erase(step):
        if step == "rows-written":
            Files(home.data_dir).erase(scene_file)

    taken = home.backed_up(tmp_path, at=erase)

    assert (taken.found.absent, taken.found.files) == (1, 0)


def test_a_backup_without_the_passphrase_is_taken_only_by_those_who_trust_it(home, elsewhere, tmp_path):
    taken = home.backed_up(tmp_path, vault=None, unlock=None)

    assert (taken.sealed, taken.keys_open) == (False, False)
    with pytest.raises(NotSealed):
        elsewhere.restored(taken)
    assert elsewhere.restored(taken, unsealed=True).files == 1
