"""The whole hotline at work while it is backed up: by a command in another process, and by its own clock."""

import asyncio
import os
import sqlite3
import sys
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import select

from storage import keys
from storage.backup.restoring import restore
from storage.engine import sqlite_url
from storage.tables import inbox
from tests.backup.conftest import PASSPHRASE, unlock
from tests.bot.conftest import until
from tests.bot.test_app import environment, running, telegram, world  # noqa: F401 -- fixtures
from tests.storage.scenes import NOW

_PHONES = 5
_BEFORE = 60  # updates handled before the backup begins


def _kept(tx):
    return set(tx.connection.execute(select(inbox.c.update_id)).scalars())


async def test_all_that_was_confirmed_before_is_in_the_backup(environment, world, clock, tmp_path):  # noqa: F811
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    vault = keys.create(data, PASSPHRASE, cost=16)
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    environment |= {
        "IZDEU_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        "IZDEU_BACKUP_DIR": str(tmp_path / "clock"),
        "IZDEU_KEYS_BACKUP_DIR": str(tmp_path / "clock-keys"),
    }
    async with running(environment, vault, clock, tmp_path) as house:
        phones = [world.phone(f"phone-{number}") for number in range(_PHONES)]
        writing = asyncio.create_task(_write(phones))
        await until(lambda: house.metrics.handled >= _BEFORE, 30)
        confirmed = await house.store.read(_kept)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "backup", "out", "--keys-to", "ring"),
            cwd=tmp_path,
            env={**os.environ, **environment, "PYTHONPATH": os.getcwd()},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        told, wrong = await process.communicate()
        assert process.returncode == 0, wrong.decode()
        assert b"opens with the passphrase" in told
        by_hand = await house.store.read(_kept)
        clock.move(timedelta(minutes=11))
        await until(lambda: list((tmp_path / "clock").glob("*.tar")), 30)
        handled = house.metrics.handled
        await until(lambda: house.metrics.handled > handled + 10, 30)
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
        last = await house.store.read(_kept)

    for folder, before in (("out", confirmed), ("clock", by_hand)):
        (archive,) = (tmp_path / folder).iterdir()
        (ring,) = (tmp_path / ("ring" if folder == "out" else "clock-keys")).iterdir()
        new = tmp_path / f"{folder}-new"
        restore(archive, ring, sqlite_url(new / "izdeu.db"), new, unlock, NOW, replace=False)
        with sqlite3.connect(new / "izdeu.db") as database:
            there = {number for (number,) in database.execute("SELECT update_id FROM inbox")}
        assert before <= there < last


async def _write(phones):
    number = 0
    while True:
        number += 1
        for phone in phones:
            phone.start() if number == 1 else phone.say(f"{number}")
        await asyncio.sleep(0.02)
