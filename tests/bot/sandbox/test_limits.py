"""Limits refuse what Telegram refuses, and tell how long to wait."""

import pytest

from bot.clock import MovableClock
from bot.sandbox.limits import Gate, Limits
from bot.sandbox.refusals import Refused
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


class Seconds:
    """A clock that a test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def waits(gate: Gate, chat: int = 1, *, group: bool = False, paid: bool = False) -> int | None:
    """None when a message passes, else the seconds to wait."""
    try:
        gate.admit(chat, group=group, paid=paid)
    except Refused as refused:
        seconds: int = refused.body()["parameters"]["retry_after"]
        return seconds
    return None


def test_without_limits_everything_passes() -> None:
    gate = Gate(Limits(), Seconds())
    assert [waits(gate) for _ in range(1000)] == [None] * 1000


def test_a_refusal_says_how_long() -> None:
    gate = Gate(Limits(), Seconds())
    gate.hold(3)
    with pytest.raises(Refused) as refusal:
        gate.admit(1, group=False)
    assert refusal.value.body() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }


def test_what_exceeds_the_rate_is_refused_until_the_hold_is_over() -> None:
    seconds = Seconds()
    gate = Gate(Limits(overall=3, hold=5), seconds)

    assert [waits(gate, chat) for chat in range(5)] == [None, None, None, 5, 5]
    seconds.now += 4.5
    assert waits(gate) == 1
    seconds.now += 0.5
    assert [waits(gate, chat) for chat in range(4)] == [None, None, None, 5]


def test_a_steady_pace_at_the_limit_always_passes() -> None:
    seconds = Seconds()
    gate = Gate(Limits(overall=10), seconds)
    for number in range(100):
        seconds.now = 100 + number * 0.1001
        assert waits(gate, number) is None


def test_with_a_grudge_whoever_goes_on_waits_longer() -> None:
    seconds = Seconds()
    gate = Gate(Limits(overall=1, hold=2, grudge=True), seconds)
    assert [waits(gate) for _ in range(5)] == [None, 2, 3, 4, 5]


def test_one_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    seconds = Seconds()
    gate = Gate(Limits(per_chat=1.0, burst=3), seconds)
    assert [waits(gate, 1) for _ in range(4)] == [None, None, None, 1]
    assert waits(gate, 2) is None
    seconds.now += 1
    assert [waits(gate, 1) for _ in range(2)] == [None, 1]


def test_a_group_takes_twenty_a_minute() -> None:
    seconds = Seconds()
    gate = Gate(Limits(per_group=20), seconds)
    assert [waits(gate, -1, group=True) for _ in range(21)] == [None] * 20 + [60]
    seconds.now += 60
    assert waits(gate, -1, group=True) is None


async def test_the_server_applies_them_and_counts(raw: Raw, world: World) -> None:
    world.add_accounts(3)
    world.gate.limits = Limits(overall=2, hold=7)
    await raw.ask("sendMessage", chat_id=1, text="a")
    await raw.ask("sendMessage", chat_id=2, text="b")
    body = await raw.answer("sendMessage", chat_id=3, text="c")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 7})
    assert world.counts["sendMessage", "ok"] == 2
    assert world.counts["sendMessage", "429"] == 1
    assert [(each.text, each.ok) for each in world.sent] == [("a", True), ("b", True), ("c", False)]


@pytest.mark.parametrize("method", ["answerCallbackQuery", "getMe"])
async def test_some_methods_know_no_limit(raw: Raw, world: World, clock: MovableClock, method: str) -> None:
    world.switches.set("too_many")
    assert (await raw.answer(method, callback_query_id="7")).get("error_code") != 429


def test_what_is_paid_for_is_counted_by_itself() -> None:
    """Thirty for free and a hundred that are paid for, in one second; whoever exceeds either is held."""
    seconds = Seconds()
    gate = Gate(Limits(overall=30, paid=100, hold=3), seconds)

    assert [waits(gate, chat, paid=True) for chat in range(100)] == [None] * 100
    assert [waits(gate, chat) for chat in range(30)] == [None] * 30
    assert waits(gate, 200, paid=True) == 3
    assert waits(gate, 201) == 3
    seconds.now += 3
    assert waits(gate, 202, paid=True) is None


async def test_who_has_no_stars_cannot_pay(world: World, raw: Raw) -> None:
    """The message is refused, and nothing of it counts."""
    saule = world.phone("saule")
    saule.start()
    said = {"chat_id": saule.chat.id, "text": "hello", "allow_paid_broadcast": True}

    answer = await raw.answer("sendMessage", **said)
    assert answer["description"] == "Bad Request: BALANCE_TOO_LOW"
    world.gate.limits = Limits(overall=1, paid=1)
    for paid in (True, False):
        assert (await raw.answer("sendMessage", **{**said, "allow_paid_broadcast": paid}))["ok"]
    assert not (await raw.answer("sendMessage", **said))["ok"]
