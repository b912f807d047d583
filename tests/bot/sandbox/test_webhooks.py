"""A webhook gets each update until it says that it has taken it."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.sandbox.phones import Phone
from bot.sandbox.server import Served, serve
from bot.sandbox.world import World
from tests.bot.sandbox.conftest import Raw


@dataclass
class Receiver:
    """Takes what a webhook brings, or does not, as the test wishes."""

    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    got: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    taken: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = (await receive())["body"]
        secret = dict(scope["headers"]).get(b"x-telegram-bot-api-secret-token", b"").decode()
        self.got.append((secret, json.loads(body)))
        status, headers, answer = self.answers.pop(0) if self.answers else (200, {}, b"")
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": answer})
        self.taken.set()

    @property
    def texts(self) -> list[str]:
        """What was brought, repeats and all."""
        return [update["message"]["text"] for _, update in self.got]


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def there(receiver: Receiver) -> AsyncIterator[Served]:
    async with await serve(receiver) as running:
        yield running


async def test_a_webhook_gets_what_waited_and_what_comes(
    world: World, raw: Raw, saule: Phone, receiver: Receiver, there: Served
) -> None:
    saule.say("before")
    told = {"url": f"{there.url}/hook", "secret_token": "A_b-1", "max_connections": 2}
    await raw.ask("setWebhook", **told)
    saule.say("after")
    await world.until(lambda: not len(world.updates))

    assert receiver.texts == ["before", "after"]
    assert {secret for secret, _ in receiver.got} == {"A_b-1"}
    assert await raw.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    info = await raw.ask("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (f"{there.url}/hook", 0)

    await raw.ask("deleteWebhook")
    saule.say("by hand")
    (update,) = await raw.ask("getUpdates")
    assert update["message"]["text"] == "by hand"


async def test_what_is_not_taken_comes_again_in_order(
    world: World, raw: Raw, saule: Phone, receiver: Receiver, there: Served
) -> None:
    world.hook.first_pause = 0.01
    receiver.answers = [(500, {}, b""), (503, {"retry-after": "0"}, b""), (200, {}, b"")]
    await raw.ask("setWebhook", url=there.url)
    saule.say("one")
    saule.say("two")
    await world.until(lambda: not len(world.updates))

    assert receiver.texts == ["one", "one", "one", "two"]
    info = await raw.ask("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_retry_after_is_honoured(
    world: World, raw: Raw, saule: Phone, receiver: Receiver, there: Served
) -> None:
    world.hook.first_pause = 0.01
    receiver.answers = [(429, {"retry-after": "1"}, b"")]
    await raw.ask("setWebhook", url=there.url)
    begun = asyncio.get_running_loop().time()
    saule.say("one")
    await world.until(lambda: not len(world.updates))
    assert asyncio.get_running_loop().time() - begun >= 1.0


async def test_a_webhook_may_answer_with_a_method(
    raw: Raw, saule: Phone, receiver: Receiver, there: Served
) -> None:
    said = {"method": "sendMessage", "chat_id": saule.chat_id, "text": "answered"}
    receiver.answers = [(200, {"content-type": "application/json"}, json.dumps(said).encode())]
    await raw.ask("setWebhook", url=there.url)
    saule.say("hello")
    assert (await saule.hears()).text == "answered"


async def test_what_nobody_took_still_waits(world: World, raw: Raw, saule: Phone, there: Served) -> None:
    await raw.ask("setWebhook", url="http://127.0.0.1:9/nobody")
    saule.say("kept")
    await raw.ask("deleteWebhook")
    assert len(await raw.ask("getUpdates")) == 1
    saule.say("dropped")
    await raw.ask("setWebhook", url=there.url, drop_pending_updates=True)
    assert (await raw.ask("getWebhookInfo"))["pending_update_count"] == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://example.org/"},
            "bad webhook: this rehearsal server brings updates to its own computer only",
        ),
        (
            {"url": "http://127.0.0.1:8443/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_webhook_that_cannot_be_set(raw: Raw, fields: dict[str, str], words: str) -> None:
    assert await raw.refused("setWebhook", **fields) == f"Bad Request: {words}"
    assert (await raw.ask("getWebhookInfo"))["url"] == ""
