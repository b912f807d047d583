"""One-use links that make somebody a volunteer or a coordinator. Only a keyed hash is kept."""

from datetime import datetime

from sqlalchemy import select, update

from storage.records import Role
from storage.store import Tx
from storage.tables import invites


def add(tx: Tx, token: str, role: Role, expires_at: datetime, now: datetime) -> None:
    """Remember a link that was just made."""
    tx.connection.execute(
        invites.insert().values(
            token_key=tx.vault.lookup("invite", token), role=role.value, made_at=now, expires_at=expires_at
        )
    )


def use(tx: Tx, token: str, person_id: str, now: datetime) -> Role | None:
    """Use a link up: the role it gives, or None when it is unknown, expired or used."""
    key = tx.vault.lookup("invite", token)
    used = tx.connection.execute(
        update(invites)
        .where(invites.c.token_key == key, invites.c.used_at.is_(None), invites.c.expires_at > now)
        .values(used_at=now, used_by=person_id)
    )
    if used.rowcount != 1:
        return None
    return Role(tx.connection.execute(select(invites.c.role).where(invites.c.token_key == key)).scalar_one())
