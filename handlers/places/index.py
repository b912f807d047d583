"""Every name of every place, laid out so that words are looked up and not searched for.

A match says how near the words came to the name. Below `GUESSED` they are the name, in some form of it;
from there on they only resemble it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.places.han_sounds import sounds
from handlers.places.ordinary_words import NAMES_TOO, NEVER, NEVER_MISSPELT, NEVER_SMALL, NOT_ALONE
from handlers.places.words import Word, han_bare, key, root, script_of, stems, words
from locales.gazetteer import BOTH_SIDES, Gazetteer, Kind, Place
from locales.languages import CODES

NAMED = 0  # the name itself
CALLED = 1  # another name of it, or the name without "city", "district"
SPELT = 2  # added for a spelling that only sounds like it
INFLECTED = 4  # added for an ending of place
OTHERWISE = 10  # added where "city" or "district" speaks of another kind
GUESSED = 20  # misspelt; two more for each wrong letter

_VOWELS = re.compile("[aeiouyаеёиоуыэюяәіөұүьاەېىوۇۆۈيئء]")
_VOICELESS = str.maketrans("bdzSghcjбдзшгғқхжчبدزشگقغعج", "ptsskkssптссккккссپتسسككككس")
_LAST = "\uffff"  # sorts behind every letter
_SHORT = 3  # letters of a key; so short a name is as doubtful inside a sentence as an everyday word
_SHORT_INFLECTED = 4
_ABBREVIATION = 4  # capital letters; an abbreviation is never misspelt and has no endings


@dataclass(frozen=True, slots=True)
class Match:
    """A place, and how near the words came to one of its names.

    Attributes:
        doubtful: The words mean something else as often.
        script: Of the name that matched: "a" Arabic, "c" Cyrillic, "l" Latin, "" Chinese.
    """

    place_id: str
    near: int
    doubtful: bool = False
    script: str = ""


Names = dict[str, list[Match]]


@dataclass(frozen=True, slots=True)
class Index:
    """The names.

    Attributes:
        kinds: The kind of each place.
        plain: Words run together → matches; `keys` the same by `key`, `roots` by the root of the key.
        han: Chinese characters → matches; `sounding` the same by `sounds`.
        guesses: Keys that a misspelt word may have meant, by their first letter; `written` the same for
            words as they are written.
        in_order: All names and keys of names in alphabetic letters, sorted.
        longest_han: Characters in the longest Chinese name.
    """

    kinds: dict[str, Kind] = field(default_factory=dict)
    plain: Names = field(default_factory=dict)
    keys: Names = field(default_factory=dict)
    roots: Names = field(default_factory=dict)
    han: Names = field(default_factory=dict)
    sounding: Names = field(default_factory=dict)
    guesses: dict[str, list[str]] = field(default_factory=dict)
    written: dict[str, list[str]] = field(default_factory=dict)
    in_order: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> "Index":
        """Lay out the names of all places; a fifth of a second, so keep it."""
        index = cls()
        for place in gazetteer.places.values():
            index.kinds[place.id] = place.kind
            for name in _names(place):
                index._add(place, name, NAMED)
            for name in place.also:
                index._add(place, name, CALLED)
        for names, by_letter in ((index.keys, index.guesses), (index.plain, index.written)):
            for one in names:
                if len(one) > _SHORT:
                    by_letter.setdefault(_first(one), []).append(one)
        index.in_order.extend(sorted({*index.plain, *index.keys}))
        return index

    def begins(self, plain: str) -> bool:
        """Whether some name begins with *plain*, words run together; if none does, more words are no name."""
        return any(
            bisect_left(self.in_order, start) < bisect_left(self.in_order, start + _LAST)
            for start in {plain, key(plain)}
        )

    def look_up(self, span: Sequence[Word]) -> list[Match]:
        """The places that *span*, words in alphabetic letters, is a name of; one match a place."""
        core = [word for word in span if word.kinds is None]
        if len(core) == 1 and (
            core[0].plain in NEVER or (core[0].plain in NEVER_SMALL and not core[0].capital)
        ):
            return []
        found = list(self._spelt("".join(word.plain for word in span)))
        if 0 < len(core) < len(span):
            kinds = frozenset[Kind]().union(*(word.kinds for word in span if word.kinds is not None))
            for match in self._spelt("".join(word.plain for word in core)):
                other = bool(kinds) and self.kinds[match.place_id] not in kinds
                found.append(_further(match, OTHERWISE if other else 0, False))
        return nearest(found)

    def guess(self, span: Sequence[Word], *, alone: bool) -> list[Match]:
        """The places whose names *span* resembles. Alone it may differ more than inside a sentence."""
        core = [word for word in span if word.kinds is None]
        if all(word.plain in NEVER_MISSPELT or word.plain in NEVER for word in core):
            return []
        plain = "".join(word.plain for word in core)
        full = "".join(word.plain for word in span)
        whole = key(plain)
        wrong = _may_be_wrong(len(whole), alone=alone)
        if wrong == 0:
            return []
        found = [*_resembling(whole, self.guesses, self.keys, wrong, 0)]
        for stem in stems(plain, _SHORT + 2)[:2]:
            ended = min(wrong, _may_be_wrong(len(stem), alone=alone))
            found += _resembling(stem, self.guesses, self.keys, ended, 1)
        for written in dict.fromkeys((plain, full)):
            if len(written) > _SHORT + 1:  # a slip inside "zh" or "sh" is more than one letter of a key
                found += _resembling(written, self.written, self.plain, wrong, 0)
        return nearest(found)

    def _spelt(self, plain: str) -> Iterable[Match]:
        """Exact, by key, and without an ending.

        A name in another script than the words must be whole and not too short: "when" sounds as Uyghur
        writes Wuhan, and "mosque" like a case of Москва.
        """
        yield from self.plain.get(plain, ())
        whole, script = key(plain), script_of(plain)
        for match in self.keys.get(whole, ()):
            if match.script == script or len(whole) > _SHORT_INFLECTED:
                yield _further(match, SPELT, len(whole) <= _SHORT)
        for stem in (whole, *stems(plain, 2)):
            doubtful = len(stem) <= _SHORT_INFLECTED
            known = (
                self.roots.get(stem, [])
                if stem is whole
                else self.keys.get(stem, []) + self.roots.get(stem, [])
            )
            for match in known:
                if match.script == script:
                    yield _further(match, SPELT + INFLECTED, doubtful)

    def _add(self, place: Place, name: str, near: int) -> None:
        parts = [word for word in words(name) if not word.small]
        if any(word.han for word in parts):
            self._add_han(place, "".join(word.plain for word in parts), near)
            return
        core = "".join(word.plain for word in parts if word.kinds is None)
        if not core:
            return
        abbreviation = len(core) <= _ABBREVIATION and name.isupper()
        self._add_plain(place, "".join(word.plain for word in parts), near, abbreviation)
        if core not in NOT_ALONE and len(parts) > 1:
            self._add_plain(place, core, CALLED, abbreviation)

    def _add_plain(self, place: Place, plain: str, near: int, abbreviation: bool) -> None:
        whole = key(plain)
        doubtful = plain in NAMES_TOO or len(whole) <= _SHORT or abbreviation
        match = Match(place.id, near, doubtful, script_of(plain))
        _keep(self.plain, plain, match)
        if abbreviation:
            return
        _keep(self.keys, whole, match)
        if root(whole) != whole and match.script in "ca":
            _keep(self.roots, root(whole), match)

    def _add_han(self, place: Place, han: str, near: int) -> None:
        bare, _ = han_bare(han)
        for name, how in ((han, near), (bare, CALLED)):
            if name not in NOT_ALONE and (name != han or how == near) and len(name) > 1:
                _keep(self.han, name, Match(place.id, how))
                _keep(self.sounding, sounds(name), Match(place.id, how))


def nearest(matches: Iterable[Match]) -> list[Match]:
    """One match a place, its nearest."""
    best: dict[str, Match] = {}
    for match in matches:
        known = best.get(match.place_id)
        if known is None or (match.near, match.doubtful) < (known.near, known.doubtful):
            best[match.place_id] = match
    return list(best.values())


def _names(place: Place) -> list[str]:
    """What it is called in the six languages: a crossing by both names together and by each."""
    together = [place.named(code).replace(BOTH_SIDES, " ") for code in CODES]
    return list(dict.fromkeys([*together, *(side for code in CODES for side in place.sides(code))]))


def _further(match: Match, more: int, doubtful: bool) -> Match:
    return Match(match.place_id, match.near + more, match.doubtful or doubtful, match.script)


def _keep(names: Names, name: str, match: Match) -> None:
    known = names.setdefault(name, [])
    for place, other in enumerate(known):
        if (other.place_id, other.script) == (match.place_id, match.script):
            if match.near < other.near:
                known[place] = match
            return
    known.append(match)


def _resembling(
    said: str, by_letter: dict[str, list[str]], names: Names, wrong: int, more: int
) -> Iterable[Match]:
    """The names that begin as *said* does and differ from it in up to *wrong* letters."""
    known = by_letter.get(_first(said), [])
    for meant, distance, _ in process.extract(said, known, scorer=OSA.distance, score_cutoff=wrong, limit=9):
        if len(said) > _SHORT + 2 or _same_consonants(said, meant):
            near = GUESSED + 2 * int(distance) + more
            for match in names[meant]:
                yield Match(match.place_id, near + min(match.near, 1))


def _first(name: str) -> str:
    return name[:1].lower()  # "S" is sh in a key, and s for many


def _same_consonants(said: str, meant: str) -> bool:
    """In a short word a wrong consonant makes another word; one left out or two turned about do not."""
    heard, wanted = (_VOWELS.sub("", one).translate(_VOICELESS) for one in (said, meant))
    if sorted(heard) == sorted(wanted):
        return True
    return len(said) < len(meant) and len(wanted) - len(heard) == 1 and not set(heard) - set(wanted)


def _may_be_wrong(letters: int, *, alone: bool) -> int:
    """How many letters of a word may be wrong before it is another word."""
    if alone:
        return 0 if letters <= _SHORT else 1 if letters < 8 else 2 if letters < 18 else 3
    return 0 if letters < 6 else 1 if letters < 12 else 2
