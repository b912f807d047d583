"""Links by which one more of a family is to follow a case: made by who told it, approved by the team.

Only a keyed hash of what a link carries is kept. Used up is it by who agrees, and not by who looks.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, update

from storage.ids import new_id
from storage.records import Link
from storage.statements import word
from storage.store import Tx
from storage.tables import links

OPEN, ASKED, APPROVED, REFUSED, VOID = "open", "asked", "approved", "refused", "void"
_this = links.c.id == bindparam("link")
_is_open = links.c.state == word(OPEN)
_add = links.insert()
_by_token = select(links.c.id).where(
    links.c.token_key == bindparam("token"), _is_open, links.c.expires_at > bindparam("now")
)
_by_id = select(links).where(_this)
_case_of = select(links.c.case_id).where(_this)
_waiting = (
    select(links)
    .where(links.c.case_id == bindparam("case"), links.c.state == word(ASKED))
    .order_by(links.c.used_at, links.c.id)
)
_count_open = (
    select(func.count())
    .select_from(links)
    .where(links.c.case_id == bindparam("case"), _is_open, links.c.expires_at > bindparam("now"))
)
_use = (
    update(links)
    .where(_this, _is_open, links.c.expires_at > bindparam("now"))
    .values(state=word(ASKED), used_by=bindparam("person"), used_at=bindparam("now"))
)
_decide = (
    update(links)
    .where(_this, links.c.state == word(ASKED))
    .values(state=bindparam("decision"), decided_by=bindparam("person"), decided_at=bindparam("now"))
)
_void_of = (
    update(links)
    .where(
        or_(
            and_(links.c.used_by == bindparam("person"), links.c.state == word(ASKED)),
            and_(links.c.made_by == bindparam("person"), _is_open),
        )
    )
    .values(state=word(VOID), decided_at=bindparam("now"))
)

_void_made = (
    update(links)
    .where(links.c.case_id == bindparam("case"), links.c.made_by == bindparam("person"), _is_open)
    .values(state=word(VOID), decided_at=bindparam("now"))
)


def _link(row: Any) -> Link:
    return Link(
        row.id, row.case_id, row.state, row.made_by, row.made_at, row.expires_at, row.used_by, row.used_at
    )


def add(tx: Tx, token: str, case_id: str, made_by: str, expires_at: datetime, now: datetime) -> str:
    """Remember a link that was just made; returns its id."""
    link_id = new_id(now)
    tx.execute(
        _add,
        {
            "id": link_id,
            "token_key": tx.vault.lookup("link", token),
            "case_id": case_id,
            "state": OPEN,
            "made_by": made_by,
            "made_at": now,
            "expires_at": expires_at,
        },
    )
    return link_id


def by_token(tx: Tx, token: str, now: datetime) -> str | None:
    """The id of the link that carries this, as long as it can be used."""
    found = tx.execute(_by_token, {"token": tx.vault.lookup("link", token), "now": now}).scalar()
    return None if found is None else str(found)


def by_id(tx: Tx, link_id: str) -> Link | None:
    """The link with this id, whatever became of it."""
    row = tx.execute(_by_id, {"link": link_id}).first()
    return None if row is None else _link(row)


def case_of(tx: Tx, link_id: str) -> str | None:
    """To which case it leads."""
    row = tx.execute(_case_of, {"link": link_id}).first()
    return None if row is None else str(row.case_id)


def use(tx: Tx, link_id: str, person_id: str, now: datetime) -> bool:
    """She agrees to follow. False where the link is used, void, or too old."""
    return tx.execute(_use, {"link": link_id, "person": person_id, "now": now}).rowcount > 0


def decide(tx: Tx, link_id: str, decision: str, person_id: str, now: datetime) -> bool:
    """Somebody of the team says `APPROVED` or `REFUSED`. False where it was decided already."""
    values = {"link": link_id, "decision": decision, "person": person_id, "now": now}
    return tx.execute(_decide, values).rowcount > 0


def waiting(tx: Tx, case_id: str) -> Sequence[Link]:
    """Those who agreed and wait for the team, the longest first."""
    return [_link(row) for row in tx.execute(_waiting, {"case": case_id})]


def count_open(tx: Tx, case_id: str, now: datetime) -> int:
    """How many links to this case could still be used."""
    count: int = tx.execute(_count_open, {"case": case_id, "now": now}).scalar_one()
    return count


def void_of(tx: Tx, person_id: str, now: datetime) -> int:
    """No link that she made works any more, and none by which she waits; returns how many those were."""
    return tx.execute(_void_of, {"person": person_id, "now": now}).rowcount


def void_made(tx: Tx, case_id: str, person_id: str, now: datetime) -> int:
    """No link to this case that she made works any more; returns how many those were."""
    return tx.execute(_void_made, {"case": case_id, "person": person_id, "now": now}).rowcount
