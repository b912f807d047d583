"""No family reads grave news from the machine before a person has told it; whatever the team does."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.rules import badnews, telling
from handlers.rules.badnews import Way, shown_from, shown_situation, was_told, wish
from handlers.rules.claims import What
from handlers.rules.decision import ChangeCase, ChangeMatter
from handlers.rules.telling import FAMILY, REMIND, Cannot, How, News, Step
from storage.records import Case, Matter, MatterKind, MatterState, Role, Situation
from tests.handlers.made import NOON, a_case, a_person
from tests.handlers.telling_world import Leak, World

STEPS = 100_000
ROUNDS = 500  # worlds, each of which lives through so many of the steps
CALL = {"how": How.CALL.value, "day": None, "text": "", "at": NOON.isoformat()}


def a_walk(seed: int, steps: int, **how: object) -> World:
    """A new world, in which this many things happen."""
    world = World(random.Random(seed), **how)  # type: ignore[arg-type]  # as the tests name them
    for _ in range(steps):
        world.step()
    return world


def test_no_family_reads_it_first_in_a_hundred_thousand_steps() -> None:
    """Claims, corrections, yeses, closings, joinings, new followers: in any order, by anybody."""
    done: dict[str, int] = {}
    met = 0
    for seed in range(ROUNDS):
        world = a_walk(seed, STEPS // ROUNDS)
        met += world.met
        for name, count in world.done.items():
            done[name] = done.get(name, 0) + count
    # The walk must really have been where it could go wrong.
    assert met > STEPS // 4
    for name in ("claim", "correct", "surer", "aside", "first", "second", "carry", "tell", "close", "merge"):
        assert done[name] > 100, done


def leaky_card(case: Case, _person_id: str) -> Situation:
    """As if the family's card showed the situation as it is."""
    return case.situation


def leaky_for_others(case: Case, person_id: str) -> Situation:
    """As if what one of the family was told were shown to all."""
    told = case.body.get("told", {})
    return case.situation if any(told.values()) else shown_situation(case, person_id)


def leaky_when_carried(case: Case, person_id: str) -> Situation:
    """As if it were enough that it is true, once in a while."""
    return case.situation if case.version % 7 == 0 else shown_situation(case, person_id)


@pytest.mark.parametrize("leak", [leaky_card, leaky_for_others, leaky_when_carried])
def test_the_walk_finds_a_leak_that_was_planted(leak: object) -> None:
    """Or it would prove nothing."""
    assert any(leaks(seed, leak) for seed in range(50))


def leaks(seed: int, shown: object) -> bool:
    """Whether this walk finds one."""
    try:
        a_walk(seed, 200, shown=shown)
    except Leak:
        return True
    return False


def test_the_walk_finds_a_notice_that_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a closing that names a death."""
    monkeypatch.setattr(
        "tests.handlers.telling_world.shown_stage", lambda _case, _who: {"id": "stage-closed-spoken"}
    )
    with pytest.raises(Leak):
        a_walk(1, 5)


# The way of one piece of news.


def told_to(news: News | Cannot, by: str, to: str, still: list[str], how: dict[str, object] = CALL) -> News:  # type: ignore[assignment]  # JSON
    assert isinstance(news, News)
    after = telling.tell(news, by, to, how, still)
    assert isinstance(after, News)
    return after


def carried() -> News:
    asked = telling.first_yes(News(What.DIED), "vera", "I spoke with the doctor.")
    assert isinstance(asked, News)
    confirmed = telling.second_yes(asked, "olga")
    assert isinstance(confirmed, News)
    named = telling.carry(confirmed, "inna")
    assert isinstance(named, News)
    return named


def test_two_confirm_one_carries_and_each_of_the_family_is_told() -> None:
    """Only when all who follow were told is it over."""
    news = carried()
    assert (news.step, news.first, news.second, news.carrier) == (Step.CARRIED, "vera", "olga", "inna")
    once = told_to(news, "inna", "mother", ["mother", "aunt"])
    assert (once.step, once.heard) == (Step.CARRIED, {"mother"})
    both = told_to(once, "inna", "aunt", ["mother", "aunt"])
    assert (both.step, both.heard) == (Step.TOLD, {"mother", "aunt"})


def test_where_nobody_of_the_family_is_here_the_family_is_told() -> None:
    """A case from an interview on paper."""
    assert told_to(carried(), "inna", FAMILY, []).step is Step.TOLD


def test_who_could_not_be_reached_has_not_heard_it() -> None:
    """Nothing waits for her for ever; and no screen shows it to her."""
    unreached = {**CALL, "how": How.UNREACHED.value}
    news = told_to(carried(), "inna", "mother", ["mother"], unreached)
    assert (news.step, news.heard) == (Step.TOLD, frozenset())
    assert told_to(news, "inna", "mother", ["mother"]).heard == {"mother"}


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (telling.second_yes(News(What.DIED), "olga"), Cannot.NOT_CONFIRMED),
        (telling.second_yes(News(What.DIED, Step.ASKED, "vera"), "vera"), Cannot.SAME_PERSON),
        (telling.first_yes(carried(), "vera"), Cannot.CONFIRMED_BEFORE),
        (telling.second_yes(carried(), "vera"), Cannot.CONFIRMED_BEFORE),
        (telling.carry(News(What.DIED), "vera"), Cannot.NOT_CONFIRMED),
        (telling.carry(News(What.DIED, Step.ASKED, "vera"), "vera"), Cannot.NOT_CONFIRMED),
        (telling.tell(News(What.DIED), "vera", "mother", CALL, []), Cannot.NOT_CONFIRMED),
        (telling.tell(carried(), "vera", "mother", CALL, []), Cannot.NOT_CARRIER),
        (
            telling.tell(told_to(carried(), "inna", "mother", []), "inna", "mother", CALL, []),
            Cannot.TOLD_BEFORE,
        ),
        (telling.first_yes(replace(carried(), step=Step.WITHDRAWN), "vera"), Cannot.OVER),
        (telling.second_yes(replace(carried(), step=Step.WITHDRAWN), "vera"), Cannot.OVER),
        (telling.carry(replace(carried(), step=Step.WITHDRAWN), "vera"), Cannot.OVER),
        (telling.tell(replace(carried(), step=Step.WITHDRAWN), "inna", "mother", CALL, []), Cannot.OVER),
    ],
)
def test_no_step_is_left_out(answer: object, why: Cannot) -> None:
    """Each has its own kind words."""
    assert answer is why


def test_who_tells_it_may_hand_it_on() -> None:
    """Also when some of the family were told; then only the new one can say that it was told."""
    again = telling.carry(told_to(carried(), "inna", "mother", ["mother", "aunt"]), "olga")
    assert isinstance(again, News)
    assert again.carrier == "olga"
    assert telling.tell(again, "inna", "aunt", CALL, ["mother", "aunt"]) is Cannot.NOT_CARRIER


def test_what_was_told_cannot_be_taken_back() -> None:
    """What nobody was told can."""
    assert telling.withdraw(carried()).step is Step.WITHDRAWN
    told = told_to(carried(), "inna", "mother", ["mother"])
    assert telling.withdraw(told) == told


def test_a_step_is_kept_and_read_again_as_it_was() -> None:
    """In a matter, which is looked at until it is over; telling somebody is written with it."""
    one = Matter("n", "case", MatterKind.NEWS, MatterState.OPEN, None, NOON, NOON, None, None, 3, None, {})
    news = told_to(carried(), "inna", "mother", ["mother", "aunt"])
    assert telling.read(replace(one, body=telling.kept(news))) == news
    on, told = telling.moved(one, news, "told-news", NOON, told=(a_case(), "mother")).changes
    assert isinstance(on, ChangeMatter)
    assert (on.matter, on.state, on.watch_at) == (one, MatterState.OPEN, NOON + REMIND)
    assert isinstance(told, ChangeCase)
    assert told.body is not None
    assert told.body["told"] == {"died": ["mother"]}
    over = telling.moved(one, replace(news, step=Step.TOLD), "told-news", NOON).changes[0]
    assert isinstance(over, ChangeMatter)
    assert (over.state, over.watch_at) == (MatterState.DONE, None)


# What a family may be shown.


@pytest.mark.parametrize(
    ("situation", "what"),
    [
        (Situation.DECEASED, What.DIED),
        (Situation.SENTENCED, What.SENTENCED),
        (Situation.DEPORTED, What.DEPORTED),
    ],
)
def test_her_card_stays_as_it_was_until_she_was_told(situation: Situation, what: What) -> None:
    """It does not even fall back to what the report said: that would give it away."""
    body = {"answers": {}, "shown": "detained", "told": {what.value: ["aunt"]}}
    case = replace(a_case(body=body), situation=situation)
    assert shown_situation(case, "mother") is Situation.DETAINED
    assert shown_situation(case, "aunt") is situation
    assert not was_told(case, "mother", what)


def test_who_was_told_of_a_sentence_is_told_of_the_next_one_too() -> None:
    """He was released in between, as her card says; then he is sentenced again."""
    case = replace(a_case(), situation=Situation.SENTENCED)
    case = replace(case, body=badnews.told_to(case, What.SENTENCED, frozenset({"mother"})))
    assert shown_situation(case, "mother") is Situation.SENTENCED
    on = shown_from(case, Situation.DECEASED, firm=True)
    assert on is not None
    graver = replace(case, situation=Situation.DECEASED, body=on)
    assert shown_situation(graver, "mother") is Situation.SENTENCED
    assert shown_situation(graver, "aunt") is Situation.MISSING
    on = shown_from(case, Situation.RELEASED, firm=False)
    assert on is not None
    rumour = replace(case, situation=Situation.RELEASED, body=on)
    assert shown_situation(rumour, "mother") is Situation.SENTENCED
    free = shown_from(case, Situation.RELEASED, firm=True)
    assert free is not None
    case = replace(case, body=free, situation=Situation.RELEASED)
    assert shown_situation(case, "mother") is Situation.RELEASED
    again = replace(case, situation=Situation.SENTENCED)
    assert shown_situation(again, "mother") is Situation.RELEASED


def test_what_the_family_itself_has_told_it_is_shown() -> None:
    """She reported that he was sentenced: that is no news to her."""
    told = replace(a_case(body={"answers": {"event": {"value": "sentenced"}}}), situation=Situation.SENTENCED)
    assert shown_situation(told, "mother") is Situation.SENTENCED


def test_what_is_only_said_or_stands_against_another_is_shown_to_no_family() -> None:
    """A hope that has to be taken back is worse than waiting."""
    case = a_case()
    assert shown_from(case, Situation.RELEASED, firm=False) is None
    assert shown_from(case, Situation.DECEASED, firm=True) is None
    assert shown_from(case, Situation.MISSING, firm=True) is None
    after = shown_from(case, Situation.RELEASED, firm=True)
    assert after is not None
    assert shown_situation(replace(case, situation=Situation.RELEASED, body=after), "mother") is (
        Situation.RELEASED
    )


def test_how_she_wants_to_hear_it_is_hers_and_can_be_changed() -> None:
    """Also where she came back with another account."""
    case = a_case()
    for way in (Way.VISIT, Way.WRITING):
        (change,) = badnews.choose(case, "mother", way).changes
        assert isinstance(change, ChangeCase)
        assert change.body is not None
        case = replace(case, body=change.body)
        assert wish(case, "mother") is way
    assert wish(case, "aunt") is None
    back = replace(case, body={**case.body, "relinked": [{"was": "mother", "now": "new"}]})
    assert wish(back, "new") is Way.WRITING


def test_of_the_team_nobody_hears_it_of_her_own_family() -> None:
    """An alert is no way to learn it."""
    vera, olga = a_person("vera", Role.COORDINATOR), a_person("olga", Role.COORDINATOR)
    assert telling.team_for([vera, olga], [olga], None) == [vera]
    assert telling.team_for([vera, olga], [], "vera") == [olga]


def test_a_family_s_screen_takes_the_situation_from_nowhere_else() -> None:
    """Whoever writes a new one for a family finds this test."""
    root = Path(__file__).parents[2] / "handlers"
    readers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if ".situation" in path.read_text(encoding="utf-8")
    }
    assert readers == {
        "coordinator/case.py",
        "coordinator/claims.py",
        "decisions.py",
        "rules/audience.py",  # asks for what `reaching.py` has from `shown_situation`
        "rules/badnews.py",
        "rules/claiming.py",
        "rules/deadlines.py",
    }
