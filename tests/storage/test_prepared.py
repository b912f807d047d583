"""A prepared statement answers as SQLAlchemy does, and refuses what could not be told apart later."""

import pytest
from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError, MultipleResultsFound, NoResultFound

from storage import house
from storage.engine import open_engine
from storage.prepared import Prepared
from storage.store import Store, Tx
from storage.tables import house as table
from storage.tables import people

_add = table.insert()
_named = select(table).where(table.c.name == bindparam("wanted"))
_all = select(table).order_by(table.c.name)


def _two(tx: Tx) -> None:
    tx.execute(_add, [{"name": "gate", "value": "open"}, {"name": "roof", "value": "whole"}])


async def test_rows_come_by_name_and_by_place(store: Store) -> None:
    """Whichever database keeps them."""

    def work(tx: Tx) -> tuple[object, ...]:
        _two(tx)
        found = tx.execute(_named, {"wanted": "roof"})
        row = found.one()
        return row.value, row[0], tx.execute(_all).scalar(), list(tx.execute(_all).scalars())

    assert await store.write(work) == ("whole", "roof", "gate", ["gate", "roof"])


async def test_one_row_is_neither_none_nor_two(store: Store) -> None:
    """`one` is for what must be there once."""

    def none(tx: Tx) -> None:
        tx.execute(_named, {"wanted": "cellar"}).one()

    def two(tx: Tx) -> None:
        _two(tx)
        tx.execute(_all).one()

    with pytest.raises(NoResultFound):
        await store.write(none)
    with pytest.raises(MultipleResultsFound):
        await store.write(two)


async def test_a_broken_rule_of_the_database_has_its_name(store: Store) -> None:
    """The same error as through SQLAlchemy, on both databases."""
    await store.write(_two)
    with pytest.raises(IntegrityError):
        await store.write(_two)
    assert await store.read(lambda tx: house.read(tx, "gate")) == "open"


def test_what_changes_with_its_values_is_not_prepared() -> None:
    """A list of any length is another statement each time; a value too many or too few is a mistake."""
    dialect = open_engine("sqlite:////nowhere").dialect
    with pytest.raises(TypeError, match="words change"):
        Prepared(select(people).where(people.c.id.in_(bindparam("ids", expanding=True))), ["ids"], dialect)
    with pytest.raises(TypeError, match=r"takes \['wanted'\], was given \['found'\]"):
        Prepared(_named, ["found"], dialect)


async def test_other_values_than_at_first_are_refused(store: Store) -> None:
    """A statement is worked out for the values that it first got."""
    if not store.sqlite:
        pytest.skip("SQLAlchemy sees to it itself")
    change = update(table).where(table.c.name == bindparam("wanted")).values(value=bindparam("now"))

    def work(tx: Tx) -> None:
        tx.execute(change, {"wanted": "gate", "now": "shut"})
        tx.execute(change, {"wanted": "gate", "now": "shut", "why": "night"})

    with pytest.raises(TypeError, match="was given"):
        await store.write(work)
