"""Invitations and codes that were typed and are none: counted, so that nobody can go on guessing.

What was typed is not kept, only by whom (a keyed hash), at what, and when. All processes count together.
"""

from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from storage.ids import new_id
from storage.store import Tx
from storage.tables import guesses

_add = guesses.insert()
_of_account = (
    select(func.count())
    .select_from(guesses)
    .where(
        guesses.c.account_key == bindparam("account"),
        guesses.c.secret == bindparam("at_what"),
        guesses.c.at > bindparam("since"),
    )
)
_of_all = (
    select(func.count())
    .select_from(guesses)
    .where(guesses.c.secret == bindparam("at_what"), guesses.c.at > bindparam("since"))
)
_purge = delete(guesses).where(guesses.c.at < bindparam("before"))


def add(tx: Tx, account_key: str, secret: str, now: datetime) -> None:
    """This account guessed wrong.

    Args:
        secret: What it guessed at.
    """
    tx.execute(_add, {"id": new_id(now), "secret": secret, "account_key": account_key, "at": now})


def counts(tx: Tx, account_key: str, secret: str, since: datetime) -> tuple[int, int]:
    """How many wrong guesses since then: of this account, and of all."""
    hers = tx.execute(_of_account, {"account": account_key, "at_what": secret, "since": since}).scalar_one()
    every = tx.execute(_of_all, {"at_what": secret, "since": since}).scalar_one()
    return hers, every


def purge(tx: Tx, before: datetime) -> int:
    """Forget what counts no more."""
    return tx.execute(_purge, {"before": before}).rowcount
