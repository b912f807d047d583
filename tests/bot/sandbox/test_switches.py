"""The line breaks on demand, each way as Telegram or the network in between breaks it."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.sandbox.phones import Phone
from bot.sandbox.switches import Mode
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


async def test_in_an_outage_connections_are_cut(raw: Raw, world: World, saule: Phone) -> None:
    world.switches.set("outage")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await raw.ask("sendMessage", chat_id=saule.chat_id, text="x")
    world.switches.set("ok")
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="y")
    assert [each.text for each in saule.heard] == ["y"]


@pytest.mark.parametrize(
    ("mode", "status", "body"),
    [
        ("revoked", 401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}'),
        (
            "too_many",
            429,
            b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 5",'
            b'"parameters":{"retry_after":5}}',
        ),
        ("garbage", 200, b"<!doctype html><title>Sign in to this network</title>"),
        (
            "server_error",
            502,
            b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n",
        ),
    ],
)
async def test_a_broken_line_answers_in_its_way(
    raw: Raw, world: World, saule: Phone, mode: Mode, status: int, body: bytes
) -> None:
    world.switches.set(mode)
    address = f"{raw.url}/bot{raw.token}/sendMessage"
    answer = await raw.session.post(address, json={"chat_id": saule.chat_id, "text": "x"})
    assert (answer.status, await answer.read()) == (status, body)
    assert saule.heard == []


async def test_a_message_is_accepted_although_the_answer_never_comes(
    raw: Raw, world: World, saule: Phone
) -> None:
    world.switches.set("timeout_after_accept")
    sending = asyncio.create_task(raw.ask("sendMessage", chat_id=saule.chat_id, text="x"))
    assert (await saule.hears()).text == "x"
    world.switches.set("ok")
    await raw.ask("getMe")
    assert not sending.done()
    sending.cancel()


async def test_a_slow_line_takes_its_time(raw: Raw, world: World) -> None:
    world.switches.set("slow")
    world.switches.delay = 0.05
    begun = asyncio.get_running_loop().time()
    await raw.ask("getMe")
    assert asyncio.get_running_loop().time() - begun >= 0.05


async def test_a_conflict_concerns_only_the_updates(raw: Raw, world: World, saule: Phone) -> None:
    world.switches.set("conflict")
    words = await raw.refused("getUpdates", timeout=1)
    assert words.startswith("Conflict: terminated by other getUpdates request;")
    await raw.ask("sendMessage", chat_id=saule.chat_id, text="x")


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [("outage", "cut"), ("revoked", "401"), ("conflict", "409"), ("server_error", "502"), ("garbage", "200")],
)
async def test_whoever_waits_feels_it_at_once(raw: Raw, world: World, mode: Mode, outcome: str) -> None:
    async def poll() -> str:
        try:
            answer = await raw.session.post(f"{raw.url}/bot{raw.token}/getUpdates", data={"timeout": "30"})
        except aiohttp.ServerDisconnectedError:
            return "cut"
        return str(answer.status)

    polling = asyncio.create_task(poll())
    await world.until(lambda: world.updates.awaited)
    world.switches.set(mode)
    async with asyncio.timeout(2):
        assert await polling == outcome


async def test_a_switch_goes_back_when_its_time_is_over(clock: MovableClock, raw: Raw, world: World) -> None:
    world.switches.set("too_many", seconds=90)
    world.phone("saule").start()
    body = await raw.answer("sendMessage", chat_id=world.phone("saule").chat_id, text="x")
    assert body["parameters"] == {"retry_after": 90}
    clock.move(timedelta(seconds=91))
    assert (world.switches.mode, world.switches.until) == ("ok", None)
    await raw.ask("sendMessage", chat_id=world.phone("saule").chat_id, text="x")


async def test_there_are_no_other_switches(world: World) -> None:
    with pytest.raises(ValueError, match="no mode 'off'"):
        world.switches.set("off")  # type: ignore[arg-type]  # what a page might send
