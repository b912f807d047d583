"""What needs a second person's yes, who may give it, and until when.

A yes comes from another coordinator, within a day, once, for exactly what was asked; a family's wish
waits for a week, because offices close. In a house with
a single coordinator there is nobody to say it: what a family waits for she may then confirm herself, a
day later, so that a phone in the wrong hands for an hour erases nothing. Everything else is left to
whoever runs the machine.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from storage.records import Approval

LIVES = timedelta(hours=24)
FAMILY_WAITS = timedelta(days=7)
ALONE_AFTER = timedelta(hours=24)
_REMINDED = timedelta(days=2)  # before the end: an office that closes for a weekend still has a day
_OPEN = "open"


class Kind(StrEnum):
    """Everything that one person may not do alone."""

    GRANT_COORDINATOR = "grant-coordinator"
    ERASE_CASE = "erase-case"
    EXPORT_CASES = "export-cases"  # with names, of more than one case
    DESTROY_KEYS = "destroy-keys"
    CONFIRM_NEWS = "confirm-news"  # grave news that a family is to be told
    OPEN_WORKSPACE = "open-workspace"  # a group in which codes of cases stand
    SHOW_NAMES = "show-names"  # in that group
    BROADCAST = "broadcast"  # to more people than one coordinator may write to alone


ALONE = frozenset({Kind.ERASE_CASE})
"""What a single coordinator may confirm herself, a day later."""


class Standing(StrEnum):
    """How somebody of the team stands to a request."""

    DECIDES = "decides"
    ASKED = "asked"  # it is her own, and waits for another
    CONFIRMS = "confirms"  # it is her own, nobody else is there, and the day has passed
    OVER = "over"


def may_ask(kind: Kind, others: int) -> bool:
    """Whether anybody could ever say yes; *others* are the coordinators besides whoever asks."""
    return others > 0 or kind in ALONE


def ends_at(kind: Kind, others: int, now: datetime) -> datetime:
    """Until when a yes counts; alone she has a day after the day that she must wait."""
    if kind not in ALONE:
        return now + LIVES
    return now + (FAMILY_WAITS if others else ALONE_AFTER + LIVES)


def reminded_from(approval: Approval) -> datetime:
    """From when on the team is reminded; what lives a day has no time for it but its end."""
    lives = approval.expires_at - approval.made_at
    return approval.expires_at - (_REMINDED if lives > LIVES + ALONE_AFTER else timedelta(0))


def standing(approval: Approval, person_id: str, others: int, now: datetime) -> Standing:
    """How this coordinator stands to the request.

    Args:
        others: How many coordinators there are besides her now.
    """
    if approval.state != _OPEN or now >= approval.expires_at:
        return Standing.OVER
    if approval.asked_by != person_id:
        return Standing.DECIDES
    waited = now >= approval.made_at + ALONE_AFTER
    # Somebody may have joined since: then it is for her to decide.
    if waited and approval.alone and not others and approval.kind in ALONE:
        return Standing.CONFIRMS
    return Standing.ASKED
