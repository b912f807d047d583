"""`izdeu doctor`: looks at everything the hotline needs and says how to mend what is wrong.

Each check stands alone: one that fails never hides the others.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.environment import passphrase_in
from bot.evidence.scanning import Address, ping
from bot.settings import BadSettings, Settings, load

if TYPE_CHECKING:
    from telegram import Bot

    from storage.vault import Vault

_CLOCK_OFF = 30.0  # seconds; TLS and due times bear that much
_DISK_LOW = 500 * 1024 * 1024  # bytes
_PATIENCE = 10.0  # seconds a check
_MESSAGES_A_STAR = 10  # core.telegram.org/bots/api#sendmessage: allow_paid_broadcast


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    Attributes:
        mend: What to do when it is not well.
    """

    what: str
    well: bool
    detail: str
    mend: str = ""

    def __str__(self) -> str:
        line = f"{'✓' if self.well else '✗'} {self.what}: {self.detail}"
        return line if self.well or not self.mend else f"{line}\n  → {self.mend}"


async def examine() -> list[Finding]:
    """All findings, in the order in which things depend on each other. Nothing is changed."""
    try:
        settings = load(require_token=False)
    except BadSettings as error:
        return [Finding("settings", False, problem) for problem in error.problems]
    findings = [Finding("settings", True, "understood")]
    findings.append(_folder(settings.data_dir))
    findings.append(_disk(settings.data_dir))
    findings += await asyncio.to_thread(lambda: list(_database_and_keys(settings)))
    findings += await asyncio.to_thread(lambda: list(_backups(settings, datetime.now(UTC))))
    findings += [finding async for finding in _line(settings)]
    if settings.clamd is not None:
        findings.append(await _scanner(settings.clamd))
    return findings


def handle_again(settings: Settings) -> int:
    """Give back to the hotline what it failed to handle; returns how many updates.

    Raises:
        StoreTrouble: The database cannot be reached, or is of another version.
    """
    from storage import inbox, migrate
    from storage.store import Store
    from storage.vault import KEY_BYTES, Vault

    migrate.check(settings.database_url)
    # Nothing sealed is read, so any key will do and nobody is asked for the passphrase.
    store = Store(settings.database_url, Vault(os.urandom(KEY_BYTES)))
    try:
        return store.write_now(inbox.again)
    finally:
        store.close()


def _folder(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("folder", False, f"{folder} is not there", "run `izdeu init`")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding("folder", False, f"{folder} cannot be written", "give it to the user that runs izdeu")
    if folder.stat().st_mode & 0o077:
        return Finding("folder", False, f"{folder} is open to other users", f"chmod 700 {folder}")
    return Finding("folder", True, f"{folder} is ours alone")


def _disk(folder: Path) -> Finding:
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(existing).free
    detail = f"{free // 1024**2:,} MiB free"
    return Finding("disk", free > _DISK_LOW, detail, "free some space: a full disk stops the hotline")


def _database_and_keys(settings: Settings) -> Iterator[Finding]:
    from storage import keys, migrate
    from storage.errors import NoKeys, StoreTrouble, WrongPassphrase

    reached = False
    try:
        found = migrate.current(settings.database_url)
        reached = True
        yield Finding("database", True, "answers")
        yield Finding(
            "migrations",
            found == migrate.HEAD,
            f"at {found or 'nothing'}, needed {migrate.HEAD}",
            "run `izdeu migrate`; if it says that the database is newer, install the newer version",
        )
    except StoreTrouble as error:
        yield Finding("database", False, str(error), "look at IZDEU_DATABASE_URL; is the server running?")
        found = None
    if settings.passphrase_file is None:
        there = keys.exists(settings.data_dir)
        yield Finding(
            "keys",
            there,
            "there; the passphrase is asked at each start" if there else "none yet",
            "run `izdeu init`",
        )
        return
    passphrase, problem = passphrase_in(settings.passphrase_file)
    if problem:
        yield Finding("keys", False, problem, "look at IZDEU_PASSPHRASE_FILE and who may read it")
        return
    try:
        vault = keys.unlock(settings.data_dir, passphrase)
    except NoKeys as error:
        yield Finding("keys", False, str(error), "run `izdeu init`, or bring keys.db back from its backup")
    except WrongPassphrase as error:
        yield Finding("keys", False, str(error), "look at IZDEU_PASSPHRASE_FILE: is it this hotline's?")
    else:
        if reached and found == migrate.HEAD:
            yield _belongs(settings, vault)
            yield _left_over(settings, vault)
        else:
            yield Finding("keys", True, "open with the passphrase")


def _belongs(settings: Settings, vault: "Vault") -> Finding:
    from storage import house
    from storage.errors import ForeignKeys, StoreTrouble
    from storage.store import Store

    store = Store(settings.database_url, vault)
    try:
        store.write_now(house.check)
    except ForeignKeys as error:
        return Finding(
            "keys", False, str(error), "bring database and keys.db together from one day's backups"
        )
    except StoreTrouble as error:
        return Finding("keys", False, str(error), "mend the database first")
    finally:
        store.close()
    return Finding("keys", True, "open with the passphrase and belong to this database")


def _left_over(settings: Settings, vault: "Vault") -> Finding:
    from storage import inbox, outbox
    from storage.errors import StoreTrouble
    from storage.store import Store

    store = Store(settings.database_url, vault)
    try:
        failed = store.write_now(inbox.failed)
        went = store.write_now(outbox.counts)
    except StoreTrouble as error:
        return Finding("messages", False, str(error), "mend the database first")
    finally:
        store.close()
    unsent = went.get("broken", 0) + went.get("unknown", 0)
    if not failed and not unsent:
        return Finding("messages", True, "none was left over")
    return Finding(
        "messages",
        False,
        f"{failed} that came could not be handled and are kept, {unsent} could not be sent",
        "the log says why; with a version that can, `izdeu doctor --again` has them handled once more",
    )


def _backups(settings: Settings, now: datetime) -> Iterator[Finding]:
    from bot.backing_up import OVERDUE, known_backups
    from storage.errors import StoreTrouble
    from storage.occupancy import unfinished

    if unfinished(settings.data_dir):
        mend = "run the same `izdeu restore` again; it goes on where it stopped"
        yield Finding("restore", False, "one was interrupted, and the house is half the old one", mend)
        return
    try:
        by_clock, by_hand = known_backups(settings)
    except StoreTrouble:
        return  # said already, under what is wrong with it
    if settings.backup_dir is None:
        hint = "none by the clock; IZDEU_BACKUP_DIR and IZDEU_KEYS_BACKUP_DIR turn it on"
        told = "" if by_hand is None else f", the last by hand {_ago(by_hand, now)}"
        yield Finding("backup", True, f"{hint}{told}")
        return
    mend = "look at IZDEU_BACKUP_DIR and IZDEU_KEYS_BACKUP_DIR: there, writable, not full? The log says why"
    if by_clock is None:
        yield Finding("backup", False, "none was made yet; the first comes minutes after the start", mend)
    else:
        yield Finding("backup", now - by_clock <= OVERDUE, f"the last good one {_ago(by_clock, now)}", mend)


def _ago(at: datetime, now: datetime) -> str:
    hours = max(0, round((now - at).total_seconds() / 3600))
    return f"{hours} hours ago" if hours < 72 else f"{hours // 24} days ago"


async def _scanner(address: Address) -> Finding:
    mend = "look at IZDEU_CLAMD and whether clamd runs; files are kept meanwhile, and scanned when it is back"
    if not await ping(address):
        return Finding("scanner", False, "clamd does not answer", mend)
    return Finding("scanner", True, "clamd answers")


async def _line(settings: Settings) -> AsyncIterator[Finding]:
    if settings.token is None:
        yield Finding(
            "token", False, "none", "set IZDEU_TOKEN or IZDEU_TOKEN_FILE to what BotFather gave you"
        )
        return
    from telegram.error import InvalidToken, TelegramError

    from bot.calls import close, post
    from bot.line import open_bot

    bot = open_bot(settings.token.get_secret_value(), settings.api_url, connections=1)
    try:
        async with asyncio.timeout(_PATIENCE):
            me = await post(bot, "getMe", {})
        yield Finding("token", True, f"is @{me['username']}'s")
        async with asyncio.timeout(_PATIENCE):
            hook = await post(bot, "getWebhookInfo", {})
        told = hook if isinstance(hook, dict) else {}
        yield _webhook(settings, str(told.get("url") or ""), told.get("last_error_message"))
        if settings.paid_messages_per_second is not None:
            async with asyncio.timeout(_PATIENCE):
                yield await _stars(bot)
    except InvalidToken:
        mend = "ask BotFather for the token again; was it revoked?"
        yield Finding("token", False, "Telegram does not accept it", mend)
    except (TelegramError, TimeoutError) as error:
        mend = "look at the network and at IZDEU_API_URL; the hotline itself waits and goes on"
        yield Finding("token", False, f"Telegram does not answer ({type(error).__name__})", mend)
    finally:
        await close(bot)
    yield await _clock(settings.api_url)


async def _stars(bot: "Bot") -> Finding:
    """How long the Stars last with which faster broadcasts are paid."""
    from telegram.error import TelegramError

    from bot.calls import post

    try:
        owned = int((await post(bot, "getMyStarBalance", {}))["amount"])
    except (TelegramError, KeyError, TypeError, ValueError):
        return Finding("paid broadcasts", True, "on; Telegram does not say how many Stars there are")
    detail = f"on; there are {owned} Stars, for {owned * _MESSAGES_A_STAR} messages"
    mend = "buy Stars, or leave IZDEU_PAID_MESSAGES_PER_SECOND out; what is not paid for waits"
    return Finding("paid broadcasts", owned > 0, detail, mend)


def _webhook(settings: Settings, url: str, trouble: object) -> Finding:
    wanted = settings.webhook_url or ""
    if url == wanted:
        if trouble and wanted:
            return Finding(
                "webhook", False, f"Telegram says: {trouble}", "look at the proxy and its certificate"
            )
        return Finding("webhook", True, "as set" if wanted else "none; updates are polled")
    mend = "the next `izdeu run` sets it right; does another program use this token?"
    return Finding("webhook", False, "Telegram knows another one than IZDEU_WEBHOOK_URL says", mend)


async def _clock(api_url: str) -> Finding:
    import aiohttp

    mend = "set the clock by NTP: promises and reminders go by it"
    try:
        async with (
            asyncio.timeout(_PATIENCE),
            aiohttp.ClientSession() as session,
            session.get(api_url, allow_redirects=False) as answer,
        ):
            told = answer.headers.get("Date")
        if told is None:
            return Finding("clock", True, "the server tells no time to compare with")
        off = datetime.now(UTC) - parsedate_to_datetime(told)
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError):
        return Finding("clock", False, "nobody to compare with", "look at the network")
    if abs(off) > timedelta(seconds=_CLOCK_OFF):
        return Finding("clock", False, f"{off.total_seconds():+.0f} s off Telegram's", mend)
    return Finding("clock", True, "agrees with Telegram's")
