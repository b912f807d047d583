"""Nothing that was told is readable at rest: not in the database, its logs, the keys, the files."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from storage import attachments, inbox, keys, migrate, outbox
from storage.engine import sqlite_path
from storage.files import Files
from storage.store import Store
from storage.tables import metadata
from tests.storage import scenes

ROOT = Path(__file__).parents[2]


def _needles() -> dict[str, bytes]:
    """Every word that was told, as it could stand on a disk."""
    found = {}
    for word in (
        *scenes.NAME.split("-"),
        *scenes.NAME.split(),
        scenes.TEXT,
        *scenes.TEXT.split(", "),
        scenes.PHONE,
        scenes.TOKEN,
    ):
        found[f"{word} utf-8"] = word.encode()
        found[f"{word} utf-16"] = word.encode("utf-16-le")
        found[f"{word} json"] = word.encode("ascii", "backslashreplace")
        found[f"{word} hex"] = word.encode().hex().encode()
    for number in (scenes.ACCOUNT, scenes.CHAT, scenes.ACCOUNT + 10, scenes.CHAT + 10):
        found[f"{number} digits"] = str(number).encode()
        found[f"{number} integer"] = number.to_bytes(8, "big")[2:]
        found[f"{number} reversed"] = number.to_bytes(8, "little")[:6]
    return found


def _readable(content: bytes) -> list[str]:
    return [name for name, needle in _needles().items() if needle in content]


def test_the_needles_are_found_where_they_stand():
    raw = f"{scenes.NAME}|{scenes.TEXT}|{scenes.PHONE}|{scenes.TOKEN}|{scenes.CHAT}".encode()

    assert len(_readable(raw)) >= 10


def _found(folders):
    paths = [path for folder in folders for path in (folder, *folder.rglob("*")) if path.is_file()]
    return {path.name: _readable(path.read_bytes()) for path in paths}


def _every_column(tx):
    for table in metadata.sorted_tables:
        for row in tx.connection.execute(select(table)).all():
            for value in row:
                yield bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _server_files(store, postgres):
    """Where PostgreSQL keeps this database, and the end of its log of changes."""

    def ask(tx):
        return tx.connection.exec_driver_sql(
            "SELECT oid, pg_walfile_name(pg_current_wal_lsn()) FROM pg_database"
            " WHERE datname = current_database()"
        ).one()

    oid, log = store.write_now(ask)
    postgres.admin.execute("CHECKPOINT")
    return [postgres.server.pgdata / "base" / str(oid), postgres.server.pgdata / "pg_wal" / log]


def test_nothing_told_is_readable_on_the_disk(tmp_path, request, database_kind):
    """The whole data folder, byte by byte, and for PostgreSQL the server's own files and log of changes."""
    url = (
        f"sqlite:///{tmp_path}/izdeu.db" if database_kind == "sqlite" else request.getfixturevalue("database")
    )
    migrate.upgrade(url)
    opened = keys.create(tmp_path, scenes.TOKEN, cost=16)
    store = Store(url, opened)
    scene = store.write_now(scenes.fill)
    (photo,) = store.write_now(lambda tx: attachments.by_ids(tx, [scene.attachment]))
    Files(tmp_path).write(photo.keys[0], scene.attachment, [f"{scenes.NAME} {scenes.TEXT}".encode() * 1000])
    columns = store.write_now(lambda tx: list(_every_column(tx)))
    around = [] if database_kind == "sqlite" else _server_files(store, request.getfixturevalue("postgres"))

    while_open = _found([tmp_path, *around])
    store.close()
    afterwards = _found([tmp_path])

    assert len(columns) > 150
    assert _readable(b"|".join(columns)) == []
    assert {path: found for path, found in (while_open | afterwards).items() if found} == {}
    assert {"keys.db", scene.attachment} < set(while_open)
    assert "izdeu.db-wal" in while_open or "PG_VERSION" in while_open


def test_only_the_owner_may_read_the_files(tmp_path, vault):
    url = f"sqlite:///{tmp_path}/izdeu.db"
    migrate.upgrade(url)
    store = Store(url, vault)
    store.write_now(scenes.fill)

    modes = {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir()}
    store.close()

    assert set(modes) >= {"izdeu.db", "izdeu.db-wal", "izdeu.db-shm"}
    assert set(modes.values()) == {0}


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
def test_what_was_handled_leaves_no_ciphertext_behind(store, database):
    """A handled update and a sent message are overwritten, not only unlinked."""

    def sealed_bodies(tx):
        store_inbox = tx.connection.exec_driver_sql("SELECT body FROM inbox WHERE state = 'waiting'")
        store_outbox = tx.connection.exec_driver_sql("SELECT body FROM outbox WHERE unique_key = 'unsaid'")
        return [row[0] for row in (*store_inbox, *store_outbox)]

    chat = store.vault.lookup("chat", scenes.CHAT)

    def arrive(tx):
        inbox.keep(tx, [scenes.incoming(1, chat, b"x" * 900)])
        outbox.add(tx, [scenes.outgoing("unsaid")], scenes.NOW)
        return sealed_bodies(tx)

    bodies = store.write_now(arrive)

    def handle(tx):
        inbox.done(tx, inbox.next_in(tx, chat), scenes.NOW)
        (one,) = outbox.claim(tx, scenes.Lane.REPLY, 1, scenes.NOW, scenes.NOW)
        outbox.settle(tx, one.id, "sent", scenes.NOW)

    store.write_now(handle)
    store.close()

    content = sqlite_path(database).read_bytes()
    assert len(bodies) == 2
    assert [body in content for body in bodies] == [False, False]


def test_no_error_of_the_driver_shows_what_was_written(database):
    """A traceback may reach a log: it carries statements, never their values."""
    shown = subprocess.run(  # noqa: S603  # our own words only
        [
            sys.executable,
            "-c",
            "import sys; from storage.store import Store; from storage.vault import Vault\n"
            "from storage import cases; from tests.storage import scenes\n"
            "store = Store(sys.argv[1], Vault(bytes(32)))\n"
            f"case = scenes.a_case(owner_id={scenes.TOKEN[:8]!r})\n"
            "store.write_now(lambda tx: cases.add(tx, case))",
            database,
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    assert "IntegrityError" in shown.stderr
    assert scenes.NAME not in shown.stderr
    assert "parameters hidden" in shown.stderr
