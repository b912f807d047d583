"""The places of Xinjiang: one wrong letter here and a family does not find the county they mean."""

import re
from collections import Counter
from pathlib import Path

import pytest

import locales

_FILE = Path(locales.__file__).parent / "gazetteer" / "xinjiang.tsv"
_COLUMNS = ("id", "kind", "within", "en", "ru", "kk", "zh-Hans", "ug", "also")
_SCRIPTS = {
    "en": "[A-Z][A-Za-z' -]+",
    "ru": "[А-ЯЁа-яё -]+",
    "kk": "[А-ЯЁа-яёӘәҒғҚқҢңӨөҰұҮүҺһІі -]+",
    "zh-Hans": "[\u4e00-\u9fff]+",
    "ug": "[ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېەىي ]+",
}
_COUNTIES = {
    "xj-urumqi": 8,
    "xj-karamay": 4,
    "xj-turpan": 3,
    "xj-hami": 3,
    "xj-changji": 7,
    "xj-bortala": 4,
    "xj-bayingol": 9,
    "xj-aksu": 9,
    "xj-kizilsu": 4,
    "xj-kashgar": 12,
    "xj-hotan": 8,
    "xj-ili": 11,
    "xj-tacheng": 7,
    "xj-altay": 7,
}
_LINES = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
_PLACES = [dict(zip(_COLUMNS, line.split("\t"), strict=True)) for line in _LINES[1:]]


def test_the_columns_are_the_agreed_ones() -> None:
    assert tuple(_LINES[0].split("\t")) == _COLUMNS


def test_every_place_is_there_once_and_stands_in_one_that_is_there() -> None:
    ids = Counter(place["id"] for place in _PLACES)
    assert max(ids.values()) == 1
    assert {place["within"] for place in _PLACES} <= {"cn", *ids}


def test_no_division_is_missing() -> None:
    below = Counter(place["within"] for place in _PLACES)
    assert {within: below[within] for within in _COUNTIES} == _COUNTIES
    assert below["xj"] == len(_COUNTIES) + 12  # and the cities of the XPCC
    assert sum(place["kind"] == "prefecture" for place in _PLACES) == len(_COUNTIES)


@pytest.mark.parametrize("language", _SCRIPTS)
def test_a_name_is_in_its_own_script_and_tells_the_place_from_its_neighbours(language: str) -> None:
    odd = [place[language] for place in _PLACES if not re.fullmatch(_SCRIPTS[language], place[language])]
    assert odd == []
    names = Counter((place["within"], place[language]) for place in _PLACES)
    assert max(names.values()) == 1


def test_a_uyghur_word_that_begins_with_a_vowel_has_its_hamza() -> None:
    words = [word for place in _PLACES for word in place["ug"].split()]
    assert [word for word in words if word[0] in "اەوۇۆۈېى"] == []


def test_other_spellings_add_something() -> None:
    for place in _PLACES:
        also = place["also"].split(" | ")
        assert all(name == name.strip() != "" for name in also)
        assert len({name.casefold() for name in also}) == len(also)
        assert not {place[language] for language in _SCRIPTS} & set(also)
