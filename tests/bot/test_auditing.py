"""`izdeu audit verify`: one plain line, and a number that a script understands."""

import asyncio
import re
import sqlite3

import pytest

from bot.auditing import head_in, verify
from bot.settings import load
from storage import audit, house, keys
from storage.chain import Head
from storage.store import Store
from tests.bot.test_cli import initialised, izdeu, steward

__all__ = ["initialised", "steward"]


def changed(folder, statement):
    """What somebody does who has the database alone."""
    with sqlite3.connect(folder / "data" / "izdeu.db") as database:
        database.execute(statement)


def test_a_whole_log_ends_with_its_mark(initialised):
    result = izdeu("audit", "verify")

    assert result.exit_code == 0
    found = re.fullmatch(r"1 lines are whole; the log ends with (1:[0-9a-f]{16})\.\n", result.stdout)
    assert found is not None
    assert izdeu("audit", "verify", "--head", found[1]).exit_code == 0
    assert izdeu("audit", "verify", "--head", found[1], "--head", found[1].upper()).exit_code == 0


def test_what_was_altered_is_told_with_its_number(initialised):
    changed(initialised, "UPDATE audit SET action = 'nothing'")

    result = izdeu("audit", "verify")

    assert (result.exit_code, result.stdout) == (1, "Line 1 was altered.\n")


def test_a_head_that_was_told_is_compared(initialised):
    other = izdeu("audit", "verify", "--head", f"1:{'0' * 16}")
    later = izdeu("audit", "verify", "--head", f"9:{'0' * 16}")

    assert (other.exit_code, other.stdout) == (1, f"Line 1 is not the one that was told as {'0' * 16}.\n")
    assert (later.exit_code, later.stdout) == (
        1,
        "Line 9, which was told, is missing: the log ends with line 1.\n",
    )


@pytest.mark.parametrize("typed", ["", "1", "1:", "1:00", "x:0123456789abcdef", "1:0123456789abcdeg", "²:00"])
def test_what_is_no_head_is_said_plainly(typed, initialised):
    result = izdeu("audit", "verify", "--head", typed)

    assert (result.exit_code, result.stderr) == (2, "A head looks like 1234:0123456789abcdef.\n")


def test_a_head_is_read_as_people_copy_it():
    assert head_in(" 12:0123456789ABCDEF ") == Head(12, "0123456789abcdef")


def test_other_keys_and_no_database(initialised):
    (initialised / "data" / "keys.db").unlink()
    keys.create(initialised / "data", "correct horse battery staple", cost=2)

    assert izdeu("audit", "verify").exit_code == 3
    (initialised / "data" / "izdeu.db").unlink()
    assert izdeu("audit", "verify").exit_code == 2


def test_many_faults_are_counted(tmp_path, database, vault, now):
    """And the walk is the same on both databases, beside whoever writes."""
    settings = load(
        {"IZDEU_DATABASE_URL": database, "IZDEU_DATA_DIR": str(tmp_path)}, base=tmp_path, require_token=False
    )
    store = Store(database, vault)
    store.write_now(house.claim)
    assert asyncio.run(verify(settings, vault, ())).told == ("The log has no line yet.",)
    for _ in range(30):
        store.write_now(lambda tx: audit.write(tx, None, "wrote", None, now))
    whole = asyncio.run(verify(settings, vault, ()))
    store.write_now(lambda tx: tx.connection.exec_driver_sql("UPDATE audit SET action = 'x'"))
    broken = asyncio.run(verify(settings, vault, ()))
    store.close()

    assert whole.whole
    assert whole.told[0].startswith("30 lines are whole; the log ends with 30:")
    assert not broken.whole
    assert broken.told[0] == "Line 1 was altered."
    assert broken.told[-1] == "And 10 more of this kind."
    assert len(broken.told) == 21


def test_the_command_says_what_it_is():
    assert "verify" in izdeu("audit", "--help").stdout
