"""What was erased, and what is left of it afterwards: that something was, when, and by whose role.

The rows of a report go in one transaction, and a row here is written in it. After the commit
the report's key is destroyed and its files are removed; then the row is done, and names nothing
any more. A crash in between leaves it pending, and the job goes on from there.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from storage.records import Erasure
from storage.statements import word
from storage.store import Tx
from storage.tables import erasures

_add = erasures.insert()
_pending = (
    select(erasures)
    .where(erasures.c.state == word("pending"))
    .order_by(erasures.c.at, erasures.c.id)
    .limit(bindparam("most"))
)
_done = (
    update(erasures)
    .where(erasures.c.id == bindparam("erasure"), erasures.c.state == word("pending"))
    .values(state=word("done"), report_id=None)
)
_cases_erased = select(func.count()).where(erasures.c.kind == word("case"))
_counts = select(erasures.c.state, func.count()).group_by(erasures.c.state)


def begin(tx: Tx, kind: str, report_id: str | None, now: datetime, *, by: str) -> None:
    """The rows of something go in this transaction; what must follow is pending from its commit on.

    Args:
        kind: "draft" or "case".
        report_id: Whose key must be destroyed; None where it shares its key with what stays.
        by: The role of whoever wanted it, or "clock".
    """
    tx.execute(
        _add,
        {
            "id": secrets.token_hex(16),
            "kind": kind,
            "state": "done" if report_id is None else "pending",
            "at": now,
            "by_role": by,
            "report_id": report_id,
        },
    )


def pending(tx: Tx, limit: int) -> Sequence[Erasure]:
    """What is gone from the tables and whose key must be destroyed."""
    return [
        Erasure(row.id, row.kind, row.state, row.at, row.by_role, row.report_id)
        for row in tx.execute(_pending, {"most": limit})
    ]


def done(tx: Tx, erasure_id: str) -> None:
    """Key and files are gone; what is left names nothing."""
    tx.execute(_done, {"erasure": erasure_id})


def counts(tx: Tx) -> dict[str, int]:
    """How many are in each state."""
    return dict(tx.execute(_counts).all())


def count_cases(tx: Tx) -> int:
    """How many cases were erased so far; it only grows, so that a change of it tells of another."""
    count: int = tx.execute(_cases_erased).scalar_one()
    return count
