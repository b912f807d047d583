"""What the steward types: plain answers, one message for everything that is wrong, and the right number."""

import sqlite3
import stat
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from bot.cli import app
from storage import keys, people
from storage.engine import sqlite_url
from storage.records import Role
from storage.store import Store
from tests.scenes.stage import NOON

TOKEN = "100200300:made-up-for-tests-not-a-real-token-0"  # noqa: S105 -- opens nothing
NOBODY = "http://127.0.0.1:9"  # the discard port: nobody answers there


@pytest.fixture
def steward(tmp_path, monkeypatch):
    """A folder, a passphrase file and settings, as a steward would make them."""
    monkeypatch.chdir(tmp_path)
    for name in ("IZDEU_TOKEN", "IZDEU_DATABASE_URL", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "passphrase").write_text("correct horse battery staple\n")
    monkeypatch.setenv("IZDEU_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("IZDEU_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    monkeypatch.setenv("IZDEU_API_URL", NOBODY)
    return tmp_path


def izdeu(*words, **more):
    return CliRunner().invoke(app, words, **more)


@pytest.fixture
def initialised(steward):
    assert izdeu("init").exit_code == 0
    return steward


def test_init_makes_keys_and_database_and_asks_nothing(steward):
    result = izdeu("init")

    assert result.exit_code == 0
    assert "keys.db" in result.stdout
    assert keys.unlock(steward / "data", "correct horse battery staple").fingerprint()
    assert stat.S_IMODE((steward / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((steward / "data" / "izdeu.db").stat().st_mode) == 0o600


def test_init_never_replaces_keys(initialised):
    before = (initialised / "data" / "keys.db").read_bytes()

    result = izdeu("init")

    assert result.exit_code == 3
    assert "stay as they are" in result.stderr
    assert (initialised / "data" / "keys.db").read_bytes() == before


def test_every_problem_is_listed_at_once_without_a_traceback(steward, monkeypatch):
    monkeypatch.setenv("IZDEU_TIMEZONE", "Asia/Nowhere")
    monkeypatch.setenv("IZDEU_TOKKEN", TOKEN)
    monkeypatch.setenv("IZDEU_MESSAGES_PER_SECOND", "-3")

    result = izdeu("run")

    assert result.exit_code == 2
    for name in ("IZDEU_TIMEZONE", "IZDEU_TOKKEN", "IZDEU_MESSAGES_PER_SECOND", "IZDEU_TOKEN"):
        assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert TOKEN not in result.stderr


@pytest.mark.parametrize(
    ("prepare", "number", "words"),
    [
        (lambda folder: (folder / "passphrase").write_text("something else"), 3, "passphrase"),
        (lambda folder: (folder / "data" / "keys.db").unlink(), 3, "izdeu init"),
        (lambda folder: (folder / "passphrase").unlink(), 2, "IZDEU_PASSPHRASE_FILE"),
        (lambda folder: (folder / "passphrase").write_text("\n"), 3, "empty"),
    ],
)
def test_keys_that_do_not_fit_touch_nothing(prepare, number, words, initialised, monkeypatch):
    monkeypatch.setenv("IZDEU_TOKEN", TOKEN)
    database = (initialised / "data" / "izdeu.db").read_bytes()
    prepare(initialised)

    result = izdeu("run")

    assert (result.exit_code, "Traceback" in result.stderr) == (number, False)
    assert words in result.stderr
    assert (initialised / "data" / "izdeu.db").read_bytes() == database


def test_keys_of_another_database_are_refused(initialised, monkeypatch):
    monkeypatch.setenv("IZDEU_TOKEN", TOKEN)
    (initialised / "data" / "keys.db").unlink()
    keys.create(initialised / "data", "correct horse battery staple", cost=2)

    result = izdeu("invite", "coordinator")

    assert result.exit_code == 3
    assert "another database" in result.stderr


def test_an_unreachable_database_is_said_plainly(initialised, monkeypatch):
    monkeypatch.setenv("IZDEU_DATABASE_URL", "postgresql://nobody@127.0.0.1:9/none")

    result = izdeu("migrate")

    assert result.exit_code == 2
    assert "IZDEU_DATABASE_URL" in result.stderr
    assert "Traceback" not in result.stderr


def test_migrate_goes_up_and_down_and_says_where_it_is(steward):
    assert izdeu("migrate", "--status").stdout.startswith("The database stands at nothing")
    assert "stands at 0001" in izdeu("migrate").stdout
    assert "stands at nothing" in izdeu("migrate", "--down", "base").stdout


def test_jobs_are_shown_without_the_passphrase(initialised):
    (initialised / "passphrase").unlink()
    with sqlite3.connect(initialised / "data" / "izdeu.db") as database:
        database.execute(
            "INSERT INTO jobs (name, next_at, last_at, last_ms, trouble, runs, failures,"
            " failed_at, failed_why, failing_since)"
            " VALUES ('promises', '2020-01-01 00:00:00', '2019-12-31 23:55:00', 12, 'StoreBusy', 3, 2,"
            " '2019-12-31 23:55:00', 'StoreBusy', '2019-12-31 23:50:00'),"
            " ('purge', '2020-01-01 00:00:00', '2019-12-31 23:55:00', 12, NULL, 3, 1,"
            " '2019-12-30 20:00:00', 'KeyError', NULL)"
        )

    result = izdeu("jobs", env={"IZDEU_PASSPHRASE_FILE": None})

    head, row, other = result.stdout.splitlines()
    assert head.split() == [
        "job",
        "last",
        "run",
        "took",
        "next",
        "run",
        "lag",
        "runs",
        "failures",
        "last",
        "failure",
    ]
    assert row.startswith("promises  2020-01-01 05:55:00  12 ms  2020-01-01 06:00:00")
    assert row.endswith("2020-01-01 05:55:00 StoreBusy  fails since 2020-01-01 05:50:00")
    assert other.endswith("2019-12-31 02:00:00 KeyError")


def test_inviting_before_anybody_knows_the_bot_says_why(initialised, monkeypatch):
    monkeypatch.setenv("IZDEU_TOKEN", TOKEN)

    result = izdeu("invite", "coordinator")

    assert result.exit_code == 2
    assert "IZDEU_TOKEN" in result.stderr
    assert TOKEN not in result.stderr


def test_the_doctor_works_offline_and_says_how_to_mend(initialised, monkeypatch):
    monkeypatch.setenv("IZDEU_TOKEN", TOKEN)

    result = izdeu("doctor")

    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    for well in ("settings", "folder", "database", "migrations", "keys"):
        assert any(line.startswith(f"✓ {well}: ") for line in lines)
    assert "✗ token: Telegram does not answer (NotSent)" in lines
    assert lines[lines.index("✗ token: Telegram does not answer (NotSent)") + 1].startswith("  → ")
    assert TOKEN not in result.stdout


def test_the_doctor_lists_what_is_missing_at_the_beginning(steward):
    result = izdeu("doctor")

    assert result.exit_code == 1
    assert "✗ keys" in result.stdout
    assert "izdeu init" in result.stdout


def test_what_could_not_be_handled_is_counted_and_given_back(initialised):
    """What is no update at all is not among it: no version will ever read that."""
    with sqlite3.connect(initialised / "data" / "izdeu.db") as database:
        for number, trouble in enumerate(("KeyError", "TypeError", "malformed-text", "no-number")):
            database.execute(
                "INSERT INTO inbox (bot_id, update_id, chat_key, state, attempts, received_at, body, trouble)"
                " VALUES (1, ?, 'k', 'aside', 2, '2026-11-24 07:00:00', x'00', ?)",
                (number, trouble),
            )

    assert "✗ messages: 2 that came could not be handled and are kept, 0" in izdeu("doctor").stdout
    told = izdeu("doctor", "--again").stdout

    assert told.startswith("To be handled once more: 2\n")
    assert "✓ messages: none was left over" in told
    with sqlite3.connect(initialised / "data" / "izdeu.db") as database:
        states = database.execute("SELECT state, attempts FROM inbox ORDER BY update_id").fetchall()
    assert states == [("waiting", 0), ("waiting", 0), ("aside", 2), ("aside", 2)]


def test_help_is_quick():
    began = time.perf_counter()
    told = subprocess.run([sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True)

    assert {"init", "run", "demo", "invite", "migrate", "doctor", "jobs"} <= set(told.stdout.split())
    assert time.perf_counter() - began < 1.5


def test_the_command_line_imports_nothing_heavy_before_it_is_needed():
    heavy = "{'telegram', 'sqlalchemy', 'aiohttp', 'alembic'}"
    code = f"import sys, bot.cli; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("way", ["--up", "--down"])
def test_a_step_that_does_not_exist_is_one_plain_line(initialised, way):
    result = izdeu("migrate", way, "0815")

    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "There is no such step of the database; `izdeu migrate --status` says where it stands."
    ]


def test_before_init_the_database_is_said_to_be_empty(steward):
    result = izdeu("jobs")

    assert result.exit_code == 2
    assert result.stderr.startswith("The database is empty; run `izdeu init`")


def test_a_passphrase_file_that_is_no_text_is_one_plain_line(initialised, monkeypatch):
    monkeypatch.setenv("IZDEU_TOKEN", TOKEN)
    (initialised / "passphrase").write_bytes(b"\xff\xfe\x00")

    result = izdeu("run")

    assert result.exit_code == 3
    assert result.stderr == "The passphrase file is not text; write the passphrase into it as UTF-8.\n"
    assert "✗ keys: The passphrase file is not text" in izdeu("doctor").stdout


def test_a_role_is_taken_away_by_its_code(initialised):
    """Without a code the team is listed; a wrong one touches nothing."""
    vault = keys.unlock(initialised / "data", "correct horse battery staple")
    store = Store(sqlite_url(initialised / "data" / "izdeu.db"), vault)
    vera = store.write_now(lambda tx: people.welcome(tx, 7_100_000_001, 7_100_000_001, NOON))
    store.write_now(lambda tx: people.set_role(tx, vera.id, Role.COORDINATOR, NOON))

    (line,) = izdeu("revoke").stdout.splitlines()
    code, role, since, day = line.split()
    assert (role, since, day) == ("coordinator", "since", "2026-11-24")

    assert izdeu("revoke", "22222").exit_code == 2
    assert store.write_now(lambda tx: people.by_id(tx, vera.id)).role is Role.COORDINATOR

    result = izdeu("revoke", code.lower())
    assert (result.exit_code, "a relative like any other" in result.stdout) == (0, True)
    assert store.write_now(lambda tx: people.by_id(tx, vera.id)).role is Role.FAMILY
    assert izdeu("revoke").stdout == ""
    store.close()
