"""The methods by which updates come: asked for, or brought to a webhook, never both."""

import asyncio
import json
import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.asked import Asked
from bot.sandbox.hooks import MOST_CONNECTIONS, USUAL_CONNECTIONS
from bot.sandbox.refusals import Json, Refused, bad
from bot.sandbox.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = frozenset((80, 88, 443, 8443))  # core.telegram.org/bots/api#setwebhook
_BOTH = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_OTHERS = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def get_updates(world: World, asked: Asked, gone: "asyncio.Future[Any]") -> list[Any] | None:
    """getUpdates; None where nobody waits for the answer any more.

    Args:
        gone: Done when the asker has hung up.

    Raises:
        Refused: 409, with a webhook set or when somebody else asks.
    """
    if world.switches.mode == "conflict":
        raise Refused(409, _OTHERS)
    if world.hook.url:
        raise Refused(409, _BOTH)
    _choose(world, asked)
    wait = max(0, asked.whole("timeout"))
    return await world.updates.poll(asked.whole("offset"), asked.whole("limit", 100), wait, gone)


def set_webhook(world: World, asked: Asked) -> bool:
    """setWebhook."""
    url = asked.text("url")
    if not url:
        return delete_webhook(world, asked)
    _check(url)
    secret = asked.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    connections = asked.whole("max_connections", USUAL_CONNECTIONS)
    _choose(world, asked)
    if asked.flag("drop_pending_updates"):
        world.updates.clear()
    world.hook.set(url, secret, min(max(connections, 1), MOST_CONNECTIONS))
    return True


def delete_webhook(world: World, asked: Asked) -> bool:
    """deleteWebhook."""
    world.hook.unset()
    if asked.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, asked: Asked) -> Json:
    """getWebhookInfo."""
    told = world.hook.about(len(world.updates.pending))
    if world.updates.allowed is not None:
        told["allowed_updates"] = sorted(world.updates.allowed)
    return told


def _choose(world: World, asked: Asked) -> None:
    """Which kinds of updates the bot wants from now on; none named means as before."""
    value = asked.text("allowed_updates")
    if not value:
        return
    try:
        kinds = json.loads(value)
    except ValueError:
        raise bad("can't parse allowed_updates: expected an Array of String") from None
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad("can't parse allowed_updates: expected an Array of String")
    world.updates.allowed = frozenset(kinds) or None


def _check(url: str) -> None:
    """Telegram delivers to the whole world; this server only to its own computer, there also without TLS."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad("bad webhook: invalid webhook URL specified") from None
    if is_loopback(host):
        if parts.scheme not in ("http", "https"):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        return
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if port is not None and port not in _PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad("bad webhook: this rehearsal server brings updates to its own computer only")


def is_loopback(host: str) -> bool:
    """Whether *host* is this computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
