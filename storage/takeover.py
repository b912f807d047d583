"""What one that delivered leaves to the next, when it died or went.

Whoever delivers next claims it again, so a reply may arrive twice but is never lost; a
broadcast message in doubt is marked unknown for a person to decide.
"""

from datetime import UTC, datetime

from sqlalchemy import Integer, bindparam, func, null, select, update

from storage.records import Lane
from storage.statements import word
from storage.store import Tx
from storage.tables import outbox

_claimed = outbox.c.state == word("claimed")
_lapsed = outbox.c.lease_until < bindparam("before")
_doubtful = (
    update(outbox)
    .where(_claimed, _lapsed, outbox.c.lane == int(Lane.BROADCAST))
    .values(
        state=word("unknown"), settled_at=bindparam("at"), lease_until=null(), trouble=word("worker-died")
    )
)
_orphaned = update(outbox).where(_claimed, _lapsed).values(state=word("waiting"), lease_until=null())
# A limit within, so that it costs no more when there are more.
_some = (
    select(outbox.c.id)
    .where(outbox.c.settled_at > bindparam("since"))
    .limit(bindparam("most", type_=Integer))
    .subquery()
)
_lately = select(func.count()).select_from(_some)

_EVER = datetime(9000, 1, 1, tzinfo=UTC)


def take_over(tx: Tx, now: datetime, *, lapsed_only: bool = False) -> tuple[int, int]:
    """Take up what a dead worker had claimed.

    Replies, alerts and notices wait again; a broadcast message may have arrived, so it becomes unknown.

    Returns:
        How many wait again, and how many became unknown.
    """
    before = now if lapsed_only else _EVER
    doubtful = tx.execute(_doubtful, {"before": before, "at": now})
    again = tx.execute(_orphaned, {"before": before})
    return again.rowcount, doubtful.rowcount


def lately(tx: Tx, since: datetime, limit: int) -> int:
    """How many messages have left since then, up to *limit*, whoever sent them."""
    return int(tx.execute(_lately, {"since": since, "most": limit}).scalar_one())
