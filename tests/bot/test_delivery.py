"""What each outcome does to its message, who goes first, and what a stop or a takeover leaves behind.

The sender is scripted here; how Telegram's answers become outcomes is tested where they do.
"""

import asyncio
import itertools
import time
from collections import Counter, defaultdict
from contextlib import asynccontextmanager
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import text

from bot.delivery import Delivery
from bot.leading import Leadership
from bot.leases import MOST_AHEAD, WINDOWS
from bot.outcomes import Broken, Gone, LineDown, Migrated, Missing, RetryAt, Sent, Unchanged, Unknown
from bot.pacing import Pacer
from bot.patience import Patience
from bot.succession import Succession
from bot.turnstile import PLACES, Turnstile
from storage import outbox, people
from storage.errors import StoreBusy
from storage.locks import Roles
from storage.records import Lane
from tests.bot.conftest import say, states, until


class Script:
    """A sender that answers what it was told to, and Sent when it was told nothing."""

    def __init__(self):
        self.outcomes = defaultdict(list)
        self.sent = []
        self.chats = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def send(self, one):
        await self.gate.wait()
        text = one.body["parts"][0]["raw"]
        self.sent.append(text)
        self.chats.append(one.chat_id)
        waiting = self.outcomes[text]
        return waiting.pop(0) if waiting else Sent(len(self.sent))


class Machine:
    def __init__(self, store, echo, clock, metrics, roles, rate=1000.0):
        self.store, self.clock, self.sender = store, clock, Script()
        self.numbers = itertools.count()
        pacer = Pacer(rate)
        self.delivery = Delivery(
            store,
            self.sender,
            echo,
            pacer,
            Turnstile(pacer),
            clock,
            metrics,
            Patience(Random(1), first=0.02, longest=0.05),
            Leadership(roles, "deliver", look_every=0.05),
            Succession(store, echo, clock, echo.notes),
            look_every=0.05,
        )

    async def say(self, *texts, chat=5, **more):
        now = self.clock.now()
        await self.store.write(
            lambda tx: [say(tx, chat, text, f"{chat}/{next(self.numbers)}", now, **more) for text in texts]
        )
        self.delivery.wake()

    async def settled(self):
        """Wait until what was sent is noted, too."""
        async with asyncio.timeout(5):
            while (await states(self.store))[1].get("claimed"):  # noqa: ASYNC110 -- another task, no event
                await asyncio.sleep(0.005)

    @asynccontextmanager
    async def running(self):
        task = asyncio.create_task(self.delivery.run())
        try:
            yield self
        finally:
            self.delivery.stop()
            done, _ = await asyncio.wait({task}, timeout=1)
            if not done:
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def machine(store, echo, clock, metrics, roles):
    return Machine(store, echo, clock, metrics, roles)


async def test_a_message_is_sent_and_settled(machine, store, metrics):
    async with machine.running():
        await machine.say("сәлем")
        await until(lambda: machine.sender.sent == ["сәлем"])

    assert (await states(store))[1] == {"sent": 1}
    assert metrics.sent == {("reply", "sent"): 1}


async def test_one_chat_hears_in_order(machine, store):
    words = [f"{n}" for n in range(3)]
    async with machine.running():
        await machine.say(*words)
        await until(lambda: len(machine.sender.sent) == 3)

    assert machine.sender.sent == words


@pytest.mark.parametrize(
    ("outcome", "lane", "state"),
    [
        (Broken("bad-request"), Lane.REPLY, "broken"),
        (Unchanged(), Lane.REPLY, "sent"),
        (Missing(), Lane.REPLY, "sent"),
        (Missing(stands=True), Lane.REPLY, "sent"),
        (Missing(), Lane.BROADCAST, "sent"),
        (Missing(stands=True), Lane.BROADCAST, "broken"),
        (Unknown(timedelta(seconds=1)), Lane.BROADCAST, "unknown"),
    ],
)
async def test_what_is_settled_at_once_is_not_sent_again(outcome, lane, state, machine, store):
    machine.sender.outcomes["word"] = [outcome]
    async with machine.running():
        await machine.say("word", lane=lane)
        await until(lambda: machine.sender.sent)
        await machine.say("next", chat=6, lane=lane)
        await until(lambda: "next" in machine.sender.sent)

    assert machine.sender.sent == ["word", "next"]
    found = (await states(store))[1]
    assert found == ({"sent": 2} if state == "sent" else {state: 1, "sent": 1})


async def test_a_reply_that_may_not_have_arrived_is_said_again(machine, store, clock):
    machine.sender.outcomes["reply"] = [Unknown(timedelta(seconds=60))]
    async with machine.running():
        await machine.say("reply")
        await until(lambda: machine.sender.sent == ["reply"])
        await machine.settled()
        clock.move(timedelta(minutes=2))
        machine.delivery.wake()
        await until(lambda: machine.sender.sent == ["reply", "reply"])

    assert (await states(store))[1] == {"sent": 1}


async def test_somebody_who_blocked_the_bot_is_reported_in_the_same_transaction(machine, store, echo, clock):
    person = await store.write(lambda tx: people.welcome(tx, 5, 5, clock.now()))
    machine.sender.outcomes["hello"] = [Gone("blocked")]
    async with machine.running():
        await machine.say("hello", person_id=person.id)
        await until(lambda: echo.gone)

    assert echo.gone == [person.id]
    assert (await states(store))[1] == {"gone": 1}


async def test_a_group_that_moved_is_followed(machine, store):
    machine.sender.outcomes["hello"] = [Migrated(-1009)]
    async with machine.running():
        await machine.say("hello", chat=-5)
        await until(lambda: len(machine.sender.sent) == 2)

    assert machine.sender.chats == [-5, -1009]
    assert (await states(store))[1] == {"sent": 1}


async def test_a_429_for_everybody_holds_everybody_exactly_so_long(machine, store):
    machine.sender.outcomes["first"] = [RetryAt(timedelta(seconds=0.4), "all", True)]
    async with machine.running():
        await machine.say("first")
        await until(lambda: machine.sender.sent == ["first"])
        told = time.monotonic()
        await machine.say("second", chat=6)
        await until(lambda: len(machine.sender.sent) == 3)
        waited = time.monotonic() - told

    assert sorted(machine.sender.sent) == ["first", "first", "second"]
    assert 0.35 < waited < 1.5


async def test_a_429_for_one_chat_holds_that_chat_only(machine):
    machine.sender.outcomes["held"] = [RetryAt(timedelta(seconds=30), "chat", True)]
    async with machine.running():
        await machine.say("held")
        await until(lambda: machine.sender.sent == ["held"])
        await machine.say("free", chat=6)
        await until(lambda: machine.sender.sent == ["held", "free"])


async def test_a_lost_line_is_probed_with_one_message_and_nothing_is_lost(machine, store, metrics):
    words = [f"w{n}" for n in range(20)]
    machine.sender.outcomes["w0"] = [LineDown("no-connection")] * 2
    machine.sender.gate.clear()
    for n, word in enumerate(words):
        await machine.say(word, chat=100 + n)
        if n:
            machine.sender.outcomes[word] = [LineDown("no-connection")]
    async with machine.running():
        machine.sender.gate.set()
        await until(lambda: metrics.sent["reply", "sent"] == 20)

    assert (await states(store))[1] == {"sent": 20}
    assert not machine.delivery.down


async def test_a_reply_overtakes_a_long_broadcast(store, echo, clock, metrics, roles):
    machine = Machine(store, echo, clock, metrics, roles, rate=100.0)
    now = clock.now()
    await store.write(
        lambda tx: [say(tx, 1000 + n, f"news {n}", f"news/{n}", now, lane=Lane.BROADCAST) for n in range(300)]
    )
    async with machine.running():
        await until(lambda: len(machine.sender.sent) > 10)
        before = len(machine.sender.sent)
        await machine.say("your next question", chat=5)
        await until(lambda: "your next question" in machine.sender.sent)
        place = machine.sender.sent.index("your next question")

    assert place - before < 10
    assert (await states(store))[1]["waiting"] > 100


async def test_lower_lanes_never_hold_more_than_their_window(machine, store, clock):
    """Of notices fifty; of a broadcast what is on the wire, and what leaves until more can be there."""
    now = clock.now()

    def crowd(tx):
        for n in range(300):
            say(tx, 1000 + n, f"news {n}", f"news/{n}", now, lane=Lane.BROADCAST)
            say(tx, 2000 + n, f"notice {n}", f"notice/{n}", now, lane=Lane.NOTICE)

    await store.write(crowd)
    machine.sender.gate.clear()
    async with machine.running():
        await until(lambda: len(machine.delivery.leases.on_wire) >= PLACES - PLACES // 4)
        leases = machine.delivery.leases
        await machine.say("reply", chat=5)
        await until(lambda: any(one.one.lane is Lane.REPLY for one in leases.on_wire))
        await asyncio.sleep(0.1)
        found = Counter(one.one.lane for one in (*leases.on_wire, *leases.waiting))
        assert found[Lane.NOTICE] == WINDOWS[Lane.NOTICE]
        assert found[Lane.BROADCAST] <= PLACES + MOST_AHEAD
        machine.sender.gate.set()


async def test_what_is_due_later_goes_then_also_when_the_clock_is_moved(machine, store, clock):
    later = clock.now() + timedelta(hours=5)
    clock.on_move(machine.delivery.wake)
    await store.write(lambda tx: say(tx, 5, "later", "later", later))
    async with machine.running():
        await machine.say("now", chat=6)
        await until(lambda: machine.sender.sent == ["now"])
        clock.move(timedelta(hours=6))
        await until(lambda: machine.sender.sent == ["now", "later"])


async def test_a_stop_finishes_what_is_on_the_wire_and_gives_the_rest_back(
    store, echo, clock, metrics, roles
):
    machine = Machine(store, echo, clock, metrics, roles, rate=20.0)
    for n in range(30):
        await machine.say(f"w{n}", chat=100 + n)
    async with machine.running():
        await until(lambda: len(machine.sender.sent) >= 3)
        machine.sender.gate.clear()
        await until(lambda: len(machine.delivery.leases.on_wire) == 1)
        machine.delivery.stop()
        await asyncio.sleep(0)
        machine.sender.gate.set()

    found = (await states(store))[1]
    assert found == {"sent": len(machine.sender.sent), "waiting": 30 - len(machine.sender.sent)}


async def test_a_dead_leaders_leases_are_taken_over_and_its_broadcasts_left_to_a_person(
    machine, store, clock
):
    await machine.say("reply", chat=5)
    await machine.say("news", chat=6, lane=Lane.BROADCAST)
    now = clock.now()
    for lane in Lane:
        await store.write(lambda tx, lane=lane: outbox.claim(tx, lane, 9, now + timedelta(minutes=1), now))

    async with machine.running():
        await until(lambda: machine.sender.sent == ["reply"])

    assert (await states(store))[1] == {"sent": 1, "unknown": 1}


async def test_only_one_process_delivers_and_another_takes_over(database, store, echo, clock, metrics, roles):
    others = Roles(database)
    first = Machine(store, echo, clock, metrics, roles)
    second = Machine(store, echo, clock, metrics, others)
    try:
        async with first.running():
            await until(lambda: first.delivery.leads)
            async with second.running():
                await first.say("one")
                await until(lambda: first.sender.sent == ["one"])
                assert not second.delivery.leads
                first.delivery.stop()
                await until(lambda: second.delivery.leads)
                await second.say("two", chat=6)
                await until(lambda: second.sender.sent == ["two"])
    finally:
        others.close()


async def test_a_database_that_is_busy_when_a_message_was_sent_does_not_make_it_sent_twice(
    machine, store, monkeypatch
):
    real, refuse = store.write, [False]

    async def sometimes(work):
        if refuse[0]:
            raise StoreBusy
        return await real(work)

    monkeypatch.setattr(store, "write", sometimes)
    machine.sender.gate.clear()
    async with machine.running():
        await machine.say("once")
        await until(lambda: len(machine.delivery.leases))
        refuse[0] = True
        machine.sender.gate.set()
        await until(lambda: machine.sender.sent == ["once"])
        await asyncio.sleep(0.05)
        refuse[0] = False
        machine.delivery.wake()
        await machine.say("then", chat=6)
        await until(lambda: "then" in machine.sender.sent)

    assert machine.sender.sent == ["once", "then"]
    assert (await states(store))[1] == {"sent": 2}


async def test_a_message_damaged_on_the_disk_holds_up_nobody(machine, store):
    await machine.say("damaged")
    await store.write(lambda tx: tx.connection.execute(text("UPDATE outbox SET body = :b"), {"b": b"x"}))
    await machine.say("whole")
    async with machine.running():
        await until(lambda: machine.sender.sent == ["whole"])

    assert (await states(store))[1] == {"broken": 1, "sent": 1}
