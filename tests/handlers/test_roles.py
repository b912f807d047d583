"""The table of roles, cell by cell: a new act or role without a decision here fails."""

import pytest

from handlers.rules.roles import Act, Tie, may, tie
from storage.records import Role
from tests.handlers.made import a_case

EVERYBODY = {(role, stands) for role in Role for stands in Tie}
FOLLOWERS = {(role, Tie.FOLLOWER) for role in Role}
COORDINATORS = {(Role.COORDINATOR, stands) for stands in Tie}

ALLOWED = {
    Act.SPEAK: EVERYBODY,
    Act.SEE_OWN_CASE: FOLLOWERS,
    Act.SEE_QUEUE: COORDINATORS,
    Act.SEE_CASE: COORDINATORS,
    Act.TAKE_CASE: COORDINATORS,
    Act.WRITE_TO_FAMILY: COORDINATORS,
    Act.ANSWER_PERSON: COORDINATORS,
    Act.INTERVIEW: COORDINATORS,
    Act.ERASE_CASE: COORDINATORS,
    Act.RECORD_QUESTIONS: COORDINATORS,
}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("stands", Tie)
def test_every_cell(act: Act, role: Role, stands: Tie) -> None:
    """Each cell is what the list above says; a missing act is refused to everybody."""
    assert may(role, act, stands) is ((role, stands) in ALLOWED[act])


def test_following_comes_before_owning() -> None:
    """A coordinator whose own brother is missing sees that case as family."""
    assert tie(a_case(owner_id="me"), "me", follows=True) is Tie.FOLLOWER
    assert tie(a_case(owner_id="me"), "me", follows=False) is Tie.OWNER
    assert tie(a_case(owner_id="other"), "me", follows=False) is Tie.NONE
