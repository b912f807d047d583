"""What hangs on cases and is due by the clock: each kind is looked after by its own watch."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers.command import Watch
from handlers.context import Speech
from handlers.rules.office import Office
from storage import audit, cases, matters
from storage.errors import SealBroken
from storage.records import MatterKind
from storage.store import Tx

_AT_ONCE = 20
_LATER = timedelta(days=1)


def tend_matters(tx: Tx, office: Office, now: datetime, watches: Mapping[MatterKind, Watch]) -> int:
    """Look after what is due, some at a time; returns how many it were.

    What was looked at is due again later than *now*, whatever its watch has done: nothing is
    said twice in one run, and nothing that goes wrong with one holds up the others.
    """
    due = matters.due(tx, now, _AT_ONCE)
    for one in due:
        try:
            with tx.savepoint():
                case = cases.by_id(tx, one.case_id)
                assert case is not None, "a matter goes with its case"
                speech = Speech(tx, now, f"matter/{one.id}/{one.revision}", by_day=office.by_day)
                watches[one.kind].run(speech, office, one, case)
                after = matters.by_id(tx, one.id)
                if after is None or after.watch_at is None or after.watch_at > now:
                    continue
        except SealBroken:
            audit.write(tx, None, "matter-unreadable", one.id, now)
        matters.put_off(tx, one.id, now + _LATER)
    return len(due)
