"""What coordinators hear about the machine when whoever looks after it may not have noticed."""

from datetime import datetime

from handlers.context import Speech
from handlers.rules.office import Office
from handlers.saying import msg
from storage import audit, people
from storage.records import Lane, Role
from storage.store import Tx

_INSTEAD = frozenset({"outings"})  # where somebody must do at once what the machine does not


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


def job_failing(tx: Tx, office: Office, now: datetime, name: str, since: datetime, *, at_night: bool) -> bool:
    """Tell every coordinator that something the hotline does by itself does not work.

    Args:
        name: Of the job; what it does is the text `job-<name>`.
        since: When it first failed.
        at_night: Also where it is night, at the office or where she lives.

    Returns:
        Whether anybody is told.
    """
    if not at_night and not office.may_push(now):
        return False
    speech = Speech(tx, now, f"job-failing/{name}/{since:%Y%m%dT%H%M%S.%f}")
    said = [msg("job-failing", what=msg(f"job-{name}"), name=name, at=since)]
    said += [msg(f"job-instead-{name}")] if name in _INSTEAD else []
    readers = people.with_role(tx, Role.COORDINATOR)
    for one in readers:
        by_day = None if at_night else office.by_day(one, now)
        speech.to(one, *said, msg("job-failing-next"), lane=Lane.ALERT, by_day=by_day)
    if readers:
        audit.write(tx, None, "job-failing", None, now, details={"job": name})
    return bool(readers)


def job_works(tx: Tx, office: Office, now: datetime, name: str) -> bool:
    """Tell every coordinator that it works again; by day, for it needs nobody.

    Returns:
        As `job_failing`.
    """
    speech = Speech(tx, now, f"job-works/{name}/{now:%Y%m%dT%H%M%S.%f}", by_day=office.by_day)
    readers = people.with_role(tx, Role.COORDINATOR)
    for one in readers:
        speech.to(one, msg("job-works", what=msg(f"job-{name}")), lane=Lane.NOTICE)
    return bool(readers)
