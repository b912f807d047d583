"""Spellings of one name come to one word, in whatever script."""

import pytest

from handlers.finding.clues import clues_of, paper_in, phones_in
from handlers.finding.spelling import asked, folded, skeleton, skeletons, stem
from storage.clues import PAPER, PHONE


@pytest.mark.parametrize(
    "name", ["Әлімнұр Тұрғанбай", "Alimnur Turganbay", "Алимнур Турганбай", "ٴالىمنۇر تۇرعانباي"]
)
def test_three_scripts_come_to_the_same_words(name: str) -> None:
    """Kazakh, Russian, Latin, töte jazu."""
    assert folded(name) == ["alimnur", "turganbai"]


def test_chinese_characters_stand_as_they_are_and_as_they_sound() -> None:
    """Each part of the name by itself; 尔 is r, 吐尔汗拜 differs in one letter."""
    assert folded("阿里木努尔·吐尔汗拜") == ["阿里木努尔", "alimnur", "吐尔汗拜", "turhanbai"]
    assert skeleton("turhanbai") == skeleton("turganbai") == "DLKNB"


def test_characters_of_no_such_name_stay_as_they_are() -> None:
    """Nothing is made of what cannot be read aloud."""
    assert folded("叶尔兰鑫") == ["叶尔兰鑫"]


def test_endings_of_patronymics_and_surnames_are_left_off() -> None:
    """Of a short word nothing."""
    assert [stem(word) for word in folded("Болатұлы Bolatovich Болатова Ова")] == [
        "bolat",
        "bolat",
        "bolat",
        "oua",
    ]


def test_two_words_with_one_slip_share_a_skeleton() -> None:
    """A consonant too many, or one too few."""
    assert skeletons("erlan") & skeletons("erlank")
    assert not skeletons("erlan") & skeletons("darhan")
    assert not skeletons("aiua")


def test_each_word_is_looked_for_in_all_its_ways() -> None:
    """A gap or a dot stands between words; what has no letters is none."""
    assert asked("Yerlan 叶尔兰 —") == [["erlan"], ["叶尔兰", "erlan"]]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+7 (701) 555-01-43", "+77015550143"),
        ("8 701 555 01 43, after six", "+77015550143"),
        ("138 1234 5678", "+8613812345678"),
    ],
)
def test_a_telephone_has_one_form(typed: str, number: str) -> None:
    """As families write them and as coordinators type them."""
    assert number in list(phones_in(typed))
    assert list(phones_in("no number")) == []


@pytest.mark.parametrize("typed", ["N 0123456", "n-01 234 56", "Ν0123456".replace("Ν", "N"), "N 0123456."])
def test_the_number_of_a_paper_has_one_form(typed: str) -> None:
    """Capital letters and digits alone; Cyrillic letters as the Latin ones that they look like."""
    assert paper_in(typed) == "N0123456"
    assert paper_in("АВ 12345") == "AB12345"
    assert paper_in("1234") is None
    assert paper_in("letters") is None


def test_a_report_is_found_by_every_number_that_was_told() -> None:
    """Her own telephone, that of somebody else in words, each paper; and by nothing else."""

    def told(text: str, value: object = None) -> dict[str, object]:
        return {"state": "given", "value": value, "texts": [{"text": text}], "files": [], "remarks": []}

    body = {
        "answers": {
            "phone": told("my number", "+77015550143"),
            "second-contact": told("her aunt, +7 702 555 01 44"),
            "identity.1.number": told("N 0123456"),
            "identity.1.kind": told("passport12"),
            "story": told("they wrote down +7 703 555 01 45"),
        }
    }
    assert clues_of(body) == {(PHONE, "+77015550143"), (PHONE, "+77025550144"), (PAPER, "N0123456")}
