"""Who hears, besides the team, if somebody does not come back: named by her, by a link, with his own yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, or_, select

from storage.statements import insert_or_replace
from storage.store import Tx
from storage.tables import companion_links, companions

_her = companions.c.person_id == bindparam("person")
_him = companions.c.companion_id == bindparam("companion")
_of = select(companions).where(_her).order_by(companions.c.since)
_for_whom = select(companions).where(_him).order_by(companions.c.since)
_add = insert_or_replace(companions, ("person_id", "companion_id"), ["since", "body"])
_remove = delete(companions).where(_her, _him)
_remove_all = delete(companions).where(
    or_(companions.c.person_id == bindparam("person"), companions.c.companion_id == bindparam("person"))
)
_this_link = companion_links.c.token_key == bindparam("token")
_alive = companion_links.c.expires_at > bindparam("now")
_find_link = select(companion_links).where(_this_link, _alive)
_use_link = delete(companion_links).where(_this_link)
_count_links = select(func.count()).where(companion_links.c.person_id == bindparam("person"), _alive)
_remove_links = delete(companion_links).where(companion_links.c.person_id == bindparam("person"))
_forget_links = delete(companion_links).where(companion_links.c.expires_at <= bindparam("now"))


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who hears if *person* does not come back.

    Attributes:
        known_as: As whom he knows her, in her own words.
    """

    person_id: str
    companion_id: str
    since: datetime
    known_as: str


@dataclass(frozen=True, slots=True)
class CompanionLink:
    """A link that is out and not used."""

    person_id: str
    known_as: str


def _companion(tx: Tx, row: Any) -> Companion:
    name = f"{row.person_id}/{row.companion_id}"
    body = tx.vault.open_json(row.body, table="companions", column="body", row=name)
    return Companion(row.person_id, row.companion_id, row.since, body["name"])


def of(tx: Tx, person_id: str) -> Sequence[Companion]:
    """Who hears of her, the first named first."""
    return [_companion(tx, row) for row in tx.execute(_of, {"person": person_id})]


def for_whom(tx: Tx, companion_id: str) -> Sequence[Companion]:
    """Of whom he hears."""
    return [_companion(tx, row) for row in tx.execute(_for_whom, {"companion": companion_id})]


def add(tx: Tx, person_id: str, companion_id: str, known_as: str, now: datetime) -> None:
    """He agreed."""
    body = {"name": known_as}
    sealed = tx.vault.seal_json(body, table="companions", column="body", row=f"{person_id}/{companion_id}")
    values = {"person_id": person_id, "companion_id": companion_id, "since": now, "body": sealed}
    tx.execute(_add(tx), values)


def remove(tx: Tx, person_id: str, companion_id: str) -> bool:
    """He hears no more of her; False where he did not."""
    return tx.execute(_remove, {"person": person_id, "companion": companion_id}).rowcount > 0


def remove_all(tx: Tx, person_id: str) -> None:
    """Nobody hears of her, she hears of nobody, and no link of hers works any more."""
    tx.execute(_remove_all, {"person": person_id})
    tx.execute(_remove_links, {"person": person_id})


def make_link(tx: Tx, token: str, person_id: str, known_as: str, expires_at: datetime, now: datetime) -> None:
    """Remember a link; its token is kept nowhere."""
    key = tx.vault.lookup("companion", token)
    sealed = tx.vault.seal_json({"name": known_as}, table="companion_links", column="body", row=key)
    values = {
        "token_key": key,
        "person_id": person_id,
        "made_at": now,
        "expires_at": expires_at,
        "body": sealed,
    }
    tx.execute(companion_links.insert(), values)


def link(tx: Tx, token: str, now: datetime) -> CompanionLink | None:
    """The link with this token; None for one that was used, is too old, or never was."""
    key = tx.vault.lookup("companion", token)
    row = tx.execute(_find_link, {"token": key, "now": now}).first()
    if row is None:
        return None
    body = tx.vault.open_json(row.body, table="companion_links", column="body", row=key)
    return CompanionLink(row.person_id, body["name"])


def use_link(tx: Tx, token: str) -> bool:
    """It works no more; False where it did not any more."""
    return tx.execute(_use_link, {"token": tx.vault.lookup("companion", token)}).rowcount > 0


def count_links(tx: Tx, person_id: str, now: datetime) -> int:
    """How many links of hers are out."""
    count: int = tx.execute(_count_links, {"person": person_id, "now": now}).scalar_one()
    return count


def forget_links(tx: Tx, now: datetime) -> None:
    """What is too old goes."""
    tx.execute(_forget_links, {"now": now})
