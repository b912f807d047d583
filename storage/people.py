"""People who write to the bot, found by a keyed hash of their account."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.ids import new_id
from storage.records import Person, Role
from storage.store import Tx
from storage.tables import people


def _person(tx: Tx, row: Any) -> Person:
    body = tx.vault.open_json(row.body, table="people", column="body", row=row.id)
    return Person(
        row.id, row.account_key, body["chat"], Role(row.role), row.language, row.reachable, row.joined_at
    )


def by_account(tx: Tx, account_id: int) -> Person | None:
    """The person behind a Telegram account."""
    key = tx.vault.lookup("account", account_id)
    row = tx.connection.execute(select(people).where(people.c.account_key == key)).first()
    return None if row is None else _person(tx, row)


def by_id(tx: Tx, person_id: str) -> Person:
    """The person with this id, who must exist."""
    return _person(tx, tx.connection.execute(select(people).where(people.c.id == person_id)).one())


def with_role(tx: Tx, role: Role) -> Sequence[Person]:
    """Everybody with this role, the longest here first."""
    rows = tx.connection.execute(select(people).where(people.c.role == role.value).order_by(people.c.id))
    return [_person(tx, row) for row in rows]


def welcome(tx: Tx, account_id: int, chat_id: int, now: datetime) -> Person:
    """Remember somebody who writes for the first time."""
    person_id = new_id(now)
    key = tx.vault.lookup("account", account_id)
    body = tx.vault.seal_json({"chat": chat_id}, table="people", column="body", row=person_id)
    tx.connection.execute(
        people.insert().values(
            id=person_id,
            account_key=key,
            role=Role.FAMILY.value,
            language=None,
            reachable=True,
            joined_at=now,
            seen_at=now,
            body=body,
        )
    )
    return Person(person_id, key, chat_id, Role.FAMILY, None, True, now)


def set_language(tx: Tx, person_id: str, language: str) -> None:
    """She chose a language."""
    tx.connection.execute(update(people).where(people.c.id == person_id).values(language=language))


def set_role(tx: Tx, person_id: str, role: Role) -> None:
    """The organisation gave or took a role."""
    tx.connection.execute(update(people).where(people.c.id == person_id).values(role=role.value))


def set_reachable(tx: Tx, person_id: str, reachable: bool) -> bool:
    """Note whether messages reach this person. Returns whether that is news."""
    changed = tx.connection.execute(
        update(people)
        .where(people.c.id == person_id, people.c.reachable != reachable)
        .values(reachable=reachable)
    )
    return changed.rowcount > 0
