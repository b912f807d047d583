"""Promises in SQL: what is due, what the team knows, and who is owed a word."""

from datetime import date, timedelta

from sqlalchemy import update

from storage import cases, people, promises
from storage.records import Stage
from storage.store import Store, Tx
from storage.tables import cases as table
from tests.storage.scenes import NOW, a_case

DAY = date(2026, 11, 5)
ONE = timedelta(days=1)


def test_the_team_is_reminded_of_each_promise_twice_at_most(store: Store) -> None:
    """Two days before, and one; of the next promise anew; of a closed case never."""

    def work(tx: Tx) -> list[list[str]]:
        soon = a_case("SOON", promise_on=DAY + 2 * ONE)
        closed = a_case("CLOSED", promise_on=DAY + 2 * ONE, stage=Stage.CLOSED)
        for one in (soon, closed, a_case("LATER", promise_on=DAY + 3 * ONE)):
            cases.add(tx, one)
        seen = [[one.code for one in promises.near(tx, DAY, 9)]]
        promises.reminded(tx, soon.id, promises.TWO_DAYS)
        seen.append([one.code for one in promises.near(tx, DAY, 9)])
        seen.append([one.code for one in promises.near(tx, DAY + ONE, 9)])
        promises.reminded(tx, soon.id, promises.ONE_DAY)
        seen.append([one.code for one in promises.near(tx, DAY + ONE, 9)])
        cases.change(tx, soon.id, NOW, promise_on=DAY + 2 * ONE)
        seen.append([one.code for one in promises.near(tx, DAY + ONE, 9)])
        return seen

    # On the next day the later one is two days away, too; of a new day of the same name nobody has heard.
    assert store.write_now(work) == [["SOON"], [], ["SOON", "LATER"], ["LATER"], ["SOON", "LATER"]]


def test_a_word_is_owed_until_it_is_said_or_a_letter_goes_out_or_the_case_is_closed(store: Store) -> None:
    """To whoever can be reached, when it is time."""

    def work(tx: Tx) -> None:
        her = people.welcome(tx, 1, 1, NOW)
        first, second = a_case("FIRST"), a_case("SECOND")
        for one in (first, second):
            cases.add(tx, one)
            cases.follow(tx, one.id, her.id, NOW)
            promises.owe(tx, one.id, her.id, NOW + timedelta(hours=1))
        assert promises.owed_to(tx, NOW, 9) == []
        later = NOW + timedelta(hours=1)
        assert promises.owed_to(tx, later, 9) == [(her, None)]
        assert [one.code for one in promises.owed_about(tx, her.id)] == ["FIRST", "SECOND"]
        people.set_reachable(tx, her.id, False)
        assert promises.owed_to(tx, later, 9) == []
        people.set_reachable(tx, her.id, True)
        promises.forgive(tx, first.id)
        assert [one.code for one in promises.owed_about(tx, her.id)] == ["SECOND"]
        cases.change(tx, second.id, NOW, stage=Stage.CLOSED)
        cases.change(tx, second.id, NOW, stage=Stage.ACTIVE)
        assert promises.owed_to(tx, later, 9) == []
        promises.owe(tx, first.id, her.id, NOW)
        promises.put_off(tx, her.id, later)
        assert promises.owed_to(tx, NOW, 9) == []
        promises.told(tx, her.id, DAY)
        assert promises.owed_to(tx, later, 9) == []
        promises.owe(tx, first.id, her.id, NOW)
        assert promises.owed_to(tx, NOW, 9) == [(her, DAY)]

    store.write_now(work)


def test_a_case_that_is_damaged_holds_up_no_other(store: Store) -> None:
    """What was promised to others is still kept."""

    def work(tx: Tx) -> list[str]:
        damaged = a_case("DAMAGED", promise_on=DAY - ONE)
        for one in (damaged, a_case("WHOLE", promise_on=DAY)):
            cases.add(tx, one)
        tx.connection.execute(update(table).where(table.c.id == damaged.id).values(body=b"\x01\x01damaged"))
        return [one.code for one in promises.due(tx, DAY, 1)]

    assert store.write_now(work) == ["WHOLE"]
