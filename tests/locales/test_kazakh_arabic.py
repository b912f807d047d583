"""Kazakh in Arabic script is spelt as its readers in Xinjiang were taught to spell it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from locales import kazakh_arabic
from locales.kazakh_arabic import Exceptions, to_arabic

SPELLINGS = {
    # hard vowels: no hamza
    "Қазақстан": "قازاقستان",
    "қазақша": "قازاقشا",
    "жыл": "جىل",
    "хабар": "حابار",
    "ұйғыр": "ۇيعىر",
    "адам": "ادام",
    "сурет": "سۋرەت",
    "құжат": "قۇجات",
    "Алматы": "الماتى",
    "уақыт": "ۋاقىت",
    "қаһарман": "قاھارمان",
    # soft, and nothing in the word says so: a hamza before it
    "бір": "ءبىر",
    "тіл": "ءتىل",
    "әке": "اكە",
    "өмір": "ءومىر",
    "үй": "ءۇي",
    "сіз": "ءسىز",
    "сөз": "ءسوز",
    "жүз": "ءجۇز",
    "өтініш": "ءوتىنىش",
    "үшін": "ءۇشىن",
    "мәлім": "ءمالىم",
    "сәуір": "ءساۋىر",
    "иә": "ءيا",
    "Әлімнұр": "ءالىمنۇر",
    "Үрімжі": "ءۇرىمجى",
    # soft, and ك, گ or ە says so
    "сәлем": "سالەم",
    "көп": "كوپ",
    "елім": "ەلىم",
    "күн": "كۇن",
    "гүл": "گۇل",
    "іздеу": "ىزدەۋ",
    "мемлекет": "مەملەكەت",
    "жүрек": "جۇرەك",
    "және": "جانە",
    "келісім": "كەلىسىم",
    "өзгерту": "وزگەرتۋ",
    # hard first, then і: the word is hard
    "қазір": "قازىر",
    "мұғалім": "مۇعالىم",
    "қауіпсіз": "قاۋىپسىز",
    # letters that are two sounds, and loans
    "аялдама": "ايالداما",
    "қою": "قويۋ",
    "Азия": "ازيا",
    "полиция": "پوليتسيا",
    "видео": "ۆيدەو",
    "консулдық": "كونسۋلدىق",
    "адвокат": "ادۆوكات",
    "Ресей": "رەسەي",
    "ащы": "اششى",
    "цирк": "تسيرك",
    "альбом": "البوم",
    "ИІС": "ءيىس",
}


@pytest.mark.parametrize(("cyrillic", "arabic"), SPELLINGS.items())
def test_spelling(cyrillic: str, arabic: str) -> None:
    assert to_arabic(cyrillic) == arabic


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("Сәлем, бүгін 5 жыл болды ма?", "سالەم، بۇگىن 5 جىل بولدى ما؟"),
        ("Telegram, PDF; /report деп жазыңыз.", "Telegram، PDF؛ /report دەپ جازىڭىز."),
        ("<b>Бір сөз</b> &amp; <i>екі</i>", "<b>ءبىر ءسوز</b> &amp; <i>ەكى</i>"),
        (
            '<a href="https://example.org/?a=1,2">осы жерде</a>',
            '<a href="https://example.org/?a=1,2">وسى جەردە</a>',
        ),
        ("3,5 сағат «үй», 12:30", "3,5 ساعات «ءۇي»، 12:30"),
        ("K7Q-4M2 коды", "K7Q-4M2 كودى"),
        ("күні-түні", "كۇنى-ءتۇنى"),
    ],
)
def test_only_kazakh_words_and_pauses_change(cyrillic: str, arabic: str) -> None:
    assert to_arabic(cyrillic) == arabic


def test_fluent_syntax_is_left_alone() -> None:
    source = "m = Бір { $аты }, { $n ->\n [one] бір күн\n *[other] { $n } күн\n }?\n".replace("$аты", "$name")

    assert kazakh_arabic.turn(source) == (
        "m =\n    ءبىر { $name }، { $n ->\n        [one] ءبىر كۇن\n       *[other] { $n } كۇن\n    }؟\n"
    )


def test_exceptions_stand_before_the_rule() -> None:
    exceptions = Exceptions({"бірақ": "بىراق", "бір": "X"}, {"m": "قىسقا\n<b>ءسوز</b>"})

    assert to_arabic("Бірақта, біреу", exceptions) == "بىراقتا، Xەۋ"
    assert (
        kazakh_arabic.turn("m = Ұзын\nn = Жыл\n", exceptions) == "m =\n    قىسقا\n    <b>ءسوز</b>\nn = جىل\n"
    )


def test_the_files_are_made_anew_and_always_the_same(write: Callable[..., Path]) -> None:
    folder = write("main", kk="# Сәлем\nhello = Сәлем\n", kk_Arab="old = ەسكى\n")
    write("gone", kk_Arab="gone = جوق\n")

    kazakh_arabic.main(folder)
    first = (folder / "kk-Arab" / "main.ftl").read_bytes()
    kazakh_arabic.main(folder)

    assert [file.name for file in (folder / "kk-Arab").iterdir()] == ["main.ftl"]
    assert (folder / "kk-Arab" / "main.ftl").read_bytes() == first
    assert first.decode().endswith("\n\nhello = سالەم\n")


def test_it_agrees_with_unicodes_own_names_of_languages_and_countries() -> None:
    """Nine in ten are spelt alike; the others are foreign names that CLDR words differently."""
    cyrillic, arabic = Locale("kk"), Locale("kk", script="Arab")
    names = [
        (getattr(cyrillic, kind).get(key, "").split(), name.split())
        for kind in ("languages", "territories", "scripts", "currencies")
        for key, name in getattr(arabic, kind).items()
    ]
    pairs = [
        pair for ours, theirs in names if len(ours) == len(theirs) for pair in zip(ours, theirs, strict=True)
    ]
    alike = sum(to_arabic(ours) == theirs for ours, theirs in pairs)

    assert len(pairs) > 1_500
    assert alike / len(pairs) > 0.9


@given(st.text("абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяәАБӘІ <>&;,?.-5a", max_size=60))
def test_no_cyrillic_is_left_outside_of_tags(text: str) -> None:
    said = to_arabic(text)

    assert not kazakh_arabic._WORD.search(kazakh_arabic._KEPT.sub("", said))
