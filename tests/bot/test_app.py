"""The whole house over a real line: from a phone to the inbox, the hotline, the outbox, and back."""

import asyncio
import os
import secrets
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.app import NeverWorked, open_house
from bot.jobs import JOBS
from bot.sandbox.server import app, serve
from bot.sandbox.world import World
from bot.settings import load
from storage import inbox, invites, jobs, keys
from storage.records import Role
from tests.bot.conftest import until

PASSPHRASE = "made up for a test"  # noqa: S105 -- opens nothing


@pytest.fixture
async def world(clock):
    return World(clock)


@pytest.fixture
async def telegram(world):
    served = await serve(app(world))
    yield served
    await served.stop()


@pytest.fixture
def environment(world, telegram, database, tmp_path):
    return {
        "IZDEU_TOKEN": world.token,
        "IZDEU_API_URL": telegram.url,
        "IZDEU_DATABASE_URL": database,
        "IZDEU_DATA_DIR": str(tmp_path / "data"),
        "IZDEU_MESSAGES_PER_SECOND": "1000",
    }


@asynccontextmanager
async def running(environment, vault, clock, tmp_path):
    async with open_house(load(environment, base=tmp_path), vault, clock) as house:
        stop = asyncio.Event()
        task = asyncio.create_task(house.run(stop))
        try:
            yield house
        finally:
            stop.set()
            await asyncio.wait_for(task, 10)


@pytest.fixture
async def house(environment, vault, clock, tmp_path):
    async with running(environment, vault, clock, tmp_path) as house:
        yield house


async def test_somebody_writes_and_is_answered(house, world):
    saule = world.phone("saule")
    saule.start()

    await world.until(lambda: saule.heard)

    assert await house.store.read(inbox.counts) == {"done": 1}


async def test_a_press_is_answered_at_once(house, world):
    saule = world.phone("saule")
    saule.start()
    await world.until(lambda: saule.heard)

    pressed = saule.press(saule.last, 0)

    await world.until(lambda: world.presses[pressed].answered)


async def test_a_coordinator_comes_in_by_an_invite(house, world):
    vera, token = world.phone("vera"), secrets.token_urlsafe(16)
    far = house.clock.now().replace(year=2100)
    await house.store.write(lambda tx: invites.add(tx, token, Role.COORDINATOR, far, house.clock.now()))

    vera.start(token)

    await world.until(lambda: vera.heard)
    await until(lambda: house.metrics.handled == 1)


async def test_the_default_menus_are_set(house, world):
    await until(lambda: world.counts["setMyCommands", "ok"] >= 6)


async def test_a_file_is_fetched_and_sealed_soon_after_it_came(house, world, tmp_path):
    saule = world.phone("saule")
    saule.start()
    await world.until(lambda: saule.heard)
    saule.voice(b"OggS" + bytes(4000), duration=3)

    folder = tmp_path / "data" / "files"
    await until(lambda: [one for one in folder.rglob("*") if one.is_file()])


async def test_a_second_start_needs_no_line_to_know_its_name(
    environment, vault, clock, tmp_path, world, telegram
):
    async with open_house(load(environment, base=tmp_path), vault, clock) as house:
        assert house.username == "izdeu_rehearsal_bot"
    await telegram.stop()

    async with running(environment, vault, clock, tmp_path) as house:
        assert house.username == "izdeu_rehearsal_bot"


async def test_a_token_that_never_worked_is_told_at_once(environment, vault, clock, tmp_path, world):
    environment["IZDEU_TOKEN"] = "100200300:another-made-up-token-that-is-not-known"  # noqa: S105 -- made up

    with pytest.raises(NeverWorked, match="IZDEU_TOKEN"):
        async with open_house(load(environment, base=tmp_path), vault, clock):
            pass


async def test_a_token_revoked_while_running_is_waited_out(house, world):
    saule = world.phone("saule")
    world.switches.set("revoked")
    saule.start()
    await world.quiet(0.2)
    assert saule.heard == []

    world.switches.set("ok")

    await world.until(lambda: saule.heard, timeout=10)


async def test_updates_come_by_webhook_too(environment, vault, clock, tmp_path, world):
    (tmp_path / "secret").write_text("s3cret")
    async with httpx.AsyncClient() as web:
        free = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
        port = free.sockets[0].getsockname()[1]
        free.close()
        await free.wait_closed()
        environment |= {
            "IZDEU_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram/hook",
            "IZDEU_WEBHOOK_SECRET_FILE": str(tmp_path / "secret"),
            "IZDEU_LISTEN": f"127.0.0.1:{port}",
        }
        async with running(environment, vault, clock, tmp_path) as house:
            await until(lambda: world.counts["setWebhook", "ok"])
            saule = world.phone("saule")
            saule.start()
            await world.until(lambda: saule.heard)

            assert world.counts["getUpdates", "ok"] == 0
            assert (await web.get(f"http://127.0.0.1:{port}/readyz")).json() == {
                "ready": True,
                "troubles": [],
            }
            assert house.metrics.stored == 1


async def test_what_was_promised_becomes_due_when_the_clock_moves(house, world, clock):
    await until(lambda: house.schedule._leads)
    names = {row.name for row in await house.store.read(jobs.every)}

    assert names == {job.name for job in JOBS}


async def test_a_stop_in_the_middle_of_the_work_loses_nothing(environment, vault, clock, tmp_path, world):
    names = [f"caller {n}" for n in range(30)]
    async with running(environment, vault, clock, tmp_path) as house:
        for name in names:
            world.phone(name).start()
        await world.until(lambda: any(world.phone(name).heard for name in names))

    async with running(environment, vault, clock, tmp_path) as house:
        await world.until(lambda: all(world.phone(name).heard for name in names), timeout=8)
        assert (await house.store.read(inbox.counts)) == {"done": 30}

    assert all(len(world.phone(name).messages) == len(world.phone(names[0]).messages) for name in names)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_a_killed_process_is_replaced_within_fifteen_seconds(environment, world, tmp_path):
    """Two processes share one database; the one that polls and delivers is killed outright."""
    environment |= _steward(tmp_path)
    first = await _izdeu_run(environment, tmp_path)
    await world.until(lambda: world.counts["getUpdates", "ok"] or world.updates._poll, timeout=10)
    second = await _izdeu_run(environment, tmp_path)
    try:
        saule = world.phone("saule")
        saule.start()
        await world.until(lambda: saule.heard)
        heard = len(saule.heard)

        first.kill()
        await first.wait()
        saule.say("Am I heard?")

        await world.until(lambda: len(saule.heard) > heard, timeout=15)
    finally:
        second.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(second.wait(), 10) == 0


async def test_a_signal_ends_it_cleanly_and_quickly(environment, world, tmp_path):
    environment |= _steward(tmp_path)
    process = await _izdeu_run(environment, tmp_path)
    await world.until(lambda: world.updates._poll is not None, timeout=10)
    asked = asyncio.get_running_loop().time()

    process.send_signal(signal.SIGINT)

    assert await asyncio.wait_for(process.wait(), 10) == 0
    assert asyncio.get_running_loop().time() - asked < 3


def _steward(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "data").mkdir(exist_ok=True, mode=0o700)
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    keys.create(tmp_path / "data", PASSPHRASE, cost=2)
    return {"IZDEU_PASSPHRASE_FILE": str(tmp_path / "passphrase")}


async def _izdeu_run(environment: dict[str, str], folder: Path) -> asyncio.subprocess.Process:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("IZDEU_")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env={**clean, **environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=folder,
    )
