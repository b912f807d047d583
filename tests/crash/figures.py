"""What came of it, in numbers and, where something went wrong, in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.crash.kills import STEPS

AT_RANDOM, TAKEOVER = "at random", "leader, for takeover"


@dataclass(slots=True)
class Figures:
    """One ground's figures.

    Attributes:
        kills: By the step at which the bot died, or `AT_RANDOM`, or `TAKEOVER`.
        amended: How often more was told after a report was sent.
        asked: How often a person was called, and words to her.
        receipts: Sheets of paper that were sent.
        reminded: Tasks of which somebody was reminded, and which she did.
        erased: Unfinished reports that were erased, by hand or by the clock.
        replies: Different ones that the bot had to give; every one was given.
        repeats: How often one was given once more.
        takeovers: By role, seconds from the death of the one who had it until another did its work.
        wrong: Everything that must not be, one a line.
    """

    ground: str
    kills: Counter[str] = field(default_factory=Counter)
    updates: int = 0
    reports: int = 0
    files: int = 0
    letters: int = 0
    amended: int = 0
    asked: int = 0
    receipts: int = 0
    erased: int = 0
    reminded: int = 0
    replies: int = 0
    repeats: int = 0
    takeovers: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        lines = [
            f"{self.ground}: {self.kills.total()} kills in {self.seconds:.0f} s; {self.updates} updates, "
            f"{self.reports} reports, {self.amended} times told more, {self.erased} erased, "
            f"{self.files} files, {self.asked} times a person called, {self.letters} letters, "
            f"{self.receipts} receipts, {self.reminded} tasks reminded of; "
            f"{self.replies} replies, {self.repeats} given once more; "
            f"{len(self.wrong)} wrong"
        ]
        for role, took in self.takeovers.items():
            lines.append(
                f"    {role}: taken over {len(took)} times, after {median(took):.1f} s in the middle, "
                f"{max(took):.1f} s at most"
            )
        lines += [f"    WRONG: {line}" for line in self.wrong]
        return "\n".join(lines)


def summary(all_figures: Sequence[Figures], seconds: float) -> str:
    """All grounds together."""
    kills: Counter[str] = sum((one.kills for one in all_figures), Counter())
    by_step = [f"    {kills[name]:5} {name}" for name in (*STEPS, AT_RANDOM, TAKEOVER)]
    wrong = sum(len(one.wrong) for one in all_figures)
    total = [
        f"{kills.total()} kills in {seconds:.0f} s:",
        *by_step,
        f"{sum(one.updates for one in all_figures)} updates, "
        f"{sum(one.reports for one in all_figures)} reports, "
        f"{sum(one.amended for one in all_figures)} times told more, "
        f"{sum(one.erased for one in all_figures)} erased, "
        f"{sum(one.replies for one in all_figures)} replies, "
        f"{sum(one.repeats for one in all_figures)} given once more",
    ]
    verdict = (
        "0 answers lost, 0 cases twice, 0 drafts stuck, 0 replies missing" if wrong == 0 else f"{wrong} WRONG"
    )
    return "\n".join(["", *total, verdict])
