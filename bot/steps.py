"""The durable boundaries of a message's way, by name, so that a crash test can stop the process at each.

In the running hotline `step` does nothing. A crash harness calls `watch` with a function
that ends the process when its turn has come.
"""

from collections.abc import Callable
from typing import Literal

Step = Literal[
    "received",  # Telegram has told us; nothing is stored
    "stored",  # committed to the inbox; not confirmed
    "confirmed",  # Telegram has forgotten it
    "before-handle",
    "handled",  # everything is written, nothing committed
    "committed",
    "claimed",  # a message is leased
    "before-send",
    "printed",  # a sheet is typeset; nothing of it is on the wire
    "sent",  # Telegram has it; we have not noted so
    "settled",
    "fetched",  # a file has come from Telegram; nothing of it is here
    "copied",  # our copy is whole and sealed on the disk; we have not noted so
    "tended",  # resting reports were looked after, and perhaps erased; nothing committed
]

Upkeep = Literal[
    "key-destroyed",  # what was erased cannot be opened any more; its files are still there
    "files-removed",  # and they are gone; we have not noted so
    "resealed",  # some rows are sealed with the new keys
    "file-rekeyed",  # a file has a second key, and is still sealed with the first
    "file-resealed",  # and is sealed with the second; its row still knows the first
    "all-resealed",  # nothing needs the old keys any more; they are still there
    "reminded",  # whoever is due was reminded; nothing committed
]
"""The same of what happens by the clock, to keys and tasks, and not in the life of every report."""

_watcher: Callable[[Step | Upkeep], None] | None = None


def watch(watcher: Callable[[Step | Upkeep], None] | None) -> None:
    """From now on *watcher* hears of every step; None: nobody does."""
    global _watcher
    _watcher = watcher


def step(name: Step | Upkeep) -> None:
    """The process stands at this boundary."""
    if _watcher is not None:
        _watcher(name)
