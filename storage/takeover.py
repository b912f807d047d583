"""What one that delivered leaves to the next, when it died or went.

Whoever delivers next claims it again, so a reply may arrive twice but is never lost; a
broadcast message in doubt is marked unknown for a person to decide.

Each stretch of delivering has a term. Whoever begins one writes it, before all else and in the same
transaction; whoever leases reads it. So nobody leases any more whom another has followed, also
if that one does not know it yet: the row of the term lets only one of the two by.
"""

from datetime import UTC, datetime

from sqlalchemy import Integer, bindparam, func, null, select, update

from storage.records import Lane
from storage.statements import insert_or_replace, word
from storage.store import Tx
from storage.tables import house, outbox

_TERM = "delivering"

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

_begin = insert_or_replace(house, "name", ["value"])
_term = select(house.c.value).where(house.c.name == bindparam("fact"))
_this_term = _term.with_for_update(read=True)

_EVER = datetime(9000, 1, 1, tzinfo=UTC)


def begin(tx: Tx, term: str) -> str | None:
    """From now on this term holds; returns the one before."""
    before: str | None = tx.execute(_term, {"fact": _TERM}).scalar()
    tx.execute(_begin(tx), {"name": _TERM, "value": term})
    return before


def holds(tx: Tx, term: str) -> bool:
    """Whether it is still this term, and stays so until this transaction ends."""
    return bool(tx.execute(_this_term, {"fact": _TERM}).scalar() == term)


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
