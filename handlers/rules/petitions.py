"""Letters to offices: by when an answer is due, and to whom one could turn next."""

from collections.abc import Mapping
from datetime import date, timedelta

from handlers.rules.deadlines import Rung
from handlers.rules.workdays import Workdays
from storage.records import Json

OUTCOMES = ("none", "refused", "partly", "granted", "forwarded")
ENDED = frozenset({"granted"})
"""After these there is nobody to turn to next."""

# A proposal and no more: whoever works on the case decides, with a lawyer where there is one.
_NEXT = {
    "consulate": "ministry",
    "ministry": "prosecutor",
    "police": "prosecutor",
    "prosecutor": "court",
    "court": "un",
}
_SOON = timedelta(days=3)


def due_day(petition: Json, days: Mapping[str, int], workdays: Workdays) -> date | None:
    """By when an answer is due: what was entered; else so many working days after it was sent.

    Where the day on which it was sent is known only in part, the latest that it can be counts.
    """
    entered = petition.get("due", {}).get("value")
    if entered:
        return date.fromisoformat(entered["last"]) if entered["last"] else None
    sent = petition["sent"]["value"] if "sent" in petition else None
    count = days.get(petition["to"]["value"])
    if sent is None or sent["last"] is None or count is None:
        return None
    return workdays.after(date.fromisoformat(sent["last"]), count)


def next_to(petition: Json) -> str | None:
    """To whom one could turn after this; None where there is no proposal.

    An answer that grants what was asked needs none, and one who forwarded it has answered by that.
    """
    outcome = petition.get("outcome", {}).get("value")
    if outcome in ENDED or outcome == "forwarded":
        return None
    return _NEXT.get(petition["to"]["value"])


def rungs(due: date | None) -> list[Rung]:
    """Three days before, on the day, and once it is over."""
    if due is None:
        return []
    return [Rung("soon", due - _SOON), Rung("today", due), Rung("overdue", due + timedelta(days=1))]
