""" "Not yours" and "not there" are one answer, byte by byte, for every button that carries an id.

And what is not hers is not even opened: every row that is unsealed while she presses is noted.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers.offers import DEEDS
from handlers.rules.roles import may_at_all
from storage import assignments, attachments, cases, drafts, entries, matters, tables, tasks
from storage.records import Role
from storage.store import Store, Tx
from tests.access.buttons import OPEN_TO_THE_TEAM, WITH_IDS, WITHOUT_IDS, filled
from tests.access.ground import NOW, Answer, Ground, Things


def foreign_to(ground: Ground, name: str, deed: str) -> Things | None:
    """What exists and is not hers; None where to a coordinator nothing is foreign."""
    person = ground.who[name]
    if person.role is Role.COORDINATOR and deed in OPEN_TO_THE_TEAM:
        if deed == "letter.answer":  # somebody who never asked
            return replace(ground.foreign, person=ground.who["silent"].id)
        return None
    return ground.foreign


@pytest.fixture
def ground(store: Store) -> Ground:
    """Two families and a team."""
    return Ground(store)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """What was unsealed of cases, drafts, entries and files, by table and id."""
    seen: set[tuple[str, str]] = set()

    def watched(table: str, before: Callable[..., Any]) -> Callable[..., Any]:
        def note(tx: Tx, row: Any) -> Any:
            seen.add((table, row.id))
            return before(tx, row)

        return note

    for module, name in (
        (cases, "_case"),
        (drafts, "_draft"),
        (entries, "_entry"),
        (attachments, "opened"),
        (matters, "_matter"),
        (tasks, "_task"),
        (assignments, "_assignment"),
    ):
        table = module.__name__.partition(".")[2]
        monkeypatch.setattr(module, name, watched(table, getattr(module, name)))
    return seen


def test_every_button_has_its_line() -> None:
    """Who adds one says which ids it carries."""
    assert set(WITH_IDS) | WITHOUT_IDS == set(DEEDS)
    assert not set(WITH_IDS) & WITHOUT_IDS


def pressers(deed: str) -> Iterator[str]:
    for name, role in (("sister", Role.FAMILY), ("volunteer", Role.VOLUNTEER), ("vera", Role.COORDINATOR)):
        if may_at_all(role, DEEDS[deed].act):
            yield name


@pytest.mark.parametrize("name", ["sister", "volunteer", "vera"])
def test_foreign_erased_and_invented_are_one_answer(ground: Ground, name: str) -> None:
    """The same messages, as long when sealed, the same toast; and pressed again the same once more."""
    for deed in WITH_IDS:
        if name in pressers(deed):
            _one_answer(ground, deed, name)


def _one_answer(ground: Ground, deed: str, name: str) -> None:
    given: list[tuple[str, Answer]] = []
    # What a withdrawn request is to its asker, another's is to everybody else.
    presser = "olga" if deed == "approval.withdraw" and name == "vera" else name
    foreign = foreign_to(ground, presser, deed)
    things = {"erased": ground.erased, "invented": Things.invented(), "invented again": Things.invented()}
    if foreign is not None:
        things["foreign"] = foreign
    if deed == "draft.read":
        things["erased"] = replace(ground.erased, person=ground.foreign.person)
    for kind, one in things.items():
        data = ground.show(presser, deed, filled(WITH_IDS[deed], one))
        given.append((kind, ground.press(presser, data)))
        if deed == "person.ask":  # a word more waits each time: as the first again
            ground.store.write_now(lambda tx: _forget_words(tx, ground.who[presser].id))
        else:
            assert ground.press(presser, data) == given[-1][1], f"{deed}: {kind}, pressed again"
        ground.store.write_now(lambda tx: tx.connection.execute(tables.talks.delete()))
    first = given[0][1]
    assert first.said or first.toasts != (None,)
    for kind, answer in given:
        assert answer == first, f"{deed}: {kind}"


def _forget_words(tx: Tx, person_id: str) -> None:
    tx.connection.execute(tables.entries.delete().where(tables.entries.c.person_id == person_id))


@pytest.mark.parametrize("name", ["mother", "sister", "volunteer", "silent"])
def test_nothing_of_another_family_is_even_opened(
    ground: Ground, opened: set[tuple[str, str]], name: str
) -> None:
    """Every button, those of the team as well, with every family's ids: only her own is unsealed."""
    may_see = ground.store.write_now(lambda tx: visible(tx, ground.who[name].id))
    opened.clear()
    for deed, args in WITH_IDS.items():
        for things in (ground.foreign, ground.erased, Things.invented()):
            answer = ground.press(name, ground.show(name, deed, filled(args, things)))
            assert not any("K7Q-4M3" in one for one in answer.said), deed
    for command in ("/start", "/help", "/cases", "/report", "/privacy", "/queue", "/team", "/interview"):
        ground.writes(name, command)
    assert opened <= may_see | ground.store.write_now(lambda tx: visible(tx, ground.who[name].id))


def visible(tx: Tx, person_id: str) -> set[tuple[str, str]]:
    """What belongs to her, asked of the database itself and not of the code under test."""

    def ids(statement: Any) -> set[str]:
        return set(tx.connection.execute(statement).scalars())

    hers = ids(select(tables.followers.c.case_id).where(tables.followers.c.person_id == person_id))
    told = ids(select(tables.drafts.c.id).where(tables.drafts.c.person_id == person_id))
    lines = ids(
        select(tables.entries.c.id).where(
            tables.entries.c.case_id.in_(hers) | (tables.entries.c.person_id == person_id)
        )
    )
    files = ids(select(tables.attachments.c.id).where(tables.attachments.c.person_id == person_id))
    groups = (("cases", hers), ("drafts", told), ("entries", lines), ("attachments", files))
    return {(table, one) for table, found in groups for one in found}


@pytest.mark.parametrize("name", ["vera", "olga"])
def test_a_coordinator_reads_no_unfinished_report_that_is_not_shown(ground: Ground, name: str) -> None:
    """Whatever button she got hold of."""
    for deed, args in WITH_IDS.items():
        if "draft" not in args and "drafts" not in args:
            continue
        answer = ground.press(name, ground.show(name, deed, filled(args, ground.foreign)))
        assert not any("name-K7Q-4M3" in one for one in answer.said), deed


@pytest.mark.parametrize("name", ["mother", "volunteer"])
def test_a_button_of_another_role_is_an_old_button(ground: Ground, name: str) -> None:
    """Also her own of yesterday, when she had that role."""
    for deed in DEEDS:
        if may_at_all(ground.who[name].role, DEEDS[deed].act):
            continue
        data = ground.show(name, deed, filled(WITH_IDS.get(deed, {}), ground.hers))
        answer = ground.press(name, data)
        assert (answer.said, len(answer.toasts)) == ((), 1)
        assert str(answer.toasts[0]).startswith("This button is from an earlier")


def test_what_works_once_works_once(ground: Ground) -> None:
    """The second press is answered kindly and changes nothing; a minute or a month later."""
    data = ground.show("vera", "case.take", {"case": ground.hers.case})
    assert ground.press("vera", data).toasts == ("The case is yours.",)
    for wait in (timedelta(0), timedelta(hours=23)):
        ground.now = NOW + wait
        assert ground.press("vera", data) == Answer((), (), ("This was done already.",))
