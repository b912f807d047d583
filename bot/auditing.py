"""`izdeu audit verify`: whether the audit log is whole, while the hotline runs or not."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.settings import Settings
from storage import house, migrate
from storage.audit_walk import Walk
from storage.chain import Head
from storage.store import Store
from storage.vault import Vault

_FEWEST, _MOST = 16, 64  # hexadecimal digits of a head
_FAULTS = 20  # told one by one; more of them say nothing more


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the walk found: plain lines, the last of them about the whole."""

    whole: bool
    told: tuple[str, ...]


def head_in(text: str) -> Head | None:
    """The head that somebody typed as NUMBER:HEX; None when it is none."""
    number, _, chain = text.strip().partition(":")
    if not (number.isascii() and number.isdigit() and _FEWEST <= len(chain) <= _MOST):
        return None
    return Head(int(number), chain.lower()) if set(chain.lower()) <= set("0123456789abcdef") else None


async def verify(settings: Settings, vault: Vault, heads: Sequence[Head]) -> Verdict:
    """Walk the whole log. Nothing is changed, and nobody waits for it.

    Args:
        heads: What coordinators were told.

    Raises:
        StoreTrouble: The database cannot be reached, or is of another version.
        ForeignKeys: The keys belong to another database.
    """
    await asyncio.to_thread(migrate.check, settings.database_url)
    store = Store(settings.database_url, vault)
    try:
        await store.read(house.check)
        walk = Walk(vault, heads)
        told: list[str] = []
        faults = 0
        async for fault in _faults(store, walk):
            faults += 1
            if faults <= _FAULTS:
                told.append(fault)
    finally:
        await asyncio.to_thread(store.close)
    if faults > _FAULTS:
        told.append(f"And {faults - _FAULTS:,} more of this kind.")
    if faults:
        return Verdict(False, tuple(told))
    if walk.head is None:
        return Verdict(True, ("The log has no line yet.",))
    mark = f"{walk.head.number}:{walk.head.chain[:_FEWEST]}"
    return Verdict(True, (f"{walk.lines:,} lines are whole; the log ends with {mark}.",))


async def _faults(store: Store, walk: Walk) -> AsyncIterator[str]:
    found: list[str] | None = await store.read(walk.start)
    while found is not None:
        for fault in found:
            yield fault
        found = await store.read(walk.go_on)
