"""The timeline of a case: what was reported, taken up, said, and answered.

A line of a case is under its key; what was written without a case, under that of the house.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, select, update

from storage.ids import new_id
from storage.records import Entry, EntryKind, Json
from storage.statements import insert_new, word
from storage.store import Tx
from storage.tables import cases, entries, followers, readings


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to an entry.

    Attributes:
        case_id: The case that it belongs to, with its owner, and whether she hears about it.
        hers: Without a case: it came from her or goes to her.
    """

    case_id: str | None
    owner_id: str | None
    follows: bool
    hers: bool


MOST = 100
"""Entries opened at once, where nobody asks for fewer: a flood of them must not hold up others."""

_this = entries.c.id == bindparam("entry")
_add = entries.insert()
_by_id = select(entries).where(_this)
_standing = (
    select(
        entries.c.case_id,
        entries.c.person_id,
        cases.c.owner_id,
        followers.c.person_id.label("follower_id"),
    )
    .join(cases, cases.c.id == entries.c.case_id, isouter=True)
    .join(
        followers,
        and_(followers.c.case_id == entries.c.case_id, followers.c.person_id == bindparam("person")),
        isouter=True,
    )
    .where(_this)
)
_asked = (
    select(entries.c.id)
    .where(
        entries.c.case_id.is_(None),
        entries.c.person_id == bindparam("person"),
        entries.c.kind == word(EntryKind.WORD.value),
    )
    .limit(1)
)
_of_case = (
    select(entries)
    .where(entries.c.case_id == bindparam("case"))
    .order_by(entries.c.at.desc(), entries.c.id.desc())
    .limit(bindparam("most"))
)
_all_of_case = (
    select(entries).where(entries.c.case_id == bindparam("case")).order_by(entries.c.at, entries.c.id)
)
_all_of_person = (
    select(entries)
    .where(entries.c.case_id.is_(None), entries.c.person_id == bindparam("person"))
    .order_by(entries.c.at, entries.c.id)
)
_erase_of_case = delete(entries).where(entries.c.case_id == bindparam("case"))
_erase_readings = delete(readings).where(
    readings.c.entry_id.in_(select(entries.c.id).where(entries.c.case_id == bindparam("case")))
)
_read = insert_new(readings, ["entry_id", "person_id", "at"])
_readers = select(readings.c.person_id).where(readings.c.entry_id == bindparam("entry"))
_seen = update(entries).where(_this, entries.c.seen_at.is_(None)).values(seen_at=bindparam("when"))
_unread = (
    select(entries)
    .where(entries.c.kind == word(EntryKind.WORD.value), entries.c.seen_at.is_(None))
    .order_by(entries.c.at, entries.c.id)
)
_unread_of_case = _unread.where(entries.c.case_id == bindparam("case")).limit(bindparam("most"))
_unread_of_person = _unread.where(
    entries.c.case_id.is_(None), entries.c.person_id == bindparam("person")
).limit(bindparam("most"))
_any_unread_of_case = _unread_of_case.with_only_columns(entries.c.id)
_any_unread_of_person = _unread_of_person.with_only_columns(entries.c.id)

_messages_of = (
    select(entries)
    .where(
        entries.c.case_id == bindparam("case"),
        entries.c.kind.in_([word(EntryKind.WORD.value), word(EntryKind.UPDATE.value)]),
    )
    .order_by(entries.c.at.desc(), entries.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_answer = entries.alias("answer")
_unanswered = (
    select(func.max(entries.c.id).label("latest"), func.min(entries.c.at).label("since"))
    .where(
        entries.c.case_id.is_(None),
        entries.c.kind == word(EntryKind.WORD.value),
        ~select(_answer.c.id)
        .where(
            _answer.c.person_id == entries.c.person_id,
            _answer.c.case_id.is_(None),
            _answer.c.kind == word(EntryKind.UPDATE.value),
            _answer.c.at >= entries.c.at,
        )
        .exists(),
    )
    .group_by(entries.c.person_id)
    .order_by(func.min(entries.c.at))
    .limit(bindparam("most"))
)
_letters = (
    select(entries)
    .where(entries.c.kind == word(EntryKind.UPDATE.value))
    .order_by(entries.c.at.desc(), entries.c.id.desc())
    .limit(1)
)
_letter_on_case = (
    _letters.join(followers, followers.c.case_id == entries.c.case_id)
    .join(
        readings,
        and_(readings.c.entry_id == entries.c.id, readings.c.person_id == bindparam("person")),
        isouter=True,
    )
    # What was written before she followed was announced to others.
    .where(
        followers.c.person_id == bindparam("person"),
        readings.c.entry_id.is_(None),
        entries.c.at >= followers.c.since,
    )
)
_letter_to_person = _letters.where(
    entries.c.seen_at.is_(None), entries.c.case_id.is_(None), entries.c.person_id == bindparam("person")
)


def _entry(tx: Tx, row: Any) -> Entry:
    body = tx.vault.of(row.case_id).open_json(row.body, table="entries", column="body", row=row.id)
    return Entry(
        row.id, row.case_id, row.person_id, row.author_id, EntryKind(row.kind), row.at, row.seen_at, body
    )


def add(
    tx: Tx,
    kind: EntryKind,
    now: datetime,
    *,
    case_id: str | None,
    person_id: str | None = None,
    author_id: str | None = None,
    body: Json,
) -> str:
    """Write one line; returns its id.

    Args:
        person_id: The relative it came from or goes to, where there is no case.
        author_id: Who wrote it; None for the machine.
    """
    entry_id = new_id(now)
    tx.execute(
        _add,
        {
            "id": entry_id,
            "case_id": case_id,
            "person_id": person_id,
            "author_id": author_id,
            "kind": kind.value,
            "at": now,
            "body": tx.vault.of(case_id).seal_json(body, table="entries", column="body", row=entry_id),
        },
    )
    return entry_id


def standing(tx: Tx, entry_id: str, person_id: str) -> Standing | None:
    """How this person stands to an entry; None where there is none. Opens nothing, as `cases.standing`."""
    row = tx.execute(_standing, {"entry": entry_id, "person": person_id}).first()
    if row is None:
        return None
    return Standing(row.case_id, row.owner_id, row.follower_id is not None, row.person_id == person_id)


def has_asked(tx: Tx, person_id: str) -> bool:
    """Whether this person has written to the team without a case."""
    return tx.execute(_asked, {"person": person_id}).first() is not None


def by_id(tx: Tx, entry_id: str) -> Entry | None:
    """The entry with this id."""
    row = tx.execute(_by_id, {"entry": entry_id}).first()
    return None if row is None else _entry(tx, row)


def of_case(tx: Tx, case_id: str, limit: int) -> Sequence[Entry]:
    """The latest entries of a case, the oldest of them first."""
    rows = tx.execute(_of_case, {"case": case_id, "most": limit}).all()
    return [_entry(tx, row) for row in reversed(rows)]


def seen(tx: Tx, entry_id: str, now: datetime) -> None:
    """Somebody whom it was meant for has opened it."""
    tx.execute(_seen, {"entry": entry_id, "when": now})


def read_by(tx: Tx, entry_id: str, person_id: str, now: datetime) -> None:
    """One of those to whom a letter went has opened it."""
    tx.execute(_seen, {"entry": entry_id, "when": now})
    tx.execute(_read(tx), {"entry_id": entry_id, "person_id": person_id, "at": now})


def readers(tx: Tx, entry_id: str) -> frozenset[str]:
    """Who has opened a letter."""
    return frozenset(tx.execute(_readers, {"entry": entry_id}).scalars())


def unread_words(
    tx: Tx, *, case_id: str | None = None, person_id: str | None = None, limit: int = MOST
) -> Sequence[Entry]:
    """What a family wrote and nobody on the team has opened yet, the oldest first.

    Args:
        case_id: Words on this case; or
        person_id: words of this person without a case.
    """
    rows = (
        tx.execute(_unread_of_case, {"case": case_id, "most": limit})
        if case_id is not None
        else tx.execute(_unread_of_person, {"person": person_id, "most": limit})
    )
    return [_entry(tx, row) for row in rows]


def any_unread(tx: Tx, *, case_id: str | None = None, person_id: str | None = None) -> bool:
    """Whether `unread_words` would find any; opens none of them."""
    found = (
        tx.execute(_any_unread_of_case, {"case": case_id, "most": 1})
        if case_id is not None
        else tx.execute(_any_unread_of_person, {"person": person_id, "most": 1})
    )
    return found.first() is not None


def messages_of(tx: Tx, case_id: str, limit: int, skipped: int = 0) -> Sequence[Entry]:
    """What the family and the team wrote on a case, the latest; the oldest of them first.

    Args:
        skipped: How many later ones to leave out.
    """
    rows = tx.execute(_messages_of, {"case": case_id, "most": limit, "skipped": skipped}).all()
    return [_entry(tx, row) for row in reversed(rows)]


def unanswered(tx: Tx, limit: int) -> Sequence[tuple[str, datetime]]:
    """People without a case who wait for an answer: the id of each one's latest word, and since when."""
    return [(row.latest, row.since) for row in tx.execute(_unanswered, {"most": limit})]


def unread_letter(tx: Tx, person_id: str) -> Entry | None:
    """The latest letter to this person that was not opened; on a case that she follows, or to herself."""
    found = [
        _entry(tx, row)
        for question in (_letter_on_case, _letter_to_person)
        for row in tx.execute(question, {"person": person_id})
    ]
    return max(found, key=lambda one: one.at, default=None)


def all_of(tx: Tx, *, case_id: str | None = None, person_id: str | None = None) -> Sequence[Entry]:
    """Every line of a case; or all that was written with this person without one. The oldest first."""
    rows = (
        tx.execute(_all_of_case, {"case": case_id})
        if case_id is not None
        else tx.execute(_all_of_person, {"person": person_id})
    )
    return [_entry(tx, row) for row in rows]


def erase_of_case(tx: Tx, case_id: str) -> None:
    """The rows of a case's timeline are gone, and who has read them."""
    tx.execute(_erase_readings, {"case": case_id})
    tx.execute(_erase_of_case, {"case": case_id})
