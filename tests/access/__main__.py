"""The long run: forged presses, guessed invitations, and what a clock can tell.

python -m tests.access --presses 10000 --guesses 10000 --timed 1000 --on sqlite
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from storage import migrate
from storage.engine import sqlite_url
from storage.store import Store
from storage.vault import KEY_BYTES, Vault
from tests.access.attempts import Outcome, guess_all, press_all, told
from tests.access.ground import Ground
from tests.access.timing import figures
from tests.conftest import KINDS, Postgres


def main() -> int:
    """Run, print what was found; exit code 1 where anything changed."""
    asked = argparse.ArgumentParser(prog="python -m tests.access", description=__doc__)
    asked.add_argument("--presses", type=int, default=10_000)
    asked.add_argument("--guesses", type=int, default=10_000)
    asked.add_argument("--timed", type=int, default=1_000, help="presses of each kind to be timed")
    asked.add_argument("--on", choices=[*KINDS, "both"], default="both")
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args()
    bad = 0
    for kind in KINDS if chosen.on == "both" else (chosen.on,):
        with _store(kind) as store:
            bad += _report(
                f"{kind}: presses", lambda s=store: press_all(Ground(s), chosen.presses, chosen.seed)
            )
        with _store(kind) as store:
            bad += _report(
                f"{kind}: guesses",
                lambda s=store: guess_all(Ground(s), chosen.guesses, chosen.seed, accounts=400),
            )
        if chosen.timed:
            with _store(kind) as store:
                print(f"{kind}: not yours, not there, difference, how often the first took longer")
                for line in figures(Ground(store), chosen.timed):
                    print(line, flush=True)
    return 1 if bad else 0


def _report(title: str, run: object) -> int:
    began = perf_counter()
    outcome = run()  # type: ignore[operator]
    assert isinstance(outcome, Outcome)
    print(f"{title}, {outcome.answers.total():,} in {perf_counter() - began:,.0f} s")
    print(f"  changed: {', '.join(outcome.changed) or 'nothing'}")
    for line in told(outcome.answers):
        print(line, flush=True)
    return len(outcome.changed)


@contextmanager
def _store(kind: str) -> Iterator[Store]:
    with tempfile.TemporaryDirectory(prefix="izdeu-access-", ignore_cleanup_errors=True) as folder:
        server = Postgres(Path(folder)) if kind == "postgresql" else None
        url = server.fresh() if server is not None else sqlite_url(Path(folder) / "izdeu.db")
        if server is None:
            migrate.upgrade(url)
        store = Store(url, Vault(bytes(range(KEY_BYTES))))
        yield store
        store.close()
        if server is not None:
            server.close()


if __name__ == "__main__":
    sys.exit(main())
