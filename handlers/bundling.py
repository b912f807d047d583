"""Parts of what is said, put into as many messages as Telegram takes: long words are cut, never dropped.

How long a text of the catalogue becomes is known only in the reader's language, so it is reckoned
with room to spare.
"""

from collections.abc import Sequence

from handlers.cutting import pieces
from handlers.saying import LONGEST_ROW, Part, lines, units

_ROOM = 3_300  # UTF-16 units of one message that parts may fill; Telegram takes 4,096
_A_MESSAGE = 250  # reckoned for a message of the catalogue by itself
_A_LINE = 80  # for one within others: an option, a day, a place, a line of a timeline
_A_LABEL = 40  # labels are also buttons, which have thirty letters at most
_AROUND = 4  # for what stands between parts, and around somebody's words


def bundled(parts: Sequence[Part]) -> list[list[Part]]:
    """*parts* in messages, in their order; a label stands over each piece of what it was over."""
    bundles: list[list[Part]] = [[]]
    room = _ROOM
    for part in parts:
        for piece in _cut(part):
            size = _A_MESSAGE if "id" in piece else _size(piece)
            if size > room and bundles[-1]:
                above = bundles[-1].pop() if "heading" in bundles[-1][-1] else None
                bundles.append([])
                room = _ROOM
                if above is not None:  # a title stands with what it is over
                    bundles[-1].append(above)
                    room -= _size(above)
            bundles[-1].append(piece)
            room -= size
    return [bundle for bundle in bundles if bundle] or [[]]


def _size(part: Part) -> int:
    """UTF-16 units that *part* may take, within others or by itself."""
    several = part.get("lines") or part.get("row")
    if several:
        return sum(_size(one) + _AROUND for one in several)
    if "value" in part:
        return _A_LABEL + _size(part["value"])
    if "raw" in part:
        return units(part["raw"]) + _AROUND + (_A_LABEL if "label" in part else 0)
    return _A_LINE


def _cut(part: Part) -> list[Part]:
    """*part* in pieces each of which has room in a message."""
    if "value" in part:
        return [{**part, "value": one} for one in _cut(part["value"])]
    if "raw" in part:
        return [{**part, "raw": one} for one in pieces(part["raw"])]
    if _size(part) <= LONGEST_ROW:
        return [part]
    groups: list[list[Part]] = [[]]
    for one in part.get("lines") or part.get("row") or ():
        for piece in _cut(one):
            if groups[-1] and sum(map(_size, groups[-1])) + _size(piece) > LONGEST_ROW:
                groups.append([])
            groups[-1].append(piece)
    return [lines(group) for group in groups]
