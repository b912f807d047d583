"""Which moves there are, who hears of each, and that none is written over another's."""

from dataclasses import replace

import pytest

from handlers.rules import lifecycle
from handlers.rules.decision import ChangeCase, Decision, Follow, Unfollow, WriteEntry
from handlers.rules.lifecycle import MOVES, PLAIN, Cannot, Reason, Who
from storage.records import (
    Case,
    EntryKind,
    Json,
    Lane,
    Matter,
    MatterKind,
    MatterState,
    Role,
    Stage,
    Urgency,
)
from tests.handlers.made import NOON, a_case, a_person

VERA, OLGA, INNA = (a_person(one, Role.COORDINATOR) for one in ("vera", "olga", "inna"))
MOTHER, AUNT, UNCLE = a_person("mother"), a_person("aunt"), a_person("uncle")
TEAM = [VERA, OLGA, INNA]
BY_VERA = Who(VERA, TEAM, [MOTHER, AUNT])


def heard(decision: Decision) -> list[tuple[str, Lane, str]]:
    """Who hears, in which lane, which message first."""
    return [(one.to, one.lane, one.parts[0]["id"]) for one in decision.notices]


def done(answer: Decision | Cannot) -> Decision:
    assert isinstance(answer, Decision)
    return answer


def news(what: str, step: str, state: MatterState) -> Matter:
    body = {"what": what, "step": step, "told": {}}
    return Matter("news", "case", MatterKind.NEWS, state, None, NOON, NOON, None, None, 1, None, body)


def other_case(stage: Stage = Stage.ACTIVE, **body: Json) -> Case:
    return replace(a_case(stage=stage, body={"answers": {}, **body}), id="other", code="K7Q-4M3", version=7)


def test_the_table_of_moves_is_this_one() -> None:
    """Drawn a second time: from every stage a way on, and from every end a way back."""
    drawn = {
        "new": "verifying closed merged",
        "verifying": "active waiting closed merged",
        "active": "verifying waiting closed merged",
        "waiting": "verifying active closed merged",
        "closed": "active",
        "merged": "verifying",
    }
    assert {one.value: {to.value for to in there} for one, there in MOVES.items()} == {
        one: set(there.split()) for one, there in drawn.items()
    }
    assert set(MOVES) == set(Stage)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("to", Stage)
def test_only_a_move_of_the_table_is_made(stage: Stage, to: Stage) -> None:
    """And with the version that was seen; ends and joins are asked for in another way."""
    answer = lifecycle.move(a_case(stage=stage), to, BY_VERA)
    if to in MOVES[stage] & PLAIN and stage is not Stage.MERGED:
        change, entry = done(answer).changes
        assert change == ChangeCase("case", stage=to, version=1)
        assert isinstance(entry, WriteEntry)
        reopened = stage is Stage.CLOSED
        assert entry.kind is (EntryKind.REOPENED if reopened else EntryKind.STAGE)
        assert entry.body == {"from": stage, "to": to}
    else:
        assert answer is Cannot.NOT_FROM_HERE


def test_of_an_ordinary_step_its_owner_hears_where_another_took_it() -> None:
    """Nobody, where it was she; the others, where nobody has it; no family."""
    of_olga = done(lifecycle.move(a_case(owner_id="olga"), Stage.VERIFYING, BY_VERA))
    assert heard(of_olga) == [("olga", Lane.ALERT, "alert-stage")]
    assert heard(done(lifecycle.move(a_case(owner_id="vera"), Stage.VERIFYING, BY_VERA))) == []
    nobodys = done(lifecycle.move(a_case(), Stage.VERIFYING, BY_VERA))
    assert [one for one, _, _ in heard(nobodys)] == ["olga", "inna"]


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.DECEASED])
def test_a_family_hears_neutrally_that_our_work_ends_and_why_behind_a_tap(reason: Reason) -> None:
    """Every follower and the other coordinators; the words for the team go to nobody."""
    case = a_case(owner_id="vera", stage=Stage.ACTIVE)
    decision = done(lifecycle.close(case, reason, "within the team", (), BY_VERA, NOON))
    assert heard(decision) == [
        ("olga", Lane.ALERT, "alert-closed"),
        ("inna", Lane.ALERT, "alert-closed"),
        ("mother", Lane.NOTICE, "notice-update"),
        ("aunt", Lane.NOTICE, "notice-update"),
    ]
    assert "within the team" not in repr(decision.notices)
    assert [one.rows[0][0].deed for one in decision.notices if one.lane is Lane.NOTICE] == ["stage.read"] * 2
    change = decision.changes[0]
    assert isinstance(change, ChangeCase)
    assert (change.stage, change.version) == (Stage.CLOSED, 1)
    assert change.body is not None
    closed = replace(case, stage=Stage.CLOSED, body=change.body)
    assert lifecycle.reason_of(closed) is reason
    assert lifecycle.shown_stage(closed, "mother") == {"id": f"stage-closed-{reason}"}


def test_nothing_ends_while_grave_news_has_not_been_told() -> None:
    """Whatever the reason; and a death is none before a person has carried it."""
    case = a_case(stage=Stage.ACTIVE)
    waiting = [news("sentenced", "carried", MatterState.OPEN)]
    for reason in Reason:
        assert lifecycle.close(case, reason, "", waiting, BY_VERA, NOON) is Cannot.NEWS_FIRST
    assert lifecycle.merge(case, other_case(), waiting, BY_VERA, [], NOON) is Cannot.NEWS_FIRST
    for told in ([], [news("sentenced", "told", MatterState.DONE)]):
        assert lifecycle.may_close(case, Reason.DECEASED, told) is Cannot.DEATH_UNTOLD
    assert lifecycle.may_close(case, Reason.DECEASED, [news("died", "withdrawn", MatterState.DONE)]) is (
        Cannot.DEATH_UNTOLD
    )
    assert lifecycle.may_close(case, Reason.DECEASED, [news("died", "told", MatterState.DONE)]) is None


def test_a_screen_names_no_death_also_where_it_was_told() -> None:
    """Who was told reads that we have spoken; who was not, that our work ended."""
    closings = [{"reason": "deceased", "text": "", "by": "vera", "at": NOON.isoformat()}]
    case = a_case(
        stage=Stage.CLOSED, body={"answers": {}, "closings": closings, "told": {"died": ["mother"]}}
    )
    assert lifecycle.shown_stage(case, "mother") == {"id": "stage-closed-spoken"}
    assert lifecycle.shown_stage(case, "aunt") == {"id": "stage-closed"}


def test_a_case_that_was_closed_can_be_opened_again_and_all_hear_it() -> None:
    """What it was closed for stays, and is its reason no more."""
    body = {"closings": [{"reason": "found"}]}
    case = a_case(stage=Stage.CLOSED, body=body)
    decision = done(lifecycle.move(case, Stage.ACTIVE, BY_VERA))
    assert [one for one, _, _ in heard(decision)] == ["olga", "inna", "mother", "aunt"]
    assert lifecycle.reason_of(case) is Reason.FOUND
    assert lifecycle.reason_of(replace(case, stage=Stage.ACTIVE)) is None


def test_joined_both_point_to_each_other_and_the_followers_follow_both() -> None:
    """Who followed both already is not counted as moved, so that parting leaves her there."""
    case, into = a_case(stage=Stage.VERIFYING), other_case()
    decision = done(lifecycle.merge(case, into, (), BY_VERA, [AUNT, UNCLE], NOON))
    here, there = (one for one in decision.changes if isinstance(one, ChangeCase))
    assert (here.stage, here.version, there.stage, there.version) == (Stage.MERGED, 1, None, 7)
    assert here.body is not None
    assert here.body["merged-into"] == {
        "id": "other",
        "code": "K7Q-4M3",
        "moved": ["mother"],
        "at": NOON.isoformat(),
    }
    assert there.body is not None
    assert there.body["merged"] == [{"id": "case", "code": "K7Q-4MC"}]
    assert [one for one in decision.changes if isinstance(one, Follow)] == [Follow("other", "mother")]
    assert [(one.kind, one.case_id) for one in decision.changes if isinstance(one, WriteEntry)] == [
        (EntryKind.MERGED, "case"),
        (EntryKind.MERGED, "other"),
    ]
    assert heard(decision)[-2:] == [
        ("mother", Lane.NOTICE, "notice-update"),
        ("aunt", Lane.NOTICE, "notice-update"),
    ]

    joined, other = (
        replace(case, stage=Stage.MERGED, body=here.body, version=2),
        replace(into, body=there.body, version=8),
    )
    apart = done(lifecycle.part(joined, other, BY_VERA))
    here, there = (one for one in apart.changes if isinstance(one, ChangeCase))
    assert (here.stage, here.version, there.version) == (Stage.VERIFYING, 2, 8)
    assert here.body is not None
    assert "merged-into" not in here.body
    assert there.body is not None
    assert there.body["merged"] == []
    assert [one for one in apart.changes if isinstance(one, Unfollow)] == [Unfollow("other", "mother")]


def test_what_was_joined_with_a_case_that_is_erased_can_still_be_taken_apart() -> None:
    """There is nothing there to undo."""
    case = a_case(stage=Stage.MERGED, body={"merged-into": {"id": "x", "code": "K7Q-4M3", "moved": ["aunt"]}})
    decision = done(lifecycle.part(case, None, BY_VERA))
    assert [one.case_id for one in decision.changes if isinstance(one, ChangeCase)] == ["case"]
    assert lifecycle.part(a_case(), None, BY_VERA) is Cannot.NOT_FROM_HERE


@pytest.mark.parametrize(
    ("into", "why"),
    [
        (None, Cannot.UNKNOWN_CODE),
        (a_case(), Cannot.ITSELF),
        (other_case(Stage.CLOSED), Cannot.INTO_CLOSED),
        (other_case(Stage.MERGED), Cannot.INTO_MERGED),
    ],
)
def test_each_mistake_in_joining_has_words_of_its_own(into: Case | None, why: Cannot) -> None:
    """And nothing is done."""
    assert lifecycle.merge(a_case(), into, (), BY_VERA, [], NOON) is why
    assert lifecycle.may_merge(a_case(), into, ()) is why
    closed = a_case(stage=Stage.CLOSED)
    assert lifecycle.may_merge(closed, other_case(), ()) is Cannot.NOT_FROM_HERE


def test_what_must_not_wait_every_coordinator_hears_at_once() -> None:
    """Anything less only its owner; the reason stands in the case, in words."""
    urgent = lifecycle.set_urgency(a_case(owner_id="olga"), Urgency.NOW, "Flight at six.", BY_VERA, NOON)
    assert [one for one, _, _ in heard(urgent)] == ["olga", "inna"]
    assert "Flight" not in repr(urgent.notices)
    soon = lifecycle.set_urgency(a_case(owner_id="olga"), Urgency.SOON, "x", BY_VERA, NOON)
    assert heard(soon) == [("olga", Lane.ALERT, "alert-urgency")]
    (change,) = urgent.changes
    assert isinstance(change, ChangeCase)
    assert (change.urgency, change.version) == (Urgency.NOW, 1)
    assert change.body is not None
    assert change.body["urgency"] == {"text": "Flight at six.", "by": "vera", "at": NOON.isoformat()}
