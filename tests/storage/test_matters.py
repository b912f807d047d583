"""What hangs on a case: kept sealed, changed by whoever has seen it, looked at when it is due."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import cases, matters, people
from storage.errors import Overtaken
from storage.records import Matter, MatterKind, MatterState
from storage.store import Store, Tx
from storage.tables import matters as table
from tests.storage.scenes import NOW, TEXT, a_case

HOUR = timedelta(hours=1)


def a_claim(tx: Tx, **how: object) -> Matter:
    case = a_case(body={})
    tx.vault.begin(case.id)
    cases.add(tx, case)
    made = matters.add(tx, case.id, MatterKind.CLAIM, {"text": TEXT}, NOW, author_id=None, **how)  # type: ignore[arg-type]  # as the tests name them
    one = matters.by_id(tx, made)
    assert one is not None
    return one


def test_it_comes_back_as_it_was_kept_and_lies_sealed(store: Store) -> None:
    """Under the key of its case."""
    one = store.write_now(a_claim)
    assert (one.body, one.state, one.revision) == ({"text": TEXT}, MatterState.OPEN, 1)
    row = store.write_now(lambda tx: tx.connection.execute(select(table)).one())
    assert TEXT.encode() not in row.body


def test_whoever_has_not_seen_the_latest_changes_nothing(store: Store) -> None:
    """Two have it open; the second is told, and the first one's words stay."""
    seen = store.write_now(a_claim)
    store.write_now(lambda tx: matters.change(tx, seen, NOW + HOUR, body={"text": "first"}))
    with pytest.raises(Overtaken):
        store.write_now(lambda tx: matters.change(tx, seen, NOW + HOUR, body={"text": "second"}))
    now = store.write_now(lambda tx: matters.by_id(tx, seen.id))
    assert now is not None
    assert (now.body, now.revision) == ({"text": "first"}, 2)


def test_what_is_left_out_of_a_change_stays(store: Store) -> None:
    """And None is a value: it is looked at no more."""
    seen = store.write_now(lambda tx: a_claim(tx, watch_at=NOW + HOUR))
    store.write_now(lambda tx: matters.change(tx, seen, NOW, said="ends"))
    now = store.write_now(lambda tx: matters.by_id(tx, seen.id))
    assert now is not None
    assert (now.watch_at, now.said, now.body) == (NOW + HOUR, "ends", {"text": TEXT})
    store.write_now(lambda tx: matters.change(tx, now, NOW, watch_at=None, state=MatterState.DONE))
    done = store.write_now(lambda tx: matters.by_id(tx, seen.id))
    assert done is not None
    assert (done.watch_at, done.said, done.state) == (None, "ends", MatterState.DONE)


def test_what_is_due_is_found_at_its_time(store: Store) -> None:
    """Not a second before."""
    one = store.write_now(lambda tx: a_claim(tx, watch_at=NOW + HOUR))
    assert store.write_now(lambda tx: matters.due(tx, NOW + HOUR - timedelta(seconds=1), 9)) == []
    assert [each.id for each in store.write_now(lambda tx: matters.due(tx, NOW + HOUR, 9))] == [one.id]
    store.write_now(lambda tx: matters.put_off(tx, one.id, NOW + 2 * HOUR))
    assert store.write_now(lambda tx: matters.due(tx, NOW + HOUR, 9)) == []


def test_a_case_tells_what_is_open_on_it_without_opening_any(store: Store) -> None:
    """What was corrected or is done does not count."""
    one = store.write_now(a_claim)
    store.write_now(lambda tx: matters.add(tx, one.case_id, MatterKind.FINE, {}, NOW, author_id=None))
    store.write_now(lambda tx: matters.change(tx, one, NOW, state=MatterState.REPLACED))
    assert store.write_now(lambda tx: matters.count_open(tx, one.case_id)) == {MatterKind.FINE: 1}
    of_case = store.write_now(lambda tx: matters.of_case(tx, one.case_id, MatterKind.CLAIM))
    assert [each.id for each in of_case] == [one.id]
    assert (
        store.write_now(lambda tx: matters.of_case(tx, one.case_id, MatterKind.CLAIM, open_only=True)) == []
    )


def test_who_has_it_in_hand_is_known_without_opening_it(store: Store) -> None:
    """Only of an open one of the kind that is asked for."""

    one = store.write_now(a_claim)

    def work(tx: Tx) -> tuple[str, list[tuple[bool, str | None]]]:
        her = people.welcome(tx, 1, 1, NOW).id
        made = matters.add(tx, one.case_id, MatterKind.UPDATE, {}, NOW, author_id=None)

        def in_hand(matter_id: str) -> tuple[bool, str | None]:
            return matters.in_hand(tx, matter_id, MatterKind.UPDATE, over="written")

        def changed(**how: Any) -> tuple[bool, str | None]:
            now = matters.by_id(tx, made)
            assert now is not None
            matters.change(tx, now, NOW, **how)
            return in_hand(made)

        seen = [in_hand(made), matters.in_hand(tx, made, MatterKind.CLAIM, over="written")]
        seen += [changed(holder_id=her), changed(said="written"), changed(state=MatterState.DONE)]
        return her, [*seen, in_hand("0" * 32)]

    her, seen = store.write_now(work)
    nothing = (False, None)
    assert seen == [(True, None), nothing, (True, her), nothing, nothing, nothing]
