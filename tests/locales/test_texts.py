"""The hotline's own texts can all be said, in every wording, with the arguments they ask for."""

from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

import locales
from locales import entries, kazakh_arabic, tone, wordings
from locales.catalog import Argument, Catalog, Count, Day, Listing, Moment
from locales.languages import CODES

ROOT = Path(locales.__file__).parent
SHOWN: tuple[Argument, ...] = (
    "<K7Q-4M2>",
    Day(date(2026, 7, 5)),
    Moment(datetime(2026, 7, 5, 9, 30, tzinfo=UTC)),
    Listing(("Айгерім", "ئەركىن")),
)


@pytest.mark.parametrize("code", CODES)
def test_every_text_can_be_said(code: str) -> None:
    catalog, texts = Catalog.load(), wordings.read(ROOT, code)

    assert texts.trouble == ()
    assert catalog.ids(code) == texts.texts.keys()
    for text in texts.texts.values():
        chosen: dict[str, list[Argument]] = {
            name: [*map(Count, (0, 1, 2, 5, 21))] for name in text.uses.plural
        }
        for choice in entries.choices(text.pattern):
            if not entries.is_plural(choice):
                chosen[entries.selector(choice)] = [*entries.keys(choice), "anything"]
        shown = text.uses.shown - text.uses.plural
        for values in product(*chosen.values()):
            for filled in SHOWN:
                args = dict(zip(chosen, values, strict=True)) | dict.fromkeys(shown, filled)
                said, plain = catalog.text(code, text.id, **args), catalog.plain(code, text.id, **args)
                assert said.strip()
                assert plain.strip()
                assert "<K7Q" not in said
                assert said.count("\u2068") == said.count("\u2069")


def test_the_glossarys_arabic_column_is_what_the_rule_gives() -> None:
    exceptions = kazakh_arabic.Exceptions.load()
    table = tone.terms(ROOT / "GLOSSARY.md")

    assert len(table) > 40
    for term in table:
        assert term["kk-Arab"] == tuple(kazakh_arabic.to_arabic(word, exceptions) for word in term["kk"])
        assert all(word for words in term.values() for word in words), term
