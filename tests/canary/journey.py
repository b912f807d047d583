"""One whole journey: the scenes in calm, a case erased, then everything that can fail; and what was found."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import psycopg

from storage import migrate
from storage.engine import sqlite_path, sqlite_url
from tests.canary import storm
from tests.canary.acts import BEFORE_THE_ERASING, Cast, a_case_is_erased
from tests.canary.house import canary_house, everything_logged, folders, temporary_files_in
from tests.canary.mint import Canary, Mint, told
from tests.canary.opening import Opened, every_key, open_all
from tests.canary.scan import Scanner
from tests.canary.seams import Seams
from tests.canary.sweep import Sweep
from tests.conftest import LonePostgres

_ELSEWHERE = ("secret",)  # the token goes with each request, the passphrase opens the keys


@dataclass
class Journey:
    """What was sent on its way, and what was found.

    Attributes:
        sealed: Which canaries were seen right before they were sealed.
        could: What a thief opened of the report, before it was erased, with the keys of then.
        can: And with all keys of now.
    """

    mint: Mint
    scanner: Scanner
    sweep: Sweep
    forced: storm.Forced = field(default_factory=storm.Forced)
    sealed: set[int] = field(default_factory=set)
    calm: int = 0
    erased: list[Canary] = field(default_factory=list)
    could: set[int] = field(default_factory=set)
    can: set[int] = field(default_factory=set)
    before: Opened = field(default_factory=Opened)
    after: Opened = field(default_factory=Opened)
    keys_left: int = 0
    log_lines: int = 0
    phases: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def lost(self) -> list[Canary]:
        """What was sent in the calm and never arrived."""
        sent = enumerate(self.mint.made[: self.calm])
        return [one for number, one in sent if number not in self.sealed and one.kind not in _ELSEWHERE]

    def leaks(self) -> list[str]:
        """Every canary outside a seal: in which file, of which kind, in which encoding."""
        return sorted(
            f"{place}: {self.scanner.canaries[hit.canary].kind} {hit.canary} as {hit.encoding}"
            for place, hits in self.sweep.found.items()
            for hit in hits
        )

    def figures(self) -> str:
        """In a few lines."""
        forced = self.forced
        return "\n".join(
            (
                f"{len(self.mint.made)} values {told(self.mint.made)}, {self.calm} of them in the calm",
                f"{self.scanner.forms} forms sought in {self.sweep.files} files, {self.sweep.vanished} of"
                f" them as they went, {self.sweep.read // 1024 // 1024} MiB read; {self.log_lines} log lines",
                f"{forced.all} errors forced: {forced.functions} functions, {forced.answers} answers of"
                f" Telegram, {forced.statements} statements, {forced.rows} rows, {forced.others} others",
                f"erased: {len(self.could)} of {len(self.erased)} values opened before, {len(self.can)}"
                f" after, with {self.after.keys} keys tried on {self.after.sealed} sealed values",
                ", ".join(f"{what} {seconds:.1f}" for what, seconds in self.phases.items()),
                f"{len(self.leaks())} leaks, {self.seconds:.1f} s",
            )
        )


async def travel(
    root: Path, database: str, server: Path | None, rounds: int, random: Random, printed: Callable[[], str]
) -> Journey:
    """Go the whole way.

    Args:
        root: An empty folder for all that the house writes.
        database: A migrated one.
        server: The data folder of the PostgreSQL server.
        rounds: Through the storm, at most.
        printed: What was written to standard output and error since it was last asked.
    """
    began = perf_counter()
    scanner = Scanner()
    mint = Mint(random, scanner.learn)
    ours = folders(root)
    sweep = Sweep(scanner, ours)
    journey = Journey(mint, scanner, sweep)
    seams = Seams(lambda: " ".join(one.said for one in mint.made[-12:]))
    phase = perf_counter()

    def looked(what: Any) -> None:
        """What was said since goes into a file, as a service manager keeps it; and every file is read."""
        nonlocal phase
        said = printed()
        journey.log_lines += said.count("\n")
        (root / "logs" / f"{len(journey.phases):02}-{what.__name__}").write_text(said)
        sweep.look()
        now = perf_counter()
        journey.phases[what.__name__] = now - phase
        phase = now

    with temporary_files_in(root / "tmp"), everything_logged(), seams.everywhere(), sweep:
        async with canary_house(root, database, mint) as house:
            house.arrivals.listen = scanner.values
            cast = Cast(house)
            for act in BEFORE_THE_ERASING:
                await act(cast)
                looked(act)
            journey.calm = len(mint.made)
            wrapped = await _erase(journey, cast, root)
            _checkpoint(database)
            looked(a_case_is_erased)
            journey.keys_left = _left(sweep, wrapped)
            for trouble in storm.TROUBLES_OF_ALL_KINDS:
                await trouble(cast, seams, journey.forced, rounds)
                looked(trouble)
            _checkpoint(database)
            sweep.look()
            journey.sealed = house.arrivals.seen
        sweep.look()
        sweep.let_go()
    if server is not None:
        sweep.folders = (*ours, server)
        sweep.look()
    sweep.note("standard output and error", printed().encode())
    journey.seconds = perf_counter() - began
    return journey


async def _erase(journey: Journey, cast: Cast, root: Path) -> list[bytes]:
    """Erase the case, and try to open its backup before and after. Returns its wrapped keys of before."""
    scratch = root / "thief"
    word = cast.house.passphrase.said
    journey.erased = cast.erased
    theirs = {journey.mint.made.index(one) for one in cast.erased}
    journey.before = open_all(
        cast.backup, every_key(_rings(journey, root), word, scratch / "1"), scratch / "1"
    )
    journey.could = theirs & _values(journey.scanner, journey.before)
    wrapped = _wrapped(root / "data" / "keys.db")
    await a_case_is_erased(cast)
    assert cast.backup.exists(), "the data stay"
    journey.after = open_all(
        cast.backup, every_key(_rings(journey, root), word, scratch / "2"), scratch / "2"
    )
    journey.can = theirs & _values(journey.scanner, journey.after)
    gone = _wrapped(root / "data" / "keys.db")
    return [key for name, key in wrapped.items() if name not in gone]


def _rings(journey: Journey, root: Path) -> list[bytes]:
    """Every keyring that there is now, the house's own and those of backups."""
    paths = [root / "data" / "keys.db", *(root / "key-backups").iterdir()]
    return [journey.sweep.content(one) for one in paths]


def _values(scanner: Scanner, opened: Opened) -> set[int]:
    return {value for plain in opened.plain for value in scanner.values(plain)}


def _wrapped(ring: Path) -> dict[str, bytes]:
    with closing(sqlite3.connect(f"{ring.absolute().as_uri()}?mode=ro", uri=True)) as file:
        return dict(file.execute("SELECT name, wrapped FROM keys WHERE epoch > 0").fetchall())


def _left(sweep: Sweep, wrapped: list[bytes]) -> int:
    """In how many files one of these wrapped keys still stands."""
    assert wrapped, "a key was destroyed"
    files = [one for folder in sweep.folders for one in folder.rglob("*") if one.is_file()]
    contents = map(sweep.content, files)
    return sum(any(key in content for key in wrapped) for content in contents)


def _checkpoint(database: str) -> None:
    """What was committed is in the file itself."""
    path = sqlite_path(database)
    if path is None:
        with psycopg.connect(database.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
        return
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def place(kind: str, root: Path, pattern: Path | None) -> Iterator[tuple[str, Path | None]]:
    """A migrated database, and the folder of its server if it has one of its own."""
    if kind == "sqlite":
        data = root / "data"
        data.mkdir(mode=0o700)
        url = sqlite_url(data / "izdeu.db")
        if pattern is None:
            migrate.upgrade(url)
        else:
            shutil.copy(pattern, data / "izdeu.db")
        yield url, None
        return
    with tempfile.TemporaryDirectory(prefix="izdeu-pg-", ignore_cleanup_errors=True) as folder:
        server = LonePostgres(Path(folder))
        try:
            migrate.upgrade(server.address)
            yield server.address, Path(folder)
        finally:
            server.close()
