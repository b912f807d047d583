"""The rehearsal, as somebody starts it: the page answers, the team is there, nothing is left."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import httpx
import pytest


@pytest.fixture
async def rehearsal(tmp_path):
    """A running `izdeu demo`, and the address that it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "demo",
        "--port",
        "0",
        "--no-browser",
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=tmp_path,
    )
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 10)).decode()
    assert line.startswith("Rehearsal: http://127.0.0.1:")
    yield process, line.removeprefix("Rehearsal: ").strip()
    if process.returncode is None:
        process.kill()
        await process.wait()


async def test_the_page_answers_with_the_team_in_place_and_ctrl_c_leaves_nothing(rehearsal, tmp_path):
    process, url = rehearsal
    async with httpx.AsyncClient(base_url=url, timeout=5) as web:
        assert (await web.get("/")).status_code == 200
        async with asyncio.timeout(8):
            while not await _heard(web, "vera"):  # noqa: ASYNC110 -- another process
                await asyncio.sleep(0.05)
        state = (await web.get("/page/state")).json()

    assert {phone["id"] for phone in state["phones"]} == {
        "saule",
        "shuhua",
        "marat",
        "ranagul",
        "vera",
        "aigerim",
    }
    assert all(item["ok"] for item in state["sent"])
    process.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(process.wait(), 8) == 0
    assert list(tmp_path.iterdir()) == []


async def _heard(web, phone_id):
    state = (await web.get("/page/state")).json()
    phone = next(one for one in state["phones"] if one["id"] == phone_id)
    return [message for message in phone["messages"] if not message["out"]]
