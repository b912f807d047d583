"""Parts of what is said in messages that Telegram takes; somebody's long words are cut, never dropped."""

from collections.abc import Sequence

from handlers.saying import Part, pieces, units

_ROOM = 3_300  # UTF-16 units of one message that parts may fill; Telegram takes 4,096
_A_MESSAGE, _A_LABEL = 250, 80  # units reckoned for a message of the catalogue, and for a line of it


def bundled(parts: Sequence[Part]) -> list[list[Part]]:
    """*parts*, a list for each message."""
    bundles: list[list[Part]] = [[]]
    room = _ROOM
    for part in parts:
        said = part.get("raw")
        ours = _A_LABEL * len(part.get("lines", ())) or (_A_LABEL if "label" in part else _A_MESSAGE)
        for piece in pieces(said) if isinstance(said, str) else [None]:
            size = ours if piece is None else units(piece) + _A_LABEL
            if size > room and bundles[-1]:
                bundles.append([])
                room = _ROOM
            bundles[-1].append(part if piece is None else {**part, "raw": piece})
            room -= size
    return bundles
