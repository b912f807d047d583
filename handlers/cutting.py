"""Somebody's words in as many messages as they need: nothing lost, and nothing torn that is seen as one."""

import re
import unicodedata
from collections.abc import Sequence

from handlers.saying import LONGEST_ROW, units

_JOINER = "\u200d"
_TONE_OR_TAG = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")  # of a skin; of a region's flag
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]*\\Z")
_LONGEST_SIGN = 64  # letters; what goes on longer is nobody's sign


def pieces(text: str) -> Sequence[str]:
    """*text* in pieces that fit into a message, cut at the end of a line or word where there is one.

    What is seen as one sign stays whole: a letter with its marks, a flag, a family of emoji.
    """
    found = []
    while units(text) > LONGEST_ROW:
        end = LONGEST_ROW
        while units(text[:end]) > LONGEST_ROW:
            end -= (units(text[:end]) - LONGEST_ROW + 1) // 2  # a letter has two units at most
        cut = max(text.rfind("\n", end // 2, end), text.rfind(" ", end // 2, end))
        cut = _seam(text, cut + 1 if cut > 0 else end)
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text]


def _seam(text: str, cut: int) -> int:
    """*cut*, or the nearest place before it where no sign is torn."""
    for at in range(cut, max(cut - _LONGEST_SIGN, 0), -1):
        if not _joined(text, at):
            return at
    return cut


def _joined(text: str, at: int) -> bool:
    """Whether the letters before and after *at* are seen as one sign."""
    before, after = text[at - 1], text[at]
    if before == _JOINER or after == _JOINER or _TONE_OR_TAG.match(after):
        return True
    if unicodedata.category(after) in ("Mn", "Mc", "Me"):
        return True
    if before == "\r" and after == "\n":
        return True
    # Two letters make a flag, and the next two another.
    flags = len(_FLAGS.search(text[:at])[0])  # type: ignore[index]  # it matches nothing, too
    return bool(flags % 2 and _FLAGS.fullmatch(after))
