"""What arrived is stored once, handled in order, and never lost."""

import asyncio
import threading
from datetime import timedelta

import pytest

from storage import inbox, outbox
from storage.ids import new_id
from tests.storage.plans import rows_looked_at
from tests.storage.scenes import NOW, incoming, outgoing

CHAT, OTHER = "a" * 32, "b" * 32


def _handle_all(store, chat_key, now=NOW):
    def one(tx):
        update = inbox.next_in(tx, chat_key)
        if update is not None:
            inbox.done(tx, update, now)
        return update

    handled = []
    while (update := store.write_now(one)) is not None:
        handled.append((update.update_id, update.raw))
    return handled


def test_an_update_is_kept_once(store):
    def arrive(*numbers, raw=b"first"):
        return store.write_now(lambda tx: inbox.keep(tx, [incoming(n, CHAT, raw) for n in numbers]))

    assert arrive(1, 2) == 2
    assert arrive(1, 2, 3, raw=b"repeated") == 1
    assert arrive() == 0
    assert _handle_all(store, CHAT) == [(1, b"first"), (2, b"first"), (3, b"repeated")]
    assert arrive(1, 2, 3) == 0
    assert store.write_now(inbox.counts) == {"done": 3}


def test_two_bots_may_have_the_same_numbers(store):
    both = [incoming(1, CHAT, bot_id=1), incoming(1, CHAT, bot_id=2)]

    assert store.write_now(lambda tx: inbox.keep(tx, both)) == 2


def test_one_chat_goes_in_the_order_of_its_numbers(store):
    """However they arrived; a number below zero, given by us, is oldest."""
    arrived = [
        incoming(n, chat, str(n).encode()) for n, chat in [(7, CHAT), (5, OTHER), (3, CHAT), (-4, CHAT)]
    ]
    store.write_now(lambda tx: inbox.keep(tx, arrived))

    assert store.write_now(lambda tx: inbox.chats_waiting(tx, 10)) == [CHAT, OTHER]
    assert store.write_now(lambda tx: inbox.chats_waiting(tx, 1)) == [CHAT]
    assert [number for number, _ in _handle_all(store, CHAT)] == [-4, 3, 7]
    assert store.write_now(lambda tx: inbox.chats_waiting(tx, 10)) == [OTHER]


def test_what_comes_back_is_what_came(store):
    raw = bytes(range(256)) * 5000
    store.write_now(lambda tx: inbox.keep(tx, [incoming(2**40, CHAT, raw, bot_id=2**35)]))

    one = store.write_now(lambda tx: inbox.next_in(tx, CHAT))

    assert one == incoming(2**40, CHAT, raw, bot_id=2**35)


def test_thousands_at_once(store):
    many = [incoming(number, f"{number % 50:032x}", b"x" * 300) for number in range(5_000)]

    assert store.write_now(lambda tx: inbox.keep(tx, many)) == 5_000
    assert store.write_now(lambda tx: inbox.keep(tx, many)) == 0
    assert store.write_now(inbox.counts) == {"waiting": 5_000}
    assert len(store.write_now(lambda tx: inbox.chats_waiting(tx, 1000))) == 50


def test_an_update_that_fails_stays_first_and_counts_its_attempts(store):
    store.write_now(lambda tx: inbox.keep(tx, [incoming(1, CHAT), incoming(2, CHAT)]))

    for attempt in range(3):
        one = store.write_now(lambda tx: inbox.next_in(tx, CHAT))
        assert (one.update_id, one.attempts) == (1, attempt)
        store.write_now(lambda tx, one=one: inbox.stumbled(tx, one, "KeyError"))
    store.write_now(lambda tx: inbox.set_aside(tx, one, "KeyError", NOW))

    assert [number for number, _ in _handle_all(store, CHAT)] == [2]
    assert store.write_now(inbox.counts) == {"aside": 1, "done": 1}


def test_a_remark_may_be_anything_that_an_error_says(store):
    """NUL, lone surrogates, other scripts, endless: none of it reaches the table as it is."""
    store.write_now(lambda tx: inbox.keep(tx, [incoming(1, CHAT)]))
    one = store.write_now(lambda tx: inbox.next_in(tx, CHAT))
    store.write_now(lambda tx: inbox.stumbled(tx, one, "a\x00b\ud800cСd\n" + "e" * 100))

    noted = store.write_now(
        lambda tx: tx.connection.exec_driver_sql("SELECT trouble FROM inbox").scalar_one()
    )

    assert noted == "a?b?c?d?" + "e" * 56


def test_content_goes_when_it_is_handled_and_stays_when_it_is_set_aside(store):
    store.write_now(lambda tx: inbox.keep(tx, [incoming(n, CHAT, b"told") for n in (1, 2)]))

    def handle(tx):
        inbox.done(tx, inbox.next_in(tx, CHAT), NOW)
        inbox.set_aside(tx, inbox.next_in(tx, CHAT), "unparsable", NOW)

    store.write_now(handle)
    kept = store.write_now(
        lambda tx: tx.connection.exec_driver_sql(
            "SELECT update_id, body IS NULL FROM inbox ORDER BY update_id"
        ).all()
    )

    assert [(number, bool(empty)) for number, empty in kept] == [(1, True), (2, False)]


def test_purging_forgets_numbers_but_not_what_was_set_aside(store):
    store.write_now(lambda tx: inbox.keep(tx, [incoming(n, CHAT) for n in (1, 2, 3, 4)]))

    def handle(tx):
        inbox.done(tx, inbox.next_in(tx, CHAT), NOW - timedelta(days=3))
        inbox.set_aside(tx, inbox.next_in(tx, CHAT), "unparsable", NOW - timedelta(days=3))
        inbox.done(tx, inbox.next_in(tx, CHAT), NOW)

    store.write_now(handle)

    assert store.write_now(lambda tx: inbox.purge(tx, NOW - timedelta(days=2))) == 1
    assert store.write_now(inbox.counts) == {"aside": 1, "done": 1, "waiting": 1}


def _mix_up(store, table, key):
    """The sealed content of the first row stands in the second one, too."""
    statement = f"UPDATE {table} SET body = (SELECT body FROM {table} WHERE {key} = 1) WHERE {key} = 2"  # noqa: S608
    store.write_now(lambda tx: tx.connection.exec_driver_sql(statement))


def test_a_damaged_update_is_set_aside_and_its_chat_goes_on(store):
    """A body that was moved to another row does not open; the next one is handled all the same."""
    arrived = [incoming(1, CHAT, b"hers"), incoming(2, OTHER, b"his"), incoming(3, OTHER, b"his next")]
    store.write_now(lambda tx: inbox.keep(tx, arrived))
    _mix_up(store, "inbox", "update_id")

    assert _handle_all(store, OTHER) == [(3, b"his next")]
    assert _handle_all(store, CHAT) == [(1, b"hers")]
    assert store.write_now(inbox.counts) == {"aside": 1, "done": 2}


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_two_processes_never_handle_one_chat_at_once(store, other_store):
    """While one is at a chat, the other gets nothing of it, also not the next update; and then goes on."""
    store.write_now(lambda tx: inbox.keep(tx, [incoming(1, CHAT), incoming(2, CHAT), incoming(3, OTHER)]))
    began, go_on = threading.Event(), threading.Event()

    def slow(tx):
        one = inbox.next_in(tx, CHAT)
        began.set()
        assert go_on.wait(5)
        inbox.done(tx, one, NOW)
        return one.update_id

    doing = asyncio.ensure_future(store.write(slow))
    await asyncio.to_thread(began.wait, 5)
    meanwhile = await other_store.write(
        lambda tx: (inbox.next_in(tx, CHAT), inbox.next_in(tx, OTHER).update_id)
    )
    go_on.set()

    assert meanwhile == (None, 3)
    assert await doing == 1
    assert (await other_store.write(lambda tx: inbox.next_in(tx, CHAT))).update_id == 2


async def test_many_hands_handle_every_update_once_and_in_order(store, other_store):
    chats = [f"{number:032x}" for number in range(8)]
    arrived = [incoming(n, chats[n % 8]) for n in range(160)]
    store.write_now(lambda tx: inbox.keep(tx, arrived))
    handled = []

    def one(chat_key):
        def work(tx):
            update = inbox.next_in(tx, chat_key)
            if update is not None:
                inbox.done(tx, update, NOW)
            return update

        return work

    async def hand(hands):
        while waiting := await hands.read(lambda tx: inbox.chats_waiting(tx, 10)):
            for chat_key in waiting:
                update = await hands.write(one(chat_key))
                if update is not None:
                    handled.append(update.update_id)

    await asyncio.gather(hand(store), hand(other_store), hand(store), hand(other_store))

    assert sorted(handled) == list(range(160))
    assert store.write_now(inbox.counts) == {"done": 160}


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
def test_answers_of_two_processes_keep_their_order(store, vault):
    """The other process answered under a clock an hour ahead; what we say next still comes after it."""
    ahead = NOW + timedelta(days=9000)
    chat_id = 5
    chat_key = vault.lookup("chat", chat_id)
    store.write_now(lambda tx: outbox.add(tx, [outgoing("theirs", chat_id)], NOW))
    theirs = f"{int(ahead.timestamp() * 1000):012x}7000" + "8" * 16
    store.write_now(
        lambda tx: tx.connection.exec_driver_sql("UPDATE outbox SET id = %(id)s, body = NULL", {"id": theirs})
    )
    store.write_now(lambda tx: inbox.keep(tx, [incoming(1, chat_key)]))

    def answer(tx):
        inbox.next_in(tx, chat_key)
        return new_id(NOW)

    assert store.write_now(answer) > theirs


def test_the_first_of_a_chat_is_found_without_looking_at_the_others(store):
    """100,000 handled updates and 2,000 waiting ones of other chats do not slow one down."""

    def crowd(tx):
        tx.connection.exec_driver_sql(
            "INSERT INTO inbox (bot_id, update_id, chat_key, state, received_at)"
            " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 102000)"
            " SELECT 1, i, 'c' || i, CASE WHEN i <= 100000 THEN 'done' ELSE 'waiting' END,"
            " '2026-11-01 09:00:00' FROM n"
        )
        inbox.keep(tx, [incoming(200_000, CHAT)])

    store.write_now(crowd)

    assert rows_looked_at(store, inbox._first_waiting, {"chat": CHAT}) < 100
