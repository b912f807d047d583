"""The house itself: files to fetch, jobs, whose keys these are, times, who did what."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from storage import attachments, audit, house, jobs, people
from storage.errors import ForeignKeys
from storage.jobs import Job
from storage.records import Attachment
from storage.store import Store, Tx
from storage.vault import Vault
from tests.storage.scenes import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def her(store):
    return store.write_now(lambda tx: people.welcome(tx, 1, 1, NOW)).id


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


def test_an_erased_file_is_nowhere_while_its_copy_is_being_made(store, her):
    def add(tx):
        return attachments.add(tx, her, "photo", 5, {"file_id": "p"}, NOW, fetch=True)

    photo, other = store.write_now(add), store.write_now(add)
    (fetched, _) = store.write_now(lambda tx: attachments.to_fetch(tx, NOW, 9))

    store.write_now(lambda tx: attachments.erase(tx, [photo]))
    store.write_now(lambda tx: attachments.kept(tx, fetched, 9, {"file_id": "p", "sha256": "00"}))

    assert [one.id for one in store.write_now(lambda tx: attachments.to_fetch(tx, NOW, 9))] == [other]
    assert store.write_now(lambda tx: attachments.by_ids(tx, [photo])) == []
    assert store.write_now(lambda tx: attachments.to_erase(tx, 9)) == [photo]
    store.write_now(lambda tx: (attachments.forget(tx, photo), attachments.forget(tx, other)))
    assert store.write_now(lambda tx: attachments.to_erase(tx, 9)) == []
    assert [one.id for one in store.write_now(lambda tx: attachments.by_ids(tx, [photo, other]))] == [other]


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
        Job("promises", LATER, LATER, 15, "KeyError: ?????", 2, 1, LATER, "KeyError: ?????", LATER),
        Job("purge", LATER, None, None, None, 0, 0),
    ]


def test_a_job_keeps_since_when_it_fails_and_how_it_last_failed(store):
    def work(tx):
        jobs.make_known(tx, "purge", NOW)
        seen = []
        for at, trouble in ((NOW, "KeyError"), (LATER, "ValueError"), (LATER + timedelta(days=1), None)):
            jobs.ran(tx, "purge", at, 1, LATER, trouble)
            seen.append(jobs.find(tx, "purge"))
        jobs.told(tx, "purge", NOW)
        seen.append(jobs.find(tx, "purge"))
        jobs.told(tx, "purge", None)
        return [*seen, jobs.find(tx, "purge"), jobs.find(tx, "nobody")]

    first, second, well, told, untold, nobody = store.write_now(work)

    assert (first.failing_since, first.failed_at, first.failed_why) == (NOW, NOW, "KeyError")
    assert (second.failing_since, second.failed_at, second.failed_why) == (NOW, LATER, "ValueError")
    assert (well.failing_since, well.failed_at, well.failed_why) == (None, LATER, "ValueError")
    assert (well.trouble, well.failures) == (None, 2)
    assert (told.told_at, untold.told_at, nobody) == (NOW, None, None)


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

    store.write_now(lambda tx: audit.write(tx, None, "started", None, abroad))
    row = store.write_now(lambda tx: tx.connection.execute(audit.audit.select()).one())

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
