"""`python -m tests.crash --kills 1000`: kill the bot so often, on every ground, and say what came of it."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.conftest import Postgres
from tests.crash.figures import summary
from tests.crash.grounds import GROUNDS, all_tried


def main() -> int:
    """Returns 0 when nothing was lost, doubled or left waiting, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="in all")
    parser.add_argument("--seed", type=int, default=None, help="of the plan; the moments differ all the same")
    parser.add_argument("--only", choices=[name for name, _, _ in GROUNDS], help="one ground only")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else int(time.time())
    print(f"seed {seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="izdeu-crash-", ignore_cleanup_errors=True) as folder:
        (Path(folder) / "pg").mkdir()
        server = Postgres(Path(folder) / "pg")
        try:
            figures = asyncio.run(
                all_tried(Path(folder), server.empty, asked.kills, Random(seed), only=asked.only, say=print)
            )
        finally:
            server.close()
    print(summary(figures, time.monotonic() - began))
    return 1 if any(one.wrong for one in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
