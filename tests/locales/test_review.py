"""Who has read the texts is said honestly; what only may be wrong is said to who asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from locales import lint, review, tone
from tests.locales.made import REVIEW, RU, found


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
