"""Buttons that were shown: a press carries a short token, and what it means stands only here.

A keyboard is bound to one account and one chat, and expires. The token itself is not kept,
only its keyed hash.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage.errors import SealBroken
from storage.records import Json, Keyboard
from storage.store import Tx
from storage.tables import keyboards

_this = keyboards.c.token_key == bindparam("token")
_add = keyboards.insert()
_find = select(keyboards).where(_this)
_use = update(keyboards).where(_this, keyboards.c.used_at.is_(None)).values(used_at=bindparam("at"))
_every = select(keyboards)
_hers = _every.where(keyboards.c.account_key == bindparam("account"))
_reseal = update(keyboards).where(_this).values(body=bindparam("sealed"))
_forget = delete(keyboards).where(_this)
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


def forget(
    tx: Tx, strip: Callable[[Json], Json | None], account_keys: Iterable[str] | None = None
) -> frozenset[str]:
    """Take out of the buttons what must not be remembered any more.

    Args:
        strip: Gives what stays of a keyboard; the same where all of it does, None where nothing.
        account_keys: Only those that were shown to these; None for everybody's.

    Returns:
        The keyed hashes of the tokens that are gone.
    """
    gone = set()
    asked: list[tuple[Any, dict[str, Any]]] = (
        [(_every, {})] if account_keys is None else [(_hers, {"account": one}) for one in account_keys]
    )
    for question, values in asked:
        for row in tx.execute(question, values).all():
            place = {"table": "keyboards", "column": "body", "row": row.token_key}
            try:
                body = tx.vault.open_json(row.body, **place)
            except SealBroken:
                continue
            stays = strip(body)
            if stays is None:
                tx.execute(_forget, {"token": row.token_key})
                gone.add(row.token_key)
            elif stays != body:
                sealed = tx.vault.seal_json(stays, **place)
                tx.execute(_reseal, {"token": row.token_key, "sealed": sealed})
    return frozenset(gone)


def purge(tx: Tx, now: datetime) -> int:
    """Forget keyboards that have expired."""
    return tx.execute(_purge, {"now": now}).rowcount
