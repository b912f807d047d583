"""Which messages go by themselves, case by case."""

from datetime import datetime, timedelta
from typing import Literal

import pytest

from handlers.rules.clearing import due, may_be_changed
from storage.records import Trace
from tests.handlers.made import NOON

HOUR = timedelta(hours=1)


def at(hours_ago: float) -> datetime:
    return NOON - timedelta(hours=hours_ago)


def one(
    number: int,
    hours_ago: float,
    kind: Literal["hers", "reply", "push"] = "reply",
    *,
    asks: bool = False,
    said: float | None = None,
) -> Trace:
    return Trace(number, kind, asks, at(hours_ago), at(hours_ago if said is None else said))


@pytest.mark.parametrize(
    ("traces", "talking", "gone"),
    [
        ([one(1, 2, "hers"), one(2, 2), one(3, 0.5, "hers"), one(4, 0.5)], False, [1, 2]),
        ([one(1, 1), one(2, 0.99)], False, [1]),  # exactly as old as chosen
        ([one(1, 2, asks=True), one(2, 1.5)], True, []),  # the question and what followed it
        ([one(1, 3, asks=True), one(2, 2, asks=True)], True, [1]),  # only the last question
        ([one(1, 2, asks=True), one(2, 1.5, "hers")], True, [2]),  # her own words go
        ([one(1, 46.9, asks=True)], True, []),
        ([one(1, 47, asks=True)], True, [1]),
        ([one(1, 30, asks=True, said=0.5)], False, []),  # changed in place a moment ago
        ([one(1, 47.5, asks=True, said=0.5)], False, [1]),  # or it could never go
        ([one(1, 9, "push")], False, []),  # she has not been here since
        ([one(1, 9, "push"), one(2, 8, "hers"), one(3, 8)], False, [1, 2, 3]),
        ([one(1, 9, "hers"), one(2, 8, "push")], False, [1]),
        ([one(1, 47.5, "push")], False, []),
        ([], True, []),
    ],
)
def test_what_goes_after_an_hour(traces: list[Trace], talking: bool, gone: list[int]) -> None:
    assert due(traces, HOUR, NOON, talking=talking) == gone


def test_a_message_is_changed_in_place_only_while_it_can_still_go_in_time() -> None:
    assert may_be_changed(at(45.9), HOUR, NOON)
    assert not may_be_changed(at(46), HOUR, NOON)
    assert not may_be_changed(at(24), timedelta(hours=24), NOON)
    assert not may_be_changed(None, HOUR, NOON)
