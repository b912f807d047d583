"""What a UN body needs, and the three months of the urgent way."""

from datetime import date
from typing import Any

import pytest

from handlers.intake.fields import day_value
from handlers.rules.deadlines import Rung
from handlers.rules.readiness import ELEMENTS, Readiness, readiness, rungs, window
from handlers.rules.terms import Ends


def given(value: Any = None, text: str = "") -> dict[str, Any]:
    """An answer."""
    return {"state": "given", "value": value, "texts": [{"text": text}] if text else [], "files": []}


def told(**answers: Any) -> dict[str, Any]:
    """A report with these answers."""
    return {"answers": {key.replace("_", "-"): one for key, one in answers.items()}, "remarks": []}


WHOLE = {
    "name": given("Cyrl", "Ерлан"),
    "when": given(day_value("2026-10-15")),
    "where": given({"place": "urumqi"}),
    "officials": given(None, "two policemen"),
    "obstacles": given(None, "they sent us away"),
    "phone": given("+77015550101"),
}


def test_a_whole_report_lacks_nothing() -> None:
    """Why no step could be taken is as good as a step."""
    assert readiness(told(**WHOLE), petitioned=False) == Readiness((), None, False)


@pytest.mark.parametrize("key", ["name", "when", "where", "officials", "phone"])
def test_each_element_is_missed(key: str) -> None:
    """Skipped, not known, or never asked."""
    without = {name: one for name, one in WHOLE.items() if name != key}
    for answer in ({}, {key: {"state": "unknown"}}, {key: {"state": "skipped"}}):
        assert readiness(told(**without, **answer), petitioned=False).missing == (key,)


def test_steps_are_letters_of_the_family_obstacles_or_our_own_letters() -> None:
    """ "Steps taken by relatives or others"."""
    without = {name: one for name, one in WHOLE.items() if name != "obstacles"}
    assert readiness(told(**without), petitioned=False).missing == ("petitions",)
    assert readiness(told(**without), petitioned=True).missing == ()
    listed = told(**without)
    listed["answers"]["petitions.1.to"] = given("police")
    assert readiness(listed, petitioned=False).missing == ()


@pytest.mark.parametrize(
    ("edtf", "enough"),
    [
        ("2026-10-15", True),
        ("2026-10", True),
        ("2026-10~", True),
        ("2026-21", False),
        ("2026", False),
        ("../2026-10", False),
    ],
)
def test_a_month_and_a_year_at_least(edtf: str, enough: bool) -> None:
    """Spring 2026 is not enough; words alone are not, either."""
    answers = {**WHOLE, "when": given(day_value(edtf))}
    assert readiness(told(**answers), petitioned=False).missing == (() if enough else ("when",))
    in_words = {**WHOLE, "when": given(None, "when the river froze")}
    assert readiness(told(**in_words), petitioned=False).missing == ("when",)


def test_nothing_told_lacks_all_six() -> None:
    """In the order of the form."""
    assert readiness(told(), petitioned=False).missing == ELEMENTS


@pytest.mark.parametrize(
    ("answers", "homes", "ced"),
    [
        ({"citizenship": given(["kz", "cn"])}, (), True),
        ({"citizenship": given(["cn"])}, (), False),
        ({"citizenship": given(["cn"])}, ("kz",), True),
        ({}, ("cn",), False),
        ({"citizenship": given(["kz"]), "when": given(day_value("2009"))}, (), False),
        ({"citizenship": given(["kz"]), "when": given(day_value("2010"))}, (), True),  # perhaps its last days
    ],
)
def test_the_committee_is_proposed_only_where_it_may_be_arguable(
    answers: dict[str, Any], homes: tuple[str, ...], ced: bool
) -> None:
    """A national of Kazakhstan, or in Kazakhstan, and since the Convention holds."""
    assert readiness(told(**answers), petitioned=False, homes=homes).ced is ced


def test_the_yes_of_the_family_is_told_beside_it() -> None:
    """It is none of the six, and nothing goes out without it."""
    assert readiness(told(consent_un=given("no")), petitioned=False).consent == "no"


@pytest.mark.parametrize(
    ("edtf", "ends"),
    [
        ("2026-10-15", Ends(date(2027, 1, 15), date(2027, 1, 15))),
        ("2026-11-30", Ends(date(2027, 2, 28), date(2027, 2, 28))),
        ("2026-11-29", Ends(date(2027, 2, 28), date(2027, 2, 28))),
        ("2023-11-30", Ends(date(2024, 2, 29), date(2024, 2, 29))),
        ("2026-11-28", Ends(date(2027, 2, 28), date(2027, 2, 28))),
        ("2026-10", Ends(date(2027, 1, 1), date(2027, 1, 31))),
        ("2026-12-31", Ends(date(2027, 3, 31), date(2027, 3, 31))),
        ("../2026-10", None),
    ],
)
def test_three_months_from_the_day(edtf: str, ends: Ends | None) -> None:
    """To the same number, or the last day of the month; a range where the day is known in part."""
    assert window(told(when=given(day_value(edtf)))) == ends


def test_the_owner_is_reminded_by_the_earlier_end() -> None:
    """Thirty, fourteen and three days before; that it is over is said on the card alone."""
    assert rungs(Ends(date(2027, 1, 31), date(2027, 2, 28))) == [
        Rung("left-30", date(2027, 1, 1)),
        Rung("left-14", date(2027, 1, 17)),
        Rung("left-3", date(2027, 1, 28)),
        Rung("over", date(2027, 2, 1), silent=True),
    ]
    assert rungs(None) == []
