"""What must be said is said in order, by one process, and nothing is forgotten."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from storage import forgetting, outbox, people, takeover
from storage.records import Lane
from tests.storage.plans import rows_looked_at
from tests.storage.scenes import NOW, outgoing

LEASE = NOW + timedelta(seconds=60)
SOON = NOW + timedelta(seconds=5)


def _say(store, *messages, now=NOW):
    store.write_now(lambda tx: outbox.add(tx, messages, now))


def _claim(store, lane=Lane.REPLY, limit=10, *, now=NOW, lease=LEASE):
    return store.write_now(lambda tx: outbox.claim(tx, lane, limit, lease, now))


def _keys(claimed):
    return [one.key for one in claimed]


def _settle(store, claimed, state="sent", **more):
    def work(tx):
        for one in claimed:
            outbox.settle(tx, one.id, state, NOW, **more)

    store.write_now(work)


def _row(store, key):
    return store.write_now(
        lambda tx: (
            tx.connection.execute(outbox.outbox.select().where(outbox.outbox.c.unique_key == key))
            .one()
            ._mapping
        )
    )


def test_a_message_carries_all_that_sending_needs(store):
    relative = store.write_now(lambda tx: people.welcome(tx, 1, 77, NOW))
    store.write_now(lambda tx: people.set_language(tx, relative.id, "ug"))
    _say(store, outgoing("hello", 77, person_id=relative.id, kind="photo", body={"parts": ["\ud800\x00"]}))

    (one,) = _claim(store)

    assert replace(one, id="") == outbox.Claimed(
        id="",
        key="hello",
        chat_id=77,
        person_id=relative.id,
        language="ug",
        lane=Lane.REPLY,
        kind="photo",
        attempts=1,
        lease_until=LEASE,
        made_at=NOW,
        body={"parts": ["\ud800\x00"]},
    )


def test_the_same_cause_is_said_once(store):
    _say(store, outgoing("promise/1", 1), outgoing("promise/1", 2))
    _say(store, outgoing("promise/1", 3))
    (one,) = _claim(store)
    _settle(store, [one])
    _say(store, outgoing("promise/1", 4))

    assert one.chat_id == 1
    assert store.write_now(outbox.counts) == {"sent": 1}


def test_one_chat_hears_in_order_and_others_at_the_same_time(store):
    _say(store, *(outgoing(f"{chat}{n}", chat) for n in range(3) for chat in (1, 2)))

    heard = []
    while claimed := _claim(store):
        heard.append(_keys(claimed))
        assert _claim(store) == []
        _settle(store, claimed)

    assert heard == [["10", "20"], ["11", "21"], ["12", "22"]]


def test_lanes_are_claimed_apart_and_do_not_hold_each_other_up(store):
    _say(store, *(outgoing(lane.name, 1, lane) for lane in reversed(Lane)))

    assert [_keys(_claim(store, lane)) for lane in Lane] == [["REPLY"], ["ALERT"], ["NOTICE"], ["BROADCAST"]]


def test_a_limit_is_kept_and_the_oldest_go_first(store):
    _say(store, *(outgoing(f"{n:03}", n) for n in range(50)))

    assert _keys(_claim(store, limit=20)) == [f"{n:03}" for n in range(20)]
    assert len(_claim(store, limit=100)) == 30


def test_what_is_due_later_waits_and_holds_nobody_up(store):
    _say(store, outgoing("tomorrow", 1, due_at=NOW + timedelta(days=1)), outgoing("now", 1))

    assert _keys(_claim(store)) == ["now"]
    assert _keys(_claim(store)) == []
    # Once it is due it stands before what was said after it.
    _say(store, outgoing("then", 1, due_at=NOW + timedelta(days=1)))
    _settle(store, [])
    tomorrow = NOW + timedelta(days=1)
    store.write_now(lambda tx: takeover.take_over(tx, tomorrow, lapsed_only=True))
    assert _keys(_claim(store, now=tomorrow)) == ["tomorrow"]


def test_what_was_put_back_keeps_its_place_in_its_chat(store):
    _say(store, outgoing("first", 1), outgoing("second", 1), outgoing("other", 2))
    first, other = _claim(store)
    store.write_now(lambda tx: outbox.put_back(tx, [first.id], SOON, "told-to-wait"))

    assert _claim(store) == []
    (again,) = _claim(store, now=SOON)
    assert (again.key, again.attempts) == ("first", 2)
    assert _row(store, "first")["trouble"] == "told-to-wait"
    _settle(store, [again, other])
    assert _keys(_claim(store, now=SOON)) == ["second"]


def test_an_attempt_that_was_none_is_taken_back(store):
    _say(store, *(outgoing(str(n), n) for n in range(3)))
    claimed = _claim(store)
    store.write_now(lambda tx: outbox.put_back(tx, [one.id for one in claimed], NOW, tried=False))

    assert [one.attempts for one in _claim(store)] == [1, 1, 1]
    store.write_now(lambda tx: outbox.put_back(tx, [], NOW))


def test_what_was_settled_meanwhile_is_not_put_back(store):
    _say(store, outgoing("one"))
    (one,) = _claim(store)
    _settle(store, [one])
    store.write_now(lambda tx: outbox.put_back(tx, [one.id], NOW))

    assert store.write_now(outbox.counts) == {"sent": 1}


@pytest.mark.parametrize(
    ("state", "emptied"), [("sent", True), ("gone", False), ("broken", False), ("unknown", False)]
)
def test_settling(store, state, emptied):
    _say(store, outgoing("one"))
    (one,) = _claim(store)
    _settle(store, [one], state, telegram_id=2**40, trouble="Сломано")

    row = _row(store, "one")
    assert (row["state"], row["settled_at"], row["lease_until"]) == (state, NOW, None)
    assert (row["telegram_id"], row["trouble"], row["body"] is None) == (2**40, "???????", emptied)


def test_a_new_leader_takes_over_what_a_dead_one_had_claimed(store):
    """Replies go again; a broadcast that may have arrived waits for a person to decide."""
    _say(store, *(outgoing(lane.name, 1, lane) for lane in Lane))
    for lane in Lane:
        _claim(store, lane)

    assert store.write_now(lambda tx: takeover.take_over(tx, NOW, lapsed_only=True)) == (0, 0)
    assert store.write_now(lambda tx: takeover.take_over(tx, NOW)) == (3, 1)
    assert store.write_now(lambda tx: takeover.take_over(tx, NOW)) == (0, 0)
    assert [one.attempts for lane in Lane for one in _claim(store, lane)] == [2, 2, 2]
    assert _row(store, "BROADCAST")["trouble"] == "worker-died"
    after = LEASE + timedelta(seconds=1)
    assert store.write_now(lambda tx: takeover.take_over(tx, after, lapsed_only=True)) == (3, 0)


def test_the_next_try(store):
    assert store.write_now(outbox.next_try) is None
    _say(
        store,
        outgoing("broadcast", 1, Lane.BROADCAST, due_at=NOW + timedelta(hours=2)),
        outgoing("notice", 2, Lane.NOTICE, due_at=NOW + timedelta(hours=1)),
        outgoing("now", 3),
    )

    assert store.write_now(outbox.next_try) == NOW
    assert store.write_now(lambda tx: outbox.look(tx, NOW)) == ({Lane.REPLY}, NOW + timedelta(hours=1))
    _settle(store, _claim(store))
    assert store.write_now(outbox.next_try) == NOW + timedelta(hours=1)
    assert store.write_now(lambda tx: outbox.look(tx, NOW)) == (frozenset(), NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=2)
    assert store.write_now(lambda tx: outbox.look(tx, later)) == ({Lane.NOTICE, Lane.BROADCAST}, None)


def test_a_damaged_message_is_broken_and_holds_nobody_up(store):
    _say(store, *(outgoing(str(n), n) for n in (1, 2)), outgoing("next", 2))
    store.write_now(
        lambda tx: tx.connection.exec_driver_sql(
            "UPDATE outbox SET body = (SELECT body FROM outbox WHERE unique_key = '1') WHERE unique_key = '2'"
        )
    )

    assert _keys(_claim(store)) == ["1"]
    assert _keys(_claim(store)) == ["next"]
    assert (_row(store, "2")["state"], _row(store, "2")["trouble"]) == ("broken", "seal-broken")


def test_a_group_that_moved_is_followed(store):
    _say(store, *(outgoing(str(n), -100, lane) for n, lane in enumerate(Lane)), outgoing("other", 5))
    (one, _) = _claim(store)
    _settle(store, [one])
    store.write_now(lambda tx: outbox.moved(tx, -100, -100200))

    moved = [claimed for lane in Lane for claimed in _claim(store, lane)]
    assert [(claimed.chat_id, claimed.key) for claimed in moved] == [
        (-100200, "1"),
        (-100200, "2"),
        (-100200, "3"),
    ]
    _settle(store, moved)
    _say(store, outgoing("later", -100200))
    assert _keys(_claim(store)) == ["later"]


def test_purging_leaves_what_is_open_or_must_be_decided(store):
    _say(store, *(outgoing(str(n), n) for n in range(6)))
    sent, gone, broken, unknown, _ = _claim(store, limit=5)
    for one, state in ((sent, "sent"), (gone, "gone"), (broken, "broken"), (unknown, "unknown")):
        _settle(store, [one], state)

    assert store.write_now(lambda tx: forgetting.purge(tx, NOW)) == 0
    assert store.write_now(lambda tx: forgetting.purge(tx, NOW + timedelta(seconds=1))) == 3
    assert store.write_now(outbox.counts) == {"unknown": 1, "waiting": 1, "claimed": 1}


async def test_two_processes_never_claim_one_message(store, other_store):
    """400 messages to 100 chats, four claimers in two processes: each once, each chat in order."""
    _say(store, *(outgoing(f"{chat}/{n}", chat) for n in range(4) for chat in range(100)))
    heard = []

    async def worker(hands):
        idle = 0
        while idle < 3:
            claimed = await hands.write(lambda tx: outbox.claim(tx, Lane.REPLY, 7, LEASE, NOW))
            heard.extend(_keys(claimed))
            idle = 0 if claimed else idle + 1

            def settle(tx, claimed=claimed):
                for one in claimed:
                    outbox.settle(tx, one.id, "sent", NOW)

            await hands.write(settle)

    await asyncio.gather(worker(store), worker(other_store), worker(store), worker(other_store))

    assert len(heard) == len(set(heard)) == 400
    assert all(
        [key for key in heard if key.startswith(f"{chat}/")] == [f"{chat}/{n}" for n in range(4)]
        for chat in range(100)
    )


def test_a_claim_does_not_look_at_what_is_not_due(store):
    """100,000 messages for tomorrow and 20,000 sent ones: a reply is found among them at once."""

    def crowd(tx):
        tx.connection.exec_driver_sql(
            "INSERT INTO outbox (id, unique_key, chat_key, lane, kind, state, due_at, try_at, made_at)"
            " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120000)"
            " SELECT 'r' || i, 'k' || i, 'c' || (i / 20), i * 4 / 120001, 'text',"
            " CASE WHEN i > 100000 THEN 'sent' ELSE 'waiting' END,"
            " '2026-11-02 09:00:00', '2026-11-02 09:00:00', '2026-11-01 09:00:00'"
            " FROM n"
        )
        outbox.add(tx, [outgoing(f"due{n}", n) for n in range(5)], NOW)

    store.write_now(crowd)
    claim = {"in_lane": 0, "now": NOW, "most": 10, "until": LEASE}

    assert rows_looked_at(store, outbox._claim, claim) < 300
    assert rows_looked_at(store, outbox._lanes, {"after": NOW}) < 100
    assert rows_looked_at(store, outbox._open_in_chat, {"chat": "c5"}) < 200
    assert rows_looked_at(store, takeover._orphaned.returning(outbox.outbox.c.id), {"before": NOW}) < 50


@pytest.mark.parametrize("key", ["", "k" * 120])
def test_a_key_of_ours_is_taken(store, key):
    _say(store, outgoing(key))
    assert _keys(_claim(store)) == [key]


@pytest.mark.parametrize("key", ["k" * 121, "ключ", "a\x00", "\ud800"])
def test_a_key_that_is_no_word_of_ours_is_refused_on_both(store, key):
    from sqlalchemy.exc import StatementError

    with pytest.raises(StatementError, match="not a word of ours"):
        _say(store, outgoing(key))


def test_what_became_of_a_message_and_taking_it_back(store):
    """Only what still waits can be taken back."""
    store.write_now(lambda tx: outbox.add(tx, [outgoing("a"), outgoing("b", 2)], NOW))
    assert store.write_now(lambda tx: outbox.fate(tx, "a")) == ("waiting", None)
    first, second = store.write_now(lambda tx: outbox.claim(tx, Lane.REPLY, 2, LEASE, NOW))
    assert store.write_now(lambda tx: outbox.fate(tx, "a")) == ("claimed", None)
    assert not store.write_now(lambda tx: outbox.take_back(tx, "a"))
    store.write_now(lambda tx: outbox.settle(tx, first.id, "sent", NOW))
    store.write_now(lambda tx: outbox.put_back(tx, [second.id], NOW))

    assert store.write_now(lambda tx: outbox.fate(tx, "a")) == ("sent", NOW)
    assert [store.write_now(lambda tx, key=key: outbox.take_back(tx, key)) for key in "abc"] == [
        False,
        True,
        False,
    ]
    assert store.write_now(lambda tx: outbox.fate(tx, "b")) is None
    assert store.write_now(outbox.counts) == {"sent": 1}


def test_a_claim_costs_the_same_however_many_wait(store):
    """30,000 messages of a broadcast are due, 2,000 more for one chat, 20,000 were sent: it reads a few."""

    def crowd(tx):
        tx.connection.exec_driver_sql(
            "INSERT INTO outbox (id, unique_key, chat_key, lane, kind, state, due_at, try_at, made_at)"
            " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 52000)"
            " SELECT 'r' || (100000 + i), 'k' || i, CASE WHEN i > 50000 THEN 'one' ELSE 'c' || i END, 3,"
            " 'text', CASE WHEN i <= 20000 THEN 'sent' ELSE 'waiting' END,"
            " '2026-11-01 08:00:00', '2026-11-01 08:00:00', '2026-11-01 08:00:00'"
            " FROM n"
        )
        tx.connection.exec_driver_sql(
            "UPDATE outbox SET settled_at = '2026-11-01 08:00:00' WHERE state = 'sent'"
        )

    store.write_now(crowd)
    claim = {"in_lane": 3, "now": NOW, "most": 50, "until": LEASE}

    assert rows_looked_at(store, outbox._claim, claim) < 2_000
    assert rows_looked_at(store, outbox._lanes, {"after": NOW}) < 100
    assert rows_looked_at(store, outbox._leased, {"in_lane": 3}) < 2_000
    assert rows_looked_at(store, takeover._lately, {"since": NOW, "most": 1000}) < 100
    old = NOW - timedelta(days=1)
    assert rows_looked_at(store, takeover._lately, {"since": old, "most": 1000}) < 5_000


def test_many_that_were_sent_are_noted_at_once(store):
    """Each with its own number, one without; and the others stay as they are."""
    _say(store, *(outgoing(f"{n:03}", n) for n in range(60)))
    claimed = _claim(store, limit=50)
    arrived = [(one.id, None if n == 7 else 1000 + n) for n, one in enumerate(claimed)]
    store.write_now(lambda tx: outbox.sent(tx, arrived, SOON))
    store.write_now(lambda tx: outbox.sent(tx, [], SOON))

    rows = [_row(store, f"{n:03}") for n in range(60)]
    assert [row["state"] for row in rows] == ["sent"] * 50 + ["waiting"] * 10
    assert [row["telegram_id"] for row in rows[:9]] == [*range(1000, 1007), None, 1008]
    assert all(row["body"] is None and row["lease_until"] is None for row in rows[:50])
    assert {row["settled_at"] for row in rows[:50]} == {SOON}
    assert all(row["body"] is not None for row in rows[50:])


def test_what_left_lately_is_counted_up_to_what_matters(store):
    """For whoever delivers next: Telegram counts it, whoever sent it."""
    _say(store, *(outgoing(str(n), n) for n in range(9)))
    _settle(store, _claim(store, limit=5))

    def lately(since, limit=100):
        return store.write_now(lambda tx: takeover.lately(tx, since, limit))

    assert lately(NOW - timedelta(seconds=3)) == 5
    assert lately(NOW - timedelta(seconds=3), 2) == 2
    assert lately(NOW) == 0


def test_a_term_holds_until_the_next_begins(store, other_store):
    """Whoever leases reads it: whom another has followed leases nothing."""
    assert store.write_now(lambda tx: takeover.begin(tx, "one")) is None
    assert store.write_now(lambda tx: takeover.holds(tx, "one"))
    assert other_store.write_now(lambda tx: takeover.begin(tx, "two")) == "one"
    assert not store.write_now(lambda tx: takeover.holds(tx, "one"))
    assert other_store.write_now(lambda tx: takeover.holds(tx, "two"))
