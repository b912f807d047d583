"""What must be done by one process at a time: polling, pacing, ticking, migrating.

The lock lives where the database lives, and dies with its holder: on SQLite the kernel
drops a file lock with the process, on PostgreSQL the server drops a session's locks with
its connection. So nobody has to guess from a clock whether a holder is still alive.
"""

import fcntl
import hashlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString

from sqlalchemy import make_url

from storage.engine import LOCK_ROLES, POSTGRES_LINE, sqlite_path
from storage.errors import StoreBusy

if TYPE_CHECKING:
    import psycopg

# The server gives a silent peer's locks away after 3 + 2 × 3 seconds. The peer itself, cut off but
# alive, learns it earlier: its own question fails after 5.
_SERVER_SIDE = (
    "-c tcp_keepalives_idle=3 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=9000"
)
_OWN_SIDE = {**POSTGRES_LINE, "keepalives_idle": 2, "keepalives_interval": 1, "tcp_user_timeout": 5_000}


def _lock_file(path: Path) -> int | None:
    """A descriptor that holds the lock on *path*; None when somebody else does."""
    held = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    return held


@contextmanager
def waiting_for(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock on *path*, waiting up to *patience* seconds for it.

    Raises:
        StoreBusy: Somebody else held it all the time, or the folder is out of reach.
    """
    until = time.monotonic() + patience
    try:
        while (held := _lock_file(path)) is None:
            if time.monotonic() > until:
                raise StoreBusy
            time.sleep(0.02)
    except OSError:
        raise StoreBusy from None
    try:
        yield
    finally:
        os.close(held)


class Roles:
    """The roles that this process has taken among all that share one database.

    All calls may come from any thread, and may wait some seconds for a lost database.

    Args:
        url: As `storage.engine.open_engine`.
    """

    def __init__(self, url: str) -> None:
        path = sqlite_path(url)
        self._keeper: _Files | _Session = _Session(url) if path is None else _Files(path)
        self._one_asks = threading.Lock()

    def take(self, name: str) -> bool:
        """Take a role. False when somebody else has it, or nobody can tell."""
        with self._one_asks:
            return self._keeper.still_has(name) or self._keeper.take(name)

    def holds(self, name: str) -> bool:
        """Whether the role is still ours; asks whoever keeps the lock, not our memory."""
        with self._one_asks:
            return self._keeper.still_has(name)

    def release(self, name: str) -> None:
        """Let somebody else have it."""
        with self._one_asks:
            self._keeper.drop(name)

    def close(self) -> None:
        """Let everything go."""
        with self._one_asks:
            self._keeper.close()


class _Files:
    """Locked files beside an SQLite database."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._held: dict[str, int] = {}

    def _path(self, name: str) -> Path:
        return self._database.with_name(f"{self._database.name}.{name}.lock")

    def take(self, name: str) -> bool:
        try:
            held = _lock_file(self._path(name))
        except OSError:
            return False
        if held is None:
            return False
        self._held[name] = held
        return self.still_has(name)

    def still_has(self, name: str) -> bool:
        held = self._held.get(name)
        if held is None:
            return False
        # Who removes the file lets another make and lock a new one: then ours binds nobody.
        with suppress(OSError):
            if os.path.samestat(os.fstat(held), os.stat(self._path(name))):
                return True
        self.drop(name)
        return False

    def drop(self, name: str) -> None:
        held = self._held.pop(name, None)
        if held is not None:
            os.close(held)

    def close(self) -> None:
        for name in list(self._held):
            self.drop(name)


class _Session:
    """Advisory locks of one PostgreSQL session: while it answers, they are ours."""

    def __init__(self, url: str) -> None:
        self._dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._line: psycopg.Connection | None = None
        self._held: set[str] = set()

    @staticmethod
    def _number(name: str) -> int:
        return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest(), "big", signed=True)

    def _ask(self, question: LiteralString, *values: int) -> object:
        """One answer from the server; without one, everything is lost."""
        import psycopg  # not at the top: SQLite does without it

        try:
            if self._line is None:
                self._line = psycopg.connect(self._dsn, autocommit=True, options=_SERVER_SIDE, **_OWN_SIDE)
            row = self._line.execute(question, values).fetchone()
        except psycopg.Error:
            self.close()
            return None
        return None if row is None else row[0]

    def take(self, name: str) -> bool:
        if self._ask("SELECT pg_try_advisory_lock(%s, %s)", LOCK_ROLES, self._number(name)) is not True:
            return False
        self._held.add(name)
        return True

    def still_has(self, name: str) -> bool:
        # A new session starts without locks, and without names in `_held`.
        return name in self._held and self._ask("SELECT true") is True

    def drop(self, name: str) -> None:
        if name in self._held:
            self._held.discard(name)
            self._ask("SELECT pg_advisory_unlock(%s, %s)", LOCK_ROLES, self._number(name))

    def close(self) -> None:
        self._held.clear()
        if self._line is not None:
            self._line.close()
            self._line = None
