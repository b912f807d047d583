"""The limits hold in every second, the rate is used, and who waits for one chat delays no other."""

import asyncio
import itertools
import selectors
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import WINDOW, Pacer
from bot.turnstile import Turn, Turnstile
from storage.records import Lane

T = TypeVar("T")

A_PERSON, ANOTHER, A_GROUP = 7, 8, -1001


def most_within(times: list[float], window: float) -> int:
    """How many of *times* fall into the fullest stretch of *window* seconds, without its end."""
    # A hair narrower: sums of slots differ from the slots by the last bits.
    return max((bisect_left(times, at + window - 1e-6) - first for first, at in enumerate(times)), default=0)


class FastLoop(asyncio.SelectorEventLoop):
    """A loop in which nobody waits: its time leaps to the next timer, which rings *late* seconds late."""

    def __init__(self, late: float) -> None:
        self._leapt = 0.0
        self._late = late
        super().__init__(_Leaping(self._leap))

    def _leap(self, by: float) -> None:
        self._leapt += by + self._late

    def time(self) -> float:
        return self._leapt


class _Leaping(selectors.SelectSelector):
    def __init__(self, leap: Callable[[float], None]) -> None:
        super().__init__()
        self._leap = leap

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout:
            self._leap(timeout)
        return super().select(0)


def play(scene: Callable[[], Coroutine[Any, Any, T]], late: float = 0.0) -> T:
    """Run *scene* in a loop in which nobody waits."""
    with asyncio.Runner(loop_factory=lambda: FastLoop(late)) as runner:
        return runner.run(scene())


async def turn_of(turnstile: Turnstile, chat_id: int, lane: Lane, **more: Any) -> Turn:
    """Wait for a turn, be answered at once, and give up when cancelled."""
    passed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def go() -> bool:
        if passed.cancelled():
            return False
        passed.set_result(None)
        return True

    turn = turnstile.enter(chat_id, lane, go, **more)
    try:
        await passed
    except asyncio.CancelledError:
        turnstile.give_up(turn)
        raise
    finally:
        if turn.passed:
            turnstile.leave(turn)
    return turn


async def through(turnstile: Turnstile, chat_ids: list[int], lane: Lane = Lane.REPLY) -> list[float]:
    """When each message of *chat_ids* was let through, all waiting side by side."""
    passed: list[float] = []

    async def one(chat_id: int) -> None:
        await turn_of(turnstile, chat_id, lane)
        passed.append(asyncio.get_running_loop().time())

    async with asyncio.TaskGroup() as group:
        for chat_id in chat_ids:
            group.create_task(one(chat_id))
    return passed


@settings(deadline=None)
@given(
    rate=st.sampled_from([1, 5, 30, 1000]),
    steps=st.lists(
        st.tuples(st.sampled_from([A_PERSON, ANOTHER, A_GROUP, 9, 10, 11]), st.floats(0, 0.4)),
        min_size=1,
        max_size=150,
    ),
    late=st.sampled_from([0.0, 0.001, 0.009, 0.05]),
)
def test_no_second_has_more_than_the_limit(rate: int, steps: list[tuple[int, float]], late: float) -> None:
    """Whoever goes when the pacer says, or later, breaks no limit in any window, wherever it begins."""
    pacer, now = Pacer(rate), 1000.0
    went: dict[int, list[float]] = defaultdict(list)
    for chat_id, pause in steps:
        now = max(now + (pause if pause > 0.2 else 0.0), pacer.when(chat_id, now)) + late
        assert pacer.when(chat_id, now) == now
        pacer.meter(paid=False).answered(pacer.took(chat_id, now), now)
        went[chat_id].append(now)
    assert most_within(sorted(itertools.chain(*went.values())), 1.0) <= rate
    for chat_id, times in went.items():
        if chat_id < 0:
            assert most_within(times, 60.0) <= 20
        else:
            assert most_within(times, 3.0) <= 3


@pytest.mark.parametrize("rate", [30, 1000])
@pytest.mark.parametrize(("late", "used"), [(0.0, 0.98), (0.001, 0.98), (0.008, 0.98), (0.06, 0.92)])
def test_the_rate_is_used(rate: int, late: float, used: float) -> None:
    """Nearly all of it, also when timers ring late as on a busy machine; and at no second more."""

    async def scene() -> list[float]:
        return await through(Turnstile(Pacer(rate)), list(range(rate * 20)), Lane.BROADCAST)

    passed = play(scene, late)
    assert used * rate <= (len(passed) - 1) / (passed[-1] - passed[0]) <= rate
    assert most_within(passed, 1.0) <= rate


@settings(max_examples=40, deadline=None)
@given(
    arrivals=st.lists(
        st.tuples(
            st.floats(0, 3),
            st.sampled_from([A_PERSON, ANOTHER, A_GROUP, *range(20, 60)]),
            st.sampled_from(Lane),
            st.sampled_from([0.5, 90.0]),
        ),
        min_size=30,
        max_size=120,
    ),
    late=st.sampled_from([0.0, 0.002, 0.05, 0.3]),
)
def test_no_crowd_breaks_a_limit(arrivals: list[tuple[float, int, Lane, float]], late: float) -> None:
    """However people come and give up, in whatever lanes, and however late timers ring."""
    went: dict[int, list[float]] = defaultdict(list)

    async def scene() -> None:
        turnstile = Turnstile(Pacer(5))
        loop = asyncio.get_running_loop()

        async def one(at: float, chat_id: int, lane: Lane, patience: float) -> None:
            await asyncio.sleep(at)
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await turn_of(turnstile, chat_id, lane)
                    went[chat_id].append(loop.time())

        async with asyncio.TaskGroup() as group:
            for arrival in arrivals:
                group.create_task(one(*arrival))

    play(scene, late)
    everything = sorted(itertools.chain(*went.values()))
    assert most_within(everything, 1.0) <= 5
    assert most_within(went[A_GROUP], 60.0) <= 20
    for chat_id in (A_PERSON, ANOTHER):
        assert most_within(went[chat_id], 3.0) <= 3


def test_a_reply_of_three_messages_goes_at_once_and_then_one_a_second() -> None:
    """A person waits for no pause between a toast, a card and a question."""

    async def scene() -> list[float]:
        return await through(Turnstile(Pacer(30)), [A_PERSON] * 6)

    slot = 1 / (30 * 0.985)
    assert play(scene) == pytest.approx([0, slot, 2 * slot, 3, 3 + slot, 3 + 2 * slot])


def test_a_group_gets_twenty_a_minute() -> None:
    """The twenty-first waits for the minute of the first to end."""

    async def scene() -> list[float]:
        return await through(Turnstile(Pacer(30)), [A_GROUP] * 41)

    passed = play(scene)
    assert passed[19] < 1
    assert passed[20] == pytest.approx(60.5)
    assert passed[40] == pytest.approx(121)


def test_who_must_wait_delays_no_other() -> None:
    """A hundred messages for one group, first in line, and one for a person."""

    async def scene() -> tuple[float, float]:
        turnstile = Turnstile(Pacer(30))
        crowd = asyncio.create_task(through(turnstile, [A_GROUP] * 100, Lane.REPLY))
        await asyncio.sleep(1)
        return (await through(turnstile, [A_PERSON], Lane.BROADCAST))[0], (await crowd)[-1]

    person, last_of_the_crowd = play(scene)
    assert person == pytest.approx(1)
    assert 242 < last_of_the_crowd < 243


def test_a_long_rest_does_not_set_the_time_for_those_who_come_later() -> None:
    """With only a group resting for a minute, two persons come: the second waits for its slot, no longer."""

    async def scene() -> list[float]:
        turnstile = Turnstile(Pacer(30))
        crowd = asyncio.create_task(through(turnstile, [A_GROUP] * 21))
        await asyncio.sleep(1)
        passed = await through(turnstile, [A_PERSON, ANOTHER])
        await crowd
        return passed

    assert play(scene) == pytest.approx([1, 1 + 1 / (30 * 0.985)])


def test_lanes_go_in_their_order_and_each_as_it_came() -> None:
    """A reply overtakes a broadcast that waits, however long it waits."""
    heard: list[tuple[Lane, int]] = []

    async def scene() -> None:
        turnstile = Turnstile(Pacer(10))

        async def one(lane: Lane, chat_id: int) -> None:
            await turn_of(turnstile, chat_id, lane)
            heard.append((lane, chat_id))

        async with asyncio.TaskGroup() as group:
            group.create_task(one(Lane.BROADCAST, 1))
            for lane in (Lane.BROADCAST, Lane.NOTICE, Lane.ALERT, Lane.REPLY):
                for chat_id in (30, 20):
                    group.create_task(one(lane, chat_id))

    play(scene)
    assert heard == [
        (Lane.BROADCAST, 1),
        *(
            (lane, chat)
            for lane in (Lane.REPLY, Lane.ALERT, Lane.NOTICE, Lane.BROADCAST)
            for chat in (30, 20)
        ),
    ]


def test_one_chat_keeps_its_order_within_a_lane() -> None:
    """Also those who came while others of the chat were already resting."""
    heard: list[int] = []

    async def scene() -> None:
        turnstile = Turnstile(Pacer(30))

        async def one(number: int) -> None:
            await asyncio.sleep(number * 0.37)
            await turn_of(turnstile, A_PERSON, Lane.REPLY)
            heard.append(number)

        async with asyncio.TaskGroup() as group:
            for number in range(40):
                group.create_task(one(number))

    play(scene, late=0.005)
    assert heard == list(range(40))


def test_who_gives_up_takes_no_turn() -> None:
    """A message whose lease ran out while it waited leaves its slot to the next."""

    async def scene() -> list[float]:
        turnstile = Turnstile(Pacer(1))
        await turn_of(turnstile, 1, Lane.REPLY)
        impatient = [asyncio.create_task(turn_of(turnstile, chat_id, Lane.REPLY)) for chat_id in (2, 3, 4)]
        patient = asyncio.create_task(through(turnstile, [5], Lane.BROADCAST))
        await asyncio.sleep(0.1)
        for one in impatient:
            one.cancel()
        return await patient

    assert play(scene) == pytest.approx([1 / 0.985])


def test_telegrams_pause_is_kept_to_the_second() -> None:
    """By everybody, also by those who already waited; then a tenth more slowly."""

    async def scene() -> tuple[list[float], float]:
        pacer = Pacer(30)
        turnstile = Turnstile(pacer)
        waiting = asyncio.create_task(through(turnstile, list(range(60))))
        await asyncio.sleep(1)
        # All that was on the wire at once is refused at once; that is one complaint.
        for moment in (0.0, 0.1, 0.4):
            pacer.hold(6.0 + moment)
        return await waiting, pacer.rate

    passed, rate = play(scene)
    assert rate == pytest.approx(30 * 0.985 * 0.9)
    before = [at for at in passed if at <= 1]
    after = [at for at in passed if at > 1]
    assert after[0] == pytest.approx(6.4)
    assert len(before) + len(after) == 60
    assert after[2] - after[1] == pytest.approx(1 / rate)


def test_a_pause_for_one_chat_is_for_that_chat() -> None:
    """The others go on, at the full rate."""
    pacer = Pacer(30)
    pacer.hold(60.0, A_GROUP)
    pacer.hold(30.0, A_GROUP)
    assert pacer.when(A_GROUP, 10.0) == 60.0
    assert pacer.when(A_PERSON, 10.0) == 10.0
    assert pacer.rate == 30 * 0.985


def test_the_rate_comes_back_slowly_and_never_goes_to_nothing() -> None:
    """A hundredth every five quiet seconds; however often Telegram complains, one a second remains."""
    pacer, now = Pacer(30), 100.0
    for _ in range(100):
        now += 10
        pacer.hold(now)
    assert pacer.rate == 1.0
    back_after = 0.0
    while pacer.rate < 30 * 0.985:
        pacer.took(A_PERSON, now + back_after)
        back_after += 1
    assert 1500 < back_after < 2100
    slow = Pacer(0.5)
    slow.hold(1000.0)
    assert slow.rate == 0.5 * 0.985


def test_after_a_quiet_hour_nothing_is_left_of_a_complaint() -> None:
    """Nor after a quiet year."""
    for silence in (3600.0, 3e7):
        pacer = Pacer(30)
        for moment in (1.0, 2.0, 3.0):
            pacer.hold(100.0 + moment)
        pacer.took(A_PERSON, 103.0 + silence)
        assert pacer.rate == 30 * 0.985


def test_a_silence_is_not_caught_up() -> None:
    """Nor a pause: what comes after it is evenly spaced from the first."""

    async def scene() -> list[float]:
        pacer = Pacer(1000)
        turnstile = Turnstile(pacer)
        await turn_of(turnstile, A_GROUP, Lane.REPLY)
        await asyncio.sleep(10)
        pacer.hold(20.0)
        return await through(turnstile, list(range(1, 50)))

    passed = play(scene)
    assert passed[0] == pytest.approx(20)
    assert most_within(passed, 0.01) <= 10


def test_half_a_message_a_second_is_one_in_two() -> None:
    """Also when timers ring late."""

    async def scene() -> list[float]:
        return await through(Turnstile(Pacer(0.5)), list(range(20)))

    assert most_within(play(scene, late=0.05), 2.0) == 1


def test_who_gives_up_while_resting_leaves_nothing_behind() -> None:
    """A chat that is held for hours is tried again and again; its old turns must not pile up."""

    async def scene() -> int:
        pacer = Pacer(30)
        pacer.hold(7200.0, A_PERSON)
        turnstile = Turnstile(pacer)
        patient = asyncio.create_task(turn_of(turnstile, A_PERSON, Lane.BROADCAST))
        for _ in range(1000):
            with suppress(TimeoutError):
                async with asyncio.timeout(5):
                    await turn_of(turnstile, A_PERSON, Lane.REPLY)
        left = turnstile.waiting
        await patient
        assert asyncio.get_running_loop().time() == pytest.approx(7200.0)
        return left

    assert play(scene) < 50


def test_old_chats_are_forgotten() -> None:
    """Years of chats must not stay in memory; only the last minutes count."""
    pacer, now = Pacer(30), 0.0
    for chat_id in range(1, 30_000):
        now = pacer.when(chat_id, now)
        pacer.hold(now + 1, chat_id)
        pacer.took(chat_id, now)
    assert len(pacer._chats) < 2 * 120 * 30
    assert len(pacer._chat_holds) < 2 * 120 * 30


@settings(max_examples=60, deadline=None)
@given(
    rate=st.sampled_from([30, 200]),
    halts=st.lists(st.tuples(st.floats(0.3, 6), st.floats(0.01, 1.5)), max_size=2),
    jitter=st.lists(st.floats(0, 0.1), min_size=1, max_size=50),
    way=st.sampled_from([0.002, 0.05]),
)
def test_no_second_of_the_server_has_more_than_the_limit_either(
    rate: int, halts: list[tuple[float, float]], jitter: list[float], way: float
) -> None:
    """Its seconds are not ours: it stands still now and then, and takes up all that lies there at once."""
    counted: list[float] = []

    async def scene() -> None:
        loop = asyncio.get_running_loop()
        turnstile = Turnstile(Pacer(rate), places=1000)
        turns: list[Turn] = []

        def go() -> bool:
            now = loop.time()
            here = now + way / 2
            here = max([here, *(at + long for at, long in halts if at <= here < at + long)])
            counted.append(here)
            number = len(counted) - 1
            answered = here + way / 2 + jitter[number % len(jitter)] * (number % 3 == 0)
            loop.call_at(answered, lambda: turnstile.leave(turns[number]))
            return True

        for number in range(rate * 8):
            turns.append(turnstile.enter(number + 1, Lane.BROADCAST, go))
        await asyncio.sleep(9)

    play(scene)
    assert most_within(sorted(counted), 1.0) <= rate


@pytest.mark.parametrize("way", [0.0, 0.05, 0.3])
def test_a_long_way_costs_nothing_of_the_rate(way: float) -> None:
    """Answers that all take equally long say that nothing was held up."""

    async def scene() -> list[float]:
        loop = asyncio.get_running_loop()
        turnstile = Turnstile(Pacer(30))
        turns: list[Turn] = []
        at: list[float] = []

        def go() -> bool:
            number = len(at)
            at.append(loop.time())
            loop.call_later(way, lambda: turnstile.leave(turns[number]))
            return True

        for number in range(1800):
            turns.append(turnstile.enter(number + 1, Lane.BROADCAST, go))
        await asyncio.sleep(70)
        return [one for one in at if one > 4]  # until then the way is not known

    passed = play(scene)
    assert (len(passed) - 1) / (passed[-1] - passed[0]) >= 0.98 * 30


def test_it_slows_on_a_429_and_probes_back_up_warily() -> None:
    """A tenth slower; back within a minute to just under where it was told off; beyond only after five."""
    pacer, now = Pacer(30), 1000.0
    full = pacer.rate
    pacer.hold(now + 3)
    rates = {}
    for second in range(3, 420):
        pacer.took(second, now + second)
        rates[second] = pacer.rate
    assert rates[3] == pytest.approx(0.9 * full)
    assert rates[60] == rates[300] == pytest.approx(0.98 * full)
    assert rates[419] == full
    assert sorted(rates.values()) == list(rates.values())


def test_a_429_of_what_is_paid_for_holds_all_and_slows_that_alone() -> None:
    """And the other way round."""
    for paid in (True, False):
        pacer = Pacer(30, paid=1000)
        pacer.hold(5.0, paid=paid)
        assert pacer.overall(0.0, paid=True) == pacer.overall(0.0, paid=False) == 5.0
        assert pacer.meter(paid).rate == pytest.approx(0.9 * pacer.meter(paid).highest)
        assert pacer.meter(not paid).rate == pacer.meter(not paid).highest


@pytest.mark.parametrize(
    ("sent", "first"), [(0, 0.0), (1, 1 / (30 * 0.985)), (29, 1 / (30 * 0.985)), (500, WINDOW)]
)
def test_what_another_sent_within_the_last_second_counts(sent: int, first: float) -> None:
    """A new leader knows nothing of it but what the outbox tells; it bursts over no limit."""

    async def scene() -> list[float]:
        pacer = Pacer(30)
        pacer.assume(sent, 0.0)
        return await through(Turnstile(pacer), list(range(100)))

    passed = play(scene)
    assert passed[0] == pytest.approx(first)
    assert most_within(sorted([0.0] * min(sent, 30) + passed), 1.0) <= 30
