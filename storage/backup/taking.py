"""Takes a backup of a house while people write to it.

Rows are read in one transaction that sees one moment. The keys are copied right after that moment
has begun, so they open every row of it. Files come last: all that the rows call kept are there by
then, unless they were erased meanwhile, and what came later is harmless, for no row speaks of it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from storage import house, migrate
from storage.backup import keeping, keyring
from storage.backup.archive import Writer
from storage.backup.durable import new_file, remove_tree, sync_folder
from storage.backup.keyring import Unlock
from storage.backup.opening import seal_end
from storage.backup.rows import parts
from storage.backup.troubles import DatabaseDamaged, KeysInRotation
from storage.backup.verifying import FILE, Found, examine
from storage.engine import open_engine, troubles_told
from storage.store import Tx
from storage.tables import metadata
from storage.vault import Vault

_PIECE = 1024 * 1024

At = Callable[[str], None]
"""Hears of every step, and may end the work by raising."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was taken and read back.

    Attributes:
        sealed: Whether its end is sealed, so that nobody can alter it unseen.
        keys_open: Whether its copy of the keys was opened with the passphrase.
    """

    data: Path
    keys: Path
    found: Found
    sealed: bool
    keys_open: bool


def _silent(_step: str) -> None:
    pass


def take(
    url: str,
    data_dir: Path,
    to: Path,
    keys_to: Path,
    now: datetime,
    *,
    vault: Vault | None,
    unlock: Unlock | None,
    at: At = _silent,
) -> Taken:
    """Take a backup, read it back, and only then give it its name.

    Args:
        to: The folder for the data; made where it is missing.
        keys_to: The folder for the keys.
        vault: Seals the end, and opens a sample; None where nobody knows the passphrase.
        unlock: Opens the copy of the keys, to be sure of it.

    Raises:
        SchemaMismatch: The database is of another version.
        ForeignKeys: The vault, or the copy of the keys, belongs to another database.
        KeysInRotation: The keys are being renewed; it is to be tried again when that is done.
        BackupTrouble: The database or its keys are damaged.
        StoreTrouble: The database is out of reach.
        OSError: The disk is full, or a folder cannot be written; nothing of it stays.
    """
    migrate.check(url)
    for folder in (to, keys_to):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        keeping.drop_halves(folder, now)
    data, keys = to / keeping.data_name(now), keys_to / keeping.keys_name(now)
    if data.exists() or keys.exists():
        raise FileExistsError(17, "There is a backup of this very second already", str(data))
    half, half_keys = keeping.half_of(data), keeping.half_of(keys)
    # Keys and data stay apart also while they are proven.
    sample, ring = to / keeping.proof_name(now), keys_to / keeping.ring_name(now)
    try:
        at("begun")
        before = keyring.generation(data_dir)
        with _moment(url) as connection:
            if vault is not None:
                house.check(Tx(connection, vault))
            at("moment")
            keyring.copy_out(data_dir, half_keys)
            at("keys-copied")
            with new_file(half) as out:
                _write(Writer(out, now), connection, data_dir, now, vault, at)
        # Rows and files were read one after the other, and must be sealed with keys of one copy.
        if keyring.generation(data_dir) != before:
            raise KeysInRotation
        at("written")
        sample.mkdir(mode=0o700)
        # Opened with the keys as they were copied, where somebody knows the passphrase.
        copied = vault if unlock is None else keyring.opened(half_keys, ring, unlock)
        found = examine(half, copied, sample, at)
        at("verified")
        # The data last: where they have their name, their keys have theirs.
        os.rename(half_keys, keys)
        sync_folder(keys_to)
        at("keys-named")
        os.rename(half, data)
        sync_folder(to)
        at("named")
    except BaseException:
        half.unlink(missing_ok=True)
        if half_keys.exists():
            keyring.destroy(half_keys)
        raise
    finally:
        remove_tree(sample)
        remove_tree(ring)
    return Taken(data, keys, found, vault is not None, unlock is not None)


@contextmanager
def _moment(url: str) -> Iterator[Connection]:
    """A connection that sees the database as it is now, whatever others write meanwhile."""
    engine = open_engine(url, writer=False)
    try:
        with troubles_told(), engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                with connection.begin():
                    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
                        raise DatabaseDamaged
                    yield connection
                return
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                # A slow disk keeps the server waiting, and nobody waits for what only reads.
                connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
                connection.exec_driver_sql("SELECT count(*) FROM house")
                yield connection
    finally:
        engine.dispose()


def _write(
    writer: Writer, connection: Connection, data_dir: Path, now: datetime, vault: Vault | None, at: At
) -> None:
    tables = metadata.sorted_tables
    writer.head(
        {
            "step": migrate.HEAD,
            "made_at": now.isoformat(),
            "database": connection.dialect.name,
            "tables": {table.name: [column.name for column in table.columns] for table in tables},
        }
    )
    rows = dict.fromkeys((table.name for table in tables), 0)
    row_bytes = 0
    for table in tables:
        for number, (part, lines) in enumerate(parts(connection, table)):
            writer.add(f"tables/{table.name}/{number:06}", len(part), [part])
            rows[table.name] += lines
            row_bytes += len(part)
            at("rows")
    at("rows-written")
    files = 0
    for name, path in _sealed_files(data_dir):
        files += _add_file(writer, name, path)
        at("file")
    seal = None if vault is None else lambda note, digest: seal_end(vault, note, digest)
    writer.end({"rows": rows, "row_bytes": row_bytes, "files": files}, seal)


def _sealed_files(data_dir: Path) -> Iterator[tuple[str, Path]]:
    """Names in the archive and paths of all files that are whole; what a fetch has half written is not."""
    folder = data_dir / "files"
    if not folder.is_dir():
        return
    for drawer in sorted(folder.iterdir()):
        if not drawer.is_dir() or drawer.is_symlink():
            continue
        for name in sorted(os.listdir(drawer)):
            whole = f"files/{drawer.name}/{name}"
            if FILE.fullmatch(whole) and not name.endswith(".part"):
                yield whole, drawer / name


def _add_file(writer: Writer, name: str, path: Path) -> bool:
    """Whether it was still there. A file is only ever replaced whole, so an open one does not change."""
    try:
        held = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    with open(held, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        writer.add(name, size, iter(lambda: file.read(_PIECE), b""))
    return True
