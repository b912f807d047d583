"""Events and the cases under them, on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from storage import cases, incidents, people
from storage.ids import new_id
from storage.store import Store, Tx
from storage.tables import incidents as rows
from tests.storage.scenes import NOW, a_case


@pytest.fixture
def author(store: Store) -> str:
    return store.write_now(lambda tx: people.welcome(tx, 7, 7, NOW)).id


def reported(tx: Tx, code: str) -> str:
    """A case with this code; its id."""
    case = replace(a_case(id=new_id(NOW)), code=code)
    cases.add(tx, case)
    return case.id


def named(store: Store, author: str, *names: str) -> list[str]:
    """Their ids."""
    return [store.write_now(lambda tx, name=name: incidents.begin(tx, author, name, NOW)) for name in names]


def two_cases(store: Store) -> list[str]:
    """Their ids."""
    codes = ("K7Q-4M2", "K7Q-4M3")
    return [store.write_now(lambda tx, code=code: reported(tx, code)) for code in codes]


def test_a_case_is_under_it_once_until_it_is_taken_out(store: Store, author: str) -> None:
    """Put twice, it counts once; what has cases is not removed."""
    one = store.write_now(lambda tx: incidents.begin(tx, author, "A gathering", NOW))
    case = store.write_now(lambda tx: reported(tx, "K7Q-4M2"))
    assert [store.write_now(lambda tx: incidents.put(tx, one, case, NOW)) for _ in range(2)] == [True, False]
    assert store.write_now(lambda tx: incidents.count(tx, one)) == 1
    assert [each.name for each in store.write_now(lambda tx: incidents.of_case(tx, case))] == ["A gathering"]
    assert store.write_now(lambda tx: incidents.case_ids(tx, one)) == {case}
    assert not store.write_now(lambda tx: incidents.remove(tx, one))
    assert [store.write_now(lambda tx: incidents.take_out(tx, one, case)) for _ in range(2)] == [True, False]
    assert store.write_now(lambda tx: incidents.remove(tx, one))
    assert store.write_now(lambda tx: incidents.find(tx, one)) is None


def test_the_latest_first_and_cases_in_pages(store: Store, author: str) -> None:
    """As many as asked for, each once."""
    made = [
        store.write_now(lambda tx, name=name: incidents.begin(tx, author, name, NOW))
        for name in ("a", "b", "c")
    ]
    store.write_now(lambda tx: incidents.rename(tx, made[0], "first"))

    def names(limit: int, before: str | None = None) -> list[str]:
        return [one.name for one in store.write_now(lambda tx: incidents.every(tx, limit, before))]

    assert (names(2), names(2, made[1])) == (["c", "b"], ["first"])
    for case in two_cases(store):
        store.write_now(lambda tx, case=case: incidents.put(tx, made[0], case, NOW))
    first = store.write_now(lambda tx: incidents.briefs(tx, made[0], "", 1))
    rest = store.write_now(lambda tx: incidents.briefs(tx, made[0], first[0].id, 9))
    assert [one.code for one in (*first, *rest)] == ["K7Q-4M2", "K7Q-4M3"]


def test_what_one_is_under_the_other_is_under_too(store: Store, author: str) -> None:
    """Where both are already, nothing is doubled."""
    shared, own = [
        store.write_now(lambda tx, name=name: incidents.begin(tx, author, name, NOW)) for name in ("x", "y")
    ]
    case, into = [
        store.write_now(lambda tx, code=code: reported(tx, code)) for code in ("K7Q-4M2", "K7Q-4M3")
    ]
    for one, other in ((shared, case), (own, case), (shared, into)):
        store.write_now(lambda tx, one=one, other=other: incidents.put(tx, one, other, NOW))
    store.write_now(lambda tx: incidents.joined(tx, case, into, NOW))
    assert [each.id for each in store.write_now(lambda tx: incidents.of_case(tx, into))] == [shared, own]
    store.write_now(lambda tx: incidents.erase_of_case(tx, case))
    assert store.write_now(lambda tx: incidents.case_ids(tx, shared)) == {into}


def test_a_damaged_one_hides_no_other(store: Store, author: str) -> None:
    """It is left out; what is under it is still known, so that a broadcast to it reaches whom it should."""
    broken, whole = named(store, author, "x", "y")
    case, _ = two_cases(store)
    for one in (broken, whole):
        store.write_now(lambda tx, one=one: incidents.put(tx, one, case, NOW))

    def damage(tx: Tx) -> None:
        tx.execute(update(rows).where(rows.c.id == broken).values(body=b"damaged"))

    store.write_now(damage)
    assert [one.id for one in store.write_now(lambda tx: incidents.every(tx, 9))] == [whole]
    assert [one.id for one in store.write_now(lambda tx: incidents.of_case(tx, case))] == [whole]
    assert store.write_now(lambda tx: incidents.find(tx, broken)) is None
    assert store.write_now(lambda tx: incidents.case_ids(tx, broken)) == {case}
