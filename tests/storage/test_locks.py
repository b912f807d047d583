"""Of all processes on one database, one polls, one delivers, one ticks; the next takes over when it dies."""

import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage.engine import sqlite_path
from storage.errors import StoreBusy
from storage.locks import Roles, waiting_for

ROOT = Path(__file__).parents[2]
TAKE_OVER = 15.0  # seconds, promised


@pytest.fixture
def roles(database):
    opened = Roles(database)
    yield opened
    opened.close()


@pytest.fixture
def others(database):
    opened = Roles(database)
    yield opened
    opened.close()


def _soon(question):
    """Whether *question* is answered with yes within the promised time."""
    until = time.monotonic() + TAKE_OVER
    while not question():
        if time.monotonic() > until:
            return False
        threading.Event().wait(0.02)
    return True


def test_a_role_is_had_by_one_and_then_by_the_next(roles, others):
    assert roles.take("receive") is True
    assert others.take("receive") is False
    assert (roles.holds("receive"), others.holds("receive")) == (True, False)

    roles.release("receive")

    assert roles.holds("receive") is False
    assert others.take("receive") is True
    assert roles.take("receive") is False


def test_roles_do_not_hinder_each_other(roles, others):
    assert roles.take("receive")
    assert others.take("deliver")
    assert roles.take("tick")

    assert (roles.holds("deliver"), others.holds("deliver")) == (False, True)
    others.release("tick")  # it is not theirs
    assert roles.holds("tick")


def test_taking_twice_is_taking_once(roles, others):
    assert roles.take("receive")
    assert roles.take("receive")
    roles.release("receive")
    roles.release("receive")

    assert others.take("receive")


def test_closing_lets_everything_go(roles, others):
    for name in ("receive", "deliver"):
        assert roles.take(name)
    roles.close()

    assert not roles.holds("receive")
    assert _soon(lambda: others.take("receive"))
    assert _soon(lambda: others.take("deliver"))


def test_many_threads_take_one_role_together(database):
    """Sixteen processes' worth of takers: one has it."""
    takers = [Roles(database) for _ in range(16)]
    with ThreadPoolExecutor(16) as threads:
        taken = list(threads.map(lambda one: one.take("deliver"), takers))
    for one in takers:
        one.close()

    assert sorted(taken) == [False] * 15 + [True]


def test_one_holder_may_be_asked_from_many_threads(roles):
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(lambda _: roles.take("tick") and roles.holds("tick"), range(200)))


def test_when_a_process_is_killed_another_takes_over(database, roles):
    other = subprocess.Popen(  # noqa: S603  # our own words only
        [
            sys.executable,
            "-c",
            "import sys; from storage.locks import Roles\n"
            "roles = Roles(sys.argv[1])\n"
            "print(roles.take('receive'), flush=True)\n"
            "sys.stdin.read()",
            database,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert other.stdout.readline() == "True\n"
    assert roles.take("receive") is False

    other.send_signal(signal.SIGKILL)
    other.wait(10)

    assert _soon(lambda: roles.take("receive"))
    other.stdin.close()
    other.stdout.close()


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_a_lost_connection_loses_every_role_and_is_made_anew(roles, others, postgres):
    assert roles.take("receive")
    assert roles.take("deliver")
    postgres.admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')"
    )

    assert roles.holds("receive") is False
    assert _soon(lambda: others.take("receive"))
    assert roles.holds("deliver") is False
    assert roles.take("receive") is False
    assert roles.take("deliver") is True


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_a_lock_whose_file_was_removed_is_lost(roles, others, database):
    """Somebody cleaned up the folder: the next taker locks another file, so ours must count for nothing."""
    assert roles.take("receive")
    path = sqlite_path(database)
    path.with_name(f"{path.name}.receive.lock").unlink()

    assert others.take("receive") is True
    assert roles.holds("receive") is False
    assert roles.take("receive") is False


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_lock_files_are_private(roles, database):
    assert roles.take("receive")
    path = sqlite_path(database)

    assert path.with_name(f"{path.name}.receive.lock").stat().st_mode & 0o777 == 0o600


def test_out_of_reach_nobody_has_a_role(tmp_path):
    for url in (
        f"sqlite:///{tmp_path}/no/such/folder/izdeu.db",
        f"postgresql+psycopg://nobody@/none?host={tmp_path}",
    ):
        roles = Roles(url)
        assert roles.take("receive") is False
        assert roles.holds("receive") is False
        roles.release("receive")
        roles.close()


def test_waiting_for_a_lock_ends(tmp_path):
    path = tmp_path / "lock"
    with waiting_for(path, 1), pytest.raises(StoreBusy), waiting_for(path, 0.05):
        pass
    with waiting_for(path, 0):
        pass
    with pytest.raises(StoreBusy), waiting_for(tmp_path / "no" / "lock", 1):
        pass
