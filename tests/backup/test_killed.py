"""Kill −9 at every step: a backup is whole or not there, and a house is the old one or the new one."""

import os
import resource
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from storage import occupancy
from storage.errors import RestoreUnfinished
from tests.backup.conftest import LATER

ROOT = Path(__file__).parents[2]
TAKING = (
    "begun",
    "moment",
    "keys-copied",
    "rows",
    "rows-written",
    "file",
    "written",
    "verified",
    "keys-named",
)
RESTORING = ("begun", "proven", "file", "loaded", "ready", "planned", "moved", "changed")


def run(*words, **more):
    return subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-m", "tests.backup.killed", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        **more,
    )


@pytest.mark.parametrize("step", TAKING)
def test_a_backup_is_whole_or_not_there(home, elsewhere, step, tmp_path):
    was = home.everything()

    ended = run("take", step, 1, home.url, home.data_dir, tmp_path)

    assert ended.returncode == -9, ended.stderr
    assert list((tmp_path / "data").glob("*.tar")) == []
    assert home.everything() == was
    # The next one takes away what lies half done, once nobody can be at it any more.
    for half in (*(tmp_path / "data").iterdir(), *(tmp_path / "keys").iterdir()):
        os.utime(half, (0, 0))
    taken = home.backed_up(tmp_path, now=LATER + timedelta(hours=2))
    assert [one.name for one in (tmp_path / "data").iterdir()] == [taken.data.name]
    left = [one.name for one in (tmp_path / "keys").iterdir() if one.name != taken.keys.name]
    assert left == (["izdeu-20261101T100000Z-keys.db"] if step == "keys-named" else [])
    elsewhere.restored(taken)
    assert elsewhere.everything()[:2] == was[:2]


@pytest.mark.parametrize(
    ("step", "passings"), [*((step, 1) for step in RESTORING), *(("moved", n) for n in (2, 3, 4))]
)
def test_a_house_is_the_old_one_or_the_new_one(home, make_place, database_kind, step, passings, tmp_path):
    taken, wanted = home.backed_up(tmp_path), home.everything()
    other = make_place("other", database_kind, settled=True)
    was = other.everything()

    ended = run("restore", step, passings, other.url, other.data_dir, taken.data, taken.keys)

    assert ended.returncode == -9, ended.stderr
    if occupancy.unfinished(other.data_dir):
        assert step in ("planned", "moved")
        with pytest.raises(RestoreUnfinished), occupancy.lived_in(other.data_dir):
            pass
    else:
        assert other.everything()[:2] == (wanted if step == "changed" else was)[:2]
        with occupancy.lived_in(other.data_dir):
            assert not (other.data_dir / "restoring").exists()
    again = other.restored(taken, now=LATER + timedelta(minutes=1), replace=True)
    assert other.everything()[:2] == wanted[:2]
    assert (other.data_dir / "keys.db").read_bytes() == taken.keys.read_bytes()
    assert again.aside
    olds = [one.read_bytes() for one in other.data_dir.glob("before-*/keys.db")]
    assert was[2] in olds
    assert not (other.data_dir / "restoring").exists()


@pytest.mark.parametrize(("what", "limit"), [("take", 60_000), ("restore", 60_000)])
def test_a_full_disk_leaves_nothing_half_done(home, make_place, database_kind, what, limit, tmp_path):
    """The system refuses to let any file grow beyond a limit, as a full disk would."""
    taken, was = home.backed_up(tmp_path / "good"), home.everything()
    paths = [tmp_path] if what == "take" else [taken.data, taken.keys]

    ended = run(
        what,
        "never",
        1,
        home.url,
        home.data_dir,
        *paths,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )

    assert ended.returncode == 1
    assert "File too large" in ended.stderr or "disk" in ended.stderr
    assert home.everything() == was
    assert not (home.data_dir / "restoring").exists()
    for folder in ("data", "keys"):
        assert not (tmp_path / folder).exists() or list((tmp_path / folder).iterdir()) == []
