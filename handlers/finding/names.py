"""The names of all cases, in memory only: opened once a process, and kept as fresh as the database.

An index on a disk would tell a thief whom the hotline looks for; so none is ever written. It is read
when somebody first searches for a name, and again after the keys were changed. What is in it of a case:
its id, its version, and the folded words of the names in its report. A hundred thousand cases take
some 50 MB; `python -m tests.bench.cases` measures it.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sys import intern
from threading import Lock

from rapidfuzz.distance import OSA

from handlers.finding.bearers import Bearers, any_of, latest
from handlers.finding.spelling import folded, skeletons, stem
from storage import erasures, seeking
from storage.records import Json
from storage.store import Tx

_TOLD = ("name", "other-names")
_OVERLAP = timedelta(minutes=2)
"""What another process wrote may bear an earlier time than what was read already: by its clock, and by
how long its transaction took."""

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_PREFIXED = 400  # words of the table that begin as what was typed
_FEWEST_TOLD = 2  # words of a name that must be there
_HAN = ("\u4e00", "\u9fff")
_NEAR = 3  # letters of a word in which one may be wrong
_PREFIX, _SLIP, _LACKING = 1, 2, 6  # how much less a case is what was meant


@dataclass(slots=True)
class _Named:
    version: int
    words: tuple[str, ...]


class Names:
    """The names of all cases of one house. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.wanted: Callable[[], None] = lambda: None
        """Called when somebody searches and not all of them are read yet."""
        self._clear()

    def _clear(self) -> None:
        self._epoch = 0
        self._erased = 0
        self._since, self._after = _EARLIEST, ""
        self._read = False
        self._numbers: dict[str, int] = {}  # by case id
        self._ids: dict[int, str] = {}
        self._named: dict[int, _Named] = {}
        self._next = 0
        self._cases: dict[str, Bearers] = {}  # by folded word
        self._sorted: list[str] = []
        self._skeletons: dict[str, list[str]] = {}

    def forget(self) -> None:
        """Nothing of anybody stays in memory."""
        with self._lock:
            self._clear()

    def __len__(self) -> int:
        return len(self._numbers)

    def catch_up(self, tx: Tx, most: int) -> bool:
        """Read what is new or was changed or erased since; whether that was all.

        Args:
            most: So many cases are opened at most; call again for the others.
        """
        with self._lock:
            self._drop_what_is_gone(tx)
            bulk = not self._read
            opened = 0
            while opened < most:
                page = seeking.changed_from(tx, self._since, self._after, seeking.READ_AT_ONCE)
                new = [one for one, version, _ in page if self._version(one) != version]
                for case_id, version, body in seeking.bodies(tx, new):
                    self._put(case_id, version, body, bulk=bulk)
                opened += len(new)
                if page:
                    self._since, self._after = page[-1][2], page[-1][0]
                if len(page) < seeking.READ_AT_ONCE:
                    self._since, self._after = self._since - _OVERLAP, ""
                    if bulk:
                        self._sorted = sorted(self._cases)
                    self._read = True
                    return True
            return False

    def _drop_what_is_gone(self, tx: Tx) -> None:
        if self._epoch != tx.vault.epoch:
            self._clear()
            self._epoch = tx.vault.epoch
        erased = erasures.count_cases(tx)
        if erased != self._erased:
            for case_id in self._numbers.keys() - seeking.all_ids(tx):
                self._drop(case_id)
            self._erased = erased

    def _version(self, case_id: str) -> int | None:
        number = self._numbers.get(case_id)
        return None if number is None else self._named[number].version

    def _put(self, case_id: str, version: int, body: Json, *, bulk: bool) -> None:
        self._drop(case_id)
        number, self._next = self._next, self._next + 1
        said = tuple(intern(word) for word in words_of(body))  # a name that many have stands there once
        self._numbers[case_id], self._ids[number] = number, case_id
        for word in said:
            found = self._cases.get(word)
            if found is None:
                self._cases[word] = Bearers(number)
                for one in skeletons(word):
                    self._skeletons.setdefault(one, []).append(word)
                if not bulk:
                    insort(self._sorted, word)
            else:
                found.add(number)
        self._named[number] = _Named(version, said)

    def _drop(self, case_id: str) -> None:
        number = self._numbers.pop(case_id, None)
        if number is None:
            return
        del self._ids[number]
        for word in self._named.pop(number).words:
            found = self._cases[word]
            found.remove(number)
            if found:
                continue
            # Not even the word stays.
            del self._cases[word]
            for one in skeletons(word):
                self._skeletons[one].remove(word)
                if not self._skeletons[one]:
                    del self._skeletons[one]
            at = bisect_left(self._sorted, word)
            if at < len(self._sorted) and self._sorted[at] == word:
                del self._sorted[at]

    def find(self, asked: Sequence[Iterable[str]], most: int) -> list[str]:
        """Ids of cases with this name, the nearest first, and of those the latest told.

        Args:
            asked: Of each word of the name the ways in which it may be written, folded.
        """
        with self._lock:
            meant = [by_farness for word in asked if (by_farness := self._by_farness(word))]
            # All words first; where nobody has all, one may be lacking: a patronymic that was not told.
            together = _together(meant, lacking=0)
            if not any(together.values()) and len(meant) > _FEWEST_TOLD:
                together = _together(meant, lacking=1)
            found: dict[int, None] = {}
            for far in sorted(together):
                found.update(dict.fromkeys(latest(together[far], most)))
                if len(found) >= most:
                    break
            return [self._ids[number] for number in list(found)[:most]]

    def _by_farness(self, ways: Iterable[str]) -> dict[int, int]:
        """Who bears a word that may be meant, a bit for each, by how far it is from what was typed."""
        words: dict[int, list[Bearers]] = {}
        for word, far in self._meant(ways).items():
            words.setdefault(far, []).append(self._cases[word])
        return {far: any_of(borne) for far, borne in words.items()}

    def _meant(self, ways: Iterable[str]) -> dict[str, int]:
        """Words of the table that may be meant by one that was typed, and how far each is from it."""
        found: dict[str, int] = {}
        for way in ways:
            self._near(way, found)
            at = bisect_left(self._sorted, way)
            for word in self._sorted[at : at + _PREFIXED]:
                if not word.startswith(way):
                    break
                found[word] = min(found.get(word, _LACKING), 0 if word == way else _PREFIX)
        return found

    def _near(self, way: str, found: dict[str, int]) -> None:
        if len(way) < _NEAR or _HAN[0] <= way[0] <= _HAN[1]:
            return
        allowed = max(1, len(way) // _NEAR)
        for one in skeletons(way):
            for word in self._skeletons.get(one, ()):
                wrong = OSA.distance(way, word, score_cutoff=allowed)
                if wrong <= allowed:
                    found[word] = min(found.get(word, _LACKING), _SLIP + wrong if wrong else 0)


def _together(meant: Sequence[dict[int, int]], *, lacking: int) -> dict[int, int]:
    """Who bears all of these words, a bit for each, by how far they are from what was typed in all.

    Args:
        lacking: So many of the words somebody may lack.
    """
    reached = {(0, 0): ~0} if meant else {}
    for word in meant:
        before, reached = reached, {}
        for (far, lacked), cases in before.items():
            for more, borne in word.items():
                here = (far + more, lacked)
                reached[here] = reached.get(here, 0) | cases & borne
            if lacked < lacking:
                here = (far + _LACKING, lacked + 1)
                reached[here] = reached.get(here, 0) | cases
    summed: dict[int, int] = {}
    for (far, _), cases in reached.items():
        summed[far] = summed.get(far, 0) | cases
    return summed


def words_of(body: Json) -> list[str]:
    """The folded words of all names in a report, and what is left of patronymics without their endings."""
    found: list[str] = []
    for question in _TOLD:
        for one in body.get("answers", {}).get(question, {}).get("texts", ()):
            for word in folded(str(one["text"])):
                found += (word, stem(word))
    return list(dict.fromkeys(found))
