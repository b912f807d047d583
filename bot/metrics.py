"""Numbers about the machine for whoever watches it; no person, chat or text is behind any of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prometheus_client.core import Metric


@dataclass(slots=True)
class Metrics:
    """Counted in this process since it started.

    Attributes:
        received: Updates that Telegram gave us.
        stored: Those that were new.
        handled: Updates that ended in the inbox.
        stumbled: Attempts at an update that failed.
        aside: Updates that were kept aside.
        sent: Messages by lane and outcome.
        reply_seconds: Sum of the time from making a reply to Telegram's word for it.
        job_lag: Seconds by job between due and done, of the last run.
        job_failures: By job.
        store_seconds: Of the last unit of work of delivery.
    """

    received: int = 0
    stored: int = 0
    handled: int = 0
    stumbled: int = 0
    aside: int = 0
    sent: Counter[tuple[str, str]] = field(default_factory=Counter)
    reply_seconds: float = 0.0
    job_lag: dict[str, float] = field(default_factory=dict)
    job_failures: Counter[str] = field(default_factory=Counter)
    store_seconds: float = 0.0


def exposition(
    metrics: Metrics,
    inbox: Mapping[str, int],
    outbox: Mapping[str, int],
    led: Iterable[str],
    backup_age: float | None = None,
    jobs: Iterable[tuple[str, float, float]] = (),
) -> bytes:
    """All numbers in the text format of Prometheus.

    Args:
        inbox: Updates by state, of the whole house.
        outbox: Messages by state, of the whole house.
        led: The roles that this process holds.
        backup_age: Seconds since the last good backup by the clock; None where there is none.
        jobs: Of the whole house: a name, for how many seconds it is due, and for how many it fails.
    """
    # Imported when somebody asks: a start must not pay for it.
    from prometheus_client import CollectorRegistry, generate_latest

    registry = CollectorRegistry(auto_describe=False)
    backup = [] if backup_age is None else [_backup(backup_age)]
    registry.register(_Once([*_families(metrics, inbox, outbox, led), *backup, *_jobs(jobs)]))
    return generate_latest(registry)


class _Once:
    """A collector that gives what was collected already."""

    def __init__(self, families: list["Metric"]) -> None:
        self._families = families

    def collect(self) -> list["Metric"]:
        return self._families

    def describe(self) -> list["Metric"]:
        return []


def _backup(seconds: float) -> "Metric":
    from prometheus_client.core import GaugeMetricFamily

    return GaugeMetricFamily("izdeu_backup_age_seconds", "Since the last good backup began", value=seconds)


def _jobs(known: Iterable[tuple[str, float, float]]) -> list["Metric"]:
    from prometheus_client.core import GaugeMetricFamily

    overdue = GaugeMetricFamily("izdeu_job_overdue_seconds", "Due and not done yet", labels=["job"])
    failing = GaugeMetricFamily(
        "izdeu_job_failing_seconds", "Since the first failure in a row", labels=["job"]
    )
    for name, due, fails in known:
        overdue.add_metric([name], due)
        failing.add_metric([name], fails)
    return [overdue, failing]


def _families(
    metrics: Metrics, inbox: Mapping[str, int], outbox: Mapping[str, int], led: Iterable[str]
) -> list["Metric"]:
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

    def counter(name: str, about: str, value: float) -> Any:
        return CounterMetricFamily(f"izdeu_{name}", about, value=value)

    def by(family: Any, values: Mapping[Any, float]) -> Any:
        for labels, value in sorted(values.items()):
            family.add_metric(list(labels) if isinstance(labels, tuple) else [labels], value)
        return family

    return [
        counter("updates_received", "Updates that Telegram gave this process", metrics.received),
        counter("updates_stored", "Updates that were new", metrics.stored),
        counter("updates_handled", "Updates handled by this process", metrics.handled),
        counter("updates_stumbled", "Attempts at an update that failed", metrics.stumbled),
        counter("updates_aside", "Updates kept aside by this process", metrics.aside),
        by(GaugeMetricFamily("izdeu_inbox", "Updates by state", labels=["state"]), inbox),
        by(GaugeMetricFamily("izdeu_outbox", "Messages by state", labels=["state"]), outbox),
        by(
            CounterMetricFamily("izdeu_messages", "Messages by outcome", labels=["lane", "outcome"]),
            metrics.sent,
        ),
        counter(
            "reply_seconds", "From making a reply to Telegram's word for it, summed up", metrics.reply_seconds
        ),
        by(GaugeMetricFamily("izdeu_job_lag_seconds", "From due to done", labels=["job"]), metrics.job_lag),
        by(
            CounterMetricFamily("izdeu_job_failures", "Runs that failed", labels=["job"]),
            metrics.job_failures,
        ),
        GaugeMetricFamily(
            "izdeu_store_seconds", "The last unit of work of delivery", value=metrics.store_seconds
        ),
        by(GaugeMetricFamily("izdeu_leading", "Roles held here", labels=["role"]), dict.fromkeys(led, 1.0)),
    ]


def age(now: datetime, made_at: datetime) -> float:
    """Seconds since *made_at*, never below zero: a clock may have been set back."""
    return max(0.0, (now - made_at).total_seconds())
