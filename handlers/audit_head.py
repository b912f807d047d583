"""Once a day coordinators are told where the audit log ends.

Whoever has machine and keys could put an older copy of everything in place, and nothing in
there would show it. What stands in the coordinators' chats does: `izdeu audit verify --head`.
"""

from datetime import datetime

from handlers.context import Speech
from handlers.rules.office import Office
from handlers.saying import msg
from storage import audit, house, people
from storage.errors import HeadLost
from storage.records import Lane, Role
from storage.store import Tx

_TOLD = "audit_head_told"
_DIGITS = 16  # of the chain; as many as somebody compares by eye


def tell(tx: Tx, office: Office, now: datetime) -> int:
    """Tell every coordinator, if the office is open and it was not done today; returns how many were told."""
    today = office.today(now).isoformat()
    if not office.is_open(now) or house.read(tx, _TOLD) == today:
        return 0
    try:
        head = audit.head(tx)
    except HeadLost:
        said = msg("audit-head-lost")
    else:
        if head is None:
            return 0
        said = msg("audit-head", mark=f"{head.number}:{head.chain[:_DIGITS]}")
    house.write(tx, _TOLD, today)
    speech, team = (
        Speech(tx, now, f"audit-head/{today}", by_day=office.by_day),
        people.with_role(tx, Role.COORDINATOR),
    )
    for one in team:
        speech.to(one, said, lane=Lane.NOTICE)
    return len(team)
