"""What a run showed, and what of it is a defect."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from storage import cases, entries, tables
from storage.store import Tx

_LARGEST_BODY = 512 * 1024  # bytes; each word that somebody adds to a body opens and seals it whole
# Why an update may be kept aside; anything else is a defect that should be known by name.
_KNOWN_TROUBLES = re.compile(
    r"no-number|no-object|malformed-(?:text|number|id|place|chat|AttributeError|TypeError|ValueError)"
    r"|unreadable-(?:AttributeError|TypeError|ValueError|KeyError|OverflowError|OSError|RecursionError)"
)
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(slots=True)
class Outcome:
    """What a run showed.

    Attributes:
        seconds: Without the making of the updates.
        received: Updates, and `distinct` those that are not a repeat of another.
        stumbled: Attempts at an update that failed: defects.
        wrong: What Telegram would not take of what the bot said: defects.
        troubles: Why updates were kept aside, and how many.
        inbox: Rows by state.
        told: What each honest person was told.
        kept: What is stored of the honest people's cases.
        largest: Bytes of the largest sealed body by table.
    """

    seconds: float
    received: int
    distinct: int
    stumbled: int
    said: int
    wrong: list[str]
    troubles: Counter[str]
    inbox: dict[str, int]
    told: dict[str, list[tuple[str, ...]]]
    kept: list[Any]
    largest: dict[str, int]

    def defects(self) -> list[str]:
        """What went wrong, apart from what people noticed."""
        found = list(self.wrong)
        found += [f"kept aside: {one}" for one in self.troubles if not _KNOWN_TROUBLES.fullmatch(one)]
        if self.stumbled:
            found.append(f"{self.stumbled} stumbles")
        if waiting := self.inbox.get("waiting", 0):
            found.append(f"{waiting} never handled")
        if (stored := sum(self.inbox.values())) != self.distinct:
            found.append(f"{stored} stored of {self.distinct}")
        large = {
            name: size for name, size in self.largest.items() if name != "inbox" and size > _LARGEST_BODY
        }
        return [*found, *(f"a body of {size} bytes in {name}" for name, size in large.items())]


def troubles(tx: Tx) -> Counter[str]:
    """Why updates were kept aside, and how many."""
    inbox = tables.inbox.c
    found = select(inbox.trouble, func.count()).where(inbox.trouble.is_not(None)).group_by(inbox.trouble)
    return Counter(dict(tx.connection.execute(found).all()))


def kept(tx: Tx, code: str) -> Any:
    """What is stored of one case, without what chance makes."""
    case = cases.by_code(tx, code)
    assert case is not None
    happened = [(one.kind.value, one.at.isoformat(), one.body) for one in entries.of_case(tx, case.id, 1_000)]
    facts = (case.stage.value, case.situation.value, case.language, case.promise_on.isoformat())
    waits = case.waiting_since.isoformat() if case.waiting_since is not None else None
    whole = json.dumps([facts, waits, case.body, happened], ensure_ascii=False)
    return json.loads(_ID.sub("ID", whole))


def largest(tx: Tx) -> dict[str, int]:
    """Bytes of the largest sealed body by table."""
    sizes: dict[str, int] = {}
    for table in tables.metadata.sorted_tables:
        if "body" in table.c:
            longest = tx.connection.execute(select(func.max(func.length(table.c.body)))).scalar()
            sizes[table.name] = int(longest or 0)
    return sizes
