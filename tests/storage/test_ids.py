"""Ids are in the order of their making, whatever the clock does."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

from storage.ids import follow, new_id


def test_ids_are_version_7_uuids_in_order(now):
    late = now + timedelta(days=400)  # later than any other test of this run
    made = [new_id(late) for _ in range(10_000)]

    assert made == sorted(set(made))
    assert all(len(one) == 32 and UUID(one).version == 7 and UUID(one).variant for one in made)


def test_a_clock_that_goes_back_does_not_reorder(now):
    first = new_id(now + timedelta(days=500))
    second = new_id(now - timedelta(days=3000))

    assert first < second


def test_threads_never_share_an_id(now):
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: new_id(now), range(5_000)))

    assert len(set(made)) == 5_000


def test_an_id_from_a_clock_ahead_is_followed(now):
    ahead = f"{int((now + timedelta(days=600)).timestamp() * 1000):012x}7fff8000000000000000"
    follow(ahead)

    assert new_id(now) > ahead
