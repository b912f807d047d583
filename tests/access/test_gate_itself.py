"""The gate lets through exactly what the table says: every role, act and relation, on a real database."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from handlers.access import asker_for, case_if, entry_for, own_draft, own_drafts, shown_draft
from handlers.arrivals import Arrival
from handlers.context import Context, Speech
from handlers.rules.roles import Act, Tie, may
from storage import cases, drafts, entries, people
from storage.records import EntryKind, Role
from storage.store import Store, Tx
from tests.access.ground import NOW, OFFICE, Ground

T = TypeVar("T")
ON_CASES = (Tie.NONE, Tie.FOLLOWER, Tie.TELLER, Tie.OWNER)


@pytest.fixture
def ground(store: Store) -> Ground:
    """Two families and a team."""
    return Ground(store)


def as_(ground: Ground, name: str, role: Role, ask: Callable[[Context], T]) -> T:
    """Ask the gate in her name, with this role."""

    def work(tx: Tx) -> T:
        people.set_role(tx, ground.who[name].id, role, NOW)
        person = people.by_id(tx, ground.who[name].id)
        came = Arrival("gate", person.chat_id, private=True, account_id=person.chat_id)
        return ask(Context(tx, NOW, OFFICE, person, came, Speech(tx, NOW, f"gate/{name}")))

    return ground.store.write_now(work)


def presser(stands: Tie) -> str:
    return {Tie.TELLER: "mother", Tie.FOLLOWER: "sister"}.get(stands, "silent")


@pytest.mark.parametrize("stands", ON_CASES)
def test_every_role_and_act_by_relation_to_a_case(ground: Ground, stands: Tie) -> None:
    """A cell that is empty in the table is closed at the gate, and one that is not is open."""
    name = presser(stands)
    if stands is Tie.OWNER:
        owner = ground.who[name].id
        ground.store.write_now(lambda tx: cases.change(tx, ground.hers.case, NOW, owner_id=owner))
    for role in Role:
        for act in Act:
            found = as_(ground, name, role, lambda ctx, act=act: case_if(ctx, ground.hers.case, act))
            assert (found is not None) is may(role, act, stands), (role, act)
            # An entry is not told by anybody: whoever hears of the case may have it.
            entry = as_(ground, name, role, lambda ctx, act=act: entry_for(ctx, ground.hers.entry, act))
            family = stands in (Tie.FOLLOWER, Tie.TELLER)
            ties = (Tie.FOLLOWER, Tie.TELLER) if family else (stands,)
            assert (entry is not None) is any(may(role, act, one) for one in ties), (role, act)


def test_words_without_a_case_are_hers_and_the_team_s(ground: Ground) -> None:
    """A letter to one relative is not another's, whoever knows its id."""
    mother = ground.who["mother"].id
    letter = ground.store.write_now(
        lambda tx: entries.add(tx, EntryKind.UPDATE, NOW, case_id=None, person_id=mother, body={"text": "x"})
    )
    for name in ("mother", "sister"):
        for role in Role:
            for act in (Act.SEE_OWN_CASE, Act.SEE_CASE):
                found = as_(ground, name, role, lambda ctx, act=act: entry_for(ctx, letter, act))
                hers = act is Act.SEE_OWN_CASE and name == "mother"
                assert (found is not None) is (hers or may(role, act)), (name, role, act)


def test_unfinished_reports_and_who_asked(ground: Ground) -> None:
    """Her own; one that is shown, to coordinators; and only who asked can be answered."""
    mother, draft = ground.who["mother"].id, ground.hers.draft
    for role in Role:
        assert as_(ground, "mother", role, lambda ctx: own_draft(ctx, draft)) is not None
        assert as_(ground, "sister", role, lambda ctx: own_draft(ctx, draft)) is None
        assert as_(ground, "sister", role, lambda ctx: own_drafts(ctx, 9)) == []
        assert as_(ground, "sister", role, lambda ctx: shown_draft(ctx, draft, mother)) is None
        coordinates = role is Role.COORDINATOR
        assert (as_(ground, "sister", role, lambda ctx: asker_for(ctx, mother)) is not None) is coordinates
        assert as_(ground, "sister", role, lambda ctx: asker_for(ctx, ground.who["silent"].id)) is None

    def show(tx: Tx) -> None:
        found = drafts.find(tx, draft, mother)
        assert found is not None
        drafts.save(tx, found, {**found.body, "shown": NOW.isoformat()}, NOW)

    ground.store.write_now(show)
    for role in Role:
        found = as_(ground, "sister", role, lambda ctx: shown_draft(ctx, draft, mother))
        assert (found is not None) is (role is Role.COORDINATOR)
        assert as_(ground, "sister", role, lambda ctx: shown_draft(ctx, draft, ground.hers.case)) is None


def test_who_only_follows_a_case_reads_nothing_of_what_was_told(ground: Ground) -> None:
    """The sister gets no receipt of the mother's words and cannot correct them: there is nothing."""
    for deed in ("receipt.ask", "receipt.send", "case.amend"):
        (said,) = ground.press("sister", ground.show("sister", deed, {"case": ground.hers.case})).said
        assert '"not-there"' in said
        answer = ground.press("mother", ground.show("mother", deed, {"case": ground.hers.case}))
        assert not any("not-there" in one for one in answer.said)
