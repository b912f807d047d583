"""People who write to the bot, found by a keyed hash of their account."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.errors import SealBroken
from storage.ids import new_id
from storage.records import Json, Person, Role, Way
from storage.statements import Among, insert_new
from storage.store import Tx
from storage.tables import people

_this = people.c.id == bindparam("person")
_by_account = select(people).where(people.c.account_key == bindparam("account"))
_by_id = select(people).where(_this)
_among = Among(lambda ids: select(people).where(people.c.id.in_(ids)))
_with_role = select(people).where(people.c.role == bindparam("wanted")).order_by(people.c.id)
_hold_role = _with_role.with_for_update(key_share=True)
_welcome = insert_new(
    people, ["id", "account_key", "role", "language", "reachable", "joined_at", "seen_at", "body"]
)
_set_language = update(people).where(_this).values(language=bindparam("chosen"))
_set_role = update(people).where(_this).values(role=bindparam("given"), role_at=bindparam("at"))
_set_clearing = update(people).where(_this).values(clear_hours=bindparam("hours"))
_set_seen = (
    update(people).where(_this, people.c.seen_at < bindparam("before")).values(seen_at=bindparam("at"))
)
_set_body = update(people).where(_this).values(body=bindparam("sealed"))
_clearing = (
    select(people)
    .where(people.c.clear_hours.is_not(None), people.c.id > bindparam("after"))
    .order_by(people.c.id)
    .limit(bindparam("most"))
)
_unlink = (
    update(people)
    .where(_this)
    .values(
        account_key=bindparam("nobody"),
        role=Role.FAMILY.value,
        language=None,
        reachable=False,
        clear_hours=None,
        told_on=None,
        body=bindparam("sealed"),
    )
)
_set_reachable = (
    update(people)
    .where(_this, people.c.reachable != bindparam("reached"))
    .values(reachable=bindparam("reached"))
)


def from_row(tx: Tx, row: Any) -> Person:
    """The person in a row of the table."""
    body = tx.vault.open_json(row.body, table="people", column="body", row=row.id)
    return Person(
        row.id,
        row.account_key,
        body["chat"],
        Role(row.role),
        row.language,
        row.reachable,
        row.joined_at,
        row.role_at,
        timedelta(hours=row.clear_hours) if row.clear_hours is not None else None,
        bool(body.get("fleeting")),
        body.get("panic"),
        body.get("zone"),
        Way(body.get("way", Way.PING)),
    )


def _sealed(tx: Tx, person_id: str, body: Json) -> bytes:
    return tx.vault.seal_json(body, table="people", column="body", row=person_id)


def by_account(tx: Tx, account_id: int) -> Person | None:
    """The person behind a Telegram account."""
    key = tx.vault.lookup("account", account_id)
    row = tx.execute(_by_account, {"account": key}).first()
    return None if row is None else from_row(tx, row)


def by_id(tx: Tx, person_id: str) -> Person:
    """The person with this id, who must exist."""
    return from_row(tx, tx.execute(_by_id, {"person": person_id}).one())


def find(tx: Tx, person_id: str) -> Person | None:
    """The person with this id, if there is one."""
    row = tx.execute(_by_id, {"person": person_id}).first()
    return None if row is None else from_row(tx, row)


def several(tx: Tx, person_ids: Sequence[str]) -> dict[str, Person]:
    """These people, by their ids; who is damaged on the disk is not there, and holds up nobody else."""
    found = {}
    for row in _among(tx, person_ids):
        with suppress(SealBroken):
            found[str(row.id)] = from_row(tx, row)
    return found


def with_role(tx: Tx, role: Role) -> Sequence[Person]:
    """Everybody with this role, the longest here first."""
    return [from_row(tx, row) for row in tx.execute(_with_role, {"wanted": role.value})]


def hold_role(tx: Tx, role: Role) -> Sequence[Person]:
    """As `with_role`; nobody gives or takes this role before this transaction ends."""
    return [from_row(tx, row) for row in tx.execute(_hold_role, {"wanted": role.value})]


def welcome(tx: Tx, account_id: int, chat_id: int, now: datetime) -> Person:
    """Remember somebody who writes for the first time; whoever is known already stays as she is."""
    person_id = new_id(now)
    key = tx.vault.lookup("account", account_id)
    body = _sealed(tx, person_id, {"chat": chat_id})
    added = tx.execute(
        _welcome(tx),
        {
            "id": person_id,
            "account_key": key,
            "role": Role.FAMILY.value,
            "language": None,
            "reachable": True,
            "joined_at": now,
            "seen_at": now,
            "body": body,
        },
    )
    if added.rowcount:
        return Person(person_id, key, chat_id, Role.FAMILY, None, True, now)
    # She wrote in two chats at once, and the other process was faster.
    return from_row(tx, tx.execute(_by_account, {"account": key}).one())


def seen(tx: Tx, person_id: str, now: datetime) -> None:
    """She wrote, or pressed something, today; the hour is not kept."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    tx.execute(_set_seen, {"person": person_id, "before": today, "at": today})


def set_language(tx: Tx, person_id: str, language: str) -> None:
    """She chose a language."""
    tx.execute(_set_language, {"person": person_id, "chosen": language})


def set_role(tx: Tx, person_id: str, role: Role, now: datetime | None = None) -> None:
    """The organisation gave or took a role."""
    tx.execute(_set_role, {"person": person_id, "given": role.value, "at": now})


def set_reachable(tx: Tx, person_id: str, reachable: bool) -> bool:
    """Note whether messages reach this person. Returns whether that is news."""
    return tx.execute(_set_reachable, {"person": person_id, "reached": reachable}).rowcount > 0


def set_clearing(tx: Tx, person_id: str, after: timedelta | None) -> None:
    """Her chat is cleared by itself of what is so old, in whole hours; None: it is not."""
    hours = None if after is None else int(after.total_seconds() // 3600)
    tx.execute(_set_clearing, {"person": person_id, "hours": hours})


def set_manner(tx: Tx, person: Person, *, fleeting: bool, panic_key: str | None) -> None:
    """How she wants it on her phone: both as in `Person`."""
    _set_person(tx, replace(person, fleeting=fleeting, panic_key=panic_key))


def set_habits(tx: Tx, person: Person, *, zone: str | None, way: Way) -> None:
    """Where she lives, and how she wants to hear: both as in `Person`."""
    _set_person(tx, replace(person, zone=zone, way=way))


def _set_person(tx: Tx, person: Person) -> None:
    body: dict[str, object] = {"chat": person.chat_id}
    if person.fleeting:
        body["fleeting"] = True
    if person.panic_key is not None:
        body["panic"] = person.panic_key
    if person.zone is not None:
        body["zone"] = person.zone
    if person.way is not Way.PING:
        body["way"] = person.way.value
    tx.execute(_set_body, {"person": person.id, "sealed": _sealed(tx, person.id, body)})


def clearing(tx: Tx, after_id: str, limit: int) -> Sequence[Person]:
    """Some of those whose chat is cleared by itself: those whose ids follow *after_id*."""
    return [from_row(tx, row) for row in tx.execute(_clearing, {"after": after_id, "most": limit})]


def unlink(tx: Tx, person_id: str) -> None:
    """Nothing leads from her account to her any more, nor back; who writes from it is a stranger."""
    nobody = tx.vault.lookup("unlinked", person_id)
    tx.execute(
        _unlink, {"person": person_id, "nobody": nobody, "sealed": _sealed(tx, person_id, {"chat": 0})}
    )
