"""Names as they are spelt in four scripts, folded to what their spellings share.

A folded word is of plain Latin letters, in which sounds that spellings confuse are one; its skeleton
has only the classes of its consonants, which is what survives the way through Chinese characters. Both
a name that was told and one that is typed go through the same, so it need not be a good
transliteration, only an even one. It finds; it decides nothing: whoever looks sees the names.
"""

import re

from handlers.finding.characters import SYLLABLES
from handlers.places.words import key, words

_CLASSES = {
    **dict.fromkeys("bpf", "B"),
    **dict.fromkeys("dt", "D"),
    **dict.fromkeys("sSzcj", "S"),
    **dict.fromkeys("lr", "L"),
    **dict.fromkeys("gkh", "K"),
    **dict.fromkeys("nm", "N"),
}
_MOST_WORDS = 8
_BETWEEN = re.compile("[·•・‧]")  # the parts of a name in Chinese characters
_ENDINGS = ("uli", "kizi", "ouic", "euic", "ouna", "euna", "oua", "eua", "ou", "eu")  # as they are folded
_SHORTEST_STEM = 3


def folded(name: str) -> list[str]:
    """The words of a name, folded; Chinese characters as they are, and once more as they sound."""
    found: list[str] = []
    for word in words(_BETWEEN.sub(" ", name))[:_MOST_WORDS]:
        if not word.han:
            found.append(_evened(key(word.plain)))
            continue
        found.append(word.plain)
        if all(sign in SYLLABLES for sign in word.plain):
            found.append(_evened(key("".join(SYLLABLES[sign] for sign in word.plain))))
    return [one for one in dict.fromkeys(found) if one]


def _evened(word: str) -> str:
    return word[1:] if word.startswith("ie") else word  # Yerlan and Ерлан


def asked(name: str) -> list[list[str]]:
    """What is looked for: of each word of a name the ways in which it may stand in a report."""
    return [folded(word) for word in _BETWEEN.sub(" ", name).split()[:_MOST_WORDS] if folded(word)]


def stem(word: str) -> str:
    """A folded word without the ending of a patronymic or a surname."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def skeleton(word: str) -> str:
    """The classes of a folded word's consonants, each once in a row."""
    classes = [_CLASSES[letter] for letter in word if letter in _CLASSES]
    return "".join(one for at, one in enumerate(classes) if at == 0 or classes[at - 1] != one)


def skeletons(word: str) -> set[str]:
    """Its own, and each that is one class shorter: two that share any differ by one slip."""
    whole = skeleton(word)
    shorter = {whole[:at] + whole[at + 1 :] for at in range(len(whole)) if len(whole) > 2}
    return ({whole} | shorter) - {""}
