"""`izdeu revoke`: a role is taken away by whoever runs the machine, who knows people by codes only."""

import secrets
from collections.abc import Iterator

from bot.clock import Clock
from bot.settings import Settings
from handlers.context import Speech
from handlers.membership import members, take_role_away
from handlers.rules.codes import read_short
from storage import house, migrate
from storage.store import Store, Tx
from storage.vault import Vault


def team(settings: Settings, vault: Vault) -> Iterator[str]:
    """One line for each of the team: code, role, since when.

    Raises:
        StoreTrouble: The database cannot be reached, or is of another version.
        ForeignKeys: The keys belong to another database.
    """
    store = _opened(settings, vault)
    try:
        known = store.write_now(members)
    finally:
        store.close()
    for one in known:
        yield f"{one.code}  {one.person.role:<11}  since {one.since.astimezone(settings.zone):%Y-%m-%d}"


def revoke(settings: Settings, vault: Vault, code: str, clock: Clock) -> bool:
    """Take the role of the one with this code; False where nobody on the team, or more than one, has it.

    Errors as `team`.
    """
    wanted = read_short(code)

    def work(tx: Tx) -> bool:
        found = [one for one in members(tx) if one.code == wanted]
        if len(found) != 1:
            return False
        take_role_away(Speech(tx, clock.now(), f"revoke/{secrets.token_hex(8)}"), found[0], None)
        return True

    store = _opened(settings, vault)
    try:
        return store.write_now(work)
    finally:
        store.close()


def _opened(settings: Settings, vault: Vault) -> Store:
    migrate.check(settings.database_url)
    store = Store(settings.database_url, vault)
    store.write_now(house.claim)
    return store
