"""What was measured, as tables in Markdown: median (least to most) of all runs."""

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from tests.bench.bots import Contestant
from tests.bench.run import Load, Result

Results = Mapping[Contestant, Sequence[Result]]


def report(results: Results, rounds: int, seconds: float) -> str:
    """All tables.

    Args:
        seconds: That it took.
    """
    loaded = {one: found for one, found in results.items() if not one.real}
    ours = {one: found for one, found in loaded.items() if one.ours}
    real = {one: found for one, found in results.items() if one.real or not one.ours}
    return "\n\n".join(
        (
            f"{rounds} runs of each, turn about, in {seconds / 60:.0f} minutes; median (least to most).\n"
            f"Python {platform.python_version()}; {os.cpu_count()} cores for the bot and the server it asks.",
            "## Light messages, as fast as each bot takes them: `/help` for ours, an echo for the others\n\n"
            "Ours keeps an update sealed before it is confirmed; handles it and keeps the answer, with its\n"
            "buttons; sends and settles it: four steps on the disk. The others: one INSERT, an answer;\n"
            "an update that waits in their memory is lost when they end.",
            _table(
                loaded,
                {
                    "updates a second": lambda one: _of(one.flood, lambda load: load.rate),
                    "CPU an update, ms": lambda one: _of(one.flood, lambda load: load.cpu_each),
                    "memory at most, MB": lambda one: one.peak,
                },
                digits=(0, 2, 0),
            ),
            "## The same at 50 a second: from when an update could be fetched until its answer was there",
            _table(
                loaded,
                {
                    "p50, ms": lambda one: _of(one.trickle, lambda load: load.delay(0.5)),
                    "p95, ms": lambda one: _of(one.trickle, lambda load: load.delay(0.95)),
                    "CPU an update, ms": lambda one: _of(one.trickle, lambda load: load.cpu_each),
                },
                digits=(1, 1, 2),
            ),
            "## Answers to the intake form, typed and pressed; a hundred people at once\n\n"
            "A press costs two requests, and some answers bring two messages. No other bot here does this.",
            _table(
                ours,
                {
                    "updates a second": lambda one: _of(one.form, lambda load: load.rate),
                    "CPU an update, ms": lambda one: _of(one.form, lambda load: load.cpu_each),
                    "p50, ms": lambda one: _of(one.form, lambda load: load.delay(0.5)),
                    "p95, ms": lambda one: _of(one.form, lambda load: load.delay(0.95)),
                },
                digits=(0, 2, 0, 0),
            ),
            "## Start and rest: from the start to the first getUpdates, and memory two seconds later\n\n"
            "Ours is what an operator starts: `izdeu run` with its keys, its database and the usual limits.",
            _table(
                real,
                {"start, s": lambda one: one.start, "idle, MB": lambda one: one.idle},
                digits=(2, 0),
            ),
        )
    )


def _of(load: Load | None, figure: Callable[[Load], float]) -> float | None:
    return figure(load) if load is not None else None


def _table(
    results: Results, columns: Mapping[str, Callable[[Result], float | None]], digits: Sequence[int]
) -> str:
    lines = [f"| bot | {' | '.join(columns)} |", f"| --- |{' ---: |' * len(columns)}"]
    for one, found in results.items():
        cells = []
        for figure, places in zip(columns.values(), digits, strict=True):
            values = [value for value in map(figure, found) if value is not None]
            cells.append(_cell(values, places))
        lines.append(f"| {one.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(values: Sequence[float], places: int) -> str:
    if not values:
        return "–"
    if len(values) == 1:
        return f"{values[0]:.{places}f}"
    return f"**{median(values):.{places}f}** ({min(values):.{places}f} to {max(values):.{places}f})"
