"""A few facts about the whole house, one row each."""

from sqlalchemy import bindparam, select

from storage.errors import ForeignKeys
from storage.statements import insert_new, insert_or_replace
from storage.store import Tx
from storage.tables import house

_FINGERPRINT = "key_fingerprint"

_read = select(house.c.value).where(house.c.name == bindparam("wanted"))
_write = insert_or_replace(house, "name", ["value"])
_claim = insert_new(house, ["name", "value"])


def read(tx: Tx, name: str) -> str | None:
    """The fact under *name*."""
    value: str | None = tx.execute(_read, {"wanted": name}).scalar()
    return value


def write(tx: Tx, name: str, value: str) -> None:
    """Note a fact, in place of what was known under *name*. Nothing personal: it stands readable."""
    tx.execute(_write(tx), {"name": name, "value": value})


def check(tx: Tx) -> None:
    """Refuse keys that this database was not sealed with; one that nobody has claimed takes any.

    Raises:
        ForeignKeys: It belongs to other keys.
    """
    known = read(tx, _FINGERPRINT)
    if known is not None and known != tx.vault.fingerprint():
        raise ForeignKeys


def claim(tx: Tx) -> None:
    """From its first start on, this database belongs to these keys. As `check`, and writes.

    Raises:
        ForeignKeys: It belongs to other keys already.
    """
    # Two first starts at once: whoever commits first stands, the other reads what that one wrote.
    tx.execute(_claim(tx), {"name": _FINGERPRINT, "value": tx.vault.fingerprint()})
    check(tx)
