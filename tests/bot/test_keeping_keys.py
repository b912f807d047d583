"""`izdeu keys`: what the steward sees and does; a wrong passphrase touches nothing."""

import sqlite3

import pytest

from storage import keys
from storage.errors import WrongPassphrase
from storage.locks import Roles
from tests.bot.test_cli import initialised, izdeu, steward  # noqa: F401  # fixtures

RIGHT = "correct horse battery staple"


@pytest.fixture
def ring(initialised):  # noqa: F811  # the fixture itself
    return initialised / "data" / "keys.db"


def test_status_tells_in_a_few_lines_what_there_is(ring):
    shown = izdeu("keys", "status")

    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [
        "Generation 1 of the keys; 0 reports have a key of their own.",
        "No rotation is going on.",
    ]


def test_a_rotation_waits_for_the_hotline_and_status_tells_of_it(ring):
    begun, again = izdeu("keys", "rotate"), izdeu("keys", "rotate")

    assert (begun.exit_code, again.exit_code) == (0, 0)
    assert begun.stdout.startswith("Generation 2 of the keys is made.")
    assert again.stdout == begun.stdout
    shown = izdeu("keys", "status")
    assert "A rotation is going on since" in shown.stdout
    assert "values left: 1," in shown.stdout  # a line of the audit log


def test_a_stopped_hotline_rotates_at_once(ring):
    done = izdeu("keys", "rotate", "--now")

    assert done.exit_code == 0
    assert "the old keys are destroyed" in done.stdout
    with sqlite3.connect(ring) as file:
        assert file.execute("SELECT name, epoch FROM keys ORDER BY name").fetchall() == [
            ("house", 2),
            ("lookup", 0),
        ]
    assert "No rotation is going on." in izdeu("keys", "status").stdout


def test_beside_a_running_hotline_it_is_not_done_at_once(ring):
    roles = Roles(f"sqlite:///{ring.parent}/izdeu.db")
    assert roles.take("tick")
    before = ring.read_bytes()

    refused = izdeu("keys", "rotate", "--now")
    roles.close()

    assert refused.exit_code == 3
    assert "The hotline is running" in refused.stderr
    assert ring.read_bytes() == before


def test_another_passphrase(ring):
    (ring.parent.parent / "new").write_text("кілт сөз\n")

    changed = izdeu("keys", "change-passphrase", "--new-file", str(ring.parent.parent / "new"))

    assert changed.exit_code == 0
    assert keys.unlock(ring.parent, "кілт сөз").fingerprint()
    with pytest.raises(WrongPassphrase):
        keys.unlock(ring.parent, RIGHT)
    assert izdeu("keys", "status").exit_code == 3


@pytest.mark.parametrize(
    "words",
    [("status",), ("rotate",), ("rotate", "--now"), ("change-passphrase", "--new-file", "passphrase")],
    ids=" ".join,
)
def test_a_wrong_passphrase_is_one_line_and_touches_nothing(ring, words):
    (ring.parent.parent / "passphrase").write_text("something else")
    before = ring.read_bytes(), (ring.parent / "izdeu.db").read_bytes()

    refused = izdeu("keys", *words)

    assert refused.exit_code == 3
    assert refused.stderr.splitlines() == ["The passphrase does not open the keys; nothing was touched."]
    assert (ring.read_bytes(), (ring.parent / "izdeu.db").read_bytes()) == before


@pytest.mark.parametrize("words", [("status",), ("rotate",), ("change-passphrase",)], ids=" ".join)
def test_without_keys_there_is_nothing_to_look_after(steward, words):  # noqa: F811  # the fixture itself
    refused = izdeu("keys", *words)

    assert refused.exit_code == 3
    assert "izdeu init" in refused.stderr


def test_a_new_passphrase_must_be_given(ring):
    refused = izdeu("keys", "change-passphrase")

    assert refused.exit_code == 3
    assert "--new-file" in refused.stderr
