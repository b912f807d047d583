"""Reports become cases once; a case changes under one pair of hands at a time."""

import asyncio
import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import cases, entries, people, promises
from storage.records import EntryKind, Situation, Stage
from tests.storage.scenes import NOW, a_case

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def her(store):
    return store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW)).id


def _added(store, *given):
    def work(tx):
        for case in given:
            cases.add(tx, case)

    store.write_now(work)


def test_a_case_comes_back_as_it_was_kept(store, her):
    case = a_case(owner_id=her, waiting_since=NOW, body={"story": "x" * 10_000})
    _added(store, case)

    assert store.write_now(lambda tx: cases.by_id(tx, case.id)) == case
    assert store.write_now(lambda tx: cases.by_code(tx, case.code)) == case
    assert store.write_now(lambda tx: cases.by_id(tx, "0" * 32)) is None
    for typed in ("K7Q-4M3", "", "\x00", "\ud800", "Ж", "K7Q-4M2 and more"):
        assert store.write_now(lambda tx, typed=typed: cases.by_code(tx, typed)) is None


def test_no_two_cases_have_one_code(store):
    _added(store, a_case("AAA-AAA"))

    assert store.write_now(lambda tx: cases.code_taken(tx, "AAA-AAA"))
    assert not store.write_now(lambda tx: cases.code_taken(tx, "BBB-BBB"))
    with pytest.raises(IntegrityError):
        _added(store, a_case("BBB-BBB"), a_case("AAA-AAA"))
    assert not store.write_now(lambda tx: cases.code_taken(tx, "BBB-BBB"))


def test_every_change_is_a_new_version(store, her):
    case = a_case()
    _added(store, case)

    def work(tx):
        cases.change(tx, case.id, LATER, stage=Stage.ACTIVE, owner_id=her)
        cases.change(tx, case.id, LATER, promise_on=date(2027, 1, 1), body={"new": 1})
        return cases.by_id(tx, case.id)

    assert store.write_now(work) == replace(
        case,
        stage=Stage.ACTIVE,
        owner_id=her,
        promise_on=date(2027, 1, 1),
        version=3,
        updated_at=LATER,
        body={"new": 1},
    )


async def test_two_coordinators_take_one_case_at_once(store, other_store, her):
    """Both look, both find it free, both take it: one of them must be told that it is taken."""
    second = store.write_now(lambda tx: people.welcome(tx, 2, 2, NOW)).id
    case = a_case()
    _added(store, case)
    began = threading.Event()

    def take(person, pause):
        def work(tx):
            found = cases.by_id(tx, case.id)
            began.set()
            threading.Event().wait(pause)
            if found.owner_id is not None:
                return False
            cases.change(tx, case.id, NOW, owner_id=person)
            return True

        return work

    first = asyncio.ensure_future(store.write(take(her, 0.05)))
    await asyncio.to_thread(began.wait, 5)

    assert await other_store.write(take(second, 0)) is False
    assert await first is True


def test_the_oldest_unanswered_word_counts(store):
    case = a_case()
    _added(store, case)

    def waits():
        return store.write_now(lambda tx: cases.by_id(tx, case.id).waiting_since)

    for since, expected in ((NOW, NOW), (LATER, NOW), (None, None), (LATER, LATER)):
        store.write_now(lambda tx, since=since: cases.family_waits(tx, case.id, since))
        assert waits() == expected


def test_who_follows_a_case_hears_of_it_once(store, her):
    aunt = store.write_now(lambda tx: people.welcome(tx, 2, 2, NOW)).id
    older, newer = a_case("AAA-AAA"), a_case("BBB-BBB", made_at=LATER)
    _added(store, older, newer)

    def work(tx):
        for person, case, at in (
            (her, older, LATER),
            (aunt, older, NOW),
            (her, newer, NOW),
            (her, older, NOW),
        ):
            cases.follow(tx, case.id, person, at)
        return (
            [person.id for person in cases.followers_of(tx, older.id)],
            [case.code for case in cases.followed_by(tx, her)],
            [case.code for case in cases.followed_by(tx, her, 1)],
            [cases.count_followed(tx, person) for person in (her, aunt)],
            [cases.follows(tx, newer.id, person) for person in (her, aunt)],
        )

    assert store.write_now(work) == (
        [aunt, her],
        ["BBB-BBB", "AAA-AAA"],
        ["BBB-BBB"],
        [2, 1],
        [True, False],
    )


def test_the_family_whose_promise_is_oldest_comes_first_and_a_closed_case_never(store):
    _added(
        store,
        a_case("CLOSED", stage=Stage.CLOSED, situation=Situation.LOCATED, promise_on=date(2026, 1, 1)),
        a_case("SOON", stage=Stage.ACTIVE, promise_on=date(2026, 11, 2)),
        a_case("LATE", stage=Stage.ACTIVE, promise_on=date(2026, 12, 2)),
        a_case("NEW", promise_on=date(2026, 12, 24)),
        a_case("WAITS", stage=Stage.ACTIVE, waiting_since=LATER),
        a_case("LONGER", stage=Stage.WAITING, waiting_since=NOW),
    )

    promised = store.write_now(lambda tx: [case.code for case in promises.due(tx, date(2026, 12, 2), 10)])

    assert promised == ["SOON", "WAITS", "LONGER", "LATE"]


def test_a_timeline_and_what_nobody_has_read_yet(store, her):
    case = a_case()
    _added(store, case)

    def work(tx):
        made = [
            entries.add(tx, kind, NOW + timedelta(minutes=n), case_id=case.id, author_id=her, body={"n": n})
            for n, kind in enumerate((EntryKind.REPORTED, EntryKind.WORD, EntryKind.WORD, EntryKind.UPDATE))
        ]
        loose = entries.add(tx, EntryKind.WORD, NOW, case_id=None, person_id=her, body={"text": "no case"})
        unread = [entry.id for entry in entries.unread_words(tx, case_id=case.id)]
        assert [entry.id for entry in entries.unread_words(tx, case_id=case.id, limit=1)] == made[1:2]
        assert entries.any_unread(tx, case_id=case.id)
        entries.seen(tx, made[1], LATER)
        entries.seen(tx, made[1], LATER + timedelta(days=1))
        return (
            made,
            loose,
            unread,
            [entry.id for entry in entries.unread_words(tx, case_id=case.id)],
            [entry.id for entry in entries.unread_words(tx, person_id=her)],
            [entry.body["n"] for entry in entries.of_case(tx, case.id, 3)],
            entries.by_id(tx, made[1]),
            entries.by_id(tx, "0" * 32),
        )

    made, loose, unread, still_unread, of_hers, latest, read, none = store.write_now(work)

    assert (unread, still_unread, of_hers) == (made[1:3], made[2:3], [loose])
    assert store.write_now(lambda tx: entries.any_unread(tx, person_id=her))
    store.write_now(lambda tx: entries.seen(tx, loose, LATER))
    assert not store.write_now(lambda tx: entries.any_unread(tx, person_id=her))
    assert latest == [1, 2, 3]
    assert (read.kind, read.case_id, read.author_id) == (EntryKind.WORD, case.id, her)
    assert (read.at, read.seen_at, none) == (NOW + timedelta(minutes=1), LATER, None)
