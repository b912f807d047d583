"""The bots that are measured, and how each is started."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from bot.sandbox.world import TOKEN
from storage import migrate
from tests.conftest import LonePostgres

_ENDS_WITHIN = 15.0  # seconds
ROOT = Path(__file__).parent.parent.parent
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
_PEERS = Path(__file__).parent / "peers"
_PASSPHRASE = "made up for a measurement"  # noqa: S105 -- guards nothing


@dataclass(frozen=True, slots=True)
class Contestant:
    """One bot with one database.

    Attributes:
        name: In the tables.
        command: Starts it.
        ours: Knows languages and forms; the others say back what they hear.
        postgres: Keeps things in PostgreSQL.
        real: Exactly what an operator starts; with its limits, so only its start and its rest are looked at.
    """

    name: str
    command: tuple[str, ...]
    ours: bool = False
    postgres: bool = False
    real: bool = False
    extra: tuple[tuple[str, str], ...] = ()


def _peer(name: str, file: str, **extra: str) -> Contestant:
    return Contestant(name, (str(PEERS_PYTHON), str(_PEERS / file)), extra=tuple(extra.items()))


OURS = (
    Contestant("izdeu, SQLite", (sys.executable, "-m", "tests.bench.house"), ours=True),
    Contestant("izdeu, PostgreSQL", (sys.executable, "-m", "tests.bench.house"), ours=True, postgres=True),
)
REAL = (
    Contestant("izdeu, SQLite", (sys.executable, "-m", "bot", "run"), ours=True, real=True),
    Contestant(
        "izdeu, PostgreSQL", (sys.executable, "-m", "bot", "run"), ours=True, postgres=True, real=True
    ),
)
PEERS = (
    _peer("python-telegram-bot, SQLAlchemy", "ptb_sqlalchemy.py", BENCH_CONCURRENT="1"),
    _peer("python-telegram-bot, sqlite3", "ptb_sqlite.py"),
    _peer("aiogram, SQLAlchemy", "aiogram_sqlalchemy.py"),
    _peer("aiogram, sqlite3", "aiogram_sqlite.py"),
)
"""Each as it is faster: what waits for a thread gains from concurrent updates, what does not loses."""

SLOWER = (
    _peer("python-telegram-bot, SQLAlchemy, one at a time", "ptb_sqlalchemy.py"),
    _peer("python-telegram-bot, sqlite3, concurrent", "ptb_sqlite.py", BENCH_CONCURRENT="1"),
)
"""The other way round, for whoever doubts it."""


class Databases:
    """A fresh place for each run: a data folder with keys, a database in a real PostgreSQL (fsync on)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: LonePostgres | None = None
        self._place: tempfile.TemporaryDirectory[str] | None = None
        self._count = 0
        self._pattern = folder / "pattern"
        self._pattern.mkdir()
        (folder / "passphrase").write_text(_PASSPHRASE, encoding="utf-8")
        command = (sys.executable, "-m", "bot", "init")
        environment = self._ours(self._pattern, None, "http://127.0.0.1:9")
        subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own

    def _ours(self, data: Path, database: str | None, api_url: str) -> dict[str, str]:
        given = {
            "IZDEU_TOKEN": TOKEN,
            "IZDEU_API_URL": api_url,
            "IZDEU_DATA_DIR": str(data),
            "IZDEU_PASSPHRASE_FILE": str(self._folder / "passphrase"),
            "IZDEU_LOG_LEVEL": "WARNING",
        }
        if database is not None:
            given["IZDEU_DATABASE_URL"] = database
        return {**_environment(), **given}

    def fresh(self, one: Contestant, api_url: str) -> dict[str, str]:
        """The environment in which *one* finds an empty database."""
        self._count += 1
        place = self._folder / f"run-{self._count}"
        if not one.ours:
            place.mkdir()
            given = {"BENCH_TOKEN": TOKEN, "BENCH_URL": api_url, "BENCH_FILE": str(place / "bot.db")}
            return {**_environment(), **given, **dict(one.extra)}
        shutil.copytree(self._pattern, place)
        database = None
        if one.postgres:
            (place / "izdeu.db").unlink()
            database = self._postgres()
        return self._ours(place, database, api_url)

    def _postgres(self) -> str:
        if self._server is None:
            # A folder of its own: started by root, the server is another user and must reach it.
            self._place = tempfile.TemporaryDirectory(prefix="izdeu-pg-", ignore_cleanup_errors=True)
            self._server = LonePostgres(Path(self._place.name))
        address = make_url(self._server.address)
        name = f"run_{self._count}"
        plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as admin:
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        url = address.set(database=name).render_as_string(hide_password=False)
        migrate.upgrade(url)
        return url

    def close(self) -> None:
        """Stop the server."""
        if self._server is not None and self._place is not None:
            self._server.close()
            self._place.cleanup()


def _environment() -> dict[str, str]:
    """This process's environment, without settings that somebody made for a bot of theirs."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("IZDEU_", "BENCH_")) and not name.lower().endswith("_proxy")
    }


@contextmanager
def databases(folder: Path) -> Iterator[Databases]:
    """Databases in *folder*, until the end of the run."""
    made = Databases(folder)
    try:
        yield made
    finally:
        made.close()


async def end(process: asyncio.subprocess.Process) -> None:
    """Ask a bot's process to end, and kill it where it does not."""
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGINT)
    try:
        await asyncio.wait_for(process.wait(), _ENDS_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()
