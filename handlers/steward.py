"""What coordinators hear about the machine when whoever looks after it may not have noticed."""

from datetime import datetime

from handlers.context import Speech
from handlers.rules.office import Office
from handlers.saying import msg
from storage import audit, people
from storage.records import Lane, Role
from storage.store import Tx


def backup_failed(tx: Tx, office: Office, now: datetime, last: datetime | None) -> bool:
    """Tell every coordinator that no backup can be made.

    Args:
        last: When the last good one was begun.

    Returns:
        Whether there was anybody to tell.
    """
    speech = Speech(tx, now, f"backup-failed/{now:%Y%m%dT%H%M%S}", by_day=office.by_day)
    what = msg("backup-failed-never") if last is None else msg("backup-failed", at=last)
    readers = people.with_role(tx, Role.COORDINATOR)
    for one in readers:
        speech.to(one, what, msg("backup-failed-next"), lane=Lane.ALERT)
    if readers:
        audit.write(tx, None, "backup-failed", None, now)
    return bool(readers)
