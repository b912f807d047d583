"""What was measured, as tables in Markdown."""

from collections.abc import Sequence

from tests.bench.sending.plan import Outcome, Plan

Row = tuple[str, Plan, Outcome]
_COLUMNS = (
    "bot", "asked, /s", "reached, /s", "share", "without answers, /s",
    "arrived", "lost", "twice", "429s", "after 10 s",
    "reply p50, ms", "p95", "max", "unanswered", "CPU, s", "memory, MB", "server late, ms", "load",
)  # fmt: skip

LEGEND = """\
Reached: what counts against the same limit, answers too where nothing is paid for. Lost: never arrived.
Reply: from when a question could be fetched until its answer was with the server, without what the line
takes both ways. CPU and memory are the bot's own, without its database. Server late: its own timers, at
p95; that much of a reply is not the bot's."""


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table: the first column is words, the others are numbers."""
    lines = [f"| {' | '.join(columns)} |", f"| --- |{' ---: |' * (len(columns) - 1)}"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def broadcasts(rows: Sequence[Row]) -> str:
    """A table for each plan, with a line for each bot."""
    plans = dict.fromkeys(plan for _, plan, _ in rows)
    return "\n\n".join(
        f"## {named(each)}\n\n" + table(_COLUMNS, [_cells(*row) for row in rows if row[1] == each])
        for each in plans
    )


def named(plan: Plan) -> str:
    """What was asked for, in words."""
    said = [f"{plan.messages:,} messages at {plan.rate:,} a second"]
    if plan.cut is not None:
        said.append(f"looked at for {plan.cut:g} s")
    if plan.paid:
        said.append("paid")
    if plan.asking:
        said.append(f"{plan.asking:g} questions a second meanwhile")
    if plan.latency:
        said.append(f"{1000 * plan.latency:g} ms away")
    if plan.grudge:
        said.append("a server that holds a grudge")
    return ", ".join(said)


def _cells(name: str, plan: Plan, seen: Outcome) -> list[str]:
    return [
        name,
        f"{plan.rate:,}",
        f"{seen.rate(plan):,.1f}",
        f"{seen.rate(plan) / plan.rate:.1%}",
        f"{seen.rate(plan, alone=True):,.1f}",
        f"{seen.arrived:,}",
        f"{plan.messages - seen.arrived:,}" if plan.cut is None else "–",
        f"{seen.twice:,}",
        f"{seen.refused:,}",
        f"{seen.refused_late:,}",
        *(_milliseconds(seen.delay(share)) for share in (0.5, 0.95, 1.0)),
        f"{seen.unanswered:,}" if seen.delays else "–",
        f"{seen.cpu:.1f}",
        f"{seen.memory:.0f}",
        f"{seen.lag:.0f}",
        f"{seen.load:.1f}",
    ]


def _milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"
