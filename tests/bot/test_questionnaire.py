"""`izdeu form`: the questionnaire to read, as data, and on paper."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from handlers.intake.questions import FORM
from locales.languages import CODES


def run(*words: str) -> str:
    """What the command prints; it must end well."""
    done = CliRunner().invoke(app, ["form", *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_questions_can_be_read_through() -> None:
    """Without options: plain text in English."""
    assert "[story] What happened, in your own words? *" in run()


def test_the_questions_as_data() -> None:
    """Every question with its kind; conditions, options and parts where it has some."""
    data = json.loads(run("--lang", "kk", "--json"))
    asked = {one["id"]: one for section in data["sections"] for one in section["questions"]}
    assert list(asked) == [one.key for one in FORM.questions]
    assert asked["vehicle"]["asked_if"] == {"question": "occupation", "among": ["driver"], "or_open": False}
    assert asked["obstacles"]["asked_if"] == {"nothing_told_to": "petitions"}
    assert [one["id"] for one in asked["crossings"]["parts"]] == ["place", "direction", "date"]
    assert [asked[one]["kind"] for one in ("when", "where", "fine", "story", "call-times")] == [
        "day",
        "place",
        "amount",
        "narrative",
        "words",
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_form_on_paper(code: str, tmp_path: Path) -> None:
    """A PDF in every language, named as asked."""
    path = tmp_path / "form.pdf"
    assert run("--lang", code, "--pdf", "--to", str(path)).strip() == str(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_an_unknown_language_is_told_plainly() -> None:
    """With the languages there are."""
    done = CliRunner().invoke(app, ["form", "--lang", "de"])
    assert done.exit_code == 2
    assert "kk-Arab" in done.output
