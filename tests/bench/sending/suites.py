"""Which broadcasts are measured under which name, and what is promised of each."""

from dataclasses import replace

from tests.bench.sending.plan import FREE, Outcome, Plan

FAST = 1_000
ASKING = 5.0
"""Questions a second; at thirty messages a second they are a sixth of all that may be said."""

_ASKING_FAST = 10.0  # a second; it lasts twenty seconds only, and answers have a limit of their own
_LEAST_SHARE = {FREE: 0.98, FAST: 0.95}
_LONGEST_REPLY = 100.0  # milliseconds, at p95


def rates(*, paid: bool, quick: bool) -> list[Plan]:
    """Both rates: left alone, with people asking, and with a server that is some way off."""
    slow = Plan(FREE, 300 if quick else 3_000)
    # Twenty thousand wait, and as many as can are sent while people ask.
    behind = Plan(FREE, 2_000 if quick else 20_000, asking=ASKING, cut=15.0 if quick else 100.0)
    fast = Plan(FAST, 5_000 if quick else 20_000, paid=paid)
    asked = replace(fast, asking=_ASKING_FAST)
    return [
        slow,
        replace(slow, latency=0.05),
        behind,
        replace(behind, latency=0.05),
        fast,
        replace(fast, latency=0.05),
        asked,
        replace(asked, latency=0.05),
    ]


def peers(*, paid: bool, quick: bool, grudge: bool) -> list[Plan]:
    """Both rates, while people ask; the others get three times as long as they would need."""
    plans = [
        Plan(FREE, 300 if quick else 3_000, asking=ASKING),
        Plan(FAST, 5_000 if quick else 20_000, paid=paid, asking=_ASKING_FAST),
    ]
    return [
        replace(one, grudge=grudge, longest=3 * one.messages / one.rate + 120, still=120.0) for one in plans
    ]


def bad_line(rate: int, *, paid: bool, quick: bool, seed: int) -> Plan:
    """One request in twenty-five meets trouble, and one person in twenty has blocked the bot."""
    messages = 500 if quick else 5_000
    return Plan(rate, messages, paid=paid, still=None, trouble=0.04, blocked=0.05, seed=seed)


def rows(*, paid: bool, quick: bool) -> tuple[Plan, int]:
    """What is sent with so many waiting; and how many claims are looked at before."""
    messages = 20_000 if quick else 1_000_000
    return Plan(FAST, messages, paid=paid, asking=_ASKING_FAST, cut=10.0 if quick else 30.0), 200


def broken(plan: Plan, seen: Outcome) -> list[str]:
    """What was promised of ours and not kept."""
    found = []
    least = _LEAST_SHARE[FREE if plan.rate <= FREE else FAST]
    reached = seen.rate(plan) / plan.rate
    if reached < least:
        found.append(f"{reached:.1%} of the rate, at least {least:.0%} was promised")
    if seen.refused_late:
        found.append(f"{seen.refused_late} times 429 later than ten seconds after the first message")
    if plan.cut is None and seen.arrived < plan.messages:
        found.append(f"{plan.messages - seen.arrived} lost")
    if seen.twice:
        found.append(f"{seen.twice} twice")
    if seen.unanswered > plan.asking:  # who asked in the last second is still being answered
        found.append(f"{seen.unanswered} questions without an answer")
    slow = seen.delay(0.95)
    if slow is not None and slow > _LONGEST_REPLY:
        found.append(f"a reply took {slow:.0f} ms at p95, at most {_LONGEST_REPLY:.0f} was promised")
    return found
