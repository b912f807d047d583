"""The long runs in short: a bot killed, a line that is bad; and that the proof finds what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.bench.bots import REAL, Contestant, Databases, databases
from tests.bench.sending import bad_line, kills, proof, suites
from tests.bench.sending.faults import blocked
from tests.bench.sending.plan import FREE, Outcome, Plan

_SEED = 7


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Databases of both kinds."""
    with databases(tmp_path_factory.mktemp("sending")) as made:
        yield made


def _seen(**how: object) -> Outcome:
    plain: dict[str, object] = {
        "arrived": 300, "twice": 0, "span": 10.0, "passed": 300, "refused": 0, "refused_late": 0,
        "delays": [20.0], "asked": 1,
    }  # fmt: skip
    return Outcome(**{**plain, **how})  # type: ignore[arg-type]  # made up field by field


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.name)
async def test_killed_in_a_broadcast_everybody_gets_it(
    one: Contestant, places: Databases, tmp_path: Path
) -> None:
    """Twice only who had been in doubt, and all these are named."""
    random = Random(_SEED)
    plan = kills.plan_of(400, suites.FAST, 2, paid=False, random=random)

    seen = await kills.killed(one, plan, places, tmp_path / "log", random)

    assert seen.broken() == []
    assert seen.kills == 2
    assert seen.seen.arrived == 400


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.name)
async def test_over_a_bad_line_nobody_is_lost(one: Contestant, places: Databases, tmp_path: Path) -> None:
    """Who did not get it is named as blocked, failed or unknown."""
    # What hangs does so for twenty seconds each time; the long run has it.
    kinds = ("failure", "cut-before", "cut-after", "hold")
    plan = Plan(suites.FAST, 400, still=None, trouble=0.05, kinds=kinds, blocked=0.05, seed=_SEED)

    went = await bad_line.sent(one, plan, places, tmp_path / "log")

    assert went.broken() == []
    assert set(went.seen.troubles) == set(kinds)
    assert went.told.accounts("gone") | went.told.accounts("unknown") >= blocked(plan)
    assert went.told.accounts("unknown")


def test_the_proof_finds_who_was_lost_or_doubled() -> None:
    """What the outbox says is not believed, where the server saw something else."""
    said = proof.Told({1: "sent", 2: "sent", 3: "unknown", 4: "gone", 5: "waiting"}, {"unknown": 1})
    seen = _seen(missing=[2, 3, 4, 5], doubled=[1, 3])
    assert proof.lost(said, seen) == [2, 5]
    assert proof.doubled(seen, frozenset({3})) == [1]
    assert said.missed() == ["1 gone, 0 of them in the report"]


def test_a_promise_that_is_not_kept_is_named() -> None:
    """Each of them by itself, and none where all is well."""
    plan = Plan(FREE, 300, asking=1.0)
    assert suites.broken(plan, _seen()) == []
    wrong = (
        {"span": 11.0},
        {"refused_late": 1},
        {"arrived": 299},
        {"twice": 1},
        {"asked": 9},
        {"delays": [101.0] * 9, "asked": 9},
    )
    assert [len(suites.broken(plan, _seen(**one))) for one in wrong] == [1] * len(wrong)


def test_who_loses_some_is_not_faster_by_it() -> None:
    """Thirty in a moment, and the others never, is no rate."""
    seen = _seen(arrived=30, passed=30, span=0.01)
    assert seen.rate(Plan(FREE, 300)) == pytest.approx(2.9)
