"""`izdeu form`: the questionnaire for whoever reviews it, and for interviews by hand."""

import json as json_text
from collections.abc import Iterator
from pathlib import Path

from handlers.documents.questionnaire import as_sheet, as_text, described
from handlers.documents.typesetting import typeset
from handlers.intake.questions import FORM
from locales.catalog import Catalog


def write_form(code: str, *, json: bool, pdf: bool, to: Path | None) -> Iterator[str]:
    """What is to be printed, line by line; a PDF goes into a file, whose name is printed.

    Raises:
        OSError: The file cannot be written.
    """
    catalog = Catalog.load()
    if pdf:
        path = to or Path(f"izdeu-form-{code}.pdf")
        path.write_bytes(typeset(as_sheet(catalog, FORM, code)))
        yield str(path)
    elif json:
        yield json_text.dumps(described(catalog, FORM, code), ensure_ascii=False, indent=2)
    else:
        yield as_text(catalog, FORM, code)
