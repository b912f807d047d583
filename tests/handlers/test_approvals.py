"""Who may give the second yes, and when; and how often somebody may guess."""

from datetime import timedelta

import pytest

from handlers.rules.approvals import ALONE, Kind, Standing, ends_at, may_ask, standing
from handlers.rules.codes import ALPHABET, read_short, short
from handlers.rules.guessing import IN_ALL, PER_ACCOUNT, Secret, is_shut
from storage.records import Approval
from tests.handlers.made import NOON

DAY = timedelta(hours=24)
MOMENT = timedelta(microseconds=1)


def asked(kind: Kind = Kind.ERASE_CASE, *, alone: bool = False, state: str = "open") -> Approval:
    """By vera, at noon."""
    ends = ends_at(kind, 0 if alone else 1, NOON)
    return Approval("request", kind, state, "key", "vera", alone, NOON, ends, {}, "")


@pytest.mark.parametrize("kind", Kind)
def test_another_decides_in_time(kind: Kind) -> None:
    """A week for what a family waits for. Never whoever asked, not too late, and not what is over."""
    assert standing(asked(kind), "olga", 1, NOON) is Standing.DECIDES
    lives = 7 * DAY if kind is Kind.ERASE_CASE else DAY
    assert standing(asked(kind), "olga", 1, NOON + lives - MOMENT) is Standing.DECIDES
    assert standing(asked(kind), "olga", 1, NOON + lives) is Standing.OVER
    for later in (timedelta(0), DAY - MOMENT):
        assert standing(asked(kind), "vera", 1, NOON + later) is Standing.ASKED
        # Her colleague's role was taken away since: still nobody but another may decide.
        assert standing(asked(kind), "vera", 0, NOON + later) is Standing.ASKED
    for state in ("done", "refused", "withdrawn", "void", "lapsed"):
        assert standing(asked(kind, state=state), "olga", 1, NOON) is Standing.OVER


def test_alone_she_confirms_an_erasure_on_the_second_day_and_nothing_else() -> None:
    """Unless somebody has joined since: then it is for her."""
    mine = asked(alone=True)
    assert standing(mine, "vera", 0, NOON + DAY - MOMENT) is Standing.ASKED
    assert standing(mine, "vera", 0, NOON + DAY) is Standing.CONFIRMS
    assert standing(mine, "vera", 0, NOON + 2 * DAY - MOMENT) is Standing.CONFIRMS
    assert standing(mine, "vera", 0, NOON + 2 * DAY) is Standing.OVER
    assert standing(mine, "vera", 1, NOON + DAY) is Standing.ASKED
    assert standing(mine, "olga", 1, NOON + DAY) is Standing.DECIDES
    assert {Kind.ERASE_CASE} == ALONE
    for kind in Kind:
        assert may_ask(kind, 1)
        assert may_ask(kind, 0) is (kind in ALONE)
        assert ends_at(kind, 2, NOON) == NOON + (7 * DAY if kind in ALONE else DAY)
        assert ends_at(kind, 0, NOON) == NOON + (2 * DAY if kind in ALONE else DAY)


@pytest.mark.parametrize("secret", Secret)
def test_five_wrong_ones_an_hour_and_a_measure_for_all(secret: Secret) -> None:
    """The fifth is still tried; a sixth is not, whatever it is."""
    assert PER_ACCOUNT == 5
    assert not is_shut(secret, 4, 4)
    assert is_shut(secret, 5, 5)
    assert not is_shut(secret, 0, IN_ALL[secret] - 1)
    assert is_shut(secret, 0, IN_ALL[secret])


def test_a_code_of_the_team_notices_a_slip() -> None:
    """Every letter exchanged for any other, and Cyrillic look-alikes are read."""
    code = short("00112233445566778899aabbccddeeff")
    assert len(code) == 5
    assert read_short(code.lower()) == code
    assert short("00112233445566778899aabbccddeefe") != code
    for at in range(5):
        for other in set(ALPHABET) - {code[at]}:
            assert read_short(code[:at] + other + code[at + 1 :]) is None
    assert read_short("") is read_short(code + "A") is None
