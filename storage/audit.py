"""Who did what, by ids only; nothing here names a relative or a missing person.

The log is a chain (`storage.chain`). A unit of work binds its lines when all else is done,
because the head, from which every other must go on, is held from then to the commit.

Actors and subjects are the random ids of their rows. A keyed hash of them would hide nothing
more: a line has the same time as what it tells of. And it would take away the one use of the
log, to answer who has opened a case. Once a row is erased, its id leads nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from storage import house
from storage.chain import BROKEN, START, Chain, Head, Line, chain_of, digest
from storage.errors import HeadLost
from storage.records import Json
from storage.statements import insert_new
from storage.store import Tx
from storage.tables import audit
from storage.tables import house as house_table

HEAD = "audit_head"
"""Under which name the house remembers the head of the log."""

_ENDLESS = 2**62
_SHAPE = "audited_shape"
_FIRST = ""  # the head of a log without a line; the house had none before

_hold_head = select(house_table.c.value).where(house_table.c.name == bindparam("wanted")).with_for_update()
_begin_head = insert_new(house_table, ["name", "value"])
_set_head = (
    update(house_table).where(house_table.c.name == bindparam("wanted")).values(value=bindparam("now_is"))
)
_last = select(func.max(audit.c.number))
_add = insert_new(audit, [one.name for one in audit.columns if one.name != "resealed"])
_about = (
    select(audit.c.number, audit.c.at, audit.c.actor_id, audit.c.action)
    .where(audit.c.subject_id == bindparam("subject"), audit.c.number < bindparam("before"))
    .order_by(audit.c.number.desc())
    .limit(bindparam("most"))
)
_body_of = select(audit.c.report_id, audit.c.body).where(audit.c.number == bindparam("line"))
_reseal = (
    update(audit)
    .where(audit.c.number == bindparam("line"))
    .values(body=bindparam("sealed"), resealed=bindparam("proof"))
)


@dataclass(frozen=True, slots=True)
class About:
    """A line about one thing, without its details."""

    number: int
    at: datetime
    actor_id: str | None
    action: str


@dataclass(frozen=True, slots=True)
class _Noted:
    """A line that has no number yet."""

    at: datetime
    actor_id: str | None
    action: str
    subject_id: str | None
    report_id: str | None
    details: Json | None


def write(
    tx: Tx,
    actor_id: str | None,
    action: str,
    subject_id: str | None,
    now: datetime,
    *,
    report_id: str | None = None,
    details: Json | None = None,
) -> None:
    """One line, kept or not together with what it tells of.

    Args:
        actor_id: None for the machine.
        action: A word of ours, 24 letters at most.
        report_id: The report that the details speak of: with its key they can be read no more.
        details: What a later reader needs besides; sealed. No words of people.
    """
    noted = _Noted(now, actor_id, action, subject_id, report_id, details)
    tx.last.setdefault(_bind, []).append(noted)


def note_shape(tx: Tx, shape: str, now: datetime) -> None:
    """A line when the database has come to another shape than was noted last."""
    known = house.read(tx, _SHAPE)
    if known != shape:
        house.write(tx, _SHAPE, shape)
        write(tx, None, "migrated", None, now, details={"from": known, "to": shape})


def head(tx: Tx) -> Head | None:
    """The last line; None where nothing was written yet.

    Raises:
        HeadLost: It is missing, or was written without the keys.
    """
    written = house.read(tx, HEAD)
    if not written and tx.execute(_last).scalar() is None:
        return None
    found = chain_of(tx.vault).read(written)
    if found is None:
        raise HeadLost
    return found


def about(tx: Tx, subject_id: str, limit: int, before: int | None = None) -> Sequence[About]:
    """Who did what with this, the latest first; opens nothing.

    Args:
        before: Only lines with a lower number.
    """
    values = {"subject": subject_id, "before": _ENDLESS if before is None else before, "most": limit}
    return [About(row.number, row.at, row.actor_id, row.action) for row in tx.execute(_about, values)]


def details(tx: Tx, number: int) -> Json | None:
    """The details of a line; None where it has none.

    Raises:
        SealBroken: They were altered.
        KeyGone: Their report was erased.
    """
    row = tx.execute(_body_of, {"line": number}).first()
    if row is None or row.body is None:
        return None
    return tx.vault.of(row.report_id).open_json(row.body, table="audit", column="body", row=str(number))


def reseal(tx: Tx, number: int, sealed: bytes) -> None:
    """Put the same details in place under a new key; the line itself stays as it was bound.

    Args:
        sealed: For table audit, column body, and the number as the row.
    """
    proof = chain_of(tx.vault).resealed(number, sealed)
    tx.execute(_reseal, {"line": number, "sealed": sealed, "proof": proof})


def _bind(tx: Tx, noted: Sequence[_Noted]) -> None:
    chain = chain_of(tx.vault)
    at = _held_head(tx, chain)
    for one in noted:
        while (added := _go_on(tx, chain, at, one)) is None:
            at = _after_a_break(tx)
        at = added
    tx.execute(_set_head, {"wanted": HEAD, "now_is": chain.written(at)})


def _held_head(tx: Tx, chain: Chain) -> Head:
    """From where to go on; nobody else goes on from there before this transaction has ended."""
    written: str | None = tx.execute(_hold_head, {"wanted": HEAD}).scalar()
    if written is None:
        # The first line of all. Two processes at once: the second waits here for the first.
        tx.execute(_begin_head(tx), {"name": HEAD, "value": _FIRST})
        written = tx.execute(_hold_head, {"wanted": HEAD}).scalar()
    if written == _FIRST and tx.execute(_last).scalar() is None:
        return Head(0, START)
    return chain.read(written) or _after_a_break(tx)


def _after_a_break(tx: Tx) -> Head:
    """Somebody has been at the log. The hotline goes on, and the break stays to be seen."""
    return Head(max(0, tx.execute(_last).scalar() or 0), BROKEN)


def _go_on(tx: Tx, chain: Chain, at: Head, one: _Noted) -> Head | None:
    """Add a line after *at*; None when its number is taken."""
    number = at.number + 1
    body = None
    if one.details is not None:
        vault = tx.vault.of(one.report_id)
        body = vault.seal_json(one.details, table="audit", column="body", row=str(number))
    line = Line(
        number,
        one.at,
        one.actor_id,
        one.action,
        one.subject_id,
        one.report_id,
        None if body is None else digest(body),
        at.chain,
    )
    bound = chain.of(line)
    added = tx.execute(
        _add(tx),
        {
            "number": number,
            "at": line.at,
            "actor_id": line.actor_id,
            "action": line.action,
            "subject_id": line.subject_id,
            "report_id": line.report_id,
            "body": body,
            "digest": line.digest,
            "previous": line.previous,
            "chain": bound,
        },
    )
    return Head(number, bound) if added.rowcount else None
