"""A sheet waits in the outbox as message ids and own words; here it is put into words, when it is sent.

So no language is decided before, and nothing that a reader could read lies in the outbox as a document.
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers.documents.sheet import Row, Section, Sheet
from handlers.documents.typesetting import typeset
from handlers.saying import Part, words
from locales.catalog import Catalog
from locales.languages import SOURCE
from storage.records import Json


def section_of(title: Part | None, rows: Sequence[Part]) -> Json:
    """Rows under a title, for `sheet_of`; each row is labelled, or stands without a label."""
    return {"title": title, "rows": list(rows)} if title is not None else {"rows": list(rows)}


def sheet_of(
    title: Part,
    *,
    intro: Sequence[Part] = (),
    sections: Sequence[Json] = (),
    outro: Sequence[Part] = (),
    code: str = "",
) -> Json:
    """A sheet in no language yet, as it goes into the outbox.

    Args:
        sections: Of `section_of`.
        code: The case's, for every page.
    """
    return {
        "title": title,
        "intro": list(intro),
        "sections": list(sections),
        "outro": list(outro),
        "code": code,
    }


def written(catalog: Catalog, zone: ZoneInfo, sheet: Json, language: str) -> Sheet:
    """*sheet* in words.

    Args:
        sheet: As `sheet_of` gives it; intro, sections, outro and code may be missing.
        zone: In which times are told.

    Raises:
        locales.catalog.MissingText: It names a message that is not there.
    """

    def said(part: Part | None) -> str:
        return "" if part is None else words(catalog, zone, part, language)

    def row(part: Json) -> Row:
        if "label" not in part:
            return Row("", said(part))
        value = part["value"] if "value" in part else {"raw": part["raw"]}
        return Row(catalog.plain(language, part["label"]), said(value))

    return Sheet(
        language,
        said(sheet["title"]),
        tuple(map(said, sheet.get("intro", ()))),
        tuple(
            Section(said(one.get("title")), tuple(map(row, one["rows"]))) for one in sheet.get("sections", ())
        ),
        tuple(map(said, sheet.get("outro", ()))),
        code=sheet.get("code", ""),
        header=catalog.plain(language, "sheet-header"),
    )


def printed(catalog: Catalog, zone: ZoneInfo, body: Json, language: str | None) -> bytes:
    """The sheet of an outbox *body* as PDF. It takes tenths of a second at most: not for the event loop.

    Args:
        language: The reader's; a language that the body itself names goes first.

    Raises:
        locales.catalog.MissingText: It names a message that is not there.
        handlers.documents.typesetting.CannotTypeset: As it says.
    """
    code = body.get("language") or language or SOURCE
    return typeset(written(catalog, zone, body["sheet"], code))
