"""A few facts about the whole house, one row each."""

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.errors import ForeignKeys
from storage.store import Tx
from storage.tables import house

_FINGERPRINT = "key_fingerprint"

_read = select(house.c.value).where(house.c.name == bindparam("wanted"))
_values: dict[str, BindParameter[str]] = {"name": bindparam("name"), "value": bindparam("value")}
_claims = {
    "sqlite": sqlite.insert(house).values(_values).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(house).values(_values).on_conflict_do_nothing(),
}
_in_sqlite = sqlite.insert(house).values(_values)
_in_postgres = postgresql.insert(house).values(_values)
_writes = {
    "sqlite": _in_sqlite.on_conflict_do_update(
        index_elements=[house.c.name], set_={"value": _in_sqlite.excluded.value}
    ),
    "postgresql": _in_postgres.on_conflict_do_update(
        index_elements=[house.c.name], set_={"value": _in_postgres.excluded.value}
    ),
}


def read(tx: Tx, name: str) -> str | None:
    """The fact under *name*."""
    value: str | None = tx.connection.execute(_read, {"wanted": name}).scalar()
    return value


def write(tx: Tx, name: str, value: str) -> None:
    """Note a fact, in place of what was known under *name*. Nothing personal: it stands readable."""
    tx.connection.execute(_writes[tx.connection.dialect.name], {"name": name, "value": value})


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
    tx.connection.execute(
        _claims[tx.connection.dialect.name], {"name": _FINGERPRINT, "value": tx.vault.fingerprint()}
    )
    check(tx)
