"""The house stands as ARCHITECTURE.md says: imports go down, in no circle, each library on its floor."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    "bot": {"bot", "handlers", "storage", "locales"},
    "handlers": {"handlers", "storage", "locales"},
    "storage": {"storage"},
    "locales": {"locales"},
}
# Which of our files may import what; everything else stays free of it.
AT_HOME = {
    "telegram": ("bot/", "handlers/hotline.py", "handlers/arrivals.py"),
    "sqlalchemy": ("storage/",),
    "alembic": ("storage/migrate.py", "storage/migrations/"),
    "cryptography": ("storage/",),
    "aiohttp": ("bot/",),
    "starlette": ("bot/",),
    "apscheduler": ("bot/schedule.py",),
    "babel": ("locales/",),
    "fluent": ("locales/",),
    "phonenumbers": ("handlers/intake/fields.py", "handlers/finding/clues.py"),
    "typst": ("handlers/documents/typesetting.py",),
    "rapidfuzz": ("handlers/",),
    "PIL": ("bot/evidence/darkroom.py",),
}
PURE = (
    "handlers/rules/",
    "handlers/dates/",
    "handlers/bundling.py",
    "handlers/evidence/claims.py",
    "handlers/evidence/content.py",
    "handlers/finding/characters.py",
    "handlers/finding/spelling.py",
    "handlers/places/",
    "handlers/intake/amounts.py",
    "handlers/intake/correcting.py",
    "handlers/intake/fields.py",
    "handlers/intake/form.py",
    "handlers/intake/keeping.py",
    "handlers/intake/moving.py",
    "handlers/intake/outline.py",
    "handlers/intake/pressing.py",
    "handlers/intake/questions.py",
    "handlers/intake/replies.py",
    "handlers/intake/summary.py",
)
LONGEST = 320  # lines; a longer file is two things

FILES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The full names that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def module_of(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def shown(path: Path) -> str:
    """The path as it stands in this file's tables."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_file_keeps_to_its_floor(path: Path) -> None:
    """It imports from its own floor and those below, and libraries only where they are at home."""
    floor = path.relative_to(ROOT).parts[0]
    for name in imports(path):
        top = name.partition(".")[0]
        assert top not in FLOORS or top in FLOORS[floor], f"{shown(path)} imports {name} from above"
        assert top != "tests", f"{shown(path)} imports a test"
        if top in AT_HOME:
            assert shown(path).startswith(AT_HOME[top]), f"{shown(path)} imports {top}"


@pytest.mark.parametrize("path", [one for one in FILES if shown(one).startswith(PURE)], ids=shown)
def test_a_rule_is_pure(path: Path) -> None:
    """No clock, no chance, no file, no database: what it decides follows from what it is given."""
    allowed_of_storage = {"storage.records", "storage.standing", "storage.team"}
    for name in imports(path):
        top = name.partition(".")[0]
        assert top not in {"asyncio", "os", "random", "secrets", "socket", "sqlite3"}, (
            f"{shown(path)} imports {name}"
        )
        if top == "storage":
            assert any(name.startswith(one) for one in allowed_of_storage), f"{shown(path)} imports {name}"
    assert ".now(" not in path.read_text(encoding="utf-8")


def test_no_circles() -> None:
    """Whoever is imported does not import back, by whatever way."""
    modules = {module_of(path): path for path in FILES}
    uses = {
        module: {name for name in imports(path) if name in modules and name != module}
        for module, path in modules.items()
    }
    sys.setrecursionlimit(10_000)
    done: set[str] = set()

    def walk(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " → ".join((*above[above.index(module) :], module))
        if module in done:
            return
        for used in sorted(uses[module]):
            walk(used, (*above, module))
        done.add(module)

    for module in sorted(modules):
        walk(module, ())


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_file_says_why_it_exists_and_is_one_thing(path: Path) -> None:
    """A docstring at its head, and no more lines than a reader keeps in mind."""
    source = path.read_text(encoding="utf-8")
    if "versions" not in path.parts and source.strip():
        assert ast.get_docstring(ast.parse(source)), f"{shown(path)} has no docstring"
        assert source.count("\n") <= LONGEST, f"{shown(path)} has {source.count(chr(10))} lines"
