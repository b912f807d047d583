"""What follows from claims: in whatever order they came, and more surely the surer they are."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.intake.fields import day_value
from handlers.rules import claiming
from handlers.rules.claims import (
    CONTRADICTS,
    REPORT,
    Certainty,
    Claim,
    Source,
    What,
    against_paper,
    contradict,
    contradictions,
    decisive,
    is_firm,
    reported,
    situation,
)
from handlers.rules.decision import AddMatter, ChangeCase, ChangeMatter, Decision
from handlers.rules.telling import REMIND, Step, read
from storage.records import Case, Json, Matter, MatterKind, MatterState, Person, Role, Situation
from tests.handlers.made import NOON, OFFICE, a_case, a_person

VERA, OLGA = a_person("vera", Role.COORDINATOR), a_person("olga", Role.COORDINATOR)
MOTHER = a_person("mother")
SPRING = date(2025, 3, 14)


def a_claim(
    what: What,
    first: date | None = None,
    last: date | None = None,
    *,
    certainty: Certainty = Certainty.SAID,
    source: Source = Source.CALL,
    name: str = "one",
    entered: datetime = NOON,
) -> Claim:
    """One; *first* alone is one day."""
    return Claim(name, what, source, certainty, first, last or first, entered, entered.date())


DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 1))
SPANS = st.one_of(
    st.just((None, None)),
    DAYS.map(lambda day: (day, day)),
    DAYS.map(lambda day: (day, None)),
    DAYS.map(lambda day: (None, day)),
    st.tuples(DAYS, st.integers(0, 400)).map(lambda one: (one[0], one[0] + timedelta(days=one[1]))),
)


@st.composite
def claims(draw: st.DrawFn, most: int = 7) -> list[Claim]:
    """Some, each with an id of its own."""
    found = []
    for number in range(draw(st.integers(0, most))):
        first, last = draw(SPANS)
        entered = datetime(2026, 11, 2, tzinfo=UTC) + timedelta(hours=draw(st.integers(0, 500)))
        found.append(
            Claim(
                str(number),
                draw(st.sampled_from(What)),
                draw(st.sampled_from(Source)),
                draw(st.sampled_from(Certainty)),
                first,
                last,
                entered,
                entered.date(),
            )
        )
    return found


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_does_not_matter(found: list[Claim], chance: object) -> None:
    """Situation and contradictions are the same, however they are shuffled."""
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert situation(shuffled) is situation(found)
    assert contradictions(shuffled) == contradictions(found)
    assert is_firm(shuffled) is is_firm(found)


@given(claims(), st.data())
def test_a_claim_that_gets_surer_never_loses(found: list[Claim], data: st.DataObject) -> None:
    """What we go by is the same as before, or is it now; if it was it, it stays it."""
    if not found:
        return
    at = data.draw(st.integers(0, len(found) - 1))
    higher = found[at].certainty.higher
    if not higher:
        return
    surer = replace(found[at], certainty=data.draw(st.sampled_from(higher)))
    after = [*found[:at], surer, *found[at + 1 :]]
    before, now = decisive(found), decisive(after)
    assert now in (before, surer)
    if before == found[at]:
        assert now == surer
        if surer.what is not What.TRANSFERRED:
            assert situation(after) is situation(found)


@given(claims())
def test_what_is_borne_out_is_never_beaten_by_what_is_only_said(found: list[Claim]) -> None:
    """However many say otherwise, and however new that is."""
    chosen = decisive(found)
    firm = [one for one in found if one.certainty is not Certainty.SAID and one.what not in _SILENT]
    if firm:
        assert chosen is not None
        assert chosen.certainty is not Certainty.SAID
        assert chosen.span[1] == max(one.span[1] for one in firm)


_SILENT = (What.CONTACT, What.OTHER)


@given(claims(), SPANS)
def test_one_voice_alone_makes_nobody_dead(found: list[Claim], span: tuple[date | None, date | None]) -> None:
    """What is said of a death is kept, and changes no situation."""
    said = Claim("death", What.DIED, Source.CALL, Certainty.SAID, *span, NOON, NOON.date())
    assert situation([*found, said]) is situation(found)
    if all(one.what is not What.DIED or one.certainty is Certainty.SAID for one in found):
        assert situation([*found, said]) is not Situation.DECEASED


@given(claims())
def test_contradictions_are_mutual_and_complete(found: list[Claim]) -> None:
    """Each pair once; whatever contradicts does so from both sides; nothing contradicts itself."""
    pairs = {frozenset({one.id, other.id}) for one, other in contradictions(found)}
    assert len(pairs) == len(contradictions(found))
    for one in found:
        assert not contradict(one, one)
        for other in found:
            if one.id != other.id:
                assert contradict(one, other) is contradict(other, one)
                assert contradict(one, other) is (frozenset({one.id, other.id}) in pairs)


def test_newer_and_documented_beats_older_and_said() -> None:
    """And a newer one that is only said does not beat it."""
    told = a_claim(What.DETAINED, SPRING, name="told")
    paper = a_claim(What.RELEASED, date(2026, 5, 1), certainty=Certainty.DOCUMENTED, name="paper")
    rumour = a_claim(What.DETAINED, date(2026, 8, 1), name="rumour")
    for found in permutations([told, paper, rumour]):
        assert situation(found) is Situation.RELEASED
    assert situation([told, rumour]) is Situation.DETAINED
    assert situation([]) is Situation.UNKNOWN


def test_a_transfer_ends_no_sentence_and_makes_none() -> None:
    """Somebody sentenced is moved; somebody held is moved; somebody released and then moved is held."""
    moved = a_claim(What.TRANSFERRED, date(2026, 5, 1), name="moved")
    for before, then in (
        (What.SENTENCED, Situation.SENTENCED),
        (What.DETAINED, Situation.DETAINED),
        (What.RELEASED, Situation.DETAINED),
        (What.MISSING, Situation.DETAINED),
    ):
        assert situation([a_claim(before, SPRING), moved]) is then
    assert situation([moved]) is Situation.DETAINED


@pytest.mark.parametrize(
    ("one", "other", "cannot"),
    [
        (a_claim(What.DETAINED, SPRING), a_claim(What.RELEASED, SPRING), True),
        (a_claim(What.DETAINED, SPRING), a_claim(What.RELEASED, date(2025, 3, 15)), False),
        (a_claim(What.DETAINED, SPRING), a_claim(What.CHARGED, SPRING), False),
        (a_claim(What.SENTENCED, SPRING), a_claim(What.RESTRICTED, SPRING), True),
        (a_claim(What.MISSING, SPRING), a_claim(What.DETAINED, SPRING), False),
        (a_claim(What.MISSING, SPRING), a_claim(What.RELEASED, SPRING), True),
        (a_claim(What.DIED, SPRING), a_claim(What.DETAINED, SPRING), False),
        (a_claim(What.DIED, SPRING), a_claim(What.CONTACT, date(2025, 3, 15)), True),
        (a_claim(What.DIED, SPRING), a_claim(What.MISSING, date(2025, 3, 15)), False),
        (a_claim(What.DIED, SPRING), a_claim(What.DIED, date(2025, 6, 1)), True),
        (a_claim(What.DIED, SPRING), a_claim(What.DIED, date(2025, 3, 1), date(2025, 3, 31)), False),
        (a_claim(What.OTHER, SPRING), a_claim(What.DIED, SPRING), False),
    ],
)
def test_which_cannot_both_be_true(one: Claim, other: Claim, cannot: bool) -> None:
    """On one day; what comes after one another can."""
    assert contradict(one, other) is cannot
    assert contradict(other, one) is cannot


def test_the_report_is_a_claim_of_the_family_and_goes_on_to_its_day() -> None:
    """An office says he was released in 2019; the family says, today, that he has been held since 2017."""
    case = told_case(event="taken", when="2017-04")
    family = reported(case, OFFICE.today)
    assert (family.id, family.what, family.source) == (REPORT, What.DETAINED, Source.RELATIVE)
    assert family.span == (date(2017, 4, 1), date(2026, 11, 24))
    paper = a_claim(
        What.RELEASED, date(2019, 6, 1), certainty=Certainty.DOCUMENTED, source=Source.PAPER, name="paper"
    )
    assert contradict(family, paper)
    assert against_paper(family, paper)
    assert not against_paper(family, a_claim(What.RELEASED, source=Source.LIST))
    assert situation([family, paper]) is Situation.RELEASED
    assert not is_firm([family, paper])


def test_what_has_not_come_yet_is_as_of_the_day_on_which_it_came() -> None:
    """“In 2026”, said in November, tells nothing of December."""
    this_year = a_claim(What.DETAINED, date(2026, 1, 1), date(2026, 12, 31))
    assert this_year.span == (date(2026, 1, 1), NOON.date())
    assert a_claim(What.DETAINED).span == (NOON.date(), NOON.date())


def test_a_family_is_shown_nothing_that_is_older_than_its_own_word() -> None:
    """A list says that he was free in October; in November his mother reports that she misses him."""
    free = a_claim(What.RELEASED, date(2026, 10, 20), certainty=Certainty.DOCUMENTED, source=Source.LIST)
    family = reported(told_case(), OFFICE.today)
    assert not contradict(free, family)
    assert situation([free, family]) is Situation.RELEASED
    assert not is_firm([free, family])
    assert is_firm([free, replace(family, source=Source.CALL)])
    assert is_firm([free])


# What is decided with a claim.


def told_case(event: str | None = None, when: str | None = None, **body: Json) -> Case:
    """A case whose family told this."""
    answers: dict[str, Json] = {"event": {"value": event}}
    if when is not None:
        answers["when"] = {"value": day_value(when)}
    case = a_case(owner_id="vera", body={"answers": answers, "remarks": [], **body})
    return replace(case, situation=Situation.DETAINED if event == "taken" else Situation.MISSING)


def said(
    what: What, certainty: Certainty = Certainty.SAID, source: Source = Source.CALL, day: str = ""
) -> Json:
    """What a slip makes of the answers."""
    return {
        "what": what.value,
        "source": source.value,
        "certainty": certainty.value,
        "day": day_value(day) if day else None,
        "text": "",
        "files": [],
    }


def kept(body: Json, name: str, kind: MatterKind = MatterKind.CLAIM, mark: str | None = None) -> Matter:
    """As it is kept."""
    return Matter(name, "case", kind, MatterState.OPEN, "vera", NOON, NOON, None, mark, 1, None, body)


def ground(
    case: Case, *found: Matter, news: tuple[Matter, ...] = (), followers: tuple[Person, ...] = (MOTHER,)
) -> claiming.Ground:
    return claiming.Ground(case, found, news, followers, [VERA, OLGA], OFFICE.today)


def the(kind: type, decision: Decision) -> list[object]:
    return [one for one in decision.changes if isinstance(one, kind)]


def test_a_claim_is_written_with_the_situation_that_follows_from_it() -> None:
    """In one decision; and the family sees what is borne out, and not what is only said."""
    body = said(What.LOCATED, Certainty.CORROBORATED, day="2026-11-24")
    decision = claiming.enter(ground(told_case()), body, VERA, NOON)
    (change,) = the(ChangeCase, decision)
    assert isinstance(change, ChangeCase)
    assert change.situation is Situation.LOCATED
    assert change.body is not None
    assert change.body["shown"] == "located"
    (added,) = the(AddMatter, decision)
    assert isinstance(added, AddMatter)
    assert (added.kind, added.body, added.said, added.replaces) == (MatterKind.CLAIM, body, None, None)
    assert decision.notices == ()
    assert decision.audit == ("claimed", "case")

    rumour = claiming.enter(ground(told_case()), said(What.LOCATED, day="2026-11-24"), VERA, NOON)
    (change,) = the(ChangeCase, rumour)
    assert isinstance(change, ChangeCase)
    assert (change.situation, change.body) == (Situation.LOCATED, None)


def test_claims_that_contradict_are_marked_both_and_unmarked_when_one_goes() -> None:
    """So that the team finds them; nothing of them is lost."""
    case = told_case()
    held = kept(said(What.DETAINED, day="2026-10"), "held")
    free = said(What.RELEASED, Certainty.DOCUMENTED, Source.PAPER, "2026-10-05")
    decision = claiming.enter(ground(case, held), free, VERA, NOON)
    assert ChangeMatter(held, said=CONTRADICTS) in decision.changes
    (added,) = the(AddMatter, decision)
    assert isinstance(added, AddMatter)
    assert added.said == CONTRADICTS

    marked = replace(held, said=CONTRADICTS)
    wrong = kept(free, "free", mark=CONTRADICTS)
    aside = claiming.set_aside(ground(case, marked, wrong), wrong, "Of another man.", OLGA)
    assert ChangeMatter(marked, said=None) in aside.changes
    gone = next(one for one in the(ChangeMatter, aside) if one.matter is wrong)  # type: ignore[attr-defined]
    assert isinstance(gone, ChangeMatter)
    assert gone.state is MatterState.DONE
    assert gone.body is not None
    assert gone.body["aside"] == {"by": "olga", "text": "Of another man."}


def test_a_correction_stands_in_place_of_what_it_corrects() -> None:
    """Which counts no more, neither for the situation nor for contradictions."""
    case = replace(told_case(), situation=Situation.RELEASED)
    wrong = kept(said(What.RELEASED, Certainty.DOCUMENTED, day="2026-10-05"), "wrong", mark=CONTRADICTS)
    held = kept(said(What.DETAINED, Certainty.CORROBORATED, day="2026-10-05"), "held", mark=CONTRADICTS)
    decision = claiming.enter(
        ground(case, wrong, held),
        said(What.DETAINED, Certainty.DOCUMENTED, day="2026-10-05"),
        OLGA,
        NOON,
        corrects=wrong,
    )
    (added,) = the(AddMatter, decision)
    assert isinstance(added, AddMatter)
    assert (added.replaces, added.said) == (wrong, None)
    assert ChangeMatter(held, said=None) in decision.changes
    (change,) = the(ChangeCase, decision)
    assert isinstance(change, ChangeCase)
    assert change.situation is Situation.DETAINED
    assert decision.audit == ("corrected-claim", "case")


def test_what_was_raised_says_from_what_and_by_whom() -> None:
    """It is the same claim, and its history is in it."""
    told = kept(said(What.DETAINED, day="2026-10-05"), "told")
    decision = claiming.raise_certainty(ground(told_case(), told), told, Certainty.DOCUMENTED, OLGA, NOON)
    (change,) = the(ChangeMatter, decision)
    assert isinstance(change, ChangeMatter)
    assert change.body is not None
    assert change.body["certainty"] == "documented"
    assert change.body["raised"] == [{"by": "olga", "at": NOON.isoformat(), "from": "said"}]


@pytest.mark.parametrize("what", [What.DIED, What.SENTENCED, What.DEPORTED, What.TRANSFERRED])
def test_grave_news_starts_on_its_way_with_the_claim(what: What) -> None:
    """The team hears that there is something; no family does, and what it sees stays."""
    body = said(what, Certainty.DOCUMENTED, day="2026-10-05")
    decision = claiming.enter(ground(told_case(event="taken")), body, VERA, NOON)
    news, claim = the(AddMatter, decision)
    assert isinstance(news, AddMatter)
    assert isinstance(claim, AddMatter)
    assert news.kind is MatterKind.NEWS
    assert (news.body["what"], news.body["step"], news.watch_at) == (what, Step.NOTED, NOON + REMIND)
    assert [(one.to, one.parts[0]["id"]) for one in decision.notices] == [("olga", "alert-news")]
    assert all(one.body is None or "shown" not in one.body for one in the(ChangeCase, decision))  # type: ignore[attr-defined]

    on_its_way = kept(news.body, "news", MatterKind.NEWS)
    again = claiming.enter(ground(told_case(event="taken"), news=(on_its_way,)), body, VERA, NOON)
    assert len(the(AddMatter, again)) == 1
    assert again.notices == ()


def test_a_coordinator_of_the_family_hears_it_by_no_alert() -> None:
    """Her own brother's case: she is told by a person, as everybody."""
    decision = claiming.enter(ground(told_case(), followers=(OLGA,)), said(What.DIED), VERA, NOON)
    assert decision.notices == ()


def test_news_that_nobody_claims_any_more_goes_no_further() -> None:
    """It was of another man."""
    died = kept(said(What.DIED), "died")
    news = kept(
        {"what": "died", "step": "carried", "first": "vera", "second": "olga", "carrier": "vera", "told": {}},
        "news",
        MatterKind.NEWS,
    )
    decision = claiming.set_aside(ground(told_case(), died, news=(news,)), died, "Another man.", VERA)
    change = next(one for one in the(ChangeMatter, decision) if one.matter is news)  # type: ignore[attr-defined]
    assert isinstance(change, ChangeMatter)
    assert change.state is MatterState.DONE
    assert change.body is not None
    assert read(replace(news, body=change.body)).step is Step.WITHDRAWN
