"""What a volunteer reads names nobody; and what happens with a translation that nobody makes."""

from dataclasses import replace

import pytest

from handlers.rules import translating
from handlers.rules.decision import ChangeMatter
from handlers.rules.translating import PATIENCE, Said
from storage.records import Matter, MatterKind, MatterState, Role
from tests.handlers.made import NOON, OFFICE, a_case, a_person

CODE = "K7Q-4MC"
VERA = a_person("vera", Role.COORDINATOR)
ANNA, BOTA = a_person("anna", Role.VOLUNTEER), a_person("bota", Role.VOLUNTEER)
REQUEST = Matter(
    "matter", "case", MatterKind.UPDATE, MatterState.OPEN, "vera", NOON, NOON, NOON, None, 1, None,
    {"letter": {"text": "…", "language": "en"}, "shown": "…", "code": CODE, "from": "en", "to": "kk"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("We asked about Yerlan Sapar today.", "Yerlan Sapar", f"We asked about {CODE} today."),
        ("Ерланға хат жаздық, Сапардың ісі.", "Ерлан Сапар", f"{CODE} хат жаздық, {CODE} ісі."),
        ("YERLAN was seen.", "Yerlan Sapar", f"{CODE} was seen."),
        ("叶尔兰还没有消息。", "叶尔兰", f"{CODE}还没有消息。"),
        ("ئەركىننىڭ خەۋىرى يوق.", "ئەركىن", f"{CODE} خەۋىرى يوق."),
        ("Nothing is new.", None, "Nothing is new."),
        ("Li Na is well, linage too.", "Li Na", f"{CODE} is well, linage too."),
    ],
)
def test_a_name_is_not_among_what_a_volunteer_reads(text: str, name: str | None, shown: str) -> None:
    """Whole, in part, with the endings that a language puts on it, in large letters."""
    assert translating.without_names(text, name, CODE) == shown


def test_the_ping_says_which_languages_and_nothing_else() -> None:
    """It stands on a locked screen."""
    letter = {"text": "We asked about Yerlan.", "language": "en"}
    decision = translating.wanted(a_case(), letter, "Yerlan", "kk", VERA, [ANNA, BOTA], OFFICE, NOON)
    assert [one.to for one in decision.notices] == ["anna", "bota"]
    assert "Yerlan" not in repr(decision.notices)
    assert CODE not in repr(decision.notices)


def test_after_a_day_all_are_asked_once_more_and_after_another_the_coordinator_hears() -> None:
    """And then the machine looks at it no more."""
    again = translating.looked_after(REQUEST, a_case(), [ANNA, BOTA], [VERA], OFFICE, NOON)
    assert again.changes == (
        ChangeMatter(REQUEST, holder_id=None, said=Said.AGAIN, watch_at=NOON + PATIENCE),
    )
    assert [one.to for one in again.notices] == ["anna", "bota"]
    later = replace(REQUEST, said=Said.AGAIN)
    over = translating.looked_after(later, a_case(), [ANNA], [VERA], OFFICE, NOON)
    assert over.changes == (ChangeMatter(later, said=Said.NOBODY, watch_at=None),)
    assert [one.to for one in over.notices] == ["vera"]
    none = translating.looked_after(REQUEST, a_case(), [], [VERA], OFFICE, NOON)
    assert [one.to for one in none.notices] == ["vera"]
