"""Row identities are made here, before sealing, because a seal is bound to its row.

They are UUIDs of version 7 (RFC 9562) as 32 hexadecimal characters: made in time
order, so that the order of messages to one chat is the order of their ids.
"""

import secrets
import threading
from datetime import datetime

_lock = threading.Lock()
_last = 0


def new_id(now: datetime) -> str:
    """A fresh id, greater than any made before in this process.

    Args:
        now: Aware, UTC.
    """
    global _last
    # 48 bits of milliseconds and 12 of a counter; a clock that stands still or goes back still counts up.
    with _lock:
        _last = max(_last + 1, int(now.timestamp() * 1000) << 12)
        stamp = _last
    tail = (0b10 << 62) | secrets.randbits(62)
    return f"{stamp >> 12:012x}7{stamp & 0xFFF:03x}{tail:016x}"


def follow(seen: str) -> None:
    """Every id made from now on is greater than *seen*, which another process made."""
    global _last
    with _lock:
        _last = max(_last, int(seen[:12] + seen[13:16], 16))
