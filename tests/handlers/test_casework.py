"""Who hears what: each decision tells exactly those who must know, and names nobody in what is pushed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from handlers.rules import casework, promises, reporting
from handlers.rules.decision import (
    AddMatter,
    ChangeCase,
    Decision,
    FamilyWaits,
    OpenCase,
    OweWord,
    WriteEntry,
)
from storage.records import EntryKind, Lane, MatterKind, Role, Situation, Stage, StoredDraft, Way
from tests.handlers.made import NOON, OFFICE, a_case, a_person

MOTHER = a_person("mother", language="kk")
AUNT = a_person("aunt")
OWNER = a_person("owner", Role.COORDINATOR)
OTHER = a_person("other", Role.COORDINATOR)
TEAM = [OWNER, OTHER]


def heard(decision: Decision) -> list[tuple[str, Lane, list[str]]]:
    """Who hears, in which lane, which messages."""
    return [(one.to, one.lane, [part["id"] for part in one.parts]) for one in decision.notices]


def a_draft(event: str | None = "taken") -> StoredDraft:
    """A report about Ерлан, whose name must not be in an alert."""
    name = {
        "state": "given",
        "value": None,
        "texts": [{"text": "Ерлан", "message": 1}],
        "files": [],
        "remarks": [],
    }
    told: dict[str, object] = {"state": "given", "value": event, "texts": [], "files": [], "remarks": []}
    consent = {"at": NOON.isoformat(), "version": "1", "language": "kk"}
    body = {"answers": {"name": name, "event": told}, "remarks": [], "consent": consent}
    return StoredDraft("draft", "mother", 9, NOON, NOON, body)


def test_a_report_opens_a_case_and_alerts_every_coordinator_without_a_name() -> None:
    """The alert carries code and language, and nothing that was told."""
    decision = reporting.submit(
        a_draft(), MOTHER, TEAM, OFFICE, case_id="case", code="K7Q-4MC", language="kk", now=NOON
    )
    opened, clock, reported = decision.changes
    assert isinstance(opened, OpenCase)
    assert (opened.follower_id, opened.draft_id) == ("mother", "draft")
    assert (opened.case.stage, opened.case.situation) == (Stage.NEW, Situation.DETAINED)
    assert opened.case.promise_on == date(2026, 12, 1)
    assert opened.case.body["consents"][0]["by"] == "mother"
    assert clock == AddMatter(
        "case", MatterKind.SUBMISSION, {"window": True}, None, datetime(2026, 11, 25, 4, tzinfo=UTC)
    )
    assert isinstance(reported, WriteEntry)
    assert reported.kind is EntryKind.REPORTED
    assert heard(decision) == [
        ("owner", Lane.ALERT, ["alert-report"]),
        ("other", Lane.ALERT, ["alert-report"]),
    ]
    assert "Ерлан" not in repr(decision.notices)


def test_without_a_clear_word_somebody_is_missing() -> None:
    """What cannot be derived is not guessed."""
    for event in ("contact-lost", "not-returned", None):
        assert reporting.situation_told(a_draft(event).body["answers"]) is Situation.MISSING


def test_a_coordinator_who_reports_her_own_brother_gets_no_alert_of_it() -> None:
    """The others do."""
    decision = reporting.submit(
        a_draft(), OWNER, TEAM, OFFICE, case_id="case", code="K7Q-4MC", language="ru", now=NOON
    )
    assert [one.to for one in decision.notices] == ["other"]


def test_a_letter_reaches_everybody_who_follows_and_moves_the_promise() -> None:
    """Neutral first line for all; the family no longer waits; the next promise counts from today."""
    decision = casework.write_to_family(
        a_case(owner_id="owner"), OWNER, {"text": "We wrote to the prosecutor."}, [MOTHER, AUNT], OFFICE, NOON
    )
    assert heard(decision) == [
        ("mother", Lane.NOTICE, ["notice-update"]),
        ("aunt", Lane.NOTICE, ["notice-update"]),
    ]
    assert FamilyWaits("case", None) in decision.changes
    assert ChangeCase("case", promise_on=date(2026, 12, 1)) in decision.changes


def test_the_family_s_words_reach_the_owner_or_everybody() -> None:
    """With an owner she alone is alerted; without one, or when she is no coordinator any more, all are."""
    word = {"text": "They fined her again."}
    owned = casework.family_wrote(a_case(owner_id="owner"), MOTHER, word, TEAM, OFFICE, NOON, alert=True)
    assert [one.to for one in owned.notices] == ["owner"]
    nobodys = casework.family_wrote(a_case(), MOTHER, word, TEAM, OFFICE, NOON, alert=True)
    assert [one.to for one in nobodys.notices] == ["owner", "other"]
    left = casework.family_wrote(a_case(owner_id="left"), MOTHER, word, TEAM, OFFICE, NOON, alert=True)
    assert [one.to for one in left.notices] == ["owner", "other"]


def test_words_are_kept_also_when_nobody_is_alerted_again() -> None:
    """One alert is enough for what waits to be read; nothing of it is dropped."""
    decision = casework.family_wrote(
        a_case(), MOTHER, {"text": "And again."}, TEAM, OFFICE, NOON, alert=False
    )
    assert decision.notices == ()
    assert WriteEntry(EntryKind.WORD, "case", {"text": "And again."}, author_id="mother") in decision.changes
    assert FamilyWaits("case", NOON) in decision.changes


def test_on_the_promised_day_each_follower_is_owed_a_word_and_the_team_hears() -> None:
    """Nobody is left without the word she was promised, and nobody on the team can overlook it."""
    decision = promises.nothing_new(a_case(owner_id="owner"), [MOTHER], [OWNER], OFFICE, NOON)
    assert heard(decision) == [("owner", Lane.ALERT, ["alert-promise"])]
    assert ChangeCase("case", promise_on=date(2026, 12, 1)) in decision.changes
    assert OweWord("case", "mother", NOON) in decision.changes


def test_where_nothing_reaches_the_family_somebody_is_asked_to_call_it() -> None:
    """After an interview on paper nobody follows: the team must not read that the family was told."""
    unreached = replace(MOTHER, reachable=False)
    for followers in ([], [unreached]):
        decision = promises.nothing_new(a_case(owner_id="owner"), followers, [OWNER], OFFICE, NOON)
        assert ("owner", Lane.ALERT, ["alert-promise-unheard"]) in heard(decision)


def test_whoever_follows_three_cases_hears_of_all_in_one_message() -> None:
    """Each answer goes to its own case; who wants to ask herself hears nothing."""
    owed = [(f"case-{one}", f"K7Q-4M{one}", date(2026, 12, 1)) for one in (1, 2, 3)]
    notice = promises.word(MOTHER, owed, OFFICE, NOON)
    assert notice is not None
    assert [part["id"] for part in notice.parts] == ["promise-word", *["promise-nothing-new"] * 3]
    assert [row[0].args.get("case") for row in notice.rows] == ["case-1", "case-2", "case-3", None]
    assert promises.word(replace(MOTHER, way=Way.ASKED), owed, OFFICE, NOON) is None
    assert promises.word(MOTHER, [], OFFICE, NOON) is None


def test_where_grave_news_waits_nobody_says_that_there_is_nothing_new() -> None:
    """Of that case she reads only that we are working; of her other one, what is so."""
    decision = promises.nothing_new(
        a_case(owner_id="owner"), [MOTHER], [OWNER], OFFICE, NOON, news_waits=True
    )
    assert not any(isinstance(one, WriteEntry) for one in decision.changes)
    assert decision.notices[0].parts[0]["id"] == "alert-promise-news"

    day = date(2026, 12, 1)
    owed = [("one", "K7Q-4MC", day), ("two", "K7Q-4M3", day)]
    notice = promises.word(MOTHER, owed, OFFICE, NOON, waiting=frozenset({"one"}))
    assert notice is not None
    assert [part["id"] for part in notice.parts] == ["promise-word", "promise-working", "promise-nothing-new"]


def test_once_a_day_is_enough_and_a_clock_that_was_wrong_holds_up_nothing() -> None:
    """By the day of whoever reads it."""
    today = date(2026, 12, 1)
    assert promises.hears_on(None, today)
    assert promises.hears_on(date(2026, 11, 30), today)
    assert not promises.hears_on(today, today)
    assert not promises.hears_on(date(2026, 12, 2), today)  # she travelled west
    assert promises.hears_on(date(2036, 12, 1), today)


def test_a_letter_comes_in_each_one_s_way_and_at_her_daytime() -> None:
    """Nobody is woken; who has just written gets her answer at once; who wants to ask gets nothing."""
    at_once = replace(a_person("son"), way=Way.AT_ONCE)
    asks = replace(a_person("wife"), way=Way.ASKED)
    far = replace(a_person("aunt"), zone="America/New_York")  # two in the morning there
    letter = {"template": "nothing", "values": {}}
    readers = [MOTHER, at_once, asks, far]
    decision = casework.write_to_family(a_case(), OWNER, letter, readers, OFFICE, NOON)
    assert heard(decision) == [
        ("mother", Lane.NOTICE, ["notice-update"]),
        ("son", Lane.NOTICE, ["notice-update", "update-title", "update-nothing"]),
        ("aunt", Lane.NOTICE, ["notice-update"]),
    ]
    days = [one.by_day for one in decision.notices]
    assert [one.at for one in days if one is not None] == [NOON, NOON, datetime(2026, 11, 24, 14, tzinfo=UTC)]
    awake = casework.write_to_family(a_case(), OWNER, letter, [far], OFFICE, NOON, frozenset({"aunt"}))
    assert awake.notices[0].by_day is None
    entry = decision.changes[0]
    assert isinstance(entry, WriteEntry)
    assert entry.body["to"] == ["mother", "son", "wife", "aunt"]


def test_a_closed_case_gets_no_new_promise() -> None:
    """What is written goes out all the same."""
    decision = casework.write_to_family(
        a_case(stage=Stage.CLOSED), OWNER, {"text": "We heard."}, [MOTHER], OFFICE, NOON
    )
    assert not any(isinstance(one, ChangeCase) for one in decision.changes)
    assert len(decision.notices) == 1


def test_taking_a_new_case_begins_its_verification_and_a_later_taking_does_not_turn_it_back() -> None:
    """The stage only goes on."""
    assert (
        ChangeCase("case", stage=Stage.VERIFYING, owner_id="owner") in casework.take(a_case(), OWNER).changes
    )
    active = casework.take(a_case(stage=Stage.ACTIVE), OTHER)
    assert ChangeCase("case", stage=None, owner_id="other") in active.changes
