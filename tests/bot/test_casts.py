"""A broadcast on the line: once it is halted nothing of it leaves, not even what was leased before."""

import asyncio

from storage import broadcasts, people
from storage.records import CastState, Lane
from tests.bot.conftest import say, states, until
from tests.bot.test_delivery import Machine

MANY = 40


async def begun(store, clock):
    """A broadcast that runs, with its rows, and another beside it."""

    def work(tx):
        author = people.welcome(tx, 1, 1, clock.now())
        made = [
            broadcasts.begin(tx, author.id, {}, clock.now(), state=CastState.RUNNING, start_at=clock.now())
            for _ in range(2)
        ]
        for number in range(MANY):
            key = f"{broadcasts.KEY}{made[0].id}/{number}"
            say(tx, 100 + number, f"{number}", key, clock.now(), lane=Lane.BROADCAST)
        return made

    return await store.write(work)


async def test_halted_it_keeps_what_was_leased_and_not_on_the_wire(store, echo, clock, metrics, roles):
    """At ten a second forty are leased at once; after the stop not one more leaves, and a reply does."""
    machine = Machine(store, echo, clock, metrics, roles, rate=10.0)
    one, _ = await begun(store, clock)
    async with machine.running():
        await until(lambda: len(machine.sender.sent) >= 3)

        def halts(tx):
            found = broadcasts.find(tx, one.id)
            broadcasts.save(tx, found, clock.now(), state=CastState.PAUSING)

        await store.write(halts)
        machine.delivery.wake()
        await asyncio.sleep(0.3)  # the rest of what was on the wire, and one turn
        sent = len(machine.sender.sent)
        await machine.say("a reply", chat=7)
        await until(lambda: "a reply" in machine.sender.sent)
        await asyncio.sleep(1.5)
        assert len(machine.sender.sent) == sent + 1

    counts = (await states(store))[1]
    assert counts == {"sent": sent + 1, "waiting": MANY - sent}
