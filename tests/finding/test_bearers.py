"""Whether few or many bear a word, and whoever comes and goes: the same are found as in a plain set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.finding import bearers as module
from handlers.finding.bearers import Bearers, any_of, latest

STEPS = st.lists(st.integers(min_value=-60, max_value=60), max_size=80)
"""Above zero: so much higher is the next that comes. Below: that one of those who are there goes."""


def _walked(steps: list[int]) -> tuple[Bearers, set[int]]:
    borne, plain, last = Bearers(3), {3}, 3
    for step in steps:
        if step > 0:
            last += step
            borne.add(last)
            plain.add(last)
        elif plain:
            gone = sorted(plain)[step % len(plain)]
            borne.remove(gone)
            plain.remove(gone)
    return borne, plain


@pytest.mark.parametrize("many", [2, 10, 1_000])
def test_they_hold_what_a_set_would_hold(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With bits from two on, from ten on, and never."""
    monkeypatch.setattr(module, "_MANY", many)

    @given(st.lists(STEPS, max_size=4), st.integers(min_value=0, max_value=300))
    def check(walks: list[list[int]], most: int) -> None:
        walked = [_walked(steps) for steps in walks]
        assert [len(borne) for borne, _ in walked] == [len(plain) for _, plain in walked]
        together = set().union(*(plain for _, plain in walked))
        mask = any_of(borne for borne, _ in walked)
        assert latest(mask, most) == sorted(together, reverse=True)[:most]

    check()
