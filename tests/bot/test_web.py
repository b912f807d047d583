"""The webhook answers only after the commit and only to Telegram; health and numbers name nobody."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from types import SimpleNamespace

import httpx
import pytest
from pydantic import SecretStr

from bot.receiver import Keeper
from bot.web import SECRET_HEADER, serving, web_app
from storage import inbox, jobs
from storage.errors import StoreBusy
from tests.bot.conftest import BOT_ID, raw_message, states

SECRET = "s3cret-of_the-hook"  # noqa: S105 -- made up
RIGHT = {SECRET_HEADER: SECRET}


@pytest.fixture
def house(store, clock, metrics):
    woken = []
    return SimpleNamespace(
        settings=SimpleNamespace(
            webhook_url="https://hotline.example/telegram/hook", webhook_secret=SecretStr(SECRET)
        ),
        store=store,
        clock=clock,
        metrics=metrics,
        keeper=Keeper(store, BOT_ID, clock, metrics, lambda chat_key, press: woken.append(chat_key)),
        woken=woken,
        led=lambda: ["receive"],
        line_answers=lambda: True,
    )


@asynccontextmanager
async def client(house):
    transport = httpx.ASGITransport(app=web_app(house))
    async with httpx.AsyncClient(transport=transport, base_url="http://hotline") as opened:
        yield opened


async def test_an_update_is_stored_before_the_answer(house, store):
    async with client(house) as web:
        answer = await web.post("/telegram/hook", json=raw_message(1, 5, "сәлем"), headers=RIGHT)

    assert answer.status_code == 200
    assert (await states(store))[0] == {"waiting": 1}
    assert len(house.woken) == 1


@pytest.mark.parametrize(
    "headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "é"}]
)
async def test_a_stranger_is_refused_and_nothing_is_stored(headers, house, store):
    headers = {name: value.encode("utf-8") for name, value in headers.items()}
    async with client(house) as web:
        answer = await web.post("/telegram/hook", json=raw_message(1, 5, "forged"), headers=headers)

    assert answer.status_code == 403
    assert await states(store) == ({}, {})


async def test_telegram_repeats_and_the_update_is_kept_once(house, store):
    async with client(house) as web:
        for _ in range(3):
            assert (
                await web.post("/telegram/x", json=raw_message(1, 5, "a"), headers=RIGHT)
            ).status_code == 200

    assert (await states(store))[0] == {"waiting": 1}


async def test_a_busy_database_asks_telegram_to_come_again(house, monkeypatch):
    async def busy(_work):
        raise StoreBusy

    monkeypatch.setattr(house.store, "write", busy)
    async with client(house) as web:
        answer = await web.post("/telegram/hook", json=raw_message(1, 5, "later"), headers=RIGHT)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert house.woken == []


async def test_what_is_no_json_is_kept_for_a_person_to_see(house, store):
    async with client(house) as web:
        answer = await web.post("/telegram/hook", content=b"{not json \xff", headers=RIGHT)

    assert answer.status_code == 200
    assert (await states(store))[0] == {"waiting": 1}


async def test_nobody_can_fill_the_memory(house, store):
    async with client(house) as web:
        answer = await web.post("/telegram/hook", content=b"x" * (4 * 1024 * 1024 + 1), headers=RIGHT)

    assert answer.status_code == 413
    assert await states(store) == ({}, {})


async def test_without_a_webhook_there_is_no_door(house):
    house.settings.webhook_url = None
    async with client(house) as web:
        assert (await web.post("/telegram/hook", json={}, headers=RIGHT)).status_code == 404
        assert (await web.get("/healthz")).text == "ok"


async def test_ready_says_what_is_missing(house, store, clock):
    async with client(house) as web:
        assert (await web.get("/readyz")).json() == {"ready": True, "troubles": []}

        house.line_answers = lambda: False
        await store.write(lambda tx: jobs.make_known(tx, "promises", clock.now()))
        long_ago = clock.now().replace(year=2020)
        await store.write(lambda tx: jobs.ran(tx, "promises", long_ago, 1, clock.now(), None))
        answer = await web.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "troubles": ["nobody ticks", "telegram"]}


async def test_the_numbers_are_prometheus_and_hold_no_person(house, store, metrics, clock):
    metrics.received, metrics.sent["reply", "sent"] = 7, 3
    await store.write(lambda tx: inbox.keep(tx, []))
    hour, minute = timedelta(hours=1), timedelta(minutes=1)
    await store.write(lambda tx: jobs.make_known(tx, "promises", clock.now() - hour))
    await store.write(lambda tx: jobs.make_known(tx, "purge", clock.now() + hour))
    await store.write(
        lambda tx: jobs.ran(tx, "promises", clock.now() - minute, 1, clock.now() - minute, "KeyError")
    )
    async with client(house) as web:
        await web.post("/telegram/hook", json=raw_message(1, 77123456789, "Сәуле"), headers=RIGHT)
        text = (await web.get("/metrics")).text

    lines = text.splitlines()
    assert "izdeu_updates_received_total 8.0" in lines
    assert 'izdeu_inbox{state="waiting"} 1.0' in lines
    assert 'izdeu_messages_total{lane="reply",outcome="sent"} 3.0' in lines
    assert 'izdeu_leading{role="receive"} 1.0' in lines
    assert _seconds(lines, "overdue", "promises") == pytest.approx(60.0, abs=5)
    assert _seconds(lines, "failing", "promises") == pytest.approx(60.0, abs=5)
    assert (_seconds(lines, "overdue", "purge"), _seconds(lines, "failing", "purge")) == (0.0, 0.0)
    assert "77123456789" not in text
    assert "Сәуле" not in text


def _seconds(lines, what, job):
    start = f'izdeu_job_{what}_seconds{{job="{job}"}} '
    return next(float(one.removeprefix(start)) for one in lines if one.startswith(start))


async def test_it_is_served_and_let_go_again(house):
    async with serving(web_app(house), ("127.0.0.1", 0)) as port, httpx.AsyncClient() as web:
        assert (await web.get(f"http://127.0.0.1:{port}/healthz")).text == "ok"

    with pytest.raises(OSError, match="Connect"):
        await asyncio.open_connection("127.0.0.1", port)


async def test_an_address_that_is_taken_is_told(house):
    async with serving(web_app(house), ("127.0.0.1", 0)) as port:
        with pytest.raises(OSError, match="in use"):
            async with serving(web_app(house), ("127.0.0.1", port)):
                pass
