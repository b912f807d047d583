"""Buttons that were shown: a press carries a short token, and what it means stands only here.

A keyboard is bound to one account and one chat, and expires. The token itself is not kept,
only its keyed hash.
"""

from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from storage.records import Json, Keyboard
from storage.store import Tx
from storage.tables import keyboards

_this = keyboards.c.token_key == bindparam("token")
_add = keyboards.insert()
_find = select(keyboards).where(_this)
_use = update(keyboards).where(_this, keyboards.c.used_at.is_(None)).values(used_at=bindparam("at"))
_forget_hers = delete(keyboards).where(keyboards.c.account_key == bindparam("account"))
_purge = delete(keyboards).where(keyboards.c.expires_at < bindparam("now"))


def add(
    tx: Tx, token: str, account_key: str, chat_id: int, body: Json, expires_at: datetime, now: datetime
) -> None:
    """Remember what the buttons under *token* do."""
    key = tx.vault.lookup("keyboard", token)
    tx.execute(
        _add,
        {
            "token_key": key,
            "account_key": account_key,
            "chat_key": tx.vault.lookup("chat", chat_id),
            "made_at": now,
            "expires_at": expires_at,
            "body": tx.vault.seal_json(body, table="keyboards", column="body", row=key),
        },
    )


def find(tx: Tx, token: str) -> Keyboard | None:
    """The keyboard that this token was made for."""
    key = tx.vault.lookup("keyboard", token)
    row = tx.execute(_find, {"token": key}).first()
    if row is None:
        return None
    body = tx.vault.open_json(row.body, table="keyboards", column="body", row=key)
    return Keyboard(key, row.account_key, row.chat_key, row.expires_at, row.used_at, body)


def use(tx: Tx, token_key: str, now: datetime) -> bool:
    """Use a keyboard up. False when somebody was faster."""
    return tx.execute(_use, {"token": token_key, "at": now}).rowcount == 1


def forget_hers(tx: Tx, account_key: str) -> int:
    """No button that was ever shown to this account does anything any more."""
    return tx.execute(_forget_hers, {"account": account_key}).rowcount


def purge(tx: Tx, now: datetime) -> int:
    """Forget keyboards that have expired."""
    return tx.execute(_purge, {"now": now}).rowcount
