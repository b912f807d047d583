"""The app's language is a hint; the script of its readers matters more than the word for the language."""

import pytest

from locales import languages


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("ru", "ru"),
        ("RU_kz", "ru"),
        ("kk", "kk"),
        ("kk-KZ", "kk"),
        ("kk-Arab", "kk-Arab"),
        ("kk-Arab-CN", "kk-Arab"),
        ("kk-CN", "kk-Arab"),
        ("zh", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("ug", "ug"),
        ("ug-CN", "ug"),
        ("de", None),
        ("", None),
        (None, None),
        ("-", None),
    ],
)
def test_the_hint_is_read_generously(hint: str | None, code: str | None) -> None:
    assert languages.guess(hint) == code


def test_only_scripts_that_run_right_to_left_are_called_so() -> None:
    assert [code for code in languages.CODES if languages.direction(code) == "rtl"] == ["kk-Arab", "ug"]


def test_telegram_cannot_tell_the_two_kazakh_scripts_apart() -> None:
    assert languages.BY_CODE["kk"].telegram == "kk"
    assert languages.BY_CODE["kk-Arab"].telegram is None
