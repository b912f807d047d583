"""How long backups stay: many of the data, two of the keys for a week, whatever else happens."""

from datetime import timedelta

from storage.backup import keeping, keyring
from storage.backup.verifying import _SEALED
from storage.files import _MAGIC
from tests.storage.scenes import NOW

DAY = timedelta(days=1)


def test_names_are_sorted_by_time_and_foreign_ones_are_left_alone(tmp_path):
    names = [keeping.data_name(NOW - day * DAY) for day in range(5)]
    foreign = ["notes.txt", "izdeu-data.tar", keeping.keys_name(NOW), f"{names[0]}.part", "izdeu-x-data.tar"]

    assert sorted(names, reverse=True) == names
    assert keeping.data_too_many([*foreign, *reversed(names)], 3) == names[3:]
    assert keeping.data_too_many(names, 9) == []


def test_of_the_keys_two_stay_and_none_that_is_older_than_a_week():
    names = [keeping.keys_name(NOW - day * DAY) for day in range(5)]
    old = keeping.keys_name(NOW - 7 * DAY - timedelta(seconds=1))

    assert keeping.keys_too_old(names, NOW, names[0]) == names[2:]
    assert keeping.keys_too_old([names[0], old], NOW, names[0]) == [old]
    assert keeping.keys_too_old([keeping.keys_name(NOW - 7 * DAY)], NOW, None) == []
    assert keeping.keys_too_old([old], NOW, None) == [old]
    # A clock that was wrong has left names from the future: what was just made stays.
    future = [keeping.keys_name(NOW + day * DAY) for day in (10, 11)]
    assert keeping.keys_too_old([*future, names[0]], NOW, names[0]) == [future[0]]


def test_keys_that_go_are_overwritten(tmp_path):
    path = tmp_path / keeping.keys_name(NOW - 30 * DAY)
    path.write_bytes(b"wrapped" * 1000)
    held = open(path, "rb")  # noqa: SIM115 -- it outlives the name

    assert keeping.drop_keys(tmp_path, NOW) == 1

    assert not path.exists()
    with held:
        content = held.read()
    assert len(content) == 7000
    assert b"wrapped" not in content
    path.touch()
    keyring.destroy(path)
    assert not path.exists()


def test_data_beyond_the_kept_go(tmp_path):
    for day in range(4):
        (tmp_path / keeping.data_name(NOW - day * DAY)).touch()

    assert keeping.drop_data(tmp_path, 3) == 1
    assert len(list(tmp_path.iterdir())) == 3
    assert keeping.drop_data(tmp_path / "nowhere", 3) == 0


def test_a_sealed_file_is_known_by_its_beginning():
    assert _SEALED == _MAGIC
