"""So few of a broadcast are leased that a kill leaves few in doubt, and enough that the line never waits."""

from datetime import UTC, datetime

import pytest

from bot.leases import MOST_AHEAD, WINDOWS, Lease, Leases
from storage.records import Claimed, Lane

NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def lease(row_id: str, lane: Lane) -> Lease:
    """One of no content."""
    return Lease(Claimed(row_id, row_id, 5, None, None, lane, "text", 1, NOW, NOW, {}), 0.0)


@pytest.mark.parametrize(
    ("rate", "seconds", "window"),
    [(30, 0.005, 2), (30, 0.02, 2), (985, 0.01, 45), (985, 0.02, 65), (0.5, 0.2, 2)],
)
def test_the_window_is_what_leaves_in_two_turns(rate: float, seconds: float, window: int) -> None:
    """At 30 a second two: one on its way to the wire, and the next."""
    leases = Leases(lambda: rate)
    leases.turn_took(seconds)
    assert leases.window == window


def test_a_slow_turn_widens_it_at_once_and_quick_ones_narrow_it_again() -> None:
    """And however slow the database is, it ends somewhere."""
    leases = Leases(lambda: 985.0)
    leases.turn_took(30.0)
    assert leases.window == MOST_AHEAD
    widths = []
    for _ in range(40):
        leases.turn_took(0.01)
        widths.append(leases.window)
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] == 45


def test_room_counts_what_has_not_left_of_broadcasts_and_all_of_others() -> None:
    """A broadcast's message on the wire makes room for the next; a reply only when it is answered."""
    leases = Leases(lambda: 30.0)
    news, more, reply = lease("a", Lane.BROADCAST), lease("b", Lane.BROADCAST), lease("c", Lane.REPLY)
    for one in (news, more, reply):
        leases.add(one)
    assert Lane.BROADCAST not in leases.room()
    assert leases.room()[Lane.REPLY] == WINDOWS[Lane.REPLY] - 1
    leases.leaves(news)
    leases.leaves(reply)
    assert leases.room()[Lane.BROADCAST] == 1
    assert leases.room()[Lane.REPLY] == WINDOWS[Lane.REPLY] - 1
    assert leases.waiting == (more,)
    assert set(leases.on_wire) == {news, reply}
    assert list(leases.of_broadcasts()) == [more]
    assert [leases.ends(one) for one in (reply, reply, more, news)] == [True, False, True, True]
    assert leases.room()[Lane.BROADCAST] == 2
    assert not len(leases)
