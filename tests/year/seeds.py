"""What hangs on cases in the year: of each kind that is watched by the clock, some.

A new kind of matter with a watch needs a row here, or the year refuses to begin.
"""

from collections.abc import Callable
from datetime import datetime
from random import Random

from handlers.rules import translating
from storage import matters
from storage.records import Case, MatterKind
from storage.store import Tx

Seed = Callable[[Tx, Case, Random, datetime, str], None]
"""Adds one to a case, entered by somebody of the team."""


def _translation(tx: Tx, case: Case, random: Random, now: datetime, author: str) -> None:
    letter = {"text": "made up", "language": "en"}
    body = {"letter": letter, "shown": "made up", "code": case.code, "from": "en", "to": "kk"}
    later = now + translating.PATIENCE
    matters.add(tx, case.id, MatterKind.UPDATE, body, now, author_id=author, watch_at=later)


SEEDS: dict[MatterKind, Seed] = {MatterKind.UPDATE: _translation}
