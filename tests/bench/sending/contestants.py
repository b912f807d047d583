"""Who sends: our own bot as an operator starts it, and what else people send broadcasts with."""

from tests.bench.bots import PEERS_PYTHON, REAL, ROOT, Contestant
from tests.bench.sending.plan import FREE, Plan

OURS = {"sqlite": REAL[:1], "postgresql": REAL[1:], "both": REAL}
"""By the name of the database."""

_FILES = ROOT / "tests" / "bench" / "peers"
_PAUSE = "0.05"  # seconds, as aiogram's documentation has it
_UNDER = 0.985  # of the rate, for a loop that paces itself; as ours


def _peer(name: str, file: str, **extra: str) -> Contestant:
    return Contestant(name, (str(PEERS_PYTHON), str(_FILES / file)), extra=tuple(extra.items()))


def peers(plan: Plan) -> tuple[Contestant, ...]:
    """The others, each as it does best at this rate."""
    limited = _peer("python-telegram-bot, AIORateLimiter tuned", "sending_ptb.py", BENCH_TUNED="1")
    unpaced = _peer("aiogram, unpaced", "sending_aiogram.py")
    if plan.rate > FREE:
        pace = f"{_UNDER * plan.rate:.1f}"
        return (
            limited,
            unpaced,
            _peer("a paced loop, aiohttp", "sending_plain.py", BENCH_OVER="aiohttp", BENCH_PACE=pace),
            _peer("a paced loop, httpx", "sending_plain.py", BENCH_OVER="httpx", BENCH_PACE=pace),
        )
    return (
        _peer("python-telegram-bot, AIORateLimiter as documented", "sending_ptb.py"),
        limited,
        _peer("aiogram, the pause it advises", "sending_aiogram.py", BENCH_PAUSE=_PAUSE),
        unpaced,
        _peer("a plain loop, aiohttp", "sending_plain.py", BENCH_OVER="aiohttp"),
    )


def settings(plan: Plan) -> dict[str, str]:
    """How ours is told of the plan."""
    if not plan.paid:
        return {"IZDEU_MESSAGES_PER_SECOND": str(plan.rate)}
    return {
        "IZDEU_MESSAGES_PER_SECOND": str(FREE),
        "IZDEU_PAID_MESSAGES_PER_SECOND": str(plan.rate),
    }


def told(plan: Plan) -> dict[str, str]:
    """How the others are."""
    senders = 64 if plan.rate > FREE or plan.latency else 4
    given = {
        "BENCH_MESSAGES": str(plan.messages),
        "BENCH_RATE": str(plan.rate),
        "BENCH_SENDERS": str(senders),
    }
    return {**given, "BENCH_PAID": "1"} if plan.paid else given
