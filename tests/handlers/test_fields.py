"""What each kind of answer makes of words: a value, proposals, or a trouble that is told kindly."""

from datetime import date

import pytest

from handlers.intake.fields import Amount, Choices, Day, Field, Name, Phone, Place
from handlers.intake.numbers import Number
from handlers.intake.questions import FORM

TODAY = date(2026, 11, 24)
WRITTEN = (
    "???",
    "x" * 800,
    "завтра",
    "Ерлан",
    "+7 701 555 01 01",
    "87 мың теңге",
    "Алматы",
    "14.03.2025",
    "да",
)


@pytest.mark.parametrize(
    ("written", "script"),
    [("Ерлан Серікұлы", "Cyrl"), ("Yerlan (Ерлан) Seitkali", "Latn"), ("叶尔兰", "Hani"), ("ەرلان", "Arab")],
)
def test_the_script_of_a_name_is_noted(written: str, script: str) -> None:
    """As it was given, in whatever script; the one of most letters counts."""
    assert Name().read(written, TODAY).value == script


def test_a_day_is_always_asked_back() -> None:
    """Never a value at once: what was read is proposed, with its first and last day."""
    found = Day().read("July 2025", TODAY)
    assert found.value is None
    assert found.proposals == ({"edtf": "2025-07", "first": "2025-07-01", "last": "2025-07-31"},)
    assert Day().read("3 March 2027", TODAY).trouble == "date-future"
    assert Day().read("when the river froze", TODAY).trouble == "date-unclear"
    assert Day(birth=True).read("45 лет", TODAY).proposals[0]["edtf"] == "1980/1981"


def test_a_place_is_known_proposed_or_left_as_it_is() -> None:
    """An exact name at once; a doubtful one asked back; anything else is an answer all the same."""
    assert Place().read("Алматы", TODAY).value == {"place": "kz-almaty"}
    assert {"place": "x-khorgos"} in Place().read("near Khorgos", TODAY).proposals
    assert Place().read("at his uncle's house", TODAY) == Field().read("anything", TODAY)


def test_a_sum_without_a_currency_is_asked_back() -> None:
    """In which money, she says with one tap."""
    assert Amount().read("87 мың теңге", TODAY).value == {"amount": "87000", "currency": "KZT"}
    proposed = Amount().read("87 000", TODAY).proposals
    assert [one["currency"] for one in proposed] == ["KZT", "CNY", "RUB", "USD"]


def test_a_number_among_words() -> None:
    """In E.164."""
    assert Phone().read("тел. 8 701 555 01 01 (мама)", TODAY).value == "+77015550101"


@pytest.mark.parametrize("key", [one.key for one in FORM.questions])
def test_a_field_says_which_troubles_it_may_tell(key: str) -> None:
    """What the printed form shows is what happens."""
    question = FORM.find(key)
    assert question is not None
    fields = [question.field, *(field for _, field in getattr(question.field, "parts", ()))]
    for field in fields:
        told = {trouble for one in WRITTEN if (trouble := field.read(one, TODAY).trouble) is not None}
        assert told <= set(field.troubles)


def test_none_stands_alone() -> None:
    """No citizenship, and two of them, cannot both be true."""
    field = Choices(options=("kz", "cn", "none"))
    assert field.toggled(["kz"], "cn") == ["kz", "cn"]
    assert field.toggled(["kz", "cn"], "none") == ["none"]
    assert field.toggled(["none"], "kz") == ["kz"]
    assert field.toggled(["kz"], "kz") == []


def test_where_a_border_was_crossed_the_crossing_is_meant_first() -> None:
    """Khorgos is a town, too; whoever crossed there means the crossing."""
    assert Place(border=True).read("Хоргос", TODAY).proposals[0] == {"place": "x-khorgos"}
    assert Place(border=True).read("Алматы", TODAY).value == {"place": "kz-almaty"}


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("3 March 2027", ["2027-03-03"]),
        ("завтра", ["2026-11-25"]),
        ("15 декабря", ["2026-12-15", "2025-12-15"]),  # the next first
        ("3 наурыз", ["2027-03-03", "2026-03-03"]),
        ("24 November", ["2026-11-24"]),
        ("14.03.27", ["2027-03-14"]),
        ("2027年2月", ["2027-02"]),
        ("14.03.2025", ["2025-03-14"]),
    ],
)
def test_a_day_to_come_is_read_where_it_may_be(written: str, edtf: list[str]) -> None:
    """What is due, and the end of a term; what was due already is read as well."""
    found = Day(ahead=True).read(written, TODAY)
    assert [one["edtf"] for one in found.proposals][: len(edtf)] == edtf


def test_a_day_that_is_too_far_ahead_is_a_slip_of_the_finger() -> None:
    """And without `ahead` nothing has changed."""
    assert Day(ahead=True).read("3 March 2187", TODAY).trouble == "date-far"
    assert Day(ahead=True).read("when the river froze", TODAY).trouble == "date-unclear"
    assert Day().read("завтра", TODAY).trouble == "date-future"
    assert Day(ahead=True).troubles == ("date-unclear", "date-far", "unreadable-long")
    assert Day().troubles == ("date-unclear", "date-future", "unreadable-long")


@pytest.mark.parametrize(
    ("written", "number"), [("45", 45), ("45 тәулік", 45), ("٤٥ كۈن", 45), ("共45天", 45)]
)
def test_a_number_is_read_in_any_figures(written: str, number: int) -> None:
    """With words around it."""
    assert Number().read(written, TODAY).value == number


@pytest.mark.parametrize("written", ["", "many", "0", "1001", "10-15", "9999999"])
def test_what_is_not_one_number_is_asked_again(written: str) -> None:
    """Two, none, or too many."""
    assert Number().read(written, TODAY).trouble == "unreadable-number"
