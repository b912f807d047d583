"""Two months of thirty cases; and that the year would find what must never happen."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from random import Random

import pytest

from bot import daytime
from handlers import promising
from handlers.rounds import Rounds
from handlers.rules.decision import Notice
from handlers.rules.office import Daytime, Office
from storage import promises
from storage.records import Person
from storage.store import Store, Tx
from tests.year.run import Year
from tests.year.told import wrong

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


def lived(store: Store, cases: int = 12, days: int = 24) -> list[str]:
    """What is wrong after so long; each kind by the word that it begins with."""
    return [one.partition(":")[0] for one in wrong(Year(store, cases, days, Random(7)).live())]


@on_sqlite
def test_two_months_of_thirty_cases(store: Store) -> None:
    """The clocks of America and Europe go forward in them, and now and then the power is gone for days."""
    year = Year(store, 30, 60, Random(1))
    told = year.live()

    assert wrong(told) == []
    assert len(told.owed) > 200
    assert len(year.dark) > 3
    assert {one.how for one in told.promised} == {"letter", "due", "closed", None}


def test_a_month_on_either_database(store: Store) -> None:
    """A few cases are enough to see that both keep the same state."""
    assert lived(store) == []


@on_sqlite
def test_however_little_is_done_at_once_all_of_it_is_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with more cases of one day than are looked at in one go."""
    monkeypatch.setattr(promising, "_MANY", 2)
    monkeypatch.setattr(promising, "_AT_ONCE", 2)
    assert lived(store) == []


@on_sqlite
def test_a_reminder_that_comes_twice_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if what was said had not been written down."""
    once = promising._send

    def twice(tx: Tx, now: datetime, what: str, reader: Person, notice: Notice) -> None:
        once(tx, now, what, reader, notice)
        once(tx, now + timedelta(microseconds=1), what, reader, notice)

    monkeypatch.setattr(promising, "_send", twice)
    assert {"reminders", "2 times"} <= set(lived(store))


@on_sqlite
def test_a_message_at_night_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if everybody lived where the office is."""
    monkeypatch.setattr(Office, "by_day", lambda self, _person, now: Daytime(now, self.zone.key))
    monkeypatch.setattr(daytime, "held_until", lambda _zone, _now, _own: None)
    assert "at night" in lived(store)


@on_sqlite
def test_a_word_that_is_forgotten_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nobody were owed anything."""
    monkeypatch.setattr(promises, "owe", lambda _tx, _case, _person, _at: None)
    assert "never" in lived(store)


@on_sqlite
def test_a_word_for_each_case_on_one_day_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if each of her cases spoke by itself."""

    def one_by_one(tx: Tx, person_id: str) -> Sequence[promises.Owed]:
        return all_of(tx, person_id)[:1]

    def heard(tx: Tx, person_id: str, _day: object) -> None:
        tx.connection.exec_driver_sql(
            "UPDATE followers SET owed_at = NULL WHERE person_id = ? AND case_id = ?",
            (person_id, all_of(tx, person_id)[0].case_id),
        )

    def apart(tx: Tx, now: datetime, what: str, reader: Person, notice: Notice) -> None:
        # The database itself would refuse a second word of the same moment.
        once(tx, now, f"{what}/{next(numbers)}", reader, notice)

    all_of, once, numbers = promises.owed_about, promising._send, count()
    monkeypatch.setattr(promising, "_send", apart)
    monkeypatch.setattr(promises, "owed_about", one_by_one)
    monkeypatch.setattr(promises, "told", heard)
    assert any("words on one day" in one for one in lived(store))


@on_sqlite
def test_what_hangs_on_a_case_and_is_not_looked_after_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if that job did not run."""
    monkeypatch.setattr(Rounds, "tend_matters", lambda _self, _tx, _now: 0)
    assert "left" in lived(store, cases=30, days=4)
