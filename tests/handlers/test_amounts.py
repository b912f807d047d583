"""Sums as people write them, in three scripts of digits and six languages; none is silently misread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.intake.amounts import read_amount

READ = [
    ("87 мың теңге", "87000", "KZT"),
    ("87 000 тг", "87000", "KZT"),
    ("87000тг", "87000", "KZT"),
    ("1 млн", "1000000", None),
    ("1,5 млн тенге", "1500000", "KZT"),
    ("20 тысяч рублей", "20000", "RUB"),
    ("300 долларов", "300", "USD"),
    ("15 000 ¥", "15000", "CNY"),
    ("87.000,50 руб", "87000.50", "RUB"),
    ("fined 87,000 tenge", "87000", "KZT"),
    ("two fines, 5 thousand yuan", "5000", "CNY"),
    ("$500", "500", "USD"),
    ("一百万", "1000000", None),
    ("一万五千元", "15000", "CNY"),
    ("1.5万元", "15000", "CNY"),
    ("三千块", "3000", "CNY"),
    ("十万坚戈", "100000", "KZT"),
    ("８７０００元", "87000", "CNY"),
    ("٨٧٠٠٠ تەڭگە", "87000", "KZT"),
    ("۵۰۰۰ يۈەن", "5000", "CNY"),
    ("5 مىڭ يۈەن", "5000", "CNY"),
    ("87 مىڭ تەڭگە", "87000", "KZT"),
]
ASKED_AGAIN = [
    "",
    "a lot",
    "сто тысяч",
    "20 тысяч рублей и 5 тысяч тенге",
    "в 2023 году 5000 тенге",
    "87 000 теңге, 3 айыппұл",
    "50 МРП",
    "20 АЕК",
    "0 тенге",
    "999999999999999999 tenge",
]


@pytest.mark.parametrize(("written", "amount", "currency"), READ)
def test_a_sum_is_read(written: str, amount: str, currency: str | None) -> None:
    """The amount in figures, the currency where it is named."""
    assert read_amount(written) == (amount, currency)


@pytest.mark.parametrize("written", ASKED_AGAIN)
def test_what_is_no_sum_or_more_than_one_is_asked_again(written: str) -> None:
    """Better asked twice than kept wrong."""
    assert read_amount(written) is None


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_or_not_and_never_breaks(written: str) -> None:
    """No text stops the bot; what is read is a plain number."""
    found = read_amount(written)
    assert found is None or float(found[0]) > 0


@given(st.integers(1, 10**9), st.sampled_from(["тенге", "теңге", "tenge", "坚戈", "تەڭگە"]))
def test_plain_figures_are_read_as_they_stand(amount: int, money: str) -> None:
    """With and without spaces between the thousands."""
    assert read_amount(f"{amount} {money}") == (str(amount), "KZT")
    assert read_amount(f"{amount:,} {money}".replace(",", " ")) == (str(amount), "KZT")
