"""Reports become cases once; a case changes under one pair of hands at a time."""

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from storage import attachments, audit, cases, drafts, entries, house, jobs, people
from storage.errors import ForeignKeys, Overtaken
from storage.jobs import Job
from storage.records import Attachment, EntryKind, Situation, Stage, StoredDraft
from storage.store import Store, Tx
from storage.vault import Vault
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


def test_a_draft_is_written_whole_under_its_revision(store, her):
    told = {"answers": {"name": "\ud800\x00 Ерлан"}}
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))
    saved = store.write_now(lambda tx: drafts.save(tx, begun, told, LATER))

    assert begun == StoredDraft(begun.id, her, 1, NOW, NOW, {})
    assert saved == StoredDraft(begun.id, her, 2, NOW, LATER, told)
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, her)) == saved
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, "0" * 32)) is None
    with pytest.raises(Overtaken) as told_so:
        store.write_now(lambda tx: drafts.save(tx, begun, {"answers": {}}, LATER))
    assert str(told_so.value) == "Somebody else changed it in between; nothing was changed here."
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, her)) == saved


async def test_of_two_who_save_one_revision_one_is_told(store, other_store, her):
    begun = store.write_now(lambda tx: drafts.begin(tx, her, {}, NOW))

    ended = await asyncio.gather(
        *(
            hands.write(lambda tx, n=n: drafts.save(tx, begun, {"n": n}, NOW))
            for n, hands in enumerate((store, other_store))
        ),
        return_exceptions=True,
    )

    assert sorted(type(end).__name__ for end in ended) == ["Overtaken", "StoredDraft"]
    (kept,) = [end for end in ended if isinstance(end, StoredDraft)]
    assert store.write_now(lambda tx: drafts.find(tx, begun.id, her)) == kept


def test_several_drafts_and_how_they_end(store, her):
    case = a_case()
    _added(store, case)

    def work(tx):
        one, two, three = (drafts.begin(tx, her, {"n": n}, NOW) for n in range(3))
        two = drafts.save(tx, two, {"n": "later"}, LATER)
        open_then = [draft.id for draft in drafts.open_of(tx, her)]
        drafts.submitted(tx, one.id, case.id, LATER)
        drafts.drop(tx, three.id, LATER)
        return one, two, three, open_then

    one, two, three, open_then = store.write_now(work)

    assert open_then == [two.id, three.id, one.id]
    assert store.write_now(lambda tx: drafts.open_of(tx, her)) == [two]
    assert store.write_now(drafts.counts) == {"submitted": 1, "dropped": 1, "open": 1}
    for ended in (one, three):
        assert store.write_now(lambda tx, ended=ended: drafts.find(tx, ended.id, her)) is None
        with pytest.raises(Overtaken):
            store.write_now(lambda tx, ended=ended: drafts.save(tx, ended, {}, LATER))


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
            [cases.follows(tx, newer.id, person) for person in (her, aunt)],
        )

    assert store.write_now(work) == ([aunt, her], ["BBB-BBB", "AAA-AAA"], [True, False])


def test_the_queue_shows_first_who_waits_longest(store):
    _added(
        store,
        a_case("CLOSED", stage=Stage.CLOSED, situation=Situation.LOCATED, promise_on=date(2026, 1, 1)),
        a_case("SOON", stage=Stage.ACTIVE, promise_on=date(2026, 11, 2)),
        a_case("LATE", stage=Stage.ACTIVE, promise_on=date(2026, 12, 2)),
        a_case("NEW", promise_on=date(2026, 12, 24)),
        a_case("WAITS", stage=Stage.ACTIVE, waiting_since=LATER),
        a_case("LONGER", stage=Stage.WAITING, waiting_since=NOW),
    )

    shown = store.write_now(lambda tx: [case.code for case in cases.open_ones(tx, 10)])
    paged = store.write_now(lambda tx: [case.code for case in cases.open_ones(tx, 2, 2)])
    promised = store.write_now(lambda tx: [case.code for case in cases.promised_by(tx, date(2026, 12, 2))])

    assert shown == ["LONGER", "WAITS", "NEW", "SOON", "LATE"]
    assert paged == ["NEW", "SOON"]
    assert store.write_now(cases.count_open) == 5
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
    assert latest == [1, 2, 3]
    assert (read.kind, read.case_id, read.author_id) == (EntryKind.WORD, case.id, her)
    assert (read.at, read.seen_at, none) == (NOW + timedelta(minutes=1), LATER, None)


def test_files_are_fetched_when_due_and_once(store, her):
    def work(tx):
        photo = attachments.add(tx, her, "photo", None, {"file_id": "p"}, NOW, fetch=True)
        film = attachments.add(tx, her, "video", 30_000_000, {"file_id": "v"}, NOW, fetch=False)
        voice = attachments.add(tx, her, "voice", 5, {"file_id": "o"}, NOW, fetch=True)
        return photo, film, voice

    photo, film, voice = store.write_now(work)

    def due(at, limit=10):
        return [one.id for one in store.write_now(lambda tx: attachments.to_fetch(tx, at, limit))]

    assert due(NOW - timedelta(seconds=1)) == []
    assert (due(NOW), due(NOW, 1)) == ([photo, voice], [photo])
    store.write_now(lambda tx: attachments.not_yet(tx, photo, LATER))
    assert (due(NOW), due(LATER)) == ([voice], [voice, photo])
    store.write_now(lambda tx: attachments.lost(tx, voice))
    (waiting,) = store.write_now(lambda tx: attachments.to_fetch(tx, LATER, 10))
    store.write_now(lambda tx: attachments.kept(tx, waiting, 9, {"file_id": "p", "sha256": "00"}))

    assert due(LATER) == []
    assert store.write_now(lambda tx: attachments.by_ids(tx, [film, "0" * 32, photo, voice])) == [
        Attachment(film, her, "video", "too-big", 30_000_000, NOW, 0, {"file_id": "v"}),
        Attachment(photo, her, "photo", "kept", 9, NOW, 1, {"file_id": "p", "sha256": "00"}),
        Attachment(voice, her, "voice", "lost", 5, NOW, 0, {"file_id": "o"}),
    ]
    assert store.write_now(lambda tx: attachments.by_ids(tx, [])) == []


def test_jobs_keep_their_times(store):
    def work(tx):
        jobs.make_known(tx, "purge", LATER)
        jobs.make_known(tx, "promises", NOW)
        jobs.make_known(tx, "promises", LATER)
        due = [jobs.due(tx, at) for at in (NOW - timedelta(seconds=1), NOW, LATER)]
        jobs.ran(tx, "promises", NOW, 12, LATER, None)
        jobs.ran(tx, "promises", LATER, 15, LATER, "KeyError: Сәуле")
        return due, jobs.every(tx)

    due, known = store.write_now(work)

    assert due == [[], ["promises"], ["promises", "purge"]]
    assert known == [
        Job("promises", LATER, LATER, 15, "KeyError: ?????", 2, 1),
        Job("purge", LATER, None, None, None, 0, 0),
    ]


def test_a_database_belongs_to_the_keys_of_its_first_start(store, database, vault):
    store.write_now(house.check)
    store.write_now(house.claim)
    store.write_now(house.claim)
    store.write_now(house.check)
    foreign = Store(database, Vault(bytes(32)))

    for refuse in (house.check, house.claim):
        with pytest.raises(ForeignKeys) as told:
            foreign.write_now(refuse)
    foreign.close()

    assert str(told.value) == "These keys belong to another database; nothing was touched."
    assert store.write_now(lambda tx: house.read(tx, "key_fingerprint")) == vault.fingerprint()


async def test_two_first_starts_with_different_keys(store, database):
    foreign = Store(database, Vault(bytes(32)))

    ended = await asyncio.gather(store.write(house.claim), foreign.write(house.claim), return_exceptions=True)
    foreign.close()

    assert sorted(type(end).__name__ for end in ended) == ["ForeignKeys", "NoneType"]


def test_facts_of_the_house_are_replaced(store):
    def work(tx):
        house.write(tx, "bot_username", "first_bot")
        house.write(tx, "bot_username", "second_bot")
        return house.read(tx, "bot_username"), house.read(tx, "unknown")

    assert store.write_now(work) == ("second_bot", None)


def test_times_come_back_aware_and_naive_ones_are_refused(store):
    abroad = datetime(2026, 11, 1, 14, 0, 0, 123456, tzinfo=timezone(timedelta(hours=5)))

    def work(tx):
        audit.write(tx, None, "started", None, abroad)
        return tx.connection.execute(audit.audit.select()).one()

    row = store.write_now(work)

    assert (row.at, row.at.tzinfo) == (abroad, UTC)
    assert (row.actor_id, row.action, row.subject_id) == (None, "started", None)
    with pytest.raises(StatementError, match="a time without zone"):
        store.write_now(
            lambda tx: tx.connection.execute(
                audit.audit.insert(), {**row._mapping, "at": NOW.replace(tzinfo=None)}
            )
        )


def test_a_unit_knows_which_database_it_is_on(store, database_kind):
    def work(tx: Tx):
        return tx.sqlite

    assert store.write_now(work) is (database_kind == "sqlite")
