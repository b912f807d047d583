"""A link to a case works once, within its time, and is decided once."""

from datetime import timedelta

import pytest

from storage import cases, links, people
from storage.store import Store, Tx
from tests.storage.scenes import NOW, TOKEN, a_case

WEEK = timedelta(days=7)


@pytest.fixture
def made(store: Store) -> tuple[str, str, str]:
    """A case, who told it, and the link that she made."""

    def work(tx: Tx) -> tuple[str, str, str]:
        mother = people.welcome(tx, 1, 1, NOW).id
        case = a_case()
        cases.add(tx, case)
        return case.id, mother, links.add(tx, TOKEN, case.id, mother, NOW + WEEK, NOW)

    return store.write_now(work)


def test_who_agrees_first_uses_it_up(store: Store, made: tuple[str, str, str]) -> None:
    case_id, _, link = made

    def work(tx: Tx) -> None:
        aunt, other = (people.welcome(tx, account, account, NOW).id for account in (2, 3))
        assert links.by_token(tx, TOKEN, NOW) == link
        assert links.count_open(tx, case_id, NOW) == 1
        assert links.use(tx, link, aunt, NOW)
        assert not links.use(tx, link, other, NOW)
        assert links.by_token(tx, TOKEN, NOW) is None
        assert links.count_open(tx, case_id, NOW) == 0
        (waiting,) = links.waiting(tx, case_id)
        assert (waiting.used_by, waiting.state) == (aunt, links.ASKED)
        assert links.decide(tx, link, links.APPROVED, other, NOW)
        assert not links.decide(tx, link, links.REFUSED, other, NOW)
        assert links.waiting(tx, case_id) == []

    store.write_now(work)


def test_it_is_too_old_after_its_time(store: Store, made: tuple[str, str, str]) -> None:
    case_id, mother, link = made

    def work(tx: Tx) -> None:
        late = NOW + WEEK
        assert links.by_token(tx, TOKEN, late) is None
        assert links.count_open(tx, case_id, late) == 0
        assert not links.use(tx, link, mother, late)
        assert links.by_token(tx, TOKEN + "x", NOW) is None

    store.write_now(work)


def test_in_an_emergency_none_of_hers_works_any_more(store: Store, made: tuple[str, str, str]) -> None:
    """Neither what she made, nor what she waits for."""
    case_id, mother, _ = made

    def work(tx: Tx) -> None:
        aunt = people.welcome(tx, 2, 2, NOW).id
        second = links.add(tx, "other-token", case_id, mother, NOW + WEEK, NOW)
        links.use(tx, second, aunt, NOW)
        assert links.void_of(tx, aunt, NOW) == 1
        assert links.waiting(tx, case_id) == []
        assert links.void_of(tx, mother, NOW) == 1
        assert links.by_token(tx, TOKEN, NOW) is None

    store.write_now(work)
