"""From a sheet to the pages of a PDF, by typst, with the fonts of this folder and no others.

The same sheet always becomes the same bytes. What people wrote goes in as data beside the
template, never as a part of it, and nothing is written to the disk on the way.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from handlers.documents.coverage import FONTS
from handlers.documents.lettering import ARABIC, Line, clean, our_words, own_words, runs
from handlers.documents.sheet import Row, Section, Sheet
from locales.languages import Direction, direction

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
_REGIONS = {"zh-Hans": "CN"}
_SHORT = 900  # characters of an answer, and
_FEW = 12  # lines of it, that stay together on one page
_WIDE = 200  # characters that never fit one line, so that nobody need measure them


class CannotTypeset(Exception):
    """The sheet could not be typeset, and never will be as it is."""


def typeset(sheet: Sheet, *, made_at: datetime | None = None) -> bytes:
    """The sheet as PDF, on A4.

    Args:
        made_at: Aware; the time that the file tells of itself. None: it tells none.

    Raises:
        CannotTypeset: As it says; the words of the sheet are not in the message.
    """
    (pdf,) = _compiled(sheet, "pdf", made_at)
    return pdf


def pages_as_svg(sheet: Sheet) -> list[bytes]:
    """The same pages as drawings, in which each letter has its place.

    Raises:
        CannotTypeset: As `typeset`.
    """
    return _compiled(sheet, "svg", None)


def _compiled(
    sheet: Sheet, kind: Literal["pdf", "png", "svg"], made_at: datetime | None, per_inch: int | None = None
) -> list[bytes]:
    words = json.dumps(_data(sheet, made_at), ensure_ascii=False)
    return compiled("sheet.typ", {"sheet": words}, kind, per_inch)


def compiled(
    template: str, inputs: dict[str, str], kind: Literal["pdf", "png", "svg"], per_inch: int | None = None
) -> list[bytes]:
    """The pages that a template of this folder makes of its inputs.

    Raises:
        CannotTypeset: As it says; what is in the inputs is not in the message.
    """
    # 60 MB that only whoever prints something loads.
    import typst

    try:
        compiler = typst.Compiler(
            _template(template),
            root=_HERE,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
        made = compiler.compile(format=kind, ppi=per_inch)
    except typst.TypstError as error:
        # Its message may quote the words of the sheet.
        raise CannotTypeset(type(error).__name__) from None
    except BaseException as error:
        # A bug in typst itself comes as an exception that nothing catches, with the words in its message.
        if type(error).__name__ != "PanicException":
            raise
        raise CannotTypeset("PanicException") from None
    assert made is not None, "nothing is written to a file"
    return made if isinstance(made, list) else [made]


@cache
def _template(name: str) -> bytes:
    return (_HERE / name).read_bytes()


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _data(sheet: Sheet, made_at: datetime | None) -> dict[str, Any]:
    page = direction(sheet.language)
    return {
        "language": sheet.language.partition("-")[0],
        "region": _REGIONS.get(sheet.language),
        "direction": page,
        "arabic": ARABIC,
        "made_at": None if made_at is None else list(made_at.astimezone(UTC).timetuple()[:6]),
        "header": _ours(sheet.header, page),
        "code": clean(sheet.code).replace("\n", " "),
        "title": _ours(sheet.title, page),
        "intro": [_ours(one, page) for one in sheet.intro if one.strip()],
        "sections": [_section(one, page) for one in sheet.sections],
        "outro": [_ours(one, page) for one in sheet.outro if one.strip()],
    }


def _section(section: Section, page: Direction) -> dict[str, Any]:
    return {"title": _ours(section.title, page), "rows": [_row(one, page) for one in section.rows]}


def _row(row: Row, page: Direction) -> dict[str, Any]:
    return {
        "label": _ours(row.label, page),
        "text": _plain(own_words(row.text, page)) if row.text.strip() else [],
        "note": _ours(row.note, page),
        "lines": row.lines,
        "choices": [_line(_one(our_words(choice, page))) for choice in row.choices],
        "long": len(row.text) > _SHORT or row.text.count("\n") >= _FEW or row.lines > _FEW,
    }


def _ours(text: str, page: Direction) -> list[dict[str, Any]]:
    return _plain(our_words(text, page)) if text.strip() else []


def _plain(lines: Sequence[Line]) -> list[dict[str, Any]]:
    return [_line(line) for line in lines]


def _line(line: Line) -> dict[str, Any]:
    return {"direction": line.direction, "runs": runs(line.text), "wide": len(line.text) > _WIDE}


def _one(lines: Sequence[Line]) -> Line:
    return Line(" ".join(line.text for line in lines), lines[0].direction)
