"""A job that goes on failing is told to coordinators once, and once when it works again.

Whether they were told stands beside the job, so that no restart tells it twice.
"""

from datetime import datetime

import structlog

from bot.jobs import Job
from bot.parts import Parts
from storage import jobs
from storage.errors import StoreTrouble
from storage.store import Tx

_log = structlog.get_logger(__name__)


async def report(house: Parts, job: Job, now: datetime) -> bool:
    """Tell how it stands with *job*, after a run of it, if that is news for anybody.

    Returns:
        Whether it could be looked at.
    """

    def told(tx: Tx) -> bool:
        row = jobs.find(tx, job.name)
        if row is None or job.told_after is None:
            return False
        since = row.failing_since
        if since is None:
            if row.told_at is None:
                return False
            jobs.told(tx, job.name, None)
            return bool(house.hotline.rounds.job_works(tx, now, job.name))
        if row.told_at is not None or now - since < job.told_after:
            return False
        if not house.hotline.rounds.job_failing(tx, now, job.name, since, at_night=job.at_night):
            return False  # it is night, or nobody is there: the next failure tells it
        jobs.told(tx, job.name, now)
        return True

    try:
        if await house.store.write(told):
            house.delivery.wake()
        return True
    except StoreTrouble as error:
        _log.warning("failing job not told", job=job.name, trouble=str(error))
    except Exception:  # whatever is wrong with telling, the job has run and the next one waits
        _log.exception("failing job not told", job=job.name)
    return False
