"""Backups by command and by the clock: what the steward reads, and when coordinators hear of it."""

import asyncio
import os
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from bot import backing_up
from bot.jobs import backup
from bot.jobs.backup import BackupPutOff
from bot.metrics import Metrics, exposition
from bot.settings import BadSettings, load
from handlers.hotline import Hotline
from handlers.rules.office import Office
from locales.catalog import Catalog
from storage import outbox
from storage.occupancy import lived_in
from storage.records import Lane
from storage.store import Store
from tests.backup.conftest import PASSPHRASE, Place, make_place, unlock  # noqa: F401 -- a fixture
from tests.bot.test_cli import TOKEN, initialised, izdeu, steward  # noqa: F401 -- fixtures

ALMATY = ZoneInfo("Asia/Almaty")
NOON = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)  # in Almaty
DAY = timedelta(days=1)


@pytest.fixture
def kept(initialised):  # noqa: F811 -- the fixture
    """A steward's house of which there is a backup."""
    told = izdeu("backup", "out", "--keys-to", "ring")
    assert told.exit_code == 0, told.stderr
    return initialised


def files(folder):
    return sorted(one.name for one in folder.iterdir())


def names(folder):
    (data,), (ring,) = (folder / "out").iterdir(), (folder / "ring").iterdir()
    return str(data), str(ring)


def test_a_backup_says_what_it_is_and_where(initialised):  # noqa: F811
    told = izdeu("backup", "out", "--keys-to", "ring")

    lines = told.stdout.splitlines()
    assert told.exit_code == 0
    assert lines[0].startswith("Data: out/izdeu-")
    assert lines[1].startswith("Keys: ring/izdeu-")
    assert lines[-1] == "It was read back, and opens with the passphrase."
    assert "the last by hand 0 hours ago" in izdeu("doctor").stdout


def test_keys_beside_the_data_are_kept_but_said(initialised):  # noqa: F811
    told = izdeu("backup", "out")

    assert told.exit_code == 0
    assert "Keys and data lie in one place now" in told.stdout
    assert len(files(initialised / "out")) == 2


def test_a_backup_without_the_passphrase_says_what_it_lacks(initialised, monkeypatch):  # noqa: F811
    monkeypatch.delenv("IZDEU_PASSPHRASE_FILE")

    told = izdeu("backup", "out", "--keys-to", "ring")

    assert told.exit_code == 0
    assert "it carries no seal" in told.stdout
    monkeypatch.setenv("IZDEU_PASSPHRASE_FILE", str(initialised / "passphrase"))
    data, ring = names(initialised)
    refused = izdeu("restore", data, "--keys", ring, "--replace")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "--unsealed" in refused.stderr


def test_a_restore_says_what_came_back_and_where_the_old_house_is(kept):
    data, ring = names(kept)
    looked = izdeu("restore", data, "--keys", ring, "--check")
    refused = izdeu("restore", data, "--keys", ring)
    done = izdeu("restore", data, "--keys", ring, "--replace")

    assert (looked.exit_code, looked.stdout.split(",")[0]) == (0, "It is whole")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "--replace" in refused.stderr
    assert done.exit_code == 0, done.stderr
    assert "The house before is in " in done.stdout
    (before,) = (kept / "data").glob("before-*")
    assert {"izdeu.db", "keys.db"} <= set(files(before))
    assert "✓ keys: open with the passphrase and belong" in izdeu("doctor").stdout


@pytest.mark.parametrize(
    ("break_it", "number", "words"),
    [
        (lambda home, data, ring: (home / "passphrase").write_text("something else"), 3, "passphrase"),
        (lambda home, data, ring: os.truncate(data, 9_000), 2, "damaged"),
        (lambda home, data, ring: os.truncate(ring, 5_000), 2, "keys is damaged"),
        (lambda home, data, ring: (home / data).unlink(), 2, "No such file"),
        (lambda home, data, ring: (home / "data" / "restoring").touch(), 2, "restoring"),
    ],
)
def test_what_is_wrong_is_one_plain_line(kept, break_it, number, words):
    data, ring = names(kept)
    break_it(kept, data, ring)
    was = files(kept / "data")

    told = izdeu("restore", data, "--keys", ring, "--replace")

    assert (told.exit_code, told.stderr.count("\n")) == (number, 1)
    assert words in told.stderr
    assert "Traceback" not in told.stderr
    assert set(files(kept / "data")) - {"house.lock"} == set(was) - {"house.lock"}


def test_nothing_is_restored_while_the_hotline_runs_and_nothing_runs_on_half_a_house(kept, monkeypatch):
    data, ring = names(kept)
    monkeypatch.setenv("IZDEU_TOKEN", TOKEN)
    with lived_in(kept / "data"):
        told = izdeu("restore", data, "--keys", ring, "--replace")
    assert (told.exit_code, told.stderr) == (
        2,
        "The hotline is running; stop it first. Nothing was touched.\n",
    )

    (kept / "data" / "restoring").mkdir()
    (kept / "data" / "restoring" / "plan.json").touch()
    for words in (("run",), ("jobs",), ("backup", "out"), ("migrate",), ("invite", "coordinator")):
        told = izdeu(*words)
        assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
        assert told.stderr.startswith("A restore was interrupted")
    assert "✗ restore: one was interrupted" in izdeu("doctor").stdout


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"BACKUP_DIR": "a"}, "IZDEU_KEYS_BACKUP_DIR, too"),
        ({"KEYS_BACKUP_DIR": "a"}, "IZDEU_BACKUP_DIR, too"),
        ({"BACKUP_DIR": "a", "KEYS_BACKUP_DIR": "a"}, "different places"),
        ({"BACKUP_DIR": "a", "KEYS_BACKUP_DIR": "a/keys"}, "different places"),
        ({"BACKUP_DIR": "data/a", "KEYS_BACKUP_DIR": "b"}, "inside the data folder"),
        ({"BACKUP_HOUR": "24"}, "IZDEU_BACKUP_HOUR must be an hour of the day"),
        ({"BACKUPS_KEPT": "0"}, "IZDEU_BACKUPS_KEPT must be between"),
    ],
)
def test_places_that_are_not_safe_are_refused(tmp_path, given, words):
    with pytest.raises(BadSettings) as told:
        load({f"IZDEU_{name}": value for name, value in given.items()}, base=tmp_path, require_token=False)

    (problem,) = told.value.problems
    assert words in problem


def test_when_a_backup_is_due():
    hour = timedelta(hours=1)
    three = datetime(2026, 11, 1, 3, tzinfo=ALMATY)

    assert backing_up.last_due(NOON, 3, ALMATY) == three
    assert backing_up.last_due(three, 3, ALMATY) == three
    assert backing_up.last_due(three - hour, 3, ALMATY) == three - DAY


class Bell:
    """A delivery that counts how often it is woken."""

    def __init__(self):
        self.woken = 0

    def wake(self):
        self.woken += 1


@pytest.fixture
def running(make_place, database_kind, tmp_path):  # noqa: F811
    """A house with one coordinator, whose clock stands at noon."""
    place: Place = make_place("home", database_kind, settled=True)
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    settings = load(
        {
            "IZDEU_DATA_DIR": str(place.data_dir),
            "IZDEU_BACKUP_DIR": str(tmp_path / "out"),
            "IZDEU_KEYS_BACKUP_DIR": str(tmp_path / "ring"),
            "IZDEU_BACKUPS_KEPT": "3",
            "IZDEU_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        },
        base=tmp_path,
        require_token=False,
    ).model_copy(update={"database_url": place.url})
    store = Store(place.url, unlock(place.data_dir))
    office = Office(ALMATY, settings.office_hours, settings.office_days, 7, "izdeu_bot")
    yield SimpleNamespace(
        settings=settings, store=store, hotline=Hotline(Catalog.load(), office), delivery=Bell(), place=place
    )
    store.close()


def said(store):
    """What was said of backups since this was last asked."""

    def ask(tx):
        told = []
        for one in outbox.claim(tx, Lane.ALERT, 50, NOON + 99 * DAY, NOON + 98 * DAY):
            outbox.settle(tx, one.id, "sent", NOON)
            told += [part["id"] for part in one.body["parts"] if isinstance(part, dict) and "id" in part]
        return [name for name in told if name.startswith("backup")]

    return store.write_now(ask)


async def test_the_days_backup_is_taken_once_and_old_ones_go(running):
    for day in range(5):
        await backup.run(running, NOON + day * DAY)
        await backup.run(running, NOON + day * DAY + timedelta(minutes=10))

    out, ring = running.settings.backup_dir, running.settings.keys_backup_dir
    assert files(out) == [f"izdeu-2026110{day}T070000Z-data.tar" for day in (3, 4, 5)]
    assert files(ring) == [f"izdeu-2026110{day}T070000Z-keys.db" for day in (4, 5)]
    last = await running.store.read(lambda tx: backing_up.last_good(tx, backing_up.SCHEDULED))
    assert last == NOON + 4 * DAY
    running.store.close()
    running.place.restored(
        SimpleNamespace(data=out / files(out)[0], keys=ring / files(ring)[-1]), replace=True
    )


async def test_a_failure_is_told_once_and_again_only_after_it_was_well(running):
    blocked = running.settings.backup_dir
    blocked.write_text("no folder")
    for minutes in (0, 10, 20):
        with pytest.raises(BackupPutOff):
            await backup.run(running, NOON + timedelta(minutes=minutes))
    assert running.delivery.woken == 1
    assert said(running.store) == ["backup-failed-never", "backup-failed-next"]

    blocked.unlink()
    await backup.run(running, NOON + timedelta(minutes=30))
    blocked.rename(blocked.with_name("elsewhere"))
    blocked.write_text("no folder")
    with pytest.raises(BackupPutOff):
        await backup.run(running, NOON + DAY)

    assert said(running.store) == ["backup-failed", "backup-failed-next"]


async def test_nobody_is_woken_at_night_and_nothing_is_told_that_passes_by_itself(running):
    running.settings.backup_dir.write_text("no folder")
    three = datetime(2026, 11, 1, 3, 0, tzinfo=ALMATY)
    for at in (three, three + timedelta(minutes=50), three + timedelta(hours=2)):
        with pytest.raises(BackupPutOff):
            await backup.run(running, at)
        assert said(running.store) == []
    with pytest.raises(BackupPutOff):
        await backup.run(running, three + timedelta(hours=7))

    assert said(running.store) == ["backup-failed-never", "backup-failed-next"]


async def test_old_keys_go_also_while_backups_fail(running):
    await backup.run(running, NOON)
    blocked = running.settings.backup_dir
    blocked.rename(blocked.with_name("elsewhere"))
    blocked.write_text("no folder")
    with pytest.raises(BackupPutOff):
        await backup.run(running, NOON + 8 * DAY)

    assert files(running.settings.keys_backup_dir) == []


async def test_a_stopped_house_does_not_wait_for_its_backup(running, monkeypatch):
    began = asyncio.Event()
    loop = asyncio.get_running_loop()
    by_clock = backup.by_clock

    def slowly(settings, vault, now, at):
        loop.call_soon_threadsafe(began.set)

        def then(step):
            if step == "moment":
                stopped.wait(5)
            at(step)

        return by_clock(settings, vault, now, then)

    stopped = threading.Event()
    monkeypatch.setattr(backup, "by_clock", slowly)
    task = asyncio.create_task(backup.run(running, NOON))
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    stopped.set()
    await loop.shutdown_default_executor()

    assert files(running.settings.backup_dir) == []
    assert files(running.settings.keys_backup_dir) == []


async def test_without_places_nothing_is_done(running):
    running.settings = running.settings.model_copy(update={"backup_dir": None})

    await backup.run(running, NOON)

    assert not running.settings.keys_backup_dir.exists()


def test_the_age_of_the_last_good_one_is_among_the_numbers():
    assert b"izdeu_backup_age_seconds 60.0" in exposition(Metrics(), {}, {}, [], 60.0)
    assert b"izdeu_backup_age_seconds" not in exposition(Metrics(), {}, {}, [])


def test_the_doctor_sees_a_backup_that_is_late(initialised, monkeypatch):  # noqa: F811
    monkeypatch.setenv("IZDEU_BACKUP_DIR", str(initialised / "out"))
    monkeypatch.setenv("IZDEU_KEYS_BACKUP_DIR", str(initialised / "ring"))
    assert "✗ backup: none was made yet" in izdeu("doctor").stdout
    for hours, begins in (
        (20, "✓ backup: the last good one 20 hours"),
        (80, "✗ backup: the last good one 3 days"),
    ):
        at = datetime.now(UTC) - timedelta(hours=hours)
        with sqlite3.connect(initialised / "data" / "izdeu.db") as database:
            database.execute("INSERT OR REPLACE INTO house VALUES ('backup_at', ?)", [at.isoformat()])
        assert begins in izdeu("doctor").stdout
