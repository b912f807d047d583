"""Each kind of defect that has ever reached a reader is caught before it does again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from locales import kazakh_arabic, lint, review, tone
from locales.languages import CODES

Write = Callable[..., Path]

EN = """\
hello = <b>Hello</b>, { $name }.
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
state = { $state ->
    [missing] missing
   *[unknown] not known
}
button-back = Back
command-help = Help
"""
RU = """\
hello = <b>Здравствуйте</b>, { $name }.
days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}
state = { $state ->
    [missing] человек пропал
   *[unknown] неизвестно
}
button-back = Назад
command-help = Помощь
"""
KK = """\
hello = <b>Сәлеметсіз бе</b>, { $name }.
days = { $n } күн
state = { $state ->
    [missing] хабарсыз кеткен
   *[unknown] белгісіз
}
button-back = Артқа
command-help = Көмек
"""
ZH = """\
hello = <b>您好</b>，{ $name }。
days = { $n } 天
state = { $state ->
    [missing] 失踪
   *[unknown] 未知
}
button-back = 返回
command-help = 帮助
"""
UG = """\
hello = <b>ياخشىمۇسىز</b>، { $name }.
days = { $n } كۈن
state = { $state ->
    [missing] يوقاپ كەتكەن
   *[unknown] نامەلۇم
}
button-back = قايتىش
command-help = ياردەم
"""
GOOD = {"en": EN, "ru": RU, "kk": KK, "zh_Hans": ZH, "ug": UG}
REVIEW = "".join(f'[languages.{code}]\nstatus = "drafted"\n' for code in CODES)


@pytest.fixture
def house(write: Write) -> Callable[..., Path]:
    """A complete set of texts, of which a test spoils one."""

    def built(reviewed: str = REVIEW, **spoiled: str) -> Path:
        root = write(**(GOOD | spoiled))
        (root / "review.toml").write_text(reviewed, encoding="utf-8")
        kazakh_arabic.main(root)
        return root

    return built


def found(root: Path) -> list[str]:
    return [f"{where}: {what}" for where, what in lint.defects(root)]


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


def long(root: Path) -> list[str]:
    """Only what has no room."""
    return [one.split(": ", 1)[1] for one in found(root) if "too long" in one]


@pytest.mark.parametrize("text_id", ["button-a", "option-a", "label-a", "queue-a", "draft-begun"])
def test_whatever_is_shown_on_a_button_fits_it(house: Callable[..., Path], text_id: str) -> None:
    fits, reckoned = f"{text_id} = {{ $code }}, {'x' * 21}\n", "30"
    assert long(house(en=EN + fits)) == []

    assert long(house(en=EN + fits.replace("x", "xx", 1))) == [
        f"{text_id}: 31 characters are too long for a button ({reckoned})"
    ]
    assert f"en/main.ftl:12: {text_id}: is one line without tags" in found(
        house(en=EN + f"{text_id} = <b>A</b>\n")
    )


def test_a_message_that_is_called_like_a_button_may_be_longer(house: Callable[..., Path]) -> None:
    assert long(house(en=EN + f"queue-count = <b>{'x' * 31}</b>\n")) == []


def test_a_day_takes_the_room_that_it_takes_in_its_language(house: Callable[..., Path]) -> None:
    """24 Nov; 24-قار with a hamza in April; 11-ئاي 24."""
    text = "button-of = {} {{ $day }}\n"

    assert long(house(en=EN + text.format("x" * 23))) == []
    assert long(house(en=EN + text.format("x" * 24))) == [
        "button-of: 31 characters are too long for a button (30)"
    ]
    assert long(house(ug=UG + text.format("ئ" * 20))) == []
    assert long(house(ug=UG + text.format("ئ" * 21))) == [
        "button-of: 31 characters are too long for a button (30)"
    ]


def test_a_report_without_a_name_fits_the_buttons_that_show_it(house: Callable[..., Path]) -> None:
    """A name that a person gave is longer when it is; Telegram cuts it."""
    shown = "button-unfinished = Unfinished: { $title }\n"

    assert long(house(en=EN + shown + "draft-begun = Report of { $day }\n")) == []
    assert long(house(en=EN + shown + "draft-begun = Report begun on { $day }\n")) == [
        "button-unfinished: 34 characters are too long for a button (30)"
    ]


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


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ('status = "done"', "ru: status 'done' is neither 'drafted' nor 'read by a native speaker'"),
        (
            'status = "read by a native speaker"',
            "ru: 'read by a native speaker' wants the reader's name and the date",
        ),
        (
            'status = "read by a native speaker"\nname = " "\ndate = 2026-01-31',
            "ru: 'read by a native speaker' wants the reader's name and the date",
        ),
    ],
)
def test_nobody_is_said_to_have_read_it_without_name_and_date(
    house: Callable[..., Path], status: str, says: str
) -> None:
    drafted = '[languages.ru]\nstatus = "drafted"'

    assert found(house(REVIEW.replace(drafted, f"[languages.ru]\n{status}"))) == [f"review.toml: {says}"]


@pytest.mark.parametrize(
    ("reviewed", "says"),
    [
        (REVIEW.replace('[languages.ug]\nstatus = "drafted"\n', ""), "ug has no status"),
        (REVIEW + '[languages.de]\nstatus = "drafted"\n', "de is no language here"),
        *(
            (
                f"{REVIEW}[[allowed]]\n{entry}",
                f"allowed hello: needs an id, a why, and a check out of {', '.join(sorted(review.CHECKS))}",
            )
            for entry in (
                'id = "hello"\ncheck = "tone"\n',
                'id = "hello"\nwhy = "a name"\n',
                'id = "hello"\ncheck = "spelling"\nwhy = "a name"\n',
            )
        ),
    ],
)
def test_the_review_itself_is_read_with_care(house: Callable[..., Path], reviewed: str, says: str) -> None:
    assert found(house(reviewed)) == [f"review.toml: {says}"]


def test_the_review_is_printed_as_it_stands(
    house: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    read = f'[languages.ru]\nstatus = "{review.READ}"\nname = "Aida Example"\ndate = 2026-01-31\n'
    root = house(REVIEW.replace('[languages.ru]\nstatus = "drafted"\n', read))
    capsys.readouterr()

    assert lint.main(["--review"], root) == 0
    assert capsys.readouterr().out.splitlines() == [
        "en          5 of 5 messages   drafted",
        "ru          5 of 5 messages   read by a native speaker: Aida Example, 2026-01-31",
        "kk          5 of 5 messages   drafted",
        "kk-Arab     5 of 5 messages   drafted",
        "zh-Hans     5 of 5 messages   drafted",
        "ug          5 of 5 messages   drafted",
    ]


def test_a_word_of_the_glossary_said_otherwise_is_a_hint_for_who_asks(
    house: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = house(ru=RU.replace("Помощь", "Справка"))
    (root / "GLOSSARY.md").write_text(
        "| English | Русский | Қазақша | قازاقشا | 简体中文 | ئۇيغۇرچە | note |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| Help | Помощь | Көмек | كومەك | 帮助 / 协助 | ياردەم | |\n",
        encoding="utf-8",
    )
    capsys.readouterr()

    assert lint.main([], root) == 0
    assert capsys.readouterr().out == ""
    assert lint.main(["--hints"], root) == 0
    assert capsys.readouterr().out == "ru/main.ftl:13: command-help: “Help” is elsewhere Помощь\n"


def test_arguments_and_commands_are_no_words_of_the_glossary() -> None:
    term: tone.Term = {"en": ("help",), "ru": ("помощь",)}
    button: tone.Term = {"en": ("Help",), "ru": ("помощь",)}

    assert list(tone.unlike([term], "ru", "/help, { $help } and <a>it</a>", "Так")) == []
    assert list(tone.unlike([term], "ru", "Help", "{ $помощь }")) == ["“help” is elsewhere помощь"]
    assert list(tone.unlike([button], "ru", "it helps, help", "Так")) == []
