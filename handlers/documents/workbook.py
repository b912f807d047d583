"""A workbook, XLSX, in memory: what people read in a table and count on with."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

_LONGEST_NAME = 31  # letters of a sheet's name; what Excel takes
_REFUSED = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_WIDEST, _NARROWEST = 40, 10  # letters of a column


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of its sheets: a head, and rows below it."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | int]]


def written(sheets: Sequence[Sheet], *, mirrored: bool = False) -> bytes:
    """The workbook. A text is never read as a formula or a link.

    Args:
        mirrored: Columns go from right to left.
    """
    # Loaded by whoever wants a workbook, and by nobody else.
    import xlsxwriter  # type: ignore[import-untyped]  # it brings no types

    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    bold = book.add_format({"bold": True, "bottom": 1})
    for one in sheets:
        page = book.add_worksheet(one.name.translate(_REFUSED)[:_LONGEST_NAME])
        if mirrored:
            page.right_to_left()
        page.freeze_panes(1, 0)
        for column, name in enumerate(one.head):
            page.write_string(0, column, name, bold)
            longest = max([len(name), *(len(str(row[column])) for row in one.rows if len(row) > column)])
            page.set_column(column, column, min(_WIDEST, max(_NARROWEST, longest + 2)))
        for line, row in enumerate(one.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    page.write_number(line, column, value)
                else:
                    page.write_string(line, column, value)
    book.close()
    return out.getvalue()
