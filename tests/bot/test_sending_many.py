"""A broadcast on its way: few are in doubt at any moment, many are settled by one statement.

What must be strict about Telegram goes through the sandbox, over a real line.
"""

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
import structlog

from bot import casts as casts_of
from bot import doctor
from bot.calls import close
from bot.casts import Casts
from bot.delivery import Delivery
from bot.leading import Leadership
from bot.line import open_bot
from bot.logs import Once
from bot.outcomes import RetryAt, Sent, Unknown
from bot.pacing import Pacer
from bot.patience import Patience
from bot.sandbox.limits import Limits
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from bot.sending import Sender
from bot.settling import Result, settle
from bot.succession import Succession
from bot.turnstile import Turnstile, places_for
from locales.catalog import Catalog
from storage import broadcasts, cast_rows, outbox, people
from storage.records import CastState, Lane, Outgoing
from storage.store import Tx
from storage.tables import outbox as rows
from tests.bot.conftest import echoed, say, states, until
from tests.bot.test_delivery import Machine
from tests.bot.test_pacing import most_within

MANY = 60


async def crowd(store, clock, many=MANY, *, first=100):
    """So many messages of a broadcast wait, each for another chat."""

    def work(tx):
        for n in range(many):
            say(tx, first + n, f"{n}", f"news/{first + n}", clock.now(), lane=Lane.BROADCAST)

    await store.write(work)


async def trying_at(store):
    """When each message that waits is to be tried, by its chat's key."""
    return await store.read(
        lambda tx: {
            row.unique_key: row.try_at
            for row in tx.connection.execute(rows.select().where(rows.c.state == "waiting"))
        }
    )


async def test_at_thirty_a_second_few_are_in_doubt_at_any_moment(store, echo, clock, metrics, roles):
    """What is leased when the process is killed becomes unknown: that must not be a hundred."""
    machine = Machine(store, echo, clock, metrics, roles, rate=30.0)
    await crowd(store, clock)
    most = 0
    async with machine.running():
        while len(machine.sender.sent) < MANY:
            most = max(most, (await states(store))[1].get("claimed", 0))
            await asyncio.sleep(0.01)
    assert (await states(store))[1] == {"sent": MANY}
    assert 1 <= most <= 12


async def test_many_are_settled_by_few_statements(store, echo, clock, monkeypatch):
    """A hundred that were sent: one statement empties their rows, one notes what stands in their chats."""
    await crowd(store, clock, 100)
    now = clock.now()
    claimed = await store.write(lambda tx: outbox.claim(tx, Lane.BROADCAST, 200, now, now))
    asked = []
    real = Tx.execute

    def counted(self, statement, values=()):
        asked.append(statement)
        return real(self, statement, values)

    def work(tx):
        monkeypatch.setattr(Tx, "execute", counted)
        settle(tx, echo, [Result(one, Sent(n)) for n, one in enumerate(claimed)], now)
        monkeypatch.undo()

    await store.write(work)

    assert len(claimed) == 100
    assert len(asked) == 2
    found = await store.read(lambda tx: tx.connection.execute(rows.select().order_by(rows.c.id)).all())
    assert [(row.state, row.telegram_id, row.body, row.settled_at) for row in found] == [
        ("sent", n, None, now) for n in range(100)
    ]


async def test_while_telegram_asks_for_a_pause_nothing_of_a_broadcast_is_in_doubt(
    store, echo, clock, metrics, roles
):
    """A 429 for everybody: what was leased and has not left goes back to the outbox."""
    machine = Machine(store, echo, clock, metrics, roles, rate=30.0)
    machine.sender.outcomes["0"] = [RetryAt(timedelta(seconds=2), "all", True)]
    await crowd(store, clock)
    async with machine.running():
        await until(lambda: machine.sender.sent)
        await machine.settled()
        sent = len(machine.sender.sent)
        assert sent < 5
        assert (await states(store))[1]["waiting"] >= MANY - sent
        await asyncio.sleep(0.5)
        assert len(machine.sender.sent) == sent
        await until(lambda: len(machine.sender.sent) > sent)


async def test_a_chat_that_must_rest_keeps_nobody_waiting_and_is_in_no_doubt(
    store, echo, clock, metrics, roles
):
    """Ten chats at the head of the broadcast are held for half a minute: they wait in the outbox."""
    machine = Machine(store, echo, clock, metrics, roles, rate=30.0)
    await crowd(store, clock, 20)
    now = asyncio.get_running_loop().time()
    for chat in range(100, 110):
        machine.delivery._pacer.hold(now + 30.0, chat)
    began = clock.now()
    async with machine.running():
        await until(lambda: len(machine.sender.sent) == 10)
        await machine.settled()
        assert sorted(machine.sender.chats) == list(range(110, 120))
        later = await trying_at(store)
    assert set(later) == {f"news/{chat}" for chat in range(100, 110)}
    assert all(timedelta(seconds=20) < at - began < timedelta(seconds=31) for at in later.values())


async def test_a_new_leader_waits_until_telegrams_second_is_over(store, echo, clock, metrics, roles):
    """The one before sent as many as are allowed and died: the first of the next leaves a second later."""
    await crowd(store, clock, 40)
    now = clock.now()

    def sent_by_another(tx):
        claimed = outbox.claim(tx, Lane.BROADCAST, 20, now + timedelta(minutes=1), now)
        outbox.sent(tx, [(one.id, 1) for one in claimed[:15]], now)

    await store.write(sent_by_another)
    machine = Machine(store, echo, clock, metrics, roles, rate=20.0)
    began = time.monotonic()
    async with machine.running():
        await until(lambda: machine.sender.sent)
        waited = time.monotonic() - began

    assert waited >= 1.0
    assert (await states(store))[1]["unknown"] == 5


async def test_takeovers_burst_over_no_limit(database, store, echo, clock, metrics, roles):
    """Five leaders one after the other: in no second more leave than one alone could send."""
    await crowd(store, clock, 300)
    at = []

    class Stamped(Machine):
        def __init__(self):
            super().__init__(store, echo, clock, metrics, roles, rate=20.0)
            real = self.sender.send

            async def send(one):
                at.append(time.monotonic())
                return await real(one)

            self.sender.send = send

    for _ in range(5):
        machine = Stamped()
        async with machine.running():
            await until(lambda machine=machine: len(machine.sender.sent) >= 8)
    assert len(at) >= 40
    assert most_within(at, 1.0) <= 20


async def test_a_reply_is_settled_at_once_and_broadcasts_together(
    store, echo, clock, metrics, roles, monkeypatch
):
    """Sixty messages of a broadcast end in a few transactions; a reply has one of its own when it must."""
    machine = Machine(store, echo, clock, metrics, roles, rate=1000.0)
    turns = []
    real = store.write

    async def counted(work):
        turns.append(work)
        return await real(work)

    await crowd(store, clock, 200)
    monkeypatch.setattr(store, "write", counted)
    async with machine.running():
        await until(lambda: len(machine.sender.sent) == 200)
        await machine.settled()
    assert len(turns) < 60


@pytest.fixture
async def line(clock, store):
    """A world that lets 30 a second pass for free and 1,000 that are paid for; and a bot on it."""
    world = World(clock, limits=Limits(overall=30, paid=1000, per_chat=1.0, burst=5))
    served = await serve(app(world))
    bot = open_bot(world.token, served.url, connections=300)
    yield world, bot
    await close(bot)
    await served.stop()


async def test_the_doctor_says_for_how_many_messages_the_stars_last(line):
    """And what becomes of a broadcast without any."""
    world, bot = line
    finding = await doctor._stars(bot)
    assert (finding.well, finding.detail) == (True, "on; there are 5000 Stars, for 50000 messages")

    world.gate.limits = Limits()
    finding = await doctor._stars(bot)
    assert not finding.well
    assert "IZDEU_PAID_MESSAGES_PER_SECOND" in finding.mend
    world.switches.set("outage")
    assert (await doctor._stars(bot)).detail == "on; Telegram does not say how many Stars there are"


class House:
    """Delivery of broadcasts over a real line."""

    def __init__(self, line, store, echo, clock, metrics, roles, pacer):
        _, bot = line
        random = Random(1)
        catalog = Catalog.load()
        casts = Casts(bot, store, catalog, ZoneInfo("Asia/Almaty"), random, paid=pacer.pays)
        sender = Sender(bot, echoed, lambda role, language: [], random, casts=casts.send)
        self.delivery = Delivery(
            store,
            sender,
            echo,
            pacer,
            Turnstile(pacer, places=places_for(pacer)),
            clock,
            metrics,
            Patience(random),
            Leadership(roles, "deliver", look_every=0.05),
            Succession(store, echo, clock, echo.notes),
            look_every=0.05,
        )

    @asynccontextmanager
    async def running(self):
        task = asyncio.create_task(self.delivery.run())
        try:
            yield self
        finally:
            self.delivery.stop()
            await task

    async def sends(self, store, many):
        """Run until so many are sent."""
        async with self.running(), asyncio.timeout(30):
            while (await states(store))[1].get("sent", 0) < many:  # noqa: ASYNC110 -- another task, no event
                await asyncio.sleep(0.02)


async def broadcast(store, clock, accounts, **body):
    """A running broadcast of the real kind, a row for each of these accounts."""

    def work(tx):
        now = clock.now()
        author = people.welcome(tx, 999_999, 999_999, now)
        said = {"texts": {"en": {"html": "<b>Friday</b>", "text": "Friday", "file": None}}}
        said |= {"answers": ["come"], "link": None}
        one = broadcasts.begin(tx, author.id, said, now, state=CastState.RUNNING, start_at=now)
        kind = cast_rows.kind_of("en")
        messages = []
        for chat in accounts:
            key = cast_rows.key_of(one.id, f"person{chat}")
            row = {"broadcast": one.id, "wording": "en", "language": "en", "token": f"token{chat}", **body}
            messages.append(Outgoing(key, chat, None, Lane.BROADCAST, kind, now, row, one.id))
        outbox.add(tx, messages, now)

    await store.write(work)


async def test_what_is_paid_for_goes_beyond_the_free_limit_and_all_else_stays_within(
    line, store, echo, clock, metrics, roles
):
    """Two hundred of a broadcast, and forty-five replies beside it: Telegram complains of neither."""
    world, _ = line
    world.add_accounts(250)
    await broadcast(store, clock, range(1, 201))
    await store.write(
        lambda tx: [say(tx, chat, f"reply {chat}", f"{chat}", clock.now()) for chat in range(201, 246)]
    )
    house = House(line, store, echo, clock, metrics, roles, Pacer(30, paid=1000))
    await house.sends(store, 245)

    at = [one.at.timestamp() for one in world.sent if one.chat_id is not None and one.chat_id <= 200]
    assert most_within(at, 1.0) > 40
    assert (world.counts["sendMessage", "ok"], world.counts["sendMessage", "429"]) == (245, 0)


async def test_what_cannot_be_paid_for_waits_and_is_not_lost(line, store, echo, clock, metrics, roles):
    """The Stars are used up: the rows stay where they are, and go when there are some again."""
    world, _ = line
    world.add_accounts(10)
    world.gate.limits = Limits(overall=30)
    await broadcast(store, clock, range(1, 6))
    house = House(line, store, echo, clock, metrics, roles, Pacer(30, paid=1000))
    async with house.running():
        await until(lambda: world.counts["sendMessage", "400"] == 5)
    assert (await states(store))[1] == {"waiting": 5}

    world.gate.limits = Limits(overall=30, paid=1000)
    clock.move(timedelta(minutes=2))
    await House(line, store, echo, clock, metrics, roles, Pacer(30, paid=1000)).sends(store, 5)
    assert world.counts["sendMessage", "ok"] == 5


async def test_nothing_is_paid_for_unless_it_was_asked_for(line, store, echo, clock, metrics, roles):
    """Ten of a broadcast without the setting: they count among the thirty that are free."""
    world, _ = line
    world.add_accounts(50)
    world.gate.limits = Limits(overall=1000, paid=1)
    await broadcast(store, clock, range(1, 11))
    await House(line, store, echo, clock, metrics, roles, Pacer(30)).sends(store, 10)

    assert (world.counts["sendMessage", "ok"], world.counts["sendMessage", "429"]) == (10, 0)


async def test_each_reader_has_her_own_buttons_under_words_that_were_made_once(
    line, store, echo, clock, metrics, roles, monkeypatch
):
    """Twenty readers of one wording: it is put into words once, and no button of hers is another's."""
    world, _ = line
    world.add_accounts(20)
    spoken = []
    real = casts_of.speak

    def counted(*given):
        spoken.append(given)
        return real(*given)

    monkeypatch.setattr(casts_of, "speak", counted)
    await broadcast(store, clock, range(1, 21))
    await House(line, store, echo, clock, metrics, roles, Pacer(1000)).sends(store, 20)

    assert len(spoken) == 1
    shown = [world.chats[chat].messages[-1].raw for chat in range(1, 21)]
    assert {one["text"] for one in shown} == {shown[0]["text"]}
    assert "Friday" in shown[0]["text"]
    assert [one["reply_markup"]["inline_keyboard"][0][0]["callback_data"] for one in shown] == [
        f"token{chat}a" for chat in range(1, 21)
    ]


async def test_a_kill_leaves_in_doubt_only_what_was_on_the_wire(store, echo, clock, metrics, roles):
    """Sent and not yet settled: sent. Leased and never left: tried again. On the wire: unknown."""
    await crowd(store, clock, 12)
    now = clock.now()
    dead = Succession(store, echo, clock, echo.notes)
    await dead.take_over(Patience(Random(1)), Once(structlog.get_logger(), "outbox"))
    leased = await store.write(
        lambda tx: outbox.claim(tx, Lane.BROADCAST, 9, now + timedelta(minutes=1), clock.now())
    )
    for number, one in enumerate(leased[:6]):
        dead.leaves(one.id)
        if number < 3:
            dead.note(one.id, Sent(700 + number))
    dead.note(leased[3].id, RetryAt(timedelta(seconds=1), "chat", True))
    dead.note(leased[4].id, Unknown(timedelta(seconds=1)))
    dead.end()  # as the kernel does it

    machine = Machine(store, echo, clock, metrics, roles)
    async with machine.running():
        await until(lambda: len(machine.sender.sent) == 7)
        await machine.settled()

    assert sorted(map(int, machine.sender.sent)) == [3, 6, 7, 8, 9, 10, 11]
    found = await store.read(lambda tx: tx.connection.execute(rows.select().order_by(rows.c.id)).all())
    assert [row.state for row in found] == ["sent"] * 4 + ["unknown"] * 2 + ["sent"] * 6
    assert [row.telegram_id for row in found[:3]] == [700, 701, 702]


async def test_without_room_for_notes_all_goes_on(store, echo, clock, metrics, roles):
    """A full disk must not silence the hotline; a kill would leave more in doubt, that is all."""
    echo.notes.parent.mkdir(exist_ok=True)
    echo.notes.write_text("in the way")
    machine = Machine(store, echo, clock, metrics, roles)
    await crowd(store, clock, 3)
    async with machine.running():
        await until(lambda: len(machine.sender.sent) == 3)
    assert (await states(store))[1] == {"sent": 3}


async def test_whom_another_has_followed_leases_nothing(store, echo, clock, metrics, roles, tmp_path):
    """Also where it does not know it yet: on another machine its notes could not be read."""
    machine = Machine(store, echo, clock, metrics, roles)
    async with machine.running():
        await until(lambda: machine.delivery.leads)
        await machine.say("before")
        await until(lambda: machine.sender.sent == ["before"])
        other = Succession(store, echo, clock, tmp_path / "elsewhere")
        await other.take_over(Patience(Random(1)), Once(structlog.get_logger(), "outbox"))
        await machine.say("after", chat=6)
        await asyncio.sleep(0.3)
        assert machine.sender.sent == ["before"]
    assert (await states(store))[1] == {"sent": 1, "waiting": 1}
    other.end()
