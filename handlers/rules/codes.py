"""A case's short public name, such as `K7Q-4M2`: said on the phone, written on paper, typed by tired people.

Six characters of 23 that do not look or sound alike. The last is a check: with a prime
number of characters and weights that differ, every single slip and every swap of two
neighbours is noticed (ISO 7064 uses the same idea).
"""

from collections.abc import Callable

ALPHABET = "2346789ACDEFHJKMNPQRTWX"
_LENGTH = 6
_SHORT = 5
# What people type on a Cyrillic keyboard when they see a Latin letter.
_LOOKALIKES = str.maketrans("АСЕНКМРТХ", "ACEHKMPTX")


def make(choose: Callable[[str], str]) -> str:
    """A fresh code.

    Args:
        choose: Picks one character at random; `secrets.choice`.
    """
    body = "".join(choose(ALPHABET) for _ in range(_LENGTH - 1))
    return _shown(body + _check(body))


def read(text: str) -> str | None:
    """The code that somebody typed; None when it is none, or has a slip."""
    typed = "".join(text.upper().translate(_LOOKALIKES).replace("-", " ").split())
    if len(typed) != _LENGTH or any(letter not in ALPHABET for letter in typed):
        return None
    return _shown(typed) if _check(typed[:-1]) == typed[-1] else None


def short(digest: str) -> str:
    """Five characters for somebody of the team, the last of them a check.

    Args:
        digest: A keyed hash in hexadecimal: always the same, and it tells nothing.
    """
    number, body = int(digest, 16), ""
    for _ in range(_SHORT - 1):
        number, letter = divmod(number, len(ALPHABET))
        body += ALPHABET[letter]
    return body + _check(body)


def read_short(text: str) -> str | None:
    """As `read`, for somebody's code."""
    typed = "".join(text.upper().translate(_LOOKALIKES).split())
    if len(typed) != _SHORT or any(letter not in ALPHABET for letter in typed):
        return None
    return typed if _check(typed[:-1]) == typed[-1] else None


def _check(body: str) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def _shown(code: str) -> str:
    return f"{code[:3]}-{code[3:]}"
