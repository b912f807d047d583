"""A request is decided once, by one; a button works once; guesses are counted by all processes together."""

import asyncio
from datetime import timedelta

from sqlalchemy import select, update

from storage import approvals, guesses, keyboards, people, tables
from storage.store import Store, Tx
from tests.storage.scenes import ACCOUNT, CHAT, NOW, TOKEN

DAY = timedelta(days=1)


def _asked(tx: Tx) -> approvals.Approval:
    vera = people.welcome(tx, ACCOUNT, CHAT, NOW)
    return approvals.add(
        tx, "erase-case", {"case": "a", "b": 1}, "why", vera.id, alone=False, now=NOW, expires_at=NOW + DAY
    )


async def test_of_ten_who_decide_at_once_one_does(store: Store, other_store: Store) -> None:
    """In two processes; afterwards neither content nor reason is kept."""
    one = await store.write(_asked)
    outcomes = await asyncio.gather(
        *(
            hands.write(
                lambda tx, say=say: approvals.decide(tx, one.id, one.content_key, say, one.asked_by, NOW)
            )
            for hands, say in ((store, "done"), (other_store, "refused")) * 5
        )
    )
    assert sum(outcomes) == 1
    after = await store.read(lambda tx: approvals.find(tx, one.id))
    assert after is not None
    assert after.state in ("done", "refused")
    assert (after.content, after.reason) == ({}, "")


def test_a_yes_holds_for_exactly_what_was_asked_and_in_time(store: Store) -> None:
    """Another content, an hour too late, a state that somebody changed: nothing."""
    one = store.write_now(_asked)
    assert store.write_now(lambda tx: approvals.find(tx, one.id)) == one
    assert store.write_now(lambda tx: approvals.is_whole(tx, one))

    def decide(content: str, at_once: bool = True) -> bool:
        when = NOW if at_once else NOW + DAY
        return store.write_now(lambda tx: approvals.decide(tx, one.id, content, "done", one.asked_by, when))

    assert not decide("0" * 32)
    assert not decide(one.content_key, at_once=False)

    def forge(tx: Tx) -> None:
        body = {"content": {"case": "another"}, "reason": "why"}
        sealed = tx.vault.seal_json(body, table="approvals", column="body", row=one.id)
        tx.connection.execute(update(tables.approvals).values(body=sealed))

    store.write_now(forge)
    forged = store.write_now(lambda tx: approvals.find(tx, one.id))
    assert forged is not None
    assert not store.write_now(lambda tx: approvals.is_whole(tx, forged))


def test_what_nobody_decided_lapses_and_what_she_asked_is_void(store: Store) -> None:
    """The content goes with both."""
    one, two = store.write_now(_asked), store.write_now(_asked)
    assert [a.id for a in store.write_now(lambda tx: approvals.open_ones(tx, NOW))] == [one.id, two.id]
    assert store.write_now(lambda tx: approvals.void_of(tx, one.asked_by, NOW)) == 2
    three = store.write_now(_asked)
    assert store.write_now(lambda tx: approvals.open_ones(tx, NOW + DAY)) == []
    assert store.write_now(lambda tx: approvals.lapsed(tx, NOW + DAY - timedelta(seconds=1), 9)) == []
    assert not store.write_now(lambda tx: approvals.lapse(tx, three.id, NOW + DAY - timedelta(seconds=1)))
    assert [a.id for a in store.write_now(lambda tx: approvals.lapsed(tx, NOW + DAY, 9))] == [three.id]
    assert [store.write_now(lambda tx: approvals.lapse(tx, three.id, NOW + DAY)) for _ in range(2)] == [
        True,
        False,
    ]
    rows = store.write_now(
        lambda tx: tx.connection.execute(select(tables.approvals.c.state, tables.approvals.c.body)).all()
    )
    assert sorted(tuple(row) for row in rows) == [("lapsed", None), ("void", None), ("void", None)]
    assert three.id not in (one.id, two.id)


async def test_one_button_of_a_keyboard_works_once_and_the_others_still_do(
    store: Store, other_store: Store
) -> None:
    """Ten presses at once in two processes; the last place a keyboard can have; and given back."""
    her = (await store.write(lambda tx: people.welcome(tx, ACCOUNT, CHAT, NOW))).account_key
    await store.write(lambda tx: keyboards.add(tx, TOKEN, her, CHAT, {}, NOW + DAY, NOW))
    known = await store.read(lambda tx: keyboards.pressed(tx, TOKEN, her, CHAT, NOW + DAY))
    assert known is not None
    for slot in (0, 61):
        used = await asyncio.gather(
            *(
                hands.write(lambda tx, slot=slot: keyboards.use_slot(tx, known.token_key, slot))
                for hands in (store, other_store) * 5
            )
        )
        assert sum(used) == 1
    await store.write(lambda tx: keyboards.give_back(tx, known))
    assert await store.write(lambda tx: keyboards.use_slot(tx, known.token_key, 61))

    late = NOW + DAY + timedelta(seconds=1)
    assert await store.read(lambda tx: keyboards.pressed(tx, TOKEN, her, CHAT, late)) is None
    assert await store.read(lambda tx: keyboards.pressed(tx, TOKEN, her, CHAT + 1, NOW)) is None
    assert await store.read(lambda tx: keyboards.pressed(tx, TOKEN, "0" * 32, CHAT, NOW)) is None
    assert await store.write(lambda tx: keyboards.forget_all_of(tx, her)) == 1
    assert await store.read(lambda tx: keyboards.pressed(tx, TOKEN, her, CHAT, NOW)) is None


def test_guesses_are_counted_by_account_and_kind_for_an_hour(store: Store, other_store: Store) -> None:
    """Also those that another process saw; then they are forgotten."""
    hour = timedelta(hours=1)
    for hands, account, secret in (
        (store, "a" * 32, "invite"),
        (other_store, "a" * 32, "invite"),
        (store, "b" * 32, "invite"),
        (store, "a" * 32, "code"),
    ):
        hands.write_now(lambda tx, a=account, s=secret: guesses.add(tx, a, s, NOW))

    def counts(account: str, secret: str) -> tuple[int, int]:
        return store.write_now(lambda tx: guesses.counts(tx, account, secret, NOW - hour))

    assert counts("a" * 32, "invite") == (2, 3)
    assert counts("b" * 32, "code") == (0, 1)
    assert store.write_now(lambda tx: guesses.counts(tx, "a" * 32, "invite", NOW)) == (0, 0)
    assert store.write_now(lambda tx: guesses.purge(tx, NOW + hour)) == 4
