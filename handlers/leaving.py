"""What somebody of the team had in hand goes back, whoever ends it: nothing falls between two chairs."""

from dataclasses import replace
from datetime import datetime

from handlers import reminding
from storage import assignments, profiles, wellbeing
from storage.assignments import Answer, Assignment
from storage.store import Tx

WAITING = (Answer.IN_LINE, Answer.ASKED, Answer.LATER)
"""Where somebody may still answer, or be asked."""


def hand_everything_back(tx: Tx, person_id: str, now: datetime) -> list[Assignment]:
    """Others are looked for at once for what she has taken, and she is asked for nothing any more.

    Her tasks lie with the coordinators, who hear of it.

    Returns:
        The roles that she had in hand.
    """
    held = list(assignments.held_by(tx, person_id))
    for one in held:
        give_back(tx, one, person_id, now)
    for assignment_id in assignments.waiting_for(tx, person_id):
        answered(tx, assignment_id, person_id, Answer.VOID, now)
        assignments.look_at(tx, assignment_id, now)
    reminding.give_back(tx, person_id, now)
    return held


def forget(tx: Tx, person_id: str, now: datetime) -> list[Assignment]:
    """As `hand_everything_back`; and what she told of herself as one of the team is not kept."""
    held = hand_everything_back(tx, person_id, now)
    profiles.remove(tx, person_id)
    wellbeing.forget(tx, person_id)
    return held


def give_back(tx: Tx, one: Assignment, person_id: str, now: datetime, *, reason: str | None = None) -> bool:
    """She has this role no more, nor its task; another is looked for at once. False where it was not hers.

    Args:
        reason: A word of `handlers.rules.assigning.Why`.
    """
    if not assignments.give_back(tx, one.id, person_id, now):
        return False
    reminding.end_role(tx, one.case_id, one.id, now)
    answered(tx, one.id, person_id, Answer.HANDED_BACK, now, reason=reason)
    return True


def answered(
    tx: Tx, assignment_id: str, person_id: str, state: Answer, now: datetime, *, reason: str | None = None
) -> None:
    """So it stands with her from now on."""
    hers = [one for one in assignments.asked(tx, assignment_id) if one.person_id == person_id]
    assignments.keep(tx, [replace(one, state=state, at=now, until=None, reason=reason) for one in hers])
