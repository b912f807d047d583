"""Whom a broadcast could reach, in slices by the ids of people; nothing is opened here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.records import Role, Stage
from storage.store import Tx
from storage.tables import cases, drafts, followers, people, unlinkings


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody who can be written to.

    Attributes:
        language: None where she has not chosen one.
    """

    id: str
    role: Role
    language: str | None


@dataclass(frozen=True, slots=True)
class Tied:
    """A case that she follows.

    Attributes:
        told_by: Who told it, as far as its draft says; somebody may have been linked again since.
    """

    person_id: str
    case_id: str
    stage: Stage
    told_by: str | None


_span = people.c.id > bindparam("after")
_reached = select(people.c.id, people.c.role, people.c.language).where(_span, people.c.reachable)
_people = _reached.order_by(people.c.id).limit(bindparam("most"))
_with_role = (
    _reached.where(people.c.role == bindparam("wanted")).order_by(people.c.id).limit(bindparam("most"))
)
_tied = (
    select(followers.c.person_id, followers.c.case_id, cases.c.stage, drafts.c.person_id.label("told_by"))
    .join(cases, cases.c.id == followers.c.case_id)
    .outerjoin(drafts, drafts.c.id == cases.c.id)
    .where(followers.c.person_id > bindparam("after"), followers.c.person_id <= bindparam("last"))
    .order_by(followers.c.person_id, followers.c.case_id)
)
_relinked = select(unlinkings.c.person_id, unlinkings.c.relinked_to).where(
    unlinkings.c.case_id == bindparam("case"), unlinkings.c.relinked_to.is_not(None)
)
_seen = select(people.c.id).where(
    _span, people.c.id <= bindparam("last"), people.c.seen_at >= bindparam("since")
)


def some_people(tx: Tx, after_id: str, limit: int, *, role: Role | None = None) -> Sequence[Near]:
    """Up to *limit* who can be reached, by their ids.

    Args:
        role: Only those; None: everybody.
    """
    if role is not None:
        rows = tx.execute(_with_role, {"after": after_id, "most": limit, "wanted": role.value})
    else:
        rows = tx.execute(_people, {"after": after_id, "most": limit})
    return [Near(row.id, Role(row.role), row.language) for row in rows]


def ties(tx: Tx, after_id: str, last_id: str) -> Sequence[Tied]:
    """What the people with ids after the one and up to the other follow."""
    rows = tx.execute(_tied, {"after": after_id, "last": last_id})
    return [Tied(row.person_id, row.case_id, Stage(row.stage), row.told_by) for row in rows]


def once(tx: Tx, case_id: str, person_id: str) -> set[str]:
    """She, and who she was on this case before she unlinked her account."""
    came = {row.relinked_to: row.person_id for row in tx.execute(_relinked, {"case": case_id})}
    herself = {person_id}
    while (before := came.get(person_id)) is not None and before not in herself:
        herself.add(before)
        person_id = before
    return herself


def seen_since(tx: Tx, after_id: str, last_id: str, since: datetime) -> set[str]:
    """Of these people, those who have written since then."""
    rows = tx.execute(_seen, {"after": after_id, "last": last_id, "since": since})
    return {str(one) for one in rows.scalars()}
