"""Whether a clock can tell "not yours" from "not there": the two are asked by turns, and compared.

The measure is how often a randomly chosen one of the first takes longer than one of the second: 0.50
means that a single answer tells nothing. Figures for a person to look at, no test: a busy machine
would fail it without a reason.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from random import Random
from statistics import median
from time import perf_counter

from tests.access.buttons import WITH_IDS, filled
from tests.access.ground import Ground, Things

ASKED = (
    ("sister", "case.amend"),
    ("sister", "cases.show"),
    ("sister", "receipt.send"),
    ("sister", "update.read"),
    ("sister", "draft.resume"),
    ("vera", "draft.read"),
    ("vera", "update.read"),
)


def figures(ground: Ground, count: int) -> Iterator[str]:
    """A line for each button: medians in ms, their difference, and the measure."""
    random = Random(1)
    for name, deed in ASKED:
        times: dict[str, list[float]] = {"foreign": [], "invented": []}
        for _ in range(count):
            for kind in random.sample(sorted(times), 2):
                things = ground.foreign if kind == "foreign" else Things.invented()
                data = ground.show(name, deed, filled(WITH_IDS[deed], things))
                began = perf_counter()
                ground.press(name, data)
                times[kind].append((perf_counter() - began) * 1000)
        one, other = median(times["foreign"]), median(times["invented"])
        longer = _longer(times["foreign"], times["invented"])
        yield f"  {deed:<14}{one:7.3f} ms {other:7.3f} ms {(one - other) * 1000:+6.0f} µs   {longer:.2f}"


def _longer(some: list[float], others: list[float]) -> float:
    ordered = sorted(others)
    wins = sum((bisect_left(ordered, one) + bisect_right(ordered, one)) / 2 for one in some)
    return wins / len(some) / len(others)
