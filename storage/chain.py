"""How the lines of the audit log hang together: each is bound to the one before it by a keyed hash.

Whoever has the database alone can neither change a line, nor take one out, put one in or
move one, without being found: the key lies elsewhere. The end of the log is a line like any
other, so the house remembers its head, bound by the same key.

Details are bound by the hash of their seal, not of what they say. So a line can still be
proven when the key of its details is destroyed, and proves nothing about what they said.
"""

import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from storage.vault import Vault

START = "0" * 64
"""What the first line follows."""

BROKEN = "f" * 64
"""What a line follows whose head was lost: it is no line's chain, and stays in the log as a sign of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says, as it is bound.

    Attributes:
        number: 1 and up, without a gap.
        report_id: Under whose key the details are sealed; None for the house's.
        digest: Of the details as they were sealed first; None without details.
        previous: The chain of the line before.
    """

    number: int
    at: datetime
    actor_id: str | None
    action: str
    subject_id: str | None
    report_id: str | None
    digest: str | None
    previous: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last line: its number, 0 before the first, and its chain, 64 hexadecimal digits."""

    number: int
    chain: str


def digest(sealed: bytes) -> str:
    """What binds details to their line."""
    return sha256(sealed).hexdigest()


class Chain:
    """Binds with one key.

    Args:
        key: 32 bytes. It must outlive every change of keys, as the log does.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def _bind(self, *what: Any) -> str:
        # JSON, because no two lists look alike in it.
        said = json.dumps(what, separators=(",", ":")).encode("ascii")
        return hmac.digest(self._key, said, "sha256").hex()

    def of(self, line: Line) -> str:
        """The chain of a line."""
        return self._bind(
            "line",
            line.number,
            line.at.astimezone(UTC).isoformat(timespec="microseconds"),
            line.actor_id,
            line.action,
            line.subject_id,
            line.report_id,
            line.digest,
            line.previous,
        )

    def resealed(self, number: int, sealed: bytes) -> str:
        """What proves that the details of a line were sealed anew by whoever has the keys."""
        return self._bind("resealed", number, digest(sealed))

    def written(self, head: Head) -> str:
        """The head as the house remembers it."""
        return f"{head.number}:{head.chain}:{self._bind('head', head.number, head.chain)[:32]}"

    def read(self, written: str | None) -> Head | None:
        """The head that the house remembers; None where it remembers none, or somebody else wrote it."""
        number, _, rest = (written or "").partition(":")
        if not (number.isascii() and number.isdigit()):
            return None
        head = Head(int(number), rest.partition(":")[0])
        ours = self.written(head)
        return head if hmac.compare_digest(ours, written or "") else None


@lru_cache(maxsize=4)
def chain_of(vault: Vault) -> Chain:
    """The chain of the house.

    Made from lookup keys, because these are the ones that no change of keys touches.
    """
    halves = (vault.lookup("audit", half) for half in ("chain, first half", "chain, second half"))
    return Chain(bytes.fromhex("".join(halves)))
