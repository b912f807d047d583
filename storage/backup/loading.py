"""Puts the rows of a backup into a database that is not the house's own yet.

On SQLite that is a new file beside. On PostgreSQL it is one transaction: the tables that are there
move into a schema of their own, new ones are made in their place, and one commit changes over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, select, text

from storage import house, migrate
from storage.backup.archive import Reader
from storage.backup.opening import FILES, SAMPLE, Tried, sampled
from storage.backup.rows import as_they_are, count, put_in, read_part
from storage.backup.troubles import BackupDamaged, DatabaseDamaged
from storage.backup.verifying import Found, table_of
from storage.engine import LOCK_MIGRATION, open_engine, sqlite_url, troubles_told
from storage.errors import HouseInUse, SchemaTooNew
from storage.store import Tx
from storage.tables import metadata
from storage.vault import Vault

_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = 'izdeu' AND pid <> pg_backend_pid()"
)
_LOOKS = 30  # a tenth of a second apart


@contextmanager
def new_sqlite(path: Path) -> Iterator[Connection]:
    """A transaction in a new SQLite file; the file is whole and alone when this ends."""
    engine = open_engine(sqlite_url(path))
    try:
        with troubles_told(), engine.connect() as connection:
            # Rows come table by table; whether they point somewhere is asked at the end.
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


@contextmanager
def postgres_anew(url: str, aside: str) -> Iterator[tuple[Connection, bool]]:
    """A transaction in which the house's tables are out of the way; it is committed when this ends.

    Gives whether there were any, too.

    Args:
        aside: The schema that they move into, if there are any.

    Raises:
        HouseInUse: Somebody else is connected.
        SchemaTooNew: What is there was made by a newer version.
    """
    engine = open_engine(url)
    try:
        with troubles_told(), engine.connect() as connection, connection.begin():
            connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK_MIGRATION}, 0)"))
            if _others_stay(connection):
                raise HouseInUse
            if not migrate.known(migrate.stored(connection)):
                raise SchemaTooNew
            there = set(inspect(connection).get_table_names()) & {*metadata.tables, "alembic_version"}
            if there:
                connection.execute(text(f'CREATE SCHEMA "{aside}"'))
            for name in sorted(there):
                connection.execute(text(f'ALTER TABLE "{name}" SET SCHEMA "{aside}"'))
            yield connection, bool(there)
    finally:
        engine.dispose()


def _others_stay(connection: Connection) -> bool:
    """Whether somebody else is connected, and not only seen as that for a moment after being killed."""
    for _ in range(_LOOKS):
        if not connection.execute(_OTHERS).scalar():
            return False
        connection.execute(text("SELECT pg_sleep(0.1), pg_stat_clear_snapshot()"))
    return True


def load(connection: Connection, found: Found, reader: Reader, keep_file: Any) -> None:
    """Make the tables as they were at the backup's step, and put everything in its place.

    Args:
        keep_file: Gets each member that is a file.

    Raises:
        BackupDamaged: It is not what `examine` found in it.
    """
    migrate.walk_on(connection, found.head.step)
    tables = as_they_are(connection, list(found.head.tables))
    for member in reader.members():
        name = table_of(found.head, member)
        if name is None:
            keep_file(member)
            continue
        columns = found.head.tables[name]
        put_in(connection, tables[name], columns, read_part(member.whole(), len(columns)))
    if {name: count(connection, table) for name, table in tables.items()} != found.rows:
        raise BackupDamaged


def finish(connection: Connection, vault: Vault, folder: Path) -> Tried:
    """Bring it to this version's step and prove it, files of *folder* included.

    Raises:
        ForeignKeys: The keys belong to another house.
        DatabaseDamaged: What came of it does not hold together.
    """
    migrate.walk_on(connection)
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if lost is not None or connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
            raise DatabaseDamaged
    house.check(Tx(connection, vault))
    tried = Tried()
    for table in metadata.sorted_tables:
        if sampled(table.name):
            rows = connection.execute(select(table).limit(SAMPLE)).mappings()
            tried.rows(vault, table.name, [dict(row) for row in rows])
    attachments = metadata.tables["attachments"]
    kept = select(attachments).where(attachments.c.state == "kept").limit(FILES)
    for row in connection.execute(kept).mappings().all():
        tried.file(vault, folder, dict(row))
    tried.check()
    return tried
