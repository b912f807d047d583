"""Numbers as a picture, PNG: a bar for each, drawn by typst as sheets are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.documents.lettering import ARABIC, our_words, runs
from handlers.documents.typesetting import compiled
from locales.languages import Direction, direction

_PER_INCH = 144


@dataclass(frozen=True, slots=True)
class Bar:
    """One number.

    Attributes:
        answer: It is what people said, and not how they were reached.
    """

    label: str
    number: int
    answer: bool = False


def drawn(language: str, title: str, bars: Sequence[Bar]) -> bytes:
    """The picture.

    Raises:
        CannotTypeset: As `handlers.documents.typesetting.typeset`.
    """
    page = direction(language)
    most = max([1, *(one.number for one in bars)])
    data = {
        "language": language.partition("-")[0],
        "direction": page,
        "arabic": ARABIC,
        "title": _line(title, page),
        "bars": [
            {
                "label": _line(one.label, page),
                "number": str(one.number),
                "share": one.number / most,
                "answer": one.answer,
            }
            for one in bars
        ],
    }
    (png,) = compiled("bars.typ", {"figures": json.dumps(data, ensure_ascii=False)}, "png", _PER_INCH)
    return png


def _line(text: str, page: Direction) -> list[str]:
    return list(runs(" ".join(line.text for line in our_words(text, page))))
