"""What was erased after a backup was made comes back with its rows, but not with its key; it goes again.

A backup of the data can be restored with younger keys. Reports whose key is gone were erased since:
nothing of them opens, and what is left of them would only stand in the way.
"""

from datetime import datetime

from sqlalchemy import select, union

from storage import assignments, attachments, cases, drafts, entries, erasures, incidents, matters, tasks
from storage.errors import KeyGone
from storage.store import Tx
from storage.tables import attachments as files
from storage.tables import cases as sent
from storage.tables import drafts as begun

CLOCK = "clock"  # whoever erased it before is not known here


def sweep(tx: Tx, now: datetime) -> int:
    """Erase all reports whose key is gone; their files go when the house next runs. Returns how many."""
    cases_now = set(tx.connection.execute(select(sent.c.id)).scalars())
    # A draft that was sent, or that adds to a case, has the key of the case.
    alone = begun.c.case_id.is_(None) & (begun.c.state == "open")
    names = union(
        select(sent.c.id),
        select(begun.c.id).where(alone),
        select(files.c.report_id).where(files.c.report_id.is_not(None)),
    )
    gone = [name for name in tx.connection.execute(names).scalars().all() if _is_gone(tx, name)]
    for name in gone:
        attachments.erase(tx, attachments.of_report(tx, name))
        if name in cases_now:
            entries.erase_of_case(tx, name)
            matters.erase_of_case(tx, name)
            tasks.erase_of_case(tx, name)
            assignments.erase_of_case(tx, name)
            incidents.erase_of_case(tx, name)
            drafts.erase_of(tx, name)
            cases.erase(tx, name)
        else:
            tx.connection.execute(begun.delete().where(begun.c.id == name, alone))
        erasures.begin(tx, "case" if name in cases_now else "draft", name, now, by=CLOCK)
    return len(gone)


def _is_gone(tx: Tx, report_id: str) -> bool:
    try:
        tx.vault.of(report_id)
    except KeyGone:
        return True
    return False
