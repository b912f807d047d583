"""A case code survives tired fingers, or is refused; it is never read as another."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from handlers.rules import codes

made = st.randoms(use_true_random=False).map(lambda chance: codes.make(chance.choice))


@given(made)
def test_reads_what_it_made(code: str) -> None:
    """As it was shown, in small letters, with spaces, or without anything between."""
    for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')} "):
        assert codes.read(typed) == code


@given(made)
def test_every_single_slip_is_noticed(code: str) -> None:
    """One wrong character never gives another case."""
    bare = code.replace("-", "")
    for place, letter in itertools.product(range(6), codes.ALPHABET):
        if letter != bare[place]:
            assert codes.read(bare[:place] + letter + bare[place + 1 :]) is None


@given(made)
def test_every_swap_of_neighbours_is_noticed(code: str) -> None:
    """Two characters in the wrong order never give another case."""
    bare = code.replace("-", "")
    for place in range(5):
        swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
        assert swapped == bare or codes.read(swapped) is None


def test_cyrillic_letters_that_look_latin_are_read() -> None:
    """A Russian keyboard is no reason to be turned away."""
    code = next(
        one for one in (codes.make(random.Random(n).choice) for n in range(999)) if {"A", "K"} <= set(one)
    )
    assert codes.read(code.replace("A", "А").replace("K", "К")) == code


def test_no_character_looks_like_another() -> None:
    """Of each pair that is mistaken in print or by hand, one at most is used."""
    for pair in ("0O", "0Q", "1I", "1L", "IL", "2Z", "5S", "6G", "8B", "UV", "VY", "DO"):
        assert not set(pair) <= set(codes.ALPHABET)
    assert len(set(codes.ALPHABET)) == 23
