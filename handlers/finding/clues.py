"""What a report can be found by besides its names: telephones and numbers of papers, each in one form.

The same reading is used for what a family told and for what a coordinator types, so that both come to
the same value: telephones as E.164 has them, papers in capital letters and digits alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from storage.clues import PAPER, PHONE
from storage.records import Json

_REGIONS = ("KZ", "CN", "RU")
_PHONES_TOLD = ("phone", "second-contact")
_PAPERS_TOLD = "identity"
SHORTEST_PAPER = 5  # letters and digits
_LONGEST_PAPER = 20
# What is typed on a Cyrillic keyboard where the paper has a Latin letter.
_LATIN = str.maketrans("АВСЕНІКМОРТХУ", "ABCEHIKMOPTXY")


def clues_of(told: Json) -> set[tuple[str, str]]:
    """Kind and value of everything that a case with this body is found by."""
    found: set[tuple[str, str]] = set()
    for key, answer in told.get("answers", {}).items():
        first, _, rest = key.partition(".")
        if first in _PHONES_TOLD:
            found.update((PHONE, one) for text in _texts(answer) for one in phones_in(text))
            if isinstance(answer.get("value"), str):
                found.add((PHONE, answer["value"]))
        elif first == _PAPERS_TOLD and (not rest or rest.endswith("number")):
            found.update((PAPER, one) for text in _texts(answer) if (one := paper_in(text)) is not None)
    return found


def phones_in(text: str) -> Iterator[str]:
    """Telephone numbers in *text*, as E.164 has them; one without a country may be of several."""
    if sum(letter.isdigit() for letter in text) < SHORTEST_PAPER:
        return
    # Loads the world's numbering plans; only who has a number to read pays for it.
    import phonenumbers

    seen: set[str] = set()
    for region in _REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            if number not in seen:
                seen.add(number)
                yield number


def paper_in(text: str) -> str | None:
    """The number of a paper in its one form; None for what is too short or too long to be one."""
    bare = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_LATIN)
    whole = SHORTEST_PAPER <= len(bare) <= _LONGEST_PAPER
    return bare if whole and any(letter.isdigit() for letter in bare) else None


def _texts(answer: Mapping[str, Any]) -> list[str]:
    return [str(one["text"]) for one in answer.get("texts", ())]
