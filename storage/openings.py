"""Who of the team has which case before her now: a note of some minutes, so that two do not work blindly.

One line a person: with the next case that she opens the one before is forgotten.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import openings

_note = insert_or_replace(openings, "person_id", ["case_id", "since", "seen_at"])
_hers = select(openings.c.case_id, openings.c.since, openings.c.seen_at).where(
    openings.c.person_id == bindparam("person")
)
_others = (
    select(openings.c.since)
    .where(
        openings.c.case_id == bindparam("case"),
        openings.c.person_id != bindparam("person"),
        openings.c.seen_at > bindparam("after"),
    )
    .order_by(openings.c.since)
)
_forget_old = delete(openings).where(openings.c.seen_at <= bindparam("before"))
_forget_of_case = delete(openings).where(openings.c.case_id == bindparam("case"))


def note(tx: Tx, case_id: str, person_id: str, now: datetime, forgotten: datetime) -> None:
    """She has this case before her.

    Args:
        forgotten: What nobody has looked at since then is over, hers and everybody's.
    """
    hers = tx.execute(_hers, {"person": person_id}).first()
    goes_on = hers is not None and hers.case_id == case_id and hers.seen_at > forgotten
    tx.execute(_forget_old, {"before": forgotten})
    values = {"case_id": case_id, "since": hers.since if goes_on else now, "seen_at": now}
    tx.execute(_note(tx), {"person_id": person_id, **values})


def others(tx: Tx, case_id: str, person_id: str, after: datetime) -> Sequence[datetime]:
    """Since when others have it open, who have looked at it after then."""
    return list(tx.execute(_others, {"case": case_id, "person": person_id, "after": after}).scalars())


def erase_of_case(tx: Tx, case_id: str) -> None:
    """Nobody has it open."""
    tx.execute(_forget_of_case, {"case": case_id})
