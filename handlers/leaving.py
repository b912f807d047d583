"""What somebody of the team had in hand goes back, whoever ends it: nothing falls between two chairs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers import reminding
from handlers.rules.assigning import ping_key
from storage import assignments, cases, outbox, profiles, tasks, wellbeing
from storage.assignments import Answer, Assignment
from storage.store import Tx

WAITING = (Answer.IN_LINE, Answer.ASKED, Answer.LATER)
"""Where somebody may still answer, or be asked."""
_TASKS = 1_000  # of one person; far more than anybody has


@dataclass(frozen=True, slots=True)
class InHand:
    """What somebody has to do for others.

    Attributes:
        roles: On cases.
        tasks: How many.
        cases: How many she has taken, as a coordinator.
    """

    roles: Sequence[Assignment]
    tasks: int
    cases: int

    @property
    def anything(self) -> bool:
        """Whether there is any of it."""
        return bool(self.roles or self.tasks or self.cases)


def in_hand(tx: Tx, person_id: str) -> InHand:
    """What she has now."""
    # What she does for a role is in hand with it.
    held = sum(not one.body.get("role") for one in tasks.held_by(tx, person_id, _TASKS))
    return InHand(assignments.held_by(tx, person_id), held, cases.count_owned(tx, person_id))


def asked_no_more(tx: Tx, person_id: str, now: datetime) -> None:
    """She is asked for nothing any more; for what waited for her answer others are looked for at once.

    A question that still waits to be said to her is not said.
    """
    for assignment_id in assignments.waiting_for(tx, person_id):
        for one in assignments.asked(tx, assignment_id):
            if one.person_id == person_id:
                outbox.take_back(tx, f"{ping_key(one)}:1")
        answered(tx, assignment_id, person_id, Answer.VOID, now)
        assignments.look_at(tx, assignment_id, now)


def hand_everything_back(tx: Tx, person_id: str, now: datetime) -> list[Assignment]:
    """Others are looked for at once for what she has taken, and she is asked for nothing any more.

    Her tasks lie with the coordinators, who hear of it.

    Returns:
        The roles that she had in hand.
    """
    held = list(assignments.held_by(tx, person_id))
    for one in held:
        give_back(tx, one, person_id, now)
    asked_no_more(tx, person_id, now)
    reminding.give_back(tx, person_id, now)
    return held


def lay_down(tx: Tx, person_id: str, now: datetime) -> None:
    """As `hand_everything_back`; and nobody has the cases any more that she had taken as a coordinator."""
    hand_everything_back(tx, person_id, now)
    cases.let_go(tx, person_id, now)


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
