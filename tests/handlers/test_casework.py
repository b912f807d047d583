"""Who hears what: each decision tells exactly those who must know, and names nobody in what is pushed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from handlers.rules import casework, reporting
from handlers.rules.decision import AddMatter, ChangeCase, Decision, FamilyWaits, OpenCase, WriteEntry
from storage.records import EntryKind, Lane, MatterKind, Role, Situation, Stage, StoredDraft
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
    owned = casework.family_wrote(a_case(owner_id="owner"), MOTHER, word, TEAM, NOON, alert=True)
    assert [one.to for one in owned.notices] == ["owner"]
    nobodys = casework.family_wrote(a_case(), MOTHER, word, TEAM, NOON, alert=True)
    assert [one.to for one in nobodys.notices] == ["owner", "other"]
    left = casework.family_wrote(a_case(owner_id="left"), MOTHER, word, TEAM, NOON, alert=True)
    assert [one.to for one in left.notices] == ["owner", "other"]


def test_words_are_kept_also_when_nobody_is_alerted_again() -> None:
    """One alert is enough for what waits to be read; nothing of it is dropped."""
    decision = casework.family_wrote(a_case(), MOTHER, {"text": "And again."}, TEAM, NOON, alert=False)
    assert decision.notices == ()
    assert WriteEntry(EntryKind.WORD, "case", {"text": "And again."}, author_id="mother") in decision.changes
    assert FamilyWaits("case", NOON) in decision.changes


def test_nothing_new_is_said_with_the_next_day_and_told_to_the_team() -> None:
    """Nobody is left without the word she was promised, and nobody on the team can overlook it."""
    decision = casework.nothing_new(a_case(owner_id="owner"), [MOTHER], [OWNER], OFFICE, NOON)
    assert heard(decision) == [
        ("mother", Lane.NOTICE, ["promise-word", "promise-nothing-new"]),
        ("owner", Lane.ALERT, ["alert-promise"]),
    ]
    assert ChangeCase("case", promise_on=date(2026, 12, 1)) in decision.changes


def test_where_nothing_reaches_the_family_somebody_is_asked_to_call_it() -> None:
    """After an interview on paper nobody follows: the team must not read that the family was told."""
    unreached = replace(MOTHER, reachable=False)
    for followers in ([], [unreached]):
        decision = casework.nothing_new(a_case(owner_id="owner"), followers, [OWNER], OFFICE, NOON)
        assert ("owner", Lane.ALERT, ["alert-promise-unheard"]) in heard(decision)


def test_taking_a_new_case_begins_its_verification_and_a_later_taking_does_not_turn_it_back() -> None:
    """The stage only goes on."""
    assert (
        ChangeCase("case", stage=Stage.VERIFYING, owner_id="owner") in casework.take(a_case(), OWNER).changes
    )
    active = casework.take(a_case(stage=Stage.ACTIVE), OTHER)
    assert ChangeCase("case", stage=None, owner_id="other") in active.changes
