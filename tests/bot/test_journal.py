"""What a killed process noted is read by the next, and believed only where it can be."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import journal
from bot.journal import Journal, clear, departures

ROW, OTHER, THIRD = "a" * 32, "b" * 32, "c" * 32

DYING = """
import os, signal, sys
from pathlib import Path
from bot.journal import Journal
notes = Journal(Path(sys.argv[1]), "term")
notes.leaves("a" * 32)
notes.leaves("b" * 32)
notes.arrived("b" * 32, 2**40)
notes.leaves("c" * 32)
notes.forget(["c" * 32])
os.kill(os.getpid(), signal.SIGKILL)
"""


def noted(folder: Path) -> Journal:
    """One on the wire, one that arrived, and one that did not."""
    notes = Journal(folder, "term")
    for row in (ROW, OTHER, THIRD):
        notes.leaves(row)
    notes.arrived(OTHER, None)
    notes.forget([THIRD])
    return notes


def test_a_killed_process_leaves_its_notes(tmp_path: Path) -> None:
    """Killed with -9, nothing flushed: one is on the wire, one has arrived, of the third nothing is left."""
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], cwd=Path.cwd())  # noqa: S603 -- our own

    assert died.returncode == -signal.SIGKILL
    found = departures(tmp_path, "term")
    assert found is not None
    assert found.on_wire == {ROW}
    assert found.arrived == {OTHER: 2**40}


def test_a_number_that_telegram_did_not_tell_is_none(tmp_path: Path) -> None:
    """An edit arrives without one."""
    noted(tmp_path).close()
    found = departures(tmp_path, "term")
    assert found is not None
    assert (found.on_wire, found.arrived) == ({ROW}, {OTHER: None})


def test_who_still_lives_may_write_on(tmp_path: Path) -> None:
    """A process that lost its role and does not know it yet: of its leases nothing is certain."""
    notes = noted(tmp_path)
    assert departures(tmp_path, "term") is None
    clear(tmp_path, "another")
    notes.close()
    assert departures(tmp_path, "term") is not None


@pytest.mark.parametrize("term", [None, "another", ""])
def test_only_the_last_terms_notes_count(tmp_path: Path, term: str | None) -> None:
    """Where another machine delivered last, what stands here says nothing."""
    noted(tmp_path).close()
    assert departures(tmp_path, term) is None


def test_after_a_new_start_of_the_machine_nothing_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that were not written to the disk are lost with the power."""
    noted(tmp_path).close()
    monkeypatch.setattr(journal, "_BOOT", tmp_path / "boot")
    assert departures(tmp_path, "term") is None
    (tmp_path / "boot").write_text("another start\n")
    assert departures(tmp_path, "term") is None


@pytest.mark.parametrize("harm", [lambda file: file.write_bytes(b""), lambda file: os.truncate(file, 1000)])
def test_a_damaged_file_says_nothing(tmp_path: Path, harm) -> None:  # type: ignore[no-untyped-def]  # two lambdas
    """Nor one of another kind."""
    noted(tmp_path).close()
    harm(tmp_path / "leaving-term")
    assert departures(tmp_path, "term") is None
    (tmp_path / "leaving-term").write_bytes(b"x" * 100_000)
    assert departures(tmp_path, "term") is None


def test_where_notes_find_no_room_none_is_believed(tmp_path: Path) -> None:
    """Then what is not noted may have left all the same."""
    notes = Journal(tmp_path, "term")
    for number in range(3000):
        notes.leaves(f"{number:032}")
    notes.close()
    assert departures(tmp_path, "term") is None


def test_room_is_used_again(tmp_path: Path) -> None:
    """Twenty thousand messages, a hundred at a time."""
    notes = Journal(tmp_path, "term")
    for number in range(20_000):
        notes.leaves(f"{number:032}")
        notes.arrived(f"{number:032}", number)
        if number >= 100:
            notes.forget([f"{number - 100:032}"])
    notes.close()
    found = departures(tmp_path, "term")
    assert found is not None
    assert found.arrived == {f"{number:032}": number for number in range(19_900, 20_000)}


def test_earlier_notes_are_cleared_away(tmp_path: Path) -> None:
    """Of each term one file, and only the last stays."""
    noted(tmp_path).close()
    kept = Journal(tmp_path, "now")
    clear(tmp_path, "now")
    assert [one.name for one in tmp_path.iterdir()] == ["leaving-now"]
    kept.close()
