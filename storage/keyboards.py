"""Buttons that were shown: a press carries a short token, and what it means stands only here.

A keyboard is bound to one account and one chat, and expires. The token itself is not kept,
only its keyed hash.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
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
_pressed = select(keyboards).where(
    _this,
    keyboards.c.account_key == bindparam("account"),
    keyboards.c.chat_key == bindparam("chat"),
    keyboards.c.expires_at >= bindparam("now"),
)
_use = update(keyboards).where(_this, keyboards.c.used_at.is_(None)).values(used_at=bindparam("at"))
_use_slot = (
    update(keyboards)
    .where(_this, keyboards.c.used_slots.bitwise_and(bindparam("bit")) == 0)
    .values(used_slots=keyboards.c.used_slots.bitwise_or(bindparam("bit")))
)
_give_back = update(keyboards).where(_this).values(used_at=bindparam("at"), used_slots=bindparam("slots"))
_forget_all_of = delete(keyboards).where(keyboards.c.account_key == bindparam("account"))
_every = select(keyboards)
_hers = _every.where(keyboards.c.account_key == bindparam("account"))
_reseal = update(keyboards).where(_this).values(body=bindparam("sealed"))
_forget = delete(keyboards).where(_this)
_purge = delete(keyboards).where(keyboards.c.expires_at < bindparam("now"))


@dataclass(frozen=True, slots=True)
class Shown:
    """Buttons that are shown to somebody.

    Attributes:
        token: Travels with each of them.
        body: What they do.
        at: Now, UTC.
    """

    token: str
    account_key: str
    chat_id: int
    body: Json = field(repr=False)
    expires_at: datetime
    at: datetime


def add(
    tx: Tx, token: str, account_key: str, chat_id: int, body: Json, expires_at: datetime, now: datetime
) -> None:
    """Remember what the buttons under *token* do."""
    add_all(tx, [Shown(token, account_key, chat_id, body, expires_at, now)])


def add_all(tx: Tx, these: Iterable[Shown]) -> None:
    """Remember what the buttons of each of these do."""
    rows = []
    for one in these:
        key = tx.vault.lookup("keyboard", one.token)
        rows.append(
            {
                "token_key": key,
                "account_key": one.account_key,
                "chat_key": tx.vault.lookup("chat", one.chat_id),
                "made_at": one.at,
                "expires_at": one.expires_at,
                "body": tx.vault.seal_json(one.body, table="keyboards", column="body", row=key),
            }
        )
    if rows:
        tx.execute(_add, rows)


def find(tx: Tx, token: str) -> Keyboard | None:
    """The keyboard that this token was made for."""
    key = tx.vault.lookup("keyboard", token)
    row = tx.execute(_find, {"token": key}).first()
    return None if row is None else _keyboard(tx, row)


def _keyboard(tx: Tx, row: Any) -> Keyboard:
    key = row.token_key
    body = tx.vault.open_json(row.body, table="keyboards", column="body", row=key)
    return Keyboard(key, row.account_key, row.chat_key, row.expires_at, row.used_at, body, row.used_slots)


def pressed(tx: Tx, token: str, account_key: str, chat_id: int, now: datetime) -> Keyboard | None:
    """The keyboard of this token, if it was made for this account in this chat and has not expired.

    What is somebody else's is not even opened: it takes as long as what was never made.
    """
    key = tx.vault.lookup("keyboard", token)
    values = {"token": key, "account": account_key, "chat": tx.vault.lookup("chat", chat_id), "now": now}
    row = tx.execute(_pressed, values).first()
    return None if row is None else _keyboard(tx, row)


def use(tx: Tx, token_key: str, now: datetime) -> bool:
    """Use a keyboard up. False when somebody was faster."""
    return tx.execute(_use, {"token": token_key, "at": now}).rowcount == 1


def use_slot(tx: Tx, token_key: str, slot: int) -> bool:
    """Use one button of it up; False when it was used before, or somebody was faster.

    Args:
        slot: Its place, 0 to 61.
    """
    return tx.execute(_use_slot, {"token": token_key, "bit": 1 << slot}).rowcount == 1


def give_back(tx: Tx, known: Keyboard) -> None:
    """What was used up in this transaction had no effect: it is as it was."""
    values = {"token": known.token_key, "at": known.used_at, "slots": known.used_slots}
    tx.execute(_give_back, values)


def forget_all_of(tx: Tx, account_key: str) -> int:
    """No button that this account ever got works any more; returns how many keyboards it were."""
    return tx.execute(_forget_all_of, {"account": account_key}).rowcount


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
