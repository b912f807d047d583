"""One chat in its order, different chats side by side, one update one transaction."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import pytest
from sqlalchemy import text
from telegram import Bot

from bot.dispatch import Dispatcher
from bot.patience import Patience
from bot.receiver import Keeper
from handlers.arrivals import Malformed
from handlers.hotline import Reaction
from storage import inbox
from storage.errors import StoreBusy
from tests.bot.conftest import BOT_ID, Echo, raw_message, raw_press, states, until


class Machine:
    """A keeper and a dispatcher over one store."""

    def __init__(self, store, echo, clock, metrics, scan_every=30.0):
        self.toasts, self.spoke, self.fetches = [], 0, 0
        self.store = store
        self.dispatcher = Dispatcher(
            store,
            echo,
            Bot(f"{BOT_ID}:{'x' * 35}"),
            clock,
            metrics,
            Patience(Random(1), first=0.01, longest=0.05),
            answer=self.toasts.append,
            spoke=self._spoke,
            fetch=self._fetch,
            scan_every=scan_every,
        )
        self.keeper = Keeper(store, BOT_ID, clock, metrics, self.dispatcher.wake)

    def _spoke(self):
        self.spoke += 1

    def _fetch(self):
        self.fetches += 1

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Machine"]:
        task = asyncio.create_task(self.dispatcher.run())
        try:
            await asyncio.wait_for(self.dispatcher.scanned.wait(), 5)
            yield self
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def machine(store, echo, clock, metrics):
    return Machine(store, echo, clock, metrics)


async def test_an_update_is_handled_and_answered_in_one_transaction(machine, store, echo, metrics):
    async with machine.running():
        await machine.keeper.keep([raw_message(1, 5, "сәлем")])
        await until(lambda: metrics.handled == 1)

    assert await states(store) == ({"done": 1}, {"waiting": 1})
    assert machine.spoke == 1


async def test_a_chat_is_handled_in_its_order_and_chats_do_not_wait_for_each_other(machine, echo, metrics):
    said = [raw_message(100 + n, 5 + n % 7, f"{5 + n % 7}/{n}") for n in range(70)]
    async with machine.running():
        await machine.keeper.keep(said)
        await until(lambda: metrics.handled == 70)

    for chat in range(5, 12):
        mine = [int(text.split("/")[1]) for text in echo.heard if text.startswith(f"{chat}/")]
        assert mine == sorted(mine)
        assert len(mine) == 10


async def test_what_an_earlier_process_left_is_handled_at_the_start(machine, store, echo, metrics, clock):
    quiet = Keeper(store, BOT_ID, clock, metrics, lambda chat_key, press: None)
    await quiet.keep([raw_message(n, 5, f"left {n}") for n in range(5)])

    async with machine.running():
        await until(lambda: metrics.handled == 5)

    assert echo.heard == [f"left {n}" for n in range(5)]


async def test_the_same_update_twice_is_handled_once(machine, store, echo, metrics):
    async with machine.running():
        await machine.keeper.keep([raw_message(1, 5, "once")])
        await until(lambda: metrics.handled == 1)
        await machine.keeper.keep([raw_message(1, 5, "once"), raw_message(2, 5, "then")])
        await until(lambda: metrics.handled == 2)

    assert echo.heard == ["once", "then"]
    assert (metrics.received, metrics.stored) == (3, 2)


async def test_a_stumble_leaves_nothing_and_is_tried_again(machine, store, echo, metrics):
    echo.stumbles["hard"] = 1
    async with machine.running():
        await machine.keeper.keep([raw_message(1, 5, "hard"), raw_message(2, 5, "easy")])
        await until(lambda: metrics.handled == 2)

    assert echo.heard == ["hard", "hard", "easy"]
    assert await states(store) == ({"done": 2}, {"waiting": 2})
    assert metrics.stumbled == 1


async def test_what_always_fails_is_kept_aside_with_an_apology_and_its_chat_goes_on(
    machine, store, echo, metrics
):
    echo.stumbles["poison"] = -1
    async with machine.running():
        await machine.keeper.keep(
            [raw_message(1, 5, "poison"), raw_message(2, 5, "next"), raw_message(3, 6, "other")]
        )
        await until(lambda: metrics.handled == 2 and metrics.aside == 1)

    assert echo.heard.count("poison") == inbox.MAX_ATTEMPTS
    assert echo.apologies == [f"update/{BOT_ID}/1"]
    assert await states(store) == ({"done": 2, "aside": 1}, {"waiting": 3})


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("not an object", "no-number"),
        ([1, 2], "no-number"),
        ({"message": {"text": "who am I"}}, "no-number"),
        ({"update_id": True}, "no-number"),
        ({"update_id": 2**63}, "no-number"),
        ({"update_id": 9, "message": {"chat": 7, "text": 5}}, "unreadable-"),
        ({"update_id": 9, "message": "hello"}, "unreadable-"),
    ],
)
async def test_what_cannot_be_read_is_kept_and_everybody_else_goes_on(raw, why, machine, store, metrics):
    async with machine.running():
        await machine.keeper.keep([raw, raw_message(10, 5, "a report")])
        await until(lambda: metrics.handled == 1 and metrics.aside == 1)

    assert (await states(store))[0] == {"done": 1, "aside": 1}


async def test_what_the_hotline_finds_malformed_is_kept_aside_at_once(machine, store, echo, metrics):
    class Strict(Echo):
        def receive(self, tx, update, now, *, key):
            self.heard.append(update.message.text)
            raise Malformed("text")

    machine.dispatcher._hotline = strict = Strict()
    async with machine.running():
        await machine.keeper.keep([raw_message(1, 5, "odd")])
        await until(lambda: metrics.aside == 1)

    assert strict.heard == ["odd"]
    assert await states(store) == ({"aside": 1}, {})


async def test_a_lone_surrogate_and_a_nul_survive_the_way_into_the_hotline(machine, echo, metrics):
    async with machine.running():
        await machine.keeper.keep([raw_message(1, 5, "a\ud800b\0c")])
        await until(lambda: metrics.handled == 1)

    assert echo.heard == ["a\ud800b\0c"]


async def test_every_press_is_answered_even_one_that_nobody_understands(machine, echo, metrics):
    class Deaf(Echo):
        def receive(self, tx, update, now, *, key):
            return Reaction()

    machine.dispatcher._hotline = Deaf()
    async with machine.running():
        await machine.keeper.keep([raw_press(1, 5, "cb-1")])
        await until(lambda: machine.toasts)

    assert [(toast.callback_id, toast.text, toast.alert) for toast in machine.toasts] == [
        ("cb-1", None, False)
    ]


async def test_presses_overtake_the_messages_of_other_chats(machine, store, echo, metrics):
    order = []
    machine.dispatcher._answer = lambda toast: order.append(toast.callback_id)
    machine.dispatcher._spoke = lambda: order.append("turn")
    await machine.keeper.keep([raw_message(n, n, "hello") for n in range(1, 200)])
    await machine.keeper.keep([raw_press(500, 900, "cb")])
    async with machine.running():
        await until(lambda: metrics.handled == 200)

    assert order.index("cb") < 64


async def test_a_busy_database_is_waited_out(machine, store, echo, metrics, monkeypatch):
    real, refusals = store.write, [3]

    async def sometimes(work):
        if refusals[0]:
            refusals[0] -= 1
            raise StoreBusy
        return await real(work)

    await machine.keeper.keep([raw_message(1, 5, "patience")])
    monkeypatch.setattr(store, "write", sometimes)
    async with machine.running():
        await until(lambda: metrics.handled == 1)

    assert refusals == [0]
    assert echo.heard == ["patience"]


async def test_a_chat_at_work_when_a_run_broke_off_is_taken_up_by_the_next(
    machine, store, echo, metrics, monkeypatch
):
    """A defect elsewhere in the dispatcher ends all its work; it starts again in the same process."""
    real, hanging = store.write, asyncio.Event()

    async def never(_work):
        hanging.set()
        await asyncio.Event().wait()

    await machine.keeper.keep([raw_message(1, 5, "still here")])
    monkeypatch.setattr(store, "write", never)
    async with machine.running():
        await asyncio.wait_for(hanging.wait(), 5)
    monkeypatch.setattr(store, "write", real)
    async with machine.running():
        await until(lambda: metrics.handled == 1)

    assert echo.heard == ["still here"]


async def test_files_to_fetch_are_announced_after_the_commit(machine, metrics):
    async with machine.running():
        await machine.keeper.keep([raw_message(1, 5, "a file")])
        await until(lambda: machine.fetches == 1)


async def test_two_processes_share_the_chats_and_handle_nothing_twice(store, clock, metrics):
    first, second = Echo(), Echo()
    one, two = (Machine(store, echo, clock, metrics, scan_every=0.05) for echo in (first, second))
    async with one.running(), two.running():
        for start in range(0, 60, 10):
            await one.keeper.keep([raw_message(n, 5 + n % 5, str(n)) for n in range(start, start + 10)])
        await until(lambda: metrics.handled == 60)

    assert sorted(map(int, first.heard + second.heard)) == list(range(60))
    assert (await states(store))[1] == {"waiting": 60}


async def test_an_update_damaged_on_the_disk_is_kept_aside_and_its_chat_goes_on(
    machine, store, echo, metrics
):
    await machine.keeper.keep([raw_message(1, 5, "damaged"), raw_message(2, 5, "whole")])
    await store.write(
        lambda tx: tx.connection.execute(text("UPDATE inbox SET body = :b WHERE update_id = 1"), {"b": b"x"})
    )
    async with machine.running():
        await until(lambda: metrics.handled == 1)

    assert echo.heard == ["whole"]
    assert (await states(store))[0] == {"aside": 1, "done": 1}
