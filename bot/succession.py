"""How one that delivers follows another: what that one left, and what it noted of it.

Whatever the last one had leased when it died is sorted here, in one transaction: what Telegram has is
settled as sent, what never left waits again, and only what was on the wire is in doubt.
"""

import asyncio
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.journal import Departures, Journal, clear, departures
from bot.logs import Once
from bot.outcomes import Outcome, Sent, Unknown
from bot.patience import Patience
from bot.settling import Result, settle
from handlers.hotline import Hotline
from storage import outbox, takeover
from storage.errors import StoreTrouble
from storage.records import Lane
from storage.store import Store, Tx

_log = structlog.get_logger(__name__)
_REMEMBERED = timedelta(seconds=3)  # of what others sent: longer than a second, for clocks differ
_MOST_REMEMBERED = 1000  # messages; no limit is higher


@dataclass(frozen=True, slots=True)
class Left:
    """What the one before left.

    Attributes:
        again: Messages that wait again.
        unknown: Messages of broadcasts that may have arrived.
        lately: Messages that may have left within the last second.
    """

    again: int
    unknown: int
    lately: int


class Succession:
    """One process's terms of delivering.

    Args:
        folder: For its notes, on a disk of this machine.
    """

    def __init__(self, store: Store, hotline: Hotline, clock: Clock, folder: Path) -> None:
        self._store = store
        self._hotline = hotline
        self._clock = clock
        self._folder = folder
        self._term = ""
        self._journal: Journal | None = None

    async def take_over(self, patience: Patience, disk: Once) -> Left:
        """Begin a term, and sort what the one before left; tried until it succeeds."""
        self._term = secrets.token_hex(16)
        while True:
            try:
                left = await self._store.write(self._follow)
            except StoreTrouble as error:
                disk.trouble(str(error))
                await asyncio.sleep(patience.after_failure())
            else:
                disk.over()
                break
        try:
            self._begin()
        except OSError as error:
            # Without notes all goes on; only a kill leaves more in doubt.
            _log.warning("no notes of what leaves", error=type(error).__name__)
        return left

    def _follow(self, tx: Tx) -> Left:
        now = self._clock.now()
        known = departures(self._folder, takeover.begin(tx, self._term))
        lately = takeover.lately(tx, now - _REMEMBERED, _MOST_REMEMBERED)
        never_left = 0 if known is None else self._sort(tx, known, now)
        again, unknown = takeover.take_over(tx, now)
        return Left(again + never_left, unknown, lately + again + unknown)

    def _sort(self, tx: Tx, known: Departures, now: datetime) -> int:
        """Settle what is known for certain; returns how many never left."""
        results = []
        for one in outbox.leased(tx, Lane.BROADCAST, now):
            if one.id in known.arrived:
                results.append(Result(one, Sent(known.arrived[one.id])))
            elif one.id not in known.on_wire:
                results.append(Result(one, None))
        settle(tx, self._hotline, results, now)
        return sum(result.outcome is None for result in results)

    def _begin(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._journal = Journal(self._folder, self._term)
        clear(self._folder, self._term)

    def holds(self, tx: Tx) -> bool:
        """Whether nobody has followed yet, and nobody does before this transaction ends."""
        return takeover.holds(tx, self._term)

    def leaves(self, row_id: str) -> None:
        """Note that it goes onto the wire in the next moment."""
        if self._journal is not None:
            self._journal.leaves(row_id)

    def note(self, row_id: str, outcome: Outcome) -> None:
        """What a kill must not make unknown: that it arrived, or that it did not."""
        if isinstance(outcome, Sent) and self._journal is not None:
            self._journal.arrived(row_id, outcome.message_id)
        elif not isinstance(outcome, Unknown):
            self.forget([row_id])

    def forget(self, row_ids: Iterable[str]) -> None:
        """The database knows what became of these, or they did not arrive."""
        if self._journal is not None:
            self._journal.forget(row_ids)

    def end(self) -> None:
        """Whoever follows may read what was noted."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
