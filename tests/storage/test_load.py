"""Who has how much in hand, counted as it is kept, and without a look at what is over."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from storage import assignments, cases, entries, load, people, tasks
from storage.assignments import Answer, Ping
from storage.records import EntryKind, Role, Stage
from storage.store import Store, Tx
from storage.tables import cases as cases_table
from storage.tables import entries as entries_table
from tests.storage.plans import rows_looked_at
from tests.storage.scenes import NOW, a_case

DAY = timedelta(days=1)
_BODY = {"text": "made up", "code": None}


def someone(tx: Tx, number: int) -> str:
    """A volunteer."""
    one = people.welcome(tx, number, number, NOW)
    people.set_role(tx, one.id, Role.VOLUNTEER, NOW)
    return one.id


def a_case_of(tx: Tx, code: str) -> str:
    """A case with this code."""
    case = a_case(code=code)
    tx.vault.begin(case.id)
    cases.add(tx, case)
    return case.id


def a_task(tx: Tx, case_id: str | None, holder: str | None, author: str, due: datetime | None) -> str:
    """An open one."""
    return tasks.add(tx, case_id, "call", _BODY, NOW, author_id=author, holder_id=holder, due_at=due)


def a_role(tx: Tx, case_id: str, asker: str, at: datetime = NOW) -> str:
    """Somebody is looked for."""
    return assignments.add(tx, case_id, "call", {"what": "-"}, at, asked_by=asker, due_on=None, urgent=False)


def test_tasks_are_counted_by_who_has_them_and_what_is_overdue_is_found(store: Store) -> None:
    def work(tx: Tx) -> tuple[object, ...]:
        first, second = someone(tx, 1), someone(tx, 2)
        going, closed = a_case_of(tx, "K7Q-4MC"), a_case_of(tx, "P3W-8TX")
        late = a_task(tx, going, first, first, NOW - DAY)
        alone = a_task(tx, None, None, first, NOW - 2 * DAY)
        a_task(tx, None, first, first, NOW + DAY)
        a_task(tx, None, second, first, None)
        a_task(tx, closed, second, first, NOW - DAY)
        done = tasks.by_id(tx, a_task(tx, None, second, first, NOW - DAY))
        assert done is not None
        tasks.change(tx, done, NOW, done=True)
        cases.change(tx, closed, NOW, stage=Stage.CLOSED)
        found = load.overdue(tx, NOW, 10)
        return (
            load.tasks_of(tx, NOW) == {first: (2, 1), second: (1, 0)},
            load.count_overdue(tx, NOW),
            [(one.task_id, one.code, one.holder_id) for one in found]
            == [(alone, None, None), (late, "K7Q-4MC", first)],
            [one.task_id for one in load.overdue(tx, NOW, 1, 1)] == [late],
        )

    assert store.write_now(work) == (True, 2, True, True)


def test_roles_are_counted_by_case_and_what_nobody_has_taken_is_found(store: Store) -> None:
    def work(tx: Tx) -> tuple[object, ...]:
        hers, other = someone(tx, 1), someone(tx, 2)
        one, two = a_case_of(tx, "K7Q-4MC"), a_case_of(tx, "P3W-8TX")
        held = [a_role(tx, one, other, NOW), a_role(tx, one, other, NOW + DAY), a_role(tx, two, other, NOW)]
        for each in held:
            assert assignments.take(tx, each, hers, NOW + 2 * DAY)
        assert assignments.end(tx, held[2], assignments.State.DONE, NOW)
        younger, older = a_role(tx, two, other, NOW + DAY), a_role(tx, two, other, NOW)
        for each, state in ((younger, Answer.ASKED), (older, Answer.LATER), (held[0], Answer.ACCEPTED)):
            assignments.keep(tx, [Ping(each, hers, 1, state, 1, NOW)])
        asked = [(each.assignment_id, each.code, each.since) for each in load.unanswered(tx, 10)]
        return (
            load.cases_of(tx) == {hers: 1},
            load.asked_of(tx) == {hers: 1},
            load.count_unanswered(tx),
            asked == [(older, "P3W-8TX", NOW), (younger, "P3W-8TX", NOW + DAY)],
            [each.assignment_id for each in load.in_hand(tx, hers)] == sorted(held[:2]),
        )

    assert store.write_now(work) == (True, True, 2, True, True)


def test_a_week_is_counted_from_its_beginning_to_its_end(store: Store) -> None:
    def work(tx: Tx) -> tuple[object, ...]:
        case = a_case_of(tx, "K7Q-4MC")
        made = cases.by_id(tx, case)
        assert made is not None
        at = made.made_at
        for kind, when in (
            (EntryKind.UPDATE, NOW),
            (EntryKind.UPDATE, NOW + DAY),
            (EntryKind.UPDATE, NOW + 7 * DAY),
            (EntryKind.NOTHING_NEW, NOW + DAY),
            (EntryKind.WORD, NOW + DAY),
        ):
            entries.add(tx, kind, when, case_id=case, author_id=None, body={"text": "made up"})
        return (
            load.written(tx, NOW, NOW + 7 * DAY),
            load.new_cases(tx, at, at + DAY),
            load.new_cases(tx, at - DAY, at),
        )

    assert store.write_now(work) == ((2, 1), 1, 0)


@pytest.mark.parametrize("question", ["cases", "letters"])
def test_a_week_is_counted_without_a_look_at_other_weeks(store: Store, question: str) -> None:
    def fill(tx: Tx) -> None:
        case = a_case_of(tx, "K7Q-4MC")
        row = tx.connection.execute(cases_table.select().where(cases_table.c.id == case)).mappings().one()
        old = datetime(2020, 1, 1, tzinfo=UTC)
        many = [{**row, "id": f"{n:032}", "code": f"{n:07}", "made_at": old} for n in range(400)]
        tx.connection.execute(insert(cases_table), many)
        letters = [
            {"id": f"{n:032}", "case_id": case, "kind": "update", "at": old, "body": b"made up"}
            for n in range(400)
        ]
        tx.connection.execute(insert(entries_table), letters)

    store.write_now(fill)
    asked = load._new_cases if question == "cases" else load._written
    assert rows_looked_at(store, asked, {"begin": NOW - DAY, "end": NOW + DAY}) < 40
