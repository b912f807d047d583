"""What hangs on cases in the year: of each kind that is watched by the clock, some.

A new kind of matter with a watch needs a row here, or the year refuses to begin.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from handlers.intake.fields import day_value
from handlers.rules import telling, translating
from handlers.rules.claims import What
from storage import matters
from storage.records import Case, Json, MatterKind
from storage.store import Tx

Seed = Callable[[Tx, Case, Random, datetime, str], None]
"""Adds one to a case, entered by somebody of the team."""


def _some_day(random: Random, now: datetime) -> dict[str, Any]:
    """In the year that is to come."""
    return day_value((now + timedelta(days=random.randint(2, 360))).date().isoformat())


def _watched(kind: MatterKind, body: Callable[[Random, datetime, str], Json]) -> Seed:
    """One that the clock looks at from tomorrow on."""

    def add(tx: Tx, case: Case, random: Random, now: datetime, author: str) -> None:
        first = now + timedelta(days=1, hours=random.randint(0, 23))
        matters.add(tx, case.id, kind, body(random, now, author), now, author_id=author, watch_at=first)

    return add


def _translation(tx: Tx, case: Case, random: Random, now: datetime, author: str) -> None:
    letter = {"text": "made up", "language": "en"}
    body = {"letter": letter, "shown": "made up", "code": case.code, "from": "en", "to": "kk"}
    later = now + translating.PATIENCE
    matters.add(tx, case.id, MatterKind.UPDATE, body, now, author_id=author, watch_at=later)


def _term(random: Random, now: datetime, _author: str) -> Json:
    start = _some_day(random, now - timedelta(days=30))
    length = {"count": random.choice((3, 10, 15, 40)), "unit": "days", "length": "own"}
    return {"kind": "administrative", "start": start, "end": None, "note": None, **length}


def _fine(random: Random, now: datetime, _author: str) -> Json:
    return {"answers": {"due": {"value": _some_day(random, now), "text": "", "files": []}}}


def _petition(random: Random, now: datetime, _author: str) -> Json:
    sent = {"value": _some_day(random, now - timedelta(days=20)), "text": "", "files": []}
    return {"answers": {"to": {"value": "prosecutor", "text": "", "files": []}, "sent": sent}}


def _news(_random: Random, _now: datetime, author: str) -> Json:
    return telling.kept(telling.News(What.SENTENCED, telling.Step.ASKED, author))


SEEDS: dict[MatterKind, Seed] = {
    MatterKind.UPDATE: _translation,
    MatterKind.TERM: _watched(MatterKind.TERM, _term),
    MatterKind.FINE: _watched(MatterKind.FINE, _fine),
    MatterKind.PETITION: _watched(MatterKind.PETITION, _petition),
    MatterKind.SUBMISSION: _watched(MatterKind.SUBMISSION, lambda *_: {"window": True}),
    MatterKind.NEWS: _watched(MatterKind.NEWS, _news),
}
