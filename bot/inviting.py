"""One-use links that make somebody a coordinator or a volunteer; made while the hotline runs or not."""

import asyncio

from telegram.error import TelegramError

from bot.app import NeverWorked, username_fact
from bot.calls import close, post
from bot.clock import Clock
from bot.line import open_bot
from bot.settings import Settings
from handlers.invitation import link, make
from storage import audit, house, migrate
from storage.records import Role
from storage.store import Store, Tx
from storage.vault import Vault


def new_invite(tx: Tx, role: Role, clock: Clock) -> str:
    """Remember a fresh invite; returns its token, which is kept nowhere."""
    now = clock.now()
    token = make(tx, role, now)
    audit.write(tx, None, "invited", None, now, details={"role": role.value})
    return token


async def invitation(settings: Settings, vault: Vault, role: Role, clock: Clock) -> str:
    """A link for one person.

    Raises:
        StoreTrouble: The database cannot be reached, or nobody knows the bot's name yet.
        ForeignKeys: The keys belong to another database.
        NeverWorked: The bot's name is not known, and Telegram does not tell it.
    """
    await asyncio.to_thread(migrate.check, settings.database_url)
    store = Store(settings.database_url, vault)
    try:
        await store.write(house.claim)
        username = await store.read(lambda tx: house.read(tx, username_fact(settings)))
        if username is None:
            username = await _ask_name(settings)
        token = await store.write(lambda tx: new_invite(tx, role, clock))
    finally:
        await asyncio.to_thread(store.close)
    return link(username, token)


async def _ask_name(settings: Settings) -> str:
    assert settings.token is not None, "load() requires it for this command"
    bot = open_bot(settings.token.get_secret_value(), settings.api_url, connections=1)
    try:
        me = await post(bot, "getMe", {})
    except TelegramError:
        raise NeverWorked from None
    finally:
        await close(bot)
    return str(me["username"])
