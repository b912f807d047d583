"""Any 300 things in any order leave reports that can be sent, and what was said is still there."""

from random import Random

import pytest

from locales.catalog import Catalog
from storage.store import Store
from tests.wander.walk import Walker

_ACTIONS = 300


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost_and_every_report_can_be_sent(store: Store, seed: int) -> None:
    """Answers of any kind, Back, Skip, edits, Pause, another language, other reports, restarts."""
    walker = Walker(store, Random(seed), Catalog.load())
    walker.begin()
    for _ in range(_ACTIONS):
        walker.act()
    assert walker.lost() == set()

    assert walker.finish() >= 1
    assert walker.lost() == set()
