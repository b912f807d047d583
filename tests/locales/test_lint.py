"""Each kind of defect that has ever reached a reader is caught before it does again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from locales import lint
from tests.locales.made import GOOD, REVIEW, RU, ZH, found


def test_good_texts_pass(house: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    root = house()
    capsys.readouterr()

    assert lint.main([], root) == 0
    assert capsys.readouterr().out == ""


SPOILED = [
    # (language, what stands there, what is put in its place, what the lint says)
    ("ru", "button-back = Назад\n", "", "ru/: button-back is missing (en/main.ftl:10)"),
    ("ru", "button-back = Назад\n", "button-back = Назад\nmore = Ещё\n", "ru/main.ftl:13: more is not in en"),
    ("ru", "Помощь\n", "Помощь\ncommand-help = Помощь\n", "command-help stands already in ru/main.ftl:13"),
    ("ru", "{ $name }", "{ $nam }", "hello: arguments differ: lacks ['name'], adds ['nam']"),
    ("ru", "{ $name }", "имя", "hello: arguments differ: lacks ['name'], adds []"),
    ("ru", "<b>Здравствуйте</b>", "Здравствуйте", "hello: tags differ: () beside ('</b>', '<b>')"),
    ("ru", "</b>", "<b>", "hello: <b> is not closed"),
    ("ru", "<b>Здравствуйте</b>", "<i>Здравствуйте</b>", "hello: </b> closes nothing"),
    ("ru", "<b>Здравствуйте</b>", "<h1>Здравствуйте</h1>", "hello: <h1 is no tag that is used here"),
    ("ru", "Здравствуйте", "سالەم", "hello: 'سالەم' is not written in ru: ا"),
    ("ru", "Назад", "Артқа", "button-back: 'Артқа' is not written in ru: қ"),
    ("ru", "Назад", "Haзaд", "button-back: 'Haзaд' mixes CYRILLIC and LATIN letters"),
    ("ug", "قايتىش", "Артқа", "button-back: 'Артқа' is not written in ug"),
    ("ug", "قايتىش", "قایتىش", "button-back: 'قایتىش' is not written in ug: ی"),
    ("ug", "قايتىش", "ارتقا ءبىر", "button-back: 'ءبىر' is not written in ug: ء"),
    ("zh_Hans", "返回", "back", "button-back: 'back' is not written in zh-Hans"),
    ("zh_Hans", "您好</b>，", "您好</b>,", "hello: western punctuation in '好,'"),
    ("ug", "</b>، {", "</b>, {", "hello: western punctuation in 'ز,'"),
    ("ru", "Назад", "Back", "button-back: is not translated"),
    ("ru", "Назад", "Вернуться назад к прошлому вопросу", "34 characters are too long for a button (30)"),
    ("ru", "Назад", "<b>Назад</b>", "button-back: is one line without tags"),
    ("kk", "Көмек", "Көмек " * 20, "command-help: 119 characters are too long for a menu (100)"),
    ("ru", "Здравствуйте", "Здравствуйте " * 300, "characters are too long for a message (3500)"),
    ("ru", "Здравствуйте", "Здравствуйте!", "hello: '!' is not said here"),
    ("en", "Hello", "Victim", "hello: 'Victim' is not said here"),
    ("zh_Hans", "您好", "你好", "hello: '你' is not said here"),
    ("kk", "Сәлеметсіз бе", "Саған сәлем", "hello: 'Саған' is not said here"),
    ("ru", "    [few] { $n } дня\n", "", "days: $n lacks the forms few"),
    ("ru", "[one] { $n } день", "[one] день", "days: $n must be shown in [one], which is also 21 and 101"),
    ("en", "    [one] { $n } day\n", "", "days: $n lacks the forms one"),
    (
        "zh_Hans",
        "{ $n } 天",
        "{ $n ->\n    [one] 一天\n   *[other] { $n } 天\n}",
        "days: $n has forms that are never used: one",
    ),
    (
        "ru",
        RU[RU.index("days") : RU.index("state")],
        "days = { $n } дней\n",
        "days: $n needs its plural forms, or to stand after a colon",
    ),
    (
        "ru",
        "[missing] человек пропал",
        "[lost] человек пропал",
        "state: wordings for $state differ: lacks ['missing'], adds ['lost']",
    ),
    ("kk", "{ $n } күн", "{ $n }күн", "days: an ending hangs on an argument: }күн"),
    ("ru", "button-back =", "button back =", "not Fluent: "),
    ("ru", "Назад\n", "Назад\n    .title = Назад\n", "button-back: has attributes, or no value"),
    ("ru", "Назад", "{ $a ->\n    [a] А\n   *[b] Б\n}" * 8, "button-back: has 256 wordings"),
    ("ru", "Назад", "{ $a }{ $a ->\n    [a] А\n   *[b] Б\n}", "shows a word that it chooses by: ['a']"),
    ("ru", "button-back", "option-back", "option-back is not in en"),
    ("ru", "Назад", "{ NUMBER(5) }", "button-back: FunctionReference is not used here"),
    ("ru", "Назад", "{ absent }", "button-back: there is no absent"),
    ("ru", "Назад", "{ button-back }", "button-back: button-back stands within itself"),
]


@pytest.mark.parametrize(("code", "good", "bad", "says"), SPOILED, ids=[says for *_, says in SPOILED])
def test_a_defect_is_named(house: Callable[..., Path], code: str, good: str, bad: str, says: str) -> None:
    assert good in GOOD[code]

    defects = found(house(**{code: GOOD[code].replace(good, bad)}))

    assert [one for one in defects if says in one], defects
    assert lint.main([], house()) == 0


def test_chinese_words_stand_next_to_an_argument(house: Callable[..., Path]) -> None:
    assert found(house(zh_Hans=ZH.replace("{ $n } 天", "{ $n }天"))) == []


def test_a_neutral_count_after_a_colon_needs_no_forms(house: Callable[..., Path]) -> None:
    days = RU[RU.index("days") : RU.index("state")]

    assert found(house(ru=RU.replace(days, "days = Дней: { $n }\n"))) == []


def test_arabic_script_kazakh_changed_by_hand_is_found(house: Callable[..., Path]) -> None:
    root = house()
    file = root / "kk-Arab" / "main.ftl"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("ارتقا", "ارتعا"), encoding="utf-8")

    line = text[: text.index("ارتقا")].count("\n") + 1
    assert found(root) == [
        f"kk-Arab/main.ftl:{line}: is not what the rule makes of kk; run python -m locales.kazakh_arabic"
    ]


def test_a_file_that_the_rule_does_not_make_is_found(house: Callable[..., Path]) -> None:
    root = house()
    (root / "kk-Arab" / "extra.ftl").write_text("more = تاعى\n", encoding="utf-8")
    (root / "kk" / "new.ftl").write_text("new = Жаңа\n", encoding="utf-8")

    made = "is not what the rule makes of kk; run python -m locales.kazakh_arabic"
    assert found(root)[-2:] == [f"kk-Arab/extra.ftl:1: {made}", f"kk-Arab/new.ftl:1: {made}"]


def test_what_is_allowed_passes_for_that_check_only(house: Callable[..., Path]) -> None:
    same = RU.replace("Назад", "Back")
    allowed = '[[allowed]]\nid = "button-back"\ncheck = "{}"\nwhy = "a name"\n'

    assert found(house(REVIEW + allowed.format("untranslated") + allowed.format("letters"), ru=same)) == []
    assert found(house(REVIEW + allowed.format("letters"), ru=same)) == [
        "ru/main.ftl:12: button-back: is not translated"
    ]
