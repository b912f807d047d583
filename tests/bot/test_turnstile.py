"""Who goes first, who is never left behind, and that a turn is taken only with a place on the wire."""

import asyncio
from collections import Counter
from functools import partial

import pytest

from bot.pacing import Pacer
from bot.turnstile import PASSED_OVER, PLACES, Turn, Turnstile, places_for
from storage.records import Lane
from tests.bot.test_pacing import A_GROUP, A_PERSON, most_within, play, through


class Line:
    """Lets whoever has a turn go, and answers after *seconds*; notes who went and when."""

    def __init__(self, turnstile: Turnstile, seconds: float) -> None:
        self.turnstile = turnstile
        self.seconds = seconds
        self.went: list[tuple[Lane, int]] = []
        self.at: list[float] = []
        self.on_wire = self.most_on_wire = 0

    def enter(self, lane: Lane, chat_id: int, *, paid: bool = False) -> Turn:
        turns: list[Turn] = []
        turns.append(self.turnstile.enter(chat_id, lane, lambda: self._go(turns, lane, chat_id), paid=paid))
        return turns[0]

    def _go(self, turns: list[Turn], lane: Lane, chat_id: int) -> bool:
        loop = asyncio.get_running_loop()
        self.went.append((lane, chat_id))
        self.at.append(loop.time())
        self.on_wire += 1
        self.most_on_wire = max(self.most_on_wire, self.on_wire)
        loop.call_later(self.seconds, lambda: self._answer(turns[0]))
        return True

    def _answer(self, turn: Turn) -> None:
        self.on_wire -= 1
        self.turnstile.leave(turn)


def test_nobody_starves_at_the_bottom() -> None:
    """Replies without end: each lower lane has one turn in 25 all the same, and a reply all the others."""

    async def scene() -> Counter[Lane]:
        line = Line(Turnstile(Pacer(100)), 0.01)
        chats = iter(range(1, 100_000))
        for lane in (Lane.ALERT, Lane.NOTICE, Lane.BROADCAST):
            for _ in range(100):
                line.enter(lane, next(chats))
        for _ in range(500):
            for _ in range(10):  # far more than the line takes
                line.enter(Lane.REPLY, next(chats))
            await asyncio.sleep(0.02)
        return Counter(lane for lane, _ in line.went)

    went = play(scene)
    total = sum(went.values())
    share = total / (PASSED_OVER + 4)
    for lane in (Lane.ALERT, Lane.NOTICE, Lane.BROADCAST):
        assert share - 3 <= went[lane] <= total / PASSED_OVER + 1
    assert went[Lane.REPLY] > 0.87 * total


def test_who_was_passed_over_goes_next_and_then_waits_again() -> None:
    """After 24 replies one message of the broadcast, and 24 replies more before the next of it."""

    async def scene() -> list[int]:
        line = Line(Turnstile(Pacer(100)), 0.0)
        for number in range(3):
            line.enter(Lane.BROADCAST, 1000 + number)
        for number in range(100):
            line.enter(Lane.REPLY, number + 1)
        await asyncio.sleep(2)
        return [place for place, (lane, _) in enumerate(line.went) if lane is Lane.BROADCAST]

    # The first came when nobody was there.
    assert play(scene) == [0, 25, 50]


def test_a_slow_server_uses_up_no_turns_and_no_burst_follows() -> None:
    """Ten seconds of silence from the server: when it is back, what waited goes evenly again."""

    async def scene() -> Line:
        line = Line(Turnstile(Pacer(100), places=16), 10.0)
        for number in range(400):
            line.enter(Lane.BROADCAST, number + 1)
        await asyncio.sleep(9.9)
        assert len(line.went) == 12  # a quarter of the places is kept free
        line.seconds = 0.01
        await asyncio.sleep(4)
        return line

    line = play(scene)
    after = [at for at in line.at if at > 5]
    assert len(after) > 300
    assert most_within(after, 0.5) <= 77  # 50, and what a quarter of a second of catching up adds
    assert most_within(line.at, 1.0) <= 100
    assert line.most_on_wire == 12


def test_a_reply_finds_a_place_where_a_broadcast_finds_none() -> None:
    """The wire is full of a broadcast that nobody answers: a reply leaves at once."""

    async def scene() -> tuple[int, float]:
        line = Line(Turnstile(Pacer(1000)), 60.0)
        for number in range(500):
            line.enter(Lane.BROADCAST, number + 1)
        await asyncio.sleep(2)
        before = len(line.went)
        line.enter(Lane.REPLY, 10_000)
        return before, line.at[-1] if line.went[-1][0] is Lane.REPLY else -1.0

    assert play(scene) == (PLACES - PLACES // 4, pytest.approx(2))


def test_what_is_paid_for_has_a_limit_of_its_own() -> None:
    """A thousand a second of a broadcast, and thirty of all else beside it, in any one second."""

    async def scene() -> Line:
        pacer = Pacer(30, paid=1000)
        line = Line(Turnstile(pacer, places=places_for(pacer)), 0.02)
        for number in range(4000):
            line.enter(Lane.BROADCAST, number + 1, paid=True)
        for number in range(120):
            line.enter(Lane.REPLY, 10_000 + number)
            line.enter(Lane.BROADCAST, 20_000 + number)  # a correction: nobody can pay for it
        await asyncio.sleep(4)
        return line

    line = play(scene)
    paid = [at for at, (lane, chat) in zip(line.at, line.went, strict=True) if chat <= 4000]
    free = [at for at, (lane, chat) in zip(line.at, line.went, strict=True) if chat > 4000]
    assert len(paid) >= 0.97 * 4 * 985
    assert len(free) >= 0.97 * 4 * 29.5
    assert most_within(paid, 1.0) <= 1000
    assert most_within(free, 1.0) <= 30


def test_without_a_paid_rate_all_share_one_limit() -> None:
    """Whoever asks to be paid for where nobody pays waits with all others."""

    async def scene() -> list[float]:
        line = Line(Turnstile(Pacer(30)), 0.0)
        for number in range(100):
            line.enter(Lane.BROADCAST, number + 1, paid=True)
        await asyncio.sleep(4)
        return line.at

    assert most_within(play(scene), 1.0) <= 30


def test_who_would_have_to_wait_for_the_chat_is_sent_away_when_it_wants_to_be() -> None:
    """It takes no turn; with the seconds that the chat must still rest."""

    async def scene() -> list[float]:
        pacer = Pacer(30)
        turnstile = Turnstile(pacer)
        pacer.hold(90.0, A_PERSON)
        away: list[float] = []
        turn = turnstile.enter(A_PERSON, Lane.BROADCAST, lambda: True, away=away.append)
        assert turn.over
        assert turnstile.waiting == 0
        return away

    assert play(scene) == [pytest.approx(90.0)]


def test_who_does_not_go_when_the_turn_comes_uses_none() -> None:
    """A message that was paused meanwhile leaves its slot to the next at once."""

    async def scene() -> list[float]:
        turnstile = Turnstile(Pacer(1))
        await through(turnstile, [A_PERSON])
        for number in range(3):
            turnstile.enter(number + 100, Lane.REPLY, partial(bool, 0))
        return await through(turnstile, [A_GROUP], Lane.BROADCAST)

    assert play(scene) == [pytest.approx(1 / 0.985, abs=0.01)]


def test_places_follow_the_rate() -> None:
    """At 1,000 a second as many as leave within a fifth of a second; never fewer than 64."""
    assert places_for(Pacer(30)) == PLACES
    assert places_for(Pacer(30, paid=1000)) == 197
    assert places_for(Pacer(1_000_000)) == 256
