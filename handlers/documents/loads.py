"""Who has how much in hand, as one picture: a square for each case and each task, by codes."""

import json
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from handlers.documents.lettering import ARABIC, our_words, runs
from handlers.documents.typesetting import compiled
from handlers.saying import Part, msg, words
from locales.catalog import Catalog
from locales.languages import SOURCE, direction
from storage.records import Json

_PER_INCH = 144
_SQUARES = 16  # of one sort in one line; the number stands beside them
_MARKS = ("held", "free", "over", "tasks", "overdue")


def drawn(catalog: Catalog, zone: ZoneInfo, body: Json, language: str | None) -> bytes:
    """The figures of an outbox *body*, PNG. It takes tenths of a second: not for the event loop.

    Args:
        zone: In which times are told.
        language: The reader's; a language that the body itself names goes first.

    Raises:
        locales.catalog.MissingText: They name a message that is not there.
        CannotTypeset: As `handlers.documents.typesetting.compiled`.
    """
    code = body.get("language") or language or SOURCE
    page = direction(code)

    def said(part: Part) -> list[str]:
        text = words(catalog, zone, part, code)
        return list(runs(" ".join(one.text for one in our_words(text, page))))

    seen = body["figures"]
    data = {
        "language": code.partition("-")[0],
        "direction": page,
        "arabic": ARABIC,
        "title": said(seen["title"]),
        "marks": [{"mark": one, "label": said(msg(f"load-mark-{one}"))} for one in _MARKS],
        "rows": [_row(one, said) for one in seen["rows"]],
        "more": [said(one) for one in seen["more"]],
        "lists": [
            {
                "title": said(one["title"]),
                "lines": [said(each) for each in (*one["lines"], *one["more"])],
            }
            for one in seen["lists"]
        ],
    }
    (png,) = compiled("loads.typ", {"loads": json.dumps(data, ensure_ascii=False)}, "png", _PER_INCH)
    return png


def _row(one: Json, said: Any) -> Mapping[str, Any]:
    held, most = int(one["held"]), int(one["most"])
    cases = ["held"] * min(held, most) + ["over"] * max(0, held - most) + ["free"] * max(0, most - held)
    tasks = ["overdue"] * one["overdue"] + ["tasks"] * (one["tasks"] - one["overdue"])
    return {
        "code": one["code"],
        "cases": {"label": said(one["cases_said"]), "squares": cases[:_SQUARES]},
        "tasks": {"label": said(one["tasks_said"]), "squares": tasks[:_SQUARES]},
        "notes": [said(each) for each in one["notes"]],
    }
