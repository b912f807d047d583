"""One-use links that make somebody a volunteer or a coordinator. Only a keyed hash is kept."""

from datetime import datetime

from sqlalchemy import bindparam, update

from storage.records import Role
from storage.store import Tx
from storage.tables import invites

_add = invites.insert()
_use = (
    update(invites)
    .where(
        invites.c.token_key == bindparam("token"),
        invites.c.used_at.is_(None),
        invites.c.expires_at > bindparam("at"),
    )
    .values(used_at=bindparam("at"), used_by=bindparam("person"))
    .returning(invites.c.role)
)

_void_all = (
    update(invites)
    .where(invites.c.used_at.is_(None), invites.c.expires_at > bindparam("at"))
    .values(expires_at=bindparam("at"))
)


def add(tx: Tx, token: str, role: Role, expires_at: datetime, now: datetime) -> None:
    """Remember a link that was just made."""
    key = tx.vault.lookup("invite", token)
    tx.execute(_add, {"token_key": key, "role": role.value, "made_at": now, "expires_at": expires_at})


def void_all(tx: Tx, now: datetime) -> int:
    """No link that was made before can be used any more; returns how many still could."""
    return tx.execute(_void_all, {"at": now}).rowcount


def use(tx: Tx, token: str, person_id: str, now: datetime) -> Role | None:
    """Use a link up: the role it gives, or None when it is unknown, expired or used."""
    key = tx.vault.lookup("invite", token)
    given = tx.execute(_use, {"token": key, "person": person_id, "at": now}).scalar()
    return None if given is None else Role(given)
