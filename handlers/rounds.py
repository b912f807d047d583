"""What the hotline does by the clock, each for one job of the schedule, in the transaction that it brings."""

from datetime import datetime

from handlers import (
    assigning,
    audit_head,
    caring,
    casting,
    erasing,
    guarding,
    lapsing,
    leaving,
    promising,
    reminding,
    steward,
    upkeep,
    watching,
    weekly,
    workspace,
)
from handlers.family import clearing
from handlers.offers import APPROVABLE, WATCHES
from handlers.rules.office import Office
from storage.store import Tx


class Rounds:
    """Looks after what is due.

    Args:
        office: Hours, days and zone of the organisation.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def keep_promises(self, tx: Tx, now: datetime) -> int:
        """Remind the team of promises, and write to families whose day has come; returns how many it were.

        Some at a time: call it until it returns 0.
        """
        return promising.tend(tx, self._office, now)

    def tend_resting(self, tx: Tx, now: datetime) -> int:
        """Look after unfinished reports that nobody touches, some at a time; returns how many it were.

        What was looked after is due again later than *now*: call it until it returns 0.
        """
        return upkeep.tend_resting(tx, self._office, now)

    def tend_matters(self, tx: Tx, now: datetime) -> int:
        """Look after what hangs on cases and is due; returns how many it were. Call it until that is 0."""
        return watching.tend_matters(tx, self._office, now, WATCHES)

    def tend_topics(self, tx: Tx, now: datetime) -> int:
        """Make topics in the team's group for cases that have none yet; returns how many."""
        return workspace.tend_topics(tx, now)

    def tend_outings(self, tx: Tx, now: datetime) -> int:
        """Look after those who are out; returns how many it were. Call it until that is 0."""
        return guarding.tend_outings(tx, self._office, now)

    def tend_broadcasts(self, tx: Tx, now: datetime) -> bool:
        """Do one slice of what broadcasts need; call it again while it answers that there is more."""
        return casting.tend(tx, self._office, now)

    def tend_reminders(self, tx: Tx, now: datetime) -> int:
        """Remind whoever has something to do, some people at a time; call it until it returns 0."""
        return reminding.tend(tx, self._office, now, leaving.hand_everything_back)

    def tend_caring(self, tx: Tx, now: datetime) -> int:
        """Ask those on the team how they are, where a month is over; returns how many."""
        return caring.tend(tx, self._office, now)

    def tend_assignments(self, tx: Tx, now: datetime) -> int:
        """Ask whoever is next for a role on a case; returns how many it were. Call it until that is 0."""
        return assigning.tend(tx, self._office, now)

    def tend_requests(self, tx: Tx, now: datetime) -> int:
        """Look after requests for a second yes that nobody decides; returns how many were ended."""
        return lapsing.tend_requests(tx, self._office, now, APPROVABLE)

    def backup_failed(self, tx: Tx, now: datetime, last: datetime | None) -> bool:
        """Tell coordinators that no backup can be made, but at no time of night; whether anybody was told."""
        return self._office.may_push(now) and steward.backup_failed(tx, self._office, now, last)

    def tell_audit_head(self, tx: Tx, now: datetime) -> int:
        """Tell coordinators where the audit log ends, once on each day of the office; returns how many."""
        return audit_head.tell(tx, self._office, now)

    def tend_chats(self, tx: Tx, now: datetime, after_id: str) -> str | None:
        """Clear the chats of some people who want it so; arguments and answer as `clearing.tend`."""
        return clearing.tend(tx, now, after_id)

    def erase_closed(self, tx: Tx, before: datetime, now: datetime) -> bool:
        """Erase one case that was closed before then and not touched since; False where there is none."""
        return erasing.erase_closed(tx, self._office, before, now)

    def job_failing(self, tx: Tx, now: datetime, name: str, since: datetime, *, at_night: bool) -> bool:
        """Tell coordinators that a job does not work, by day unless *at_night*; whether anybody was told."""
        return steward.job_failing(tx, self._office, now, name, since, at_night=at_night)

    def job_works(self, tx: Tx, now: datetime, name: str) -> bool:
        """Tell those who heard that it does not that it works again; whether anybody was told."""
        return steward.job_works(tx, self._office, now, name)

    def tell_week(self, tx: Tx, now: datetime) -> int:
        """Tell coordinators of the week that is over, once; returns how many are told."""
        return weekly.tell(tx, self._office, now)
