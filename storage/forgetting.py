"""Which of what was said is forgotten, and when."""

from datetime import datetime

from sqlalchemy import bindparam, delete, or_, select, union

from storage.records import CastState
from storage.statements import word
from storage.store import Tx
from storage.tables import broadcasts, outbox

_ended = broadcasts.c.state.in_([word(one) for one in (CastState.DONE, CastState.STOPPED, CastState.DROPPED)])
_needed = union(
    select(broadcasts.c.id).where(or_(~_ended, broadcasts.c.changed_at >= bindparam("before"))),
    select(outbox.c.broadcast_id).where(
        outbox.c.broadcast_id.is_not(None), outbox.c.state == word("unknown")
    ),
)
_purge = delete(outbox).where(
    outbox.c.settled_at < bindparam("before"),
    outbox.c.state != word("unknown"),
    or_(outbox.c.broadcast_id.is_(None), outbox.c.broadcast_id.not_in(_needed)),
)


def purge(tx: Tx, before: datetime) -> int:
    """Forget messages settled before *before*; what a person must decide stays.

    Of a broadcast all stays until then has passed since its end, and while any of it is in doubt: its figures
    are counted from these rows, and what failed can be tried again.
    """
    return tx.execute(_purge, {"before": before}).rowcount
