"""What somebody sees who looks over a shoulder, or holds a locked phone in his hand.

What is pushed begins with a line that says nothing: no name, no place, no status, not even a
code. What the team is shown cannot be passed on, and need not stay.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from handlers.saying import Part, msg
from storage.records import Lane, Role

NEUTRAL = frozenset(("notice-update", "promise-word", "rest-word"))
"""First lines that may stand on a locked screen; none of them takes an argument."""

FLEETING = timedelta(minutes=5)
"""How long what was opened stands in the chat of somebody for whom it does not stay."""


def opened(parts: Sequence[Part], lane: Lane) -> Sequence[Part]:
    """*parts* as they are sent in *lane*: whatever is no answer begins with a neutral line."""
    if lane is Lane.REPLY or not parts or (parts[0].get("id") in NEUTRAL and not parts[0].get("args")):
        return parts
    # The team's as a family's: a locked screen does not tell who is part of it.
    return [msg("notice-update" if lane is Lane.ALERT else "rest-word"), *parts]


def manner(role: Role, gone_after: timedelta | None) -> dict[str, Any]:
    """What the body of a message to somebody of this role says besides its words.

    Everything that the team gets is protected, and not only what names somebody: a message
    keeps the protection with which it was sent when it is changed in place.
    """
    how: dict[str, Any] = {} if role is Role.FAMILY else {"protect": True}
    if gone_after is not None:
        how["gone_after"] = int(gone_after.total_seconds())
    return how


def is_fleeting(role: Role, wanted: bool) -> bool:
    """Whether what she opens goes after minutes: always with volunteers, with coordinators as they want."""
    return role is Role.VOLUNTEER or (role is Role.COORDINATOR and wanted)
