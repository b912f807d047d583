"""Alone in the house; interviews of whoever leaves; a role taken away by whoever runs the machine."""

from datetime import timedelta

import pytest

from handlers.command import Approvable
from handlers.context import Context, Speech
from handlers.intake import form
from handlers.membership import member, members, take_role_away
from handlers.offers import APPROVABLE
from handlers.rules.approvals import Kind, ends_at
from handlers.saying import msg
from storage import approvals, cases, drafts, people
from storage.records import Approval, Json, Role
from storage.store import Store, Tx
from tests.access.ground import NOW, Ground


@pytest.fixture
def ground(store: Store) -> Ground:
    """Two families and a team."""
    return Ground(store)


def _ask_alone(ground: Ground) -> Approval:
    content = {"case": ground.hers.case}

    def work(tx: Tx) -> Approval:
        people.set_role(tx, ground.who["olga"].id, Role.FAMILY, NOW)
        return approvals.add(
            tx,
            Kind.ERASE_CASE,
            content,
            "The family wants it.",
            ground.who["vera"].id,
            alone=True,
            now=NOW,
            expires_at=ends_at(Kind.ERASE_CASE, 0, NOW),
        )

    return ground.store.write_now(work)


def test_the_only_coordinator_confirms_herself_on_the_next_day(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not before, even with a button that she was never shown; then once."""
    done: list[Json] = []

    def erase(_ctx: Context, approval: Approval) -> None:
        done.append(approval.content)

    erasing = Approvable(Kind.ERASE_CASE, lambda _ctx, _content: [msg("cases-none")], erase)
    monkeypatch.setitem(APPROVABLE, Kind.ERASE_CASE, erasing)
    asked = _ask_alone(ground)
    args = {"approval": asked.id, "content": asked.content_key}
    early = ground.press("vera", ground.show("vera", "approval.yes", args))
    assert "approval-over" in early.said[0]
    looked = ground.press("vera", ground.show("vera", "approval.open", args))
    assert "approval-wait-alone" in looked.said[0]
    assert done == []

    ground.now = NOW + timedelta(hours=24)
    other = ground.show("vera", "approval.yes", {**args, "content": "0" * 32}, lives=timedelta(days=3))
    assert "approval-over" in ground.press("vera", other).said[0]
    yes = ground.show("vera", "approval.yes", args, lives=timedelta(days=3))
    assert "approval-done" in ground.press("vera", yes).said[0]
    assert ground.press("vera", yes).toasts == ("This was done already.",)
    again = ground.show("vera", "approval.yes", args, lives=timedelta(days=3))
    assert "approval-over" in ground.press("vera", again).said[0]
    assert done == [{"case": ground.hers.case}]


def test_a_yes_to_what_cannot_be_done_any_more_does_nothing(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request ends, and whoever asked hears why."""
    never = Approvable(Kind.ERASE_CASE, lambda _ctx, _content: None, lambda _ctx, _one: pytest.fail("ran"))
    monkeypatch.setitem(APPROVABLE, Kind.ERASE_CASE, never)
    asked = _ask_alone(ground)
    ground.now = NOW + timedelta(hours=24)
    args = {"approval": asked.id, "content": asked.content_key}
    assert "approval-impossible" in ground.press("vera", ground.show("vera", "approval.yes", args)).said[0]
    found = ground.store.write_now(lambda tx: approvals.find(tx, asked.id))
    assert found is not None
    assert found.state == approvals.VOID


def test_the_steward_takes_a_role_away(ground: Ground) -> None:
    """Cases are free, interviews go to who is left, her own report stays hers, her buttons are dead."""
    vera, olga = ground.who["vera"], ground.who["olga"]

    def before(tx: Tx) -> tuple[str, str]:
        cases.change(tx, ground.hers.case, NOW, owner_id=olga.id)
        paper = drafts.begin(tx, olga.id, {**form.begin(), "paper": "kk"}, NOW)
        return paper.id, drafts.begin(tx, olga.id, form.begin(), NOW).id

    paper, own = ground.store.write_now(before)
    button = ground.show("olga", "cases.list", {})

    def take(tx: Tx) -> None:
        one = member(tx, olga.id)
        assert one is not None
        take_role_away(Speech(tx, NOW, "revoke"), one, None)

    ground.store.write_now(take)

    def after(tx: Tx) -> None:
        assert people.by_id(tx, olga.id).role is Role.FAMILY
        assert {one.person.id for one in members(tx)} == {vera.id, ground.who["volunteer"].id}
        case = cases.by_id(tx, ground.hers.case)
        assert case is not None
        assert case.owner_id is None
        assert drafts.find(tx, paper, vera.id) is not None
        assert drafts.find(tx, own, olga.id) is not None

    ground.store.write_now(after)
    assert str(ground.press("olga", button).toasts[0]).startswith("This button is from an earlier")


def test_an_interview_of_another_family_is_not_her_report_once_she_is_no_coordinator(ground: Ground) -> None:
    """Where nobody was left to take it over, it waits for a coordinator, and shows itself to nobody."""
    olga = ground.who["olga"]
    body = {**form.begin(), "paper": "kk", "remarks": [{"text": "another-family"}]}
    draft = ground.store.write_now(lambda tx: drafts.begin(tx, olga.id, body, NOW))
    ground.store.write_now(lambda tx: people.set_role(tx, olga.id, Role.FAMILY, NOW))
    resumed = ground.press("olga", ground.show("olga", "draft.resume", {"draft": draft.id}))
    assert resumed.said == ()
    for words in ("/cases", "/report", "/privacy"):
        answer = ground.writes("olga", words)
        assert not any(draft.id in one or "another-family" in one for one in answer.said)
