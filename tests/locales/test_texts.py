"""The hotline's own texts can all be said, in every wording, with the arguments they ask for."""

from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

import locales
from locales import entries, kazakh_arabic, lint, room, tone, wordings
from locales.catalog import Argument, Catalog, Count, Day, Listing, Moment, ShortDay, strip_marks
from locales.languages import CODES

ROOT = Path(locales.__file__).parent
QUEUE = ("waiting", "new", "others", "overdue", "term", "fine", "reply", "journey", "task")
TITLED = ("unfinished", "add-to-draft", "erase-draft")
SHOWN: tuple[Argument, ...] = (
    "<K7Q-4M2>",
    Day(date(2026, 7, 5)),
    ShortDay(date(2026, 7, 5)),
    Moment(datetime(2026, 7, 5, 9, 30, tzinfo=UTC)),
    Listing(("Айгерім", "ئەركىن")),
)


def isolates_are_balanced(said: str) -> bool:
    """Whether each isolate that is opened is closed on its line, and none is closed that was not opened."""
    for line in said.splitlines():
        depth = 0
        for letter in line:
            depth += {"\u2068": 1, "\u2069": -1}.get(letter, 0)
            if depth < 0:
                return False
        if depth:
            return False
    return True


def test_the_texts_have_no_defect() -> None:
    assert lint.defects(ROOT) == []


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
                for said in (catalog.text(code, text.id, **args), catalog.plain(code, text.id, **args)):
                    assert said.strip()
                    assert isolates_are_balanced(said), said
                    assert not {"{", "}", "$"} & set(said), said
                    assert len(said.encode("utf-16-le")) // 2 <= room.LONGEST_MESSAGE
                assert "<K7Q" not in catalog.text(code, text.id, **args)


@pytest.mark.parametrize("code", CODES)
def test_rows_with_a_day_fit_their_button_all_the_year_round(code: str) -> None:
    """The rows of the queue, and whatever shows a report that has no name yet."""
    catalog = Catalog.load()
    for month in range(1, 13):
        day = ShortDay(date(2026, month, 28))
        title = strip_marks(catalog.plain(code, "draft-begun", day=day))
        rows = [
            *(catalog.plain(code, f"queue-{row}", code="K7Q-4MC", day=day) for row in QUEUE),
            *(catalog.plain(code, f"button-{row}", title=title) for row in TITLED),
            catalog.plain(code, "button-read-update", day=day),
            catalog.plain(code, "button-add-to-case", code="K7Q-4MC"),
            title,
        ]
        assert [row for row in rows if len(strip_marks(row)) > room.LONGEST_BUTTON] == []


def test_the_glossarys_arabic_column_is_what_the_rule_gives() -> None:
    exceptions = kazakh_arabic.Exceptions.load()
    table = tone.terms(ROOT / "GLOSSARY.md")

    assert len(table) > 40
    for term in table:
        assert term["kk-Arab"] == tuple(kazakh_arabic.to_arabic(word, exceptions) for word in term["kk"])
        assert all(word for words in term.values() for word in words), term
