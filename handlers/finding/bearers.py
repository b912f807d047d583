"""Which cases bear a word, by their numbers: a list while they are few, one bit each once they are many.

Names are borne by more the more cases there are. A set of bits is joined with another and cut with it
at once, at a hundred thousand cases in a microsecond, so that a search does not grow with them.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_MANY = 1_000
"""From so many on bits take less room than a list would, at a hundred thousand cases about; what is fewer
is turned into bits where it is asked for, which takes at most a tenth of a millisecond."""


class Bearers:
    """The numbers of the cases that bear one word; higher numbers were told later."""

    __slots__ = ("_few", "_mask", "_size")

    def __init__(self, number: int) -> None:
        self._few: array[int] | None = array("I", (number,))
        self._mask = 0
        self._size = 1

    def __len__(self) -> int:
        return self._size

    def add(self, number: int) -> None:
        """One more bears it; its number is higher than all that are here."""
        self._size += 1
        if self._few is None:
            self._mask |= 1 << number
            return
        self._few.append(number)
        if self._size > _MANY:
            self._mask, self._few = _mask_of([self._few]), None

    def remove(self, number: int) -> None:
        """It does not bear it any more; it is one of them."""
        self._size -= 1
        if self._few is None:
            self._mask &= ~(1 << number)
        else:
            del self._few[bisect_left(self._few, number)]


def any_of(bearers: Iterable[Bearers]) -> int:
    """Who bears any of these words, a bit for each."""
    mask, few = 0, []
    for one in bearers:
        if one._few is None:
            mask |= one._mask
        else:
            few.append(one._few)
    return mask | _mask_of(few)


def latest(mask: int, most: int) -> list[int]:
    """The *most* highest numbers of the bits that are set, the highest first."""
    found: list[int] = []
    for number in _downwards(mask):
        if len(found) == most:
            break
        found.append(number)
    return found


def _mask_of(lists: Iterable["array[int]"]) -> int:
    together = [one for one in lists if one]
    if not together:
        return 0
    bits = bytearray(max(one[-1] for one in together) // 8 + 1)
    for one in together:
        for number in one:
            bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def _downwards(mask: int) -> Iterator[int]:
    left = mask.to_bytes((mask.bit_length() + 7) // 8, "little")
    while left := left.rstrip(b"\0"):
        at = len(left) - 1
        byte = left[at]
        yield from (at * 8 + bit for bit in range(7, -1, -1) if byte >> bit & 1)
        left = left[:at]
