"""Which place somebody means, from her own words, in any of the six languages and however she spells it.

It is asked about an answer to "where?", which may be a name, a name with an ending («Алматыда»), or a
whole story. One place that the words surely name is `exact`; what they may name are `options`, to be
asked about and never to be taken for granted. Where no place is named nothing is offered: a guess would
be kept as something that the family said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from handlers.places.han_sounds import sounds
from handlers.places.index import GUESSED, OTHERWISE, SPELT, Index, Match, nearest
from handlers.places.ordinary_words import NEVER_MISSPELT
from handlers.places.words import Word, han_bare, han_kinds, words
from locales.gazetteer import Gazetteer, Kind

_ORDER: tuple[Kind, ...] = (
    "country", "city", "crossing", "prefecture", "region", "county", "district", "embassy", "consulate",
)  # fmt: skip
_LONGEST = 6  # words of a name
_READ = 90  # words of a long answer; what follows tells what happened rather than where
_TRIED = 12  # unknown words of a long answer that are tried as misspelt names
_HAN_TRIED = 16  # characters; a longer run is a sentence, in which nothing is guessed
_HAN_SMALL = "在从到去于往住里是回来内境的了人被我他她们您你那这"
_HAN_LONG = 8  # characters of a name in which two may be wrong
_HAN_SHORT = 2  # so short a name may be meant by its sound only where nothing else is said
_AT_THE_BORDER = ("границ", "шекара", "border", "چېگرا", "شەكارا", "口岸", "边境", "关口", "кпп", "пропуск")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        exact: The one place that the text names, and nothing else with it; None where it may be another.
        options: Ids, best first, `exact` among them.
    """

    exact: str | None
    options: tuple[str, ...]


NOTHING = Found(None, ())


@dataclass(slots=True)
class _Read:
    """What has been read: for each piece of the text that names places its matches, and the rest."""

    named: list[list[Match]]
    rest: list[list[Word]]
    whole: bool = True


def find(gazetteer: Gazetteer, text: str, most: int = 5) -> Found:
    """The place that *text* names, and up to *most* that it may name."""
    index = _index(gazetteer)
    said = [word for word in words(text) if not word.small][:_READ]
    if not any(word.kinds is None for word in said):
        return NOTHING
    border = any(sign in text.casefold() for sign in _AT_THE_BORDER)
    read = _read(index, said)
    pieces = [_sorted(index, matches, border) for matches in read.named]
    exact = _exact(gazetteer, pieces) if read.whole else None
    pieces = _inmost_first(gazetteer, pieces)
    if read.rest:
        whole, single = _guessed(index, said, read)
        # The whole answer read as one misspelt name is nearer than the names that are parts of it.
        pieces = [
            *(_sorted(index, matches, border) for matches in whole),
            *pieces,
            *(_sorted(index, matches, border) for matches in single),
        ]
    options = _best_of_each(pieces)
    if exact is not None:
        options = [exact, *(one for one in options if one != exact)]
    return Found(exact, tuple(options[:most]))


@lru_cache(maxsize=2)
def _index(gazetteer: Gazetteer) -> Index:
    return Index.of(gazetteer)


def _read(index: Index, said: Sequence[Word]) -> _Read:
    """Take the longest names first come, first served; what is left over is the rest."""
    read = _Read([], [])
    left: list[Word] = []
    start = 0
    while start < len(said):
        word = said[start]
        if word.han:
            matches, all_of_it = _han(index, word.plain, alone=len(said) == 1)
            read.named += matches
            read.whole = read.whole and all_of_it
            start += 1
            continue
        length, found = _longest(index, said, start)
        if found:
            read.named.append(found)
            start += length
            if left:
                read.rest.append(left)
                left = []
            continue
        if word.kinds is None:
            left.append(word)
        start += 1
    if left:
        read.rest.append(left)
    read.whole = read.whole and not read.rest
    return read


def _longest(index: Index, said: Sequence[Word], start: int) -> tuple[int, list[Match]]:
    """The longest name that begins at *start*: its words and its matches."""
    end, full, core = start, "", ""
    while end < len(said) and end - start < _LONGEST and not said[end].han:
        full += said[end].plain
        core += "" if said[end].kinds is not None else said[end].plain
        end += 1
        if not index.begins(full) and not index.begins(core):
            break
    for stop in range(end, start, -1):
        span = said[start:stop]
        if all(word.kinds is not None for word in span):
            break
        found = index.look_up(span)
        # The first word of a sentence has a capital letter whatever it is.
        sure = len(span) == len(said) or (span[0].capital and start > 0) or _spoken_of(span)
        kept = [match for match in found if sure or not match.doubtful]
        if kept:
            return stop - start, kept
    return 0, []


def _spoken_of(span: Sequence[Word]) -> bool:
    """A word such as "city" stands with the name."""
    return any(word.kinds is not None for word in span)


def _han(index: Index, run: str, *, alone: bool) -> tuple[list[list[Match]], bool]:
    """The places in a run of Chinese characters, and whether nothing else stands in it."""
    named: list[list[Match]] = []
    left = ""
    start = 0
    while start < len(run):
        length, found = _han_name(index, run, start, alone=alone)
        if not found:
            left += run[start]
            start += 1
            continue
        start += length
        after = han_kinds(run[start:])
        if after is not None:
            start += after[0]
            found = [
                match
                if index.kinds[match.place_id] in after[1]
                else Match(match.place_id, match.near + OTHERWISE)
                for match in found
            ]
        named.append(found)
    unnamed = left.strip(_HAN_SMALL)
    if not unnamed or len(run.strip(_HAN_SMALL)) > _HAN_TRIED:
        return named, not unnamed
    guessed = [] if run in NEVER_MISSPELT else _han_guess(index, run)
    return ([guessed, *named] if guessed else named), False


def _han_name(index: Index, run: str, start: int, *, alone: bool) -> tuple[int, list[Match]]:
    for length in range(min(len(run) - start, 20), 1, -1):
        name = run[start : start + length]
        found = index.han.get(name, [])
        if not found and (length > _HAN_SHORT or (alone and length == len(run))):
            found = [
                Match(match.place_id, match.near + SPELT) for match in index.sounding.get(sounds(name), ())
            ]
        if found:
            return length, found
    return 0, []


def _han_guess(index: Index, run: str) -> list[Match]:
    """Places whose Chinese name *run* is but for one character; two characters only turned about."""
    found = []
    bare = run.strip(_HAN_SMALL)
    for said in dict.fromkeys((run, bare, han_bare(bare)[0])):
        heard = sounds(said)
        may_be_wrong = 1 if len(said) < _HAN_LONG else 2
        for name, matches in index.sounding.items():
            if abs(len(name) - len(heard)) > may_be_wrong or len(name) < 2:
                continue
            wrong = OSA.distance(heard, name, score_cutoff=may_be_wrong)
            if wrong <= may_be_wrong and (min(len(name), len(heard)) > 2 or set(name) == set(heard)):
                found += [
                    Match(match.place_id, GUESSED + 2 * wrong + min(match.near, 1)) for match in matches
                ]
        if len(said) == 2:
            # Two characters of three: by their looks only, or every common word would be half a name.
            for name, matches in index.han.items():
                if len(name) == 3 and OSA.distance(said, name, score_cutoff=1) == 1:
                    found += [Match(match.place_id, GUESSED + 2) for match in matches]
    return nearest(found)


def _guessed(index: Index, said: Sequence[Word], read: _Read) -> tuple[list[list[Match]], list[list[Match]]]:
    """What the unknown words may have meant: the whole answer, if it is short; else single words of it."""
    spoken = [word for word in said if not word.han]
    whole = index.guess(spoken, alone=True) if len(spoken) <= _LONGEST + 2 else []
    if whole:
        return [whole], []
    tried = [word for left in read.rest for word in left][:_TRIED]
    found = (index.guess([word], alone=False) for word in tried if _may_be_name(word, said))
    return [], [matches for matches in found if matches]


def _may_be_name(word: Word, said: Sequence[Word]) -> bool:
    """In a script with capital letters a name has one, unless nothing in the answer does."""
    return word.capital or not any(other.capital for other in said)


def _sorted(index: Index, matches: Sequence[Match], border: bool) -> list[Match]:
    def order(match: Match) -> tuple[bool, int, int, str]:
        kind = index.kinds[match.place_id]
        return border and kind != "crossing", match.near, _ORDER.index(kind), match.place_id

    return sorted(matches, key=order)


def _exact(gazetteer: Gazetteer, pieces: Sequence[Sequence[Match]]) -> str | None:
    """The place that all *pieces* name: one of them is in it, the others are around it."""
    sure: list[tuple[int, str]] = []
    for number, matches in enumerate(pieces):
        others = [
            {match.place_id for match in other if match.near < OTHERWISE}
            for at, other in enumerate(pieces)
            if at != number
        ]
        for match in matches:
            around = {match.place_id, *gazetteer.around(match.place_id)}
            if match.near < OTHERWISE and all(around & other for other in others):
                sure.append((match.near, match.place_id))
    if not sure:
        return None
    best = min(near for near, _ in sure)
    named = {place_id for near, place_id in sure if near == best}
    return named.pop() if len(named) == 1 else None


def _inmost_first(gazetteer: Gazetteer, pieces: list[list[Match]]) -> list[list[Match]]:
    """A piece that only tells where another lies ("Xinjiang, Kashgar") stands behind it."""
    around = {place_id for matches in pieces for place_id in gazetteer.around(matches[0].place_id)}
    return sorted(pieces, key=lambda matches: matches[0].place_id in around)


def _best_of_each(pieces: Sequence[Sequence[Match]]) -> list[str]:
    """Ids without repeats: the best of each piece, then the second of each …"""
    turns = max((len(matches) for matches in pieces), default=0)
    ids = [matches[turn].place_id for turn in range(turns) for matches in pieces if turn < len(matches)]
    return list(dict.fromkeys(ids))
