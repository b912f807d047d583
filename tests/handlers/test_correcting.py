"""Corrections in a real database: what rests for them, whom they pass over, and what is said afterwards."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from handlers import casting
from handlers.rules import broadcasting as rule
from handlers.rules.broadcasting import blank
from storage import broadcasts, cast_rows, outbox
from storage.records import Broadcast, CastKind, CastState, Claimed, Lane
from storage.store import Store, Tx
from storage.tables import outbox as rows
from tests.handlers.made import NOON, OFFICE
from tests.handlers.test_casting import LEASE, VOLUNTEERS, begun, crowd, deliver, state, states, ticked

NEW = {"en": {"html": "corrected", "text": "corrected", "file": None}}
MANY = 23


def corrects(tx: Tx, one: Broadcast, now: datetime = NOON, *, delete: bool = False) -> Broadcast:
    """Somebody has sent a correction of it."""
    body: dict[str, Any] = {
        **blank(),
        "texts": NEW,
        "fallback": "en",
        "count": {"by": {"": MANY}},
        "delete": delete,
    }
    return broadcasts.begin(
        tx,
        one.author_id,
        body,
        now,
        kind=CastKind.CORRECTION,
        state=CastState.PLANNED,
        parent_id=one.id,
        start_at=now,
    )


def leased(store: Store, now: datetime = NOON) -> list[Claimed]:
    return store.write_now(lambda tx: outbox.claim(tx, Lane.BROADCAST, 99, now + LEASE, now))


@pytest.fixture
def one(store: Store) -> Broadcast:
    """It runs, and everybody waits."""
    store.write_now(crowd)
    made = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    ticked(store)
    return made


def test_while_something_is_on_the_wire_the_correction_waits(store: Store, one: Broadcast) -> None:
    """What was leased in the old words is sent or put back first; only then is anything passed."""
    on_the_wire = store.write_now(lambda tx: outbox.claim(tx, Lane.BROADCAST, 5, NOON + LEASE, NOON))
    two = store.write_now(lambda tx: corrects(tx, one))
    ticked(store, 5)
    assert (state(store, one), state(store, two)) == (CastState.PAUSING, CastState.COUNTING)
    assert states(store, two) == {}
    for number, each in enumerate(on_the_wire):
        store.write_now(
            lambda tx, each=each, number=number: outbox.settle(tx, each.id, "sent", NOON, telegram_id=number)
        )
    ticked(store, 10)
    ticked(store, 15)
    assert (state(store, one), states(store, one)) == (CastState.RUNNING, {"sent": 5, "waiting": MANY - 5})
    assert states(store, two) == {"waiting": 5}
    words = {each.body["broadcast"] for each in leased(store, NOON + timedelta(seconds=20))}
    assert words == {two.id}


def test_what_is_sent_again_by_hand_has_the_new_words(store: Store, one: Broadcast) -> None:
    """What was in doubt or failed when it was corrected."""
    deliver(store, lambda number: ("unknown", "broken", "sent")[number % 3])
    ticked(store, 5)
    assert state(store, one) is CastState.DONE
    two = store.write_now(lambda tx: corrects(tx, one))
    ticked(store, 10)
    deliver(store, lambda _number: "sent")
    for failed in ("unknown", "broken"):
        store.write_now(lambda tx, failed=failed: cast_rows.again(tx, one.id, failed, 99, NOON))
    assert {each.body["broadcast"] for each in leased(store)} == {two.id}


def test_who_joins_later_gets_the_new_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was corrected before everybody was in the outbox."""
    monkeypatch.setattr(casting, "FILLED", 10)
    store.write_now(crowd)
    one = store.write_now(lambda tx: begun(tx, VOLUNTEERS))
    for _ in range(2):  # begins and counts; fills one slice
        store.write_now(lambda tx: casting.tend(tx, OFFICE, NOON))
    assert 0 < states(store, one)["waiting"] < MANY
    two = store.write_now(lambda tx: corrects(tx, one))
    ticked(store, 5)
    ticked(store, 10)
    assert states(store, one) == {"waiting": MANY}
    assert {each.body["broadcast"] for each in leased(store)} == {two.id}


def test_what_is_older_than_two_days_is_left_and_counted(store: Store, one: Broadcast) -> None:
    """It waited so long for a yes; Telegram would refuse to delete these, and nobody is told otherwise."""
    deliver(store, lambda _number: "sent")
    ticked(store, 5)

    def older(tx: Tx) -> None:
        some = [row.person_id for row in cast_rows.some(tx, one.id, "", 8)]
        tx.connection.execute(
            update(rows)
            .where(rows.c.broadcast_id == one.id, rows.c.person_id.not_in(some))
            .values(settled_at=NOON + timedelta(hours=9))
        )

    store.write_now(older)
    later = NOON + timedelta(hours=48)
    two = store.write_now(lambda tx: corrects(tx, one, later, delete=True))
    ticked(store, 48 * 3600)
    assert states(store, two) == {"waiting": MANY - 8}
    found = store.write_now(lambda tx: broadcasts.find(tx, two.id))
    assert found is not None
    assert found.body["late"] == 8


def test_stopped_it_lets_go_of_what_it_corrects(store: Store, one: Broadcast) -> None:
    """A correction that will pass nobody holds up nobody."""
    two = store.write_now(lambda tx: corrects(tx, one))
    for _ in range(3):
        store.write_now(lambda tx: casting.tend(tx, OFFICE, NOON))

    def becomes(tx: Tx, wanted: CastState) -> None:
        found = broadcasts.find(tx, two.id)
        assert found is not None
        broadcasts.save(tx, found, NOON, state=wanted, filled=True)

    held = store.write_now(lambda tx: broadcasts.find(tx, one.id))
    assert held is not None
    assert rule.rests_for(held) == two.id
    assert not rule.may_resume(held)
    store.write_now(lambda tx: becomes(tx, CastState.STOPPING))
    ticked(store, 5)
    assert (state(store, one), state(store, two)) == (CastState.RUNNING, CastState.STOPPED)
    ticked(store, 10)
    assert states(store, one) == {"waiting": MANY}


def test_damaged_rows_hold_up_no_correction(store: Store, one: Broadcast) -> None:
    """Of these nothing can be sent in any words."""

    def damage(tx: Tx) -> None:
        (first, *_) = cast_rows.some(tx, one.id, "", 1)
        tx.execute(
            update(rows)
            .where(rows.c.broadcast_id == one.id, rows.c.person_id == first.person_id)
            .values(body=b"damaged")
        )

    store.write_now(damage)
    two = store.write_now(lambda tx: corrects(tx, one))
    ticked(store, 5)
    ticked(store, 10)
    words = [each.body["broadcast"] for each in leased(store)]
    assert words == [two.id] * (MANY - 1)
