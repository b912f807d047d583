"""What is offered hangs together: buttons have deeds, texts are there, menus show what may be used."""

import ast
from pathlib import Path

import pytest

from handlers.intake.questions import QUESTIONS
from handlers.menus import commands_for
from handlers.offers import COMMANDS, DEEDS, LISTENINGS
from handlers.rules.roles import may
from locales.catalog import Catalog
from locales.languages import CODES
from storage.records import Role

HANDLERS = Path(__file__).parent.parent.parent / "handlers"


def calls(name: str) -> set[str]:
    """First constant texts given to calls of *name* anywhere in the handlers."""
    found: set[str] = set()
    for path in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
            ):
                place = 1 if name == "Choice" else 0
                if len(node.args) > place and isinstance(given := node.args[place], ast.Constant):
                    found.add(str(given.value))
    return found


def test_every_button_has_a_deed_and_every_deed_a_button() -> None:
    """A button that does nothing would be pressed for ever; a deed without a button is dead."""
    pressed = calls("Choice")
    # Named where rules, sections and rows of the team build them.
    by_variable = {
        "update.read", "word.read", "draft.press", "update.seen", "note.mention", "task.give", "flag.list",
        "task.list", "role.list", "ping.why", "cast.answer",
    }  # fmt: skip
    assert pressed - {""} <= set(DEEDS)
    assert set(DEEDS) <= pressed | by_variable


def test_every_talk_that_is_begun_is_listened_to() -> None:
    """Nobody's words go to a talk that no file knows."""
    assert set(LISTENINGS) == {
        "draft",
        "word",
        "person",
        "loose",
        "letter",
        "voices",
        "team",
        "panic-word",
        "slip",
        "update",
        "follow",
        "translation",
        "task",
        "find",
        "case-code",
        "outing",
        "companion",
        "cast-whom",
        "cast-what",
        "profile",
        "pause",
        "caring",
        "incident",
    }


@pytest.mark.parametrize("code", CODES)
def test_every_text_that_the_handlers_name_is_there(code: str) -> None:
    """In every language; a missing one would be found by a relative."""
    catalog = Catalog.load()
    for message_id in calls("msg") | calls("toast") | calls("labelled") | calls("labelled_msg"):
        assert catalog.has(code, message_id), message_id


def test_menus_show_what_may_be_used_and_nothing_else() -> None:
    """The family's menu never hints at what coordinators do."""
    catalog = Catalog.load()
    shown = {role: [name for name, _ in commands_for(catalog, role, "en")] for role in Role}
    assert shown[Role.FAMILY] == [
        "start",
        "help",
        "report",
        "cases",
        "settings",
        "clear",
        "privacy",
        "cancel",
    ]
    assert shown[Role.COORDINATOR] == [
        "start",
        "help",
        "report",
        "cases",
        "queue",
        "find",
        "incidents",
        "interview",
        "voices",
        "team",
        "load",
        "workspace",
        "broadcast",
        "settings",
        "safe",
        "clear",
        "privacy",
        "tasks",
        "profile",
        "pause",
        "case",
        "cancel",
    ]
    for role, names in shown.items():
        assert all(may(role, COMMANDS[name].act) for name in names)


@pytest.mark.parametrize("code", CODES)
def test_every_question_can_be_read_aloud_as_it_stands(code: str) -> None:
    """A recording cannot say a name or a date that is filled in."""
    catalog = Catalog.load()
    for question in QUESTIONS:
        for text_id in (f"ask-{question.key}", f"why-{question.key}", f"label-{question.key}"):
            assert catalog.text(code, text_id)
