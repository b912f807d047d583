"""Walks over the audit log from its first line to its head, and tells what does not fit.

It reads in batches, each for itself, so that a log of any length needs the same memory and
nobody waits: lines are only ever added behind the head with which the walk began.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, func, select

from storage.audit import HEAD
from storage.chain import START, Head, Line, chain_of, digest
from storage.store import Tx
from storage.tables import audit, house
from storage.vault import Vault

_AT_ONCE = 2_000  # lines of a batch; some 2 MB
_BEFORE_ALL = -(2**63)

_last = select(func.max(audit.c.number)).scalar_subquery()
_written = select(house.c.value).where(house.c.name == HEAD).scalar_subquery()
# One question, so that no line comes between the two answers.
_ends = select(_written.label("written"), _last.label("last"))
_numbers = (
    select(audit.c.number)
    .where(audit.c.number > bindparam("after"), audit.c.number <= bindparam("until"))
    .order_by(audit.c.number)
    .limit(bindparam("most"))
)
_batch = (
    select(audit)
    .where(audit.c.number.between(bindparam("first"), bindparam("last")))
    .order_by(audit.c.number)
)
_chain_at = select(audit.c.chain).where(audit.c.number == bindparam("line"))


class Walk:
    """One walk. `start` it, then `go_on` until it answers None; each in a transaction of its own.

    Args:
        vault: The house's.
        told: Heads that somebody outside has kept; a chain may be cut short.

    Attributes:
        lines: How many were looked at.
        head: Where the log ends; None where it cannot be told.
    """

    def __init__(self, vault: Vault, told: Sequence[Head] = ()) -> None:
        self._chain = chain_of(vault)
        self._told = told
        self._until = 0
        self._reached = _BEFORE_ALL
        self._at = Head(0, START)
        self.lines = 0
        self.head: Head | None = None

    def start(self, tx: Tx) -> list[str]:
        """Find the end of the log; tells what is wrong there, a plain line each."""
        ends = tx.execute(_ends).one()
        found = []
        last = ends.last
        if last is not None and not isinstance(last, int):
            # SQLite keeps what it is given, whatever the column is for.
            found.append("There are lines without a number.")
            last = None
        self.head = self._chain.read(ends.written)
        if self.head is None:
            self._until = last or 0
            # No line and no head is how every log begins.
            if ends.last is not None or ends.written:
                found.append("The head of the log is missing or was altered.")
            return found
        self._until = self.head.number
        if last is not None and last > self._until:
            found.append(
                f"The head of the log is line {self._until}, and behind it stand lines up to {last}."
            )
        return found

    def go_on(self, tx: Tx) -> list[str] | None:
        """Look at the next lines; None when all are looked at."""
        if self._reached == self._until:
            return None
        asked = {"after": self._reached, "until": self._until}
        numbers = tx.execute(_numbers, {**asked, "most": _AT_ONCE}).all()
        found = self._look_at_all(tx, [row.number for row in numbers])
        self.lines += len(numbers)
        if len(numbers) == _AT_ONCE:
            self._reached = numbers[-1].number
        else:
            self._reached = self._until
            found += self._look_at_the_end()
        return found

    def _look_at_all(self, tx: Tx, numbers: Sequence[int]) -> list[str]:
        if not numbers:
            return []
        try:
            rows = tx.execute(_batch, {"first": numbers[0], "last": numbers[-1]}).all()
        except (TypeError, ValueError):
            # What one of them holds is not of its column's kind. Which one?
            if len(numbers) == 1:
                self._at = Head(numbers[0], str(tx.execute(_chain_at, {"line": numbers[0]}).scalar()))
                return [f"Line {numbers[0]} was altered: it cannot be read."]
            half = len(numbers) // 2
            return self._look_at_all(tx, numbers[:half]) + self._look_at_all(tx, numbers[half:])
        return [fault for row in rows for fault in self._look_at(row)]

    def _look_at(self, row: Any) -> list[str]:
        number: int = row.number
        found = []
        if number < 1:
            return [f"Line {number} is none of ours: the first is line 1."]
        if number > self._at.number + 1:
            found.append(_missing(self._at.number + 1, number - 1))
        elif row.previous != self._at.chain:
            found.append(f"Line {number} does not follow the line before it.")
        if not self._bound(row):
            found.append(f"Line {number} was altered.")
        if not self._details_fit(row):
            found.append(f"The details of line {number} were altered or taken away.")
        self._at = Head(number, str(row.chain))
        found += [
            f"Line {number} is not the one that was told as {one.chain}."
            for one in self._told
            if one.number == number and not self._at.chain.startswith(one.chain)
        ]
        return found

    def _bound(self, row: Any) -> bool:
        line = Line(
            row.number,
            row.at,
            row.actor_id,
            row.action,
            row.subject_id,
            row.report_id,
            row.digest,
            row.previous,
        )
        try:
            return bool(row.chain == self._chain.of(line))
        except (TypeError, UnicodeEncodeError):
            return False  # bytes where words stand

    def _details_fit(self, row: Any) -> bool:
        body, bound, proof = row.body, row.digest, row.resealed
        fits: bool
        if body is None or bound is None:
            fits = body is bound is proof is None
        elif not isinstance(body, bytes):
            fits = False
        elif proof is None:
            fits = digest(body) == bound
        else:
            fits = proof == self._chain.resealed(row.number, body)
        return fits

    def _look_at_the_end(self) -> list[str]:
        found = []
        if self._at.number < self._until:
            found.append(_missing(self._at.number + 1, self._until))
        elif self.head is not None and self.head.chain != self._at.chain:
            found.append(f"The head of the log is not that of line {self._at.number}.")
        found += [
            f"Line {one.number}, which was told, is missing: the log ends with line {self._at.number}."
            for one in self._told
            if one.number > self._until
        ]
        return found


def _missing(first: int, last: int) -> str:
    return f"Line {first} is missing." if first == last else f"Lines {first} to {last} are missing."
