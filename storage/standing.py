"""What the team asks of itself and what it has erased, as records; the others stand in `storage.records`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Approval:
    """Something that somebody of the team wants to do and that needs a second person's yes.

    Attributes:
        content_key: Keyed hash of kind and content: the yes is bound to it.
        alone: Whoever asked was the only coordinator then.
        content: Exactly what is to be done; empty once it is over.
        reason: In the words of whoever asked; empty once it is over.
    """

    id: str
    kind: str
    state: str
    content_key: str
    asked_by: str
    alone: bool
    made_at: datetime
    expires_at: datetime
    content: Json = field(repr=False)
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to be erased, or was.

    Attributes:
        by_role: Of whoever wanted it, or "clock".
        report_id: None when it is done.
    """

    id: str
    kind: str
    state: str
    at: datetime
    by_role: str
    report_id: str | None
