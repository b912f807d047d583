"""What the hotline itself says became of a broadcast, held against what the server saw."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from handlers import cast_reports
from storage import broadcasts, cast_rows
from storage.store import Tx
from tests.bench.sending.plan import Outcome
from tests.bench.sending.seeding import Seeded

DOUBTFUL = ("gone", "broken", "unknown")
_OPEN = ("waiting", "claimed", "held")
_SLICE = 5_000


@dataclass(frozen=True, slots=True)
class Told:
    """What is written of each row.

    Attributes:
        state_of: By account.
        listed: In the report that a coordinator gets: how many are named in each state.
    """

    state_of: Mapping[int, str]
    listed: Mapping[str, int]

    def accounts(self, state: str) -> frozenset[int]:
        """Whose row is in this state."""
        return frozenset(account for account, one in self.state_of.items() if one == state)

    def missed(self) -> list[str]:
        """Who should stand in the report and does not, or the other way round."""
        found = []
        for state in DOUBTFUL:
            many = len(self.accounts(state))
            if many != self.listed.get(state, 0):
                found.append(f"{many} {state}, {self.listed.get(state, 0)} of them in the report")
        return found


def told(tx: Tx, seeded: Seeded) -> Told:
    """Read it."""
    state_of: dict[int, str] = {}
    after = ""
    while rows := cast_rows.some(tx, seeded.broadcast_id, after, _SLICE):
        after = rows[-1].person_id
        state_of |= {seeded.account_of[row.person_id]: row.state for row in rows}
    cast = broadcasts.find(tx, seeded.broadcast_id)
    assert cast is not None
    figures = cast_reports.figures(tx, cast)
    assert figures.unlisted == 0, "the report lists ten thousand; measure with fewer"
    return Told(state_of, Counter(line.state for line in figures.lines))


def is_over(tx: Tx, seeded: Seeded) -> bool:
    """Whether nothing waits and nothing is on the wire."""
    counts = cast_rows.counts(tx, seeded.broadcast_id)
    return not any(counts.get(state) for state in _OPEN)


def lost(said: Told, seen: Outcome) -> list[int]:
    """Who did not get it, and about whom nobody would wonder."""
    return [account for account in seen.missing if said.state_of.get(account) not in DOUBTFUL]


def doubled(seen: Outcome, marked: frozenset[int]) -> list[int]:
    """Who got it twice without ever having been marked unknown."""
    return [account for account in seen.doubled if account not in marked]
