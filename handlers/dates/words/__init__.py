"""The words of time of all six languages in one table, from how they are written to what they mean.

Each language has a file of tables. `WORDS` goes from a kind (the letters are in
`handlers/dates/tokens.py`) and a value to the forms, between spaces:

    июл(ь е ем ю)        the stem with each of these endings; with an empty one if a space opens the list
    шілде+               the stem with each of the language's `ENDINGS`
    day_before_yesterday a phrase

A kind of several letters is a word that says several things; the value is that of the first. An ending
may say something too: F "from", U "until". `ATTACHED` are endings that follow digits (14th, 3-нен),
`SPELLINGS` are what is rewritten, as regular expressions, before words are looked for.
"""

import re
from collections.abc import Iterator

from handlers.dates.letters import plain
from handlers.dates.words import chinese, english, kazakh, russian, uyghur
from locales.kazakh_arabic import to_arabic

Meaning = tuple[tuple[str, int], ...]
"""(kind, value) of each thing that a word says; none for a word that may be passed over."""

_LANGUAGES = (english, russian, kazakh, chinese, uyghur)
_FORM = re.compile("([^ (]+)(?:\\(([^)]*)\\)([^ (]*))?(?:\\(([^)]*)\\))?")


def _forms(written: str, endings: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each form of a row, with what its ending says."""
    for stem, first, between, second in _FORM.findall(written):
        if stem.endswith("+"):
            yield stem[:-1], ""
            for says, ends in endings.items():
                yield from ((stem[:-1] + end, says) for end in ends.split())
        else:
            for one in first.split(" ") if first else [""]:
                for two in second.split(" ") if second else [""]:
                    yield stem + one + between + two, ""


def _entries() -> Iterator[tuple[str, Meaning]]:
    for language in _LANGUAGES:
        for kinds, values in language.WORDS.items():
            for value, written in values.items():
                for form, says in _forms(written, language.ENDINGS):
                    meaning = tuple((kind, 0 if place else value) for place, kind in enumerate(kinds))
                    shown = form.replace("_", " ")
                    yield shown, meaning + ((says, 0),) * bool(says)
                    meaning += ((says, 0),) * bool(says)
                    if language is kazakh and kinds.startswith(kazakh.COUNTED):
                        yield f"он {shown}", (("n", 10), *meaning)
                        yield to_arabic(f"он {shown}"), (("n", 10), *meaning)
                    if language is kazakh:
                        yield to_arabic(shown), meaning


def _attached() -> Iterator[tuple[str, str]]:
    for language in _LANGUAGES:
        for says, ends in language.ATTACHED.items():
            for end in ends.split():
                yield plain(end), says
                if language is kazakh:
                    yield plain(to_arabic(end)), says


LEXICON: dict[tuple[str, ...], Meaning] = {}
for _shown, _meaning in _entries():
    LEXICON.setdefault(tuple(plain(_shown).split()), _meaning)
LONGEST = max(map(len, LEXICON))
"""Words in the longest phrase."""
LONGEST_HAN = max(len(word[0]) for word in LEXICON if "\u4e00" <= word[0][0] <= "\u9fff")
ATTACHED: dict[str, str] = dict(_attached())
SPELLINGS = tuple((re.compile(rule), to) for language in _LANGUAGES for rule, to in language.SPELLINGS)
