"""What each kind of answer makes of words: a value, proposals, or a trouble that is told kindly."""

from datetime import date

import pytest

from handlers.intake.fields import Amount, Choices, Day, Field, Name, Phone, Place
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
