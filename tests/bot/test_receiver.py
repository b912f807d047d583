"""Nothing is confirmed to Telegram that is not stored, and no trouble ends the asking."""

import asyncio
from contextlib import asynccontextmanager
from random import Random

import pytest

from bot.calls import close, post
from bot.line import open_bot
from bot.patience import Patience
from bot.receiver import Keeper, Poller, chat_of, update_number
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from storage import inbox
from storage.errors import StoreBusy, StoreFull
from tests.bot.conftest import BOT_ID, raw_message, raw_press, until


@pytest.fixture
async def world(clock):
    return World(clock)


@pytest.fixture
async def line(world):
    """A bot whose line goes to the sandbox over a real socket."""
    served = await serve(app(world))
    bot = open_bot(world.token, served.url, connections=4)
    yield bot
    await close(bot)
    await served.stop()


@asynccontextmanager
async def polling(line, store, clock, metrics):
    keeper = Keeper(store, BOT_ID, clock, metrics, lambda chat_key, press: None)
    # The sandbox, like Telegram, gives one update only to who asks the same again within half a second.
    poller = Poller(line, keeper, Patience(Random(1), first=0.02, longest=0.05), long_poll=1)
    task = asyncio.create_task(poller.run())
    try:
        yield poller
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def stored(store):
    return (await store.read(inbox.counts)).get("waiting", 0)


async def test_what_people_send_is_stored_and_then_forgotten_by_telegram(world, line, store, clock, metrics):
    saule = world.phone("saule")
    saule.start()
    for n in range(5):
        saule.say(f"{n}")
    async with polling(line, store, clock, metrics):
        await until(lambda: not world.updates.pending)

    assert await stored(store) == 6
    assert (metrics.received, metrics.stored) == (6, 6)


@pytest.mark.parametrize("trouble", [StoreBusy, StoreFull])
async def test_what_could_not_be_stored_is_not_confirmed(
    trouble, world, line, store, clock, metrics, monkeypatch
):
    real, refuse, refused = store.write, [True], asyncio.Event()

    async def sometimes(work):
        if refuse[0]:
            refused.set()
            raise trouble
        return await real(work)

    monkeypatch.setattr(store, "write", sometimes)
    world.phone("saule").start()
    async with polling(line, store, clock, metrics):
        await refused.wait()
        await world.quiet(0.1)
        assert len(world.updates.pending) == 1

        refuse[0] = False
        await until(lambda: not world.updates.pending)

    assert await stored(store) == 1


@pytest.mark.parametrize("mode", ["outage", "server_error", "garbage", "revoked", "conflict", "too_many"])
async def test_no_trouble_of_the_line_ends_the_polling(mode, world, line, store, clock, metrics):
    saule = world.phone("saule")
    saule.start()
    async with polling(line, store, clock, metrics):
        await until(lambda: not world.updates.pending)
        world.switches.set(mode)
        saule.say("while it was down")
        await world.quiet(0.15)
        world.switches.set("ok")
        await until(lambda: not world.updates.pending)

    assert await stored(store) == 2


async def test_a_webhook_of_former_days_is_removed_and_nothing_dropped(world, line, store, clock, metrics):
    await post(line, "setWebhook", {"url": "https://127.0.0.1:1/gone"})
    world.phone("saule").start()
    async with polling(line, store, clock, metrics):
        await until(lambda: not world.updates.pending)

    assert await stored(store) == 1


async def test_updates_of_every_shape_are_stored_and_do_not_stop_the_others(
    world, line, store, clock, metrics
):
    for raw in (
        "a word",
        7,
        [],
        {"update_id": None},
        {"update_id": "x"},
        {"message": {"chat": {"id": "no"}}},
    ):
        world.inject(raw)
    world.phone("saule").start()
    async with polling(line, store, clock, metrics):
        await until(lambda: metrics.stored >= 7)
        await until(lambda: not world.updates.pending)

    assert await stored(store) >= 7


async def test_presses_are_announced_as_presses(store, clock, metrics):
    woken = []
    keeper = Keeper(store, BOT_ID, clock, metrics, lambda chat_key, press: woken.append((chat_key, press)))

    await keeper.keep([raw_message(1, 5, "a"), raw_press(2, 5, "cb"), raw_message(3, 6, "b")])

    hers, his = store.vault.lookup("chat", 5), store.vault.lookup("chat", 6)
    assert woken == [(hers, False), (hers, True), (his, False)]


@pytest.mark.parametrize(
    ("raw", "chat"),
    [
        (raw_message(1, 5, "a"), 5),
        (raw_press(1, 6, "cb"), 6),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 8}, "inline_message_id": "x"}}, 8),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -100}, "from": {"id": 8}}}, -100),
        ({"update_id": 1, "poll_answer": {"user": {"id": 9}}}, 9),
        ({"update_id": 1, "inline_query": {"from": {"id": 9}}}, 9),
        ({"update_id": 1, "poll": {"id": "x"}}, None),
        ({"update_id": 1, "message": {"chat": {"id": True}}}, None),
        ({"update_id": 1}, None),
        ("text", None),
    ],
)
def test_where_something_happened(raw, chat):
    assert chat_of(raw) == chat


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ({"update_id": 0}, 0),
        ({"update_id": 2**63 - 1}, 2**63 - 1),
        ({"update_id": 2**63}, None),
        ({"update_id": -1}, None),
        ({"update_id": True}, None),
        ({"update_id": 1.0}, None),
        ({"update_id": "1"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_only_a_number_that_telegram_could_give_is_one(raw, number):
    assert update_number(raw) == number
