"""The keyring opens with its passphrase; anything else touches nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import keys
from storage.errors import KeysBroken, KeysExist, NoKeys, WrongPassphrase

CHEAP = 2**4  # the real cost takes 0.2 s each time


def _ring(folder: Path) -> bytes:
    return (folder / keys.FILE_NAME).read_bytes()


def test_a_keyring_opens_with_its_passphrase_only(tmp_path):
    made = keys.create(tmp_path, "корректная лошадь", cost=CHEAP)

    assert keys.unlock(tmp_path, "корректная лошадь").fingerprint() == made.fingerprint()
    before = _ring(tmp_path)
    for wrong in ("корректная лошад", "", "\x00", "\ud800"):
        with pytest.raises(WrongPassphrase):
            keys.unlock(tmp_path, wrong)
    assert _ring(tmp_path) == before


def test_the_same_words_composed_differently_are_the_same(tmp_path):
    made = keys.create(tmp_path, "\u0419\u043e\u0434", cost=CHEAP)

    assert keys.unlock(tmp_path, "\u0418\u0306\u043e\u0434").fingerprint() == made.fingerprint()


def test_a_keyring_is_never_replaced(tmp_path):
    keys.create(tmp_path, "first", cost=CHEAP)
    before = _ring(tmp_path)

    with pytest.raises(KeysExist):
        keys.create(tmp_path, "second", cost=CHEAP)

    assert _ring(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == [keys.FILE_NAME]
    assert (tmp_path / keys.FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_without_a_keyring_there_is_nothing_to_open(tmp_path):
    with pytest.raises(NoKeys) as told:
        keys.unlock(tmp_path, "any")

    assert type(told.value) is NoKeys
    assert str(told.value) == "There are no keys yet; run `izdeu init` first."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", [0, 1, 100, 4096, 5000])
def test_a_cut_keyring_is_told_from_a_wrong_passphrase(tmp_path, kept):
    keys.create(tmp_path, "right", cost=CHEAP)
    (tmp_path / keys.FILE_NAME).write_bytes(_ring(tmp_path)[:kept])

    with pytest.raises(KeysBroken):
        keys.unlock(tmp_path, "right")


def test_a_keyring_with_a_damaged_row_is_broken(tmp_path):
    keys.create(tmp_path, "right", cost=CHEAP)
    with sqlite3.connect(tmp_path / keys.FILE_NAME) as file:
        file.execute("UPDATE ring SET salt = 5")

    with pytest.raises(KeysBroken):
        keys.unlock(tmp_path, "right")


def test_a_keyring_opens_after_a_kill_in_the_middle_of_a_write(tmp_path):
    """What the killed one had written is rolled back; the keyring is not called broken, today or ever."""
    home, found = tmp_path / "home", tmp_path / "found"
    home.mkdir()
    found.mkdir()
    before = keys.create(home, "made up", cost=16).lookup("account", 7)
    with closing(sqlite3.connect(home / keys.FILE_NAME)) as file:
        # So small a cache that pages go to the disk, and the journal with them, before the commit.
        file.execute("PRAGMA cache_size = 1")
        file.execute("BEGIN IMMEDIATE")
        file.execute("DELETE FROM keys")
        for number in range(400):
            file.execute("INSERT INTO keys VALUES (?, 0, ?, ?)", (f"half-{number}", b"n" * 12, b"w" * 48))
        for half in home.iterdir():
            shutil.copy(half, found)
        file.rollback()
    journal = found / f"{keys.FILE_NAME}-journal"
    assert journal.stat().st_size > 512, "the journal is on the disk"

    assert keys.unlock(found, "made up").lookup("account", 7) == before
    assert not journal.exists()


def test_an_init_that_was_cut_off_does_not_stand_in_the_way(tmp_path):
    (tmp_path / f"{keys.FILE_NAME}.new").write_bytes(b"half")

    made = keys.create(tmp_path, "right", cost=CHEAP)

    assert keys.unlock(tmp_path, "right").fingerprint() == made.fingerprint()


def test_the_real_cost_is_what_the_file_says(tmp_path):
    made = keys.create(tmp_path, "right")

    with sqlite3.connect(tmp_path / keys.FILE_NAME) as file:
        assert file.execute("SELECT generation, cost FROM ring").fetchall() == [(1, 65536)]
    assert keys.unlock(tmp_path, "right").fingerprint() == made.fingerprint()


def test_a_data_key_that_was_exchanged_is_told(tmp_path):
    """A row of the keyring opens under its own name and epoch only."""
    keys.create(tmp_path, "right", cost=CHEAP)
    with sqlite3.connect(tmp_path / keys.FILE_NAME) as file:
        file.execute(
            "UPDATE keys SET (nonce, wrapped) = (SELECT nonce, wrapped FROM keys WHERE name = 'lookup')"
            " WHERE name = 'house'"
        )

    with pytest.raises(KeysBroken):
        keys.unlock(tmp_path, "right")


@pytest.mark.parametrize("cost", [0, 1, 3, -4, 2**21, 2**70, "'much'"])
def test_a_damaged_cost_does_not_eat_the_machine(tmp_path, cost):
    keys.create(tmp_path, "right", cost=CHEAP)
    with sqlite3.connect(tmp_path / keys.FILE_NAME) as file:
        file.execute(f"UPDATE ring SET cost = {cost}")  # noqa: S608  # our own numbers

    with pytest.raises(KeysBroken):
        keys.unlock(tmp_path, "right")


def test_a_changed_passphrase_is_the_only_one(tmp_path):
    """What was sealed before opens as before; also in a hotline that runs meanwhile."""
    running = keys.create(tmp_path, "old", cost=CHEAP)
    sealed = running.begin("1" * 32).seal(b"told", table="cases", column="body", row="1")
    running.keep_new()

    keys.change_passphrase(tmp_path, "old", "new", cost=CHEAP)

    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, "old")
    opened = keys.unlock(tmp_path, "new")
    for vault in (opened, running):
        assert vault.of("1" * 32).open(sealed, table="cases", column="body", row="1") == b"told"
    assert opened.fingerprint() == running.fingerprint()


def test_a_passphrase_is_not_changed_by_who_does_not_know_it(tmp_path):
    keys.create(tmp_path, "right", cost=CHEAP)
    before = _ring(tmp_path)

    with pytest.raises(WrongPassphrase):
        keys.change_passphrase(tmp_path, "wrong", "new", cost=CHEAP)

    assert _ring(tmp_path) == before


def test_a_renewed_master_key_leaves_nothing_to_who_knew_the_old_one(tmp_path):
    """Every key is wrapped anew; what was sealed opens as before."""
    before = keys.create(tmp_path, "right", cost=CHEAP)
    sealed = before.begin("1" * 32).seal(b"told", table="cases", column="body", row="1")
    before.keep_new()
    master = keys._master(tmp_path, "right")

    keys.renew_master(tmp_path, "right", cost=CHEAP)

    after = keys.unlock(tmp_path, "right")
    assert after.fingerprint() == before.fingerprint()
    assert after.of("1" * 32).open(sealed, table="cases", column="body", row="1") == b"told"
    with pytest.raises(KeysBroken):
        keys.unlocked(tmp_path, master)
