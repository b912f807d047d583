"""A broadcast that runs: people who know the hotline, and a row for each in its outbox."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from handlers.cast_cards import begun_with
from handlers.rules import broadcasting, discretion
from storage import broadcasts, keys, outbox, people
from storage.cast_rows import key_of, kind_of
from storage.ids import new_id
from storage.records import Broadcast, CastState, Lane, Outgoing, Role
from storage.store import Store, Tx
from storage.tables import people as people_table
from tests.bench.sending.plan import ASKERS, AUTHOR

_SLICE = 5_000
_WORDS = "<b>Almaty, 12:00.</b> Nineteen people were taken at the market. If you know where one is, tell us."


@dataclass(frozen=True, slots=True)
class Seeded:
    """What waits.

    Attributes:
        account_of: By the person's id.
    """

    broadcast_id: str
    account_of: Mapping[str, int]


def store_of(environment: Mapping[str, str]) -> Store:
    """The database and keys that a bot with this environment would open."""
    data = Path(environment["IZDEU_DATA_DIR"])
    passphrase = Path(environment["IZDEU_PASSPHRASE_FILE"]).read_text(encoding="utf-8")
    return Store(
        environment.get("IZDEU_DATABASE_URL", f"sqlite:///{data / 'izdeu.db'}"), keys.unlock(data, passphrase)
    )


def seed(store: Store, count: int) -> Seeded:
    """Let a broadcast wait for the accounts 1 to *count*, in slices of one transaction each."""
    one = store.write_now(_begin)
    account_of: dict[str, int] = {}
    for first in range(1, count + 1, _SLICE):
        these = range(first, min(first + _SLICE, count + 1))
        account_of |= store.write_now(lambda tx, these=these: _fill(tx, one, these))  # type: ignore[misc]  # bound to this round
    store.write_now(lambda tx: broadcasts.save(tx, one, datetime.now(UTC), filled=True))
    return Seeded(one.id, account_of)


def _begin(tx: Tx) -> Broadcast:
    now = datetime.now(UTC)
    author = people.welcome(tx, AUTHOR, AUTHOR, now)
    people.set_language(tx, author.id, "en")
    people.set_role(tx, author.id, Role.COORDINATOR, now)
    _know(tx, ASKERS, now)
    body = {**broadcasting.blank(), "texts": {"en": {"html": _WORDS}}, "fallback": "en"}
    one = broadcasts.begin(tx, author.id, body, now, state=CastState.RUNNING, urgent=True, start_at=now)
    return broadcasts.save(tx, one, now, body=begun_with(one.body, author.id))


def _know(tx: Tx, accounts: Iterable[int], now: datetime) -> dict[str, int]:
    account_of = {new_id(now): account for account in accounts}
    rows = [
        {
            "id": person_id,
            "account_key": tx.vault.lookup("account", account),
            "role": Role.FAMILY.value,
            "language": "en",
            "reachable": True,
            "joined_at": now,
            "seen_at": now,
            "body": tx.vault.seal_json({"chat": account}, table="people", column="body", row=person_id),
        }
        for person_id, account in account_of.items()
    ]
    tx.connection.execute(insert(people_table), rows)
    return account_of


def _fill(tx: Tx, one: Broadcast, accounts: range) -> dict[str, int]:
    now = datetime.now(UTC)
    account_of = _know(tx, accounts, now)
    # As `handlers.casting.message` writes them.
    body = {
        **discretion.manner(Role.FAMILY, None),
        "broadcast": one.id,
        "wording": "en",
        "language": "en",
    }
    outbox.add(
        tx,
        [
            Outgoing(
                key_of(one.id, person_id),
                account,
                person_id,
                Lane.BROADCAST,
                kind_of("en"),
                now,
                body,
                one.id,
            )
            for person_id, account in account_of.items()
        ],
        now,
    )
    return account_of
