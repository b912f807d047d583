"""Whole cases that are open, for scenes that have a few."""

from collections.abc import Sequence

from storage import cases, queue
from storage.records import Case
from storage.store import Tx

_MOST = 20


def open_cases(tx: Tx) -> Sequence[Case]:
    """Them, by the day by which their families must hear."""
    found = [cases.by_id(tx, one.case_id) for one in queue.every(tx, _MOST)]
    return [one for one in found if one is not None]
