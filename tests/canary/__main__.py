"""The long run: through the storm until no function is reached that has not failed.

python -m tests.canary --rounds 20 --on sqlite
"""

import argparse
import asyncio
import io
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

from tests.canary.journey import Journey, place, travel
from tests.conftest import KINDS


def main() -> int:
    """Run, print what was found; exit code 1 where anything was."""
    asked = argparse.ArgumentParser(prog="python -m tests.canary", description=__doc__)
    asked.add_argument("--rounds", type=int, default=12, help="through the storm, at most; more than 1")
    asked.add_argument("--on", choices=[*KINDS, "both"], default="both")
    given = asked.parse_args()
    good = True
    for kind in KINDS if given.on == "both" else (given.on,):
        with tempfile.TemporaryDirectory(prefix="izdeu-canary-") as folder:
            journey = _journey(kind, Path(folder), given.rounds)
        print(f"{kind}: {journey.figures()}", *journey.leaks(), sep="\n", flush=True)
        good = good and not (journey.leaks() or journey.lost or journey.can or journey.keys_left)
    return 0 if good else 1


def _journey(kind: str, root: Path, rounds: int) -> Journey:
    heard = io.StringIO()

    def printed() -> str:
        said = heard.getvalue()
        heard.seek(0)
        heard.truncate()
        return said

    with redirect_stdout(heard), redirect_stderr(heard), place(kind, root, None) as (database, server):
        return asyncio.run(travel(root, database, server, rounds, Random(), printed))


if __name__ == "__main__":
    sys.exit(main())
