"""The queue's questions: right, bounded, and answered from indices whatever there is besides."""

from datetime import date, timedelta

import pytest

from storage import cases, matters, people, queue
from storage.records import MatterKind, MatterState, Stage, Urgency
from storage.store import Store, Tx
from storage.tables import cases as table
from storage.tables import matters as hung
from tests.storage.plans import rows_looked_at
from tests.storage.scenes import NOW, a_case

HOUR = timedelta(hours=1)
TODAY = date(2026, 11, 1)
MANY = 3_000
MOST = 8


def put(tx: Tx, code: str, **how: object) -> str:
    case = a_case(code, body={}, **how)
    cases.add(tx, case)
    return case.id


def codes_of(needs: object) -> list[str]:
    return [one.code for one in needs]  # type: ignore[attr-defined]  # the queue's own


def test_each_question_finds_its_cases_the_longest_waiting_first(store: Store) -> None:
    """And those of one owner, where she is asked for."""

    def work(tx: Tx) -> None:
        vera = people.welcome(tx, 1, 1, NOW).id
        put(tx, "AAA-AA1", waiting_since=NOW - HOUR, owner_id=vera)
        put(tx, "AAA-AA2", waiting_since=NOW - 2 * HOUR, stage=Stage.CLOSED)
        put(tx, "AAA-AA3", urgency=Urgency.NOW)
        put(tx, "AAA-AA4", urgency=Urgency.SOON, owner_id=vera)
        put(tx, "AAA-AA5", urgency=Urgency.NOW, stage=Stage.MERGED)
        put(tx, "AAA-AA6", promise_on=TODAY - timedelta(days=2), owner_id=vera)
        put(tx, "AAA-AA7", promise_on=TODAY)
        assert codes_of(queue.waiting(tx, 9)) == ["AAA-AA2", "AAA-AA1"]
        assert codes_of(queue.waiting(tx, 9, vera)) == ["AAA-AA1"]
        assert codes_of(queue.waiting(tx, 1)) == ["AAA-AA2"]
        assert codes_of(queue.urgent(tx, Urgency.NOW, 9)) == ["AAA-AA3"]
        assert codes_of(queue.urgent(tx, Urgency.SOON, 9)) == ["AAA-AA4"]
        assert codes_of(queue.urgent(tx, Urgency.NOW, 9, vera)) == []
        assert codes_of(queue.promised(tx, TODAY, 9)) == ["AAA-AA6", "AAA-AA7"]
        assert set(codes_of(queue.unowned(tx, 9))) == {"AAA-AA3", "AAA-AA7"}
        assert codes_of(queue.every(tx, 9, vera))[0] == "AAA-AA6"
        first = queue.every(tx, 2)
        after = queue.every(tx, 9, after=(first[1].at, first[1].case_id))
        assert not {one.case_id for one in first} & {one.case_id for one in after}
        assert len(first) + len(after) == queue.count_open(tx, 9) == 5
        assert queue.count_open(tx, 3) == 3

    store.write_now(work)


def test_what_hangs_on_a_case_is_found_by_its_time_and_by_what_was_said(store: Store) -> None:
    """Not what is done, and not on a case that is closed."""

    def work(tx: Tx) -> None:
        one = put(tx, "AAA-AA1")
        closed = put(tx, "AAA-AA2", stage=Stage.CLOSED)

        def hang(case: str, kind: MatterKind, hours: int | None = None) -> str:
            watch_at = None if hours is None else NOW + hours * HOUR
            return matters.add(tx, case, kind, {}, NOW, author_id=None, watch_at=watch_at)

        def changed(matter: str, **how: object) -> None:
            seen = matters.by_id(tx, matter)
            assert seen is not None
            matters.change(tx, seen, NOW, **how)  # type: ignore[arg-type]  # as the tests name them

        hang(one, MatterKind.TERM, 5)
        hang(one, MatterKind.NOTE, 1)
        hang(closed, MatterKind.FINE, 1)
        changed(hang(one, MatterKind.FINE, 3), state=MatterState.DONE)
        changed(hang(one, MatterKind.PETITION), said="overdue")
        changed(hang(one, MatterKind.CLAIM), said="contradicts")
        found = [(need.code, need.kind) for need in queue.due(tx, NOW + 6 * HOUR, 9)]
        assert found == [("AAA-AA1", "term")]
        assert queue.due(tx, NOW + 4 * HOUR, 9) == []
        assert [(need.code, need.kind) for need in queue.told(tx, 9)] == [("AAA-AA1", "petition")]
        assert codes_of(queue.contradicting(tx, 9)) == ["AAA-AA1"]
        assert queue.news(tx, 9) == []

    store.write_now(work)


def crowd(tx: Tx) -> str:
    """Many cases of every sort, as rows: nothing of them is opened."""
    owner = people.welcome(tx, 1, 1, NOW).id
    rows = [
        {
            "id": f"{number:032x}",
            "code": f"{number:07}",
            "stage": ("new", "active", "closed", "verifying")[number % 4],
            "situation": "missing",
            "urgency": ("calm", "soon", "now")[number % 3],
            "owner_id": owner if number % 5 else None,
            "language": "kk",
            "promise_on": TODAY + timedelta(days=number % 40 - 20),
            "waiting_since": NOW - number * HOUR if number % 2 else None,
            "version": 1,
            "made_at": NOW,
            "updated_at": NOW,
            "body": b"",
        }
        for number in range(MANY)
    ]
    tx.connection.execute(table.insert(), rows)
    kinds = ("term", "claim", "news", "fine", "note", "task")
    tx.connection.execute(
        hung.insert(),
        [
            {
                "id": f"{number:032x}",
                "case_id": f"{number:032x}",
                "kind": kinds[number % 6],
                "state": ("open", "done")[number % 7 == 0],
                "at": NOW,
                "changed_at": NOW,
                "watch_at": NOW + (number % 900) * HOUR,
                "said": (None, "contradicts", "ends")[number % 3],
                "revision": 1,
                "body": b"",
            }
            for number in range(MANY)
        ],
    )
    return owner


QUESTIONS = {
    "waiting": (queue._waiting, {}),
    "now": (queue._now, {}),
    "soon": (queue._soon, {}),
    "promised": (queue._promised, {"day": TODAY}),
    "unowned": (queue._unowned, {}),
    "every": (queue._every, {}),
    "contradicting": (queue._contradicting, {}),
    "news": (queue._news, {}),
    "due": (queue._due, {"until": NOW + 24 * HOUR}),
    "told": (queue._told, {}),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_looks_at_more_than_it_answers(name: str, store: Store) -> None:
    """Of three thousand cases some dozens of rows for eight lines; a scan or a sort would touch them all."""
    store.write_now(crowd)
    question, values = QUESTIONS[name]

    assert rows_looked_at(store, question.of_all, {"most": MOST, **values}) < 25 * MOST


def test_her_own_cases_come_from_an_index_too(store: Store) -> None:
    """As they are asked for by /queue, and page by page."""
    owner = store.write_now(crowd)

    values = {"most": MOST, "owner": owner}
    assert rows_looked_at(store, queue._every.of_owner, values) < 25 * MOST
    after = {"most": MOST, "day": TODAY, "from_day": TODAY, "case": f"{MANY // 2:032x}"}
    assert rows_looked_at(store, queue._every_after.of_all, after) < MANY // 10
    assert rows_looked_at(store, queue._count_open, {"most": 100}) < 300


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["waiting", "now", "soon", "promised", "unowned", "every"])
def test_no_sealed_body_is_touched(name: str, store: Store) -> None:
    """The index has all that is shown."""
    question, values = QUESTIONS[name]

    def plan(tx: Tx) -> str:
        compiled = question.of_all.compile(dialect=tx.connection.dialect)
        bound = compiled.construct_params({"most": MOST, **values})
        given = tuple(
            compiled._bind_processors.get(name, lambda value: value)(bound[name])
            for name in compiled.positiontup
        )
        rows = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", given).all()
        return " / ".join(str(row[3]) for row in rows)

    told = store.write_now(plan)
    assert "COVERING INDEX" in told
    assert "TEMP B-TREE" not in told
