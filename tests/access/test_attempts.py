"""A cut of the long run (`make access`): what nobody was given has no effect, and one kind of answer."""

import pytest

from storage.store import Store
from tests.access.attempts import guess_all, press_all
from tests.access.ground import Ground

_CUT = 1_000


@pytest.mark.parametrize("seed", [1])
def test_presses_that_were_never_hers_change_nothing(store: Store, seed: int) -> None:
    """Forged, altered, foreign, expired: one answer. Used before by herself: another, as kind."""
    outcome = press_all(Ground(store), _CUT, seed)

    assert outcome.changed == ()
    assert outcome.kinds("forged", "altered", "foreign", "expired") == {
        "() ('This button is from an earlier message. Please use the latest one.',)"
    }
    assert outcome.kinds("used") == {"() ('This was done already.',)"}


@pytest.mark.parametrize("seed", [1])
def test_guessed_invitations_make_nobody_part_of_the_team(store: Store, seed: int) -> None:
    """Invented, altered, expired, used, and even a true one, once somebody is shut out: one answer."""
    outcome = guess_all(Ground(store), _CUT, seed, accounts=60)

    assert outcome.changed == ()
    assert outcome.kinds(*{what for what, _ in outcome.answers}) == {': [{"id": "invite-not-valid"}]} ()'}
    assert any(what == "true, shut out" for what, _ in outcome.answers)
